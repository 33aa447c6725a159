"""The options of the command line and what their help says."""

# Typer reads these at run time.

from typing import Annotated, TypeAlias

import typer

from maillint import __version__
from maillint.cli.request import COLOURS, FAIL_ON
from maillint.report import FORMATS

EXIT_CODES = """\b
Exit status:
  0   passed
  1   a finding at or above --fail-on, or a score below --min-score
  2   the command line or the configuration cannot be used
  3   an input could not be read, and nothing else failed
  70  a bug in maillint
With --format sarif it is 0 whatever was found, as code-scanning services want."""

EXAMPLES = """\b
Examples:
  maillint draft.eml                         judge one draft
  maillint draft.eml --why --breakdown       with reasons, and how the score comes about
  maillint - < draft.eml                     from standard input
  maillint Sent/ --format jsonl --jobs 2     a whole folder, one line of JSON a message
  maillint draft.eml --only date             the checks of one group
  maillint draft.eml --lang zh-Hant          in traditional Chinese"""


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's form of a callback
    if wanted:
        typer.echo(f"maillint {__version__}")
        raise typer.Exit


Version: TypeAlias = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
]
Paths: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Messages, folders of messages, mailboxes; - is standard input.")
]
Format: TypeAlias = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")
]
ListFormat: TypeAlias = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")]
PageFormat: TypeAlias = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or markdown.")]
Lang: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="LANG",
        help="Language of the output: en, zh-Hans, zh-Hant (zh-CN, zh-TW ... too). By default that of the locale.",
    ),
]
Profile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="PROFILE",
        help="Whom you write to: auto, internal, external, customer-service, formal-letter, patch. "
        "auto goes by the recipients' domains.",
    ),
]
ConfigFile: TypeAlias = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Use this file instead of the user's and the nearest maillint.toml."),
]
FailOn: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="SEVERITY", help=f"Least severity that fails: {', '.join(FAIL_ON)}. Unless configured: warning."
    ),
]
MinScore: TypeAlias = Annotated[
    float | None, typer.Option(metavar="N", help="Fail a message that scores less than N of 100.")
]
Only: TypeAlias = Annotated[
    list[str] | None, typer.Option(metavar="CHECK", help="Run these checks or groups only: several with commas.")
]
Ignore: TypeAlias = Annotated[
    list[str] | None, typer.Option(metavar="CHECK", help="Leave these checks or groups out: several with commas.")
]
Preview: TypeAlias = Annotated[bool, typer.Option("--preview", help="Run checks, too, that are still on trial.")]
Date: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="ISO", help="When a draft without a Date field is to be sent: 2026-11-25T10:00:00+08:00."),
]
Why: TypeAlias = Annotated[bool, typer.Option("--why", help="Say why each finding matters to the reader.")]
Breakdown: TypeAlias = Annotated[bool, typer.Option("--breakdown", help="Show how the score comes about.")]
Stats: TypeAlias = Annotated[bool, typer.Option("--stats", help="Count the findings of each check at the end.")]
Quiet: TypeAlias = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="One line for each finding that fails, or check that broke down, only."),
]
OutputFile: TypeAlias = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the result to a file.")
]
Color: TypeAlias = Annotated[
    str, typer.Option(metavar="WHEN", help=f"{', '.join(COLOURS)}. auto: on a terminal, unless NO_COLOR is set.")
]
Jobs: TypeAlias = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", help="Processes for large folders; 0 is one a core, if worth it.")
]
Debug: TypeAlias = Annotated[bool, typer.Option("--debug", help="Show a traceback where maillint itself fails.")]

Trace: TypeAlias = Annotated[
    bool, typer.Option("--debug", help="Show the traceback, too, where the Python of a check fails.")
]
EXPLAIN_EXAMPLES = """\b
Examples:
  maillint explain date-relative               one check
  maillint explain date                        all checks of a group
  maillint explain tone-rude --lang zh-Hans    in simplified Chinese"""
