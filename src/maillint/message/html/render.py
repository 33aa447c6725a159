"""From HTML source to the text a reader sees: one pass over the tags, as forgiving as a browser."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.message.draft import Shown
from maillint.message.html import emphasis, entities, margins, tags
from maillint.message.html.elements import Elements
from maillint.message.html.page import Page

if TYPE_CHECKING:
    import re

    from maillint.message.html.tags import Tag

LONGEST = 2 << 20
"""Characters of one HTML part that are laid out."""
_LONGEST_TAG = 1 << 16
_HARD_SPACES = frozenset("\xa0\u2002\u2003\u2007\u2009\u202f")
_INVISIBLE = frozenset("\0\u200b\ufeff\xad\u2060")


def show(source: str) -> Shown:
    """The visible text of an HTML part, with the way back to ``source``, its emphasis, quotes and signatures.

    Linear in the length of the source, whatever it holds; never raises.
    """
    scanner = _Scanner(source)
    scanner.run()
    page = scanner.page
    text = "".join(page.out).rstrip("\n")
    marks = scanner.elements.owners.marks(text)
    own = next((mark.start for mark in marks if mark.kind == "quote" and mark.start), len(text))
    return Shown(text, "text/html", source, page.segments(), emphasis.of_runs(page.runs, own), marks)


class _Scanner:
    """Cuts the source into tags, comments and text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.page = Page(source)
        self.elements = Elements(self.page)
        self._odd = _odd()
        self._end = min(len(source), LONGEST)
        self._unclosed: set[str] = set()
        """Marks that were searched for to the end of the source in vain: never again, or time goes quadratic."""

    def run(self) -> None:
        """Go through the source once, from one ``<`` to the next: tags seen before take the short way."""
        source, end, elements, known = self.source, self._end, self.elements, tags.KNOWN
        text, *chunks = source[:end].split("<")
        done, after = 0, len(text)
        for chunk in chunks:
            opening, after = after, after + 1 + len(chunk)
            if opening < done:
                continue
            inside, bracket, _ = chunk.partition(">")
            tag = known.get(inside) if bracket else None
            if tag is None and not _is_markup(chunk[:2]):
                continue
            close = opening + 1 + len(inside) if bracket else source.find(">", opening, end)
            if close < 0:
                break
            if opening > done and not elements.is_hidden:
                self._text(done, opening)
            if tag is None:
                close = self._markup(opening, close)
            elif tag.kind == tags.QUIET and not elements.opened.get(tag.name):
                pass  # most spans: neither they nor their end tags do anything
            elif tag.is_end:
                elements.end(tag)
            elif tag.kind < tags.FULL:
                elements.start(tag)
            else:
                close = self._start(tag, close)
            done = close + 1
        self._finish(done)

    def _finish(self, done: int) -> None:
        """The text behind the last tag; then the end of the document closes everything."""
        if done < self._end and not self.elements.is_hidden:
            self._text(done, self._end)
        self.elements.finish()

    def _find(self, mark: str, start: int) -> int:
        if mark in self._unclosed:
            return -1
        found = self.source.find(mark, start, self._end)
        if found < 0:
            self._unclosed.add(mark)
        return found

    def _markup(self, start: int, close: int) -> int:
        """A tag not seen before, a comment or a declaration, from ``start``; returns where it closes."""
        if self.source.startswith("<!--", start):
            end = self._find("-->", start + 2)
            return end + 2 if end >= 0 else close
        if not self.source[start + 1 : start + 3].lstrip("/")[:1].isalpha():
            return close
        close = self._closing(start, close)
        tag = tags.parse(self.source[start : close + 1])
        if not tag.is_end:
            return self._start(tag, close)
        self.elements.end(tag)
        return close

    def _closing(self, start: int, close: int) -> int:
        """The ``>`` that closes a tag: not one within quotes, unless the quote never ends."""
        quote = _open_quote(self.source[start:close])
        while quote and close - start < _LONGEST_TAG:
            end = self._find(quote, close)
            after = self._find(">", end) if end >= 0 else -1
            if after < 0:
                return close
            quote = _open_quote(self.source[end + 1 : after])
            close = after
        return close

    def _start(self, tag: Tag, close: int) -> int:
        if tag.name in tags.RAW:
            return self._raw(tag.name, close)
        self.elements.start(tag)
        return close + 1 if tag.name == "pre" and self.source.startswith("\n", close + 1) else close

    def _raw(self, name: str, start: int) -> int:
        """Skip what is no markup; a style sheet may say that paragraphs have no space between them."""
        close = self._end_tag(name, start)
        if close < 0:
            return start
        if name == "style":
            self.elements.paragraph_breaks = (
                margins.of_sheet(self.source[start + 1 : close]) or self.elements.paragraph_breaks
            )
        after = self._find(">", close)
        return after if after >= 0 else self._end

    def _end_tag(self, name: str, start: int) -> int:
        if name in self._unclosed:
            return -1
        close = self._find("</", start)
        while close >= 0 and self.source[close + 2 : close + 2 + len(name)].lower() != name:
            close = self._find("</", close + 2)
        if close < 0:
            self._unclosed.add(name)
        return close

    def _text(self, start: int, end: int) -> None:
        text = self.source[start:end]
        if self.elements.is_preformatted:
            self._preformatted(start, end)
        elif text.isspace() and text.isascii():
            self.page.space(start, end)
        elif text.isprintable() and "&" not in text and "  " not in text:
            self.page.words(text, start, end)
        else:
            self._pieces(start, end)

    def _pieces(self, start: int, end: int) -> None:
        page = self.page
        for match in self._odd.finditer(self.source, start, end):
            first, last = match.span()
            if first > start:
                page.words(self.source[start:first], start, first)
            start = last
            self._odd_piece(match.group(), first, last)
        if start < end:
            page.words(self.source[start:end], start, end)

    def _odd_piece(self, piece: str, start: int, end: int) -> None:
        text = entities.decode(piece) if piece[0] == "&" else piece
        if text in _HARD_SPACES:
            self.page.hard_space(start, end)
        elif text in _INVISIBLE:
            self.page.hold_line()
        elif text.isspace() and text.isascii():
            self.page.space(start, end)
        else:
            self.page.put(text, start, end)

    def _preformatted(self, start: int, end: int) -> None:
        for match in self._odd.finditer(self.source, start, end):
            first, last = match.span()
            self.page.put(self.source[start:first], start, first)
            start = last
            if match.group().isspace() and match.group().isascii():
                self._preformatted_space(first, last)
            else:
                self._odd_piece(match.group(), first, last)
        self.page.put(self.source[start:end], start, end)

    def _preformatted_space(self, start: int, end: int) -> None:
        for number, piece in enumerate(self.source[start:end].split("\n")):
            if number:
                self.page.line_break()
                start += 1
            self.page.put(piece, start, start + len(piece))
            start += len(piece)


def _is_markup(following: str) -> bool:
    """A ``<`` that begins no tag, comment or declaration is a character like any other."""
    return following[:1] in ("!", "?", "/") or (following[:1].isascii() and following[:1].isalpha())


def _open_quote(raw: str) -> str:
    """The quotation mark of an attribute value that is still open at the end of ``raw``."""
    double, single = raw.find('="'), raw.find("='")
    while double >= 0 or single >= 0:
        is_double = single < 0 or 0 <= double < single
        start, quote = (double, '"') if is_double else (single, "'")
        end = raw.find(quote, start + 2)
        if end < 0:
            return quote
        if 0 <= double <= end:
            double = raw.find('="', end + 1)
        if 0 <= single <= end:
            single = raw.find("='", end + 1)
    return ""


@cache
def _odd() -> re.Pattern[str]:
    """What is not shown as it stands: character references, white space that collapses, the invisible."""
    import re

    return re.compile(
        r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
        "|[ \t\r\n\f]{2,}|[\t\r\n\f]|[\0\xa0\u2002\u2003\u2007\u2009\u202f\u200b\ufeff\xad\u2060]"
    )
