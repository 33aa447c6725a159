"""Packs: folders of checks. The built-in one is ``maillint.checks``; an organisation adds its own in the same form."""

from __future__ import annotations

import os
from typing import Any

import maillint.checks
from maillint import cache
from maillint.engine.phrases import FIRST_HAN
from maillint.finding import Severity
from maillint.records import NamedTuple

BUILT_IN = maillint.checks.__path__[0]
_FORMAT = 2
"""Counts up with every change of what is compiled, so that no older cache is read."""


class Spec(NamedTuple):
    """A check as a run needs it: numbers, options and phrases, no prose."""

    name: str
    group: str
    path: str
    code: str
    languages: tuple[str, ...]
    severity: str
    confidence: str
    cost: float
    zones: tuple[str, ...]
    preview: bool
    per: str
    grade: str
    options: dict[str, Any]
    option_types: dict[str, str]
    profiles: dict[str, dict[str, Any]]
    phrases: dict[str, list[tuple[str, str]]]
    """By script ("letters", "han"): each phrase in lower case, and what its list maps it to."""

    @property
    def is_subject_only(self) -> bool:
        """It looks at nothing but the subject."""
        return self.zones == ("subject",)


class Pack(NamedTuple):
    """All checks of some folders, compiled."""

    specs: tuple[Spec, ...]
    caps: dict[str, float]
    order: dict[str, int]


def load(folders: tuple[str, ...] = ()) -> Pack:
    """The built-in checks and those of further folders; a later folder's check of the same name wins.

    Raises:
        CheckFileError: a file breaks the format.
    """
    everything = (BUILT_IN, *folders)
    plain = cache.fetch("checks", _signature(everything), lambda: _compile(everything)["run"])
    specs = tuple(Spec(*values) for values in plain["specs"])
    return Pack(specs, plain["caps"], plain["order"])


def prose(folders: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the checks' files say to people: name -> {"title", "why", "message", "advice", "norms"}."""
    everything = (BUILT_IN, *folders)
    found: dict[str, Any] = cache.fetch("prose", _signature(everything), lambda: _compile(everything)["prose"])
    return found


def files(folder: str) -> list[str]:
    """The toml files of a pack, groups and checks in order."""
    found = []
    for group in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if group.is_dir() and not group.name.startswith((".", "_")):
            found += sorted(entry.path for entry in os.scandir(group.path) if entry.name.endswith(".toml"))
    return found


def _signature(folders: tuple[str, ...]) -> tuple[Any, ...]:
    """Changes whenever a file of the packs does: names, sizes and times, since reading them all would cost a run."""
    marks: list[Any] = []
    for folder in folders:
        for group in os.scandir(folder):
            if group.is_dir() and not group.name.startswith((".", "_")):
                marks += sorted(
                    (entry.path, status.st_size, status.st_mtime_ns)
                    for entry in os.scandir(group.path)
                    if entry.name.endswith((".toml", ".py")) and (status := entry.stat())
                )
    return (_FORMAT, *sorted(marks))


def _compile(folders: tuple[str, ...]) -> dict[str, Any]:
    from maillint.engine import checkfile

    specs: dict[str, tuple[Any, ...]] = {}
    caps: dict[str, float] = {}
    order: dict[str, int] = {}
    texts: dict[str, Any] = {}
    for path in (path for folder in folders for path in files(folder)):
        if os.path.basename(path) == "_group.toml":
            data = checkfile.read_toml(path)
            group = os.path.basename(os.path.dirname(path))
            caps[group], order[group] = float(data.get("cap", 20)), int(data.get("order", 99))
            texts[group] = {"title": data.get("title", {})}
        else:
            check = checkfile.read(path)
            specs[check.name] = _run_data(check)
            texts[check.name] = {key: check.data.get(key, {}) for key in ("title", "why", "message", "advice", "norms")}
    run = {"specs": list(specs.values()), "caps": caps, "order": order}
    return {"run": run, "prose": texts}


def _run_data(check: Any) -> tuple[Any, ...]:
    data = check.data
    options = data.get("options", {})
    return (
        check.name,
        check.group,
        check.path,
        check.code,
        tuple(data.get("languages", ("en", "zh"))),
        data["severity"],
        data["confidence"],
        float(data["cost"]),
        tuple(data["zones"]),
        bool(data.get("preview", False)),
        data.get("per", "finding"),
        data.get("grade", "suggested"),
        {name: option["default"] for name, option in options.items()},
        {name: option["type"] for name, option in options.items()},
        data.get("profiles", {}),
        _phrases(data.get("phrases", {})),
    )


def _phrases(lists: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, str] = {}
    for entries in lists.values():
        pairs = entries.items() if isinstance(entries, dict) else ((phrase, "") for phrase in entries)
        found.update((phrase.lower(), value) for phrase, value in pairs)
    by_script: dict[str, list[tuple[str, str]]] = {}
    for phrase, value in found.items():
        by_script.setdefault("han" if max(phrase, default="") >= FIRST_HAN else "letters", []).append((phrase, value))
    return by_script


def severity_of(value: str) -> Severity | None:
    """A severity by name; None for "off"."""
    return None if value == "off" else Severity(value)
