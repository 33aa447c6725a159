"""The paragraphs of a zone, with the offsets they have in the draft."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from maillint.language.paragraph import Paragraph
from maillint.language.script import language_of, script_of
from maillint.language.text import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST_WRAP = 100
"""Characters; mail programs wrap at 72 to 78, and no line longer than this was wrapped by one."""
NARROWEST_HAN_WRAP = 28
_SENTENCE_ENDS = tuple(".!?:。！？：；…")
_ITEM_STARTS = frozenset("-*+•·●▪■◆◇○▶►➢√–—0123456789(（[【①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十第abcdeABCDEiI")


class _Line:
    """One line that is not blank, without the blanks at its edges."""

    def __init__(self, start: int, text: str, indent: int, *, is_item: bool, is_row: bool) -> None:
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.indent = indent
        self.is_item = is_item
        self.is_row = is_row


def split(text: str, start: int, end: int, zone: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a stretch of text, in order, covering all that is not blank.

    Args:
        text: the whole text the reader sees.
        start: where the stretch begins, in code points.
        end: where it ends.
        zone: the kind of zone it is, noted in each paragraph.
    """
    blocks = _blocks(text, start, end)
    script = ""
    found = []
    for first, last, is_item in blocks:
        body = text[first:last]
        language = language_of(body, "")
        if not language:
            script = script or script_of(text[start:end]) or script_of(text[: 4 * WIDEST_WRAP**2]) or "zh-Hans"
            language = script
        found.append(Paragraph._make((zone, first, last, body, language, is_item)))
    return tuple(found)


def dominant(paragraphs: Sequence[Paragraph], subject: str) -> str:
    """The language most of the author's words are in; the subject decides when there are no paragraphs."""
    languages = {paragraph.language for paragraph in paragraphs}
    if len(languages) == 1:
        return languages.pop()
    return language_of("\n".join(paragraph.text for paragraph in paragraphs) or subject)


def _blocks(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    blocks: list[tuple[int, int, bool]] = []
    previous: _Line | None = None
    lines = _lines(text, start, end)
    width = _wrap_width(lines)
    for line in lines:
        if line and previous and _goes_on(previous, line, width, is_item=blocks[-1][2]):
            blocks[-1] = (blocks[-1][0], line.end, blocks[-1][2])
        elif line:
            blocks.append((line.start, line.end, line.is_item))
        previous = line
    return blocks


def _wrap_width(lines: Sequence[_Line | None]) -> int:
    """The column at which the writer's program wrapped the lines; 0 when every line is a paragraph of its own."""
    is_wrapped = any(
        line and previous and _breaks_off(previous.text, line.text) for previous, line in itertools.pairwise(lines)
    )
    lengths = [len(line.text) for line in lines if line and len(line.text) <= WIDEST_WRAP] if is_wrapped else []
    return max(lengths, default=0)


def _breaks_off(before: str, after: str) -> bool:
    """Whether a sentence plainly goes on from one line to the next."""
    if before.endswith(_SENTENCE_ENDS) or len(before) > WIDEST_WRAP:
        return False
    return after[0].islower() or (is_han(after[0]) and len(before) >= NARROWEST_HAN_WRAP)


def _lines(text: str, start: int, end: int) -> list[_Line | None]:
    """The lines; None for a blank one."""
    found: list[_Line | None] = []
    position = start
    for whole in text[start:end].split("\n"):
        line = whole.strip()
        indent = len(whole) - len(whole.lstrip())
        found.append(_line(position + indent, line, indent) if line else None)
        position += len(whole) + 1
    return found


def _line(start: int, text: str, indent: int) -> _Line:
    item = _ascii_item if text[:8].isascii() else _item
    is_item = text[0] in _ITEM_STARTS and item().match(text) is not None
    is_row = "\t" in text or "   " in text or text.count("|") > 1
    return _Line(start, text, indent, is_item=is_item, is_row=is_row)


def _goes_on(previous: _Line, line: _Line, width: int, *, is_item: bool) -> bool:
    """Whether ``line`` belongs to the paragraph that ``previous`` is the last line of."""
    if line.is_item or line.is_row or previous.is_row:
        return False
    if is_item and line.indent > previous.indent - 2 * previous.is_item and line.indent > 0:
        return True
    if _breaks_off(previous.text, line.text):
        return True
    is_full = width > 0 and WIDEST_WRAP >= len(previous.text) > width - _first_word(line.text)
    return is_full and not (is_han(line.text[0]) and previous.text.endswith(_SENTENCE_ENDS))


def _first_word(line: str) -> int:
    """How much room the first word of a line wants at the end of the line before."""
    return 1 if is_han(line[0]) else len(line.split(maxsplit=1)[0]) + 1


@cache
def _ascii_item() -> re.Pattern[str]:
    """The same as ``_item`` for lines that begin in ASCII: a class of Han characters costs a millisecond to compile."""
    return re.compile(
        r"[-*+]{1,2}[ \t]|[(\[]?(?:\d{1,2}|[a-eA-E]|i{1,3}|I{1,3})[)\]]|\d{1,2}[.:](?=\s|[^\s\d])|[a-eA-E]\.\s"
    )


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"[-*+•·●▪■◆◇○▶►➢√–—]{1,2}(?:[ \t]|(?<=[•·●▪■◆◇○▶►➢√]))"
        r"|[(（\[【]?(?:\d{1,2}|[a-eA-E]|i{1,3}|I{1,3})[)）\]】、．]"
        r"|\d{1,2}[.:](?=\s|[^\s\d])|[a-eA-E]\.\s"
        r"|[(（【]?[一二三四五六七八九十]{1,3}[)）】、．.]|[①②③④⑤⑥⑦⑧⑨⑩]"
        r"|第[一二三四五六七八九十]{1,2}[，、,:：]"
    )
