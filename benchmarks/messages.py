"""Messages as people send them, made up from a seed: the same seed gives the same bytes.

The mix follows what a business mailbox holds: plain text and HTML with its plain twin, Outlook's heavy markup, quoted
threads, signatures, base64, quoted-printable, gb18030 and Big5, an attachment here and there, and in every other one
the header fields that servers add.
"""

from __future__ import annotations

import base64
import quopri
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import dress
import prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

EPOCH = datetime(2026, 1, 5, 9, 0, tzinfo=timezone(timedelta(hours=1)))


@dataclass(frozen=True, slots=True)
class Voice:
    """How messages in one language sound."""

    names: Sequence[str]
    places: Sequence[str]
    subjects: Sequence[tuple[str, str]]
    """Each with the sentence that a text on it begins with."""
    sentences: Sequence[str]
    date: str
    greeting: str
    closing: str
    wrote: str
    charsets: Sequence[str]
    joint: str


EN = Voice(
    [" ".join(name) for name in prose.EN_NAMES],
    prose.EN_PLACES,
    prose.EN_SUBJECTS,
    prose.EN_SENTENCES,
    "{0.day} {0:%B %Y}",
    "Dear {first},",
    "Kind regards,\n{sender}",
    "On {date}, {reader} wrote:",
    ("utf-8", "utf-8", "windows-1252", "iso-8859-1"),
    " ",
)
ZH_HANS = Voice(
    prose.ZH_HANS_NAMES,
    prose.ZH_HANS_PLACES,
    prose.ZH_HANS_SUBJECTS,
    prose.ZH_HANS_SENTENCES,
    "{0.year}年{0.month}月{0.day}日",
    "{first}经理：\n您好！",
    "祝\n商祺！\n\n{sender}",
    "在 {date}，{reader} 写道：",
    ("utf-8", "gb18030", "gb2312"),
    "",
)
ZH_HANT = Voice(
    prose.ZH_HANT_NAMES,
    prose.ZH_HANT_PLACES,
    prose.ZH_HANT_SUBJECTS,
    prose.ZH_HANT_SENTENCES,
    "{0.year}年{0.month}月{0.day}日",
    "{first}經理，您好：",
    "敬祝\n商祺\n\n{sender}",
    "{reader} 於 {date} 寫道：",
    ("utf-8", "big5"),
    "",
)
VOICES = (EN, EN, EN, EN, EN, EN, ZH_HANS, ZH_HANS, ZH_HANS, ZH_HANT)


def generate(count: int, seed: int = 1, *, attachments: bool = True) -> list[bytes]:
    """``count`` messages; the same ones bare of attachments when these are not wanted."""
    random = Random(seed)
    return [message(random, attachments=attachments) for _ in range(count)]


