"""What the commands of the command line have in common."""

from __future__ import annotations

import sys
from typing import Any

from typer.core import TyperCommand

from maillint.cli.request import UsageError


class Command(TyperCommand):
    """A command as its help shows it."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """PATH..., not {PATH...}."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


def one_of(option: str, value: str | None, allowed: tuple[str, ...]) -> None:
    """Hold an option to the values it may have.

    Raises:
        UsageError: it has another one.
    """
    if value is not None and value not in allowed:
        raise UsageError(f"{option} {value}: it may be {', '.join(name for name in allowed if name)}")


def print_text(text: str) -> None:
    """Print what the terminal can show; the rest as escapes."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
