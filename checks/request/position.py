"""What the reader is to do, said late in a long mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rewrite,
    Rule,
    Span,
    advise,
    count_han,
    count_words,
    first_request,
    refers_back,
    replace,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_SUBJECT = 200
_OPENERS = (
    "please ",
    "could you ",
    "would you ",
    "can you ",
    "kindly ",
    "we would like to ask you ",
    "i would like to ask you ",
)
_OPENERS_HAN = ("请", "請", "烦请", "煩請", "麻烦您", "麻煩您", "能否", "可否", "恳请", "懇請", "敬请", "敬請")
_LEAST_WORDS, _LEAST_HAN = 8, 14
"""What a sentence has at least that says on its own what is wanted."""


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
    rewrite = _moved_up(draft, (start, end)) or advise()
    yield rule.finding(draft, Span("body", start, end), rewrite=rewrite, percent=round(100 * before / whole))


def _moved_up(draft: Draft, sentence: tuple[int, int]) -> Rewrite | None:
    """The request as the first paragraph, where it is a paragraph of its own and leans on nothing said before."""
    own = [paragraph for paragraph in draft.paragraphs if paragraph.zone == "body"]
    number = next((n for n, one in enumerate(own) if (one.start, one.end) == sentence and not one.is_item), 0)
    text = draft.text[slice(*sentence)]
    if not number or not _stands_alone(text):
        return None
    first = own[0].start
    taken = Span("body", own[number - 1].end, sentence[1])
    return replace(Grade.SUGGESTED, [(Span("body", first, first), text + "\n\n"), (taken, "")])


def _stands_alone(text: str) -> bool:
    low = text.lower()
    if low.startswith(_OPENERS_HAN):
        return count_han(text) >= _LEAST_HAN and not refers_back(text)
    return low.startswith(_OPENERS) and count_words(text) >= _LEAST_WORDS and not refers_back(text)
