"""Whole messages: octets in, one Draft out."""

import base64
import quopri

import pytest

from maillint.message import read

HEAD = b"From: Anna Berg <anna@north.example>\r\nTo: Tom <tom@south.example>\r\nSubject: Offer\r\nDate: Wed, 25 Nov 2026 10:00:00 +0100\r\n"
SIMPLE = "王经理：您好，请于11月27日前回复。"


def part(content_type, body, *fields):
    lines = [f"Content-Type: {content_type}", *fields]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + (body if isinstance(body, bytes) else body.encode())


def multipart(kind, *parts, extra="", boundary="=_b1"):
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"{extra}\r\n\r\n'.encode()
    return (
        head
        + b"".join(b"--" + boundary.encode() + b"\r\n" + each + b"\r\n" for each in parts)
        + f"--{boundary}--\r\n".encode()
    )


def files(draft):
    return [(each.name, each.inline) for each in draft.attachments]


PDF = part(
    'application/pdf; name="offer.pdf"',
    base64.b64encode(b"%PDF" * 300),
    "Content-Transfer-Encoding: base64",
    'Content-Disposition: attachment; filename="offer.pdf"',
)
PLAIN = part("text/plain; charset=utf-8", "plain words")
HTML = part("text/html; charset=utf-8", "<p>html <b>words</b></p>")


def test_a_plain_message():
    draft = read(HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\nHei,\r\n\r\nP\xc3\xa5 tirsdag.\r\n")
    assert draft.text == "Hei,\n\nPå tirsdag.\n"
    assert draft.subject == "Offer"
    assert draft.sender == ("Anna Berg", "anna@north.example")
    assert draft.to == (("Tom", "tom@south.example"),)
    assert draft.date.isoformat() == "2026-11-25T10:00:00+01:00"
    assert [name for name, _ in draft.headers] == ["From", "To", "Subject", "Date", "Content-Type"]
    assert (draft.cc, draft.bcc, draft.attachments, draft.twin, draft.defects) == ((), (), (), None, ())
    assert draft.shown.segments == ((0, len(draft.text), 0, len(draft.text)),)


def test_the_octets_are_kept_as_they_came():
    data = b"\xef\xbb\xbfSubject: x\rjunk\r\rtext"
    assert read(data).raw is data


def test_of_alternatives_the_html_is_shown_and_the_plain_one_kept():
    draft = read(HEAD + multipart("alternative", PLAIN, HTML))
    assert (draft.text, draft.twin, draft.shown.content_type) == ("html words", "plain words", "text/html")
    assert [draft.text[style.start : style.end] for style in draft.shown.styles] == ["words"]


def test_an_empty_html_gives_way_to_its_twin():
    draft = read(HEAD + multipart("alternative", PLAIN, part("text/html", "<html><body></body></html>")))
    assert (draft.text, draft.twin) == ("plain words", "plain words")


def test_attachments_are_found_and_loaded_on_demand():
    draft = read(HEAD + multipart("mixed", multipart("alternative", PLAIN, HTML, boundary="=_b2"), PDF))
    assert files(draft) == [("offer.pdf", False)]
    assert draft.attachments[0].load() == b"%PDF" * 300
    assert abs(draft.attachments[0].size - 1200) < 60


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("Content-Disposition: attachment; filename*=utf-8''%E6%8A%A5%E4%BB%B7.pdf", "报价.pdf"),
        ('Content-Disposition: attachment; filename="=?gb2312?B?sai82w==?=.pdf"', "报价.pdf"),
        (
            'Content-Disposition: attachment; filename="=?utf-8?B?5oql5Lu35Y2V77yI5pyA57uI54mI?=\r\n =?utf-8?B?77yJLnBkZg==?="',
            "报价单（最终版）.pdf",
        ),
        ('Content-Disposition: attachment; filename="=?utf-8?Q?=E6=8A?=\r\n =?utf-8?Q?=A5=E4=BB=B7.pdf?="', "报价.pdf"),
        ('Content-Disposition: attachment; filename="C:\\\\Users\\\\anna\\\\offer.pdf"', "offer.pdf"),
        ("Content-Disposition: attachment; filename=final offer.pdf", "final offer.pdf"),
    ],
)
def test_names_of_attachments(field, name):
    draft = read(HEAD + multipart("mixed", PLAIN, part("application/pdf", "x", field)))
    assert files(draft) == [(name, False)]


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5"])
def test_a_raw_8_bit_name_of_an_attachment(codec):
    field = 'Content-Disposition: attachment; filename="報價單及說明.pdf"'.encode(codec)
    draft = read(HEAD + multipart("mixed", PLAIN, b"Content-Type: application/pdf\r\n" + field + b"\r\n\r\nx"))
    assert files(draft) == [("報價單及說明.pdf", False)]


