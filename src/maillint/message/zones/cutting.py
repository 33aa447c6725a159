"""Cuts a message's text into zones: first what others wrote, then the author's own parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maillint.language import salutations
from maillint.message.zones.zone import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_QUOTE = re.compile(
    r"^[ \t]*(?:>|On .{5,120} wrote:|在.{5,80}写道|于.{5,80}写道|-{3,} ?(?:original|原始邮件|forwarded)|发件人[:：]|From: )",
    re.IGNORECASE | re.MULTILINE,
)
_SIGN = re.compile(
    r"^[ \t\u3000]*(?:-- ?$|(?:kind |best |many |warm )?(?:regards|thanks|wishes)|cheers|sincerely|yours|祝|此致|顺颂|順頌|谢谢|謝謝)",
    re.IGNORECASE | re.MULTILINE,
)


def cut(
    text: str,
    *,
    sender: str = "",
    sender_email: str = "",
    readers: Sequence[tuple[str, str]] = (),
    marks: Sequence[tuple[str, int, int]] = (),
    is_forward: bool = False,
) -> tuple[Zone, ...]:
    """The zones of ``text`` in order; they never overlap and cover every character but blanks."""
    match = _QUOTE.search(text)
    end = match.start() if match else len(text)
    quoted = [Zone("forward" if is_forward else "quote", end, len(text))] if text[end:].strip() else []
    return (*_own(text, end), *quoted)


def _own(text: str, end: int) -> Iterator[Zone]:
    start = len(text) - len(text.lstrip())
    if start >= end:
        return
    greeted = salutations.parse(text, start, end)
    if greeted and greeted.end - start < 60:
        yield Zone("salutation", start, greeted.end)
        start = greeted.end
    matches = [match for match in _SIGN.finditer(text, start, end) if match.start() > (start + end) // 2]
    if not matches:
        yield from _some("body", text, start, end)
        return
    at = matches[0].start()
    line_end = text.find("\n", at, end)
    line_end = end if line_end < 0 else line_end
    yield from _some("body", text, start, at)
    yield from _some("closing", text, at, line_end)
    yield from _some("signature", text, line_end, end)


def _some(kind: str, text: str, start: int, end: int) -> Iterator[Zone]:
    if text[start:end].strip():
        yield Zone(kind, start, end)
