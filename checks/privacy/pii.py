"""Numbers that belong to one person: identity cards, payment cards, accounts, mobiles of customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Severity, Span, numbers_of_persons, own_zones, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_THIRD = (
    *("his ", "her ", "their ", "customer", "client", "patient", "tenant", "guest", "employee", "applicant"),
    *("candidate",),
)
_THIRD_HAN = (
    *("客户", "客戶", "顾客", "顧客", "用户", "用戶", "会员", "會員", "业主", "業主", "患者", "病人", "学员"),
    *("學員", "住户", "住戶"),
)
_BEFORE = 40


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Each number, with the masked form that still tells the reader which one is meant."""
    for zone, offset, text in own_zones(draft):
        for number in numbers_of_persons(text):
            if number.kind in ("iban", "mobile") and not _is_third_persons(text, number.start):
                continue
            span = Span(zone, offset + number.start, offset + number.end)
            rewrite = replace(Grade.SUGGESTED, [(span, number.masked)])
            finding = rule.finding(draft, span, key=number.kind, rewrite=rewrite)
            is_mild = number.kind in ("iban", "mobile")
            yield finding._replace(severity=Severity.ADVICE, cost=0.0) if is_mild else finding


def _is_third_persons(text: str, start: int) -> bool:
    before = text[max(start - _BEFORE, 0) : start].lower()
    before = before[max(before.rfind(mark) for mark in ".!?。！？\n") + 1 :]
    return any(word in before for word in (*_THIRD, *_THIRD_HAN))
