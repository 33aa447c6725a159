"""Several files of which the text does not say what each one is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".tif", ".tiff", ".webp", ".bmp", ".mp4", ".mov")
_BESIDE = (".ics", ".vcf", ".p7s", ".p7m", ".asc", ".sig", ".patch", ".diff", "winmail.dat", ".eml", ".msg")
_MOST = 30
_STOPS = (". ", "? ", "! ", "。", "！", "？")
_JOINTS = (",", ";", " and ", "、", "；", "和", "及", "\n-", "\n•", ":")


@cache
def _words() -> re.Pattern[str]:
    import re

    return re.compile(r"[a-z]{3,}|\d{3,}|[㐀-鿿]{2}")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The files, when fewer than all but one are spoken of and their names alone have to tell."""
    names = [a.name for a in draft.attachments if a.name and not a.inline and not a.name.lower().endswith(_BESIDE)][
        :_MOST
    ]
    body = draft.zone("body")
    if len(names) < rule.options["least-files"] or body is None or not draft.is_personal:
        return
    if all(name.lower().endswith(_PICTURES) for name in names):
        return
    said = draft.flat[body.start : body.end]
    untold = [name for name in names if not _is_told(name, said)]
    if len(untold) == len(names) and not _lists(said, len(names)):
        yield rule.finding(
            draft, Span("body", body.start, body.start), rewrite=advise(), names=untold[:5], count=len(names)
        )


def _is_told(name: str, said: str) -> bool:
    stem = name.rpartition(".")[0].lower() or name.lower()
    return stem in said or any(word in said for word in _words().findall(stem))


def _lists(said: str, count: int) -> bool:
    """Whether the sentence that speaks of the attachments names several things, or none speaks of them."""
    at = max(said.find(word) for word in ("attach", "enclos", "附"))
    if at < 0:
        return True
    start = max(said.rfind(stop, 0, at) for stop in _STOPS)
    end = min((place for stop in _STOPS if (place := said.find(stop, at)) >= 0), default=len(said))
    return sum(map(said[max(start, 0) : end].count, _JOINTS)) >= count - 1
