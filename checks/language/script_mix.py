"""Simplified characters in traditional text and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, is_quoted, replace, strays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OTHER = {"zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans"}


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """One finding at the first stray character, with a rewrite of all, when there are several different ones."""
    found = list(_strays(draft)) if draft.language in _OTHER else []
    strange = "".join(dict.fromkeys(draft.text[span.start] for span, _ in found))
    if len(strange) >= rule.options["least-characters"]:
        key = "main" if draft.language == "zh-Hant" else "in-simplified"
        yield rule.finding(draft, found[0][0], key=key, rewrite=replace(Grade.SUGGESTED, found), strange=strange)


def _strays(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Characters of the other script in paragraphs of the draft's own; one all in the other script is a version."""
    names = "".join(address.name for address in (draft.sender, *draft.readers) if address)
    for paragraph in draft.paragraphs:
        strange = _written(paragraph.text, draft.language, names)
        if strange and 2 * len(_written(paragraph.text, _OTHER[draft.language], names)) >= len(strange):
            for at, right in strange:
                yield Span(paragraph.zone, paragraph.start + at, paragraph.start + at + 1), right


def _written(text: str, script: str, names: str) -> list[tuple[int, str]]:
    """The strays of a script, without those in names, in quotations and beside their counterpart (国/國)."""
    return [
        (at, right)
        for at, right in strays(text, script)
        if not (text[at] in names or right in text[max(0, at - 2) : at + 3] or is_quoted(text, at, at + 1))
    ]
