"""git's hook sendemail-validate (githooks(5)): every patch is read before git send-email sends the first."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from maillint.gate import journal
from maillint.gate.notice import notice, ways_out
from maillint.gate.policy import Action, Envelope, decide
from maillint.gate.texts import say
from maillint.message import headers

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.gate.policy import Policy

NAME = "sendemail-validate"
_MARK = "# maillint git-hook"
_SCRIPT = """#!/bin/sh
{mark}: git send-email asks maillint about every patch; "maillint git-hook remove" takes it away.
maillint={program}
[ -x "$maillint" ] || maillint=$(command -v maillint) || {{
    echo "maillint is not installed any more; the patch was not judged ({mark})" >&2
    exit 0
}}
exec "$maillint" git-hook run "$@"
"""


class HookError(Exception):
    """git cannot tell where its hooks are; the text says why."""


def place(*, is_global: bool = False) -> str:
    """The file of the hook, for this repository or, with ``core.hooksPath``, for all of this user's.

    Raises:
        HookError: this is no repository, or git is not installed.
    """
    if is_global:
        folder = os.path.expanduser(_git("config", "--global", "--type=path", "core.hooksPath"))
    else:
        folder = _git("rev-parse", "--git-path", "hooks")
    return os.path.join(os.path.abspath(folder), NAME)


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], capture_output=True, text=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise HookError(f"git: {error.strerror}") from error
    if done.returncode:
        raise HookError(done.stderr.strip() or f"git {' '.join(words)}: nothing is set")
    return done.stdout.strip()


def install(path: str) -> bool:
    """Write the hook; whether it is there now: a hook of somebody else's is left alone."""
    if os.path.exists(path) and not is_ours(path):
        return False
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(_SCRIPT.format(mark=_MARK, program=shlex.quote(_program())))
    os.chmod(path, 0o755)  # noqa: S103 - a program that others may run
    return True


def remove(path: str) -> bool:
    """Take the hook away; whether there was one of ours."""
    if not is_ours(path):
        return False
    os.remove(path)
    return True


def is_ours(path: str) -> bool:
    """Whether the hook at a path was written by ``install``."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return _MARK in file.read(4096)
    except OSError:
        return False


def _program() -> str:
    """The maillint that runs, by its full path."""
    import shutil

    return os.path.abspath(shutil.which(sys.argv[0]) or sys.argv[0])


def message(patch: bytes, fields: bytes | None) -> bytes:
    """The message git is about to send: the header it has made (git 2.41 and later) over the patch's text."""
    if not fields:
        return patch
    return fields.rstrip(b"\r\n") + b"\n\n" + patch[headers.scan(patch).body :]


def passes(data: bytes, policy: Policy, language: str, tell: Callable[[str], object]) -> bool:
    """Whether git may send a message; what speaks against it is told, a line at a time.

    Args:
        data: from ``message``.
        policy: from ``Policy.of(ruleset, GIT_HOOK)``.
        language: in which maillint speaks to its user.
        tell: prints a line on standard error.
    """
    decision = decide(data, Envelope(), policy)
    if problem := journal.keep(decision, policy):
        tell(f"maillint: {say(language, 'no-log', why=problem)}")
    if decision.action not in (Action.PASS, Action.TAG):
        for line in notice(decision, policy, language):
            tell(line)
    if not decision.action.is_passing:
        for line in ways_out(decision, policy, language):
            tell(line)
    return decision.action.is_passing
