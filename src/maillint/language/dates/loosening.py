"""Words beside a period that make it no more than a hint: one day next week, next week or so, 月中左右, 下周某天."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_PARTS = ("day", "evening", "morning", "afternoon")
_SOME_DAYS = tuple(f"{some} {part}" for some in ("one", "some") for part in _PARTS)
_ABOUT = ("around the ", "around ", "about the ", "roughly the ", "roughly ")
_LOOSE = (
    " or so", " or two", " or the week after", " or the month after", " or the one after", " or thereabouts",
    " some time", " sometime", " at some point", " at some stage",
)  # fmt: skip
_LOOSE_HAN = ("左右", "前后", "前後", "某天", "某日", "某一天", "某个时间", "某個時間", "的某天", "的某一天")


def loosened(items: list[Found], flat: str) -> list[Found]:
    """The expressions of a text, with periods that are only hints turned to indefinite ones."""
    loose = [item for item in items if item.form in ("period", "edge", "offset") and _loosen(item, flat)]
    if not loose:
        return items
    return [item for item in items if not any(item is not one and one.start <= item.start < one.end for one in loose)]


def _loosen(item: Found, flat: str) -> bool:
    """Whether something beside a period makes it a hint; it is taken into the expression."""
    if item.kind not in ("relative", "ambiguous"):
        return False
    tails = _LOOSE_HAN if item.is_han else _LOOSE
    after = ""
    if flat.startswith(tails, item.end):
        after = max((tail for tail in tails if flat.startswith(tail, item.end)), key=len)
    before = (
        "" if item.is_han or item.form == "offset" else _loose_before(flat, item.start, is_edge=item.form == "edge")
    )
    if not (after or before):
        return False
    item.kind, item.form = "indefinite", "strong"
    item.start, item.end = item.start - len(before), item.end + len(after)
    item.anchor = item.end
    return True


def _loose_before(flat: str, start: int, *, is_edge: bool) -> str:
    """One day, any evening: what stands before a week or month it falls in."""
    before = flat[max(0, start - 28) : start]
    if is_edge and before.endswith(_ABOUT):
        return next(about for about in _ABOUT if before.endswith(about))
    if "one " not in before and "some " not in before:
        return ""
    bare = before.rstrip()
    for filler in (" in the", " during the", " over the", " in", " during", " over", " the"):
        bare = bare.removesuffix(filler)
    found = next((day for day in _SOME_DAYS if bare.endswith(day) and not bare[: -len(day)][-1:].isalnum()), "")
    return before[len(bare) - len(found) :] if found else ""
