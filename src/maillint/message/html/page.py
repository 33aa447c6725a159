"""The text as it is laid out: lines, spaces, emphasis, and where in the source each run of it stands."""

from __future__ import annotations

from maillint.message.draft import Segment
from maillint.message.html.styles import PLAIN, Look

_TOP = 99
"""At the top of the page no line break is ever wanting."""
_WRAPPED = "\n"
"""A space that was a line break in the source: nothing between two Chinese characters."""


class Page:
    """Takes the visible runs in order; ``require`` and ``line_break`` say what stands between them."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.look = PLAIN
        self.length = 0
        self.out: list[str] = []
        self.spans: list[tuple[int, int, int, int]] = []
        self.runs: list[tuple[int, int, Look]] = []
        self.lead = ""
        """A bullet or number that goes before the next word."""
        self._need = 0
        self._tail = _TOP
        self._gap = ""
        self._gap_is_hard = False
        self._gap_span = (-1, -1)
        self._has_cell = False
        self._written = 0

    def words(self, text: str, start: int, end: int) -> None:
        """The text ``source[start:end]``, in which no character needs more thought than a space at either end."""
        if text[0] == " ":
            self.space(start, start + 1)
            start, text = start + 1, text[1:]
        if text[-1:] == " ":
            self.put(text[:-1], start, end - 1)
            self.space(end - 1, end)
        else:
            self.put(text, start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Visible text that stands for ``source[start:end]``."""
        if not text:
            return
        if self._need or self._gap or self._tail or self.lead or self._has_cell:
            self._before(text)
        at = self.length
        self.out.append(text)
        self.length = at + len(text)
        self.spans.append((at, self.length, start, end))
        if self.look is not PLAIN:
            self._mark_run(at)
        self._written = self.length

    def space(self, start: int, end: int) -> None:
        """White space that collapses, but not into a no-break space before it."""
        if self._tail or self._need:
            return
        if self._gap_is_hard:
            self._widen_gap(start, end)
            self._gap_is_hard = False
        elif not self._gap:
            self._gap = _WRAPPED if self.source.find("\n", start, end) >= 0 else " "
            self._gap_span = (start, end)

    def hard_space(self, start: int, end: int) -> None:
        """A no-break space: it does not collapse, and a line of nothing else is an empty line."""
        self.hold_line()
        self._widen_gap(start, end)
        self._gap_is_hard = True

    def hold_line(self) -> None:
        """Something invisible that keeps its line from vanishing."""
        if self._need > self._tail:
            self._break_lines(self._need - self._tail)
        self._need = self._tail = 0

    def line_break(self) -> None:
        """A ``br``."""
        if self._need > self._tail:
            self._break_lines(self._need - self._tail)
        self._need = 0
        self._break_lines(1)

    def require(self, breaks: int) -> None:
        """At least this many line breaks before the next word, unless a cell has just begun."""
        if breaks > self._need and not self._has_cell:
            self._need = breaks

    def next_cell(self) -> None:
        """What follows stands in the same row of a table, a tab away."""
        self._has_cell = True
        self._need = 0

    def end_cell(self) -> None:
        """A cell ends: paragraphs in it leave no empty line below the row."""
        self._need = min(self._need, 1)

    def end_row(self) -> None:
        """A row ends or begins: there is no cell to the left any more."""
        self._has_cell = False

    def narrow_gap(self) -> None:
        """The space collected so far is one space, whatever it was made of."""
        if self._gap:
            self._gap, self._gap_span = " ", (-1, -1)

    def replace_last(self, index: int, text: str) -> None:
        """Put ``text`` of the same length in the place of one run; it no longer has a source."""
        self.out[index] = text
        at = self.length - sum(len(piece) for piece in self.out[index:])
        self.spans = [span for span in self.spans if span[0] != at]

    def segments(self) -> tuple[Segment, ...]:
        """The way back, sorted."""
        return tuple(map(Segment._make, self.spans))

    def _widen_gap(self, start: int, end: int) -> None:
        """One more space; the gap is traceable as long as it stands in one place of the source."""
        if not self._gap:
            self._gap_span = (start, end)
        elif self._gap_span[1] == start:
            self._gap_span = (self._gap_span[0], end)
        self._gap = self._gap.replace(_WRAPPED, " ") + " "

    def _break_lines(self, count: int) -> None:
        if self.length:
            self.out.append("\n" * count)
            self.length += count
            self._tail += count
        self._gap, self._gap_is_hard = "", False
        self._has_cell = False

    def _before(self, text: str) -> None:
        if self._need > self._tail:
            self._break_lines(self._need - self._tail)
        elif self._has_cell and not self._tail:
            self._insert("\t")
            self._gap = ""
        if self.lead:
            self._insert(self.lead)
            self.lead = ""
        if self._gap:
            self._insert_gap(text[0])
            self._gap = ""
        self._need = self._tail = 0
        self._gap_is_hard = self._has_cell = False

    def _insert(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def _insert_gap(self, following: str) -> None:
        gap = self._gap
        if gap == _WRAPPED:
            if self.out and _is_wide(following) and _is_wide(self.out[-1][-1]):
                return
            gap = " "
        start, end = self._gap_span
        is_traceable = end - start != len(gap) or self.source[start:end] == gap
        if end > start >= 0 and is_traceable:
            self.spans.append((self.length, self.length + len(gap), start, end))
        self._insert(gap)

    def _mark_run(self, at: int) -> None:
        runs = self.runs
        if runs and runs[-1][1] == self._written and runs[-1][2] == self.look:
            at = runs.pop()[0]
        runs.append((at, self.length, self.look))


def _is_wide(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uff60"
