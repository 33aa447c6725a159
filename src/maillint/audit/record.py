"""What an audit keeps of one message: plain values that go through a pipe, a database and a Spark job alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Mark(NamedTuple):
    """One finding without its words, unless these were asked for."""

    check: str
    group: str
    severity: str
    confidence: str
    cost: float
    """Points by itself, before the cap of its group."""
    gain: float
    """By how much the score rises once no finding of this check is left; on the first of them, 0 on the others."""
    zone: str
    start: int
    end: int
    """In code points of ``Draft.text``, or of the decoded subject where ``zone`` is "subject"."""
    grade: str
    """How freely its rewrite may be applied: "safe", "suggested", "advice"; "" when there is none."""
    fingerprint: str
    """The same for the same words in the same sentence, wherever the message lies and whatever else is in it."""
    text: str = ""
    """Verbatim; empty unless texts are kept."""
    example: str = ""
    """Its sentence with names, addresses and numbers masked; empty unless texts are kept."""


class Record(NamedTuple):
    """One message, judged; or, with ``error``, why it could not be."""

    key: str
    """SHA-256, in hexadecimal, of its octets with line ends as LF: the same message is the same key everywhere."""
    path: str
    """As people are shown it: a file, ``sent.mbox#12``, ``imap://host/Folder;UIDVALIDITY=1;UID=7``."""
    message_id: str = ""
    date: str = ""
    """ISO 8601, with the offset that stands in the Date field; empty when there is none."""
    epoch: int | None = None
    """The same moment in seconds of UTC."""
    sender: str = ""
    recipients: tuple[str, ...] = ()
    """Addresses of To, Cc and Bcc in lower case, each once."""
    thread: tuple[str, ...] = ()
    """Identifiers of References and In-Reply-To, the oldest first."""
    answered: int | None = None
    """When the mail was written that this one answers, as far as the line above its quote says; seconds of UTC."""
    is_reply: bool = False
    score: float = 0.0
    after: float = 0.0
    """The score once every rewrite with edits is applied."""
    after_safe: float = 0.0
    grade: str = ""
    language: str = ""
    profile: str = ""
    note: str = ""
    """Why it was not judged, or not wholly: "off", "automatic", "encrypted", "foreign"."""
    error: str = ""
    """Why it could not be read, as a stable word; "crashed" when maillint stumbled over it."""
    reason: str = ""
    """What more there is to say of the error."""
    groups: Mapping[str, float] = {}
    """Group -> points lost, after its cap."""
    findings: tuple[Mark, ...] = ()


def failed(path: str, error: str, reason: str = "", key: str = "") -> Record:
    """The record of what is no readable message; without octets, its path takes the place of its content."""
    if not key:
        from hashlib import sha256

        key = sha256(f"{error}\0{path}".encode("utf-8", "surrogateescape")).hexdigest()
    return Record(key, path, error=error, reason=reason)
