"""Mailboxes on IMAP servers as sources of ``maillint audit``: options into sources, and what is told of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from maillint.cli.guard import tell
from maillint.cli.request import UsageError
from maillint.records import NamedTuple
from maillint.report import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maillint.audit.imap.credentials import Means
    from maillint.audit.imap.source import Imap
    from maillint.audit.store import Store

PROVIDERS = ("auto", "microsoft", "google")

Password: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--password", metavar="SOURCE",
        help="Where the password of a mailbox comes from: keyring:SERVICE/USER, env:NAME or file:PATH. "
        "By default: MAILLINT_IMAP_PASSWORD, the keyring's entry of HOST and USER, a question at the terminal.",
    ),
]  # fmt: skip
PasswordCommand: TypeAlias = Annotated[
    str | None, typer.Option("--password-command", metavar="COMMAND", help="A command that prints the password.")
]
TokenCommand: TypeAlias = Annotated[
    str | None,
    typer.Option("--token-command", metavar="COMMAND", help="A command that prints an OAuth 2.0 access token."),
]
Oauth: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--oauth", metavar="PROVIDER",
        help="Sign in with a browser, once: microsoft, google, or auto, which goes by the host.",
    ),
]  # fmt: skip
OauthClient: TypeAlias = Annotated[
    str | None, typer.Option("--oauth-client", metavar="ID", help="The app you have registered with the provider.")
]
OauthClientSecret: TypeAlias = Annotated[
    str | None,
    typer.Option("--oauth-client-secret", metavar="SOURCE", help="Where its secret comes from, as with --password."),
]
OauthTenant: TypeAlias = Annotated[
    str | None, typer.Option("--oauth-tenant", metavar="TENANT", help="Your organisation at Microsoft, if it says so.")
]
Authority: TypeAlias = Annotated[
    str | None,
    typer.Option("--ca", metavar="FILE", help="Authorities the server's certificate may be signed by, as PEM."),
]
InTheClear: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--insecure-no-encryption",
        help="Let password and mail cross the net for all to read, with imap:// servers that offer no encryption.",
    ),
]


class Access(NamedTuple):
    """How mailboxes are to be reached."""

    means: Means
    ca: str | None = None
    is_bare: bool = False


def checked(paths: Iterable[str], lang: str | None) -> None:
    """Look at all addresses before anything begins.

    Raises:
        UsageError: one of them is none, or holds a password; or the extra is missing.
    """
    from importlib.util import find_spec

    from maillint.audit.imap.address import is_address, parse
    from maillint.audit.imap.problems import ImapError
    from maillint.audit.imap.texts import say

    language = languages.normalise(lang or "") or languages.from_environment(os.environ)
    addresses = [path for path in paths if is_address(path)]
    try:
        for path in addresses:
            parse(path)
    except ImapError as error:
        raise UsageError(error.text(language)) from None
    if addresses and not find_spec("imapclient"):
        raise UsageError(say(language, "extra"))


def sources(
    paths: Iterable[str], access: Access | None, store: Store, language: str, told: Callable[[str], object]
) -> list[Imap]:
    """The mailboxes among the sources.

    Args:
        paths: of all sources.
        access: how to get at mailboxes.
        store: that knows what was read before.
        language: of what is told.
        told: is given lines for somebody who waits.

    Raises:
        UsageError: an option cannot be used.
    """
    from maillint.audit.imap.address import is_address, parse

    addresses = [parse(path) for path in paths if is_address(path)]
    if not addresses or access is None:
        return []
    from maillint.audit.imap.connection import trust
    from maillint.audit.imap.credentials import of
    from maillint.audit.imap.problems import ImapError
    from maillint.audit.imap.session import Manner, Session
    from maillint.audit.imap.source import Imap

    try:
        manner = Manner(trust(access.ca), language, told, is_bare=access.is_bare, is_strict=access.ca is not None)
        accounts = {one._replace(folder="") for one in addresses}
        credentials = {account: of(account, access.means, language) for account in accounts}
        return [Imap(Session(one, credentials[one._replace(folder="")], manner), store) for one in addresses]
    except ImapError as error:
        raise UsageError(error.text(language)) from None


def tell_of(mailboxes: Iterable[Imap], language: str) -> None:
    """Say what somebody should know of mailboxes that are through.

    Raises:
        UsageError: one of them failed for something that the command line has to say.
    """
    from maillint.audit.imap.source import told

    for one in mailboxes:
        if one.failure is not None and one.failure.is_usage:
            raise UsageError(one.failure.text(language))
        for line in told(one, language):
            tell(f"maillint: {line}")
