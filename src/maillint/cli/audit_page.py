"""The page of an audit, written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.cli.request import UsageError

if TYPE_CHECKING:
    from maillint.audit.store import Store


def write(store: Store, path: str, language: str, packs: tuple[str, ...]) -> None:  # noqa: ARG001
    """Write the page.

    Raises:
        UsageError: it cannot be written.
    """
    raise UsageError(f"--report {path}: the page is not built yet")
