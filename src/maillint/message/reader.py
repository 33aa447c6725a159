"""bytes -> Draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.message import addresses, charset, datefield, headers, html
from maillint.message.draft import Attachment, Draft, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(data: bytes) -> Draft:
    """Read one message; never raises."""
    from fast_mail_parser import ParseError, parse_email_tree

    fields = headers.scan(data)
    try:
        leaves = list(_leaves(parse_email_tree(data, mode="lazy")))
    except ParseError:
        leaves = []
    first = {name.lower(): value for name, value in reversed(fields)}
    senders = addresses.split(first.get("from", ""))
    plain, rich = _text(leaves, "text/plain"), _text(leaves, "text/html")
    return Draft(
        raw=data,
        headers=fields,
        subject=first.get("subject"),
        sender=senders[0] if senders else None,
        to=addresses.split(first.get("to", "")),
        cc=addresses.split(first.get("cc", "")),
        bcc=addresses.split(first.get("bcc", "")),
        date=datefield.parse(first["date"]) if "date" in first else None,
        shown=html.show(rich) if rich is not None else Shown(plain or "", "text/plain", plain or ""),
        twin=plain if rich is not None else None,
        attachments=tuple(_attachment(leaf) for leaf in leaves if not _is_text(leaf)),
        calendar=any(leaf.content_type == "text/calendar" for leaf in leaves),
    )


def _leaves(part: Any) -> Iterator[Any]:
    if part.is_message or part.content_type == "message/rfc822" or not part.children:
        yield part
        return
    for child in part.children:
        yield from _leaves(child)


def _is_text(leaf: Any) -> bool:
    return leaf.content_type in ("text/plain", "text/html") and leaf.disposition != "attachment"


def _text(leaves: list[Any], content_type: str) -> str | None:
    texts = [
        charset.decode(leaf.content or b"", _charset(leaf)).replace("\r\n", "\n")
        for leaf in leaves
        if leaf.content_type == content_type and _is_text(leaf)
    ]
    return "\n".join(texts) if texts else None


def _charset(leaf: Any) -> str:
    value = next((values[0] for name, values in leaf.headers.items() if name.lower() == "content-type"), "")
    return str(value.lower().partition("charset=")[2].partition(";")[0])


def _attachment(leaf: Any) -> Attachment:
    return Attachment(
        name=leaf.filename,
        content_type=leaf.content_type,
        size=(leaf.encoded_size or 0) * 3 // 4,
        inline=leaf.disposition == "inline" or bool(leaf.content_id),
        content_id=leaf.content_id or "",
        load=lambda: leaf.content or b"",
    )
