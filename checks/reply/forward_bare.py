"""Forwards that leave it to the reader to find out why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, count_han, count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence



def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The author's few words, or the place where they are missing, above what is passed on."""
    passed_on = draft.zone("forward") or draft.zone("quote")
    own = [paragraph for paragraph in draft.paragraphs if paragraph.zone != "salutation"]
    words = " ".join(paragraph.text for paragraph in own)
    if passed_on is None or passed_on.end - passed_on.start < rule.options["least-passed-on"]:
        return
    if count_words(words) + count_han(words) / 2 <= rule.options["most-words"]:
        start, end = (own[0].start, own[0].end) if own else (passed_on.start, passed_on.start)
        yield rule.finding(draft, Span(own[0].zone if own else "body", start, end), rewrite=advise())
