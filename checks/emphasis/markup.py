"""Bold, colour, background and size that cover too much of the author's text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, Style, advise, size_in_points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_QUIET = frozenset(("", "black", "white", "gray", "grey", "silver", "navy", "windowtext", "inherit", "transparent"))
_SPREAD = 100
"""Colours whose channels lie closer together are greys or the dark blues of mail programs."""
_LARGE = 14.0
_LARGE_WORDS = ("large", "x-large", "xx-large", "xxx-large", "larger")
_HEADING = 60
_LINE = 1000
_LEAST = 40
"""In fewer characters than these a single word makes up much of the text."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Each dressed-up stretch, when together they are too much or too colourful."""
    if not draft.shown.styles:
        return
    dressed = [(span, colour) for span, colour in _dressed(draft) if not _is_structure(draft.text, span)]
    whole = sum(_weight(paragraph.text) for paragraph in draft.paragraphs)
    if whole < _LEAST:
        return
    share = 100 * sum(_weight(draft.text[span.start : span.end]) for span, _ in dressed) / max(whole, 1)
    colours = {colour for _, colour in dressed if colour}
    if share <= rule.options["most-percent"] and len(colours) <= rule.options["most-colours"]:
        return
    joined = _joined(draft.text, [span for span, _ in dressed])
    # Capitals have a check of their own: one remark on the same words is enough.
    calm = [span for span in joined if not draft.text[span.start : span.end].isupper()]
    for span in calm or joined[:1]:
        yield rule.finding(draft, span, rewrite=advise(), percent=round(share), colours=len(colours))


def _weight(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")


def _dressed(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The stretches of the author's text that stand out, each with its loud colour or ""."""
    ends = [paragraph.end for paragraph in draft.paragraphs]
    for style in draft.shown.styles:
        colour = next((value for value in (style.background, style.colour) if _is_loud(value)), "")
        if not (colour or style.bold or style.underline or _is_large(style)):
            continue
        for paragraph in draft.paragraphs[bisect_right(ends, style.start) :]:
            if paragraph.start >= style.end:
                break
            start, end = max(style.start, paragraph.start), min(style.end, paragraph.end)
            if draft.text[start:end].strip():
                yield Span(paragraph.zone, start, end), colour


def _is_loud(colour: str) -> bool:
    if not colour.startswith("#"):
        return colour not in _QUIET
    try:
        channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    except ValueError:
        return False
    return max(channels) - min(channels) >= _SPREAD


def _is_large(style: Style) -> bool:
    """Whether the size is plainly above that of running text, 10 to 12 points."""
    return style.size in _LARGE_WORDS or size_in_points(style.size) >= _LARGE


def _is_structure(text: str, span: Span) -> bool:
    """A heading, a table's cell, a lead-in ("Place:"), an address: they show how the text is built, no emphasis."""
    before = text[max(0, span.start - _LINE) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _LINE].partition("\n")[0]
    words = text[span.start : span.end].strip()
    if not len(words.split()) > 1 and ("@" in words or "://" in words or words.startswith("www.")):
        return True
    if "\t" in before or "\t" in after or "\t" in words:
        return True
    if len(words) > _HEADING or before.strip(" -*•·0123456789.)、"):
        return False
    is_heading = not after.strip() and words[-1:] not in "!！。"
    return is_heading or words[-1:] in ":：" or after.lstrip()[:1] in (":", "：", "–", "-")


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Stretches with nothing but blanks between them as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last and last.zone == span.zone and not text[last.end : span.start].strip():
            joined[-1] = Span(span.zone, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined
