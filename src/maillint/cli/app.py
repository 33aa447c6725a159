"""The full command line: what needs a parser library, and everything a person may mistype."""

from __future__ import annotations

from typing import Any

import typer

from maillint.cli import gate_commands, relay_command
from maillint.cli import request as requests
from maillint.cli.audit_command import audit_app, with_run
from maillint.cli.commands import app
from maillint.cli.milter import milter_app
from maillint.cli.plain import COMMANDS
from maillint.cli.request import UsageError

gate_commands.add_to(app)
relay_command.add_to(app)
app.add_typer(milter_app)
app.add_typer(audit_app)
_SYNTAX_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
"""click's UsageError, wherever this typer keeps its click."""
_OWN_OPTIONS = ("-h", "--help", "--version")


def run(arguments: list[str]) -> int:
    """Parse a command line and run its command; returns the exit status.

    Raises:
        UsageError: the command line cannot be used.
    """
    words = _with_command(arguments)
    try:
        result = app(words, prog_name="maillint", standalone_mode=False)
    except _SYNTAX_ERROR as error:
        raise UsageError(_hint(error, words)) from error
    except typer.Abort:
        return requests.INTERRUPTED
    if not arguments:
        return requests.USAGE
    return result if isinstance(result, int) else requests.PASSED


def _with_command(arguments: list[str]) -> list[str]:
    """``lint`` is what a command line means that names no command, ``audit run`` what ``audit`` alone does."""
    if not arguments:
        return ["--help"]
    if arguments[0] == "audit":
        return with_run(arguments)
    return arguments if arguments[0] in (*COMMANDS, *_OWN_OPTIONS) else ["lint", *arguments]


def _hint(error: Any, words: list[str]) -> str:
    command = error.ctx.command_path if error.ctx else _path(words)
    return f"{error.format_message().rstrip('.')}; see {command} --help"


def _path(words: list[str]) -> str:
    """The command that a command line names: the parser does not say of which one an option lacks its value."""
    command: Any = typer.main.get_command(app)
    path = "maillint"
    for word in words:
        command = getattr(command, "commands", {}).get(word)
        if command is None:
            break
        path = f"{path} {word}"
    return path
