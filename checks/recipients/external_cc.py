"""An outsider who reads what colleagues write to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, is_called, names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_PRIVATE = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com gmx.de web.de aol.com "
    "qq.com foxmail.com 163.com 126.com sina.com sohu.com yeah.net 139.com yahoo.com.tw yahoo.com.hk".split()
)
"""Houses in which everybody may have a mailbox, so that nobody is a colleague there."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The message as a whole, when To is all colleagues and somebody from outside stands in Cc."""
    if draft.sender is None or draft.sender.domain in _PRIVATE or not draft.to or draft.is_reply or draft.is_forward:
        return
    outsiders = set(draft.outsiders(rule.internal_domains))
    shown = [one for one in draft.cc if one in outsiders and names.person(one.name, one.email).is_sure]
    if not shown or outsiders & set(draft.to) or len(shown) > rule.options["most"]:
        return
    called = draft.salutation
    if called and called.name and any(is_called(called.name, address) for address in shown):
        return
    start = draft.paragraphs[0].start if draft.paragraphs else 0
    people = ", ".join(address.name or address.email for address in shown)
    yield rule.finding(draft, Span("body", start, start), rewrite=advise(), names=people)
