"""Chat abbreviations, laughter and net slang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, better, is_said, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rewrite, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each of them; "pls" only where it comes again and again."""
    said = [hit for hit in hits if is_said(draft, hit)]
    is_rare = sum(hit.text.lower() == "pls" for hit in said) < rule.options["pls"]
    end = 0
    for hit in said:
        is_part = hit.span.zone != "subject" and hit.span.start < end
        if not is_part and not (is_rare and hit.text.lower() == "pls"):
            span = _whole(draft, hit.span)
            end = 0 if span.zone == "subject" else span.end
            yield rule.finding(draft, span, rewrite=_thanks(draft, hit) or better(hit, span, draft=draft))


def _thanks(draft: Draft, hit: Hit) -> Rewrite | None:
    """Thanks in Chinese, where the words before it are."""
    before = draft.text[max(0, hit.span.start - 2) : hit.span.start].rstrip("，。,. ~")
    if not hit.text.lower().startswith("thx") or hit.span.zone == "subject" or before[-1:] < "\u4e00":
        return None
    return replace(Grade.SUGGESTED, [(hit.span, "謝謝" if draft.language == "zh-Hant" else "谢谢")])


def _whole(draft: Draft, span: Span) -> Span:
    """Laughter to its end: 哈哈 of 哈哈哈哈."""
    text = (draft.subject or "") if span.zone == "subject" else draft.text
    last = text[span.end - 1]
    if last.isascii() or text[span.end - 2 : span.end - 1] != last:
        return span
    rest = text[span.end : span.end + 40]
    return span._replace(end=span.end + len(rest) - len(rest.lstrip(last)))
