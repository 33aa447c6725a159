"""Messages in octets: the words change in their charset and encoding, and nothing else does."""

from __future__ import annotations

from email import message_from_bytes

import pytest

from maillint.finding import Severity
from maillint.message import read
from maillint.rewrite import apply, rewrite

ENGLISH = "Dear Mr Årevik,\n\nThe naïve plan ships next Monday; see you.\n\nKind regards,\nAnna\n"
HANS = "李经理：\n\n您好！样品下周三寄出，请查收。\n\n此致\n王芳\n"
HANT = "李經理：\n\n您好！樣品下週三寄出，請查收。\n\n敬祝\n王芳\n"
CASES = [
    (ENGLISH, "utf-8", "next Monday", "next Monday (30 November)"),
    (ENGLISH, "iso-8859-1", "next Monday", "next Monday (30 November)"),
    (ENGLISH, "windows-1252", "next Monday", "next Monday – the 30th"),
    (HANS, "gb2312", "下周三", "下周三（12月2日）"),
    (HANS, "gbk", "下周三", "下周三（12月2日）"),
    (HANS, "gb18030", "下周三", "下周三（12月2日）"),
    (HANS, "utf-8", "下周三", "下周三（12月2日）"),
    (HANT, "big5", "下週三", "下週三（12月2日）"),
    (HANT, "utf-8", "下週三", "下週三（12月2日）"),
]


@pytest.mark.parametrize("end", ["\r\n", "\n"], ids=["crlf", "lf"])
@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[1]} {case[2]}")
def test_charset_encoding_and_line_ends_stay(letter, replaced, case, encoding, end):
    text, charset, old, new = case
    data = letter(text, charset=charset, encoding=encoding, end=end)
    outcome, after = replaced(data, (old, new))
    assert [one.check for one in outcome.applied] == ["date-0"]
    assert after.text.rstrip("\n") == text.replace(old, new).rstrip("\n")
    head, _, body = outcome.data.partition(2 * end.encode())
    assert head == data.partition(2 * end.encode())[0]
    assert (b"\r" in body) == (end == "\r\n")
    again = message_from_bytes(outcome.data).get_payload(decode=True).decode(charset)
    assert again.replace("\r\n", "\n").rstrip("\n") == text.replace(old, new).rstrip("\n")


def test_only_the_line_that_is_rewritten_is_encoded_anew(letter, replaced):
    data = letter(ENGLISH, encoding="quoted-printable")
    outcome, _ = replaced(data, ("see you", "see you there"))
    before, after = data.split(b"\r\n"), outcome.data.split(b"\r\n")
    assert [line for line in after if line not in before] == [b"The na=C3=AFve plan ships next Monday; see you there."]


def test_text_that_its_charset_lacks_makes_the_part_utf_8_and_nothing_else(letter, replaced):
    data = letter(
        "Dear Tom,\n\nthe plan ships next Monday.\n\nAnna\n", charset="us-ascii", encoding="7bit", more="; x=y"
    )
    outcome, after = replaced(data, ("next Monday", "next Monday (30 November – 佳節)"))
    assert "next Monday (30 November – 佳節)." in after.text
    assert after.defects == ()
    assert (
        b'Content-Type: text/plain; charset="utf-8"; x=y\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        in outcome.data
    )
    assert b"X-Odd:   folded\r\n\tby hand  \r\nSubject: Delivery of order 4471\r\n" in outcome.data
    assert outcome.data.isascii()


def test_gb2312_that_lacks_a_character_becomes_utf_8(letter, replaced):
    outcome, after = replaced(letter(HANS, charset="gb2312", encoding="base64"), ("下周三", "下周三（鎔基）"))
    assert "下周三（鎔基）寄出" in after.text
    assert b'charset="utf-8"\r\nContent-Transfer-Encoding: base64' in outcome.data


def test_a_message_without_mime_fields_gets_them_only_when_it_must(replaced):
    data = b"Subject: Plan\n\nDear Tom,\n\nthe plan ships next Monday.\n"
    plain, _ = replaced(data, ("next Monday", "on Monday"))
    assert plain.data == data.replace(b"next Monday", b"on Monday")
    rich, after = replaced(data, ("next Monday", "next Monday（月曜）"))
    assert rich.data.startswith(b"Subject: Plan\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n")
    assert "next Monday（月曜）." in after.text


