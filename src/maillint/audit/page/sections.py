"""The parts of the page on the messages taken together, each from the figures to HTML."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from maillint.audit.habit_words import share, whole
from maillint.audit.page import charts, good, texts
from maillint.audit.page.look import apart, escape, gain, points, tenths
from maillint.audit.page.tables import Bar, Number, table

if TYPE_CHECKING:
    from maillint.audit.figures import Part
    from maillint.audit.page.audited import Audited
    from maillint.audit.page.look import Look
    from maillint.audit.summary import Habit

_GAINS = 8
_SHOWN = 0.005
"""Points that are shown as +0.01 at least."""


def hero(audit: Audited, look: Look) -> str:
    """The average, large, and what the rewrites would make of it."""
    well = sum(audit.summary.grades.get(grade, 0) for grade in "AB") / audit.summary.judged
    more = look.say("hero", safe=points(audit.summary.after_safe), after=points(audit.summary.after))
    grade = next(
        (letter for letter, least in (("A", 90), ("B", 75), ("C", 60), ("D", 40)) if audit.summary.mean >= least), "E"
    )
    return (
        f'<div class="hero"><div><p class="score">{points(audit.summary.mean)}<small>{grade}</small></p>'
        f'<p class="of">{look.say("average")}</p></div>'
        f"<div><p>{look.say('hero.grades', share=share(well))}</p><p>{more}</p></div></div>\n"
    )


def gains(audit: Audited, look: Look) -> str:
    """The checks whose findings cost most, as things to do."""
    shown = [habit for habit in audit.summary.checks if habit.gain >= _SHOWN][:_GAINS]
    if not shown:
        return f"<p>{look.say('raise.none')}</p>\n"
    items = "".join(_gain(habit, audit.figures.examples.get(habit.check, ()), look) for habit in shown)
    return f'<p class="lead">{look.say("raise.lead")}</p>\n<ol class="gains">\n{items}</ol>\n'


def _gain(habit: Habit, examples: tuple[str, ...], look: Look) -> str:
    where = look.say("raise.where", title="{title}", share=share(habit.share), points=gain(habit.gain_each))
    quotes = "".join(f"<blockquote>{escape(example)}</blockquote>" for example in examples)
    more = f"<details><summary>{look.say('examples')}</summary>{quotes}</details>" if quotes else ""
    return (
        f"<li><div><strong>{look.counsel(habit.check)}</strong>"
        f'<p class="dim">{where.replace("{title}", look.title(habit.check))}</p>{more}</div>'
        f'<span class="gain">{gain(habit.gain, in_tenths=True)}</span></li>\n'
    )


def over_time(audit: Audited, look: Look) -> str:
    """The average by day, week or month."""
    lead = look.say("time.lead", unit=look.say(f"unit.{audit.figures.unit}"))
    undated = f" {look.say_many('time.undated', audit.figures.undated)}" if audit.figures.undated else ""
    headings = [(look.say("col.date"), ""), *_numbers(look, "messages", "average", "low", "high")]
    rows: list[tuple[str | Number, ...]] = [
        (escape(one.start), Number(whole(one.messages), one.messages), *(Number(tenths(n), n) for n in one[2:]))
        for one in audit.figures.periods
    ]
    chart = (
        charts.over_time(audit.figures.periods, audit.figures.unit, look.say("time"))
        if look.has_charts and len(rows) > 1
        else ""
    )
    return f'<p class="lead">{lead}{undated}</p>\n{_with_table(chart, table("", headings, rows), look)}'


def spread(audit: Audited, look: Look) -> str:
    """How many messages have which score."""
    headings = [(look.say("col.score"), ""), *_numbers(look, "messages", "share")]
    rows = [
        (
            f"{step * 5}–{step * 5 + (4 if step < 19 else 5)}",
            Number(whole(n), n),
            Number(share(n / audit.summary.judged), n),
        )
        for step, n in enumerate(audit.figures.histogram)
    ]
    chart = charts.histogram(audit.figures.histogram, audit.summary.mean, look.say("spread")) if look.has_charts else ""
    return f'<p class="lead">{look.say("spread.lead")}</p>\n{_with_table(chart, table("", headings, rows), look)}'


def lost(audit: Audited, look: Look) -> str:
    """Points by chapter, then every check."""
    most = max((one.points for one in audit.summary.groups), default=0) or 1
    found: Counter[str] = Counter()
    for habit in audit.summary.checks:
        found[habit.group] += habit.findings
    headings = [
        (look.say("col.chapter"), ""),
        *_numbers(look, "points"),
        ("", "bar"),
        *_numbers(look, "share", "findings"),
    ]
    rows = [
        (
            look.title(one.group),
            Number(f"{one.points:.2f}", one.points),
            Bar(one.points / most),
            Number(share(one.share), one.share),
            Number(whole(found[one.group]), found[one.group]),
        )
        for one in audit.summary.groups
    ]
    return f'<p class="lead">{look.say("lost.lead")}</p>\n{table("", headings, rows, by=1)}'


def checks(audit: Audited, look: Look) -> str:
    """All checks that found something."""
    headings = [
        (look.say("col.check"), ""),
        (look.say("col.chapter"), ""),
        *_numbers(look, "findings", "messages", "share", "gain"),
    ]
    rows = [
        (
            f"{look.title(one.check)}<small><code>{escape(one.check)}</code></small>",
            look.title(one.group),
            Number(whole(one.findings), one.findings),
            Number(whole(one.messages), one.messages),
            Number(share(one.share), one.share),
            Number(f"+{one.gain:.2f}" if one.gain >= 0.005 else "0", one.gain),
        )
        for one in audit.summary.checks
    ]
    return f'<p class="lead">{look.say("checks.lead")}</p>\n{table("", headings, rows, by=5)}'


def kept(audit: Audited, look: Look) -> str:
    """Norms that the messages keep nearly always."""
    items = "".join(
        f'<li><h3>{look.norm(check)}</h3><p class="dim">{look.say("good.kept", share=share(part))}</p></li>\n'
        for check, part in good.habits(audit.summary)
        if look.norm(check)
    )
    return f'<p class="lead">{look.say("good.lead")}</p>\n<ul class="good">\n{items}</ul>\n' if items else ""


def who(audit: Audited, look: Look) -> str:
    """Domains of the recipients, profiles, languages, and senders where there are several."""
    kinds = [
        ("domain", audit.figures.domains),
        ("profile", audit.figures.profiles),
        ("language", audit.figures.languages),
    ]
    kinds += [("sender", audit.figures.senders)] if len(audit.figures.senders) > 1 else []
    shown = "".join(_parts(kind, parts, audit.summary.mean, look) for kind, parts in kinds if parts)
    return f'<p class="lead">{look.say("who.lead")}</p>\n<div class="parts">{shown}</div>\n'


def _parts(kind: str, parts: tuple[Part, ...], mean: float, look: Look) -> str:
    headings = [(look.say(kind), ""), *_numbers(look, "messages", "average", "apart", "per", "impolite")]
    rows = [
        (
            look.name(kind, one.name),
            Number(whole(one.messages), one.messages),
            Number(tenths(one.average), one.average),
            Number(apart(one.average - mean), one.average),
            Number(f"{one.findings:.1f}", one.findings),
            Number(share(one.impolite), one.impolite),
        )
        for one in parts
    ]
    return table("", headings, rows, by=1)


def when(audit: Audited, look: Look) -> str:
    """The hours of the week."""
    days = texts.weekdays(look.language)
    headings = [(look.say("weekday"), ""), (look.say("hour"), ""), *_numbers(look, "messages", "average")]
    rows = [
        (
            days[one.weekday],
            f"{one.hour:02}:00",
            Number(whole(one.messages), one.messages),
            Number(tenths(one.average), one.average),
        )
        for one in audit.figures.hours
    ]
    chart = (
        charts.week(audit.figures.hours, audit.summary.mean, days, look.say("when")) if look.has_charts and rows else ""
    )
    return f'<p class="lead">{look.say("when.lead")}</p>\n{_with_table(chart, table("", headings, rows, by=2), look)}'


def lowest(audit: Audited, look: Look) -> str:
    """The messages with the lowest scores."""
    headings = [
        (look.say("col.place"), ""),
        (look.say("col.date"), ""),
        *_numbers(look, "score"),
        (look.say("col.why"), ""),
    ]
    between = "；" if look.language.startswith("zh") else "; "
    rows = [
        (
            f"<code>{escape(one.path)}</code>",
            f'<span class="day">{escape(one.date[:10])}</span>',
            Number(tenths(one.score), one.score),
            between.join(map(look.title, one.checks)),
        )
        for one in audit.figures.lowest
    ]
    return f'<p class="lead">{look.say("lowest.lead")}</p>\n{table("", headings, rows)}' if rows else ""


def _numbers(look: Look, *keys: str) -> list[tuple[str, str]]:
    return [(look.say(f"col.{key}"), "number") for key in keys]


def _with_table(chart: str, figures: str, look: Look) -> str:
    """A chart with its figures folded in below; without the chart the figures alone."""
    return f"{chart}<details><summary>{look.say('figures')}</summary>{figures}</details>\n" if chart else figures
