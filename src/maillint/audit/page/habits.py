"""Habits as cards: what the store says, what that is worth, and which norm asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.audit.habit_words import whole, words
from maillint.audit.habits import NORMS
from maillint.audit.page import charts
from maillint.audit.page.tables import Number, table

if TYPE_CHECKING:
    from maillint.audit.habits import Observation
    from maillint.audit.page.audited import Audited
    from maillint.audit.page.look import Look


def cards(audit: Audited, look: Look) -> str:
    """All habits that the store was asked for."""
    shown = "".join(_card(observation, look) for observation in audit.habits)
    return f'<p class="lead">{look.say("habits.lead")}</p>\n<div class="cards">\n{shown}</div>\n' if shown else ""


def _card(seen: Observation, look: Look) -> str:
    figures = words(seen, look.language)
    asked = " · ".join(f'<abbr title="{look.asked(number)}">{number}</abbr>' for number in NORMS[seen.habit])
    limit = "" if seen.case == "unknown" else f'<p class="dim">{look.say(f"{seen.habit}.limit", **figures)}</p>'
    return (
        f'<article>\n<div class="head"><h3>{look.say(seen.habit)}</h3><p class="dim">{asked}</p></div>\n'
        f"<p>{look.say(f'{seen.habit}.{seen.case}', **figures)}</p>\n{_steps(seen, look)}{limit}\n</article>\n"
    )


def _steps(seen: Observation, look: Look) -> str:
    if not seen.steps:
        return ""
    names = [look.say(f"wait.{number}") for number in range(len(seen.steps))]
    if look.has_charts:
        return charts.bars(names, seen.steps, look.say(seen.habit)) + "\n"
    rows = [(name, Number(whole(n), n)) for name, n in zip(names, seen.steps, strict=True)]
    return table("", [(look.say("col.waited"), ""), (look.say("col.messages"), "number")], rows)
