"""The parsed message: what it says, who wrote it to whom, and whose words stand where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import paragraphs as cutting
from maillint.language.text import flatten
from maillint.message import zones as zoning
from maillint.records import NamedTuple, cached_property

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from maillint.language.dates import Expression
    from maillint.language.paragraph import Paragraph
    from maillint.language.salutation_parts import Salutation
    from maillint.message.zones import Zone


class Address(NamedTuple):
    """One mailbox of an address header (RFC 5322 3.4), encoded words decoded."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """The part after the last @, in lower case; empty when there is none."""
        return self.email.rpartition("@")[2].lower() if "@" in self.email else ""


class Attachment(NamedTuple):
    """One part that is not the text of the message, undecoded."""

    name: str
    content_type: str
    size: int
    """Octets after transfer decoding; estimated, since nothing is decoded until asked for."""
    inline: bool = False
    """True for what the reader sees inside the text: images the HTML shows, S/MIME signatures, calendar twins."""
    content_id: str = ""
    load: Callable[[], bytes] | None = None
    """Decodes the content; None for a message composed in an add-in that sent names and sizes only."""


class Segment(NamedTuple):
    """``Draft.text[start:end]`` comes from ``source[source_start:source_end]`` of the shown part.

    A segment of equal lengths is verbatim; another one stands for an entity or collapsed space.
    """

    start: int
    end: int
    source_start: int
    source_end: int


class Style(NamedTuple):
    """Emphasis that HTML puts on ``Draft.text[start:end]``. Colour and size are the computed CSS values or ''."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    background: str = ""
    size: str = ""


class Mark(NamedTuple):
    """What the markup says ``text[start:end]`` is: "quote" (blockquote, gmail_quote, ...) or "signature"."""

    kind: str
    start: int
    end: int


class Shown(NamedTuple):
    """The text the reader sees and where it came from."""

    text: str
    content_type: str = "text/plain"
    source: str = ""
    """The decoded part: HTML source, or the plain text before format=flowed was undone."""
    segments: tuple[Segment, ...] = ()
    styles: tuple[Style, ...] = ()
    marks: tuple[Mark, ...] = ()


class Parsed(NamedTuple):
    """What stands in a message, before anything is thought about it."""

    raw: bytes
    headers: tuple[tuple[str, str], ...]
    """Every header field in order, names as written, values decoded and unfolded."""
    subject: str | None
    """Decoded; None when there is no Subject field at all."""
    sender: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    date: datetime | None
    """The Date field, aware, in the zone the sender wrote it in; None when absent or unreadable."""
    shown: Shown
    twin: str | None = None
    """The text/plain alternative of a shown HTML part, if there is one."""
    attachments: tuple[Attachment, ...] = ()
    signed: bool = False
    encrypted: bool = False
    calendar: bool = False
    """A text/calendar part (iMIP, RFC 6047) stands among the parts."""
    defects: tuple[str, ...] = ()
    """What is malformed, as stable words: "junk-header-line", "bad-base64", "charset-unknown", ..."""


