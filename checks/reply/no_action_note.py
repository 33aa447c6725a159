"""News for many that leaves everyone asking whether to do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, asks, count_han, count_words, is_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_NOTES = (
    *("for information", "your information", "information only", "fyi", "f.y.i", "no action", "no reply"),
    *("no need to", "nothing to do", "nothing you need", "for your records", "for your reference"),
    *("keep you posted", "please", "let me know", "kindly", "need you", "must", "should", "you can", "you may"),
    *("join us", "thank you for", "thanks to", "请", "請", "望", "麻烦", "麻煩", "供参考", "供參考", "周知"),
    *("知悉", "无需", "無需", "不用回", "务必", "務必", "特此", "敬请", "敬請", "祝", "恭喜", "感谢", "感謝"),
    *("欢迎", "歡迎", "须", "須", "应", "應"),
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The end of the body, where the note could stand."""
    body = [paragraph for paragraph in draft.paragraphs if paragraph.zone == "body"]
    low = draft.own_text.lower()
    if (
        not body
        or draft.is_reply
        or not draft.is_personal
        or "?" in low
        or "？" in low
        or any(note in low for note in _NOTES)
    ):
        return
    if count_words(low) + count_han(low) / 2 < rule.options["least-words"] or asks(draft.own_text) or is_question(low):
        return
    end = body[-1].end
    yield rule.finding(draft, Span("body", end, end), rewrite=advise(), count=len(draft.readers))
