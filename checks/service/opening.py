"""An answer that does not say who writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer, answer_sentences, asked, count_han, head_of, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_LAST = 2
_NAME = 20
_SHORT = 40


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The head of the answer, when neither its first sentences nor the signature say who writes."""
    sentences = answer_sentences(draft)
    if not sentences or not asked(draft):
        return
    opening = " ".join(words for _, words in sentences[: rule.options["sentences"]])
    if says("introduction", opening) or _is_signed(draft):
        return
    key = "main" if draft.salutation or says("greeting", opening) else "greeting"
    yield rule.finding(draft, head_of(draft), key=key, rewrite=advise(key))


def _is_signed(draft: Draft) -> bool:
    """Whether a greeted reader finds any name below, or the last lines tell of a team, an office or a company."""
    signed = draft.zone("signature")
    ending = [line for line in answer(draft).split("\n") if line.strip()][-_LAST:]
    is_named = signed is not None or len(ending[-1].strip(" .。!！")) < _NAME
    if is_named and (draft.salutation or says("greeting", answer(draft)[:_SHORT])):
        return True
    lines = [line for text in draft.zone_texts("signature") for line in text.split("\n") if line.strip()]
    return len(lines) > 1 or any(len(line) < _SHORT and _names_house(line.lower()) for line in (*lines, *ending))


def _names_house(line: str) -> bool:
    return bool(says("house", line)) or (count_han(line) > 1 and len(line.split()) > 1)
