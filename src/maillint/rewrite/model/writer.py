"""Rewrites by a model: a paragraph in which something is wrong in tone or build, worded anew and held by the guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.finding import Edit, Grade, Rewrite, Span
from maillint.rewrite.model.client import ModelError
from maillint.rewrite.model.guard import faults
from maillint.rewrite.model.prompt import questions

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from maillint.engine import Report
    from maillint.finding import Finding
    from maillint.language.paragraph import Paragraph
    from maillint.message.draft import Draft

LONG = "body-long-paragraph"
"""The check whose paragraph may come back as several."""
_SHORTEST, _LONGEST = 12, 4000
"""Characters of a paragraph that is worth asking about."""
_MOST = 12
"""Paragraphs of one message that are asked about."""


class Writer:
    """Asks a model about paragraphs, each once, and keeps what the guard lets pass.

    Args:
        ask: gives the model's answer to a system and a user text; raises ModelError.
        checks: checks and groups whose findings are for the model.
        told: what a finding says, in words for the model.
    """

    def __init__(self, ask: Callable[[str, str], str], checks: Collection[str], told: Callable[[Finding], str]) -> None:
        self._ask = ask
        self._checks = frozenset(checks)
        self._told = told
        self._answers: dict[str, str] = {}
        self.refused: list[tuple[str, tuple[str, ...]]] = []
        """Answers that the guard refused, and why."""
        self.failure: ModelError | None = None
        """Why the model is not asked any more in this run."""

    def enriched(self, draft: Draft, report: Report) -> Report:
        """The report, with a suggested rewrite for each finding that has only advice and that the model could mend."""
        written = {id(finding): rewrite for finding, rewrite in self._rewrites(draft, report)}
        findings = (one._replace(rewrite=written.get(id(one), one.rewrite)) for one in report.findings)
        return report._replace(findings=tuple(findings)) if written else report

    def _rewrites(self, draft: Draft, report: Report) -> Iterator[tuple[Finding, Rewrite]]:
        names = _names(draft)
        asked = 0
        for paragraph in draft.paragraphs:
            own = [finding for finding in report.findings if self._is_for_model(finding, paragraph)]
            if not own or not _SHORTEST <= len(paragraph.text) <= _LONGEST or asked == _MOST:
                continue
            asked += 1
            new = self._answer(paragraph, own, names)
            if new:
                span = Span(paragraph.zone, paragraph.start, paragraph.end)
                rewrite = Rewrite(Grade.SUGGESTED, (Edit(span, new),))
                yield from ((finding, rewrite) for finding in own)

    def _is_for_model(self, finding: Finding, paragraph: Paragraph) -> bool:
        is_within = finding.span.zone == "body" == paragraph.zone
        is_within = is_within and paragraph.start <= finding.span.start < paragraph.end
        has_edits = finding.rewrite is not None and finding.rewrite.changes_something
        return is_within and not has_edits and not self._checks.isdisjoint((finding.check, finding.group))

    def _answer(self, paragraph: Paragraph, findings: list[Finding], names: frozenset[str]) -> str:
        """The paragraph as the model would write it; empty where it has nothing to say that may be shown."""
        text = paragraph.text
        if text in self._answers:
            return self._answers[text]
        if self.failure:
            return ""
        joined = _joined(text)
        wrong = list(dict.fromkeys(self._told(finding) for finding in findings))
        try:
            raw = self._ask(*questions(joined, wrong, paragraph.language))
        except ModelError as failure:
            self.failure = failure
            return ""
        new = _tidied(raw, may_split=any(finding.check == LONG for finding in findings))
        found = faults(joined, new, names)
        if found:
            self.refused.append((joined, found))
        new = "" if found or new == joined else _wrapped(new, like=text)
        self._answers |= {text: new, **({new: ""} if new else {})}
        return new


def _names(draft: Draft) -> frozenset[str]:
    """The words of the names that stand in the header."""
    people = (*((draft.sender,) if draft.sender else ()), *draft.readers)
    return frozenset(word for one in people for word in one.name.replace(",", " ").split() if len(word) > 1)


def _joined(text: str) -> str:
    """A paragraph in one line: words of a broken line part by a space, Han characters by nothing."""
    lines = [line.strip() for line in text.split("\n")]
    joined = lines[0]
    for line in lines[1:]:
        is_han = joined[-1:] >= "\u2e80" or line[:1] >= "\u2e80"
        joined += line if is_han else f" {line}"
    return joined.strip()


def _tidied(answer: str, *, may_split: bool) -> str:
    """The answer in one paragraph, or in several where that is what is wanted; quotes around it go."""
    answer = answer.strip()
    for left, right in ('""', "“”", "「」"):
        inner = answer[1:-1]
        if answer[:1] == left and answer[-1:] == right and left not in inner and right not in inner:
            answer = inner.strip()
    paragraphs = [_joined(part) for part in answer.replace("\r", "").split("\n\n") if part.strip()]
    return ("\n\n" if may_split else " ").join(paragraphs)


def _wrapped(text: str, *, like: str) -> str:
    """Lines as long as those of the original were, where it had several."""
    lines = like.split("\n")
    if len(lines) == 1 or any(sign >= "\u2e80" for sign in text):
        return text
    from textwrap import fill

    width = max(map(len, lines))
    return "\n\n".join(fill(part, width, break_long_words=False, break_on_hyphens=False) for part in text.split("\n\n"))
