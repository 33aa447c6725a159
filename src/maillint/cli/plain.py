"""The command line's plain forms, parsed by hand: ``maillint FILE...`` must not wait for a parser library."""

from __future__ import annotations

from maillint.cli.request import COLOURS, FAIL_ON, Request
from maillint.report import FORMATS

_VALUES = {
    "--format": FORMATS,
    "--lang": (),
    "--profile": (),
    "--config": (),
    "--fail-on": FAIL_ON,
    "--date": (),
    "--output": (),
    "--color": COLOURS,
}
_SWITCHES = ("--breakdown", "--why", "--quiet", "--preview", "--debug")
_LISTS = ("--only", "--ignore")
COMMANDS = ("lint", "explain", "checks", "new-check", "test-checks", "config", "doctor")


def parse(arguments: list[str]) -> Request | None:
    """The request of a plain command line; None for anything that needs the full parser, faulty forms included."""
    words = arguments[1:] if arguments[:1] == ["lint"] else arguments
    if words is arguments and words and words[0] in COMMANDS:
        return None
    found: dict[str, object] = {}
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "-" or not word.startswith("-"):
            paths.append(word)
        elif not _take(word, rest, found):
            return None
    return Request(paths=tuple(paths), **found) if paths else None  # type: ignore[arg-type]


def _take(word: str, rest: object, found: dict[str, object]) -> bool:
    name, has_value, value = word.partition("=")
    key = name[2:].replace("-", "_")
    if name in _SWITCHES and not has_value:
        found[key] = True
        return True
    if name not in _VALUES and name not in _LISTS:
        return False
    value = value if has_value else next(rest, "")  # type: ignore[call-overload]
    if not value or (name in _VALUES and _VALUES[name] and value not in _VALUES[name]):
        return False
    found[key] = (*found.get(key, ()), value) if name in _LISTS else value  # type: ignore[misc]
    return True
