"""Strangers who are asked to call, and given no number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, advise

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence


@cache
def _number() -> re.Pattern[str]:
    """Seven figures or more, blanks and signs between them, or a word for an extension and its figures."""
    import re

    return re.compile(
        r"(?:\d[ ./()\-\u2010-\u2015]{0,3}){7}"
        r"|(?i:ext\.?|extension|分机|分機|内线|內線|hotline|热线|熱線|专线|專線) ?[:：]? ?\d{3}"
    )


@cache
def _otherwise() -> re.Pattern[str]:
    """What makes it another call: a name to be called by, a program to call with, advice for whoever calls."""
    import re

    return re.compile(
        r" (?!If|Should|At)[A-Z][a-z]|[前时時后後]"
        r"| (?i:on|via|in|through|using) (?i:ms |microsoft )?(?i:teams|zoom|whatsapp|skype|wechat|slack|webex|signal)\b"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The words that ask for a call, when no telephone number stands in the message."""
    if draft.is_reply or draft.is_forward or not draft.outsiders(rule.internal_domains):
        return
    asked = next((hit for hit in hits if not _otherwise().match(draft.text, hit.span.end)), None)
    if asked and not _number().search(draft.text):
        yield rule.finding(draft, asked.span, rewrite=advise())
