"""What the reader is to do, said late in a long mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, count_han, count_words, first_request

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_SUBJECT = 200


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first request, when it stands in the last part of a mail that fills more than a screen."""
    own = [paragraph for paragraph in draft.paragraphs if paragraph.zone == "body"]
    sizes = [
        count_words(p.text) / rule.options["screen-words"] + count_han(p.text) / rule.options["screen-han"] for p in own
    ]
    whole = sum(sizes)
    if whole <= 1 or draft.salutation is None or not draft.is_personal:
        return
    if first_request((draft.subject or "")[:_MOST_SUBJECT].lower()) >= 0:
        return
    at = first_request(draft.flat, own[0].start, own[-1].end)
    before = sum(size for size, paragraph in zip(sizes, own, strict=True) if paragraph.end <= at)
    # A bare question so late is mostly rhetorical; what is wanted stands in the text already.
    if at < 0 or draft.text[at] in "?？" or 100 * before / whole < rule.options["from-percent"]:
        return
    paragraph = next(p for p in own if p.end > at)
    start, end = next((s for s in paragraph.sentences if s[1] > at), (paragraph.start, paragraph.end))
    yield rule.finding(draft, Span("body", start, end), rewrite=advise(), percent=round(100 * before / whole))
