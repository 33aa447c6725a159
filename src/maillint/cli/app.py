"""The full command line. Its commands are thin: they turn options into a request and call one function."""

# The annotations are read at run time by typer, so this module evaluates them.

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from maillint import __version__
from maillint.cli import request as requests
from maillint.cli.plain import COMMANDS
from maillint.cli.request import COLOURS, FAIL_ON, Request, UsageError
from maillint.cli.session import Session
from maillint.report import FORMATS

EXIT_CODES = """\b
Exit status:
  0   passed
  1   a finding at or above --fail-on, or a score below --min-score
  2   the command line or the configuration cannot be used
  3   an input could not be read, and nothing else failed
  70  a bug in maillint
With --format sarif it is 0 whatever was found, as code-scanning services want."""

_EXAMPLES = """\b
Examples:
  maillint draft.eml                         judge one draft
  maillint draft.eml --why --breakdown       with reasons, and how the score comes about
  maillint - < draft.eml                     from standard input
  maillint Sent/ --format jsonl --jobs 2     a whole folder, one line of JSON a message
  maillint draft.eml --only date             the checks of one group
  maillint draft.eml --lang zh-Hant          in traditional Chinese"""

_SYNTAX_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
"""click's UsageError, wherever this typer keeps its click."""


class _Command(TyperCommand):
    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """PATH..., not {PATH...}."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"{_EXAMPLES}\n\n{EXIT_CODES}",
)
config_app = typer.Typer(rich_markup_mode=None, help="Show the configuration in force.")
app.add_typer(config_app, name="config")

_LANG_HELP = "Language of the output: en, zh-Hans, zh-Hant (zh-CN, zh-TW ... too). By default that of the locale."
Lang = Annotated[str | None, typer.Option("--lang", metavar="LANG", help=_LANG_HELP)]
ConfigFile = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Use this file instead of the user's and the nearest maillint.toml."),
]


def run(arguments: list[str]) -> int:
    """Parse a command line and run its command; returns the exit status.

    Raises:
        UsageError: the command line cannot be used.
    """
    try:
        result = app(_with_command(arguments), prog_name="maillint", standalone_mode=False)
    except _SYNTAX_ERROR as error:
        raise UsageError(_hint(error)) from error
    except typer.Abort:
        return requests.INTERRUPTED
    if not arguments:
        return requests.USAGE
    return result if isinstance(result, int) else requests.PASSED


def _with_command(arguments: list[str]) -> list[str]:
    """``lint`` is what a command line means that names no command."""
    if not arguments:
        return ["--help"]
    is_bare = arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")
    return arguments if is_bare else ["lint", *arguments]


def _hint(error: Any) -> str:
    command = error.ctx.command_path if error.ctx else "maillint"
    return f"{error.format_message().rstrip('.')}; see {command} --help"


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback form
    if wanted:
        typer.echo(f"maillint {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[  # noqa: ARG001 - read by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read an e-mail as a demanding colleague would, just before it is sent.

    maillint says what the reader will stumble over, in English, simplified and traditional Chinese, gives a score that
    adds up, and a rewrite for what can be rewritten. It works offline and changes nothing.

    "maillint DRAFT.eml" is short for "maillint lint DRAFT.eml"; all options stand in "maillint lint --help".
    """