def test_a_line_that_gets_longer_than_mail_may_have_it_is_encoded(letter, replaced):
    line = "word " * 198
    outcome, after = replaced(
        letter(f"Dear Tom,\n\n{line}end.\n", encoding="7bit", charset="us-ascii"), ("end.", "the very end.")
    )
    assert after.text.rstrip("\n").endswith("the very end.")
    assert max(map(len, outcome.data.split(b"\r\n"))) <= 80


def test_plain_and_html_stay_in_step_and_all_else_is_the_same_to_the_octet(parcel, replaced):
    text = "Hi Tim,\n\nthe *valves* leave next Monday!! See https://north.example/a?b=1&c=2\n\nAnna"
    html = (
        '<html><body><p>Hi Tim,</p>\n<p>the&nbsp;<b>valves</b> leave <span style="x">next\n Monday</span>!! '
        'See <a href="https://north.example/a?b=1&amp;c=2">https://north.example/a?b=1&amp;c=2</a></p>'
        '<p>Anna<img src="cid:logo"></p></body></html>'
    )
    data = parcel(text, html)
    outcome, after = replaced(data, ("Tim", "Tom"), ("!!", "."), ("Monday", "Monday (30 November)"))
    assert len(outcome.applied) == 3
    assert (
        after.twin
        == "Hi Tom,\n\nthe *valves* leave next Monday (30 November). See https://north.example/a?b=1&c=2\n\nAnna"
    )
    page = message_from_bytes(outcome.data).get_payload()[0].get_payload()[1].get_payload()[0].get_payload(decode=True)
    assert page.decode().replace("\r\n", "\n") == html.replace("Tim", "Tom").replace("!!", ".").replace(
        "Monday", "Monday (30 November)"
    )
    for kept in (
        b"A preamble nobody reads.\r\n--outer\r\n",
        b"iVBORw0KGgo=\r\n--rel--\r\n\r\n--inner--\r\n\r\n--outer",
    ):
        assert kept in outcome.data
    assert (
        outcome.data.partition(b"Content-Type: application/pdf")[2]
        == data.partition(b"Content-Type: application/pdf")[2]
    )
    assert [one.load() for one in after.attachments] == [one.load() for one in read(data).attachments]


def test_html_writes_what_its_charset_lacks_as_references(letter, replaced):
    data = letter(
        "<p>Dear Tom,</p><p>it ships next Monday &amp; soon.</p>", kind="html", charset="iso-8859-1", encoding="7bit"
    )
    outcome, after = replaced(data, ("next Monday & soon", "next Monday（月曜） & <soon>"))
    assert "next Monday（月曜） & <soon>." in after.text
    assert outcome.data.endswith(b"next Monday&#65288;&#26376;&#26332;&#65289; &amp; &lt;soon&gt;.</p>")


@pytest.mark.parametrize(
    ("header", "body", "reason"),
    [
        (b'Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"\n', b"--b\n\nshort text\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--\n", "signed"),
        (b"Content-Type: application/pkcs7-mime; smime-type=signed-data\n", b"MIAG", "signed"),
        (b"", b"-----BEGIN PGP SIGNED MESSAGE-----\n\nshort text\n-----BEGIN PGP SIGNATURE-----\n", "signed"),
        (b'Content-Type: multipart/encrypted; boundary=b; protocol="application/pgp-encrypted"\n', b"--b\n\nshort text\n--b--\n", "encrypted"),
        (b"", b"-----BEGIN PGP MESSAGE-----\n\nshort text\n", "encrypted"),
        (b"DKIM-Signature: v=1; a=rsa-sha256; d=north.example\n", b"short text\n", "dkim"),
        (b"ARC-Seal: i=1; a=rsa-sha256\n", b"short text\n", "dkim"),
    ],
    ids=["pgp-mime", "smime", "pgp-inline", "encrypted", "pgp-encrypted", "dkim", "arc"],
)  # fmt: skip
def test_signed_and_encrypted_messages_are_refused(finding, header, body, reason):
    data = b"Subject: short text\nMIME-Version: 1.0\n" + header + b"\n" + body
    outcome = rewrite(data, [finding(read(data), "short text", "long text", zone="subject")])
    assert (outcome.data, outcome.refusal, outcome.applied) == (data, reason, ())


