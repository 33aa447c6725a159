"""One draft under a ruleset: the checks that are on look at it, and the score is added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.engine import score
from maillint.engine.needs import meets
from maillint.engine.packs import BUILT_IN
from maillint.engine.results import Report
from maillint.engine.ruleset import finder, internal
from maillint.finding import Edit, Grade, Rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from maillint.engine.config import Config
    from maillint.engine.packs import Spec
    from maillint.engine.ruleset import Rules, Ruleset
    from maillint.finding import Finding, Span
    from maillint.message.draft import Draft
    from maillint.rule import Hit, Rule

SWITCH = "X-Maillint"
IGNORE = "X-Maillint-Ignore"
LONGEST_TEXT = 200_000
"""Characters of a message's text that are looked at, quotes included."""


def lint(draft: Draft, ruleset: Ruleset, path: str = "") -> Report:
    """Judge a draft.

    Args:
        draft: the message.
        ruleset: the checks under a configuration, from ``engine.load``.
        path: what the report calls the message.

    Returns:
        Findings in order of place, and a score from 0 to 100 whose breakdown adds up.
    """
    draft = bounded(draft)
    profile = profile_of(draft, ruleset.config)
    note = _not_judged(draft)
    if note in ("off", "automatic") and ruleset.held:
        ruleset, note = ruleset.of_held, "locked"
    named = _named(draft)
    asked = ruleset.expand(named)
    ignored = ruleset.left_out(lambda config: _exceptions(draft, config)) | (asked - ruleset.held.keys())
    found = [] if note in ("off", "automatic") else _settled(_findings(draft, ruleset, profile), draft, ruleset)
    kept = sorted((finding for finding in found if finding.check not in ignored), key=_place)
    groups = score.breakdown(kept, ruleset.pack.caps, ruleset.once)
    after, after_safe = _scores_after(kept, ruleset, whole := score.total(groups))
    return Report(
        path=path,
        score=whole,
        after=after,
        language=draft.language,
        profile=profile,
        groups=groups,
        findings=tuple(kept),
        subject=draft.subject or "",
        text=draft.text,
        defects=draft.defects,
        unused=_unused(ruleset, named, {finding.check for finding in found}),
        unknown=tuple(name for name in named if not ruleset.expand([name])),
        locked=tuple(sorted(asked & ruleset.held.keys())),
        note=note,
        after_safe=after_safe,
    )


def profile_of(draft: Draft, config: Config) -> str:
    """Whom the draft writes to: the configured profile, or by the subject and the readers' domains.

    ``[PATCH v2 1/3] ...`` is a patch or an answer to one; all readers in the writer's own domain, or in
    ``internal-domains``, make any other mail internal.
    """
    for entry in config["recipients"]:
        if "profile" in entry and any(_matches(address.email, entry["match"]) for address in draft.readers):
            return str(entry["profile"])
    if config["profile"] != "auto":
        return str(config["profile"])
    if _is_patch(draft):
        return "patch"
    domains = [address.domain for address in draft.readers + draft.bcc]
    is_known = bool(domains) and all(domains)
    return "internal" if is_known and not draft.outsiders(internal(config)) else "external"


def _is_patch(draft: Draft) -> bool:
    """Whether the subject begins as ``git format-patch`` has it: ``[PATCH]``, ``[RFC PATCH 0/3]``."""
    tag, closed, _ = draft.bare_subject.partition("]")
    return bool(closed) and tag.startswith("[") and "PATCH" in tag[1:].split()


def bounded(draft: Draft) -> Draft:
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
    if _is_sealed(draft):
        return "encrypted"
    return "foreign" if draft.language == "other" and draft.paragraphs else ""


def _is_sealed(draft: Draft) -> bool:
    return draft.encrypted or (draft.signed and not draft.text.strip())


def _named(draft: Draft) -> list[str]:
    """Checks and groups that the header asks to be ignored."""
    names = (draft.header(IGNORE) or "").replace(";", ",").split(",")
    return [bare for name in names if (bare := name.strip())]


def _exceptions(draft: Draft, config: Config) -> Iterator[str]:
    """Checks and groups that a configuration ignores for these readers."""
    for entry in config["recipients"]:
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


