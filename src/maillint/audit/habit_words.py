"""Habits in words, for the text as for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.audit.habit_texts import TEXTS
from maillint.report.strings import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.audit.habits import Observation


def words(seen: Observation, language: str) -> dict[str, str]:
    """The figures of a habit as people read them; names in it come out of the mail, and are as they stood there."""
    return {name: _word(name, value, seen.figures, language) for name, value in seen.figures.items()}


def sentence(seen: Observation, language: str) -> str:
    """What a store says of a habit."""
    return spoken(TEXTS, language, f"{seen.habit}.{seen.case}", **words(seen, language))


def title(seen: Observation, language: str) -> str:
    """What a habit is called."""
    return spoken(TEXTS, language, seen.habit)


def _word(name: str, value: float | str, figures: Mapping[str, float | str], language: str) -> str:
    if isinstance(value, str):
        return value
    if name == "median":
        return duration(value, language)
    is_share = name in ("share", "day") or (name in ("most", "least") and "least" in figures)  # else "most" is a count
    return share(value) if is_share else whole(value)


def duration(seconds: float, language: str) -> str:
    """How long, in the unit people would say it in."""
    unit, length = ("minutes", 60) if seconds < 5400 else ("hours", 3600) if seconds < 172800 else ("days", 86400)
    return spoken(TEXTS, language, unit, n=max(1, round(seconds / length)))


def whole(value: float) -> str:
    """A count, thousands apart."""
    return f"{value:,.0f}"


def share(value: float) -> str:
    """A share of 1 in per cent, to a tenth below ten and next to a hundred."""
    percent = value * 100
    if 0 < percent < 0.1:
        return "<0.1%"
    if 99.9 < percent < 100:
        return ">99.9%"
    return f"{percent:.1f}%".replace(".0%", "%") if percent < 10 or percent > 98 else f"{percent:.0f}%"
