"""``maillint git-hook``: install, remove and run the hook sendemail-validate."""

from __future__ import annotations

from maillint.cli.gates import attempted, prepared, spoken
from maillint.cli.guard import tell
from maillint.cli.request import FINDINGS, PASSED, USAGE, Request, UsageError
from maillint.gate import git_hook
from maillint.gate.policy import GIT_HOOK
from maillint.gate.sendmail import is_off
from maillint.gate.texts import say


def install(*, is_global: bool, lang: str | None) -> int:
    """Write the hook; exit status 2 where somebody else's is in the way."""
    path = _place(is_global=is_global)
    is_there = git_hook.install(path)
    tell(f"maillint: {say(spoken(lang), 'hook.made' if is_there else 'hook.there', path=path)}")
    return PASSED if is_there else USAGE


def remove(*, is_global: bool, lang: str | None) -> int:
    """Take the hook away; exit status 2 where there is none of ours."""
    path = _place(is_global=is_global)
    is_gone = git_hook.remove(path)
    tell(f"maillint: {say(spoken(lang), 'hook.gone' if is_gone else 'hook.none', path=path)}")
    return PASSED if is_gone else USAGE


def run(patch: str, header: str | None, request: Request, *, is_enforced: bool) -> int:
    """Judge one patch; exit status 1 keeps git from sending any.

    Raises:
        UsageError: the patch cannot be read.
    """
    data = git_hook.message(_content(patch), _content(header) if header else None)
    passes = attempted(
        lambda: _passes(data, request, is_enforced=is_enforced),
        request.lang,
        is_enforced=is_enforced,
        otherwise=lambda stays: not stays,
    )
    return PASSED if passes else FINDINGS


def _passes(data: bytes, request: Request, *, is_enforced: bool) -> bool:
    on_failure = "defer" if is_enforced else None
    policy, language = prepared(request, GIT_HOOK, on_failure=on_failure)
    judging = policy.when_off if is_off() else policy
    return judging is None or git_hook.passes(data, judging, language, tell)


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error


def _place(*, is_global: bool) -> str:
    try:
        return git_hook.place(is_global=is_global)
    except git_hook.HookError as error:
        raise UsageError(str(error)) from error
