"""Subjects that leave the reader guessing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, is_blank, subject_words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from maillint.authoring import SubjectWord

_LONGEST = 70
_ENOUGH_KINDS = 4
"""Chinese words for kinds of text and occasion that together tell a matter: 新产品方案的讨论安排."""
_DESKS = ("support", "claim", "help", "service", "ticket", "case", "order", "info", "care", "kefu", "desk")
_LEADS = (" from ", "for ", "to ", "attn", "attention", "fao ")
_LETTERS = ("message", "note", "mail", "email", "letter", "document", "documents", "file", "info", "information")
_CODE = 5
_SPOKEN = frozenset(("PO", "RMA", "CV", "VAT", "PDF", "ISO", "IBAN"))
"""Capitals that say what the number is of."""
_REFERENCES = frozenset(
    (
        "case",
        "ticket",
        "ref",
        "reference",
        "no",
        "nr",
        "number",
        "id",
        "request",
        "file",
        "record",
        "incident",
        "matter",
        *("工单", "工單", "单号", "單號", "编号", "編號", "案号", "案號", "案件", "流水号", "受理"),
    )
)


@cache
def _addressed() -> re.Pattern[str]:
    import re

    return re.compile(
        r"(?:hello|hi|greetings|news|regards|best wishes|message|note|mail) from .{1,40}"
        r"|.{0,40}\b(?:for|attn\.?:?|attention:?|to|fao) "
        r"(?P<name>(?:(?:mr|mrs|ms|dr)\.? )?[a-z][\w'’-]*(?: [a-z][\w'’-]*){0,2})"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The subject, when its words name no matter."""
    bare = draft.bare_subject
    if len(bare) > _LONGEST or is_blank(bare) or bare.lower() in rule.options["allowed"]:
        return
    if _is_vague(draft, bare) or _is_addressee_only(bare):
        from maillint.authoring import better_subjects  # loaded where a subject is to be made

        start = (draft.subject or "").find(bare)
        span = Span("subject", start, start + len(bare))
        yield rule.finding(draft, span, rewrite=better_subjects(draft))


def _names(draft: Draft) -> frozenset[str]:
    people = (*draft.readers, *((draft.sender,) if draft.sender else ()))
    named = (person.name.replace(",", " ").split() for person in people[:20])
    return frozenset(part.lower() for parts in named if not _is_of_group(parts) for part in parts)


def _is_of_group(parts: Sequence[str]) -> bool:
    """Market traders, Year 4 parents: a name that goes on in lower case is no person's."""
    return len(parts) > 1 and parts[0][:1].isupper() and parts[-1].isascii() and parts[-1].islower()


def _is_vague(draft: Draft, bare: str) -> bool:
    words: list[SubjectWord] = []
    content = 0
    for word in subject_words(bare, _names(draft)):
        words.append(word)
        content += word.weight * (word.kind == "content")
        if content > 1 or word.kind == "act":
            return False
    kinds = {word.kind for word in words}
    if "number" in kinds and (not content or _is_bare_code(words)):
        return _is_bare_reference(draft, words)
    is_answer = draft.is_reply and not draft.is_forward
    if not content:
        is_known = is_answer and kinds & {"generic", "event", "name"}
        is_dated = "date" in kinds and any(map(str.isdigit, bare))
        is_told = len({word.text for word in words if word.kind == "generic" and word.text > "一"}) >= _ENOUGH_KINDS
        is_fixed = ("event" in kinds and kinds & {"date", "name"}) or ("generic" in kinds and is_dated)
        return not (is_known or is_fixed or is_told)
    return not is_answer and not kinds & {"number", "date", "name", "thanks", "generic", "event"}


def _is_bare_reference(draft: Draft, words: Sequence[SubjectWord]) -> bool:
    """A reference number alone tells something to a desk that lives by such numbers, and to nobody else."""
    if draft.is_reply or any(desk in address.email.lower() for address in draft.to for desk in _DESKS):
        return False
    rest = {word.text.lower() for word in words if word.kind not in ("number", "filler", "date", "content")}
    return rest <= _REFERENCES and (_is_bare_code(words) or all(word.kind != "content" for word in words))


def _is_bare_code(words: Sequence[SubjectWord]) -> bool:
    """PCN 7718834, 工单20261112-3391: letters of some office, or what the office calls it, and its number."""
    named = [word.text for word in words if word.kind == "content"]
    is_long = any(sum(map(str.isdigit, word.text)) >= _CODE for word in words if word.kind == "number")
    return (
        is_long
        and all(text.lower() in _REFERENCES or (text.isupper() and 1 < len(text) < _CODE) for text in named)
        and not any(text in _SPOKEN for text in named)
    )


def _is_addressee_only(bare: str) -> bool:
    """Whether people and places are named and no matter: For Mr Reed, Hello from Shenzhen."""
    low = bare.lower()
    if not any(word in low for word in _LEADS):
        return False
    match = _addressed().fullmatch(low)
    if not match or not match["name"]:
        return match is not None
    start = match.start("name")
    lead = all(
        word.kind in ("greeting", "filler") or word.text.lower() in _LETTERS for word in subject_words(bare[:start])
    )
    return lead and all(part[0].isupper() for part in bare[start:].split())
