"""``maillint audit`` and what can be done with its store: options into calls."""

# ruff: noqa: FBT002, PLR0913, PLR0917 - an option is a parameter with a default: typer's form
# Typer reads the annotations at run time.

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from maillint.cli import audit_imap as mailbox
from maillint.cli import options as opt
from maillint.cli.forms import Command, one_of
from maillint.cli.request import FAIL_ON, Request

if TYPE_CHECKING:
    from maillint.cli.audit import Wish

COMMANDS = ("run", "report", "export", "diff", "merge", "baseline", "pack")
FORMATS = ("text", "json")
ENGINES = ("local", "spark")
EXPORTS = ("parquet", "csv", "jsonl")

audit_app = typer.Typer(
    name="audit",
    rich_markup_mode=None,
    no_args_is_help=True,
    short_help="Judge a whole folder of sent mail, and tell what to change.",
    help="Judge a whole folder of sent mail, and tell what to change.\n\n"
    "maillint audit SOURCE... is short for: maillint audit run SOURCE...",
    epilog="""\b
Examples:
  maillint audit Sent/                         a folder, a maildir, an mbox, an archive
  maillint audit Sent/ --report sent.html      and a page to look at
  maillint audit report Sent/                  the same figures again, without judging
  maillint audit export Sent/ -f csv -o sent/  for a spreadsheet

maillint audit run --help tells the options.""",
)

RUN_EPILOG = """\b
Examples:
  maillint audit Sent/
  maillint audit Archive.zip Sent.mbox --store mine.db --lang zh-Hans
  maillint audit Sent/ --report sent.html --keep-text
  maillint audit Sent/ --baseline old.json --fail-on error
  maillint audit imaps://anna@mail.north.example
  maillint audit --engine spark --master local[2] Archive/ --output judged/

It may be stopped at any moment: the same command goes on from there. A second run judges only what is new or changed.

\b
Exit status:
  0    done
  1    a finding at or above --fail-on, or a mean score below --min-score
  2    the command line or the configuration cannot be used
  3    no message could be read
  130  stopped with Ctrl-C"""

Sources: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Messages, folders of them, maildirs, mboxes, Apple's .emlx, Outlook's .msg, .zip and .tar archives, and "
        "mailboxes on IMAP servers: imaps://USER@HOST/FOLDER, without a folder the one of sent mail.",
    ),
]
StoreFile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="FILE",
        help="Where the figures are kept. By default a file in your data folder that goes by the sources' names.",
    ),
]
OneStore: TypeAlias = Annotated[
    str, typer.Argument(metavar="STORE", help="The file an audit keeps its figures in, or the source it was made of.")
]
Page: TypeAlias = Annotated[str | None, typer.Option("--report", metavar="FILE", help="Write a page to look at, too.")]
Superior: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--superior", metavar="ADDRESS", help="Of a superior: open questions to them are counted."),
]
Format: TypeAlias = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")]
KeepText: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--keep-text",
        help="Keep the words of each finding, and its sentence with names and numbers masked, as examples.",
    ),
]
Baseline: TypeAlias = Annotated[
    str | None, typer.Option("--baseline", metavar="FILE", help="Findings that are old, from maillint audit baseline.")
]
Jobs: TypeAlias = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 is one a core, if worth it.")
]
Engine: TypeAlias = Annotated[
    str, typer.Option(metavar="NAME", help="Where it runs: local, or spark (pip install 'maillint[spark]').")
]
Master: TypeAlias = Annotated[
    str, typer.Option(metavar="URL", help="With --engine spark: local[N], spark://HOST:PORT, yarn, k8s://...")
]
Dataset: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--output",
        metavar="FOLDER",
        help="With --engine spark: where the judgements go, as Parquet. The same command goes on where it was stopped.",
    ),
]
FailOn: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="SEVERITY",
        help=f"Exit with 1 if a finding is at least that severe: {', '.join(FAIL_ON)}. With --baseline, a new one. "
        "Unless given: never, with --baseline as configured.",
    ),
]
MinScore: TypeAlias = Annotated[
    float | None, typer.Option(metavar="N", help="Exit with 1 if the mean score is below N of 100.")
]
Export: TypeAlias = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(EXPORTS)}.")
]
Output: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="PATH", help="For parquet and csv a folder, for jsonl a file; else standard output."
    ),
]
PackFolder: TypeAlias = Annotated[
    str, typer.Option("--output", "-o", metavar="FOLDER", help="An empty folder, or one to be made.")
]
BaselineFile: TypeAlias = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where it goes.")]
Into: TypeAlias = Annotated[str, typer.Option("--store", metavar="FILE", help="The store they go into.")]
Stores: TypeAlias = Annotated[list[str], typer.Argument(metavar="STORE...", help="Files that audits keep figures in.")]
Old: TypeAlias = Annotated[str, typer.Argument(metavar="OLD", help="A store, or the source it was made of.")]
New: TypeAlias = Annotated[str, typer.Argument(metavar="NEW", help="Another one.")]


def with_run(arguments: list[str]) -> list[str]:
    """``audit Sent/`` as ``audit run Sent/``; a folder that has a command's name is written ``./report``."""
    words = [word for word in arguments[1:] if not word.startswith("-")]
    is_plain = len(arguments) > 1 and arguments[1] not in (*COMMANDS, "-h", "--help")
    if not is_plain or (words and words[0] in COMMANDS and arguments.index(words[0]) == 1):
        return arguments
    return ["audit", "run", *arguments[1:]]


