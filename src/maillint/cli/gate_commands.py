"""The commands of the gates, which stand between a mail program and the net."""

# ruff: noqa: FBT002, PLR0913, PLR0917 - an option is a parameter with a default: typer's form
# Typer reads the annotations at run time.

import typer
from typer.core import TyperCommand

from maillint.cli import gate_options as gate
from maillint.cli import options as opt
from maillint.cli.request import Request

git_hook_app = typer.Typer(rich_markup_mode=None, help="Let git send-email ask maillint about every patch.")


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    command = app.command(
        "sendmail",
        cls=TyperCommand,
        context_settings={"allow_interspersed_args": False},
        short_help="Judge a message, then hand it to msmtp or sendmail.",
        epilog=f"{gate.SENDMAIL_EXAMPLES}\n\n{gate.SENDMAIL_EXIT_CODES}",
    )
    command(sendmail)
    app.add_typer(git_hook_app, name="git-hook")


def sendmail(
    command: gate.Command = None,
    profile: opt.Profile = None,
    config: opt.ConfigFile = None,
    lang: opt.Lang = None,
    batch: gate.Batch = False,
    enforce: gate.Enforce = False,
    log: gate.Log = None,
) -> int:
    """Judge the message on standard input, then let COMMAND send it: a drop-in around msmtp or sendmail.

    What passes reaches COMMAND octet by octet as it came, but for the header fields X-Maillint and X-Maillint-Ignore;
    its arguments and exit status are kept. What is refused stays unsent, with the findings on standard error. On a
    terminal it asks: send, fix, edit or cancel. What cannot be judged is sent, unless --enforce is given.
    """
    from maillint.cli.sendmail import Wish, run

    return run(Wish(tuple(command or ()), profile, config, lang, batch, enforce, log))


@git_hook_app.command("install", cls=TyperCommand, short_help="Install the hook.")
def install(everywhere: gate.Global = False, lang: opt.Lang = None) -> int:
    """Write the hook sendemail-validate into this repository; a hook that is there already is left alone."""
    from maillint.cli import git_hook

    return git_hook.install(is_global=everywhere, lang=lang)


@git_hook_app.command("remove", cls=TyperCommand, short_help="Take the hook away.")
def remove(everywhere: gate.Global = False, lang: opt.Lang = None) -> int:
    """Take away the hook that install wrote."""
    from maillint.cli import git_hook

    return git_hook.remove(is_global=everywhere, lang=lang)


@git_hook_app.command("run", cls=TyperCommand, short_help="Judge one patch: what the hook calls.")
def run_hook(
    patch: gate.Patch,
    header: gate.PatchHeader = None,
    config: opt.ConfigFile = None,
    lang: opt.Lang = None,
    enforce: gate.Enforce = False,
) -> int:
    """Judge one patch or cover letter with the profile patch; exit status 1 keeps git from sending any."""
    from maillint.cli import git_hook

    return git_hook.run(patch, header, Request(profile="patch", config=config, lang=lang), is_enforced=enforce)
