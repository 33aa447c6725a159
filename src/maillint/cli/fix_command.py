"""The command ``fix`` and the options it has to itself."""

# ruff: noqa: FBT002, PLR0913, PLR0917 - an option is a parameter with a default: typer's form
# Typer reads the annotations at run time.

from typing import Annotated, TypeAlias

import typer

from maillint.cli import options as opt
from maillint.cli.forms import one_of, print_text
from maillint.cli.request import COLOURS, FAIL_ON, Request

_EXAMPLES = """\b
Examples:
  maillint fix draft.eml                put in what cannot change the meaning; the original is kept beside it
  maillint fix draft.eml --diff         only show what would change
  maillint fix draft.eml -i             go through all findings, and decide about each
  maillint fix draft.eml --suggested    put in the rewrites, too, that ask for your judgement
  maillint fix draft.eml --split out    write its matters into the folder out, one draft each
  maillint fix - < in.eml > out.eml     from standard input to standard output
  mv draft.eml.orig draft.eml           take a finished fix back (the original of a second one is draft.eml.2.orig)"""
_EXIT_CODES = """\b
Exit status, by the message as it lies there afterwards:
  0   passed
  1   a finding at or above --fail-on, or a score below --min-score
  2   the command line or the configuration cannot be used
  3   an input could not be read or written, and nothing else failed
  70  a bug in maillint"""
Suggested: TypeAlias = Annotated[
    bool, typer.Option("--suggested", "-s", help="Apply those rewrites, too, that ask for your judgement.")
]
FixOnly: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="CHECK", help="Rewrites of these checks or groups only: several with commas."),
]
Diff: TypeAlias = Annotated[bool, typer.Option("--diff", help="Show what would change, and change nothing.")]
Interactive: TypeAlias = Annotated[
    bool, typer.Option("--interactive", "-i", help="Ask about each finding: apply, edit, skip, ignore always, quit.")
]
FixOutput: TypeAlias = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the message there instead; - is standard output."),
]
Backup: TypeAlias = Annotated[
    bool, typer.Option("--backup/--no-backup", help="Keep the original beside it, as NAME.orig (the default).")
]
Split: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Write each matter of the message into DIR, as a draft of its own; fix nothing."),
]
FIX_EPILOG = f"{_EXAMPLES}\n\n{_EXIT_CODES}"


def fix(
    paths: opt.Paths,
    suggested: Suggested = False,
    interactive: Interactive = False,
    diff: Diff = False,
    only: FixOnly = None,
    ignore: opt.Ignore = None,
    output: FixOutput = None,
    backup: Backup = True,
    split: Split = None,
    lang: opt.Lang = None,
    profile: opt.Profile = None,
    config: opt.ConfigFile = None,
    fail_on: opt.FailOn = None,
    min_score: opt.MinScore = None,
    preview: opt.Preview = False,
    date: opt.Date = None,
    color: opt.Color = "auto",
    debug: opt.Debug = False,
) -> int:
    """Put rewrites into messages: those that cannot change the meaning, unless told otherwise.

    The text is changed in every part that carries it, plain and HTML alike; everything else stays as it is to the
    octet, attachments above all. No rewrite is applied that would draw a new finding. Signed, encrypted and
    DKIM-signed messages are left alone.
    """
    values = dict(locals())
    one_of("--color", color, COLOURS)
    one_of("--fail-on", fail_on, FAIL_ON)
    own = {name: values.pop(name) for name in ("only", "suggested", "diff", "interactive", "backup", "split")}
    lists = {name: tuple(values[name] or ()) for name in ("paths", "ignore")}
    from maillint.cli.fix import Wish, run

    return run(Wish(Request(**{**values, **lists}), **{**own, "only": tuple(only or ())}), print_text)
