"""Chatty words under a salutation with a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, is_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_CLOSE = frozenset(("哥", "姐", "师傅", "師傅", "老师", "老師", "叔", "阿姨", "同学", "同學"))
"""Titles that friends use as well."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each of them, where the reader is addressed by title."""
    salutation = draft.salutation
    if salutation is None or not salutation.title or salutation.title in _CLOSE:
        return
    for hit in hits:
        if is_said(draft, hit):
            yield rule.finding(draft, hit.span, rewrite=advise())
