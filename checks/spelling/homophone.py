"""Chinese words of the same sound that the input method slipped in, from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_PAIRED = frozenset(("既使", "既便", "既将", "既將"))
_STOPS = frozenset("，。；！？,.;!?\n ")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each slip of the list, unless the sentence around it makes it right."""
    yield from slips(draft, rule, (hit for hit in hits if not _is_right(_text(draft, hit), hit)))


def _text(draft: Draft, hit: Hit) -> str:
    return (draft.subject or "") if hit.span.zone == "subject" else draft.text


def _is_right(text: str, hit: Hit) -> bool:
    """Whether it is 既使…又…, or a 的多 that compares nothing: 简单的多人游戏."""
    start, end = hit.span.start, hit.span.end
    if hit.text in _PAIRED:
        return "又" in text[end : end + 30]
    if hit.text.endswith("的多"):
        return "比" not in text[max(0, start - 15) : start] or text[end : end + 1] not in _STOPS
    return False
