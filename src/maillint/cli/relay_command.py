"""The command ``maillint relay`` and its options."""

# ruff: noqa: FBT002, PLR0913, PLR0917 - an option is a parameter with a default: typer's form
# Typer reads the annotations at run time.

from typing import Annotated, TypeAlias

import typer
from typer.core import TyperCommand

from maillint.cli import gate_options as gate
from maillint.cli import options as opt

EXAMPLES = """\b
Examples:
  maillint relay --next smtp.example.com --next-user anna --next-password keyring:mail/anna
  maillint relay --next 10.1.1.25:25 --next-tls none --user anna --password file:~/.relay

\b
SOURCE of a password: keyring:SERVICE/USER, env:NAME, or file:PATH, which nobody else may read.

\b
Exit status:
  0   stopped as it was told to (SIGTERM, SIGINT)
  2   the command line or the configuration cannot be used, or the port cannot be had
  70  a bug in maillint"""

Next: TypeAlias = Annotated[
    str,
    typer.Option("--next", metavar="HOST[:PORT]", help="The server that takes the mail; port 587, or 465 with tls."),
]
NextTls: TypeAlias = Annotated[
    str, typer.Option("--next-tls", metavar="HOW", help="Towards it: starttls, tls (from the first octet) or none.")
]
NextCa: TypeAlias = Annotated[
    str | None, typer.Option("--next-ca", metavar="FILE", help="Authorities its certificate may be signed by, as PEM.")
]
NextUser: TypeAlias = Annotated[str | None, typer.Option("--next-user", metavar="NAME", help="Who we log in as there.")]
NextPassword: TypeAlias = Annotated[
    str | None, typer.Option("--next-password", metavar="SOURCE", help="Where the password for it comes from.")
]
Listen: TypeAlias = Annotated[
    str, typer.Option("--listen", metavar="HOST:PORT", help="Where mail programs connect; on this machine only.")
]
User: TypeAlias = Annotated[str, typer.Option("--user", metavar="NAME", help="Who mail programs log in as.")]
Password: TypeAlias = Annotated[
    str | None,
    typer.Option("--password", metavar="SOURCE", help="Where their password comes from; by default one is made up."),
]
NoLogin: TypeAlias = Annotated[bool, typer.Option("--no-login", help="Let every program on this machine send.")]
Certificate: TypeAlias = Annotated[
    str | None,
    typer.Option("--cert", metavar="FILE", help="Certificate and key, as PEM: offer STARTTLS and ask for it at login."),
]
Tls: TypeAlias = Annotated[bool, typer.Option("--tls", help="With --cert: TLS from the first octet instead.")]
MostOctets: TypeAlias = Annotated[
    int, typer.Option("--most-octets", metavar="N", min=1, help="Largest message that is taken.")
]
Grace: TypeAlias = Annotated[
    float, typer.Option("--grace", metavar="SECONDS", min=0, help="What messages under way get when it is stopped.")
]


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("relay", cls=TyperCommand, short_help="Judge what a mail program sends over SMTP.", epilog=EXAMPLES)(
        relay
    )


def relay(
    next_hop: Next,
    next_tls: NextTls = "",
    next_ca: NextCa = None,
    next_user: NextUser = None,
    next_password: NextPassword = None,
    listen: Listen = "127.0.0.1:2525",
    user: User = "maillint",
    password: Password = None,
    is_open: NoLogin = False,
    cert: Certificate = None,
    is_tls: Tls = False,
    most_octets: MostOctets = 100_000_000,
    profile: opt.Profile = None,
    config: opt.ConfigFile = None,
    lang: opt.Lang = None,
    is_enforced: gate.Enforce = False,
    log: gate.Log = None,
    grace: Grace = 30.0,
) -> int:
    """Be the outgoing server of a mail program: judge each message, pass it on or refuse it.

    The mail program is told yes only when the next server has taken the message, and what the next server says of each
    recipient. What passes goes on octet by octet, but for the header fields X-Maillint and X-Maillint-Ignore.
    """
    wish = dict(locals())
    from maillint.cli.relay import Wish, run

    return run(Wish(**wish))
