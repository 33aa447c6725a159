"""People whom the text asks for something and who will not read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, called_upon, is_called, may_be_anybody

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Each name that the text calls on and no reader bears."""
    seen: set[str] = set()
    for called in called_upon(draft):
        if not called.is_sure or called.name in seen or _is_known(draft, called.name):
            continue
        if may_be_anybody(draft, called.name):
            return
        seen.add(called.name)
        yield rule.finding(draft, Span(called.zone, called.start, called.end), rewrite=advise())


def _is_known(draft: Draft, name: str) -> bool:
    people = (*draft.readers, *((draft.sender,) if draft.sender else ()))
    greeted = draft.salutation
    return any(is_called(name, address) for address in people) or (greeted is not None and name in greeted.name)