def short(language: str, seed: int = 1) -> bytes:
    """One plain message of about 150 English words ("en") or 300 Han ("zh")."""
    random, voice = Random(seed), EN if language == "en" else ZH_HANS
    sentences: list[str] = []
    while _length(sentences, voice) < (135 if voice is EN else 290):
        sentences.append(_sentence(random, voice))
    paragraphs = [voice.joint.join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    writer = _Writer(random, voice)
    return writer.message(writer.part("text/plain", "\n\n".join(paragraphs)))


def submitted(random: Random) -> bytes:
    """A short English mail as its author's mail program hands it in: some 70 words, no fields of servers yet."""
    writer = _Writer(random, EN)
    sentences = [_sentence(random, EN) for _ in range(4)]
    text = f"{EN.greeting.format(first=writer.first)}\n\n{writer.opening} {' '.join(sentences)}"
    whole = writer.message(writer.part("text/plain", f"{text}\n\n{EN.closing.format(sender=writer.sender)}"))
    return whole[whole.index(b"From: ") :]


def _length(sentences: Sequence[str], voice: Voice) -> int:
    text = " ".join(sentences)
    return len(text.split()) if voice is EN else sum("\u4e00" <= character <= "\u9fff" for character in text)


def with_attachment(octets: int, seed: int = 1) -> bytes:
    """One message with an attachment of this size."""
    random = Random(seed)
    writer = _Writer(random, EN)
    return writer.message(writer.part("text/plain", writer.text()), random.randbytes(octets))


def message(random: Random, *, attachments: bool = True) -> bytes:
    """One message of any kind; one in four has an attachment of 20 kB to 1 MB, small ones oftener than large ones."""
    writer = _Writer(random, random.choice(VOICES))
    kind = random.random()
    if kind < 0.4:
        text = dress.quoted(writer.text(), writer.thread(), writer.attribution())
        content = writer.part("text/plain", text)
    else:
        content = writer.alternative(is_outlook=kind >= 0.65)
    is_attached = random.random() < 0.25
    octets = round(20_000 * 50 ** random.random())
    attachment = Random(octets).randbytes(octets) if is_attached and attachments else b""
    return writer.message(content, attachment)


def _sentence(random: Random, voice: Voice) -> str:
    return random.choice(voice.sentences).format_map(_facts(random, voice))


def _facts(random: Random, voice: Voice) -> dict[str, object]:
    date = voice.date.format(EPOCH + timedelta(days=random.randrange(330)))
    return {"n": random.randrange(1000, 9999), "date": date, "place": random.choice(voice.places)}


class _Writer:
    """One author's message on its way into MIME."""

    def __init__(self, random: Random, voice: Voice) -> None:
        self.random, self.voice = random, voice
        self.sender, self.reader = random.sample(list(voice.names), 2)
        self.charset = random.choice(voice.charsets)
        self.encoding = random.choice(("base64", "quoted-printable", "8bit"))
        facts = _facts(random, voice)
        self.subject, self.opening = (text.format_map(facts) for text in random.choice(voice.subjects))
        self.first = self.reader.split()[0] if voice is EN else self.reader[0]

    def text(self) -> str:
        """Salutation, body, closing, and often a signature."""
        voice = self.voice
        body = f"{self.opening}{voice.joint}" + "\n\n".join(self._paragraphs())
        closing = voice.closing.format(sender=self.sender)
        signature = "\n\n-- \n" + f"{self.sender}\nNorth Valves\n+46 8 555 010 10" if self.random.random() < 0.5 else ""
        return f"{voice.greeting.format(first=self.first)}\n\n{body}\n\n{closing}{signature}"

    def thread(self) -> list[str]:
        """What is answered, newest first; two in five answer nothing."""
        depth = self.random.choice((0, 0, 1, 1, 3))
        return ["\n\n".join(self._paragraphs()) for _ in range(depth)]

    def attribution(self) -> str:
        """Who wrote what is quoted, as mail programs say it."""
        return self.voice.wrote.format(date=self.voice.date.format(EPOCH), reader=self.reader)

    def message(self, content: bytes, attachment: bytes = b"") -> bytes:
        """The whole message: header fields, content, and an attachment if there is one."""
        if attachment:
            head = (
                'Content-Type: application/pdf; name="report.pdf"\nContent-Transfer-Encoding: base64\n'
                'Content-Disposition: attachment; filename="report.pdf"\n\n'
            )
            content = self._multipart("mixed", (content, head.encode() + base64.encodebytes(attachment)))
        return self._headers() + content

    def alternative(self, *, is_outlook: bool) -> bytes:
        """The text as HTML, with its plain twin before it."""
        text, thread, attribution = self.text(), self.thread(), self.attribution()
        fields = {"sender": self.reader, "reader": self.sender, "date": format_datetime(EPOCH), "subject": "Order"}
        markup = dress.outlook(text, thread, **fields) if is_outlook else dress.gmail(text, thread, attribution)
        plain = self.part("text/plain", dress.quoted(text, thread, attribution))
        return self._multipart("alternative", (plain, self.part("text/html", markup)))

    def _paragraphs(self) -> Iterator[str]:
        for _ in range(self.random.randrange(2, 6)):
            sentences = [_sentence(self.random, self.voice) for _ in range(self.random.randrange(1, 5))]
            yield self.voice.joint.join(sentences)

    def _headers(self) -> bytes:
        number = self.random.randrange(10**9)
        date = EPOCH + timedelta(minutes=self.random.randrange(400_000))
        lines = [
            *(dress.way(self.random, date) if self.random.random() < 0.5 else ()),
            f"From: {_encoded(self.sender)} <box{number % 97}@north.example>",
            f"To: {_encoded(self.reader)} <box{number % 89}@south.example>",
            f"Subject: {_encoded(self.subject)}",
            f"Date: {format_datetime(date)}",
            f"Message-ID: <{number:x}@north.example>",
            "Accept-Language: en-GB, zh-CN",
            "X-Mailer: Some Mailer 12.4",
            "MIME-Version: 1.0",
        ]
        return ("\n".join(lines) + "\n").encode("ascii")

    def part(self, kind: str, text: str) -> bytes:
        """A part of text in the charset and transfer encoding of this author's mail program."""
        charset, encoding = self.charset, self.encoding
        try:
            content = text.encode("gb18030" if charset == "gb2312" else charset)
        except UnicodeEncodeError:
            charset, content = "utf-8", text.encode()
        body = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(content)
        head = f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
        return head.encode() + body + b"\n"

    def _multipart(self, kind: str, parts: Sequence[bytes]) -> bytes:
        mark = f"=_{sum(map(len, parts)):012}_{kind}"
        lines = b"".join(f"--{mark}\n".encode() + part for part in parts)
        return f'Content-Type: multipart/{kind}; boundary="{mark}"\n\n'.encode() + lines + f"--{mark}--\n".encode()


def _encoded(value: str) -> str:
    if value.isascii():
        return f'"{value}"' if "'" in value else value
    return f"=?utf-8?B?{base64.b64encode(value.encode()).decode()}?="


def main() -> None:
    """``python messages.py FOLDER COUNT [bare]`` fills a folder, with attachments unless they shall be bare."""
    folder, count, *bare = sys.argv[1:]
    for number, data in enumerate(generate(int(count), attachments=not bare)):
        Path(folder, f"{number:04}.eml").write_bytes(data)


if __name__ == "__main__":
    main()
