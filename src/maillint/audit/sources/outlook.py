"""Outlook's .msg files (MS-OXMSG) as the messages they would be on their way (RFC 5322).

Octets and not a Draft, so that a message is judged, counted and named the same whichever file it lies in. What .msg
does not hold, the sender's offset from UTC, is lost unless the message's own header stands in it too.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from maillint.message import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUBJECT, _BODY, _HTML, _HEADER = 0x0037, 0x1000, 0x1013, 0x007D
_MESSAGE_ID, _REFERENCES, _IN_REPLY_TO = 0x1035, 0x1039, 0x1042
_SENDERS = ((0x0042, 0x5D02, 0x0065), (0x0C1A, 0x5D01, 0x0C1F))
"""Name, SMTP address and address: of whom it is from, and of who sent it for them."""
_RECIPIENT = (0x3001, 0x39FE, 0x3003)
_KIND, _SUBMITTED, _CODEPAGE, _HTML_CODEPAGE = 0x0C15, 0x0039, 0x3FFD, 0x3FDE
_FILE_NAMES, _FILE_TYPE, _FILE_DATA = (0x3707, 0x3704, 0x3001), 0x370E, 0x3701
_FIELDS = {1: "To", 2: "Cc", 3: "Bcc"}
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_MOST_PARTS = 5000
_POLICY = policy.SMTP.clone(max_line_length=998, utf8=True, refold_source="none")


def item(path: str, data: bytes) -> sources.Item:
    """The message in a .msg file, or why there is none."""
    try:
        import olefile
    except ImportError:
        return sources.Item(path, error="no-msg-reader")
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            return sources.Item(path, _message(_Storage(file, [])).as_bytes(policy=_POLICY))
    except Exception:  # noqa: BLE001 - a damaged file is a row of the report, whatever the reader says
        return sources.Item(path, error="not-a-message")


class _Storage:
    """The properties of a message, a recipient or an attachment (MS-OXMSG 2.4)."""

    def __init__(self, file: Any, where: list[str], codepage: str = "cp1252") -> None:
        self._file = file
        self._where = where
        self._fixed = dict(self._entries())
        number = self.number(_CODEPAGE) or self.number(_HTML_CODEPAGE)
        self.codepage = _codec(number) if number else codepage

    def _stream(self, name: str) -> bytes:
        where = [*self._where, name]
        found: bytes = self._file.openstream(where).read() if self._file.exists(where) else b""
        return found

    def _entries(self) -> Iterator[tuple[int, bytes]]:
        """Properties of fixed length: 16 octets each, behind a head of 8, or 32 for the message itself."""
        stream = self._stream("__properties_version1.0")
        for start in range(8 if self._where else 32, len(stream) - 15, 16):
            tag = int.from_bytes(stream[start : start + 4], "little")
            yield tag >> 16, stream[start + 8 : start + 16]

    def number(self, tag: int) -> int:
        """A number; 0 when it is not there."""
        return int.from_bytes(self._fixed.get(tag, b"")[:4], "little")

    def moment(self, tag: int) -> datetime | None:
        """A time, in UTC."""
        ticks = int.from_bytes(self._fixed.get(tag, b""), "little")
        return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None

    def octets(self, tag: int) -> bytes:
        """Binary data; empty when it is not there."""
        return self._stream(f"__substg1.0_{tag:04X}0102")

    def text(self, *tags: int) -> str:
        """The first of some texts that is there."""
        for tag in tags:
            if wide := self._stream(f"__substg1.0_{tag:04X}001F"):
                return wide.decode("utf-16-le", "replace").rstrip("\0")
            if narrow := self._stream(f"__substg1.0_{tag:04X}001E"):
                return narrow.decode(self.codepage, "replace").rstrip("\0")
        return ""

    def inner(self, prefix: str) -> Iterator[_Storage]:
        """The recipients or attachments in it."""
        depth = len(self._where)
        names = {entry[depth] for entry in self._file.listdir() if len(entry) > depth + 1}
        for name in sorted(name for name in names if name.startswith(prefix))[:_MOST_PARTS]:
            yield _Storage(self._file, [*self._where, name], self.codepage)


def _codec(number: int) -> str:
    name = {65001: "utf-8", 20127: "ascii", 54936: "gb18030", 936: "gb18030", 950: "cp950"}.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _message(storage: _Storage) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    for name, value in _header(storage):
        if value and name not in message:
            message[name] = " ".join(value.split())[:100_000]
    _fill(message, storage)
    for number, part in enumerate(storage.inner("__attach_version1.0_#")):
        maintype, _, subtype = (part.text(_FILE_TYPE) or "application/octet-stream").partition("/")
        name = part.text(*_FILE_NAMES) or f"attachment-{number + 1}"
        if maintype in ("text", "multipart", "message") or not subtype:
            maintype, subtype = "application", "octet-stream"
        message.add_attachment(part.octets(_FILE_DATA), maintype=maintype, subtype=subtype, filename=name)
    if message.is_multipart():
        _number(message)
    return message


def _fill(message: EmailMessage, storage: _Storage) -> None:
    text = storage.text(_BODY).replace("\r\n", "\n")
    markup = storage.octets(_HTML)
    html = markup.decode(_codec(storage.number(_HTML_CODEPAGE)), "replace") if markup else storage.text(_HTML)
    message.set_content(text or "", cte="base64")
    if html:
        html = html.replace("\r\n", "\n")
        message.add_alternative(html, subtype="html", cte="base64") if text else message.set_content(
            html, subtype="html", cte="base64"
        )


def _number(message: EmailMessage) -> None:
    """Boundaries that are the same each time the file is read."""
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_maillint_{number}_=")


def _header(storage: _Storage) -> Iterator[tuple[str, str]]:
    """The header fields: from the header it came or went with if there is one, else from the properties."""
    own = sources_header(storage.text(_HEADER))
    yield "From", own.get("from") or next(filter(None, (_mailbox(storage, tags) for tags in _SENDERS)), "")
    people: dict[str, list[str]] = {name: [] for name in _FIELDS.values()}
    for recipient in storage.inner("__recip_version1.0_#"):
        people[_FIELDS.get(recipient.number(_KIND) & 0xF, "To")].append(_mailbox(recipient, _RECIPIENT))
    for name, mailboxes in people.items():
        yield name, own.get(name.lower()) or ", ".join(filter(None, mailboxes))
    yield "Subject", storage.text(_SUBJECT) or own.get("subject", "")
    sent = storage.moment(_SUBMITTED)
    yield "Date", own.get("date") or (format_datetime(sent) if sent else "")
    for name, tag in (("Message-ID", _MESSAGE_ID), ("References", _REFERENCES), ("In-Reply-To", _IN_REPLY_TO)):
        yield name, own.get(name.lower()) or storage.text(tag)
    for name in ("Auto-Submitted", "X-Maillint", "X-Maillint-Ignore", "List-Id"):
        yield name, own.get(name.lower(), "")


def sources_header(text: str) -> dict[str, str]:
    """The first value of each field of a header, decoded, by its name in lower case."""
    from maillint.message import headers

    block = headers.scan(f"{text.strip()}\n\n".encode("utf-8", "replace")) if text.strip() else None
    fields = reversed(block.fields) if block else ()
    return {name.lower(): headers.text(value) for name, value in fields}


def _mailbox(storage: _Storage, tags: tuple[int, int, int]) -> str:
    name, smtp, other = (storage.text(tag) for tag in tags)
    email = smtp or (other if "@" in other else "")
    local, _, domain = email.strip("<>' ").rpartition("@")
    try:
        return str(Address(" ".join(name.split()), local, domain)) if local else " ".join(name.split())
    except ValueError:
        return " ".join(name.split())
