"""Checks that add up signs: none of them offends by itself, several in one sentence do."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from maillint.finding import Span
from maillint.language.wording import is_hypothetical, wording
from maillint.rule import advise
from maillint.wordings import is_said, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maillint.finding import Finding
    from maillint.language.wording import Place
    from maillint.message.draft import Draft
    from maillint.rule import Hit, Rule

_ENOUGH = 3
_HEAVY = 2
"""What a sentence's own signs must weigh before its circumstances count."""
_LONGEST = 200
_SHORT = 600
_MOST = 100
"""Signs that are looked at; mail is hostile input."""
_READER_EN = ("you", "your", "yours", "yourself", "yourselves", "you're", "you've", "you'll", "you'd")
_READER_HAN = ("你", "您", "贵司", "貴司", "贵公司", "貴公司", "妳")
_KIND = ("please", "kindly", "thank", "sorry", "apolog", "would you", "could you", "happy to", "glad")
_KIND_HAN = (
    "请",
    "請",
    "谢",
    "謝",
    "抱歉",
    "对不起",
    "對不起",
    "麻烦",
    "麻煩",
    "能否",
    "可否",
    "是否",
    "我们的",
    "我們的",
)
_MARKS = frozenset("!！?？")
_COURTESY = (
    "please",
    "kindly",
    "thank",
    "regards",
    "sincerely",
    "wishes",
    "cheers",
    "请",
    "請",
    "谢",
    "謝",
    "祝",
    "好！",
)


def weight(hit: Hit) -> int:
    """How much a phrase weighs as a sign; 0 where its list gives none."""
    value = wording(hit.value).replacement
    return int(value) if value.isdigit() else 0


def signs(draft: Draft, rule: Rule, hits: Iterable[Hit]) -> Iterator[Finding]:
    """A finding for each sentence whose signs, with what else stands in it and in the message, weigh enough."""
    weights: dict[Span, int] = {}
    for hit in islice(hits, _MOST):
        if is_said(draft, hit) and not _is_supposed(place_of(draft, hit)):
            sentence = _sentence(draft, hit.span)
            weights[sentence] = weights.get(sentence, 0) + weight(hit)
    ill = {sentence: _weighed(draft, sentence, own) for sentence, own in weights.items()}
    bonus = _bonus(draft, list(ill.values()))
    for sentence, own in weights.items():
        if ill[sentence] + bonus * (own >= _HEAVY) >= _ENOUGH:
            yield rule.finding(draft, sentence, key="signs", rewrite=advise("signs"))


def _is_supposed(place: Place) -> bool:
    """Whether the clause only supposes it; 是不是 mocks as often as it asks."""
    return is_hypothetical(place) and "是不是" not in place.clause_before


def _weighed(draft: Draft, sentence: Span, own: int) -> int:
    """Its signs, more where it speaks of the reader, shouts or asks back, less where it is polite or apologises."""
    text = _text(draft, sentence).lower().replace("’", "'")
    words = text.replace(",", " ").replace(".", " ").replace("?", " ").split()
    asks_back = text[-1:] in ("?", "？") and own >= _HEAVY
    own += any(word in words for word in _READER_EN) or any(word in text for word in _READER_HAN)
    own += sum(map(_MARKS.__contains__, text[-4:])) > 1 or asks_back
    return own - any(word in text for word in (*_KIND, *_KIND_HAN))


def _bonus(draft: Draft, ill: Sequence[int]) -> int:
    """One more in a message that holds other such sentences, or is short and without a single courtesy."""
    if sum(each >= _HEAVY for each in ill) > 1:
        return 1
    own = draft.own_text.lower()
    return int(len(own) < _SHORT and not any(word in own for word in _COURTESY))


def _sentence(draft: Draft, span: Span) -> Span:
    """The sentence a phrase stands in; of a very long one the phrase alone."""
    if span.zone == "subject":
        return Span("subject", 0, len(draft.subject or ""))
    for paragraph in draft.paragraphs:
        if paragraph.start <= span.start < paragraph.end:
            for start, end in paragraph.sentences:
                if start <= span.start < end and end - start <= _LONGEST:
                    return Span(span.zone, start, end)
    return span


def _text(draft: Draft, span: Span) -> str:
    text = (draft.subject or "") if span.zone == "subject" else draft.text
    return text[span.start : span.end]