@audit_app.command(cls=Command, epilog=RUN_EPILOG, short_help="Judge all that is new in some sources.")
def run(
    sources: Sources,
    store: StoreFile = None,
    report: Page = None,
    superior: Superior = None,
    format_: Format = "text",
    keep_text: KeepText = False,
    baseline: Baseline = None,
    fail_on: FailOn = None,
    min_score: MinScore = None,
    jobs: Jobs = 0,
    password: mailbox.Password = None,
    password_command: mailbox.PasswordCommand = None,
    token_command: mailbox.TokenCommand = None,
    oauth: mailbox.Oauth = None,
    oauth_client: mailbox.OauthClient = None,
    oauth_client_secret: mailbox.OauthClientSecret = None,
    oauth_tenant: mailbox.OauthTenant = None,
    ca: mailbox.Authority = None,
    is_bare: mailbox.InTheClear = False,
    profile: opt.Profile = None,
    config: opt.ConfigFile = None,
    only: opt.Only = None,
    ignore: opt.Ignore = None,
    preview: opt.Preview = False,
    engine: Engine = "local",
    master: Master = "local[*]",
    output: Dataset = None,
    lang: opt.Lang = None,
    debug: opt.Debug = False,
) -> int:
    """Judge a whole folder of sent mail, and tell what would raise the score most.

    Figures are kept in one file, without a word of the mail unless --keep-text is given. Settings are those found
    upward from the first source.
    """
    wish = _told({**locals(), "paths": sources, "format": format_})
    from maillint.cli import audit, audit_spark

    return audit_spark.run(wish, audit_spark.Cluster(master, output)) if engine == "spark" else audit.run(wish)


def _told(values: dict[str, Any]) -> "Wish":
    """The options of a run as those who work with them take them.

    Raises:
        UsageError: one has a value that it may not have.
    """
    from maillint.audit.imap.credentials import Means
    from maillint.cli.audit import Wish

    allowed_values = {"format": FORMATS, "fail_on": FAIL_ON, "engine": ENGINES, "oauth": mailbox.PROVIDERS}
    for option, allowed in allowed_values.items():
        one_of(f"--{option.replace('_', '-')}", values[option], allowed)
    lists = {name: tuple(values[name] or ()) for name in ("paths", "only", "ignore")}
    request = Request(**{name: values[name] for name in Request._fields if name in values} | lists)
    means = Means(**{name: values[name] for name in Means._fields})
    access = mailbox.Access(means, values["ca"], values["is_bare"])
    superiors = tuple(values["superior"] or ())
    return Wish(request, values["store"], values["report"], values["baseline"], values["keep_text"], superiors, access)


@audit_app.command(cls=Command, short_help="The figures of a store again.")
def report(
    store: OneStore,
    page: Page = None,
    superior: Superior = None,
    format_: Format = "text",
    baseline: Baseline = None,
    lang: opt.Lang = None,
) -> int:
    """Show the figures of a store without judging anything; --report FILE writes the page."""
    one_of("--format", format_, FORMATS)
    from maillint.cli import audit

    request = Request(paths=(store,), format=format_, lang=lang)
    return audit.report(audit.Wish(request, None, page, baseline, superiors=tuple(superior or ())))


@audit_app.command(cls=Command, short_help="A store as Parquet, CSV or JSON lines.")
def export(store: OneStore, format_: Export = "parquet", output: Output = None, lang: opt.Lang = None) -> int:
    """Write the messages and findings of a store for other programs.

    parquet and csv are two files, messages and findings, that share the column key.
    """
    one_of("--format", format_, EXPORTS)
    from maillint.cli import audit_stores

    return audit_stores.export(store, format_, output, lang)


@audit_app.command(cls=Command, short_help="What changed between two stores.")
def diff(old: Old, new: New, format_: Format = "text", lang: opt.Lang = None) -> int:
    """Compare two stores: the score, how often each check found something, what became better and worse."""
    one_of("--format", format_, FORMATS)
    from maillint.cli import audit_stores

    return audit_stores.diff(old, new, format_, lang)


@audit_app.command(cls=Command, short_help="Several stores made one.")
def merge(stores: Stores, store: Into, lang: opt.Lang = None) -> int:
    """Put the messages of several stores into one, such as those of a team. A message that several have counts once."""
    from maillint.cli import audit_stores

    return audit_stores.merge(stores, store, lang)


@audit_app.command(cls=Command, short_help="Make all findings there are count as old.")
def baseline(store: OneStore, output: BaselineFile = "maillint-baseline.json", lang: opt.Lang = None) -> int:
    """Write down the findings of a store, so that a later run with --baseline tells only what is new.

    The file holds no text: each finding is a hash of its check, its words and its sentence.
    """
    from maillint.cli import audit_stores

    return audit_stores.baseline(store, output, lang)


@audit_app.command(cls=Command, short_help="Many messages into few files, for a cluster.")
def pack(sources: Sources, output: PackFolder, lang: opt.Lang = None) -> int:
    """Put messages into Parquet files that --engine spark reads fast. They hold the mail itself: keep them as safe."""
    from maillint.cli import audit_spark

    return audit_spark.pack(sources, output, lang)