@app.command(cls=_Command, epilog=f"{_EXAMPLES}\n\n{EXIT_CODES}")
def lint(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Messages, folders of messages, mailboxes; - is standard input."),
    ],
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")
    ] = "text",
    lang: Lang = None,
    profile: Annotated[
        str | None,
        typer.Option(
            metavar="PROFILE",
            help="Whom you write to: auto, internal, external, customer-service, formal-letter, patch. "
            "auto goes by the recipients' domains.",
        ),
    ] = None,
    config: ConfigFile = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY", help=f"Least severity that fails: {', '.join(FAIL_ON)}. Unless configured: warning."
        ),
    ] = None,
    min_score: Annotated[
        float | None, typer.Option(metavar="N", help="Fail a message that scores less than N of 100.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="CHECK", help="Run this check or group only. May be repeated.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CHECK", help="Leave this check or group out. May be repeated.")
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Run checks, too, that are still on trial.")] = False,
    date: Annotated[
        str | None,
        typer.Option(metavar="ISO", help="When a draft without a Date field is to be sent, for days and deadlines."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Say why each finding matters to the reader.")] = False,
    breakdown: Annotated[bool, typer.Option("--breakdown", help="Show how the score comes about.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="One line for each finding that fails, and nothing else.")
    ] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the result to a file.")
    ] = None,
    color: Annotated[str, typer.Option(metavar="WHEN", help="auto, always or never. auto heeds NO_COLOR.")] = "auto",
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", help="Processes for large folders; 0 is one for each core.")
    ] = 1,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback where maillint itself fails.")] = False,
) -> int:
    """Judge messages before they are sent."""
    _one_of("--format", format, FORMATS)
    _one_of("--color", color, COLOURS)
    _one_of("--fail-on", fail_on, FAIL_ON)
    from maillint.cli.lint import run as run_lint

    return run_lint(
        Request(
            paths=tuple(paths),
            format=format,
            lang=lang,
            profile=profile,
            config=config,
            fail_on=fail_on,
            min_score=min_score,
            only=tuple(only or ()),
            ignore=tuple(ignore or ()),
            preview=preview,
            date=date,
            breakdown=breakdown,
            why=why,
            output=output,
            color=color,
            quiet=quiet,
            jobs=jobs,
            debug=debug,
        )
    )


@app.command(cls=_Command, short_help="Explain a check or a group of checks.")
def explain(
    check: Annotated[str, typer.Argument(metavar="CHECK", help="A check, or a group of checks.")],
    lang: Lang = None,
    config: ConfigFile = None,
) -> None:
    """Explain a check: what it says, why it matters, examples, options, how safe its rewrite is."""
    from maillint.cli.explain import explain as page

    session = Session(Request(lang=lang, config=config))
    _print(page(check, session.ruleset("."), session.look(".")))


@app.command(cls=_Command, short_help="List the checks.")
def checks(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[CHECK...]", help="These checks or groups; all by default.")
    ] = None,
    severity: Annotated[str, typer.Option(metavar="SEVERITY", help="Only error, warning, info or advice.")] = "",
    norm: Annotated[str, typer.Option(metavar="NORM", help="Only those that answer for a norm, such as E57.")] = "",
    preview: Annotated[
        bool | None, typer.Option("--preview/--no-preview", help="Only those on trial, or none of them.")
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")
    ] = "text",
    lang: Lang = None,
    config: ConfigFile = None,
) -> None:
    """List the checks: name, severity, points a finding takes, title."""
    from maillint.cli import checks as listing

    _one_of("--severity", severity, ("", *FAIL_ON[:-1]))
    _one_of("--format", format, ("text", "json"))
    session = Session(Request(lang=lang, config=config))
    look = session.look(".")
    wanted = listing.Filter(tuple(names or ()), severity, norm, preview)
    specs = listing.chosen(session.ruleset("."), look, wanted)
    _print(listing.document(specs, look) if format == "json" else listing.table(specs, look))


@app.command("new-check", cls=_Command, short_help="Write the file of a new check.")
def new_check(
    name: Annotated[str, typer.Argument(metavar="NAME", help="group-what-is-wrong, such as date-holiday.")],
    pack: Annotated[str, typer.Option(metavar="FOLDER", help="The pack it goes into.")] = "checks",
    python: Annotated[
        bool, typer.Option("--python", help="For a check that has to think: a Python file instead of a phrase list.")
    ] = False,
) -> None:
    """Write the file of a new check, with examples that fail until they are filled in."""
    from maillint.cli.new_check import create

    for path in create(name, pack, with_python=python):
        _print(f"{path}\n")


@app.command("test-checks", cls=_Command, short_help="Try the examples of checks.")
def test_checks(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH...]", help="Check files, groups or packs; the built-in checks by default."),
    ] = None,
) -> int:
    """Try the examples of checks: each bad one must be found, each fine one left alone. Exit status 1 if any fails."""
    from maillint.cli.test_checks import tried

    tally = tried(paths or [])
    _print(tally.text())
    return requests.FINDINGS if tally.problems else requests.PASSED


@app.command(cls=_Command, short_help="See whether maillint has all it needs here.")
def doctor(
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="Where the drafts lie.")] = ".",
) -> int:
    """Look at everything maillint needs here, and say what to do where something is amiss (exit status 1)."""
    from maillint.cli.doctor import run as run_doctor

    return run_doctor(path, _print)


@config_app.command("show", cls=_Command)
def config_show(
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="Where the drafts lie.")] = ".",
    config: ConfigFile = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")
    ] = "text",
) -> None:
    """Show every key of the configuration, its value, and which file set it."""
    from maillint.cli import show_config

    _one_of("--format", format, ("text", "json"))
    found = Session(Request(config=config)).ruleset(path).config
    _print(show_config.document(found) if format == "json" else show_config.text(found))


def _one_of(option: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise UsageError(f"{option} {value}: it may be {', '.join(name for name in allowed if name)}")


def _print(text: str) -> None:
    """Print what the terminal can show; the rest as escapes."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
