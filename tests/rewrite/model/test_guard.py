"""The guard: a rewording that changes a fact is refused, one that changes the tone only may be shown."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from maillint.rewrite.model.guard import faults

HARMLESS = [
    ("Send me the report NOW. I'm sick of waiting for it!", "Please send me the report now. I have waited for it for a while."),
    (
        "You forgot to attach invoice 4471 again. We can't pay without it.",
        "Invoice 4471 seems to have been left out again. We cannot pay without it.",
    ),
    (
        "Your price of EUR 84,000 is a joke. We will not pay more than EUR 70,000.",
        "Your price of EUR 84,000 is above what we had planned. We will not pay more than EUR 70,000.",
    ),
    (
        "Tom, why on earth did you ship 12 cartons to Malmö on 3 December?",
        "Tom, could you tell me why you shipped 12 cartons to Malmö on 3 December?",
    ),
    ("The crane must be here by Friday, damn it.", "The crane must be here by Friday."),
    (
        "As I told you three times already, the meeting with Anna is at 10:30 in room B12.",
        "As I mentioned three times already, the meeting with Anna is at 10:30 in room B12.",
    ),
    ("Don't touch the settings of server web-03!", "Please do not touch the settings of server web-03."),
    (
        "See https://north.example/a?b=1 and tell your people to get on with it.",
        "Please see https://north.example/a?b=1 and ask your team to go ahead.",
    ),
    (
        "The heating is old. It will not pass the inspection of 2028, and who knows who pays.",
        "The heating is old. It will not pass the inspection of 2028, and it is open who pays.",
    ),
    ("Anna will call you, OK?", "Anna will give you a call, OK?"),
    ("Pay within 30 days. You may pay by card.", "Please pay within 30 days. You may pay by card."),
    ("Mark the boxes with 17 labels each.", "Please mark the boxes with 17 labels each."),
    ("Åsa Öberg's crane is broken again 🏗.", "Åsa Öberg's crane has broken down again."),
    ("你们怎么又忘了附上4471号发票？没有发票我们没法付款。", "请问怎么又漏了4471号发票？没有发票我们无法付款。"),
    ("赶紧把12台水泵发到上海来，周五之前必须到！", "请尽快将12台水泵发到上海，周五之前必须到。"),
    ("张总说这个价格太离谱了，84000元我们绝对不接受。", "张总表示这个价格偏高，84000元我们不接受。"),
    ("别再改web-03的设置了！", "请别再修改web-03的设置。"),
    ("貴司的報價單寫錯了，麻煩看清楚，第三項是500公斤，不是50公斤。", "貴司的報價單有誤，請再確認，第三項是500公斤，不是50公斤。"),
    ("你能不能快一点？王芳明天就要用。", "请问能不能快一些？王芳明天就要用。"),
    ("這份《採購合約》請李明在１２月３日前簽好。", "這份《採購合約》麻煩李明在12月3日前簽好。"),
    ("對不起，三萬元的訂金還沒收到。", "很抱歉，三萬元的訂金還沒收到。"),
]  # fmt: skip
CHANGED = [
    ("modality", "The crane must be here by Friday.", "The crane may be here by Friday."),
    ("modality", "You may enter the hall.", "You must enter the hall."),
    ("negation", "We do not ship to Norway, but we ship to Sweden.", "We ship to Norway, but we do not ship to Sweden."),
    ("negation", "We do not sell boxes, we rent pumps.", "We sell boxes, we do not rent pumps."),
    ("negation", "We cannot accept the offer.", "We can accept the offer."),
    ("negation", "We accept the offer.", "We refuse the offer."),
    ("negation", "We accept the offer.", "We accept the offer without delay."),
    ("order", "Tom sends the plan to Anna.", "Anna sends the plan to Tom."),
    ("name", "Tom sends the plan to Anna.", "Tom sends the plan to Berta."),
    ("name", "Anna will call you.", "Berta will call you."),
    ("name", "Mark will call you.", "Rose will call you."),
    ("name", "We met in Malmö.", "We met in Göteborg."),
    ("order", "12 boxes and 10 cartons are here. Then 12 boxes more.", "12 boxes and 12 boxes are here. Then 10 cartons more."),
    ("number", "12 boxes and 10 cartons are here.", "12 cartons and 10 boxes are here."),
    ("number", "Pay three invoices.", "Pay four invoices."),
    ("limit", "Pay within 30 days.", "Pay after 30 days."),
    ("number", "Pay within 30 days.", "Pay within 30 weeks."),
    ("time", "Send it by 4 May.", "Send it by 4 June."),
    ("time", "Come on Tuesday.", "Come on Wednesday."),
    ("time", "Come this week.", "Come this month."),
    ("sign", "It costs € 40.", "It costs $ 40."),
    ("question", "Can we enter the hall?", "We can enter the hall."),
    ("question", "We can enter the hall.", "Can we enter the hall?"),
    ("link", "See https://a.example/x", "See https://a.example/y"),
    ("e-mail", "Write to a@b.example", "Write to a@c.example"),
    ("file", "See plan.pdf", "See plan2.pdf"),
    ("condition", "We pay if the crane works.", "We pay when the crane works."),
    ("time", "请周五之前付款。", "请周六之前付款。"),
    ("limit", "请周五之前付款。", "请周五之后付款。"),
    ("limit", "至少要12台。", "最多要12台。"),
    ("number", "请付84000元。", "请付84000美元。"),
    ("negation", "我们不接受。", "我们接受。"),
    ("negation", "没有发票我们付不了款。", "有发票我们付不了款。"),
    ("modality", "我们必须付款。", "我们可以付款。"),
    ("modality", "您可以進場。", "您必須進場。"),
    ("order", "张伟会联系李明。", "李明会联系张伟。"),
    ("name", "张伟会联系您。", "王芳会联系您。"),
    ("name", "張總會聯絡您。", "李總會聯絡您。"),
    ("name", "货已发到上海。", "货已发到北京。"),
    ("name", "貨已送到中山路。", "貨已送到中正路。"),
    ("number", "请付三万元。", "请付五万元。"),
    ("question", "您能来吗？", "您能来。"),
    ("quote", "请看《采购合同》。", "请看《销售合同》。"),
    ("negation", "如果下雨，会议取消。", "如果下雨，会议照常。"),
    ("shape", "The heating is old.", "The heating is old [insert date]."),
    ("shape", "The heating is old.", "Here is the rewritten paragraph: The heating is old."),
    ("shape", "The heating is old.", "```The heating is old.```"),
    ("shape", "暖气很旧。", "以下是修改后的段落：暖气很旧。"),
    ("shape", "The heating is old.", "The heating is old.\x00"),
    ("shape", "The heating is old.", "  "),
    ("length", "The heating is old.", "The heating is old. " * 9),
    ("language", "暖气很旧，请修一下。", "The heating is old, please mend it."),
    ("language", "暖气很旧，请检查一下设备。", "暖氣很舊，請檢查一下設備。"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), HARMLESS)
def test_what_changes_the_tone_only_may_be_shown(before, after):
    assert faults(before, after) == ()


@pytest.mark.parametrize(("kind", "before", "after"), CHANGED)
def test_what_changes_a_fact_is_refused_and_said(kind, before, after):
    assert kind in faults(before, after)


TEXTS = [text for pair in HARMLESS for text in pair] + [before for _, before, _ in CHANGED]
some = st.lists(st.sampled_from(TEXTS), max_size=2)
texts = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4).map(" ".join)


def with_any(*pieces):
    """Texts in which one of these stands."""
    fitting = [text for text in TEXTS if any(piece in text for piece in pieces)]
    return st.tuples(some, st.sampled_from(fitting), some).map(lambda found: " ".join([*found[0], found[1], *found[2]]))


@given(texts)
def test_the_text_itself_always_passes(text):
    assert faults(text, text) == ()


@given(with_any(*"0123456789"), st.data())
def test_any_single_changed_digit_is_refused(text, data):
    places = [at for at, sign in enumerate(text) if sign.isdecimal()]
    assume(places)
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([one for one in "0123456789" if int(one) != int(text[at])]))
    assert faults(text, text[:at] + digit + text[at + 1 :])


@given(with_any(*"0123456789"), st.data())
def test_any_digit_that_comes_or_goes_is_refused(text, data):
    places = [at for at, sign in enumerate(text) if sign.isdecimal()]
    assume(places)
    at = data.draw(st.sampled_from(places))
    assert faults(text, text[:at] + text[at + 1 :])
    assert faults(text, text[: at + 1] + text[at] + text[at + 1 :])


NEGATIONS = ("not ", "n't", "without ", "cannot", "never ", "不接受", "没有发票", "无法", "别再", "不是", "還沒")
WITHOUT = {"cannot": "can", "不接受": "接受", "没有发票": "发票", "无法": "", "别再": "再", "不是": "是", "還沒": "還"}


@given(with_any(*NEGATIONS), st.data())
def test_any_dropped_negation_is_refused(text, data):
    there = [word for word in NEGATIONS if word in text]
    assume(there)
    word = data.draw(st.sampled_from(there))
    assert faults(text, text.replace(word, WITHOUT.get(word, ""), 1))


@given(texts, st.sampled_from(["not ", "never ", "不", "没"]), st.data())
def test_any_new_negation_is_refused(text, word, data):
    cut = " " if word.isascii() else "们"
    places = [at + 1 for at, sign in enumerate(text) if sign == cut]
    assume(places)
    at = data.draw(st.sampled_from(places))
    assume(word.isascii() or text[at : at + 1] not in "不没过同错断")
    assume(not text[:at].endswith("left "))  # "left not out" is no English
    assert faults(text, text[:at] + word + text[at:])


NAMES = ("Tom", "Anna", "Malmö", "Norway", "Sweden", "张伟", "李明", "王芳", "上海", "Åsa")


@given(with_any(*NAMES), st.sampled_from(NAMES), st.data())
def test_any_swapped_name_is_refused(text, new, data):
    there = [name for name in NAMES if name in text and name != new and name.isascii() == new.isascii()]
    assume(there)
    old = data.draw(st.sampled_from(there))
    assert faults(text, text.replace(old, new, 1))


@given(
    st.permutations(["Anna pays Tom in Malmö.", "Tom calls Åsa.", "张伟会联系李明。", "王芳在上海。"]).map(" ".join),
    *[st.sampled_from(NAMES)] * 2,
)
def test_names_that_change_places_are_refused(text, one, other):
    assume(one in text and other in text and one != other)
    assert faults(text, text.replace(one, "\0").replace(other, one).replace("\0", other))


LINKS = ("https://north.example/a?b=1", "https://a.example/x", "a@b.example", "plan.pdf")


@given(with_any(*LINKS), st.data())
def test_any_altered_link_address_or_file_name_is_refused(text, data):
    there = [link for link in LINKS if link in text]
    assume(there)
    link = data.draw(st.sampled_from(there))
    at = data.draw(st.sampled_from([at for at, sign in enumerate(link) if sign.isalnum()]))
    other = link[:at] + ("q" if link[at] != "q" else "z") + link[at + 1 :]
    assert faults(text, text.replace(link, other, 1))


PAIRS = (("must", "may"), ("may ", "must "), ("必须", "可以"), ("可以", "必須"))


@given(with_any(*[old for old, _ in PAIRS]))
def test_must_and_may_are_never_exchanged(text):
    for old, new in PAIRS:
        assert old not in text or faults(text, text.replace(old, new, 1))


@given(texts, st.sampled_from(TEXTS))
def test_a_sentence_of_facts_that_comes_is_refused(text, more):
    assume(any(sign.isdecimal() for sign in more))
    assert faults(text, f"{text} {more}")


@given(st.text(max_size=60), st.text(max_size=60))
def test_anything_at_all_is_answered(before, after):
    assert all(isinstance(kind, str) for kind in faults(before, after))


def test_names_of_the_message_count_however_common_they_are():
    assert "name" in faults("May has the plan.", "Somebody has the plan.", names=["May"])


@pytest.mark.parametrize(
    "text", ["5" * 20_000, "不" * 20_000, "A" * 20_000, "a.b" * 7_000, "(" * 20_000, "http://" * 3_000]
)
def test_hostile_text_takes_no_time_to_speak_of(text):
    from time import process_time

    started = process_time()
    faults(text, text)
    assert process_time() - started < 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Order 4471 was left out again.", "Order 4471 was left not out again."),
        ("Åsa failed to pay invoice 4471.", "Åsa failed not to pay invoice 4471."),
    ],
)
def test_a_negation_in_the_midst_of_another_is_a_new_one(before, after):
    assert faults(before, after) == ("negation",)
