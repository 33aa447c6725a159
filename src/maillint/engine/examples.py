"""A check's examples are its tests: each bad one draws the marked findings, each fine one none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from maillint.engine import packs, proofread, shapes
from maillint.engine.checkfile import KINDS, CheckFile, CheckFileError, fits, hold_shape, read, read_toml, texts_of
from maillint.engine.config import Config
from maillint.engine.names import hint, nearest, nearest_language
from maillint.engine.packs import Pack, Spec
from maillint.engine.phrases import tables
from maillint.engine.problems import Problem, problem
from maillint.engine.results import CRASHED
from maillint.engine.ruleset import Ruleset, is_ready
from maillint.engine.run import lint
from maillint.message import ComposeError, from_compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.finding import Edit, Finding
    from maillint.message.draft import Draft

_DEFAULTS = {
    "en": {
        "from": "Anna Berg <anna.berg@north.example>",
        "to": "Tom Reed <tom.reed@south.example>",
        "date": "2026-11-25T10:00:00+01:00",
        "subject": "Delivery of order 4471 on 3 December 2026",
    },
    "zh-Hans": {
        "from": "王芳 <wang.fang@north.example>",
        "to": "李明 <li.ming@south.example>",
        "date": "2026-11-25T10:00:00+08:00",
        "subject": "订单4471交货安排（12月3日）",
    },
    "zh-Hant": {
        "from": "王芳 <wang.fang@north.example>",
        "to": "李明 <li.ming@south.example>",
        "date": "2026-11-25T10:00:00+08:00",
        "subject": "訂單4471交貨安排（12月3日）",
    },
}
_COMPOSE = ("from", "to", "cc", "bcc", "date", "subject", "text", "html", "attachments", "headers")
_KNOWN = {*_COMPOSE, "lang", "marked", "better", "profile", "options"}
LEAST_BAD = 3
LEAST_FINE = 5


@dataclass(frozen=True, slots=True)
class Result:
    """How one example came out, or what is wrong with the file; ``problem`` is None when it is as it should be."""

    check: str
    problem: Problem | None
    kind: str = ""
    """"bad" or "fine"; empty for the file as a whole."""
    number: int = 0
    lang: str = ""


def run(path: str, below: tuple[str, ...] = (), folders: tuple[str, ...] = ()) -> Iterator[Result]:
    """Try every example of a check's file, whether there are enough of them, and what else only its author sees.

    Those of a check that asks something outside of maillint are tried where that is ready to answer.
    A file that changes a check of an earlier pack, ``below``, is tried with examples of its own only: those of the
    check as it was may no longer hold.

    Args:
        path: the file.
        below: files of the same check in earlier packs.
        folders: packs whose norms count besides its own.

    Raises:
        CheckFileError: the file, or the Python beside it, is broken.
    """
    check = read(path, below)
    spec = Spec(*packs.run_data(check))
    drawn: list[Finding] = []
    is_tried = not check.below or bool({"bad", "fine"} & set(read_toml(path)))
    is_sound = is_ready(spec) and not any(proofread.unknown_conditions(check.data.get("phrases", {})))
    for kind in ("bad", "fine") if is_sound else ():
        for number, example in enumerate(check.data[kind], start=1):
            hold(f"{path}: {kind} {number}", spec, example)
            found = _try(spec, kind, example, drawn)
            if found and found.key == "drew":
                found = proofread.with_phrases(found, check)
            elif found and found.key == "missed":
                found = proofread.with_missed(found, check, compose(example))
            if is_tried:
                yield Result(check.name, found, kind, number, str(example.get("lang", "?")))
    yield from (Result(check.name, found) for found in proofread.problems(check, drawn, folders))
    if is_tried:
        yield from (Result(check.name, found) for found in _lacking(check))


def hold(where: str, spec: Spec, example: dict[str, Any]) -> None:
    """Raise CheckFileError where an example is no message, or sets what the check has not."""
    hold_shape(where, {key: value for key, value in example.items() if key in _KNOWN}, shapes.EXAMPLE)
    for option, value in example.get("options", {}).items():
        kind = spec.option_types.get(option)
        if kind is None:
            raise CheckFileError(f"{where}: the check has no option {option!r}{hint(option, spec.option_types)}")
        if not fits(kind, value):
            raise CheckFileError(f"{where}: options.{option} is no {KINDS[kind]}")
    try:
        from_compose({key: example[key] for key in _COMPOSE if key in example})
    except ComposeError as error:
        raise CheckFileError(f"{where}: {error}") from error


def _lacking(check: CheckFile) -> Iterator[Problem]:
    if _is_unfinished(check):
        yield problem("todo")
    yield from (problem("untranslated", text=text) for text in _untranslated(check.path))
    for lang, kind, count, least in _too_few(check):
        yield problem("few", lang=lang, kind=kind, count=count, least=least)


def _is_unfinished(check: CheckFile) -> bool:
    texts = [check.data["title"], check.data["why"], *check.data["message"].values()]
    return any("TODO" in str(words) for text in texts for words in text.values())


def _untranslated(path: str) -> Iterator[str]:
    if path.startswith(packs.BUILT_IN):
        for key, text in texts_of(read_toml(path)).items():
            yield from (f"{key}.{language}" for language in _DEFAULTS if not text.get(language))


def _too_few(check: CheckFile) -> Iterator[tuple[str, str, int, int]]:
    if check.below:
        return
    languages = check.data.get("languages", ["en", "zh"])
    wanted = [lang for lang in _DEFAULTS if {"*", lang, lang[:2]} & set(languages)]
    for lang in wanted:
        for kind, least in (("bad", LEAST_BAD), ("fine", LEAST_FINE)):
            count = sum(example.get("lang") == lang for example in check.data[kind])
            if count < least:
                yield lang, kind, count, least


def _try(spec: Spec, kind: str, example: dict[str, Any], drawn: list[Finding]) -> Problem | None:
    if unknown := sorted(set(example) - _KNOWN):
        return problem("key", nearest(unknown[0], _KNOWN), key=unknown[0])
    lang = str(example.get("lang", ""))
    if lang not in _DEFAULTS:
        return problem("lang", nearest_language(lang, _DEFAULTS), lang=lang, allowed=", ".join(_DEFAULTS))
    draft = compose(example)
    findings = findings_of(spec, draft, example)
    drawn += findings
    if crashed := next((finding for finding in findings if finding.key == CRASHED), None):
        return problem("python", told=crashed.args["told"], trace=crashed.args["trace"])
    if kind == "fine":
        return problem("drew", drawn=[finding.text for finding in findings]) if findings else None
    return _hold_bad(draft, example, findings)


def compose(example: dict[str, Any]) -> Draft:
    """The draft an example describes, with defaults for what it leaves out."""
    fields = {**_DEFAULTS[example["lang"]], **{key: example[key] for key in _COMPOSE if key in example}}
    return from_compose(fields)


def findings_of(spec: Spec, draft: Draft, example: dict[str, Any]) -> Sequence[Finding]:
    """What one check alone says of an example."""
    settings = {"severity": spec.severity, **example.get("options", {})}
    base = Config()
    values = {**base.values, "profile": example.get("profile", "external"), "checks": {spec.name: settings}}
    paths = (*spec.below, spec.path)
    table = _table(paths, tuple(os.stat(path).st_mtime_ns for path in paths))
    ruleset = Ruleset(Pack((spec,), {}, {}, table.__getitem__), Config(values, base.origins))
    return lint(draft, ruleset).findings


@lru_cache(maxsize=128)
def _table(paths: tuple[str, ...], _changed: tuple[int, ...]) -> dict[str, Any]:
    """The phrases of one check alone, read anew when one of its files has changed."""
    return tables(packs.phrases_of(read(paths[-1], paths[:-1])))


def _hold_bad(draft: Draft, example: dict[str, Any], findings: Sequence[Finding]) -> Problem | None:
    if not findings:
        return problem("missed")
    drawn = [finding.text for finding in findings]
    if "marked" in example and drawn != example["marked"]:
        return problem("marked", marked=example["marked"], drawn=drawn)
    edits = [edit for finding in findings if finding.rewrite for edit in finding.rewrite.edits]
    if "better" in example and edits:
        is_subject = edits[0].span.zone == "subject"
        result = apply((draft.subject or "") if is_subject else draft.text, edits)
        if result.strip() != example["better"].strip():
            return problem("better", better=example["better"], given=result)
    return None


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits applied."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


__all__ = ["Result", "apply", "compose", "findings_of", "run"]
