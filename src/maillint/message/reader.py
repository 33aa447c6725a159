"""bytes -> Draft: fast-mail-parser under our own header, charset and repair layers, the other readers behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import addresses, content, datefield, headers, mime, params, rendering
from maillint.message.draft import Attachment, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maillint.message.content import Content
    from maillint.message.draft import Address, Shown
    from maillint.message.headers import Block
    from maillint.message.part import Part

    Defects = dict[str, None]
    Values = Mapping[str, list[bytes]]
    """The values of the header fields by lower-case name."""

_ONCE = ("subject", "from", "date", "to", "cc", "content-type", "message-id")
"""Fields that RFC 5322 3.6 and RFC 2045 allow once only."""
_FIRST_LINES = 65536
_ARMOUR = "-----BEGIN PGP "


def read(data: bytes) -> Draft:
    """Read one message, as octets (RFC 5322, MIME). Never raises, whatever the octets.

    Nothing is lost: what cannot be decoded is shown as well as can be and named in ``Draft.defects``;
    attachments are found but not decoded.
    """
    wire = data if b"\n" in data[:_FIRST_LINES] else _with_line_feeds(data)
    block = headers.scan(wire)
    values = block.by_name()
    defects: Defects = dict.fromkeys(block.defects)
    defects.update((f"doubled-{name}", None) for name in _ONCE if len(values.get(name, ())) > 1)
    if wire is not data:
        defects["bare-carriage-returns"] = None
    parts = content.sort(_tree(wire, block, values, defects))
    return _draft(data, block, values, parts, defects)


def open_up(data: bytes) -> tuple[Block, Part]:
    """The header and the tree of a message, as ``read`` sees them; for octets whose lines end in line feeds."""
    block = headers.scan(data)
    return block, _tree(data, block, block.by_name(), {})


def _tree(wire: bytes, block: Block, values: Values, defects: Defects) -> Part:
    fields = {
        name: headers.plain(_first(values, name))
        for name in ("content-type", "content-disposition", "content-transfer-encoding", "content-id")
    }
    kind, parameters = params.parse(fields["content-type"])
    body = wire[block.body :] if block.defects or not block.fields else b""
    if kind.startswith("multipart/") and not _has_boundary(wire, block, parameters.get("boundary", "")):
        defects["multipart-without-boundary"] = None
        body = wire[block.body :]
        guess = _guess_boundary(body)
        fields["content-type"] = f'{kind}; boundary="{guess}"' if guess else "text/plain"
    if not body:
        return mime.parse(wire, fields, block.body, defects)
    message = mime.with_header(fields, body)
    return mime.parse(message, fields, len(message) - len(body), defects)


def _has_boundary(wire: bytes, block: Block, boundary: str) -> bool:
    return bool(boundary) and wire.find(b"--" + boundary.encode("utf-8", "replace"), block.body) >= 0


def _first(values: Values, name: str) -> bytes:
    """The first value of a field that says something."""
    return next(filter(None, values.get(name, ())), b"")


def _draft(data: bytes, block: Block, values: Values, parts: Content, defects: Defects) -> Draft:
    shown, twin = _texts(parts, defects)
    hint = next((part.params["charset"] for part in parts.texts if "charset" in part.params), "")
    senders = _addresses(values, "from", hint) or _addresses(values, "sender", hint)
    fields = tuple([(name, headers.text(value, hint)) for name, value in block.fields])
    return Draft(
        raw=data,
        headers=fields,
        subject=headers.text(_first(values, "subject"), hint) if "subject" in values else None,
        sender=senders[0] if senders else None,
        to=_addresses(values, "to", hint),
        cc=_addresses(values, "cc", hint),
        bcc=_addresses(values, "bcc", hint),
        date=datefield.parse(headers.plain(_first(values, "date"))) if "date" in values else None,
        shown=shown,
        twin=twin,
        attachments=tuple(_attachments(parts, shown.source)),
        signed=parts.signed or f"{_ARMOUR}SIGNED MESSAGE" in shown.text,
        encrypted=parts.encrypted or f"{_ARMOUR}MESSAGE" in shown.text,
        calendar=parts.calendar,
        defects=tuple(defects),
    )


def _texts(parts: Content, defects: Defects) -> tuple[Shown, str | None]:
    """What is shown, and its plain twin, which steps in where the HTML says nothing."""
    shown = rendering.show(parts.texts, defects)
    if not parts.twins:
        return shown, None
    twin = "\n".join(rendering.show([part], defects).text for part in parts.twins)
    if twin.strip() and not shown.text.strip():
        return rendering.plain(twin), twin
    return shown, twin


def _addresses(values: Values, name: str, hint: str) -> tuple[Address, ...]:
    """The mailboxes of all fields of a name, should it stand there twice."""
    found = [addresses.split(headers.plain(value, hint)) for value in values.get(name, ())]
    return found[0] if len(found) == 1 else tuple(address for group in found for address in group)


def _attachments(parts: Content, source: str) -> Iterator[Attachment]:
    for part in parts.attachments:
        yield _attachment(part, is_inline=_is_shown_in(part, source))
    for part in parts.related:
        yield _attachment(part, is_inline=part.content_type.startswith("image/") or _is_shown_in(part, source))
    for part in parts.hidden:
        yield _attachment(part, is_inline=True)


def _is_shown_in(part: Part, source: str) -> bool:
    return bool(part.content_id) and f"cid:{part.content_id}" in source


def _attachment(part: Part, *, is_inline: bool) -> Attachment:
    return Attachment(
        name=part.filename,
        content_type=part.content_type,
        size=part.size * 57 // 78 if part.encoding == "base64" else part.size,
        inline=is_inline,
        content_id=part.content_id,
        load=part.octets,
    )


def _with_line_feeds(data: bytes) -> bytes:
    """The same octets, or a copy with line feeds where lines end in bare carriage returns."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data[:_FIRST_LINES] else data


def _guess_boundary(body: bytes) -> str:
    """The boundary of a multipart that does not name it: a line ``--x`` with a content field right behind it."""
    start = 0 if body.startswith(b"--") else body.find(b"\n--") + 1
    if not start and not body.startswith(b"--"):
        return ""
    line, _, rest = body[start : start + 400].partition(b"\n")
    follows = rest.lstrip(b"\r\n").lower().startswith(b"content-")
    return line[2:].strip().decode("ascii", "ignore") if follows else ""