def _findings(draft: Draft, ruleset: Ruleset, profile: str) -> list[Finding]:
    hits = ruleset.phrases.hits(draft)
    held = (profile_of(draft, view) for view in ruleset.held.values())
    called = _called(draft, ruleset.rules(profile, *held), hits)
    is_whole = draft.language != "other" and not _is_sealed(draft)
    found: list[Finding] = []
    for spec, rule in called if is_whole else _judging(called, draft):
        try:
            found += _run(spec, rule, draft, hits.get(spec.name, ()))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a check that fails becomes a finding; others go on
            from maillint.engine import crash

            found.append(crash.finding_of(spec, error))
    return found


def _called(draft: Draft, rules: Rules, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Spec, Rule]]:
    """The checks whose need the message meets, and of those that go by phrases, which it holds one of.

    One that may look at a message for another reason too says so by ``otherwise``.
    """
    for is_met, own in rules.always:
        if is_met(draft):
            for pair in own:
                spec = pair[0]
                if not spec.otherwise or spec.name in hits or meets(draft, spec.otherwise):
                    yield pair
    for name in hits:
        if name in rules.worded and meets(draft, rules.worded[name][0].needs):
            yield rules.worded[name]


def _judging(called: Iterable[tuple[Spec, Rule]], draft: Draft) -> Iterator[tuple[Spec, Rule]]:
    """Those that can judge a message in another language, or one whose text is encrypted."""
    for spec, rule in called:
        is_readable = draft.language != "other" or "*" in spec.languages
        if is_readable and (spec.is_subject_only or not _is_sealed(draft)):
            yield spec, rule


def _settled(findings: Iterable[Finding], draft: Draft, ruleset: Ruleset) -> list[Finding]:
    """The findings without slips that somebody's list knows as words, and without those that give way to others."""
    found = list(findings)
    if ruleset.config["words"]:
        found = [finding for finding in found if not _is_own_word(finding, draft, ruleset)]
    return list(_merged(found, ruleset.yielding)) if ruleset.yielding else found


def _merged(found: Sequence[Finding], yielding: frozenset[str]) -> Iterator[Finding]:
    """The findings without those of yielding checks on words that another check of the group speaks of."""
    firm = [finding for finding in found if finding.check not in yielding]
    for finding in found:
        if finding.check not in yielding or not any(_covers(other, finding) for other in firm):
            yield finding


def _covers(other: Finding, finding: Finding) -> bool:
    """Whether another one of the group speaks of the same words: of some as gravely, or of most of them."""
    if other.group != finding.group or not _meet(finding.span, other.span):
        return False
    shared = min(finding.span.end, other.span.end) - max(finding.span.start, other.span.start)
    return other.severity.rank <= finding.severity.rank or 2 * shared > finding.span.end - finding.span.start


def _meet(one: Span, other: Span) -> bool:
    is_same_text = (one.zone == "subject") == (other.zone == "subject")
    return is_same_text and one.start < other.end and other.start < one.end


def _run(spec: Spec, rule: Rule, draft: Draft, hits: Sequence[Hit]) -> Iterable[Finding]:
    if find := finder(spec):
        found = find(draft, rule, hits)
        if spec.code.startswith(BUILT_IN):
            return list(found)
        from maillint.engine import crash

        return crash.held(found, draft)
    return [rule.finding(draft, hit.span, rewrite=_replacement(spec, hit)) for hit in _meant(draft, hits)]


def _meant(draft: Draft, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits without those whose list asks something of the words around them that is not so."""
    if not any(hit.value.startswith("[") for hit in hits):
        return hits
    from maillint import wordings

    return wordings.meant(draft, hits)


def _replacement(spec: Spec, hit: Hit) -> Rewrite | None:
    if not hit.value:
        return None
    return Rewrite(Grade(spec.grade), (Edit(hit.span, hit.value),))


def _scores_after(kept: Sequence[Finding], ruleset: Ruleset, whole: float) -> tuple[float, float]:
    """The score after all rewrites that can be applied, and after the safe ones."""
    left = [finding for finding in kept if not (finding.rewrite and finding.rewrite.edits)]
    less_safe = [finding for finding in kept if not _is_safe(finding)]
    after, after_safe = (
        score.total(score.breakdown(some, ruleset.pack.caps, ruleset.once)) if len(some) < len(kept) else whole
        for some in (left, less_safe)
    )
    return after, after_safe


def _is_safe(finding: Finding) -> bool:
    rewrite = finding.rewrite
    return rewrite is not None and bool(rewrite.edits) and rewrite.grade is Grade.SAFE


def _place(finding: Finding) -> tuple[Any, ...]:
    return (finding.span.zone != "subject", finding.span.start, finding.severity.rank, finding.check, finding.span.end)
