"""New messages made out of one: its addressees, another subject and text, and the files that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import content, reader
from maillint.rewrite import anatomy, header, transfer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.message.draft import Draft
    from maillint.rewrite.splitting import Matter

_KEPT = ("from", "sender", "reply-to", "to", "cc", "bcc", "in-reply-to", "references", "organization")
_FILE_WORDS = ("attach", "enclos", "附件", "附上", "附檔", "附档", "随附", "隨附", "附圖", "附图")
_LEAST_STEM = 3


def written(draft: Draft, matters: Sequence[Matter]) -> tuple[bytes, ...]:
    """A message for each matter, with the fields that say who writes to whom and what is answered, and its files.

    A file goes with the matter that names it, else with the first that speaks of something attached, else with the
    first. ``X-Unsent`` makes Outlook open the message for writing.

    Raises:
        Refused: a subject cannot be written, or the parts of the message are damaged.
    """
    head, root = reader.open_up(draft.raw)
    end = header.line_end(draft.raw)
    own = [field for field in header.fields(draft.raw, 0, head.body) if field.name in _KEPT]
    fields = b"".join(draft.raw[field.start : field.end] for field in own)
    attached = {id(part) for part in content.sort(root).attachments}
    nodes = anatomy.locate(draft.raw, root, head.body).leaves() if attached else ()
    files = [(node.part.filename, draft.raw[node.start : node.end]) for node in nodes if id(node.part) in attached]
    dealt = [(_owner(name, matters), octets) for name, octets in files]
    return tuple(
        _message(fields, matter, [octets for owner, octets in dealt if owner == number], end)
        for number, matter in enumerate(matters)
    )


def _owner(name: str, matters: Sequence[Matter]) -> int:
    """The number of the matter that a file belongs to."""
    stem = name.rpartition(".")[0].lower()
    told = [matter.own.lower() for matter in matters]
    for number, text in enumerate(told):
        if len(stem) >= _LEAST_STEM and stem in text:
            return number
    return next((number for number, text in enumerate(told) if any(word in text for word in _FILE_WORDS)), 0)


def _message(fields: bytes, matter: Matter, files: Sequence[bytes], end: bytes) -> bytes:
    bare = fields + end
    subject = header.subject(bare, len(bare), matter.subject)
    top = transfer.patched(bare, [subject])[: -len(end)] + b"X-Unsent: 1" + end + b"MIME-Version: 1.0" + end
    text = _text_part(matter.text.strip("\n") + "\n", end)
    if not files:
        return top + text
    boundary = _boundary([text, *files])
    kind = b'Content-Type: multipart/mixed; boundary="%s"' % boundary
    pieces = (b"--" + boundary + end + part.removesuffix(end) + end for part in (text, *files))
    return top + kind + end + end + b"".join(pieces) + b"--" + boundary + b"--" + end


def _text_part(text: str, end: bytes) -> bytes:
    octets = text.encode("utf-8", "replace").replace(b"\n", end)
    charset, encoding, raw = b"utf-8", "7bit", octets
    if not octets.isascii() or transfer.has_long_line(octets):
        encoding, raw = transfer.encoded(octets, end)
    elif octets.isascii():
        charset = b"us-ascii"
    lines = (b"Content-Type: text/plain; charset=%s" % charset, f"Content-Transfer-Encoding: {encoding}".encode())
    return end.join((*lines, b"", raw))


def _boundary(parts: Sequence[bytes]) -> bytes:
    """A boundary that stands in none of the parts (RFC 2046 5.1.1)."""
    return next(mark for mark in _marks() if not any(mark in part for part in parts))


def _marks() -> Iterator[bytes]:
    number = 1
    while True:
        yield b"=_matter_%d" % number
        number += 1