@pytest.mark.parametrize("kind", ["x-amp-html", "enriched", "calendar"])
def test_a_text_that_stands_in_a_form_nobody_can_write_is_left(finding, kind):
    data = (
        b"Subject: Plan\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nshort text\n--b\nContent-Type: text/"
    ) + f"{kind}\n\nshort text\n--b\nContent-Type: text/html\n\n<p>short text</p>\n--b--\n".encode()
    outcome = rewrite(data, [finding(read(data), "short text", "long text")])
    assert outcome.data == data
    assert [left.reason for left in outcome.left] == ["invitation" if kind == "calendar" else "alternative"]


def test_a_twin_that_only_points_to_the_html_is_left_alone(parcel, replaced):
    outcome, after = replaced(
        parcel("Please switch to HTML.", "<p>Hi Tim,</p><p>it ships next Monday.</p>"), ("Tim", "Tom")
    )
    assert after.text == "Hi Tom,\n\nit ships next Monday."
    assert after.twin == "Please switch to HTML."
    assert len(outcome.applied) == 1


def test_a_twin_that_says_it_otherwise_keeps_both_as_they_are(parcel, replaced):
    data = parcel(
        "Hi Tim,\n\nwe ship the valves on the 30th.\n", "<p>Hi Tim,</p><p>we ship the valves next Monday.</p>"
    )
    outcome, _ = replaced(data, ("next Monday", "on 30 November"))
    assert outcome.data == data
    assert [left.reason for left in outcome.left] == ["twin"]


def test_of_two_rewrites_that_meet_the_worse_finding_wins(finding):
    data = b"Subject: Plan\n\nHi Tim, the the valves!!\n"
    draft = read(data)
    mild = finding(draft, "the the valves!!", "the valves.", severity=Severity.INFO)
    bad = finding(draft, "!!", ".", check="emphasis-punctuation", severity=Severity.ERROR)
    outcome = rewrite(draft, [mild, bad])
    assert outcome.data == data.replace(b"!!", b".")
    assert [(left.finding.check, left.reason, left.detail) for left in outcome.left] == [
        ("date-relative", "overlap", "emphasis-punctuation")
    ]


def test_two_insertions_at_one_place_are_not_put_in_together(finding):
    data = b"Subject: Plan\n\nHi Tim\n"
    draft = read(data)
    outcome = rewrite(draft, [finding(draft, "", "Oh, ", at=0), finding(draft, "", "Ah, ", at=0, check="tone-x")])
    assert (outcome.data, outcome.left[0].reason) == (data.replace(b"Hi", b"Oh, Hi"), "overlap")


def test_several_text_parts_are_one_text(replaced):
    data = (
        b"Subject: Plan\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\n\nHi Tim,\n--b\nContent-Type: image/png\nContent-Disposition: attachment\n\nx\n"
        b"--b\nContent-Type: text/html\n\n<p>it ships next Monday</p>\n--b--\n"
    )
    outcome, after = replaced(data, ("Tim", "Tom"), ("next", "on"))
    assert after.text == "Hi Tom,\nit ships on Monday"
    assert outcome.data == data.replace(b"Tim", b"Tom").replace(b"next", b"on")


def test_nothing_to_apply_gives_the_same_octets():
    data = b"From nobody Wed Nov 25 10:00:00 2026\nSubject: x\n\ny\n"
    assert apply(data, []) == data
    assert apply(b"", []) == b""


def test_a_text_that_is_a_file_is_not_rewritten(finding):
    data = b'Subject: Plan\nContent-Type: text/plain; name="plan.txt"\n\nHi Tim\n'
    outcome = rewrite(data, [finding(read(data), "Tim", "Tom")])
    assert (outcome.data, outcome.left[0].reason) == (data, "file")


def test_a_boundary_that_readers_take_for_another_is_not_trusted(finding):
    data = b'Subject: Plan\nContent-Type: multipart/mixed; boundary="b "\n\n--b \n\nHi Tim\n--b\nmore\n--b --\n'
    outcome = rewrite(data, [finding(read(data), "Tim", "Tom")])
    assert (outcome.data, outcome.left[0].reason) == (data, "structure")
