"""Options that the organisation's file has locked: what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.cli import guard
from maillint.cli.session import language_of, named
from maillint.engine.locks import holder
from maillint.report.strings import enumerated, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maillint.cli.request import Request
    from maillint.engine import Config, Ruleset

_NAMED = 3
"""More checks than these are counted, not named."""
_TEXTS = {
    "option": (
        "{option} is not used: {name} is locked by {file}",
        "{option} 不起作用：{name} 已由 {file} 锁定",
        "{option} 不起作用：{name} 已由 {file} 鎖定",
    ),
    "stays": (
        "{option} does not leave out {checks}: locked by {file}",
        "{option} 略不过 {checks}：已由 {file} 锁定",
        "{option} 略不過 {checks}：已由 {file} 鎖定",
    ),
    "many": ("{n} checks", "{n} 项检查", "{n} 項檢查"),
}


def tell(notes: Iterable[str], told: set[str]) -> None:
    """Say on standard error what has not been told yet in this run."""
    for note in notes:
        if note not in told:
            told.add(note)
            guard.tell(f"maillint: {note}")


def notes(request: Request, ruleset: Ruleset, config: Config, overrides: Mapping[str, Any]) -> Iterator[str]:
    """Which options have no effect, or not on all checks, since a file has locked them."""
    language = language_of(request.lang, config)
    for key, value in overrides.items():
        if config[key] != value:
            yield spoken(_TEXTS, language, "option", option=f"--{key}", name=key, file=config.locks[key])
    if "ignore" not in config.locks:
        yield from _notes_on_checks("--ignore", named(request.ignore, ruleset) & ruleset.held.keys(), config, language)
    if request.only:
        left = {spec.name for spec in ruleset.specs} - named(request.only, ruleset)
        yield from _notes_on_checks("--only", left & ruleset.held.keys(), config, language)


def _notes_on_checks(option: str, checks: Iterable[str], config: Config, language: str) -> Iterator[str]:
    by_file: dict[str, list[str]] = {}
    for check in sorted(checks):
        by_file.setdefault(holder(config, check), []).append(check)
    for file, names in by_file.items():
        many = spoken(_TEXTS, language, "many", n=len(names))
        words = enumerated(language, names) if len(names) <= _NAMED else many
        yield spoken(_TEXTS, language, "stays", option=option, checks=words, file=file)
