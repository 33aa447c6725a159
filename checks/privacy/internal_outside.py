"""What is marked for the house only, on its way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_REACH = 24
_DENIALS = (
    "not ",
    "no longer ",
    "isn't ",
    "never ",
    "不是",
    "并非",
    "並非",
    "不属于",
    "不屬於",
    "不再",
    "取消",
    "解除",
    "解密",
    "非",
)
_NAMED = (
    "internal",
    "internal-only",
    "confidential",
    "restricted",
    "内部",
    "內部",
    "机密",
    "機密",
    "绝密",
    "絕密",
    "保密",
    "秘密",
)
_OUTWARD = (
    *("agreement", "nda", "contract", "audit", "control", "medicine", "combustion", "thread", "form", "policy"),
    *(
        "协议",
        "協議",
        "合同",
        "承诺",
        "承諾",
        "结构",
        "結構",
        "审计",
        "審計",
        "控制",
        "协定",
        "協定",
        "尺寸",
        "布线",
        "佈線",
    ),
)
"""What makes a marked word in a file's name harmless: an agreement on confidentiality, an internal thread of a bolt."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The markers in text and names of files, when somebody outside reads them."""
    outsiders = draft.outsiders(rule.internal_domains)
    if not outsiders:
        return
    house = outsiders[0].domain
    for hit in hits:
        before = draft.flat[max(hit.span.start - _REACH, 0) : hit.span.start] if hit.span.zone != "subject" else ""
        if not before.endswith(_DENIALS) and not _is_hearers_own(draft, hit):
            yield rule.finding(draft, hit.span, rewrite=advise(), domain=house)
    for attachment in draft.attachments:
        if not attachment.inline and (marker := _marker(attachment.name)):
            span = Span("body", len(draft.text), len(draft.text))
            yield rule.finding(
                draft, span, key="file", rewrite=advise(), name=attachment.name, marker=marker, domain=house
            )


def _is_hearers_own(draft: Draft, hit: Hit) -> bool:
    """Whether the reader's own house is meant: for your internal use."""
    start = max(hit.span.start - 12, 0)
    before = draft.flat[start : hit.span.start] if hit.span.zone != "subject" else ""
    return before.rstrip().endswith(("your", "贵司", "貴司", "贵公司", "貴公司", "你们", "你們", "贵方", "貴方"))


def _marker(name: str) -> str:
    """The word in a file's name that keeps it in the house."""
    low = name.lower().rpartition(".")[0] or name.lower()
    if any(word in low for word in _OUTWARD):
        return ""
    words = {*low.replace("_", " ").replace("-", " ").replace("(", " ").replace(")", " ").replace(".", " ").split()}
    return next((word for word in _NAMED if (word in low if word > "一" else word in words)), "")
