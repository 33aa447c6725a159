"""Letters that break off without a closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rule,
    Span,
    advise,
    courtesy,
    is_valediction,
    replace,
    takes_leave,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_THANKS = ("thank", "thx", "谢谢你", "謝謝你", "感谢", "感謝")
_OWN = ("salutation", "body", "closing")
_REACH = 8
"""Last full lines among which a closing counts, when notes stand behind it."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """One finding behind the last words, when they neither thank nor wish well nor take leave."""
    own = [zone for zone in draft.zones if zone.kind in _OWN]
    if not own or any(zone.kind == "closing" for zone in own) or not draft.is_personal:
        return
    last = own[-1]
    text = draft.text[last.start : last.end]
    if _takes_leave(draft, text):
        return
    end = last.start + len(text.rstrip())
    name_at = _name_at(draft, end)
    span = Span(last.kind, end, end) if name_at < 0 else Span("signature", name_at, name_at)
    if name_at >= 0 and draft.text[draft.text.rfind("\n", 0, name_at) + 1 : name_at].strip():
        yield rule.finding(draft, span, rewrite=advise())  # the name ends a line of the text
        return
    if name_at < 0 and not _can_be_signed(draft, end):
        yield rule.finding(draft, span, rewrite=advise())
        return
    lines = list(dict.fromkeys([*courtesy.fitting(rule.options["own"], draft), *courtesy.closings(draft)]))
    gap = "\n" * (name_at >= 0 and draft.text[:name_at].endswith("\n") and not draft.text[:name_at].endswith("\n\n"))
    choices = [[(span, f"\n\n{line}" if name_at < 0 else f"{gap}{line}\n")] for line in lines]
    yield rule.finding(draft, span, rewrite=replace(Grade.SUGGESTED, *choices))


def _can_be_signed(draft: Draft, end: int) -> bool:
    """Whether a name can follow below the author's last words: one is known, and nobody has signed above them."""
    signature = draft.zone("signature")
    return bool(courtesy.signature(draft)) and (signature is None or signature.start >= end)


def _name_at(draft: Draft, end: int) -> int:
    """Where the name begins below the author's last words; -1 without one, or when a delimiter stands above it."""
    signature = draft.zone("signature")
    if not signature or signature.start < end:
        return -1
    text = draft.text[signature.start : signature.end]
    bare = text.lstrip()
    return -1 if not bare or bare[0] in "-_*—=" else signature.start + len(text) - len(bare)


def _takes_leave(draft: Draft, body: str) -> bool:
    """Whether the last sentence takes leave, or a valediction stands among the last lines or beside the name."""
    lines = [line.strip() for line in body.rstrip().split("\n") if line.strip()]
    if any(map(is_valediction, lines[-_REACH:])):
        return True
    for text in draft.zone_texts("signature"):
        if any(takes_leave(line) for line in text.split("\n") if "," in line or "，" in line):
            return True
    return len(lines) == 1 and not _is_matter(lines[0]) and takes_leave(lines[0])


def _is_matter(line: str) -> bool:
    """A message that is one sentence of thanks has its matter there; "Thanks, received!" has not."""
    clause = line.partition(",")[0].partition("，")[0].partition("!")[0].partition("！")[0]
    return not is_valediction(clause.strip()) and line.lower().startswith(
        ("thank", "thx", "谢谢你", "謝謝你", "感谢", "感謝")
    )
