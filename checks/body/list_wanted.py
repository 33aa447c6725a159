"""Points counted in running text, that would stand better in a list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, advise, count_han, replace

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Rewrite

_LONGEST = 4000
_SERIES = (tuple("345678"), tuple("③④⑤⑥⑦⑧"), tuple("三四五六七八"), ("third", "fourth", "fifth", "sixth"))


@cache
def _rows() -> tuple[re.Pattern[str], ...]:
    """The ways to count in a text; each counts with one of them only."""
    import re

    heads = r"(?:^|(?<=[.!?:;,。！？：；，、\n])\s*(?:and |but )?)"
    return (
        re.compile(
            rf"(?i){heads}(?P<n1>first(?:ly)?)(?=,)|{heads}(?P<n2>second(?:ly)?)(?=,)|{heads}(?P<n3>third(?:ly)?)(?=,)"
        ),
        re.compile(r"(?P<n1>[(（]1[)）])|(?P<n2>[(（]2[)）])|(?P<n3>[(（]3[)）])"),
        re.compile(r"(?<![\w(（])(?:(?P<n1>1[)）])|(?P<n2>2[)）])|(?P<n3>3[)）]))"),
        re.compile(r"(?P<n1>①)|(?P<n2>②)|(?P<n3>③)"),
        re.compile(rf"{heads}(?:(?P<n1>第一)|(?P<n2>第二)|(?P<n3>第三))(?=[，,：:、])"),
        re.compile(rf"{heads}(?:(?P<n1>首先)|(?P<n2>其次)|(?P<n3>再次|最[后後]|第三))"),
        re.compile(rf"{heads}(?:(?P<n1>一)|(?P<n2>二)|(?P<n3>三))(?=[是、])"),
        re.compile(rf"{heads}(?:(?P<n1>其一)|(?P<n2>其二)|(?P<n3>其三))(?=[，,：:、])"),
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each paragraph that counts to three or further, with a line for each point."""
    for paragraph in draft.paragraphs:
        is_hit = any(paragraph.start <= hit.span.start < paragraph.end for hit in hits)
        if not is_hit or paragraph.zone != "body" or len(paragraph.text) > _LONGEST:
            continue
        places = next((found for row in _rows() if (found := _counted(row, paragraph.text))), ())
        if not places or _columns(paragraph.text, places) < rule.options["least-columns"]:
            continue
        if _is_set_out(paragraph.text, places):
            continue
        span = Span("body", paragraph.start + places[0], paragraph.end)
        yield rule.finding(draft, span, rewrite=_listed(draft.text, paragraph.start, places))


def _counted(row: re.Pattern[str], text: str) -> tuple[int, ...]:
    """Where 1, 2, 3 and so on stand, when the first three stand in this order, once each."""
    seen = [(match.lastgroup or "", match.start(match.lastgroup or 0)) for match in row.finditer(text)]
    if [name for name, _ in seen] != ["n1", "n2", "n3"]:
        return ()
    places = [place for _, place in seen]
    third = next(match["n3"] for match in row.finditer(text) if match.lastgroup == "n3")
    return (*places, *_further(text.lower(), third.lower(), places[-1]))


def _further(text: str, third: str, place: int) -> Iterator[int]:
    """Where the fourth point begins and those behind it, counted as the third is."""
    series = next((series for series in _SERIES if series[0] in third), ())
    for ordinal in series[1:]:
        place = text.find(third.replace(series[0], ordinal), place + 1)
        if place < 0:
            return
        yield place


def _columns(text: str, places: Sequence[int]) -> int:
    """How wide the first two points are on average; short ones are read at a glance."""
    points = text[places[0] : places[2]]
    return (len(points) + count_han(points)) // 2


def _is_set_out(text: str, places: Sequence[int]) -> bool:
    """Whether the points stand on lines of their own already."""
    return all(not text[text.rfind("\n", 0, place) + 1 : place].strip() for place in places[1:])


def _listed(text: str, offset: int, places: Sequence[int]) -> Rewrite:
    """A line break before each point; in words where a sentence would be torn apart."""
    edits = []
    for place in places:
        start = end = offset + place
        while start > offset and text[start - 1] in " \n\t":
            start -= 1
        if start == offset:
            continue
        if text[start - 1] not in ".!?。！？：:；;":
            return advise()
        edits.append((Span("body", start, end), "\n"))
    return replace(Grade.SUGGESTED, edits) if edits else advise()
