"""Fixing twice is fixing once, and what was applied is gone: every form a text may have, in files and in mailboxes."""

from __future__ import annotations

import base64
import quopri
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maillint.cli.fix import Wish, run
from maillint.cli.request import Request
from maillint.engine import Config, lint, load
from maillint.finding import Grade
from maillint.message import read
from maillint.rewrite.mending import Mender

ENGLISH = (
    "We recieved the wool in Malmö!!!",
    "Please send it by next Wednesday.",
    "THE LOOM IS BROKEN AGAIN. Could you ask Åsa?",
    "The the dye is too dark 🎉🎉🎉🎉.",
    "Can you tell me when the lorry leaves?",
    "From here on we weave by hand.",
    ".",
)
CHINESE = (
    "请于下周三之前把毛毡寄到我们车间！！！",
    "染料的的颜色太深，请尽快按排重染。",
    "織機壞了，請下週五前派人來修!!",
    "毛毡已收到🎉🎉🎉🎉。",
    "下星期一货车几点开？",
)
FRAMES = {"en": ("Tom,\n\n", "\n\nÅsa\n"), "zh": ("", "\n\n林霜\n")}
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(QUICK, max_examples=6)


@cache
def ruleset():
    return load(Config())


@st.composite
def texts(draw):
    language = draw(st.sampled_from(["en", "zh"]))
    sentences = st.lists(st.sampled_from(ENGLISH if language == "en" else CHINESE), min_size=1, max_size=3)
    paragraphs = draw(st.lists(sentences.map((" " if language == "en" else "").join), min_size=1, max_size=3))
    before, behind = FRAMES[language]
    return before + "\n\n".join(paragraphs) + behind


def part(text, kind, encoding, end, more=""):
    octets = text.encode().replace(b"\n", end)
    if encoding == "base64":
        octets = base64.encodebytes(octets).replace(b"\n", end)
    elif encoding == "quoted-printable":
        octets = quopri.encodestring(octets.replace(b"\r\n", b"\n")).replace(b"\n", end)
    head = f"Content-Type: text/{kind}; charset=utf-8{more}\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    return head.replace(b"\n", end) + octets


def page(text):
    blocks = "".join(f"<p style='margin:0'>{block}</p>\n" for block in text.strip().replace("&", "&amp;").split("\n\n"))
    return f"<html><body>{blocks}<img src='cid:logo'></body></html>\n"


@st.composite
def letters(draw, ends=(b"\n", b"\r\n")):
    """One letter: plain, flowed, HTML, or both in step; in one of three encodings."""
    text, end = draw(texts()), draw(st.sampled_from(ends))
    encoding = draw(st.sampled_from(["8bit", "quoted-printable", "base64"]))
    form = draw(st.sampled_from(["plain", "flowed", "html", "both"]))
    subject = draw(st.sampled_from(["Question", "通知", "URGENT!!! WOOL", "Wool for loom 4"]))
    head = [
        "From: =?utf-8?q?=C3=85sa?= Lind <asa@mill.example>",
        "To: Tom Reed <tom@yard.example>",
        "Subject: " + (subject if subject.isascii() else "=?utf-8?b?6YCa55+l?="),
        "Date: Wed, 25 Nov 2026 10:00:00 +0100",
        "MIME-Version: 1.0",
    ]
    top = "\n".join([*head, ""]).encode().replace(b"\n", end)
    plain = part(text, "plain", encoding, end, "; format=flowed" if form == "flowed" else "")
    html = part(page(text), "html", encoding, end)
    if form != "both":
        return top + (html if form == "html" else plain)
    mark = end + b"--b" + end
    kind = b"Content-Type: multipart/alternative; boundary=b" + end
    return top + kind + mark + plain + mark + html + end + b"--b--" + end


def mender(grade):
    return Mender(lambda data: lint(read(data), ruleset()), grade, lambda _: True)


@given(letters(), st.sampled_from([Grade.SAFE, Grade.SUGGESTED]))
@QUICK
def test_a_letter_fixed_twice_is_the_letter_fixed_once(letter, grade):
    done = mender(grade).mend(letter)
    again = mender(grade).mend(done.data)
    assert again.data == done.data
    assert again.applied == ()
    before, after = (Counter(one.check for one in report.findings) for report in (done.before, done.after))
    assert not after - before


@given(st.lists(letters(ends=(b"\n",)), min_size=1, max_size=3), st.booleans(), st.booleans())
@FEW
def test_so_are_the_messages_of_a_mailbox(found, is_mbox, is_suggested):
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / ("box.mbox" if is_mbox else "Mail")
        if is_mbox:
            place.write_bytes(
                b"".join(b"From a@b.example Wed Nov 25 10:00:00 2026\n" + quoted(one) + b"\n" for one in found)
            )
        else:
            for name in ("cur", "new", "tmp"):
                (place / name).mkdir(parents=True)
            for number, one in enumerate(found):
                (place / "cur" / f"{number}.M1.host,S={len(one)}:2,S").write_bytes(one)
        states = []
        for _ in range(2):
            run(Wish(Request(paths=(str(place),), lang="en"), suggested=is_suggested, backup=False), lambda _: None)
            states.append({path.name: path.read_bytes() for path in [place, *place.rglob("*")] if path.is_file()})
        assert states[0] == states[1]
        assert is_mbox or len(states[0]) == len(found)


def quoted(letter):
    lines = letter.split(b"\n")
    return b"\n".join(b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines)
