"""Salutations without a word of greeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REACH = 60
_GREETINGS = (
    *("您好", "你好", "大家好", "各位好", "早上好", "上午好", "中午好", "下午好", "晚上好", "早安", "午安", "晚安"),
    *(
        "好！",
        "早！",
        "见信",
        "見信",
        "展信",
        "别来",
        "別來",
        "新年好",
        "节日好",
        "節日好",
        "佳节",
        "佳節",
        "祝",
        "感谢",
        "感謝",
    ),
    *(
        "谢谢",
        "謝謝",
        "多谢",
        "多謝",
        "欢迎",
        "歡迎",
        "恭喜",
        "hello",
        "hi",
        "good morning",
        "good afternoon",
        "good evening",
    ),
    *("greetings", "thank", "many thanks", "welcome", "congratulations", "i hope", "hope", "happy", "season"),
)
"""What the line behind a salutation begins with when it greets; thanks and wishes are as friendly."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The salutation, when neither it nor the line behind it wishes the reader anything."""
    salutation = draft.salutation
    if salutation is None or salutation.greeting or _greets(draft.text, salutation.end):
        return
    span = Span("salutation", salutation.start, salutation.end)
    if salutation.language == "en":
        edit = (Span("salutation", salutation.start, salutation.start), "Dear ")
    else:
        is_many = salutation.is_group
        edit = (Span("salutation", salutation.end, salutation.end), "\n大家好！" if is_many else "\n您好！")
    yield rule.finding(draft, span, rewrite=replace(Grade.SUGGESTED, [edit]))


def _greets(text: str, end: int) -> bool:
    """Whether the text behind the salutation opens with a greeting."""
    return text[end : end + _REACH].lstrip(" \t\n\r\u3000,，").lower().startswith(_GREETINGS)
