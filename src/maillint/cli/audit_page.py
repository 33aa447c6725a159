"""The page of an audit, written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.audit import page
from maillint.audit.page.charts import is_ready
from maillint.audit.texts import say
from maillint.cli.guard import tell
from maillint.cli.request import UsageError

if TYPE_CHECKING:
    from maillint.audit.store import Store


def write(store: Store, path: str, language: str, packs: tuple[str, ...], superiors: tuple[str, ...] = ()) -> None:
    """Write the page; without the library that draws, with tables for charts, which is said.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        page.write(store, path, language, superiors, packs)
    except OSError as error:
        raise UsageError(f"--report {path}: {error.strerror}") from error
    if not is_ready():
        tell(say(language, "no-charts"))
