"""What mail-parser finds malformed, and the stdlib as the reader behind."""

from maillint.message import fallback, read


def test_defects_are_told_as_words():
    data = b"Content-Type: multipart/mixed; boundary=x\r\n\r\nno parts"
    assert fallback.defects(data) == ("multipart-invariant-violation", "start-boundary-not-found")
    assert fallback.defects(b"Subject: fine\r\n\r\ntext") == ()


def test_a_message_that_fast_mail_parser_refuses_is_read_all_the_same():
    data = b"Subject: Fwd\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee below\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n*U3ViamVjdDogb2xkCgpvbGQ\r\n--b--"
    draft = read(data)
    assert draft.text.strip() == "see below"
    assert [each.content_type for each in draft.attachments] == ["message/rfc822"]
    assert draft.defects


def test_the_stdlib_reads_the_same_tree():
    data = b'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset="gbk"\r\n\r\n\xc4\xe3\r\n--b\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--'
    root = fallback.parse(data)
    assert [(leaf.content_type, leaf.filename, leaf.octets()) for leaf in root.leaves()] == [
        ("text/plain", "", b"\xc4\xe3"),
        ("image/png", "a.png", b"ABC"),
    ]
    assert root.children[0].params == {"charset": "gbk"}


def test_what_nobody_can_take_apart_is_one_text():
    deep = (
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(600))
        + b"\r\nwords"
    )
    assert "words" in read(deep).text
