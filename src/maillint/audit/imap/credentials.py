"""Where the secret for a mailbox comes from: never from the command line or the address."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

from maillint import passwords
from maillint.audit.imap.problems import ImapError
from maillint.audit.imap.texts import say
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.audit.imap.address import Address

VARIABLE = "MAILLINT_IMAP_PASSWORD"
_COMMAND_SECONDS = 120


class Means(NamedTuple):
    """What the user said of how to log in."""

    password: str | None = None
    """A source as ``passwords.password`` knows them."""
    password_command: str | None = None
    token_command: str | None = None
    oauth: str | None = None
    """"auto", "microsoft" or "google"."""
    oauth_client: str | None = None
    oauth_client_secret: str | None = None
    oauth_tenant: str | None = None


class Credential:
    """A secret, fetched when it is first needed and kept for when a connection has to be made again."""

    def __init__(self, fetch: Callable[[bool], str], *, is_token: bool = False, can_renew: bool = False) -> None:
        """``fetch(is_refused)`` gives the secret; with True, another one than before."""
        self._fetch = fetch
        self._secret = ""
        self.is_token = is_token
        self.can_renew = can_renew

    def secret(self, *, is_refused: bool = False) -> str:
        """The password, or a token that is valid now.

        Raises:
            ImapError: it cannot be had.
        """
        if self.is_token or not self._secret:
            self._secret = self._fetch(is_refused)
        return self._secret

    def __repr__(self) -> str:
        return "Credential(***)"


def of(address: Address, means: Means, language: str) -> Credential:
    """The credential that the user's options mean.

    Raises:
        ImapError: they contradict each other, or something is missing.
    """
    ways = (means.oauth, means.token_command, means.password_command, means.password)
    if sum(way is not None for way in ways) > 1:
        raise ImapError("one-way", is_usage=True)
    if means.oauth:
        from maillint.audit.imap.oauth import tokens

        return Credential(tokens(address, means, language), is_token=True, can_renew=True)
    if means.token_command:
        command = means.token_command
        return Credential(lambda _: printed("--token-command", command), is_token=True, can_renew=True)
    if means.password_command:
        command = means.password_command
        return Credential(lambda _: printed("--password-command", command))
    if means.password:
        source = means.password
        return Credential(lambda _: given("--password", source))
    return Credential(lambda _: _found(address, language))


@cache  # what came out of the environment is there once, and two mailboxes may need it
def given(option: str, source: str) -> str:
    """What a source of secrets holds.

    Raises:
        ImapError: it holds none.
    """
    try:
        return passwords.password(source)
    except passwords.PasswordError as error:
        raise ImapError("source", is_usage=True, option=option, why=error.told) from None


def printed(option: str, command: str) -> str:
    """The first line that a command prints. It runs without a shell; what it says besides goes to the user.

    Raises:
        ImapError: it prints none, or ends badly.
    """
    words: list[str] = []
    why = "command.missing"
    args: dict[str, object] = {}
    try:
        words = shlex.split(command)
        done = subprocess.run(  # noqa: S603 - the user's own command
            words, stdout=subprocess.PIPE, timeout=_COMMAND_SECONDS, check=False
        )
        line = done.stdout.decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
        if done.returncode == 0 and line:
            return line
        why, args = ("command.failed", {"status": done.returncode}) if done.returncode else ("command.empty", {})
    except subprocess.TimeoutExpired:
        why, args = "command.late", {"seconds": _COMMAND_SECONDS}
    except (OSError, IndexError, ValueError):  # there is no such program, no word, no second quotation mark
        pass
    raise ImapError("command", option=option, program=words[0] if words else "''", nested=(why, args))


def _found(address: Address, language: str) -> str:
    """Without any option: the environment, the keyring, the person at the terminal, in this order."""
    if given := os.environ.get(VARIABLE):
        return given
    try:
        return passwords.password(f"keyring:{address.host}/{address.user}")
    except passwords.PasswordError:
        return _asked(address, language)


def _asked(address: Address, language: str) -> str:
    from getpass import getpass

    try:
        if sys.stdin and sys.stdin.isatty():
            return getpass(say(language, "ask", host=address.host, user=address.user))
    except EOFError:
        sys.stderr.write("\n")
    raise ImapError("no-password", is_usage=True, host=address.host, user=address.user)
