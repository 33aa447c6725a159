"""What others wrote is found by the marks of the programs that quoted it."""

from __future__ import annotations

import pytest

from maillint.message.zones import cut

OWN = "Hi Tom,\n\nyes, Thursday is fine.\n\nBest,\nAnna\n\n"
EIGEN = "李明，您好：\n\n可以，周四见。\n\n祝好\n王芳\n\n"


def kinds(text: str, **given: object) -> list[tuple[str, str]]:
    zones = cut(
        text, sender="Anna Berg", sender_email="anna.berg@north.example", readers=[("Tom Reed", "t@s.example")], **given
    )  # type: ignore[arg-type]
    return [(zone.kind, text[zone.start : zone.end].strip()) for zone in zones]


@pytest.mark.parametrize(
    "quote",
    [
        "On Mon, 23 Nov 2026 at 10:02, Tom Reed <tom@south.example> wrote:\n> Thursday?",
        "On Mon, 23 Nov 2026 at 10:02, Tom Reed <tom@south.example>\nwrote:\n\n> Thursday?",
        "On 23 Nov 2026, at 10:02, Tom Reed wrote:\n\nThursday?",
        'At 2026-11-23 10:02:00, "Tom Reed" <tom@south.example> wrote:\n>Thursday?',
        "From: Tom Reed\nSent: Monday, November 23, 2026 10:02 AM\nTo: Anna Berg\nSubject: Visit\n\nThursday?",
        "________________________________\nFrom: Tom Reed\nSent: 23 November 2026 10:02\nTo: Anna Berg\nSubject: Visit\n\nThursday?",
        "-----Original Message-----\nFrom: Tom Reed\nSent: Monday\nTo: Anna\nSubject: Visit\n\nThursday?",
        "-----Ursprüngliche Nachricht-----\nVon: Tom Reed\nGesendet: Montag, 23. November 2026\nAn: Anna Berg\nBetreff: Besuch",
        "Von: Tom Reed <tom@south.example>\nGesendet: Montag, 23. November 2026 10:02\nAn: Anna Berg\nBetreff: Besuch\n\nDonnerstag?",
        "De : Tom Reed\nEnvoyé : lundi 23 novembre 2026 10:02\nÀ : Anna Berg\nObjet : Visite\n\nJeudi ?",
        "Am Mo., 23. Nov. 2026 um 10:02 Uhr schrieb Tom Reed <tom@south.example>:\n\n> Donnerstag?",
        "Le lun. 23 nov. 2026 à 10:02, Tom Reed <tom@south.example> a écrit :\n> Jeudi ?",
        "Tom Reed <tom@south.example> schrieb am Mo., 23. Nov. 2026, 10:02:\n> Donnerstag?",
        "Tom Reed@NORTH\n11/23/2026 10:02 AM\nTo: Anna Berg/OSL/NORTH@NORTH\ncc:\nSubject: Visit\n\nThursday?",
        '"Reed, Tom" <tom@south.example> on 11/23/2026 10:02:41 PM\nTo: Anna Berg/OSL/NORTH@NORTH\ncc:\n\nSubject: Visit\n\nThursday?',
        "From: Tom Reed/SOUTH on 11/23/2026 10:02 AM\nTo: Anna Berg/NORTH\ncc:\n\nSubject: Visit\n\nThursday?",
        "*From:* Tom Reed\n*Sent:* Monday\n*To:* Anna\n*Subject:* Visit\n\nThursday?",
        "2026-11-23 10:02 GMT+01:00 Tom Reed <tom@south.example>:\n> Thursday?",
    ],
)
def test_replies_of_western_programs(quote: str) -> None:
    assert kinds(OWN + quote)[-1] == ("quote", quote)
    assert [kind for kind, _ in kinds(OWN + quote)] == ["salutation", "body", "closing", "signature", "quote"]


