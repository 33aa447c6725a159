"""``maillint explain``: one check as a page, from the same file that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.cli.request import UsageError
from maillint.cli.session import named
from maillint.engine.checkfile import CheckFileError
from maillint.report.check_page import as_markdown, as_text, page

if TYPE_CHECKING:
    from maillint.engine import Ruleset
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
    if format == "markdown":
        return "\n\n".join(map(as_markdown, pages))
    return "\n\n\n".join(map(as_text, pages)) + "\n"
