"""Chinese words of the same sound that the input method slipped in: from a list, and by ear where a model is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, homophones, is_code, is_quoted, line_around, own_zones, replace, slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Address, Draft, Finding, Hit, Rule

_PAIRED = frozenset(("既使", "既便", "既将", "既將"))
_AFTER = ("后", "後", "之前", "以前", "的时候", "的時候", "期间", "期間", "过程", "過程")
_WHILE = ("时", "時", "前", "中", "上", "里", "裡", "内", "內")
_ASKED = frozenset("上请請您你烦煩会會要想能以后後先次天须須需，。；,\n ")
"""Before one of these, 在发一份 asks for one more: 请在发一份, and not 系统在发一份通知."""
_CLAUSE = 40
_STOPS = frozenset("，。；！？,.;!?\n ")
_SURE = 0.97
"""Confidence of the model from which its correction may be made unasked; see benchmarks/homophones.py."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each slip of the list, unless the sentence around it makes it right, and for each one heard."""
    listed = list(slips(draft, rule, (hit for hit in hits if not _is_right(_text(draft, hit), hit))))
    yield from listed
    taken = [*(hit.span for hit in hits), *(finding.span for finding in listed)]
    for span, right, confidence in _heard(draft, rule):
        if not any(_meet(span, other) for other in taken):
            grade = Grade.SAFE if confidence >= _SURE else Grade.SUGGESTED
            yield rule.finding(draft, span, rewrite=replace(grade, [(span, right)]), right=right)


def _text(draft: Draft, hit: Hit) -> str:
    return (draft.subject or "") if hit.span.zone == "subject" else draft.text


def _is_right(text: str, hit: Hit) -> bool:
    """Whether it is 既使…又…, 在…时 or a 的多 that compares nothing: 简单的多人游戏."""
    start, end = hit.span.start, hit.span.end
    if hit.text in _PAIRED:
        return "又" in text[end : end + 30]
    if hit.text[0] == "在" and "一" in hit.text and text[max(0, start - 1) : start] not in {"", *_ASKED}:
        return True
    if "在" in hit.text and "再" in hit.value:
        return _is_while(text[end : end + _CLAUSE])
    if hit.text.endswith("的多"):
        return "比" not in text[max(0, start - 15) : start] or text[end : end + 1] not in _STOPS
    return False


def _is_while(following: str) -> bool:
    """Whether 在 opens a time: 会在跟您确认后付款, 之后在讨论会议安排的过程中."""
    clause = following
    for stop in _STOPS - {" "}:
        clause = clause.partition(stop)[0]
    return clause.endswith(_WHILE) or any(word in clause for word in _AFTER)


def _heard(draft: Draft, rule: Rule) -> Iterator[tuple[Span, str, float]]:
    """What the language model takes for a slip, unless others use the word too: then it is a term or a name."""
    known = [*rule.options["words"], *(address.name for address in _addressed(draft))]
    elsewhere = [*draft.zone_texts("signature", "footer", "quote", "forward"), *known]
    elsewhere += [file.name for file in draft.attachments]
    for zone, offset, text in own_zones(draft):
        for slip in homophones(text, known) if zone != "salutation" else ():
            word = text[max(0, slip.start - 1) : slip.end + 1] if slip.is_single else slip.wrong
            if (
                slip.is_believed
                and not is_quoted(text, slip.start, slip.end)
                and not is_code(line_around(text, slip.start))
                and not any(word in other for other in elsewhere)
            ):
                yield Span(zone, offset + slip.start, offset + slip.end), slip.right, slip.confidence


def _addressed(draft: Draft) -> Iterator[Address]:
    yield from (address for address in (draft.sender, *draft.readers, *draft.bcc) if address)


def _meet(one: Span, other: Span) -> bool:
    return one.zone == other.zone and one.start < other.end and other.start < one.end
