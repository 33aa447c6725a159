"""Short names for what a Chinese text is about, fit for a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import keywords
from maillint.language.patterns import pattern
from maillint.language.subjects import columns

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_MOST_SENTENCES = 12
_MOST_CHOICES = 3
_LEAST = 4
_SLACK = 6
_SHORT = 10
_NEARNESS = 6.0
"""How much more a sentence counts that speaks of what the old subject names."""
_BAR, _LOW_BAR = 0.5, 0.35
"""A clause that weighs less says too little to stand first, or to be offered at all."""
_FIRST = 1.3
"""How much more the sentence counts that opens the matter."""
_QUESTIONS = "吗嗎"
_REQUESTS = ("于", "於", "在", "把", "将", "將")
_TRAIL = "吗嗎呢吧啊呀的哈哦啦囉喽嘍耶喔，、：；。！？～~（( "


def propose(sentences: Sequence[str], most: int, known: str = "") -> list[str]:
    """Up to three short names for the matter, the best first.

    Args:
        sentences: of the body, in order.
        most: Han characters; Latin letters and figures count half.
        known: what the old subject says for sure; it leads one of the choices.
    """
    told = list(sentences[:_MOST_SENTENCES])
    weighed = keywords.weights(told)
    scored: dict[str, float] = {}
    opening = ""
    for place, (text, is_cause, sentence) in enumerate(_candidates(told, most)):
        nearness = _NEARNESS if known and known in sentence else 1.0
        opening = opening or sentence
        nearness *= _FIRST if sentence == opening else 1.0
        worth = _score(text, weighed) * (0.5 if is_cause else nearness)
        scored.setdefault(text, worth / (1 + 0.1 * place))
    chosen = [_asked(text, told, most) for text in _best(scored)]
    return _led(chosen, told, known, most)


def _asked(text: str, told: Sequence[str], most: int) -> str:
    """A request that lost its 请 ("于12月2日前回复") with it."""
    if text.startswith(_REQUESTS) and width(text) < most:
        head = text.partition("，")[0]
        return next((lead + text for lead in "请請" if any(lead + head in sentence for sentence in told)), text)
    return text


def _led(chosen: list[str], told: Sequence[str], known: str, most: int) -> list[str]:
    """The choices, the first behind what is known, unless the text speaks of that elsewhere."""
    if not chosen or not known or known in chosen[0] or width(f"{known}：{chosen[0]}") > most:
        return chosen
    homes = [sentence for sentence in told if known in sentence]
    is_other = homes and not any(chosen[0].partition("，")[0] in sentence for sentence in homes)
    return chosen if is_other else [f"{known}：{chosen[0]}", *chosen[1:]]


def width(text: str) -> float:
    """Length in Han characters; two Latin letters or figures take the room of one."""
    return columns(text) / 2


def _rx(name: str) -> re.Pattern[str]:
    return pattern("proposals_zh.txt", name)


def _candidates(sentences: Sequence[str], most: int) -> Iterator[tuple[str, bool, str]]:
    """The clauses in order, short neighbours also joined; whether each only gives a reason; the sentence it is from."""
    for sentence in sentences:
        previous = ""
        for part in filter(str.strip, _rx("turn").split(sentence)):
            text = _clause(part, most)
            is_cause = _rx("cause").match(part.strip()) is not None
            text = "" if _rx("never").search(text) or _rx("whose").search(text) else text
            if text:
                yield text, is_cause, sentence
            if text and 0 < width(previous) <= _SHORT >= width(text):
                yield f"{previous}，{text}", is_cause, sentence
            previous = "" if is_cause else text


def _clause(part: str, most: int) -> str:
    """A clause without its courtesies, cut to size; empty when it names no matter."""
    text = part.strip()
    if _rx("courtesy").match(text):
        return ""
    while match := _rx("opener").match(text):
        text = text[match.end() :]
    text = _rx("cut").split(text, maxsplit=1)[0].strip(_TRAIL + '“”"')
    text = text if width(text) <= most else _rx("news").split(text, maxsplit=1)[0]
    named = _rx("figures").sub("", text)
    if width(named) < _LEAST - 1 or not _LEAST <= width(text) <= most + _SLACK:
        return ""
    if part.rstrip(_TRAIL.strip(_QUESTIONS))[-1:] in _QUESTIONS:  # without its question it would be a statement
        return f"{text}{part.rstrip()[-1:]}？" if width(text) + 2 <= most else ""
    return text if width(text) <= most else _shortened(text, most)


def _shortened(text: str, most: int) -> str:
    """The head of a long clause, up to the noun behind its last 的 that fits; empty when nothing tells where to end."""
    cuts = [match.end() for match in _rx("end").finditer(text) if width(text[: match.end()]) <= most]
    head = _rx("cut").split(text[: cuts[-1]], maxsplit=1)[0] if cuts else ""
    return head if width(head) >= _SHORT else ""


def _score(text: str, weighed: dict[str, float]) -> float:
    """How well a clause names the matter: its weighty pairs and words, figures, and words of business."""
    words = (text[start:end] for start, end in keywords.tokens(text))
    items = {*keywords.han_pairs(text), *(keywords.stem(word) for word in words if keywords.is_content(word))}
    total = sum(weighed.get(item, 0.0) for item in items) + 0.8 * any(map(str.isdigit, text))
    matter = 1.4 if _rx("matter").search(text) else 1.0
    return float(matter * total / (5 + width(text)) ** 0.55 * 0.75 ** len(_rx("person").findall(text)))


def _best(scored: dict[str, float]) -> list[str]:
    chosen: list[str] = []
    for text in sorted(scored, key=lambda text: -scored[text]):
        is_near = _rx("near").search(text)
        if scored[text] < (_LOW_BAR if chosen else _BAR) or (is_near and not chosen):
            break  # a day that moves on cannot stand there, and nothing lesser in its place
        if is_near:
            continue
        if not any(text in other or other in text for other in chosen):
            chosen.append(text)
        if len(chosen) == _MOST_CHOICES:
            break
    return chosen
