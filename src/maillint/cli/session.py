"""The configuration, checks and looks of one run, made once for each place drafts come from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from maillint.cli.request import UsageError
from maillint.engine import Config, ConfigError, Ruleset, load
from maillint.engine.catalog import catalog
from maillint.engine.config import discover
from maillint.finding import LANGUAGES, Severity
from maillint.report import languages
from maillint.report.view import Look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.cli.request import Request

_KEYS = ("profile", "fail_on", "min_score")


class Session:
    """What a run needs besides its messages."""

    def __init__(self, request: Request, *, is_one_of_many: bool = False) -> None:
        """Set it up.

        Args:
            request: what the user asked for.
            is_one_of_many: whether another process of the run tells the user what there is to tell.
        """
        self.request = request
        self._rulesets: dict[str, Ruleset] = {}
        self._told: set[str] | None = None if is_one_of_many else set()

    def ruleset(self, path: str) -> Ruleset:
        """The checks for drafts at a path, under the configuration found upward from it.

        Raises:
            UsageError: the configuration cannot be used.
        """
        directory = "." if path == "-" else path if os.path.isdir(path) else os.path.dirname(path) or "."
        if directory not in self._rulesets:
            self._rulesets[directory] = self._load(directory)
        return self._rulesets[directory]

    def _load(self, directory: str) -> Ruleset:
        try:
            return self._ruleset(directory)
        except ValueError as error:
            from maillint.engine.checkfile import CheckFileError

            if isinstance(error, (ConfigError, CheckFileError)):
                raise UsageError(str(error)) from error
            raise

    def _ruleset(self, directory: str) -> Ruleset:
        request = self.request
        overrides = _overrides(request)
        config = discover(directory, explicit=request.config, overrides=overrides)
        ruleset = load(config)
        only = frozenset(named(request.only, ruleset)) if request.only else None
        if request.ignore:
            overrides["ignore"] = sorted({*config["ignore"], *named(request.ignore, ruleset)})
            config = discover(directory, explicit=request.config, overrides=overrides)
        if config.locks and self._told is not None:
            from maillint.cli import locked

            locked.tell(locked.notes(request, ruleset, config, overrides), self._told)
        return Ruleset(ruleset.pack, config, only) if only is not None or request.ignore else ruleset

    def look(self, path: str) -> Look:
        """How to show the run, by the options and the configuration at its first path."""
        config = self.ruleset(path).config
        language = language_of(self.request.lang, config)
        return Look(
            language,
            catalog(language, tuple(config["packs"])),
            why=self.request.why,
            breakdown=self.request.breakdown,
            stats=self.request.stats,
            quiet=self.request.quiet,
            threshold=threshold(config),
        )


def _overrides(request: Request) -> dict[str, Any]:
    values = {name.replace("_", "-"): getattr(request, name) for name in _KEYS}
    chosen = {name: value for name, value in values.items() if value is not None}
    if request.preview:
        chosen["preview"] = True
    return chosen


def language_of(tag: str | None, config: Config) -> str:
    """The user's language: the option, the configuration, the locale, in this order.

    Raises:
        UsageError: the option names a language maillint does not speak.
    """
    if tag is not None and tag != "auto":
        language = languages.normalise(tag)
        if language is None:
            raise UsageError(f"--lang {tag}: maillint speaks {', '.join(LANGUAGES)}")
        return language
    chosen = str(config["lang"])
    return languages.from_environment(os.environ) if chosen == "auto" else chosen


def language_here(tag: str | None, path: str = ".") -> str:
    """The user's language where no checks are needed, so that a broken pack or configuration is in nobody's way.

    Args:
        tag: the language asked for.
        path: where the drafts lie.

    Raises:
        UsageError: the option names a language maillint does not speak.
    """
    try:
        config = discover(path)
    except ConfigError:
        config = Config()
    return language_of(tag, config)


def threshold(config: Config) -> int:
    """Rank of the least severe finding that fails a message; -1 for ``never``."""
    value = str(config["fail-on"])
    return -1 if value == "never" else Severity(value).rank


def named(names: Iterable[str], ruleset: Ruleset) -> set[str]:
    """The checks that names of checks and groups stand for; one text may hold several, with commas.

    Raises:
        UsageError: there is no such check or group.
    """
    groups: dict[str, set[str]] = {}
    for spec in ruleset.pack.specs:
        groups.setdefault(spec.group, set()).add(spec.name)
        groups[spec.name] = {spec.name}
    wanted = [name.strip() for text in names for name in text.split(",")]
    for name in wanted:
        if name not in groups:
            from maillint.engine.names import hint

            raise UsageError(f"there is no check or group {name!r}{hint(name, groups)}")
    return {check for name in wanted for check in groups[name]}
