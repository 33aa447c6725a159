"""What a message must have for a check to look at it, told by cheap signs before the check is loaded."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.script import may_mix_scripts
from maillint.language.subjects import is_blank
from maillint.language.symbols import has_decoration, has_emoji, has_smileys
from maillint.language.text import longest_run, may_hold_han, may_hold_odd, may_mix_widths, may_shout

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.language.salutation_parts import Salutation
    from maillint.message.draft import Draft

_CROWD = 5
"""Readers above which a mail goes to a crowd."""
_FIGURES = 11
"""Figures in a row, blanks and hyphens between them left out, that can be somebody's number."""
_TO_ZEROS = bytes.maketrans(b"123456789", b"0" * 9)
_LONG = 1200
"""Octets of UTF-8 that fill a screen: 200 English words or 400 Han characters."""
_RUN_ON, _RUN_ON_HAN = 230, 110
"""Characters without a full stop that may be too long a sentence."""
_ROWS_OF_FIGURES = 12
"""Figures in a text that may be a table told in prose."""
_HEAVY = 1024 * 1024
"""Octets below which no attachment is too big for anybody."""
_PLAIN_FILES = (
    *(".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".txt", ".csv", ".jpg", ".jpeg", ".png", ".gif"),
    *(".zip", ".rtf", ".htm", ".html", ".eml", ".ics", ".mp4"),
)
_LOUD = "!！?？★☆♥♡◆◇※●▶►【~～*"
_EXCLAMATIONS = ("!", "！", "??", "？？", "?？", "？?", "~~", "～～")
_BLOCK, _LONG_BLOCK = 3, 4
"""Full lines from which a signature is a block, and above which it may be too long."""


def meets(draft: Draft, need: str) -> bool:
    """Whether a message has what a check needs.

    Args:
        draft: the message.
        need: one of ``checkfile.NEEDS``; ``dates:relative`` asks for dates of that kind.
    """
    return bool(predicate(need)(draft))


@cache
def predicate(need: str) -> Callable[[Draft], object]:
    """The function that tells of a message whether it has what a need asks for."""
    room, _, trait = need.partition(":")
    return (lambda draft: trait in draft.date_traits) if trait else _NEEDS[room]


def _has_figures(draft: Draft) -> bool:
    """Whether a long number stands in the author's words."""
    return b"0" * _FIGURES in draft.own_text.encode(errors="replace").translate(_TO_ZEROS, b" -")


def _is_long(draft: Draft) -> bool:
    return len(draft.own_text.encode(errors="replace")) > _LONG


def _has_run_on(draft: Draft) -> bool:
    """Whether so much text stands between two stops that a sentence may be too long."""
    text = draft.own_text
    least = _RUN_ON_HAN if may_hold_han(text) else _RUN_ON
    return len(text) >= least and longest_run(text) >= least


def _has_special_files(draft: Draft) -> bool:
    return any(not a.inline and not a.name.lower().endswith(_PLAIN_FILES) for a in draft.attachments)


def _has_pictures(draft: Draft) -> bool:
    return has_emoji(draft.own_text) or has_smileys(draft.own_text) or has_emoji(draft.subject or "")


def _exclaims(draft: Draft) -> bool:
    """Whether an exclamation mark stands in the author's words, or a question mark or a tilde that is repeated."""
    return any(map(draft.own_text.__contains__, _EXCLAMATIONS))


def _is_loud(subject: str) -> bool:
    return any(map(subject.__contains__, _LOUD)) or any(word.isupper() and len(word) > 1 for word in subject.split())


def _signature_lines(draft: Draft) -> int:
    return len([line for text in draft.zone_texts("signature") for line in text.split("\n") if line.strip()])


def _stands_alone(draft: Draft, salutation: Salutation) -> bool:
    """Whether nothing else stands on the salutation's line, and it ends in no colon of half a Han character's width."""
    text, start, end = draft.text, salutation.start, salutation.end
    is_flush = not start or text[start - 1] == "\n"
    return is_flush and text[end : end + 3].strip(" ")[:1] in ("", "\n") and text[end - 1] != ":"


def _may_slip(draft: Draft) -> bool:
    """Whether Chinese may have a slip that no phrase of a list is."""
    if draft.language in ("en", "other"):
        return False
    from maillint.language.spelling import lattice

    text = f"{draft.subject or ''}\n{draft.own_text}"
    return lattice.may_find(text, is_traditional=draft.language == "zh-Hant")


_NEEDS: dict[str, Callable[[Draft], object]] = {
    "": lambda _: True,
    "dates": lambda draft: draft.dates,
    "attachments": lambda draft: draft.attachments,
    "styles": lambda draft: draft.shown.styles,
    "reply": lambda draft: draft.reply_prefixes,
    "salutation": lambda draft: draft.salutation,
    "widths": lambda draft: may_mix_widths(draft.own_text) or may_mix_widths(draft.subject or ""),
    "quote": lambda draft: draft.zone("quote") or draft.zone("forward"),
    "forward": lambda draft: draft.is_forward,
    "cc": lambda draft: draft.cc,
    "several": lambda draft: len(draft.readers) > 1,
    "crowd": lambda draft: len(draft.readers) > _CROWD,
    "reply-all": lambda draft: draft.reply_prefixes and len(draft.readers) > 1,
    "dated-subject": lambda draft: str(draft.reference.year) in (draft.subject or ""),
    "figures": _has_figures,
    "several-files": lambda draft: sum(not attachment.inline for attachment in draft.attachments) > 1,
    "special-files": _has_special_files,
    "heavy-files": lambda draft: sum(attachment.size for attachment in draft.attachments) > _HEAVY,
    "html": lambda draft: draft.shown.content_type == "text/html",
    "long": _is_long,
    "run-on": _has_run_on,
    "figures-in-rows": lambda draft: sum(map(draft.own_text.count, "0123456789")) >= _ROWS_OF_FIGURES,
    "no-subject": lambda draft: is_blank(draft.bare_subject),
    "listing-subject": lambda draft: "、" in draft.bare_subject or "；" in draft.bare_subject,
    "loud-subject": lambda draft: _is_loud(draft.bare_subject),
    "capitals": lambda draft: may_shout(draft.own_text),
    "pictures": _has_pictures,
    "decoration": lambda draft: has_decoration(draft.own_text),
    "exclamations": _exclaims,
    "odd-characters": lambda draft: may_hold_odd(draft.own_text),
    "chinese": lambda draft: draft.language.startswith("zh"),
    "two-scripts": lambda draft: may_mix_scripts(draft.own_text),
    "garbled": lambda draft: draft.defects or may_hold_odd(draft.own_text) or may_hold_odd(draft.subject or ""),
    "signature-block": lambda draft: _signature_lines(draft) >= _BLOCK,
    "long-signature": lambda draft: _signature_lines(draft) > _LONG_BLOCK,
    "shared-line": lambda draft: draft.salutation and not _stands_alone(draft, draft.salutation),
    "zh-slips": _may_slip,
}
