"""Who is greeted, and how the salutation is taken apart."""

from __future__ import annotations

import pytest

from maillint.message.zones import cut, salutation

READERS = [
    ("Tom Reed", "tom.reed@south.example"),
    ("Katherine Ashby", "k.ashby@south.example"),
    ("李明", "li.ming@south.example"),
]


def greeted(text: str) -> tuple[str, str, str] | None:
    found = salutation(text, cut(text, sender="Anna Berg", sender_email="a@north.example", readers=READERS))
    return (found.greeting, found.title, found.name) if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dear Ms Ashby,", ("Dear", "Ms", "Ashby")),
        ("Dear Dr. Reed:", ("Dear", "Dr.", "Reed")),
        ("Mr. Reed,", ("", "Mr.", "Reed")),
        ("Mr. Reed", ("", "Mr.", "Reed")),
        ("Hi Tom,", ("Hi", "", "Tom")),
        ("Hiii Tom 😄", ("Hiii", "", "Tom")),
        ("Good morning all,", ("Good morning", "", "all")),
        ("Hello,", ("Hello", "", "")),
        ("Hi, Tom,", ("Hi", "", "Tom")),
        ("Yo team 🚀", ("Yo", "", "team")),
        ("Tom", ("", "", "Tom")),
        ("Tom -", ("", "", "Tom")),
        ("Kate:", ("", "", "Kate")),
        ("Tom and Kate,", ("", "", "Tom and Kate")),
        ("Tom, Kate and Li,", ("", "", "Tom, Kate and Li")),
        ("Tom/Kate,", ("", "", "Tom/Kate")),
        ("Gentlemen:", ("", "", "Gentlemen")),
        ("All -", ("", "", "All")),
        ("Dear Sir or Madam,", ("Dear", "", "Sir or Madam")),
        ("Dear {{first_name}},", ("Dear", "", "{{first_name}}")),
        ("Hi %NAME%,", ("Hi", "", "%NAME%")),
        ("Dear Tanaka-san,", ("Dear", "", "Tanaka-san")),
        ("To whom it may concern,", ("To whom it may concern", "", "")),
        ("王经理：", ("", "经理", "王")),
        ("尊敬的方总：", ("尊敬的", "总", "方")),
        ("林協理 您好：", ("您好", "協理", "林")),
        ("葉經理 台鑒：", ("台鑒", "經理", "葉")),
        ("欧阳女士，您好：", ("您好", "女士", "欧阳")),
        ("各位同事：", ("", "", "各位同事")),
        ("各分公司财务部：", ("", "", "各分公司财务部")),
        ("各经销商朋友：", ("", "", "各经销商朋友")),
        ("各租户：12月3日消防演练。", ("", "", "各租户")),
        ("大家好！", ("大家好", "", "")),
        ("尤小姐安安！", ("安安", "小姐", "尤")),
        ("您好：", ("您好", "", "")),
        ("老魏：", ("", "", "老魏")),
        ("李明：", ("", "", "李明")),
        ("孔小雨家长：", ("", "家长", "孔小雨")),
        ("Hello韋小姐～", ("Hello", "小姐", "韋")),
        ("Dear 王总：", ("Dear", "总", "王")),
        ("Hi all，", ("Hi", "", "all")),
        ("@李明", ("@", "", "李明")),
    ],
)
def test_salutations_in_their_own_line(line: str, expected: tuple[str, str, str]) -> None:
    assert greeted(f"{line}\n\nThe report / 報告 is ready.\n\nAnna") == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom, a word: the courier comes at four.", "Tom"),
        ("Kate, perhaps you can join us.", "Kate"),
        ("Tom Attached is the report.", "Tom"),
        ("Hi Tom please find the report attached as agreed last week.", "Tom"),
        ("Thanks for the photos, Tom. They look fine.", "Tom"),
        ("Congratulations, Tom!\n\nGreat news.", "Tom"),
        ("蓝总，上月一共装了三百台。", "蓝"),
        ("柯先生，洗衣机修好了。", "柯"),
        ("李明，麻烦确认一下。", "李明"),
        ("https://files.example/a\n\nKate,\nplease look.", "Kate"),
        ("[Jo: thanks for passing this on]\n\nTom:\n\nWe have news.", "Tom"),
        ("New opening hours\n\nDear Tom,\n\nwe open at nine.", "Tom"),
        ("[IMAGE] Dear Tom,\n\nwe open at nine.", "Tom"),
    ],
)
def test_salutations_that_run_into_the_text_or_stand_below_something(text: str, name: str) -> None:
    found = greeted(text)
    assert found
    assert found[2] == name


@pytest.mark.parametrize(
    "text",
    [
        "The report is ready.",
        "However, the report is late.",
        "Thanks, the report is fine.",
        "Summary: all is well.",
        "Next steps:\n- sign\n- send",
        "Tom and I met the client yesterday.",
        "Unfortunately, no.",
        "Agenda:\n1. Budget",
        "Glenn Marsh, a friend from school, sent this.",
        "Ok noted.",
        "时间：12月3日14:00",
        "关于：年会预算",
        "附件是报价单，请查收。",
        "收到，谢谢！",
        "高度：68公分",
        "会议安排如下：\n一、签到",
        "各仓库的盘点时间安排如下：\n东仓周一",
        "合同已盖章，今天寄出。",
        "Hooray!!!\n\nLove,\nZoe",
        "席位数：四十",
        "滑动门：\n三扇",
        "荣誉榜：",
        "开户银行：工行",
        "收貨單位：",
        "向日葵厂：",
    ],
)
def test_what_is_no_salutation(text: str) -> None:
    assert greeted(text) is None


@pytest.mark.parametrize("text", ["FYI\n\nAnna", "FYI\n\nAnna Berg\nNorth Ltd 北方\nTel. +44 20 7946 0011", "Anna"])
def test_the_senders_own_name_greets_nobody(text: str) -> None:
    assert greeted(text) is None
    (signature,) = (zone for zone in cut(text, sender="Anna Berg", readers=READERS) if zone.kind == "signature")
    assert text[signature.start :].startswith("Anna")


def test_a_readers_name_greets_though_the_sender_bears_it_too() -> None:
    text = "Opening hours\n\nTom,\n\nwe open at nine."
    assert salutation(text, cut(text, sender="Tom Åberg", readers=READERS))


def test_spans_frame_the_salutation_and_the_name() -> None:
    text = "\n　　王經理，您好：請查收。"
    found = salutation(text, cut(text, readers=READERS))
    assert found
    assert text[found.start : found.end] == "王經理，您好："
    assert text[found.name_start : found.name_start + len(found.name)] == "王"
    assert found.language == "zh"
    assert not found.is_group


def test_groups_and_placeholders_are_told() -> None:
    for line, group, placeholder in (
        ("Dear all,", True, False),
        ("Dear customer,", True, False),
        ("各位老师：", True, False),
        ("Dear Tom and Kate,", True, False),
        ("Dear [Name],", False, True),
        ("尊敬的[客户姓名]：", False, True),
        ("Dear Tom,", False, False),
    ):
        found = salutation(line, cut(line, readers=READERS))
        assert found
        assert (found.is_group, found.is_placeholder) == (group, placeholder), line