def test_images_that_the_html_shows_are_told_from_attachments():
    page = part("text/html", '<p>see <img src="cid:logo@x"></p>')
    logo = part("image/png; name=logo.png", "x", "Content-ID: <logo@x>")
    photo = part("image/jpeg; name=photo.jpg", "x", "Content-Disposition: inline; filename=photo.jpg")
    draft = read(HEAD + multipart("mixed", multipart("related", page, logo, boundary="=_b2"), photo))
    assert files(draft) == [("photo.jpg", False), ("logo.png", True)]
    assert draft.attachments[1].content_id == "logo@x"


def test_an_image_of_an_unrelated_part_is_inline_when_the_html_shows_it():
    page = part("text/html", '<p>see <img src="cid:logo@x"></p>')
    logo = part("image/png; name=logo.png", "x", "Content-ID: <logo@x>", "Content-Disposition: attachment")
    assert files(read(HEAD + multipart("mixed", page, logo))) == [("logo.png", True)]


@pytest.mark.parametrize(
    ("field", "text", "names"),
    [
        ("Content-Type: text", "words", []),
        ("Content-Type: plain; charset=utf-8", "words", []),
        ("Content-Type: application; name=a.gz", "", ["a.gz"]),
        ("Content-Type:", "words", []),
        ("X-None: 1", "words", []),
    ],
)
def test_types_that_are_none(field, text, names):
    draft = read(HEAD + multipart("mixed", field.encode() + b"\r\n\r\nwords"))
    assert (draft.text, [each.name for each in draft.attachments]) == (text, names)


def test_several_texts_are_shown_one_after_the_other():
    footer = part("text/plain", "list footer", "Content-Disposition: inline")
    draft = read(HEAD + multipart("mixed", HTML, footer))
    assert draft.text == "html words\nlist footer"
    assert draft.shown.content_type == "text/html"
    for start, end, source_start, source_end in draft.shown.segments:
        assert draft.text[start:end] == draft.shown.source[source_start:source_end]


def test_a_text_with_a_name_is_an_attachment_unless_it_stands_alone():
    named = part("text/plain; name=notes.txt", "notes", "Content-Disposition: inline; filename=notes.txt")
    assert files(read(HEAD + multipart("mixed", PLAIN, named))) == [("notes.txt", False)]
    alone = read(HEAD + multipart("mixed", named, PDF))
    assert (alone.text, files(alone)) == ("notes", [("offer.pdf", False)])


def test_an_attached_message_is_one_attachment_and_its_text_not_ours():
    inner = part(
        "message/rfc822; name=old.eml",
        b"Subject: old\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\nold words\r\n--i--\r\n",
    )
    draft = read(HEAD + multipart("mixed", PLAIN, inner))
    assert (draft.text, files(draft)) == ("plain words", [("old.eml", False)])
    assert b"old words" in draft.attachments[0].load()


def test_an_invitation_is_no_attachment():
    invitation = part("text/calendar; method=REQUEST; charset=utf-8", "BEGIN:VCALENDAR")
    draft = read(HEAD + multipart("alternative", PLAIN, HTML, invitation))
    assert draft.calendar
    assert draft.text == "html words"
    assert [each for each in draft.attachments if not each.inline] == []


