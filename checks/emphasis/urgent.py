"""Urgency without a date."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, is_quoted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_WORDS = ("urgent", "priority", "importance", "急")


@cache
def _cry() -> re.Pattern[str]:
    import re

    english = (
        r"(?<![a-z-])(?:very |extremely |most |super )?urgent(?:ly)?(?![a-z-])|high(?:est)? (?:priority|importance)"
    )
    things = "[停诊診救刹煞制出电電联聯预預疏按情事]|件的"
    chinese = (
        rf"(?:十万火|十萬火|特|紧|緊|加|很|非常|急)急(?!{things})|^急(?=[，,件需])|[【\[（(]急[】\]）)]|急[！!：:]"
    )
    return re.compile(f"{english}|{chinese}")


@cache
def _time() -> re.Pattern[str]:
    import re

    figures = (
        r"\d\s?[月日号號]|\d[:：]\d\d|\d\s?[点點时時]|\d\s?(?:am|pm|a\.m|p\.m|o'clock)|\d[/.-]\d|\d(?:st|nd|rd|th)\b"
    )
    month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    words = (
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|tonight|tomorrow|noon|midnight|eod|cob)\b"
        rf"|\b{month}[a-z]*\.? \d|\d {month}"
        r"|\b(?:within|in) (?:\d+|an?|one|two|three|the next) (?:\w+ )?(?:minute|hour|day|week)|by the end of"
    )
    han = r"[今明后後]天|[今明]晚|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]|[月年]底|下班前|[时時天日周週][内內]"
    return re.compile(f"{figures}|{words}|{han}")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The cry in the subject or the priority in the header, when no day or hour says why."""
    subject = draft.subject or ""
    low = subject.lower()
    cry = _cry().search(low) if any(word in low for word in _WORDS) else None
    if cry and is_quoted(subject, *cry.span()):
        cry = None
    if not cry and not _is_marked(draft):
        return
    if _time().search(draft.own_text.lower()) or _time().search(low):
        return
    if cry:
        yield rule.finding(draft, Span("subject", *cry.span()), rewrite=advise())
    else:
        yield rule.finding(draft, Span("subject", 0, 0), key="header", rewrite=advise())


def _is_marked(draft: Draft) -> bool:
    importance = (draft.header("Importance") or draft.header("Priority") or "").strip().lower()
    return importance in ("high", "urgent") or (draft.header("X-Priority") or "").strip()[:1] in ("1", "2")
