"""Lists of words that are looked for in a stretch of Chinese, where no space tells words apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import cached_property

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Cues:
    """Words, given with spaces between them, and one quick question about all of them."""

    def __init__(self, words: str) -> None:
        self._words = words

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._words.split())

    def stand_in(self, text: str) -> bool:
        """Whether any of the words stands in a text."""
        return bool(self._automaton.find_matches_as_indexes(text))
