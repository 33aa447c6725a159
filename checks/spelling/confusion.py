"""English words that exist but are not the ones meant, from a list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Hit, Span, flatten, meant_here, slips

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Rule

_REACH = 150
_BY_CONTEXT = "~"


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each slip of the list; "until" and "he have" are slips only in sentences of a certain shape."""
    yield from slips(draft, rule, (slip for hit in hits if (slip := _slip(draft, hit))))


def _slip(draft: Draft, hit: Hit) -> Hit | None:
    if hit.value[:1] == _BY_CONTEXT:
        return _told(draft, hit)
    return hit if _is_slip(draft, hit) else None


def _told(draft: Draft, hit: Hit) -> Hit | None:
    """The hit on the one word that its neighbours show to be wrong, and what was meant by it."""
    wrong = hit.value[1:] or hit.text.lower().replace("\u2019", "'")
    start = hit.span.end - len(wrong) if hit.text.lower().endswith(wrong) else hit.span.start
    flat = flatten(draft.subject or "") if hit.span.zone == "subject" else draft.flat
    right = meant_here(flat, start, start + len(wrong), wrong)
    if not right:
        return None
    text = hit.text[start - hit.span.start :][: len(wrong)]
    return Hit(Span(hit.span.zone, start, start + len(wrong)), text, f"{right}||-")


def _is_slip(draft: Draft, hit: Hit) -> bool:
    words = hit.text.lower()
    if words == "until":
        return _is_deadline(draft, hit)
    return not _third_person().fullmatch(words) or _opens_clause(draft, hit)


def _opens_clause(draft: Draft, hit: Hit) -> bool:
    """Whether a statement starts here: "He have sent it", not "could he have sent it" or "we ask that she have one"."""
    if hit.span.zone == "subject":
        return not hit.span.start
    before = draft.flat[max(0, hit.span.start - _REACH) : hit.span.start]
    return not before.strip() or bool(_clause_start().search(before))


def _is_deadline(draft: Draft, hit: Hit) -> bool:
    """Whether something is to be done once, before a date: "please answer until Friday", not "wait until Friday"."""
    if hit.span.zone == "subject" or not _date().match(draft.flat, hit.span.end):
        return False
    before = draft.flat[max(0, hit.span.start - _REACH) : hit.span.start]
    clause = _clause_end().split(before)[-1]
    if _ready().search(clause):
        return True
    return bool(_request().search(clause) and _once().search(clause) and not _lasting().search(clause))


@cache
def _third_person() -> re.Pattern[str]:
    import re

    return re.compile(r"(?:he|she|it)\s+have")


@cache
def _clause_start() -> re.Pattern[str]:
    import re

    return re.compile(r"(?:[.!?:;]\s+|\n|, (?:and|but|because|so) |\b(?:because|but) )\s*\Z")


@cache
def _date() -> re.Pattern[str]:
    import re

    days = r"(?:this |next |the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    months = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d"
    return re.compile(rf"\s+(?:(?:the )?end of|next \w|{days}|tomorrow|noon|(?:the )?\d|{months})")


@cache
def _clause_end() -> re.Pattern[str]:
    import re

    return re.compile(r"[.!?;:\n]\s|, (?:but|and|so|because|as|since|which|otherwise) ")


@cache
def _request() -> re.Pattern[str]:
    import re

    return re.compile(r"\b(?:please|kindly|(?:could|can|would|will) you|must|(?:need|have|has|ask you) to|need your)\b")


@cache
def _ready() -> re.Pattern[str]:
    """What is ready at a time, not until it, as something available or open is: "will be ready until Monday"."""
    import re

    done = "ready|finished|completed|sent|submitted|dispatched"
    asked = "approval|reply|answer|confirmation|feedback|comments"
    return re.compile(rf"\b(?:(?:will|shall|should|must) be (?:{done})|ask for your (?:{asked}))\s*\Z")


@cache
def _once() -> re.Pattern[str]:
    import re

    verbs = (
        "sen[dt]|confirm|reply|respond|answer|return|submit|provide|inform|tell|pay|transfer|sign|give|complete|finish"
    )
    return re.compile(
        rf"\b(?:{verbs}|let (?:us|me) know|fill in|fill out|settle|clarify|advise|notify|decide|revert)\b"
    )


@cache
def _lasting() -> re.Pattern[str]:
    import re

    words = "not|no|never|cannot|wait|keep|stay|hold|remain|leave|continue|valid|available|open|only|use|run|work|store"
    return re.compile(rf"\b(?:{words}|extend\w*|postpone\w*|delay\w*)\b|n't\b")
