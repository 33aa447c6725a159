"""Claims that lean on a study or a figure nobody can look up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, advise, is_said

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_REACH = 400


@cache
def _source() -> re.Pattern[str]:
    """A year, a link, a name in capitals, a title in quotation marks, or words that say whose it is."""
    import re

    return re.compile(
        r"(?:19|20)\d\d|https?:|www\.|attach|enclos|\bby [A-Z]|\b(?:our|your|my|his|her|their) (?:own )?(?:\w+ )?"
        r"(?:stud|survey|research|test|trial|figure|data|stat)|\([A-Z]|\b[A-Z]{3,}\b|[“”\"《「『]|附件|附表|见附|見附|链接|連結"
        r"|我[们們司方]|本公司|贵司|貴司|[你您]们?的|来源|來源|(?:年鉴|年鑑|白皮书|白皮書|公报|公報|协会|協會|大学|大學|统计局|主計|研究院|委员会|委員會)"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each "studies show" without a study in the same paragraph."""
    for hit in hits:
        paragraph = next((p for p in draft.paragraphs if p.start <= hit.span.start < p.end), None)
        if paragraph is None or not is_said(draft, hit):
            continue
        start, end = max(paragraph.start, hit.span.start - _REACH), min(paragraph.end, hit.span.end + _REACH)
        around = draft.text[start : hit.span.start] + " " + draft.text[hit.span.end : end]
        if not _source().search(around):
            yield rule.finding(draft, hit.span, rewrite=advise())
