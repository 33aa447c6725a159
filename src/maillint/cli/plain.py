"""The command line's plain forms, parsed by hand: ``maillint FILE...`` must not wait for a parser library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.cli.request import COLOURS, FAIL_ON, Request
from maillint.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COMMANDS = (
    *("lint", "fix", "explain", "checks", "new-check", "test-checks", "learn"),
    *("config", "doctor", "models", "languagetool", "sendmail", "git-hook", "relay", "milter", "audit"),
)
SHORT = {"-f": "--format", "-o": "--output", "-q": "--quiet", "-j": "--jobs"}
_SWITCHES = ("--breakdown", "--why", "--stats", "--quiet", "--preview", "--debug")
_LISTS = ("--only", "--ignore")


def _one_of(values: tuple[str, ...]) -> Callable[[str], str]:
    def convert(value: str) -> str:
        if value not in values:
            raise ValueError(value)
        return value

    return convert


_VALUES: dict[str, Callable[[str], Any]] = {
    "--format": _one_of(FORMATS),
    "--lang": str,
    "--profile": str,
    "--config": str,
    "--fail-on": _one_of(FAIL_ON),
    "--min-score": float,
    "--only": str,
    "--ignore": str,
    "--date": str,
    "--output": str,
    "--color": _one_of(COLOURS),
    "--jobs": int,
}


def in_order(arguments: list[str]) -> list[str]:
    """The command first, also where somebody put options before it: ``--lang zh-Hant checks``."""
    rest = iter(enumerate(arguments))
    for at, word in rest:
        if word in COMMANDS:
            return [word, *arguments[:at], *arguments[at + 1 :]]
        if not word.startswith("-") or word == "-":
            break
        if SHORT.get(word, word) in _VALUES:
            next(rest, None)
    return arguments


def parse(arguments: list[str]) -> Request | None:
    """The request of a plain command line; None for anything that needs the full parser, faulty forms included."""
    if arguments and arguments[0] in COMMANDS and arguments[0] != "lint":
        return None
    rest = iter(arguments[1:] if arguments[:1] == ["lint"] else arguments)
    found: dict[str, Any] = {}
    paths = []
    for word in rest:
        if word == "-" or not word.startswith("-"):
            paths.append(word)
        elif not _take(word, rest, found):
            return None
    return Request(paths=tuple(paths), **found) if paths else None


def _take(word: str, rest: Iterator[str], found: dict[str, Any]) -> bool:
    name, has_value, value = word.partition("=")
    name = SHORT.get(name, name)
    key = name[2:].replace("-", "_")
    if name in _SWITCHES:
        found[key] = True
        return not has_value
    if name not in _VALUES or (has_value and word in SHORT):
        return False
    try:
        taken = _VALUES[name](value if has_value else next(rest))
    except (ValueError, StopIteration):
        return False
    found[key] = (*found.get(key, ()), taken) if name in _LISTS else taken
    return True
