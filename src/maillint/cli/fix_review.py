"""Findings gone through one by one in the terminal: each is applied, edited, skipped or never told again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from maillint.cli import fix_show
from maillint.cli.fix_texts import say, why
from maillint.cli.ignoring import Ignored, never_again, take_back
from maillint.finding import Edit, Grade, Rewrite, Span
from maillint.records import NamedTuple
from maillint.report.excerpt import scene
from maillint.report.places import source_of
from maillint.report.safe import visible
from maillint.report.strings import enumerated
from maillint.rewrite import rewrite
from maillint.rewrite.mending import Done, Mended

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maillint.engine import Report, Ruleset
    from maillint.finding import Finding
    from maillint.report.view import Look

APPLY, EDIT, SKIP, IGNORE, UNDO, QUIT = "aesiuq"


class _Before(NamedTuple):
    """How all was before a rewrite was applied or a check ignored, for taking it back."""

    data: bytes
    report: Report
    applied: int
    answered: frozenset[tuple[str, str, int]]
    ignored: frozenset[tuple[str, str]]
    step: Ignored | None = None
    """What was written to ignore a check or to learn a word, if that was the step."""


class Review:
    """Asks about each finding of a message; the text is judged anew after each answer that changed it."""

    def __init__(
        self,
        judge: Callable[[bytes], Report],
        checks: set[str] | None,
        ruleset: Ruleset,
        look: Look,
        write: Callable[[str], object],
    ) -> None:
        self._judge = judge
        self._checks = checks
        self._ruleset = ruleset
        self._look = look
        self._write = write
        self._answered: set[tuple[str, str, int]] = set()
        self._ignored: set[tuple[str, str]] = set()
        self._history: list[_Before] = []
        self._is_undone = False
        self._step: Ignored | None = None
        """What the last answer ignored."""
        self._last = ("", "", 0)
        self._waiting = 0
        self.is_over = False
        """The user asked to stop."""

    def go_through(self, data: bytes) -> Mended:
        """Ask until every finding has its answer or no more is to be asked; the message as it came to be."""
        before = report = self._judge(data)
        applied: list[Done] = []
        while not self.is_over and (finding := self._next(report)):
            answered = frozenset(self._answered) - {self._last}
            before_this = _Before(data, report, len(applied), answered, frozenset(self._ignored))
            chosen = self._ask(report, finding)
            if self._is_undone:
                data, report, count = self._taken_back()
                applied = applied[:count]
            elif self._step:
                self._history.append(before_this._replace(step=self._step))
            if chosen is None:
                continue
            outcome = rewrite(data, [finding._replace(rewrite=chosen)], Grade.SUGGESTED)
            if outcome.refusal:
                return Mended(data, before, report, tuple(applied), refusal=outcome.refusal)
            for left in outcome.left:
                self._say("not-so", why=why(self._look.language, left.reason, left.detail))
            if outcome.applied:
                self._history.append(before_this)
                applied += [Done(report, one) for one in outcome.applied]
                data, report = outcome.data, self._judge(outcome.data)
        return Mended(data, before, report, tuple(applied))

    def _taken_back(self) -> tuple[bytes, Report, int]:
        """Undo the last step: the message and its report as they were, and how many rewrites were applied."""
        last = self._history.pop()
        self._answered, self._ignored = set(last.answered), set(last.ignored)
        if last.step and (said := take_back(last.step, self._look.language)):
            self._write(f"{said}\n")
        return last.data, last.report, last.applied

    def _next(self, report: Report) -> Finding | None:
        """The first finding that was not asked about; of several alike each is asked about once."""
        due = list(self._due(report))
        self._waiting = len(due) - 1
        if not due:
            return None
        self._last, finding = due[0]
        self._answered.add(self._last)
        return finding

    def _due(self, report: Report) -> Iterator[tuple[tuple[str, str, int], Finding]]:
        """The findings to ask about, each with what it is known by."""
        seen: dict[tuple[str, str], int] = {}
        for finding in report.findings:
            key = (finding.check, finding.text)
            seen[key] = seen.get(key, 0) + 1
            is_due = (self._checks is None or finding.check in self._checks) and self._is_askable(finding)
            if is_due and key not in self._ignored and (*key, seen[key]) not in self._answered:
                yield (*key, seen[key]), finding

    @staticmethod
    def _is_askable(finding: Finding) -> bool:
        return bool(finding.rewrite and finding.rewrite.changes_something) or finding.span.start < finding.span.end

    def _ask(self, report: Report, finding: Finding) -> Rewrite | None:
        """Show a finding and ask; the rewrite to apply, or None."""
        choices = _choices(finding)
        self._write("".join(f"{line}\n" for line in self._shown(report, finding, choices)))
        while True:
            letter = self._answer(len(choices), can_edit=not (finding.rewrite and finding.rewrite.header))
            if letter != EDIT:
                return self._decided(report, finding, choices, letter)
            if own := self._edited(report, finding):
                return own

    def _decided(
        self, report: Report, finding: Finding, choices: list[tuple[Edit, ...]], letter: str
    ) -> Rewrite | None:
        self._step = never_again(finding, self._ruleset, self._look.language) if letter == IGNORE else None
        self.is_over = letter == QUIT
        self._is_undone = letter == UNDO
        if letter == APPLY or letter.isdigit():
            edits = choices[int(letter) - 1 if letter.isdigit() else 0]
            return Rewrite(Grade.SUGGESTED, edits, header=finding.rewrite.header if finding.rewrite else ())
        if self._step:
            self._write(f"{self._step.said}\n")
            self._ignored |= {(one.check, one.text) for one in report.findings if self._is_like(one, finding)}
        return None

    @staticmethod
    def _is_like(one: Finding, finding: Finding) -> bool:
        """Words are ignored one by one, other findings by their check."""
        is_word = finding.check.startswith("spelling-")
        return one.check == finding.check and (not is_word or one.text == finding.text)

    def _shown(self, report: Report, finding: Finding, choices: list[tuple[Edit, ...]]) -> Iterator[str]:
        catalog, look = self._look.catalog, self._look
        message = visible(catalog.message(finding) or catalog.title(finding.check))
        yield ""
        waiting = say(look.language, "waiting", n=self._waiting) if self._waiting else ""
        yield f"{fix_show.styled('path', message, look)}{fix_show.styled('check', waiting, look)}"
        if not choices:
            marked = scene(report, finding, look.columns).excerpt
            if marked:
                yield f"    | {marked.before}{marked.marked}{marked.after}"
                yield f"      {marked.carets}"
            if advice := catalog.advice(finding):
                yield f"    = {visible(advice)}"
        for number, edits in enumerate(choices, 1):
            rows = list(fix_show.rewritten(report, finding, look, edits))
            shown = rows if number == 1 else [row for row in rows[1:] if "+ " in row]
            yield from (f"{number}{row[1:]}" if len(choices) > 1 and "+ " in row else row for row in shown)

    def _answer(self, choices: int, *, can_edit: bool) -> str:
        """The letter or number of an answer; an empty line skips, the end of input ends the questions."""
        letters = [
            *([APPLY] if choices else []),
            *([EDIT] if can_edit else []),
            *(SKIP, IGNORE),
            *([UNDO] if self._history else []),
            QUIT,
        ]
        allowed = {*letters, *map(str, range(1, choices + 1))}
        while True:
            line = self._line(self._question(letters, choices))
            letter = line.strip().lower()[:1] or (SKIP if line else QUIT)
            if letter in allowed:
                return letter
            numbers = [f"1-{choices}"] if choices > 1 else []
            self._say("keys", keys=enumerated(self._look.language, [*numbers, *letters]))

    def _question(self, letters: list[str], choices: int) -> str:
        language = self._look.language
        words = [say(language, f"ask.{letter}") for letter in letters]
        comma, end = (", ", "? ") if language == "en" else ("，", "？")
        if choices > 1:
            words[0] = say(language, "ask.choices", n=choices)
            return "; ".join([words[0], comma.join(words[1:])]).replace("; ", "; " if language == "en" else "；") + end
        return comma.join(words) + end

    def _edited(self, report: Report, finding: Finding) -> Rewrite | None:
        """The user's own words in the place of the finding; None when there are none."""
        span = _region(finding)
        old = source_of(report, span.zone)[span.start : span.end]
        text = visible(old.strip())
        question = say(self._look.language, "instead", text=text) if text else say(self._look.language, "insert")
        new = self._line(question).strip("\r\n")
        if not new:
            return None
        head, tail = _margins(finding, old)
        edits = (Edit(span, head + new + tail),)
        rows = list(fix_show.rewritten(report, finding, self._look, edits))
        self._write("".join(f"{row}\n" for row in rows if "+ " in row))
        return Rewrite(Grade.SUGGESTED, edits)

    def _line(self, question: str) -> str:
        self._write(question)
        sys.stdout.flush()
        return sys.stdin.readline()

    def _say(self, key: str, **args: str) -> None:
        self._write(f"{say(self._look.language, key, **args)}\n")


def _choices(finding: Finding) -> list[tuple[Edit, ...]]:
    rewrite = finding.rewrite
    return [rewrite.edits, *rewrite.alternatives][:9] if rewrite and rewrite.changes_something else []


def _region(finding: Finding) -> Span:
    """What the user's words take the place of: what the rewrite would change, or what was found."""
    edits = finding.rewrite.edits if finding.rewrite else ()
    if len(edits) == 1:
        return edits[0].span
    return finding.span


def _margins(finding: Finding, old: str) -> tuple[str, str]:
    """The line breaks and spaces around what is put there."""
    edits = finding.rewrite.edits if finding.rewrite else ()
    text = edits[0].replacement if len(edits) == 1 else old
    bare = text.strip()
    if not bare:
        return "", ""
    start = text.index(bare)
    return text[:start], text[start + len(bare) :]
