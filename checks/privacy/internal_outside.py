"""What is marked for the house only, on its way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REACH = 60
_DENIALS = (
    *("not ", "no longer ", "isn't ", "never ", "不是", "并非", "並非", "不属于", "不屬於", "不再", "非"),
    *("涉及", "属于", "屬於"),
)
_TO_READER = ("you", "licen", "贵", "貴", "您", "你们", "你們")
_DECLINED = ("不便", "无法提供", "無法提供", "不能提供", "恕", "解密", "解除")
_FOLLOWERS = frozenset("资資使版参參文专專传傳稿数數")
_SECRET = ("机密", "機密", "绝密", "絕密")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The markers in text and names of files, when somebody outside reads them."""
    outsiders = draft.outsiders(rule.internal_domains)
    if not outsiders:
        return
    house = outsiders[0].domain
    is_mixed = len(outsiders) < len(draft.to) + len(draft.cc) + len(draft.bcc)
    for hit in hits:
        if (is_mixed or hit.value == "marker") and not _is_said_of_another(draft, hit):
            yield rule.finding(draft, hit.span, rewrite=advise(), domain=house)
    for attachment in draft.attachments:
        if not attachment.inline and (word := _marker(attachment.name)):
            span = Span("body", len(draft.text), len(draft.text))
            yield rule.finding(
                draft, span, key="file", rewrite=advise(), name=attachment.name, marker=word, domain=house
            )


def _is_said_of_another(draft: Draft, hit: Hit) -> bool:
    """Whether the words deny it, decline to send it, or speak of what the reader may do in the reader's own house."""
    text = (draft.subject or "").lower() if hit.span.zone == "subject" else draft.flat
    before = text[max(hit.span.start - _REACH, 0) : hit.span.start]
    before = before[max(before.rfind(mark) for mark in ("\n", "。", ". ")) + 1 :]
    behind = text[hit.span.end : hit.span.end + _REACH // 2].partition("\n")[0].partition("。")[0].partition(". ")[0]
    is_readers = hit.value == "marker" and any(word in before + behind for word in _TO_READER)
    return before.endswith(_DENIALS) or is_readers or any(word in before + behind for word in _DECLINED)


def _marker(name: str) -> str:
    """The word in a file's name that keeps it in the house: margins_INTERNAL.xlsx, 毛利_内部.xlsx."""
    stem = name.rpartition(".")[0] or name
    for sign in "_-()[]":
        stem = stem.replace(sign, " ")
    parts = stem.split()
    for place, part in enumerate(parts):
        following = parts[place + 1].lower() if place + 1 < len(parts) else ""
        if part == "INTERNAL" or (part.lower() == "internal" and following in ("", "only", "use")):
            return part
    for word in ("内部", "內部"):
        behind = stem.partition(word)[2]
        if word in stem and (behind[:1] in _FOLLOWERS or not behind[:1].isalpha()):
            return word
    return next((word for word in _SECRET if word in stem), "")
