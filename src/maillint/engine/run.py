"""One draft under a ruleset: the checks that are on look at it, and the score is added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.engine import score
from maillint.engine.results import Report
from maillint.engine.ruleset import finder
from maillint.finding import Confidence, Edit, Finding, Grade, Rewrite, Severity, Span
from maillint.language.script import may_mix_scripts
from maillint.language.text import longest_run, may_hold_han, may_hold_odd, may_mix_widths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from maillint.engine.packs import Spec
    from maillint.engine.ruleset import Ruleset
    from maillint.language.salutations import Salutation
    from maillint.message.draft import Draft
    from maillint.rule import Hit, Rule

SWITCH = "X-Maillint"
IGNORE = "X-Maillint-Ignore"
_CROWD = 5
"""Readers above which a mail goes to a crowd."""
_FIGURES = 11
"""Figures in a row, blanks and hyphens between them left out, that can be somebody's number."""
_TO_ZEROS = str.maketrans("123456789", "0" * 9, " -")


def _has_figures(draft: Draft) -> bool:
    """Whether a long number stands in the author's words; most messages have too few figures to look closer."""
    text = draft.own_text
    if sum(map(text.count, "0123456789")) < _FIGURES:
        return False
    return "0" * _FIGURES in text.translate(_TO_ZEROS)


