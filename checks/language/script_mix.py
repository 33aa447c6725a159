"""Simplified characters in traditional text and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, is_quoted, replace, strays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SCRIPTS = ("zh-Hans", "zh-Hant")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """One finding at the first stray character, with a rewrite of all, when there are several different ones."""
    names = "".join(address.name for address in (draft.sender, *draft.readers) if address)
    found = [
        (Span(paragraph.zone, paragraph.start + at, paragraph.start + at + 1), right)
        for paragraph in draft.paragraphs
        if paragraph.language in _SCRIPTS
        for at, right in _fewer(paragraph.text, names)
    ]
    strange = tuple(dict.fromkeys(draft.text[span.start] for span, _ in found))
    if len(strange) >= rule.options["least-characters"]:
        key = "main" if draft.language == "zh-Hant" else "in-simplified"
        yield rule.finding(
            draft, found[0][0], key=key, rewrite=replace(Grade.SUGGESTED, found), strange="".join(strange)
        )


def _fewer(text: str, names: str) -> list[tuple[int, str]]:
    """The characters of the script that fewer are of, each with its counterpart; names and quotations aside."""
    found = (
        [(at, right) for at, right in strays(text, script) if text[at] not in names and not is_quoted(text, at, at + 1)]
        for script in _SCRIPTS
    )
    return min(found, key=len)
