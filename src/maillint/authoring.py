"""The one module a check may import: the draft, its zones and words, dates, findings and rewrites.

A check that has to think is a function in ``checks/<group>/<name>.py``::

    def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]: ...

It looks at the author's own zones only and builds its findings with ``rule.finding``.
"""

from maillint.finding import Confidence, Edit, Finding, Grade, Rewrite, Severity, Span
from maillint.message.draft import Address, Attachment, Draft, Style
from maillint.rule import Hit, Rule, advise, replace

__all__ = [
    "Address",
    "Attachment",
    "Confidence",
    "Draft",
    "Edit",
    "Finding",
    "Grade",
    "Hit",
    "Rewrite",
    "Rule",
    "Severity",
    "Span",
    "Style",
    "advise",
    "replace",
]
