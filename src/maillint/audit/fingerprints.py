"""A finding by its content: its check, its words, its sentence. And that sentence as an example nobody is named in."""

from __future__ import annotations

from bisect import bisect_right
from hashlib import sha256
from typing import TYPE_CHECKING

from maillint.records import cached_property

if TYPE_CHECKING:
    from maillint.finding import Finding
    from maillint.message.draft import Draft

_LONGEST = 2000
"""Characters of a sentence that count; longer ones are no sentences."""
_SHORT = 240
"""Characters of an example."""


class Sentences:
    """The author's own sentences of one message, looked up by place."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self._draft.paragraphs]

    def _span(self, place: int) -> tuple[int, int] | None:
        """The sentence that begins last before a place, or is the first; only its own paragraph is cut for it."""
        paragraphs = self._draft.paragraphs
        for number in range(bisect_right(self._starts, place) - 1, -1, -1):
            if (spans := paragraphs[number].sentences) and spans[0][0] <= place:
                return spans[bisect_right(spans, (place, len(self._draft.text))) - 1]
        return next((paragraph.sentences[0] for paragraph in paragraphs if paragraph.sentences), None)

    def of(self, finding: Finding) -> tuple[str, int]:
        """The sentence a finding stands in, and where it begins.

        For what points at nothing, such as a greeting that is missing, the sentence there; for what spans several, all
        from the first to the end of its words.
        """
        zone, start, end = finding.span
        if zone == "subject":
            subject = self._draft.subject or ""
            prefixes = sum(map(len, self._draft.reply_prefixes))
            first = min(prefixes, start)
            return subject[first : first + _LONGEST], first
        first, last = self._span(start) or (start, end)
        if last <= start < end:  # outside of the own paragraphs: a signature, a quote
            first, last = start, end
        return self._draft.text[first : min(max(last, end), first + _LONGEST)], first

    def fingerprint(self, finding: Finding) -> str:
        """The same wherever the message lies, however it is wrapped and whatever else it says."""
        content = (finding.check, finding.text, self.of(finding)[0])
        flat = "\0".join(" ".join(part.split()).lower() for part in content)
        return sha256(flat.encode("utf-8", "replace")).hexdigest()

    def example(self, finding: Finding) -> str:
        """The sentence with names, addresses, links and numbers masked, cut to what can be read at a glance."""
        from maillint.audit.masking import masked

        sentence, first = self.of(finding)
        start = max(0, finding.span.start - first - _SHORT // 2) if len(sentence) > _SHORT else 0
        piece = " ".join(sentence[start : start + _SHORT].split())
        cut = masked(piece, self._draft)
        return f"{'…' if start else ''}{cut}{'…' if start + _SHORT < len(sentence) else ''}"