def test_signed_and_encrypted_messages():
    signature = part('application/pgp-signature; name="signature.asc"', "-----BEGIN PGP SIGNATURE-----")
    signed = read(HEAD + multipart("signed", PLAIN, signature, extra="; micalg=pgp-sha256"))
    assert (signed.signed, signed.encrypted, signed.text) == (True, False, "plain words")
    assert files(signed) == [("signature.asc", True)]
    control = part("application/pgp-encrypted", "Version: 1")
    encrypted = read(
        HEAD + multipart("encrypted", control, part("application/octet-stream", "-----BEGIN PGP MESSAGE-----"))
    )
    assert (encrypted.encrypted, encrypted.text) == (True, "")
    envelope = read(HEAD + part("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MIIB"))
    assert (envelope.encrypted, files(envelope)) == (True, [("smime.p7m", True)])
    opaque = read(HEAD + part("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "MIIB"))
    assert (opaque.signed, opaque.encrypted) == (True, False)
    assert read(HEAD + b"\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nhi").signed


def test_flowed_text_is_unwrapped():
    draft = read(HEAD + part("text/plain; charset=utf-8; format=flowed; delsp=yes", "你好， \r\n世界\r\n"))
    assert (draft.text, draft.shown.source) == ("你好，世界\n", "你好， \n世界\n")


@pytest.mark.parametrize(
    ("body", "encoding", "text"),
    [
        (base64.b64encode(SIMPLE.encode()).rstrip(b"="), "base64", SIMPLE),
        (
            base64.b64encode(SIMPLE.encode())[:30] + b" * \r\n" + base64.b64encode(SIMPLE.encode())[30:],
            "base64",
            SIMPLE,
        ),
        (base64.b64encode(b"hello") + b"\r\n--\r\nlist footer!", "base64", "hello\n--\nlist footer!"),
        (base64.b64encode(SIMPLE.encode()), "BASE64;", SIMPLE),
        (base64.b64encode(SIMPLE.encode()), '"base64"', SIMPLE),
        (quopri.encodestring(SIMPLE.encode()), "Quoted-Printable", SIMPLE),
        (SIMPLE.encode() + b"=20=\r\nx=zz", "quoted-printable", SIMPLE + " x=zz"),
        (b"begin 644 a.txt\r\n%:&5L;&\\\r\n`\r\nend", "x-uuencode", "hello"),
        (SIMPLE.encode(), "8bit", SIMPLE),
        (SIMPLE.encode(), "gibberish", SIMPLE),
    ],
)
@pytest.mark.parametrize("is_nested", [False, True])
def test_transfer_encodings(body, encoding, text, is_nested):
    inner = part("text/plain; charset=utf-8", body, f"Content-Transfer-Encoding: {encoding}")
    draft = read(HEAD + (multipart("mixed", inner, PDF) if is_nested else inner))
    assert draft.text.rstrip("\n") == text


def test_a_damaged_attachment_loads_as_much_as_can_be_had():
    damaged = part("application/pdf; name=a.pdf", b"JVBER*i0\r\nxLjQ", "Content-Transfer-Encoding: base64")
    assert read(HEAD + multipart("mixed", PLAIN, damaged)).attachments[0].load() == b"%PDF-1.4"


@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
@pytest.mark.parametrize(
    "label", ["", "; charset=utf-8", "; charset=gb2312", "; charset=x-unknown", "; charset=us-ascii"]
)
def test_charset_labels_lie(codec, label):
    data = (
        b"Subject: "
        + "订单确认".encode(codec)
        + f"\r\nContent-Type: text/plain{label}\r\n\r\n".encode()
        + SIMPLE.encode(codec)
    )
    draft = read(data)
    assert (draft.subject, draft.text) == ("订单确认", SIMPLE)


def test_the_html_may_declare_its_own_charset():
    page = f'<html><head><meta charset="gb2312"></head><body>{SIMPLE}</body></html>'.encode("gbk")
    assert read(HEAD + part("text/html", page)).text == SIMPLE
    header = b"Content-Type: text/html\r\n\r\n<meta http-equiv=Content-Type content='text/html; charset=big5'><p>"
    assert read(header + "陳經理您好".encode("big5")).text == "陳經理您好"


REPAIRED = {
    "junk line among the fields": (
        b"From: a@x.example\r\nthis is no field\r\nSubject: Offer\r\n\r\ntext",
        "junk-header-line",
    ),
    "byte order mark": (b"\xef\xbb\xbfFrom: a@x.example\r\nSubject: Offer\r\n\r\ntext", "byte-order-mark"),
    "empty lines on top": (b"\r\n\r\nFrom: a@x.example\r\nSubject: Offer\r\n\r\ntext", "leading-blank-line"),
    "no empty line": (b"From: a@x.example\r\nSubject: Offer\r\ntext", "missing-blank-line"),
    "bare carriage returns": (b"From: a@x.example\rSubject: Offer\r\rtext", "bare-carriage-returns"),
    "doubled subject": (b"From: a@x.example\r\nSubject: Offer\r\nSubject: Other\r\n\r\ntext", "doubled-subject"),
    "boundary not named": (
        b"From: a@x.example\r\nSubject: Offer\r\nContent-Type: multipart/mixed\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\ntext\r\n--q--",
        "multipart-without-boundary",
    ),
    "no parts": (
        b"From: a@x.example\r\nSubject: Offer\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\ntext",
        "multipart-without-boundary",
    ),
}


@pytest.mark.parametrize(("data", "defect"), REPAIRED.values(), ids=REPAIRED.keys())
def test_broken_frames_are_mended_and_named(data, defect):
    draft = read(data)
    assert (draft.sender.email, draft.subject, draft.text.strip()) == ("a@x.example", "Offer", "text")
    assert draft.defects == (defect,)


def test_an_mbox_line_on_top_is_passed_over():
    draft = read(b"From anna@x.example Wed Nov 25 10:00:00 2026\nSubject: Offer\n\ntext\n")
    assert (draft.subject, draft.text, draft.defects) == ("Offer", "text\n", ())


def test_boundaries_that_begin_alike_are_kept_apart():
    inner = multipart("alternative", PLAIN, HTML, boundary="=_b1_1")
    assert read(HEAD + multipart("mixed", inner, PDF, boundary="=_b1")).text == "html words"


def test_a_doubled_to_gives_all_its_readers():
    draft = read(b"To: a@x.example\r\nTo: b@x.example\r\nSubject: \r\nSubject: Offer\r\n\r\n")
    assert [each.email for each in draft.to] == ["a@x.example", "b@x.example"]
    assert draft.subject == "Offer"


def test_text_without_a_header_is_all_text():
    text = "Hi Tom, see this:\nFrom: Anna\nSubject: no header\n\nBye\n"
    draft = read(text.encode())
    assert (draft.text, draft.headers, draft.subject) == (text, (), None)


def test_an_empty_subject_is_there_and_an_absent_one_is_not():
    assert read(b"Subject:\r\n\r\n").subject == ""
    assert read(b"From: a@x.example\r\n\r\n").subject is None


def test_headers_keep_their_order_and_are_unfolded():
    draft = read(b"X-B: 1\r\nx-a: one\r\n\ttwo\r\n  three\r\nX-B: =?utf-8?B?5L2g?=\r\n\r\n")
    assert draft.headers == (("X-B", "1"), ("x-a", "one two three"), ("X-B", "你"))
    assert draft.header("X-A") == "one two three"


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_either_line_end_gives_the_same_draft(end):
    data = HEAD + multipart("mixed", multipart("alternative", PLAIN, HTML, boundary="=_b2"), PDF)
    draft = read(data.replace(b"\r\n", end))
    assert (draft.text, draft.twin, files(draft)) == ("html words", "plain words", [("offer.pdf", False)])
