"""An audit as text, for a terminal or a mail to the team."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from maillint.audit.habit_words import sentence, title
from maillint.audit.texts import counted, error_text, knows, say
from maillint.report.safe import visible
from maillint.report.view import number
from maillint.report.width import clip_left, clip_right, pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maillint.audit.baseline import Fresh
    from maillint.audit.habits import Observation
    from maillint.audit.summary import Habit, Slice, Summary
    from maillint.engine.catalog import Catalog

_MOST = 10
_MOST_WELL = 5
_BAR = 40
_WIDEST = 60
_SHOWN = 0.05
"""Points that are shown as +0.1 at least."""
_WELL = 0.9


class Text:
    """A summary in one language."""

    def __init__(self, language: str, catalog: Catalog, groups: Sequence[str] = ()) -> None:
        """Nothing is written yet.

        Args:
            language: "en", "zh-Hans" or "zh-Hant".
            catalog: what checks and groups are called in it.
            groups: those of which every check looked, so that what goes well can be told.
        """
        self._language = language
        self._catalog = catalog
        self._groups = groups

    def written(self, summary: Summary, fresh: Fresh | None = None, seen: Iterable[Observation] = ()) -> str:
        """The whole, ending in a line end.

        Args:
            summary: the figures.
            fresh: what is new beside a baseline.
            seen: the habits that single messages do not show.
        """
        if not summary.messages:
            return f"{self._say('empty')}\n"
        blocks = (
            self._head(summary),
            self._distribution(summary.distribution),
            self._fresh(fresh) if fresh else (),
            self._raising([habit for habit in summary.checks if habit.gain >= _SHOWN]),
            self._well(summary),
            self._by_group(summary),
            self._slices("domains", summary.domains, len(summary.domains)),
            self._slices("profiles", summary.profiles, len(summary.profiles)),
            self._habits([one for one in seen if one.case != "unknown"]),
            self._lowest(summary),
            self._unreadable(summary),
        )
        return "\n".join("".join(f"{line}\n" for line in block) for block in map(list, blocks) if block)

    def _say(self, key: str, **args: object) -> str:
        return say(self._language, key, **args)

    def _count(self, key: str, n: int, **args: object) -> str:
        return counted(self._language, key, n, **args)

    def _head(self, summary: Summary) -> Iterator[str]:
        span = self._say("span", first=summary.first, last=summary.last) if summary.first else ""
        yield self._count("messages", summary.messages) + span
        if summary.judged:
            means = (summary.mean, summary.median, summary.after)
            mean, median, after = (number(round(value, 1)) for value in means)
            yield self._say("score", mean=mean, median=median, after=after)
            share = _percent(summary.clean / summary.judged)
            yield self._count("clean", summary.clean, all=f"{summary.judged:,}", percent=share)
        if told := [self._count(f"note.{note}", n) for note, n in summary.notes.items() if knows(f"note.{note}")]:
            yield self._colon("unjudged") + self._row(told)
        if errors := sum(summary.errors.values()):
            yield self._count("errors", errors)
        for key in ("copies", "outdated"):
            if n := getattr(summary, key):
                yield self._count(key, n)

    def _colon(self, key: str) -> str:
        return self._say(key) + ("：" if self._language.startswith("zh") else ": ")

    def _row(self, items: list[str]) -> str:
        return ("，" if self._language.startswith("zh") else ", ").join(items)

    def _distribution(self, bins: Sequence[int]) -> Iterator[str]:
        most = max(bins, default=0)
        for position, messages in enumerate(bins if most else ()):
            last = 100 if position == len(bins) - 1 else position * 10 + 9
            bar = "█" * round(_BAR * messages / most) or ("▏" if messages else "")
            yield f"  {position * 10:>3}–{last:<3}  {pad(bar, _BAR)}  {messages:>7,}".rstrip()

    def _block(self, key: str, rows: Iterable[tuple[str, str, str]], total: int) -> Iterator[str]:
        """A heading and rows of a figure, a name and a remark, the columns as wide as they must be."""
        some = [row for row, _ in zip(rows, range(_MOST), strict=False)]
        if not some:
            return
        yield self._say(key)
        names = min(_WIDEST, max(width(name) for _, name, _ in some))
        figures = max(width(figure) for figure, _, _ in some)
        for figure, name, remark in some:
            head = f"  {figure.rjust(figures)}  " if figures else "  "
            yield f"{head}{pad(clip_right(name, names), names)}  {remark}".rstrip()
        if total > len(some):
            yield f"  {self._count('more', total - len(some))}"

    def _raising(self, habits: Sequence[Habit]) -> Iterator[str]:
        longest = max((len(habit.check) for habit in habits[:_MOST]), default=0)
        rows = self._block("raise", (self._habit(habit, longest) for habit in habits), len(habits))
        for line, habit in zip_longest(rows, (None, *habits[:_MOST])):
            if line is not None:
                yield line
            if habit and habit.example:
                yield f"        {self._say('example', text=visible(habit.example))}"

    def _habit(self, habit: Habit, longest: int) -> tuple[str, str, str]:
        remark = self._say("raise.row", percent=_percent(habit.share), each=f"+{habit.gain_each:.1f}")
        return f"+{habit.gain:.1f}", f"{pad(habit.check, longest)}  {self._catalog.title(habit.check)}", remark

    def _well(self, summary: Summary) -> Iterator[str]:
        lost = {loss.group: loss.share for loss in summary.groups}
        names = self._groups if summary.judged else ()
        shares = sorted((lost.get(group, 0.0), order, group) for order, group in enumerate(names))
        good = [(share, group) for share, _, group in shares if 1 - share >= _WELL][:_MOST_WELL]
        rows = (("", self._catalog.title(group), self._kept(share)) for share, group in good)
        return self._block("well", rows, len(good))

    def _kept(self, share: float) -> str:
        return self._say("well.row", percent=_percent(1 - share))

    def _by_group(self, summary: Summary) -> Iterator[str]:
        rows = (("", self._catalog.title(loss.group), self._lost(loss.points, loss.share)) for loss in summary.groups)
        return self._block("groups", rows, len(summary.groups))

    def _lost(self, points: float, share: float) -> str:
        return self._say("groups.row", points=f"{points:.1f}", percent=_percent(share))

    def _slices(self, key: str, slices: Sequence[Slice], total: int) -> Iterator[str]:
        rows = (("", self._name(one.name), self._slice(one)) for one in slices)
        return self._block(key, rows, total)

    def _name(self, name: str) -> str:
        return self._say(f"profile.{name}") if knows(f"profile.{name}") else visible(name)

    def _slice(self, one: Slice) -> str:
        return self._count("slice", one.messages, score=number(round(one.score, 1)))

    def _habits(self, seen: Sequence[Observation]) -> Iterator[str]:
        language = self._language
        rows = (("", title(one, language), visible(sentence(one, language))) for one in seen)
        return self._block("habits", rows, len(seen))

    def _lowest(self, summary: Summary) -> Iterator[str]:
        low = [one for one in summary.worst if one.score < summary.mean][:_MOST_WELL]
        if low:
            yield self._say("worst")
            yield from (f"  {number(one.score):>5}  {clip_left(visible(one.path), 100)}" for one in low)

    def _unreadable(self, summary: Summary) -> Iterator[str]:
        if summary.unreadable:
            yield self._say("unreadable")
        for path, error, reason in summary.unreadable:
            yield f"  {visible(path)}: {visible(error_text(self._language, error, reason))}"
        if (rest := sum(summary.errors.values()) - len(summary.unreadable)) > 0:
            yield f"  {self._count('more', rest)}"

    def _fresh(self, fresh: Fresh) -> Iterator[str]:
        if not fresh.findings:
            yield self._say("fresh.none")
            return
        yield self._count("fresh", fresh.findings, messages=f"{fresh.messages:,}")
        for check, findings in fresh.checks.items():
            yield f"  {findings:>6,}  {check}  {self._catalog.title(check)}"
        yield from (f"          {clip_left(visible(path), 100)}" for path in fresh.paths)


def _percent(share: float) -> str:
    """Whole percents, but one decimal where the whole number would say none or all."""
    percent = 100 * share
    is_extreme = 0 < percent < 1 or 99 < percent < 100
    return f"{min(percent, 99.9):.1f}" if is_extreme else f"{percent:.0f}"
