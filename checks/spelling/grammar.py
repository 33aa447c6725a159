"""What LanguageTool takes for wrong grammar or a wrong word, where it is configured."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import (
    Grade,
    Severity,
    Span,
    is_code,
    is_quoted,
    languagetool,
    line_around,
    replace,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Problem, Rule

_CHINESE = "zh-CN"
_JOINS = str.maketrans("", "", " \t\r\n-‐‑.")


def is_ready() -> bool:
    """Whether a server was started here, so that the examples can be tried."""
    return bool(languagetool.local_address())


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each place LanguageTool is believed about; where it cannot be asked, one that says so."""
    del hits
    codes = {"en": _english(draft, rule), "zh-Hans": _CHINESE}
    own = [one for one in draft.paragraphs if one.zone != "salutation" and one.language in codes]
    texts = [(paragraph.text, codes[paragraph.language]) for paragraph in own]
    remote, seconds, categories = (rule.options[name] for name in ("remote", "timeout", "categories"))
    try:
        found = languagetool.find(texts, remote=remote, seconds=seconds, categories=categories)
    except languagetool.UnavailableError as error:
        yield _note(draft, rule, error)
        return
    known = _known(draft, rule) if any(found) else ""
    for paragraph, problems in zip(own, found, strict=True):
        for problem in problems:
            span = Span(paragraph.zone, paragraph.start + problem.start, paragraph.start + problem.end)
            if _is_believed(draft, rule, span, problem) and not _is_known(draft.text, span, problem, known):
                yield _finding(draft, rule, span, problem)


def _english(draft: Draft, rule: Rule) -> str:
    chosen = str(rule.options["english"])
    return languagetool.english_of(draft.own_text) if chosen == "auto" else chosen


def _is_believed(draft: Draft, rule: Rule, span: Span, problem: Problem) -> bool:
    """Whether something is wrong: not style, such as follow-up for follow up, and neither code nor quoted."""
    text = draft.text[span.start : span.end]
    if not problem.suggestions or any(fnmatchcase(problem.rule, pattern) for pattern in rule.options["without"]):
        return False
    if _bare(text) == _bare(problem.suggestions[0]):
        return False
    return not (is_code(line_around(draft.text, span.start)) or is_quoted(draft.text, span.start, span.end))


def _bare(text: str) -> str:
    return text.translate(_JOINS).casefold()


def _known(draft: Draft, rule: Rule) -> str:
    """All that shows what names and terms there are: addresses, signature, quoted text, files, the user's own words."""
    addresses = [address for address in (draft.sender, *draft.readers, *draft.bcc) if address]
    told = [text for address in addresses for text in (address.name, address.email)]
    told += draft.zone_texts("salutation", "signature", "footer", "quote", "forward")
    return " ".join([*told, *(file.name for file in draft.attachments), *rule.options["words"]]).casefold()


def _is_known(text: str, span: Span, problem: Problem, known: str) -> bool:
    """Whether a word is a name or a term: it has capitals and no dictionary knows it, or it is used elsewhere too."""
    word = text[span.start : span.end]
    is_capital = word != word.lower()
    if problem.is_unknown_word and is_capital:
        return True
    return (problem.is_unknown_word or is_capital) and bool(_letters().search(word)) and word.casefold() in known


@cache
def _letters() -> re.Pattern[str]:
    import re

    return re.compile(r"\w{3}")


def _finding(draft: Draft, rule: Rule, span: Span, problem: Problem) -> Finding:
    choices = [[(span, suggestion)] for suggestion in problem.suggestions]
    rewrite = replace(Grade.SUGGESTED, *choices)
    return rule.finding(draft, span, rewrite=rewrite, right=problem.suggestions[0], rule=problem.rule)


def _note(draft: Draft, rule: Rule, error: languagetool.UnavailableError) -> Finding:
    """Costs nothing: that a server is down says nothing about the message."""
    place = draft.paragraphs[0].start if draft.paragraphs else 0
    finding = rule.finding(
        draft, Span("body", place, place), key=error.reason, severity=Severity.ADVICE, server=error.address
    )
    return finding._replace(cost=0.0)
