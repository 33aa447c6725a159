"""Packs: folders of checks. The built-in one is ``maillint.checks``; an organisation adds its own in the same form."""

from __future__ import annotations

import os
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

import maillint.checks
from maillint import __version__, cache
from maillint.engine.phrases import tables
from maillint.finding import LANGUAGES, Severity
from maillint.language.text import flatten
from maillint.records import NamedTuple
from maillint.rule import TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maillint.engine.checkfile import CheckFile, CheckFileError

BUILT_IN = maillint.checks.__path__[0]
_FORMAT = 18
"""Counts up with every change of what is compiled, so that no older cache is read."""
_signatures: dict[tuple[str, ...], tuple[Any, ...]] = {}
"""Of the folders loaded last, for their prose."""


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
    has_phrases: bool
    needs: str
    """What a message must have for the check to look at it; empty for nothing."""
    otherwise: str
    """What makes it look at a message where none of its phrases stands; empty for nothing."""
    yields: bool
    """Its findings give way to those of its group on the same words."""
    below: tuple[str, ...]
    """Files of earlier packs that its file changes, the lowest first."""

    @property
    def is_subject_only(self) -> bool:
        """It looks at nothing but the subject."""
        return self.zones == ("subject",)


class Pack(NamedTuple):
    """All checks of some folders, compiled."""

    specs: tuple[Spec, ...]
    caps: dict[str, float]
    order: dict[str, int]
    table: Callable[[str], Any]
    """The phrases of all checks in one script, "letters" or "han"; see ``engine.phrases``."""


def load(folders: tuple[str, ...] = ()) -> Pack:
    """The built-in checks and those of further folders.

    A later folder's check of the same name wins; where its file names some keys only, it changes these.

    Raises:
        CheckFileError: a file breaks the format.
    """
    everything = (BUILT_IN, *folders)
    signature = _signatures[everything] = _signature(everything)

    def part(name: str) -> Any:
        return cache.fetch(name, signature, lambda: _compile(everything, signature)[name])

    checks = part("checks")
    specs = tuple(Spec(*values) for values in checks["specs"])
    return Pack(specs, checks["caps"], checks["order"], part)


def prose(folders: tuple[str, ...], language: str) -> dict[str, Any]:
    """What the checks' files say to people in a language: name -> {"title", "why", "message", "advice", "norms"}."""
    everything = (BUILT_IN, *folders)
    signature = _signatures.get(everything) or _signature(everything)
    name = f"prose-{language}"
    found: dict[str, Any] = cache.fetch(name, signature, lambda: _compile(everything, signature)[name])
    return found


def files(folder: str) -> list[str]:
    """The toml files of a pack, groups and checks in order.

    Raises:
        CheckFileError: a folder cannot be read.
    """
    try:
        return sorted((entry.path for entry in _entries(folder, ".toml")), key=os.path.split)
    except OSError as error:
        raise _unread(error, folder) from error


def _entries(folder: str, *ends: str) -> Iterator[os.DirEntry[str]]:
    """The files in a pack's groups whose names end so; hidden ones, such as an editor's locks, are no checks."""
    for group in _listed(folder):
        if not group.name.startswith((".", "_")) and group.is_dir():
            for entry in _listed(group.path):
                if entry.name.endswith(ends) and entry.name[0] != ".":
                    yield entry