NEW_CHECK_EXAMPLES = """\b
Examples:
  maillint new-check house-old-name --pack our-checks            a list of phrases
  maillint new-check house-old-name --pack our-checks --python   a check that thinks
What to fill in: docs/writing-checks.md."""
TEST_CHECKS_EXAMPLES = """\b
Examples:
  maillint test-checks our-checks                        a pack
  maillint test-checks our-checks/house/old-name.toml    one check
  maillint test-checks our-checks --debug                with tracebacks of its Python"""

CheckName: TypeAlias = Annotated[str, typer.Argument(metavar="CHECK", help="A check, or a group of checks.")]
CheckNames: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="[CHECK...]", help="These checks or groups; all by default.")
]
OneSeverity: TypeAlias = Annotated[
    str, typer.Option("--severity", metavar="SEVERITY", help="Only error, warning, info or advice.")
]
OneNorm: TypeAlias = Annotated[
    str, typer.Option("--norm", metavar="NORM", help="Only those that answer for a norm, such as E57.")
]
OnTrial: TypeAlias = Annotated[
    bool | None, typer.Option("--preview/--no-preview", help="Only those on trial, or none of them.")
]
NewName: TypeAlias = Annotated[str, typer.Argument(metavar="NAME", help="group-what-is-wrong, such as date-holiday.")]
IntoPack: TypeAlias = Annotated[str, typer.Option("--pack", metavar="FOLDER", help="The pack it goes into.")]
WithPython: TypeAlias = Annotated[
    bool, typer.Option("--python", help="For a check that has to think: a Python file instead of a phrase list.")
]
CheckPaths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH...]", help="Check files, groups or packs; the built-in checks by default."),
]
ModelName: TypeAlias = Annotated[str, typer.Argument(metavar="NAME", help="zh: Chinese words and what follows what.")]
ModelSource: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="FILE", help="Its Debian package or model file (or an https address) instead of apt."
    ),
]
Checksum: TypeAlias = Annotated[str | None, typer.Option("--sha256", metavar="SUM", help="What the file must have.")]
Jars: TypeAlias = Annotated[
    str | None, typer.Option("--jars", metavar="FOLDER", help="Where languagetool-server.jar and its libs/ lie.")
]
Port: TypeAlias = Annotated[int, typer.Option(metavar="N", help="Where it listens; 0 takes a free port.")]
Memory: TypeAlias = Annotated[int, typer.Option(metavar="MB", min=256, help="Java heap at most.")]
Download: TypeAlias = Annotated[
    bool, typer.Option("--download", help="Fetch LanguageTool first, the way language-tool-python does (250 MB).")
]
Place: TypeAlias = Annotated[str, typer.Argument(metavar="[PATH]", help="Where the drafts lie.")]

LEARN_EXAMPLES = """\b
Examples:
  maillint learn Sent/                 collect words from a folder of sent mail, and decide about each
  maillint learn Sent.mbox --dry-run   only show them
  maillint learn Sent/ --yes           keep them all, but for those that may be slips
  maillint learn --add Kestrelon       never flag this word again
  maillint learn --remove Kestrelon    undo that"""
LEARN_EXIT_CODES = """\b
Exit status:
  0    done
  2    the command line, the configuration or a list cannot be used
  3    some of the mail could not be read; the rest was
  130  stopped with Ctrl-C; what had been read or decided until then counts"""
LearnFrom: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCE...", help="Messages, folders of messages, mailboxes; words with --add or --remove."),
]
AddWords: TypeAlias = Annotated[bool, typer.Option("--add", help="Add these words to the list.")]
RemoveWords: TypeAlias = Annotated[bool, typer.Option("--remove", help="Take these words out of the list.")]
MinMessages: TypeAlias = Annotated[
    int, typer.Option(metavar="N", help="Propose words of N or more different messages.")
]
WordList: TypeAlias = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="The list to write to instead.")
]
KeepAll: TypeAlias = Annotated[
    bool, typer.Option("--yes", "-y", help="Keep all without asking, but for those that may be slips.")
]
DryRun: TypeAlias = Annotated[bool, typer.Option("--dry-run", help="Show the words and write nothing.")]
