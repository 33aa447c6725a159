"""Forwards that leave it to the reader to find out why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, count_han, count_words, quote_depth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_NOTES = ("fyi", "f.y.i", "for information", "for your information", "参考", "參考", "知悉", "存档", "存檔", "周知")
"""What tells the reader that to know is all."""
_POINTERS = (
    *("see below", "mail below", "message below", "trailing mail", "as below"),
    *("请看", "請看", "见下", "見下", "如下", "请见", "請見"),
)
_LONGEST_POINTER = 6


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The author's word or two above what is passed on, or its head when a whole talk comes without a word."""
    passed_on = draft.zone("forward") or draft.zone("quote")
    if passed_on is None or passed_on.end - passed_on.start < rule.options["least-passed-on"]:
        return
    own = [paragraph for paragraph in draft.paragraphs if paragraph.zone != "salutation"]
    words = " ".join(paragraph.text for paragraph in own).lower()
    length = count_words(words) + count_han(words) / 2
    is_pointer = length <= _LONGEST_POINTER and any(pointer in words for pointer in _POINTERS)
    is_bare = length <= rule.options["most-words"] or is_pointer
    if not is_bare or any(note in words for note in _NOTES):
        return
    if own:
        yield rule.finding(draft, Span(own[0].zone, own[0].start, own[0].end), rewrite=advise())
    elif quote_depth(draft) > 1:
        yield rule.finding(draft, Span("body", passed_on.start, passed_on.start), rewrite=advise())