def _listed(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _unread(error: OSError, folder: str) -> CheckFileError:
    from maillint.engine.checkfile import CheckFileError

    return CheckFileError(f"{error.filename or folder}: cannot be read ({error.strerror})")


def _signature(folders: tuple[str, ...]) -> tuple[Any, ...]:
    """Changes whenever a file of the packs does: names, sizes and times, since reading them all would cost a run.

    Of Python files the name is enough: nothing of what is in them is kept. The files of a wheel change with the wheel.
    """
    marks: list[Any] = []
    for folder in folders:
        if record := _record(folder):
            marks.append(record)
            continue
        try:
            marks += [_mark(entry) for entry in _entries(folder, ".toml", ".py")]
        except OSError as error:
            raise _unread(error, folder) from error
    return (_FORMAT, *sorted(marks))


def _record(folder: str) -> tuple[str, int, int] | None:
    """The mark of a wheel's list of files if the folder, ``site-packages/maillint/checks``, came with one."""
    package, checks = os.path.split(folder)
    site, name = os.path.split(package)
    path = os.path.join(site, f"maillint-{__version__}.dist-info", "RECORD")
    if (name, checks) != ("maillint", "checks") or not os.path.isfile(path):
        return None
    status = os.stat(path)
    return path, status.st_size, status.st_mtime_ns


def _mark(entry: os.DirEntry[str]) -> tuple[str, int, int]:
    if not entry.name.endswith(".toml"):
        return (entry.path, 0, 0)
    status = entry.stat()
    return (entry.path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=1)
def _compile(folders: tuple[str, ...], _signature: tuple[Any, ...]) -> dict[str, Any]:
    from maillint.engine import checkfile
    from maillint.engine.overlay import overlaid

    specs: dict[str, tuple[Any, ...]] = {}
    caps: dict[str, float] = {}
    order: dict[str, int] = {}
    texts: dict[str, Any] = {}
    phrases: dict[str, list[tuple[str, str, str]]] = {}
    layers: dict[str, tuple[str, ...]] = {}
    for path in (path for folder in folders for path in files(folder)):
        if os.path.basename(path) == "_group.toml":
            group = os.path.basename(os.path.dirname(path))
            checkfile.hold_group(path, own := checkfile.read_toml(path))
            data = texts[group] = overlaid(texts.get(group, {}), own)
            caps[group], order[group] = float(data.get("cap", 20)), int(data.get("order", 99))
        else:
            check = checkfile.read(path, layers.get(checkfile.name_of(path), ()))
            layers[check.name] = (*check.below, path)
            specs[check.name] = run_data(check)
            phrases[check.name] = list(phrases_of(check))
            texts[check.name] = check.data
    checks = {"specs": list(specs.values()), "caps": caps, "order": order}
    spoken = {f"prose-{language}": _spoken(texts, language) for language in LANGUAGES}
    return {"checks": checks, **spoken, **tables(entry for entries in phrases.values() for entry in entries)}


def _spoken(texts: dict[str, Any], language: str) -> dict[str, Any]:
    """The prose of checks and groups in one language."""
    return {
        name: {
            "title": data.get("title", {}).get(language, ""),
            "why": data.get("why", {}).get(language, ""),
            "message": {key: text[language] for key, text in data.get("message", {}).items()},
            "advice": {key: text[language] for key, text in data.get("advice", {}).items()},
            "norms": data.get("norms", []),
        }
        for name, data in texts.items()
    }


def run_data(check: CheckFile) -> tuple[Any, ...]:
    """The fields of a check's ``Spec``, as plain data."""
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
        bool(data.get("phrases")),
        data.get("needs", ""),
        data.get("otherwise", ""),
        bool(data.get("yields", False)),
        check.below,
    )


def phrases_of(check: CheckFile) -> Iterator[tuple[str, str, str]]:
    """The phrases of a check: its name, the phrase in lower case, and what its list maps it to."""
    from maillint.language.wording import in_both_scripts

    for entries in check.data.get("phrases", {}).values():
        pairs = entries.items() if isinstance(entries, dict) else ((phrase, "") for phrase in entries)
        for phrase, value in pairs:
            for one in _each_way(phrase) if value[:1] == TOLD else (phrase,):
                yield check.name, flatten(one), in_both_scripts(value)


def _each_way(phrase: str) -> Iterator[str]:
    """What "he/she go" stands for where neighbours tell what was meant: "he go" and "she go"."""
    return map(" ".join, product(*(word.split("/") for word in phrase.split(" "))))


def severity_of(value: str) -> Severity | None:
    """A severity by name; None for "off"."""
    return None if value == "off" else Severity(value)
