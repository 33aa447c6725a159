"""``maillint explain``: one check as a page, from the same file that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.cli.request import UsageError
from maillint.cli.session import named
from maillint.cli.show_config import toml
from maillint.engine.checkfile import CheckFileError
from maillint.report.check_page import as_markdown, as_text, page
from maillint.report.strings import enumerated, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Config, Ruleset
    from maillint.report.view import Look


def explain(name: str, ruleset: Ruleset, look: Look, format: str = "text") -> str:  # noqa: A002 - the option's name
    """Everything a person may want to know of a check, or of all checks of a group.

    Raises:
        UsageError: there is no such check or group, or the Python of one is broken.
    """
    wanted = named([name], ruleset)
    folders = tuple(ruleset.config["packs"])
    try:
        pages = [page(spec, look, folders) for spec in ruleset.pack.specs if spec.name in wanted]
    except CheckFileError as error:
        raise UsageError(str(error)) from error
    pages = [page._replace(facts=(*page.facts, *_here(page.name, ruleset.config, look.language))) for page in pages]
    if format == "markdown":
        return "\n\n".join(map(as_markdown, pages))
    return "\n\n\n".join(map(as_text, pages)) + "\n"


def went_by(config: Config, language: str) -> str:
    """By which files what is shown goes; empty where there are none."""
    return say(language, "explain.by", files=enumerated(language, list(config.files))) if config.files else ""


def _here(name: str, config: Config, language: str) -> Iterator[str]:
    """Which files are in force, and what they set of a check."""
    if by := went_by(config, language):
        yield by
    if settings := [f"{option} = {toml(value)}" for option, value in config["checks"].get(name, {}).items()]:
        yield say(language, "explain.here", settings=enumerated(language, settings))
