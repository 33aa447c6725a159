"""Slips in a check's file that no run would stumble over, so that only its author can see them."""

from __future__ import annotations

import os
from string import Formatter
from typing import TYPE_CHECKING, Any

from maillint.engine import norms
from maillint.engine.checkfile import CheckFile, read, read_toml, texts_of
from maillint.engine.names import nearest
from maillint.engine.packs import BUILT_IN
from maillint.engine.problems import Problem, problem
from maillint.engine.results import CRASHED
from maillint.finding import LANGUAGES
from maillint.language import wording
from maillint.language.text import flatten

_MOST_NAMED = 8

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maillint.finding import Finding
    from maillint.message.draft import Draft


def with_phrases(found: Problem, check: CheckFile) -> Problem:
    """That a fine example drew something, with the list its words stand in where they stand in one."""
    words = [text.lower() for text in found.args["drawn"]]
    for name, entries in check.data.get("phrases", {}).items():
        if name not in ("add", "drop") and (phrases := [word for word in words if word in entries]):
            return problem("drew.phrase", **found.args, phrases=phrases, list=name) if check.below else found
    return found


def with_missed(found: Problem, check: CheckFile, draft: Draft) -> Problem:
    """That a bad example drew nothing, with the phrases that stand in it all the same."""
    lists = (entries for name, entries in check.data.get("phrases", {}).items() if name not in ("add", "drop"))
    text = f"{flatten(draft.subject or '')}\n{draft.flat}"
    there = [phrase for entries in lists for phrase in entries if phrase in text]
    return problem("missed.phrase", phrases=", ".join(map(repr, there[:_MOST_NAMED]))) if there else found


def problems(check: CheckFile, drawn: Sequence[Finding], folders: Iterable[str] = ()) -> Iterator[Problem]:
    """What is misspelt in the file of a check: norms, phrases to drop, conditions, placeholders, a Python file.

    Args:
        check: the check, with what its file changes.
        drawn: what its examples drew, which shows what its texts can be filled with.
        folders: packs whose norms count besides its own.
    """
    own = read_toml(check.path)
    yield from _unknown_norms(check, own, folders)
    yield from _unknown_drops(check, own)
    yield from unknown_conditions(own.get("phrases", {}))
    yield from _unknown_placeholders(check, own, drawn)
    yield from _unloaded(check.path)


def _unknown_norms(check: CheckFile, own: dict[str, Any], folders: Iterable[str]) -> Iterator[Problem]:
    near = (os.path.dirname(os.path.dirname(path)) for path in (*check.below, check.path))
    packs = dict.fromkeys(folder for folder in (*folders, *near) if folder != BUILT_IN)
    known = norms.load(tuple(packs)) if own.get("norms") else {}
    for number in own.get("norms", ()):
        if number not in known:
            yield problem("norm", nearest(str(number), known), number=number)


def _unknown_drops(check: CheckFile, own: dict[str, Any]) -> Iterator[Problem]:
    dropped = own.get("phrases", {}).get("drop", ())
    if not dropped or not check.below:
        return
    lower = read(check.below[-1], check.below[:-1]).data.get("phrases", {})
    known = {phrase for name, entries in lower.items() if name != "drop" for phrase in entries}
    for phrase in (phrase for phrase in dropped if phrase not in known):
        longer = sorted(other for other in known if phrase in other)[:_MOST_NAMED]
        if longer:
            yield problem("drop.parts", check=check.name, phrase=phrase, longer=", ".join(map(repr, longer)))
        else:
            yield problem("drop", nearest(phrase, known), check=check.name, phrase=phrase)


def unknown_conditions(phrases: dict[str, Any]) -> Iterator[Problem]:
    """What phrase lists ask of the words around a phrase that nothing can tell."""
    lists = {**phrases, **phrases.get("add", {})}
    for name, entries in lists.items():
        for phrase, value in entries.items() if isinstance(entries, dict) and name != "add" else ():
            for condition in wording.unknown_conditions(str(value)):
                near = nearest(condition, wording.CONDITIONS)
                known = ", ".join(wording.CONDITIONS)
                yield problem("condition", near, list=name, phrase=phrase, condition=condition, known=known)


def _unknown_placeholders(check: CheckFile, own: dict[str, Any], drawn: Sequence[Finding]) -> Iterator[Problem]:
    lower = texts_of(read(check.below[-1], check.below[:-1]).data) if check.below else {}
    for key, text in texts_of(own).items():
        known = _fillings(check, key, drawn) if text else None
        if known is None or key in ("title", "why"):
            continue
        known |= {name for language in LANGUAGES for name in _names(str((lower.get(key) or {}).get(language, "")))}
        for language, template in text.items():
            for name in _names(str(template)):
                if name not in known:
                    where, near = f"{key}.{language}", nearest(name, known)
                    yield problem("placeholder", near, text=where, name=f"{{{name}}}", known=_listed(known))


def _fillings(check: CheckFile, key: str, drawn: Sequence[Finding]) -> set[str] | None:
    """What a text can be filled with; None where nothing shows that."""
    section, _, name = key.partition(".")
    key_of = _advice if section == "advice" else _message
    findings = [one for one in drawn if one.key != CRASHED and key_of(one) == name]
    if not findings and check.code:
        return None
    return {"text", *(arg for finding in findings for arg in finding.args)}


def _message(finding: Finding) -> str:
    return finding.key


def _advice(finding: Finding) -> str:
    return finding.rewrite.key if finding.rewrite else "main"


def _names(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def _unloaded(path: str) -> Iterator[Problem]:
    """A check's Python file has underscores where its toml file has hyphens."""
    stem = path.removesuffix(".toml")
    code = os.path.basename(stem).replace("-", "_") + ".py"
    if "-" in os.path.basename(stem) and os.path.exists(f"{stem}.py"):
        yield problem("unloaded", path=f"{stem}.py", name=code)


def orphans(folder: str) -> Iterator[Problem]:
    """Python files of a group that belong to no check."""
    names = {entry.name for entry in os.scandir(folder)}
    for name in sorted(names):
        stem = name.removesuffix(".py")
        wanted = f"{stem.replace('_', '-')}.toml"
        if name.endswith(".py") and not name.startswith("_") and not names & {wanted, f"{stem}.toml"}:
            yield problem("orphan", path=os.path.join(folder, name), name=wanted)
