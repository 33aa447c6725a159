"""What a model may not turn round though every name and number stays, and what it may move."""

from __future__ import annotations

import pytest

from maillint.rewrite.model.guard import faults

TURNED = [
    ("The seller bears the duty on the looms.", "The buyer bears the duty on the looms."),
    ("You pay the dyer, we pay the weaver.", "We pay the dyer, you pay the weaver."),
    ("I will return you the key.", "You will return me the key."),
    ("We shall send the wool to you.", "You shall send the wool to us."),
    ("The bales have landed in Borås.", "The bales will land in Borås."),
    ("Åsa has written the offer.", "Åsa will write the offer."),
    ("We hope to weave it by Friday.", "We will weave it by Friday."),
    ("The dye is probably too old.", "The dye is too old."),
    ("Wool rises by 3%.", "Wool falls by 3%."),
    ("The mill opens at 9.", "The mill closes at 9."),
    ("All our looms were tested.", "Some looms were tested."),
    ("Most of the bales are wet.", "The bales are wet."),
    ("It costs 2400 dollars.", "It costs 2400 euros."),
    ("The left spindle squeaks.", "The right spindle squeaks."),
    ("We buy the loom.", "We sell the loom."),
    ("We were paid.", "We paid."),
    ("The sample passed.", "The sample failed."),
    ("I guarantee the colour.", "I expect the colour."),
    ("Call her before noon.", "Call him before noon."),
    ("我方付运费，贵方付关税。", "贵方付运费，我方付关税。"),
    ("我们会退您押金。", "您会退我们押金。"),
    ("毛料上涨3%。", "毛料下跌3%。"),
    ("賣方承擔運費。", "買方承擔運費。"),
    ("织机已经到了。", "织机即将到了。"),
    ("大部分毛料受潮了。", "毛料受潮了。"),
    ("共叁仟贰佰元。", "共叁仟柒佰元。"),
    ("共叁仟元人民币。", "共叁仟元港币。"),
    ("左边的纱架松了。", "右边的纱架松了。"),
    ("我们估计周五织完。", "我们保证周五织完。"),
    ("先染色后织布。", "先织布后染色。"),
    ("請週三前回覆。", "請週三前後回覆。"),
    ("请拒收受潮的毛料。", "请接收受潮的毛料。"),
    ("我收到了您的退款。", "您收到了我的退款。"),
]
MOVED = [
    (
        "You must send the wool by Friday, because Åsa needs it.",
        "Because Åsa needs it, you must send the wool by Friday.",
    ),
    ("If the loom stops, call Tom.", "Please call Tom if the loom stops."),
    ("On Monday the lorry comes to Borås.", "The lorry comes to Borås on Monday."),
    ("By 4 May the dyer needs 12 bales.", "The dyer needs 12 bales by 4 May."),
    ("上海的仓库周五关门。", "周五，上海的仓库关门。"),
    ("張總週五到台北。", "週五張總到台北。"),
]
STILL = [
    ("By Friday Åsa pays and Tom signs.", "Åsa pays and Tom signs by Friday."),
    ("If Åsa pays, Tom signs and Eva drives.", "Tom signs and Eva drives if Åsa pays."),
    ("On Monday Åsa meets Tom.", "On Monday Tom meets Åsa."),
    ("张伟周五付款，李明签字。", "张伟付款，李明周五签字。"),
    ("周五已付款，李明签字。", "已付款，李明周五签字。"),
]


@pytest.mark.parametrize(("before", "after"), TURNED)
def test_the_contrary_is_refused(before, after):
    assert faults(before, after)
    assert faults(before, before) == faults(after, after) == ()


@pytest.mark.parametrize(("before", "after"), MOVED)
def test_a_clause_or_a_day_may_stand_first_or_last(before, after):
    assert faults(before, after) == faults(after, before) == ()


@pytest.mark.parametrize(("before", "after"), STILL)
def test_but_not_where_it_would_go_with_something_else(before, after):
    assert faults(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You sent the wrong wool again!", "We have received the wrong wool again."),
        ("You will send the wool by Friday.", "Would you send the wool by Friday, please?"),
        ("I am fed up with this loom.", "This loom gives us a lot of trouble."),
        ("你们发的毛料又错了！", "这次收到的毛料又有误。"),
    ],
)
def test_blame_may_still_be_taken_out(before, after):
    assert not {"sense", "order"} & set(faults(before, after))
