"""The parts that are shown, decoded and put one after the other into the text the reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import charset
from maillint.message.draft import Segment, Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.message.part import Part

    Defects = dict[str, None]


def show(parts: Sequence[Part], defects: Defects) -> Shown:
    """The text of all these parts; defects met on the way are added to ``defects``."""
    pieces = [show_one(part, defects) for part in parts]
    if len(pieces) == 1:
        return pieces[0]
    return _joined(pieces) if pieces else Shown("")


def plain(source: str) -> Shown:
    """Text that is its own source."""
    return Shown(source, "text/plain", source, (Segment(0, len(source), 0, len(source)),) if source else ())


def decoded(part: Part, defects: Defects) -> str:
    """The part's text, lines ending in line feeds."""
    octets = part.octets()
    label = part.params.get("charset", "")
    if not label and part.content_type == "text/html":
        label = _declared(octets)
    text, defect = charset.decode(octets, label)
    if defect:
        defects[defect] = None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _declared(octets: bytes) -> str:
    """What the HTML itself says in a meta element, when the part's header says nothing."""
    after = octets[:2048].partition(b"charset=")[2].lstrip(b"\"' ")[:40].decode("ascii", "ignore")
    return after.replace("'", '"').partition('"')[0].partition(">")[0].partition(";")[0].strip(" /")


def show_one(part: Part, defects: Defects) -> Shown:
    """The text of one part."""
    source = decoded(part, defects)
    if part.content_type == "text/html":
        from maillint.message import html

        if len(source) > html.LONGEST:
            defects["html-cut-short"] = None
        return html.show(source)
    if part.params.get("format", "").lower() == "flowed":
        from maillint.message import flowed

        text, segments = flowed.unwrap(source, delete_space=part.params.get("delsp", "").lower() == "yes")
        return Shown(text, "text/plain", source, segments)
    return plain(source)


def gap(text: str) -> str:
    """What stands between the text so far and that of the next part."""
    return "\n" if text and not text.endswith("\n") else ""


def _joined(pieces: Sequence[Shown]) -> Shown:
    text, source = "", ""
    shifted: list[Shown] = []
    for piece in pieces:
        text += gap(text)
        shifted.append(_shifted(piece, len(text), len(source)))
        text += piece.text
        source += piece.source + "\n"
    is_html = any(piece.content_type == "text/html" for piece in pieces)
    return Shown(
        text,
        "text/html" if is_html else "text/plain",
        source,
        tuple(segment for piece in shifted for segment in piece.segments),
        tuple(style for piece in shifted for style in piece.styles),
        tuple(mark for piece in shifted for mark in piece.marks),
    )


def _shifted(piece: Shown, by: int, source_by: int) -> Shown:
    return piece._replace(
        segments=tuple(
            Segment(item.start + by, item.end + by, item.source_start + source_by, item.source_end + source_by)
            for item in piece.segments
        ),
        styles=tuple(style._replace(start=style.start + by, end=style.end + by) for style in piece.styles),
        marks=tuple(mark._replace(start=mark.start + by, end=mark.end + by) for mark in piece.marks),
    )
