"""The open elements: what they do to the page while they are open, and what closes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message.html import margins, styles
from maillint.message.html.marks import SIGNATURE_REST
from maillint.message.html.owners import Owners
from maillint.message.html.tags import BLOCK, BLOCKS, BREAK, QUIET, VOID
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from maillint.message.html.page import Page
    from maillint.message.html.styles import Look
    from maillint.message.html.tags import Tag

_DEEPEST = 512
_SYMBOLS = frozenset("·o§Øüqvlnuwàèp¨\uf0b7\uf0a7\uf0d8\uf0fc")
"""What Word writes for a bullet before a symbol font makes one of it."""
_CELLS, _TERMS = ("td", "th"), ("dd", "dt")
_SIBLINGS: dict[str, tuple[str, ...]] = {
    "p": ("p",),
    "li": ("li",),
    "tr": ("tr",),
    "td": _CELLS,
    "th": _CELLS,
    "dd": _TERMS,
    "dt": _TERMS,
}
"""What an end tag was left out for when this one starts (HTML 5, 13.1.2.4)."""
_SCOPES = {"li": ("ul", "ol", "table"), "td": ("table",), "th": ("table",), "tr": ("table",), "table": (), "body": ()}
_STRUCTURAL = frozenset(("tr", "td", "th", "li", "ul", "ol"))
_SCOPE = ("td", "th", "table")
"""An end tag closes nothing outside these."""


class _Outside(NamedTuple):
    """What held outside an element that changes something."""

    breaks: int
    look: Look
    is_hidden: bool
    is_preformatted: bool
    is_link: bool
    cells: int
    items: int | None
    label: int
    """Where the runs of a list label start; -1 for other elements."""
    is_owned: bool


class Elements:
    """The stack of open elements over one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.owners = Owners()
        self.is_hidden = False
        self.is_preformatted = False
        self.paragraph_breaks = margins.GAP
        self._look = styles.PLAIN
        self._is_link = False
        self._cells = 0
        self._cell_start = -1
        self._items: int | None = None
        """The number of the next item of the list that is open; None in a bulleted one."""
        self._stack: list[tuple[Tag, _Outside | None]] = []
        self.opened: dict[str, int] = {}
        """How many elements of a name are kept track of."""

    def start(self, tag: Tag) -> None:
        """A start tag. One that changes nothing is kept only to tell its end tag from that of another."""
        kind = tag.kind
        if kind == QUIET:
            if self.opened.get(tag.name):
                self._push(tag, None)
        elif kind == BLOCK:
            if self.opened.get("p") or self.opened.get("head"):
                self._close_implied(tag.name)
            if not self.is_hidden:
                self.page.require(self._breaks(tag))
            self._push(tag, None)
        elif kind == BREAK:
            if not self.is_hidden:
                self.page.line_break()
        else:
            self._start_full(tag)

    def end(self, tag: Tag) -> None:
        """An end tag; one that closes nothing is passed over, but ``</p>`` and ``</br>`` still break lines."""
        name = tag.name
        stack = self._stack
        if stack and stack[-1][0].name == name and name != "body":
            self._pop()
        elif self.opened.get(name):
            if name not in ("body", "html"):
                self._close((name,), _SCOPES.get(name, _SCOPE))
        elif not self.is_hidden and name in ("br", "p"):
            if name == "br":
                self.page.line_break()
            self.page.require(self.paragraph_breaks if name == "p" else 0)

    def finish(self) -> None:
        """The end of the document closes everything."""
        while self._stack:
            self._pop()

    def _push(self, tag: Tag, outside: _Outside | None) -> None:
        if len(self._stack) < _DEEPEST:
            name = tag.name
            self.opened[name] = self.opened.get(name, 0) + 1
            self._stack.append((tag, outside))

    def _start_full(self, tag: Tag) -> None:
        self._close_implied(tag.name)
        breaks = self._breaks(tag)
        if breaks and not self.is_hidden and not tag.is_hidden:
            self.page.require(breaks)
        if tag.mark == SIGNATURE_REST:
            self.owners.open(tag.mark, self.page.length)
        if tag.name not in VOID and len(self._stack) < _DEEPEST:
            self._push(tag, self._enter(tag))

    def _breaks(self, tag: Tag) -> int:
        """The line breaks around an element here: lists in lists and the tops of cells have no empty lines."""
        breaks = tag.break_lines if tag.break_lines >= 0 else self.paragraph_breaks
        if breaks < margins.GAP:
            return breaks
        is_inner_list = tag.name in ("ul", "ol") and self.opened.get("li")
        return margins.LINE if is_inner_list or self.page.length == self._cell_start else breaks

    def _close_implied(self, name: str) -> None:
        if self.opened.get("head") and name in BLOCKS:
            self._close(("head",), ())
        if self.opened.get("p") and name in BLOCKS:
            self._close(("p",), _SCOPE)
        siblings = _SIBLINGS.get(name, ())
        if any(self.opened.get(sibling) for sibling in siblings):
            self._close(siblings, _SCOPES.get(name, _SCOPE))

    def _close(self, names: tuple[str, ...], scope: tuple[str, ...]) -> None:
        """Close the innermost of these elements and all in it, unless something in ``scope`` stands between."""
        for index in range(len(self._stack) - 1, -1, -1):
            name = self._stack[index][0].name
            if name in names:
                while len(self._stack) > index:
                    self._pop()
                return
            if name in scope:
                return

    def _enter(self, tag: Tag) -> _Outside:
        """Let the element of ``tag`` take effect; returns what held before."""
        is_hidden = self.is_hidden or tag.is_hidden
        outside = _Outside(
            tag.break_lines if tag.break_lines >= 0 else self.paragraph_breaks,
            self._look,
            self.is_hidden,
            self.is_preformatted,
            self._is_link,
            self._cells,
            self._items,
            len(self.page.out) if tag.is_list_label else -1,
            bool(tag.mark) and not is_hidden and self.owners.open(tag.mark, self.page.length),
        )
        self.is_hidden = is_hidden
        self.is_preformatted = self.is_preformatted or tag.is_preformatted
        if tag.look or tag.is_link:
            self._look = styles.inside(self._look, tag.look) if tag.look else self._look
            self._is_link = self._is_link or tag.is_link
            self._set_look()
        if tag.name in _STRUCTURAL and not is_hidden:
            self._arrange(tag)
        return outside

    def _arrange(self, tag: Tag) -> None:
        """Tables and lists: what goes before the next word."""
        if tag.name == "tr":
            self._cells = 0
            self.page.end_row()
        elif tag.name in ("td", "th"):
            self._cells += 1
            if self._cells > 1:
                self.page.next_cell()
            self._cell_start = self.page.length
        elif tag.name == "li":
            self.page.lead = "- " if self._items is None else f"{self._items}. "
            if self._items is not None:
                self._items += 1
        else:
            self._items = tag.first if tag.name == "ol" else None

    def _pop(self) -> None:
        tag, outside = self._stack.pop()
        self.opened[tag.name] -= 1
        if outside is None:
            if tag.kind == BLOCK and not self.is_hidden:
                self.page.require(tag.break_lines if tag.break_lines > 0 else self.paragraph_breaks)
            return
        if not self.is_hidden:
            self._leave(tag, outside)
        self.is_hidden = outside.is_hidden
        self.is_preformatted = outside.is_preformatted
        if tag.look or tag.is_link:
            self._look, self._is_link = outside.look, outside.is_link
            self._set_look()
        if outside.is_owned:
            self.owners.close(tag.mark, self.page.length)

    def _leave(self, tag: Tag, outside: _Outside) -> None:
        if tag.name in _STRUCTURAL:
            self._rearrange(tag.name, outside)
        if outside.label >= 0:
            self._finish_label(outside.label)
        if outside.breaks:
            self.page.require(margins.LINE if tag.name in ("ul", "ol") and self.opened.get("li") else outside.breaks)

    def _rearrange(self, name: str, outside: _Outside) -> None:
        if name == "li":
            self.page.lead = ""
        elif name in ("td", "th"):
            self.page.end_cell()
        elif name == "tr":
            self.page.end_row()
            self._cells = outside.cells
            self._cell_start = -1
        else:
            self._items = outside.items

    def _finish_label(self, index: int) -> None:
        """A symbol font's bullet becomes one that can be read, and the tabs after it one space."""
        runs = [number for number in range(index, len(self.page.out)) if self.page.out[number].strip()]
        if len(runs) == 1 and self.page.out[runs[0]] in _SYMBOLS:
            self.page.replace_last(runs[0], "•")
        self.page.narrow_gap()

    def _set_look(self) -> None:
        """Blue and underlined is what a link looks like, not emphasis."""
        look = self._look._replace(underline=False, colour="") if self._is_link else self._look
        self.page.look = styles.PLAIN if look == styles.PLAIN else look
