"""One paragraph of the author's own words."""

from __future__ import annotations

from maillint.language import sentences
from maillint.records import NamedTuple, cached_property


class _Fields(NamedTuple):
    zone: str
    start: int
    end: int
    text: str
    language: str
    is_item: bool = False


class Paragraph(_Fields):
    """One paragraph or list item of the author's.

    ``start`` and ``end`` count in ``Draft.text``; ``text`` is verbatim, line breaks included; ``language`` is "en",
    "zh-Hans", "zh-Hant", "mixed" or "other".
    """

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences as (start, end) in ``Draft.text``; a hard-wrapped line goes on in the next."""
        return tuple((self.start + start, self.start + end) for start, end in sentences.spans(self.text))
