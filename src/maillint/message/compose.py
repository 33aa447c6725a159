"""A message still in a compose window, as an add-in sends it, made into a Draft.

The keys and their kinds are those of ``compose.schema.json`` beside this file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from maillint.message import ComposeError, addresses, datefield, rendering
from maillint.message.draft import Address, Attachment, Draft, Shown

Kind = TypeVar("Kind", str, int, bool)
_KINDS = {str: "text", int: "a whole number", bool: "true or false"}

KEYS = ("subject", "from", "to", "cc", "bcc", "date", "text", "html", "attachments", "headers")


def from_compose(fields: Mapping[str, Any]) -> Draft:
    """Make a Draft of the fields of a compose window; what is left out is absent.

    Addresses may be strings (``Anna Berg <anna@north.example>``), objects with ``name`` and ``email``, or lists of
    either; ``date`` is ISO 8601 text or a ``datetime``, in local time when it names no offset; attachments are names
    or objects. Raises ``ComposeError`` for a field of another kind or an unknown key.
    """
    _expect(isinstance(fields, Mapping), "message", "an object")
    for key in fields:
        _expect(key in KEYS, str(key), f"one of the keys {', '.join(KEYS)}")
    senders = _addresses(fields, "from")
    date = _date(fields.get("date"))
    to, cc, bcc = (_addresses(fields, key) for key in ("to", "cc", "bcc"))
    subject = _text(fields, "subject")
    return Draft(
        raw=b"",
        headers=(*_own_headers(subject, date, {"From": senders, "To": to, "Cc": cc, "Bcc": bcc}), *_headers(fields)),
        subject=subject,
        sender=senders[0] if senders else None,
        to=to,
        cc=cc,
        bcc=bcc,
        date=date,
        shown=_shown(fields),
        twin=_text(fields, "text") if fields.get("html") is not None else None,
        attachments=_attachments(fields.get("attachments")),
    )


def _expect(is_right: bool, name: str, kind: str) -> None:  # noqa: FBT001
    if not is_right:
        raise ComposeError(f"{name}: expected {kind}")


def _text(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    _expect(value is None or isinstance(value, str), key, "text")
    return value


def _shown(fields: Mapping[str, Any]) -> Shown:
    source = _text(fields, "html")
    if source is not None:
        from maillint.message import html

        return html.show(_line_feeds(source))
    return rendering.plain(_line_feeds(_text(fields, "text") or ""))


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _date(value: Any) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        moment = None
    if not isinstance(moment, datetime):
        raise ComposeError("date: expected ISO 8601 text such as 2026-11-25T10:00:00+01:00")
    return moment if moment.tzinfo else moment.astimezone()


def _addresses(fields: Mapping[str, Any], key: str) -> tuple[Address, ...]:
    value = fields.get(key)
    if value is None:
        return ()
    items = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return tuple(address for number, item in enumerate(items) for address in _address(item, f"{key}[{number}]"))


def _address(item: Any, name: str) -> tuple[Address, ...]:
    if isinstance(item, str):
        return addresses.split(item)
    _expect(isinstance(item, Mapping), name, "text or an object with name and email")
    _expect(set(item) <= {"name", "email"}, name, "no other keys than name and email")
    address = Address(_member(item, "name", name, str, ""), _member(item, "email", name, str, ""))
    return (address,) if address.name or address.email else ()


def _attachments(value: Any) -> tuple[Attachment, ...]:
    if value is None:
        return ()
    _expect(isinstance(value, Sequence) and not isinstance(value, str), "attachments", "a list")
    return tuple(_attachment(item, f"attachments[{number}]") for number, item in enumerate(value))


def _attachment(item: Any, name: str) -> Attachment:
    if isinstance(item, str):
        return Attachment(item, "application/octet-stream", 0)
    _expect(isinstance(item, Mapping), name, "a file name or an object")
    known = {"name", "size", "content_type", "inline", "content_id"}
    _expect(set(item) <= known, name, f"no other keys than {', '.join(sorted(known))}")
    return Attachment(
        name=_member(item, "name", name, str, ""),
        content_type=_member(item, "content_type", name, str, "application/octet-stream").lower(),
        size=_member(item, "size", name, int, 0),
        inline=_member(item, "inline", name, bool, False),  # noqa: FBT003
        content_id=_member(item, "content_id", name, str, "").strip("<>"),
    )


def _member(item: Mapping[str, Any], key: str, name: str, kind: type[Kind], default: Kind) -> Kind:
    value = item.get(key, default)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ComposeError(f"{name}.{key}: expected {_KINDS[kind]}")
    return value


def _headers(fields: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    value = fields.get("headers")
    if value is None:
        return ()
    _expect(isinstance(value, Mapping), "headers", "an object of names and texts")
    for name, text in value.items():
        _expect(isinstance(name, str) and isinstance(text, str), f"headers.{name}", "text")
    return tuple(value.items())


def _own_headers(
    subject: str | None, date: datetime | None, people: Mapping[str, Sequence[Address]]
) -> list[tuple[str, str]]:
    """The fields that a sent message would carry, so that nobody behind can tell the difference."""
    found = [(name, ", ".join(map(_mailbox, group))) for name, group in people.items() if group]
    found += [("Subject", subject)] if subject is not None else []
    return found + ([("Date", datefield.write(date))] if date is not None else [])


def _mailbox(address: Address) -> str:
    return f"{address.name} <{address.email}>" if address.name else address.email
