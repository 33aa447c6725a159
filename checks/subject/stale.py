"""A conversation's old subject over a new matter."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, better_subjects, content_words, subject_words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence
    from datetime import date

_STEM = 5
_HEAD = 600
_QUOTED = 20_000
_LEAST_QUOTED, _LEAST_HAN = 20, 50
"""Words, and pairs of Han characters, of a message that could well have named its subject again."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_MONTHS = {"mai": 5, "mär": 3, "okt": 10, "dez": 12, "fév": 2, "avr": 4, "aoû": 8, "déc": 12}


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The subject of an answer that shares no word with the new text, when the conversation has plainly moved on."""
    if not draft.reply_prefixes or draft.is_forward or _answers_between(draft):
        return
    quoted = "\n".join(draft.zone_texts("quote", "forward"))[:_QUOTED]
    bare = _list_tag().sub("", draft.bare_subject)
    if not quoted or not _names_matter(bare):
        return
    named, own = _stems(bare), _stems(draft.own_text)
    if len(own) < rule.options["min-words"] or named & own:
        return
    if _is_old(draft, quoted[:_HEAD], rule.options["min-days"]) or _has_drifted(named, own, quoted):
        start = sum(map(len, draft.reply_prefixes))
        span = Span("subject", start, len(draft.subject or ""))
        yield rule.finding(draft, span, rewrite=better_subjects(draft, keep=False))


def _answers_between(draft: Draft) -> bool:
    """Whether the author answers below or between the quoted lines, and so speaks of what they speak of."""
    kinds = [zone.kind for zone in draft.zones]
    return "quote" in kinds and "body" in kinds[kinds.index("quote") :]


def _names_matter(bare: str) -> bool:
    return sum(word.weight for word in subject_words(bare) if word.kind in ("content", "number")) > 1


def _stems(text: str) -> set[str]:
    return {word[:_STEM] if word.isascii() else word for word in content_words(text)}


def _has_drifted(named: set[str], own: set[str], quoted: str) -> bool:
    """Whether the answered messages have left the subject as well."""
    body = "\n".join(line for line in quoted.splitlines() if not _field().match(line))
    before = _stems(body)
    least = _LEAST_QUOTED if body.isascii() else _LEAST_HAN
    return len(before) >= least and len(own) >= _LEAST_QUOTED and not named & before


@cache
def _list_tag() -> re.Pattern[str]:
    import re

    return re.compile(r"^\[[^\]]{1,40}\]\s*")


@cache
def _field() -> re.Pattern[str]:
    """A line of the head of a quoted message."""
    import re

    names = "subject|from|to|cc|betreff|von|an|objet|主题|主題|主旨|标题|標題|发件人|收件人|寄件者|收件者"
    return re.compile(rf"[>\s*]*(?:{names})\s*[:：]", re.IGNORECASE)


@cache
def _dates() -> re.Pattern[str]:
    import re

    month = "|".join((*_MONTHS, *_OTHER_MONTHS))
    return re.compile(
        r"(?P<y>20\d\d)\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})"
        rf"|(?P<d2>\d{{1,2}})\.?\s(?P<m2>{month})[a-zéûä]*\.?,?\s(?P<y2>20\d\d)"
        rf"|(?P<m3>{month})[a-zéûä]*\.?\s(?P<d3>\d{{1,2}}),?\s(?P<y3>20\d\d)",
        re.IGNORECASE,
    )


def _is_old(draft: Draft, head: str, days: int) -> bool:
    """Whether the answered message was written long before this one."""
    match = _dates().search(head)
    written = _day(match) if match else None
    return written is not None and draft.date is not None and (draft.date.date() - written).days >= days


def _day(match: re.Match[str]) -> date | None:
    from datetime import date

    year, month, day = (match[f"{part}2"] or match[f"{part}3"] or match[part] for part in "ymd")
    name = month[:3].lower()
    number = int(month) if month.isdigit() else _OTHER_MONTHS.get(name) or _MONTHS.index(name) + 1
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
