"""Wishes that name no deed and no doer, in a mail that asks for nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, advise, count_han, count_words, first_request, is_quoted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_REACH = 110
_MOST_BARE = 6
_MOST_NUDGE = 70
_HAN_PER_WORD = 2
_LONG_TALE = 90
"""Words of a paragraph, two Han characters counting as one."""
_SHARE = 2
_STOPS = ".!?。！？\n"


@cache
def _deedless() -> re.Pattern[str]:
    """Words that say that something is to happen, and not what."""
    import re

    return re.compile(
        r"\b(?:it|this|that|things?|something|somebody|someone|some (?:movement|progress|action|clarity))\b.{0,40}?"
        r"\b(?:sorted|resolved|done|moving|handled|addressed|dealt with|settled"
        r"|cleared up|looked at|fixed|moved on|closed)\b"
        r"|\b(?:some|any) (?:movement|progress|action|clarity|thoughts?)\b"
        r"|\bhas (?:any )?thoughts\b|\bmove (?:this|it) forward\b"
        r"|\bif .{0,60}?\bcould be \w+(?:ed|en|ne|ght)\b"
    )


@cache
def _settled() -> re.Pattern[str]:
    """The writer acts, or says that nobody has to."""
    import re

    return re.compile(
        r"\b(?:i|we)(?:'ll| will|'ve| have| am going to|'m going to| shall) (?!be |been |hop|wait|had )"
        r"|\bno (?:action|reply|answer) "
        r"|我来|我來|我会|我會|我[们們][会會来來]|我已|由我|[无無不][需必用]|[没沒]有?意[见見]"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The first such wish, hint or bare nudge, when no plain request or question stands beside it."""
    if not draft.is_personal and not draft.is_forward:
        return
    for hit in hits:
        if hit.value == "tale":
            is_unclear = hit.span.zone == "subject" and _only_tells(draft, hit)
        else:
            is_unclear = hit.span.zone == "body" and _is_said_vaguely(draft, hit, hits)
        if is_unclear:
            key = hit.value if hit.value in ("bare", "tale") else "main"
            yield rule.finding(draft, hit.span, key=key, rewrite=advise())
            return


def _only_tells(draft: Draft, hit: Hit) -> bool:
    """Whether the subject says no more, and below it stands one long paragraph that asks for nothing."""
    own = [p for p in draft.paragraphs if p.zone == "body"]
    if not own or len(hit.text) * _SHARE < len(draft.bare_subject) or draft.is_reply:
        return False
    longest = max(count_words(p.text) + count_han(p.text) / _HAN_PER_WORD for p in own)
    return longest > _LONG_TALE and first_request(draft.flat, own[0].start, own[-1].end) < 0


def _is_said_vaguely(draft: Draft, hit: Hit, hits: Sequence[Hit]) -> bool:
    return not is_quoted(draft.text, hit.span.start, hit.span.end) and _is_vague(draft, hit, hits)


def _is_vague(draft: Draft, hit: Hit, hits: Sequence[Hit]) -> bool:
    if hit.value == "bare":
        return _size(draft) <= _MOST_BARE
    if _asks_besides(draft, hits) or _settled().search(draft.flat, hit.span.start, _end(draft)):
        return False
    if hit.value == "wish":
        return bool(_deedless().search(_rest(draft.flat, hit.span.end))) and "you " not in _rest(
            draft.flat, hit.span.end
        )
    return hit.value == "hint" or _size(draft) <= _MOST_NUDGE


def _asks_besides(draft: Draft, hits: Sequence[Hit]) -> bool:
    """Whether a plain request stands anywhere in the author's words but in the hits themselves."""
    own = [p for p in draft.paragraphs if p.zone == "body"]
    flat = draft.flat
    for hit in hits:
        if hit.span.zone == "body":
            flat = flat[: hit.span.start] + " " * (hit.span.end - hit.span.start) + flat[hit.span.end :]
    return first_request(flat, own[0].start, own[-1].end) >= 0


def _end(draft: Draft) -> int:
    return max(p.end for p in draft.paragraphs if p.zone == "body")


def _rest(flat: str, place: int) -> str:
    """What follows in the same sentence."""
    near = flat[place : place + _REACH]
    return near[: min((at for stop in _STOPS if (at := near.find(stop)) >= 0), default=_REACH)]


def _size(draft: Draft) -> float:
    """How many words the author wrote in the body, two Han characters counting as one."""
    own = [p.text for p in draft.paragraphs if p.zone == "body"]
    return sum(count_words(text) + count_han(text) / _HAN_PER_WORD for text in own)
