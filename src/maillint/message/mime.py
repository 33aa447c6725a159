"""The MIME tree of a message (RFC 2045, 2046) by fast-mail-parser, and the signs that it should not be trusted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from maillint.message import charset
from maillint.message.part import Part, describe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fast_mail_parser import PyLazyMimePart

_DEEPEST = 100
_SMALL = 1 << 16
_MOST_WORDS = 5000
_ENCODINGS = frozenset(("", "7bit", "8bit", "binary", "base64", "quoted-printable"))


def parse(message: bytes, fields: Mapping[str, str], body: int, defects: dict[str, None]) -> Part:
    """The tree of ``message``, whose own header ``fields`` were read before, up to the offset ``body``.

    Where fast-mail-parser raises or is known to misread, the stdlib takes over, and mail-parser says what is malformed:
    both add to ``defects``.
    """
    from fast_mail_parser import ParseError, parse_email_tree

    if len(message) > _SMALL and _is_laborious(message):
        return _by_stdlib(message)
    try:
        node = parse_email_tree(message, mode="lazy")
        if node.encoded_size not in (None, len(message) - body):
            message = with_header(fields, message[body:])
            node = parse_email_tree(message, mode="lazy")
        root = _from_fast(node, fields, message, (), defects)
        if not (_is_doubtful(root) or (_has_quoted_text(root) and not message.isascii())):
            return root
    except ParseError:
        from maillint.message import fallback

        defects.update(dict.fromkeys(fallback.defects(message)))
    return _by_stdlib(message)


def _is_laborious(message: bytes) -> bool:
    """So many encoded words that fast-mail-parser, quadratic in those of one field, could take minutes."""
    position = found = 0
    while found < _MOST_WORDS:
        position = message.find(b"?", position) + 1
        if not position:
            return False
        found += message[position - 2 : position - 1] == b"="
    return True


def with_header(fields: Mapping[str, str], body: bytes) -> bytes:
    """A message of these content fields and this body, for when the header as sent cannot be followed."""
    lines = [f"{name}: {value}\r\n".encode("utf-8", "replace") for name, value in fields.items() if value]
    return b"".join((*lines, b"\r\n", body))


def _by_stdlib(message: bytes) -> Part:
    from maillint.message import fallback

    return fallback.parse(message)


def _from_fast(
    node: PyLazyMimePart,
    fields: Mapping[str, str],
    message: bytes,
    path: tuple[int, ...],
    defects: dict[str, None],
) -> Part:
    nodes = node.children if not node.is_message and len(path) < _DEEPEST else ()
    return describe(
        fields,
        node.content_type,
        size=node.encoded_size or 0,
        octets=partial(_octets, node, message, path, defects),
        children=tuple(
            [_from_fast(child, _fields(child), message, (*path, number), defects) for number, child in enumerate(nodes)]
        ),
    )


def _fields(node: PyLazyMimePart) -> dict[str, str]:
    return {name.lower(): _repaired(values[0]) for name, values in node.headers.items() if values}


def _octets(node: PyLazyMimePart, message: bytes, path: tuple[int, ...], defects: dict[str, None]) -> bytes:
    """The content; by the stdlib where fast-mail-parser cannot undo the transfer encoding."""
    import fast_mail_parser

    try:
        return node.content or b""
    except fast_mail_parser.ParseError:
        defects["bad-transfer-encoding"] = None
        part = _by_stdlib(message)
        for number in path:
            part = part.children[number] if number < len(part.children) else part
        return part.octets()


def _is_doubtful(part: Part, outer: tuple[str, ...] = ()) -> bool:
    """Whether fast-mail-parser is known to misread something in this tree.

    It takes a boundary for another one that starts alike, breaks characters split between encoded words, and takes
    unusual transfer encodings and multiparts without parts for nothing at all.
    """
    boundary = part.params.get("boundary", "")
    if part.content_type.startswith("multipart/"):
        if not part.children or any(boundary.startswith(other) for other in outer):
            return True
        return any(_is_doubtful(child, (*outer, boundary)) for child in part.children)
    return part.encoding not in _ENCODINGS or "\ufffd" in part.filename or "=?" in part.filename


def _has_quoted_text(part: Part) -> bool:
    """Whether it holds quoted-printable text, from which fast-mail-parser drops raw 8-bit octets."""
    if part.children:
        return any(map(_has_quoted_text, part.children))
    return part.encoding == "quoted-printable" and part.content_type.startswith("text/")


def _repaired(value: str) -> str:
    """A raw 8-bit field that was read as Latin-1, read again."""
    if value.isascii():
        return value
    try:
        return charset.guess(value.encode("latin-1"))
    except UnicodeEncodeError:
        return value