_LONG = 1200
"""Octets of UTF-8 that fill a screen: 200 English words or 400 Han characters."""
_RUN_ON, _RUN_ON_HAN = 230, 110
"""Characters without a full stop that may be too long a sentence."""
_ROWS_OF_FIGURES = 12
"""Figures in a text that may be a table told in prose."""
_HEAVY = 1024 * 1024
"""Octets below which no attachment is too big for anybody."""
_PLAIN_FILES = (
    *(".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".txt", ".csv", ".jpg", ".jpeg", ".png", ".gif"),
    *(".zip", ".rtf", ".htm", ".html", ".eml", ".ics", ".mp4"),
)


def _is_long(draft: Draft) -> bool:
    return len(draft.own_text.encode(errors="replace")) > _LONG


def _has_run_on(draft: Draft) -> bool:
    """Whether so much text stands between two stops that a sentence may be too long."""
    text = draft.own_text
    least = _RUN_ON_HAN if may_hold_han(text) else _RUN_ON
    return len(text) >= least and longest_run(text) >= least


def _has_special_files(draft: Draft) -> bool:
    return any(not a.inline and not a.name.lower().endswith(_PLAIN_FILES) for a in draft.attachments)


_BLOCK, _LONG_BLOCK = 3, 4
"""Full lines from which a signature is a block, and above which it may be too long."""
_DEBRIS = ("\ufffd", "\u00e2\u20ac", "\u00c3", "\u00c2", "\u951f\u65a4\u62f7", "\u00e6", "\u00e7")
"""What UTF-8 read in another encoding leaves behind, or a sign of it."""


def _is_garbled(text: str) -> bool:
    return not text.isascii() and any(sign in text for sign in _DEBRIS)


def _signature_lines(draft: Draft) -> int:
    return sum(bool(line.strip()) for text in draft.zone_texts("signature") for line in text.split("\n"))


def _stands_alone(draft: Draft, salutation: Salutation) -> bool:
    """Whether nothing else stands on the salutation's line, and it ends in no colon of half a Han character's width."""
    text, start, end = draft.text, salutation.start, salutation.end
    is_flush = not start or text[start - 1] == "\n"
    return is_flush and text[end : end + 3].strip(" ")[:1] in ("", "\n") and text[end - 1] != ":"


_NEEDS: dict[str, Callable[[Draft], object]] = {
    "": lambda _: True,
    "dates": lambda draft: draft.dates,
    "attachments": lambda draft: draft.attachments,
    "styles": lambda draft: draft.shown.styles,
    "reply": lambda draft: draft.reply_prefixes,
    "salutation": lambda draft: draft.salutation,
    "widths": lambda draft: may_mix_widths(draft.own_text) or may_mix_widths(draft.subject or ""),
    "quote": lambda draft: draft.zone("quote") or draft.zone("forward"),
    "forward": lambda draft: draft.is_forward,
    "cc": lambda draft: draft.cc,
    "several": lambda draft: len(draft.readers) > 1,
    "crowd": lambda draft: len(draft.readers) > _CROWD,
    "reply-all": lambda draft: draft.reply_prefixes and len(draft.readers) > 1,
    "dated-subject": lambda draft: str(draft.reference.year) in (draft.subject or ""),
    "figures": _has_figures,
    "several-files": lambda draft: sum(not attachment.inline for attachment in draft.attachments) > 1,
    "special-files": _has_special_files,
    "heavy-files": lambda draft: sum(attachment.size for attachment in draft.attachments) > _HEAVY,
    "html": lambda draft: draft.shown.content_type == "text/html",
    "long": _is_long,
    "run-on": _has_run_on,
    "figures-in-rows": lambda draft: sum(map(draft.own_text.count, "0123456789")) >= _ROWS_OF_FIGURES,
    "odd-characters": lambda draft: may_hold_odd(draft.own_text),
    "chinese": lambda draft: draft.language.startswith("zh"),
    "two-scripts": lambda draft: may_mix_scripts(draft.own_text),
    "garbled": lambda draft: draft.defects or _is_garbled(draft.own_text) or _is_garbled(draft.subject or ""),
    "signature-block": lambda draft: _signature_lines(draft) >= _BLOCK,
    "long-signature": lambda draft: _signature_lines(draft) > _LONG_BLOCK,
    "shared-line": lambda draft: draft.salutation and not _stands_alone(draft, draft.salutation),
    "zh-model": lambda draft: draft.language not in ("en", "other") and _has_model(),
}
"""Checks whose need a message does not meet are not even loaded; ``dates:relative`` asks for dates of that kind."""
LONGEST_TEXT = 200_000
"""Characters of a message's text that are looked at, quotes included."""


def _has_model() -> bool:
    from maillint.language.spelling import lattice

    return lattice.is_ready()


def lint(draft: Draft, ruleset: Ruleset, path: str = "") -> Report:
    """Judge a draft.

    Args:
        draft: the message.
        ruleset: the checks under a configuration, from ``engine.load``.
        path: what the report calls the message.

    Returns:
        Findings in order of place, and a score from 0 to 100 whose breakdown adds up.
    """
    draft = _bounded(draft)
    profile = profile_of(draft, ruleset)
    note = _not_judged(draft)
    named = _named(draft)
    asked, ignored = ruleset.expand(named), ruleset.expand(_exceptions(draft, ruleset))
    found = [] if note in ("off", "automatic") else list(_findings(draft, ruleset, profile, note))
    if ruleset.config["words"]:
        found = [finding for finding in found if not _is_own_word(finding, draft, ruleset)]
    if ruleset.yielding:
        found = list(_merged(found, ruleset.yielding))
    kept = sorted((finding for finding in found if finding.check not in asked | ignored), key=_place)
    groups = score.breakdown(kept, ruleset.pack.caps, ruleset.once)
    return Report(
        path=path,
        score=score.total(groups),
        after=_score_without(_is_mended, kept, ruleset),
        language=draft.language,
        profile=profile,
        groups=groups,
        findings=tuple(kept),
        subject=draft.subject or "",
        text=draft.text,
        defects=draft.defects,
        unused=_unused(ruleset, named, {finding.check for finding in found}),
        unknown=tuple(name for name in named if not ruleset.expand([name])),
        note=note,
        after_safe=_score_without(_is_safe, kept, ruleset),
    )


def profile_of(draft: Draft, ruleset: Ruleset) -> str:
    """Whom the draft writes to: the configured profile, or by the readers' domains.

    All readers in the writer's own domain, or in ``internal-domains``, make a mail internal.
    """
    config = ruleset.config
    for entry in config["recipients"]:
        if "profile" in entry and any(_matches(address.email, entry["match"]) for address in draft.readers):
            return str(entry["profile"])
    if config["profile"] != "auto":
        return str(config["profile"])
    domains = [address.domain for address in draft.readers + draft.bcc]
    is_known = bool(domains) and all(domains)
    return "internal" if is_known and not draft.outsiders(ruleset.internal) else "external"


def _bounded(draft: Draft) -> Draft:
    """A draft whose text is no longer than anybody would write: mail is hostile input."""
    if len(draft.text) <= LONGEST_TEXT:
        return draft
    shown = draft.shown._replace(text=draft.text[:LONGEST_TEXT])
    return draft._replace(shown=shown, defects=(*draft.defects, "text-cut-short"))


def _not_judged(draft: Draft) -> str:
    if (draft.header(SWITCH) or "").strip().lower() == "off":
        return "off"
    if draft.is_automatic:
        return "automatic"
    if draft.encrypted or (draft.signed and not draft.text.strip()):
        return "encrypted"
    return "foreign" if draft.language == "other" and draft.paragraphs else ""


def _named(draft: Draft) -> list[str]:
    """Checks and groups that the header asks to be ignored."""
    names = (draft.header(IGNORE) or "").replace(";", ",").split(",")
    return [bare for name in names if (bare := name.strip())]


def _exceptions(draft: Draft, ruleset: Ruleset) -> Iterator[str]:
    """Checks and groups that the configuration ignores for these readers."""
    for entry in ruleset.config["recipients"]:
        if any(_matches(address.email, entry["match"]) for address in draft.readers):
            yield from entry.get("ignore", ())


def _is_own_word(finding: Finding, draft: Draft, ruleset: Ruleset) -> bool:
    """Whether a slip is none, since somebody's list has the word."""
    if not finding.check.startswith("spelling-"):
        return False
    text = (draft.subject or "") if finding.span.zone == "subject" else draft.text
    return ruleset.own_words.excuse(text, finding.span.start, finding.span.end)


def _unused(ruleset: Ruleset, named: list[str], found: set[str]) -> tuple[str, ...]:
    known = ((name, ruleset.expand([name])) for name in named)
    return tuple(name for name, checks in known if checks and not checks & found)


def _matches(email: str, pattern: str) -> bool:
    from fnmatch import fnmatchcase

    return fnmatchcase(email.lower(), pattern.lower())


def _findings(draft: Draft, ruleset: Ruleset, profile: str, note: str) -> Iterator[Finding]:
    hits = ruleset.phrases.hits(draft)
    is_foreign = draft.language == "other"
    rules = ruleset.rules(profile)
    for spec, rule in (*rules.always, *(rules.worded[name] for name in hits if name in rules.worded)):
        if is_foreign and "*" not in spec.languages:
            continue
        if (note == "encrypted" and not spec.is_subject_only) or not _meets(draft, spec.needs):
            continue
        own_hits = hits.get(spec.name, ())
        if not _is_called_for(spec, draft, own_hits):
            continue
        try:
            yield from _run(spec, rule, draft, own_hits)
        except Exception as error:  # noqa: BLE001 - a check that crashes becomes a finding; the others go on
            yield _crash(rule, error)


def _meets(draft: Draft, need: str) -> bool:
    room, _, trait = need.partition(":")
    return trait in draft.date_traits if trait else bool(_NEEDS[room](draft))


def _is_called_for(spec: Spec, draft: Draft, hits: Sequence[Hit]) -> bool:
    """Whether the check's phrases stand in the draft, or what else makes it look at one."""
    return bool(hits) or not spec.otherwise or _meets(draft, spec.otherwise)


def _merged(found: Sequence[Finding], yielding: frozenset[str]) -> Iterator[Finding]:
    """The findings without those of yielding checks on words that another check of the group speaks of."""
    for finding in found:
        others = (other for other in found if other.group == finding.group and other.check not in yielding)
        if finding.check not in yielding or not any(_meet(finding.span, other.span) for other in others):
            yield finding


def _meet(one: Span, other: Span) -> bool:
    is_same_text = (one.zone == "subject") == (other.zone == "subject")
    return is_same_text and one.start < other.end and other.start < one.end


def _run(spec: Spec, rule: Rule, draft: Draft, hits: Sequence[Hit]) -> Iterable[Finding]:
    find = finder(spec)
    if find is not None:
        return list(find(draft, rule, hits))
    return [rule.finding(draft, hit.span, rewrite=_replacement(spec, hit)) for hit in hits]


def _replacement(spec: Spec, hit: Hit) -> Rewrite | None:
    if not hit.value:
        return None
    return Rewrite(Grade(spec.grade), (Edit(hit.span, hit.value),))


def _crash(rule: Rule, error: Exception) -> Finding:
    return Finding(
        check=rule.name,
        severity=Severity.INFO,
        confidence=Confidence.HIGH,
        span=Span("body", 0, 0),
        text="",
        cost=0.0,
        key="crashed",
        args={"error": f"{type(error).__name__}: {error}"[:200]},
    )


def _score_without(is_gone: Callable[[Finding], bool], findings: Iterable[Finding], ruleset: Ruleset) -> float:
    left = (finding for finding in findings if not is_gone(finding))
    return score.total(score.breakdown(left, ruleset.pack.caps, ruleset.once))


def _is_safe(finding: Finding) -> bool:
    return bool(finding.rewrite and finding.rewrite.edits and finding.rewrite.grade is Grade.SAFE)


def _is_mended(finding: Finding) -> bool:
    return finding.rewrite is not None and bool(finding.rewrite.edits)


def _place(finding: Finding) -> tuple[Any, ...]:
    return (finding.span.zone != "subject", finding.span.start, finding.severity.rank, finding.check, finding.span.end)