class Draft(Parsed):
    """One message. Built by ``message.read`` or ``message.from_compose``; nothing behind can tell which.

    What follows from the parsed fields is worked out once, when it is first asked for.
    """

    @cached_property
    def text(self) -> str:
        """The whole text the reader sees, quotes and footers included."""
        return self.shown.text

    def header(self, name: str) -> str | None:
        """The first value of a header field, any case; None when absent."""
        return self._first_values.get(name.lower())

    @cached_property
    def _first_values(self) -> dict[str, str]:
        return {name.lower(): value for name, value in reversed(self.headers)}

    @cached_property
    def readers(self) -> tuple[Address, ...]:
        """To and Cc."""
        return self.to + self.cc

    def outsiders(self, internal_domains: Iterable[str] = ()) -> tuple[Address, ...]:
        """Those of To, Cc and Bcc who are in another house than the sender; branches of a domain belong to the house.

        Args:
            internal_domains: domains in lower case that belong to the house beside that of the sender's address.
        """
        own = {*internal_domains, *((self.sender.domain,) if self.sender and self.sender.domain else ())}
        branches = tuple(f".{domain}" for domain in own)
        return tuple(
            address
            for address in self.to + self.cc + self.bcc
            if (domain := address.domain)
            and domain not in own
            and not domain.endswith(branches)
            and not any(home.endswith(f".{domain}") for home in own)
        )

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        """The text cut into zones, in order, covering all of it but blank lines."""
        return zoning.cut(
            self.text,
            sender=self.sender.name if self.sender else "",
            sender_email=self.sender.email if self.sender else "",
            readers=tuple((address.name, address.email) for address in self.readers),
            marks=tuple((mark.kind, mark.start, mark.end) for mark in self.shown.marks),
            is_forward=self.is_forward,
        )

    def zone(self, kind: str) -> Zone | None:
        """The first zone of a kind."""
        return next((zone for zone in self.zones if zone.kind == kind), None)

    def zone_texts(self, *kinds: str) -> Iterator[str]:
        """The texts of all zones of these kinds."""
        return (self.text[zone.start : zone.end] for zone in self.zones if zone.kind in kinds)

    @cached_property
    def salutation(self) -> Salutation | None:
        """Who is addressed and how, parsed; spans count in ``text``."""
        return zoning.salutation(self.text, self.zones)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The author's own paragraphs: those of the salutation, body and closing zones, in order."""
        return tuple(
            paragraph
            for zone in self.zones
            if zone.kind in ("salutation", "body", "closing")
            for paragraph in cutting.split(self.text, zone.start, zone.end, zone.kind)
        )

    @cached_property
    def flat(self) -> str:
        """``text`` in lower case with line breaks inside paragraphs as spaces: same length, same offsets."""
        return flatten(self.text)

    @cached_property
    def flat_subject(self) -> str:
        """The same of the subject."""
        return flatten(self.subject or "")

    @cached_property
    def own_text(self) -> str:
        """The author's salutation, body and closing in one string, for look-ups that need no offsets."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def reference(self) -> datetime:
        """The moment relative dates count from: the Date field in its own zone, else now."""
        from datetime import datetime

        return self.date or datetime.now().astimezone()

    @cached_property
    def dates(self) -> tuple[tuple[str, Expression], ...]:
        """Every day, time and deadline in the subject and the author's own paragraphs, each with its zone."""
        from maillint.language.dates.search import find_all

        paragraphs, flat = self.paragraphs, self.flat
        own_words = [(one.text, flat[one.start : one.end], one.start) for one in paragraphs]
        subject, *each = find_all([(self.subject or "", self.flat_subject, 0), *own_words], self.reference)
        found = [("subject", one) for one in subject]
        for paragraph, own in zip(paragraphs, each, strict=True):
            if paragraph.language == "other":
                from maillint.language.dates import elsewhere

                own = elsewhere.merged(own, self.text, paragraph.start, paragraph.end, self.reference)  # noqa: PLW2901
            found.extend((paragraph.zone, one) for one in own)
        return tuple(found)

    @cached_property
    def date_traits(self) -> frozenset[str]:
        """What its dates are: relative, indefinite, ambiguous, impossible, due, with a weekday or a clock time."""
        return frozenset(trait for _, expression in self.dates for trait in expression.traits)

    @cached_property
    def language(self) -> str:
        """The language most of the author's own words are in: "en", "zh-Hans", "zh-Hant", "mixed" or "other"."""
        return cutting.dominant(self.paragraphs, self.subject or "")

    @cached_property
    def reply_prefixes(self) -> tuple[str, ...]:
        """Re:, 回复：, AW:, Fwd: ... at the head of the subject, as written."""
        return zoning.prefixes(self.subject or "")

    @cached_property
    def bare_subject(self) -> str:
        """The subject without its reply and forward prefixes."""
        return (self.subject or "")[sum(len(prefix) for prefix in self.reply_prefixes) :].strip()

    @cached_property
    def is_personal(self) -> bool:
        """A letter from a person to people, so that a greeting, a closing and a name are due."""
        return zoning.is_personal(self)

    @cached_property
    def is_reply(self) -> bool:
        """It answers a message: by its header fields, its subject or a quote below."""
        fields = bool(self.header("In-Reply-To") or self.header("References"))
        return fields or any(not zoning.is_forward_prefix(prefix) for prefix in self.reply_prefixes)

    @cached_property
    def is_forward(self) -> bool:
        """It passes a message on: the outermost prefix says so."""
        return bool(self.reply_prefixes) and zoning.is_forward_prefix(self.reply_prefixes[0])

    @cached_property
    def is_automatic(self) -> bool:
        """A machine sent it: bounces, auto-submitted mail (RFC 3834), delivery and read notifications."""
        if self.sender and self.sender.email.lower().startswith(("mailer-daemon@", "postmaster@")):
            return True
        if (self.header("Return-Path") or "").strip().lower() in ("<>", "<mailer-daemon>"):
            return True
        submitted = (self.header("Auto-Submitted") or "no").partition(";")[0].strip().lower()
        report = (self.header("Content-Type") or "").lower().startswith("multipart/report")
        return submitted != "no" or report
