"""The paragraphs of a zone, with the offsets they have in the draft."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from maillint.language import sentences
from maillint.language.script import language_of
from maillint.language.text import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Paragraph:
    """One paragraph or list item of the author's; ``start`` and ``end`` count in ``Draft.text``."""

    zone: str
    start: int
    end: int
    text: str
    """Verbatim, line breaks included."""
    language: str
    """"en", "zh-Hans", "zh-Hant", "mixed" or "other"."""
    is_item: bool = False

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences as (start, end) in ``Draft.text``; a hard-wrapped line goes on in the next."""
        return tuple((self.start + start, self.start + end) for start, end in sentences.spans(self.text))


@cache
def _item() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[-*•·●▪◦–]\s|\(?\d{1,2}[.)、．）](?!\d)|（\d{1,2}）|[（(]?[一二三四五六七八九十]{1,3}[、）)])")


def split(text: str, start: int, end: int, zone: str) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text[start:end]``, a stretch of the zone ``zone``, in order."""
    blocks: list[tuple[int, int, bool]] = []
    position = start
    is_open = False
    for line in text[start:end].splitlines(keepends=True):
        stop = position + len(line)
        item = bool(_item().match(line))
        if not line.strip():
            is_open = False
        elif is_open and not item and not _starts(line):
            blocks[-1] = (blocks[-1][0], stop, blocks[-1][2])
        else:
            blocks.append((position, stop, item))
            is_open = True
        position = stop
    return tuple(_paragraph(text, zone, block) for block in blocks)


def _starts(line: str) -> bool:
    return is_han(line.lstrip()[0])


def _paragraph(text: str, zone: str, block: tuple[int, int, bool]) -> Paragraph:
    start, end = sentences.trim(text, block[0], block[1]) or block[:2]
    body = text[start:end]
    return Paragraph(zone, start, end, body, language_of(body), block[2])


def dominant(paragraphs: Sequence[Paragraph], subject: str) -> str:
    """The language most of the author's words are in; the subject decides when there are no paragraphs."""
    return language_of("\n".join(paragraph.text for paragraph in paragraphs) or subject)