@pytest.mark.parametrize(
    "quote",
    [
        '------------------ 原始邮件 ------------------\n发件人: "李明" <li@south.example>;\n发送时间: 2026年11月23日(星期一) 上午10:02\n收件人: "王芳";\n主题: 拜访\n\n周四？',
        "发件人： 李明\n发送时间： 2026-11-23 10:02\n收件人： 王芳\n主题： 拜访\n周四？",
        "寄件者: 李明 <li@south.example>\n寄件日期: 2026年11月23日 上午 10:02\n收件者: 王芳\n主旨: 拜訪\n\n週四？",
        '在 2026-11-23 10:02:17，"李明" <li@south.example> 写道：\n\n周四？',
        "在 2026年11月23日，10:02，李明 <li@south.example> 写道：\n\n> 周四？",
        "李明 <li@south.example> 于2026年11月23日周一 10:02写道：\n\n> 周四？",
        "李明 <li@south.example> 於 2026年11月23日 週一 上午10:02寫道：\n\n> 週四？",
        "-----原始邮件-----\n发件人:李明\n发送时间:2026-11-23\n收件人:王芳\n主题:拜访\n\n周四？",
    ],
)
def test_replies_of_chinese_programs(quote: str) -> None:
    zones = cut(EIGEN + quote, sender="王芳", sender_email="wang@north.example", readers=[("李明", "li@south.example")])
    assert [zone.kind for zone in zones] == ["salutation", "body", "closing", "signature", "quote"]
    assert (EIGEN + quote)[zones[-1].start :] == quote


@pytest.mark.parametrize(
    "forward",
    [
        "---------- Forwarded message ---------\nFrom: Vera <vera@paper.example>\nDate: Mon, 23 Nov 2026\nSubject: Prices\nTo: Anna",
        "Begin forwarded message:\n\nFrom: Vera <vera@paper.example>\nSubject: Prices\nDate: 23 November 2026",
        "---------------------- Forwarded by Anna Berg/OSL/NORTH on 11/23/2026\n10:02 AM ---------------------------\nVera Lund\nTo: Anna",
        "-------- 转发邮件信息 --------\n发件人：Vera <vera@paper.example>\n发送日期：2026-11-23 16:31:00\n收件人：王芳\n主题：价格",
        "-------- Weitergeleitete Nachricht --------\nBetreff: Preise\nVon: Vera",
    ],
)
def test_forwards(forward: str) -> None:
    assert kinds("FYI, see below.\n\nAnna\n\n" + forward)[-1] == ("forward", forward)
    assert kinds(forward) == [("forward", forward)]


def test_copied_header_fields_are_a_forward_when_the_subject_says_so() -> None:
    block = "From: Vera\nSent: Monday\nTo: Anna\nSubject: Prices\n\nup by 3 %"
    assert kinds("Please read.\n\nAnna\n\n" + block, is_forward=True)[-1][0] == "forward"


def test_answers_between_quoted_lines_are_the_authors_own() -> None:
    text = "Hi Tom,\nsee below.\n\n> Is it red?\nNo, blue.\n\n> When?\n> And where?\nOn 3 December, in Oslo.\n\nCheers\nAnna"
    assert kinds(text) == [
        ("salutation", "Hi Tom,"),
        ("body", "see below."),
        ("quote", "> Is it red?"),
        ("body", "No, blue."),
        ("quote", "> When?\n> And where?"),
        ("body", "On 3 December, in Oslo."),
        ("closing", "Cheers"),
        ("signature", "Anna"),
    ]


def test_an_answer_below_the_quote() -> None:
    text = "On 23 Nov 2026, at 10:02, Tom Reed wrote:\n> Thursday?\n\nTom, yes.\n\nThanks,\nAnna\n"
    assert [kind for kind, _ in kinds(text)] == ["quote", "salutation", "body", "closing", "signature"]


def test_marks_of_the_markup_end_a_quote_that_has_no_angle_brackets() -> None:
    text = "On 23 Nov 2026, Tom Reed wrote:\nThursday?\nNo, Friday.\n\nAnna"
    start = text.index("Thursday")
    found = kinds(text, marks=[("quote", start, start + len("Thursday?"))])
    assert found == [
        ("quote", "On 23 Nov 2026, Tom Reed wrote:\nThursday?"),
        ("body", "No, Friday."),
        ("signature", "Anna"),
    ]


def test_the_authors_own_lines_are_not_taken_for_markers() -> None:
    for text in (
        "Hi Tom,\n\nFrom: the desk on your left take the red folder.\n\nAnna",
        "Hi Tom,\n\n>From the balcony you see the sea.\n\nAnna",
        "Hi Tom,\n\nHe wrote:\nno thanks.\n\nAnna",
        "Hi Tom,\n\n----------\n\nPrices go up.\n\nAnna",
        "Hi Tom,\n\nThe meeting starts at 10:30 AM\nTo be on time, take the tram.\n\nAnna",
        "李明：\n\n时间：12月3日\n主题：年会\n\n王芳",
    ):
        assert not {"quote", "forward"} & {kind for kind, _ in kinds(text)}, text
