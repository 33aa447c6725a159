"""Checks that are a list of wordings: which of their hits mean what they are listed for, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.finding import Finding, Grade, Rewrite, Span
from maillint.language.text import flatten
from maillint.language.verbatim import is_copied, is_quoted
from maillint.language.wording import Place, begins_sentence, holds, is_hypothetical, wording
from maillint.rule import advise, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.message.draft import Draft
    from maillint.rule import Hit, Rule

_LONG_LINK = 200
_LEADS = frozenset(
    ("by the way", "in my opinion", "to be honest", "as far as i know", "if i remember rightly", "in other words")
)
"""What a comma stands behind where it opens a sentence."""


def wordings(draft: Draft, rule: Rule, hits: Iterable[Hit]) -> Iterator[Finding]:
    """A finding for each hit that its neighbours do not excuse; words in quotation marks and code never count.

    The values of the phrase list are entries ``[condition; ...] replacement``; see ``maillint.language.wording``.
    """
    said = (hit for hit in hits if is_said(draft, hit))
    return _apart(rule.finding(draft, hit.span, rewrite=better(hit, draft=draft)) for hit in said)


def reproaches(draft: Draft, rule: Rule, hits: Iterable[Hit]) -> Iterator[Finding]:
    """Like ``wordings``, but what the sentence only supposes, reports or denies is no reproach."""
    return _apart(
        rule.finding(draft, hit.span, rewrite=better(hit, draft=draft))
        for hit in hits
        if is_said(draft, hit) and not is_hypothetical(place_of(draft, hit))
    )


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first of findings that touch each other: 你们到底 and 到底有没有 in one breath."""
    last: Span | None = None
    for finding in findings:
        span = finding.span
        if last is None or span.start >= last.end or (span.zone == "subject") != (last.zone == "subject"):
            last = span
            yield finding


def meant(draft: Draft, hits: Iterable[Hit]) -> list[Hit]:
    """The hits whose conditions the words around them meet, with nothing but the replacement left as value."""
    read = ((hit, wording(hit.value)) for hit in hits)
    return [
        hit._replace(value=entry.replacement) for hit, entry in read if holds(place_of(draft, hit), entry.conditions)
    ]


def is_said(draft: Draft, hit: Hit) -> bool:
    """Whether the author says the phrase in earnest, as its list's conditions ask."""
    place = place_of(draft, hit)
    return (
        holds(place, wording(hit.value).conditions)
        and not _is_torn(place)
        and not _is_address(place)
        and not is_quoted(place.text, place.start, place.end)
        and not is_copied(place.text, place.start)
    )


def _is_torn(place: Place) -> bool:
    """Whether it is debris of a quoted-printable line break in a word: ``yo=``, ``thro= ugh``."""
    return place.text[place.end : place.end + 1] == "=" or place.text[max(0, place.start - 2) : place.start] == "= "


def _is_address(place: Place) -> bool:
    """Whether it is part of a link or a mail address: https://safari-is-awesome.example."""
    before = place.text[max(0, place.start - _LONG_LINK) : place.start]
    after = place.text[place.end : place.end + _LONG_LINK]
    head = "" if before[-1:].isspace() else before.split()[-1:]
    tail = "" if after[:1].isspace() else after.split()[:1]
    token = "".join((*head, *tail))
    return token.isascii() and ("://" in token or "@" in token or "www." in token)


def place_of(draft: Draft, hit: Hit) -> Place:
    """The phrase in the text of its zone."""
    zone, start, end = hit.span
    if zone != "subject":
        return Place(draft.text, draft.flat, start, end, zone)
    subject = draft.subject or ""
    return Place(subject, flatten(subject), start, end, zone)


def better(hit: Hit, span: Span | None = None, *, draft: Draft | None = None) -> Rewrite:
    """The list's replacement, with a capital where the author had one; advice where the list has none.

    With the draft, it also has a capital where a sentence begins, and the comma that "By the way" has there.
    """
    new = wording(hit.value).replacement
    if not new:
        return advise()
    place = place_of(draft, hit) if draft else None
    is_first = place is not None and begins_sentence(place)
    if hit.text[:1].isupper() or is_first:
        new = new[0].upper() + new[1:]
    if place and is_first and new.lower() in _LEADS and _leads_on(place.text[place.end : place.end + 2]):
        new += ","
    return replace(Grade.SUGGESTED, [(span or hit.span, new)])


def _leads_on(behind: str) -> bool:
    """Whether the sentence goes on with a word, and no mark stands there yet."""
    return behind[:1] == " " and behind[1:].isalnum()
