"""Bold, colour, background and size that cover too much of the author's text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from maillint.authoring import Draft, Finding, Hit, Rule, Span, Style, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLAIN_COLOURS = ("", "black", "windowtext", "inherit", "initial", "transparent", "white", "#fff", "#ffffff", "auto")
_DARK = 100
_HEADING = 60


class _Look(NamedTuple):
    """What most of the text looks like."""

    colour: str
    background: str
    size: float
    is_bold: bool


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Each dressed-up stretch, when together they are too much or too colourful."""
    styles = draft.shown.styles
    if not styles:
        return
    whole = sum(_weight(paragraph.text) for paragraph in draft.paragraphs)
    look = _look(styles, draft, whole)
    dressed = [(span, colour) for span, colour in _dressed(draft, styles, look) if not _is_label(draft, span, colour)]
    share = sum(_weight(draft.text[span.start : span.end]) for span, _ in dressed) / max(whole, 1)
    colours = {colour for _, colour in dressed if colour}
    if share * 100 <= rule.options["most-percent"] and len(colours) <= rule.options["most-colours"]:
        return
    for span in _joined(draft.text, [span for span, _ in dressed]):
        yield rule.finding(draft, span, rewrite=advise(), percent=round(share * 100), colours=len(colours))


def _weight(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")


def _look(styles: Sequence[Style], draft: Draft, whole: int) -> _Look:
    """The look that more than half of the author's text has; the plain look where there is none."""
    counts: tuple[Counter[str], ...] = (Counter(), Counter(), Counter(), Counter())
    for style in styles:
        weight = sum(
            max(0, min(style.end, zone.end) - max(style.start, zone.start))
            for zone in draft.zones
            if zone.kind in ("salutation", "body", "closing")
        )
        for count, value in zip(counts, (style.colour, style.background, style.size, str(style.bold)), strict=True):
            count[value] += weight
    colour, background, size, bold = (_most(count, whole) for count in counts)
    return _Look(colour, background, _points(size), bold == "True")


def _most(count: Counter[str], whole: int) -> str:
    value, weight = max(count.items(), key=lambda item: item[1], default=("", 0))
    return value if weight * 2 > whole else ""


def _dressed(draft: Draft, styles: Sequence[Style], look: _Look) -> Iterator[tuple[Span, str]]:
    for paragraph in draft.paragraphs:
        for style in styles:
            start, end = max(style.start, paragraph.start), min(style.end, paragraph.end)
            if start < end and (dress := _dress(style, look)) is not None and draft.text[start:end].strip():
                yield Span(paragraph.zone, start, end), dress


def _dress(style: Style, look: _Look) -> str | None:
    """The loud colour of a style, "" for bold, underlining or size without one, None for a plain style."""
    for value, usual in ((style.background, look.background), (style.colour, look.colour)):
        if value != usual and not _is_quiet(value):
            return value.lower()
    is_large = bool(style.size) and _points(style.size) >= 1.2 * (look.size or 12)
    return "" if is_large or style.underline or (style.bold and not look.is_bold) else None


def _is_quiet(colour: str) -> bool:
    colour = colour.lower().strip()
    if colour in _PLAIN_COLOURS:
        return True
    red, green, blue = _rgb(colour)
    return max(red, green, blue) - min(red, green, blue) < 60 or max(red, green, blue) < _DARK


def _rgb(colour: str) -> tuple[int, int, int]:
    """The three parts of a CSS colour; a bright one for a name we do not know."""
    digits = colour.removeprefix("#")
    try:
        if colour.startswith("#") and len(digits) in (3, 4):
            return int(digits[0] * 2, 16), int(digits[1] * 2, 16), int(digits[2] * 2, 16)
        if colour.startswith("#"):
            return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
        if colour.startswith("rgb"):
            parts = colour.partition("(")[2].replace(",", " ").replace("/", " ").rstrip(")").split()
            return int(parts[0]), int(parts[1]), int(parts[2])
    except (ValueError, IndexError):
        return 0, 0, 0
    return (0, 0, 0) if "gray" in colour or "grey" in colour else (255, 0, 0)


def _points(size: str) -> float:
    """A CSS size in points; 0 for one that cannot be told."""
    number = "".join(character for character in size if character.isdigit() or character == ".")
    try:
        value = float(number)
    except ValueError:
        return {"large": 14.0, "x-large": 18.0, "xx-large": 24.0}.get(size.strip().lower(), 0.0)
    unit = size.strip().lower().lstrip("0123456789. ")
    return value * {"px": 0.75, "em": 12.0, "rem": 12.0, "%": 0.12}.get(unit, 1.0)


def _is_label(draft: Draft, span: Span, colour: str) -> bool:
    """A plain bold heading, table head or lead-in ("Place:") is structure, not emphasis."""
    text = draft.text
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    before, after = text[line_start : span.start], text[span.end : line_end if line_end >= 0 else len(text)]
    words = text[span.start : span.end].strip()
    if colour or len(words) > _HEADING or (before.strip(" -*•·0123456789.)、") and "\t" not in before):
        return False
    is_heading = not after.strip() and words[-1:] not in "!！"
    return is_heading or "\t" in before + after or words[-1:] in ":：.。" or after.lstrip()[:1] in (":", "：", "–", "-")


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Stretches with nothing but blanks between them as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last and last.zone == span.zone and not text[last.end : span.start].strip():
            joined[-1] = Span(span.zone, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return [_trimmed(text, span) for span in joined]


def _trimmed(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(span.zone, start, start + len(piece.strip()))
