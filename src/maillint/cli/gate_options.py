"""The options of the gates' commands and what their help says."""

# Typer reads these at run time.

from typing import Annotated, TypeAlias

import typer

SENDMAIL_EXAMPLES = """\b
Examples:
  maillint sendmail -- msmtp -t < draft.eml        judge, then let msmtp send
  MAILLINT=off maillint sendmail -- msmtp -t       this one goes unjudged
  set sendmail="maillint sendmail msmtp"           in a muttrc, without --, and: set sendmail_wait=0"""

SENDMAIL_EXIT_CODES = """\b
Exit status: that of COMMAND, or
  2   the command line cannot be used; nothing was sent
  65  the message is refused or was cancelled; nothing was sent
  69  COMMAND cannot be started; nothing was sent
  75  the message could not be judged and --enforce was given; nothing was sent"""

Command: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="COMMAND...", help="The program that sends, with its arguments; -- may stand before it."),
]
Enforce: TypeAlias = Annotated[
    bool, typer.Option("--enforce", help="Do not send what cannot be judged; by default that is sent.")
]
Batch: TypeAlias = Annotated[bool, typer.Option("--batch", help="Never ask on the terminal.")]
Log: TypeAlias = Annotated[
    str | None,
    typer.Option("--log", metavar="FILE", help="Write each decision there, a line of JSON without a word of the mail."),
]
Global: TypeAlias = Annotated[
    bool, typer.Option("--global", help="In git's core.hooksPath of this user instead of this repository.")
]
Patch: TypeAlias = Annotated[str, typer.Argument(metavar="PATCH", help="The patch git is about to send.")]
PatchHeader: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="[HEADER]", help="The header git has made for it (git 2.41 and later).")
]
