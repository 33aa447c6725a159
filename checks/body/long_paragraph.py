"""Paragraphs too long to be read at a glance, and where to break them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rewrite,
    Rule,
    Span,
    advise,
    count_han,
    count_words,
    is_code,
    replace,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST = 240
"""No paragraph of fewer characters is long, in any script: 80 Han characters with words in between, or 50 words."""
_MOST_PARTS = 12
_LEAST_PART = 15
_OPENING, _CLOSING = "(（“「《", ")）”」》"
_CITED = ("Id.", "Ibid.", "See ", "See, ", "Cf. ")
"""Sources, which stand behind what they bear out."""
_LIKES_TO_OPEN = (
    *("however", "in addition", "additionally", "also", "furthermore", "moreover", "meanwhile", "therefore", "finally"),
    *("as a result", "second", "third", "next", "then", "on the other hand", "with regard", "regarding", "as for"),
    *("please", "could you", "would you", "另外", "此外", "同时", "同時", "但是", "不过", "不過", "因此", "所以"),
    *("其次", "最后", "最後", "关于", "關於", "至于", "至於", "请", "請", "烦请", "煩請"),
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Every paragraph over the limit, with paragraph breaks between its sentences."""
    most_words, most_han = rule.options["max-words"], rule.options["max-han"]
    least = min(_LEAST, most_han)
    for paragraph in draft.paragraphs:
        text = paragraph.text
        if len(text) < least or (text.isascii() and text.count(" ") + text.count("\n") < most_words):
            continue
        words, han = count_words(text), count_han(text)
        size = words / most_words + han / most_han
        if size <= 1 or _is_table(text) or is_code(text.partition("\n")[0]):
            continue
        span = Span(paragraph.zone, paragraph.start, paragraph.end)
        rewrite = _broken(draft.text, span, paragraph.sentences, size)
        key = "han" if han / most_han > words / most_words else "main"
        yield rule.finding(draft, span, key=key, rewrite=rewrite, words=words, han=han)


def _is_table(text: str) -> bool:
    """Whether the paragraph is rows of cells: a tab or a bar every few words."""
    cells = max(text.count("\t"), text.count("|"))
    return cells > 2 and len(text.split()) < 8 * cells


def _broken(text: str, span: Span, sentences: Sequence[tuple[int, int]], size: float) -> Rewrite:
    """A blank line before the sentences where a paragraph may best begin; words where it is one sentence only."""
    places = list(_places(text, sentences))
    if not places:
        return advise()
    parts = min(max(2, round(size * 1.5)), len(places) + 1, _MOST_PARTS)
    length = span.end - span.start
    wanted = [span.start + length * part // parts for part in range(1, parts)]
    chosen = {_nearest(text, places, at, length // parts) for at in wanted}
    return replace(Grade.SUGGESTED, [_break(text, span.zone, left, right) for left, right in sorted(chosen)])


def _break(text: str, zone: str, left: int, right: int) -> tuple[Span, str]:
    """A paragraph break in a gap; no paragraph ends with a semicolon."""
    stop = {"；": "。", ";": "."}.get(text[left - 1], "")
    return Span(zone, left - bool(stop), right), f"{stop}\n\n"


def _places(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The gaps between sentences, but for those inside brackets and quotation marks."""
    depth = 0
    for (start, left), (right, _) in pairwise(sentences):
        sentence = text[start:left]
        depth += sum(map(sentence.count, _OPENING)) - sum(map(sentence.count, _CLOSING))
        is_head = left - sentences[0][0] < _LEAST_PART  # a greeting is no part by itself
        if depth <= 0 and not is_head and not text[right].islower() and not text.startswith(_CITED, right):
            yield left, right


def _nearest(text: str, places: Sequence[tuple[int, int]], wanted: int, part: int) -> tuple[int, int]:
    """The place nearest to the wanted one; a sentence that likes to open a paragraph may be half a part away."""

    def distance(place: tuple[int, int]) -> float:
        likes = text[place[1] : place[1] + 24].lower().startswith(_LIKES_TO_OPEN)
        is_within = text[place[0] - 1] in ";；"
        return abs(place[1] - wanted) - (part / 2 if likes else 0) + (part / 2 if is_within else 0)

    return min(places, key=distance)
