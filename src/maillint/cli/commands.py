"""The commands. They are thin: they turn options into a request and call one function."""

# ruff: noqa: FBT002, PLR0913, PLR0917 - an option is a parameter with a default: typer's form
# Typer reads the annotations at run time.

import typer

from maillint.cli import options as opt
from maillint.cli import request as requests
from maillint.cli.fix_command import FIX_EPILOG, fix
from maillint.cli.forms import Command as _Command
from maillint.cli.forms import one_of as _one_of
from maillint.cli.forms import print_text as _print
from maillint.cli.guard import tell
from maillint.cli.output import screen
from maillint.cli.request import COLOURS, FAIL_ON, Request
from maillint.cli.session import Session, language_here, language_of
from maillint.report import FORMATS

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"{opt.EXAMPLES}\n\n{opt.EXIT_CODES}",
)
config_app = typer.Typer(rich_markup_mode=None, help="Show the configuration in force.")
app.add_typer(config_app, name="config")
models_app = typer.Typer(rich_markup_mode=None, help="List or install the models that some checks can use.")
app.add_typer(models_app, name="models", invoke_without_command=True)
languagetool_app = typer.Typer(rich_markup_mode=None, help="Start or stop a LanguageTool server on this machine.")
app.add_typer(languagetool_app, name="languagetool")


@app.callback()
def main(version: opt.Version = False) -> None:
    """Read an e-mail as a demanding colleague would, just before it is sent.

    maillint says what the reader will stumble over, in English, simplified and traditional Chinese, gives a score that
    adds up, and a rewrite for what can be rewritten. It works offline, and
    changes a message only when asked to fix it.

    "maillint DRAFT.eml" is short for "maillint lint DRAFT.eml"; all options stand in "maillint lint --help".
    """


@app.command(cls=_Command, epilog=f"{opt.EXAMPLES}\n\n{opt.EXIT_CODES}")
def lint(
    paths: opt.Paths,
    format: opt.Format = "text",  # noqa: A002 - the option's name
    lang: opt.Lang = None,
    profile: opt.Profile = None,
    config: opt.ConfigFile = None,
    fail_on: opt.FailOn = None,
    min_score: opt.MinScore = None,
    only: opt.Only = None,
    ignore: opt.Ignore = None,
    preview: opt.Preview = False,
    date: opt.Date = None,
    why: opt.Why = False,
    breakdown: opt.Breakdown = False,
    stats: opt.Stats = False,
    quiet: opt.Quiet = False,
    output: opt.OutputFile = None,
    color: opt.Color = "auto",
    jobs: opt.Jobs = 1,
    debug: opt.Debug = False,
) -> int:
    """Judge messages before they are sent."""
    values = dict(locals())
    lists = {name: tuple(values[name] or ()) for name in ("paths", "only", "ignore")}
    for option, value, allowed in (
        ("format", format, FORMATS),
        ("color", color, COLOURS),
        ("fail-on", fail_on, FAIL_ON),
    ):
        _one_of(f"--{option}", value, allowed)
    from maillint.cli.lint import run

    return run(Request(**{**values, **lists}))


app.command(cls=_Command, short_help="Put rewrites into messages.", epilog=FIX_EPILOG)(fix)


@app.command(cls=_Command, short_help="Explain a check or a group of checks.", epilog=opt.EXPLAIN_EXAMPLES)
def explain(
    check: opt.CheckName,
    format: opt.PageFormat = "text",  # noqa: A002 - the option's name
    lang: opt.Lang = None,
    config: opt.ConfigFile = None,
) -> None:
    """Explain a check: what it says, why it matters, examples, options, how safe its rewrite is."""
    from maillint.cli.explain import explain as page

    _one_of("--format", format, ("text", "markdown"))
    session = Session(Request(lang=lang, config=config))
    _print(page(check, session.ruleset("."), session.look("."), format))


@app.command(cls=_Command, short_help="List the checks.")
def checks(
    names: opt.CheckNames = None,
    severity: opt.OneSeverity = "",
    norm: opt.OneNorm = "",
    preview: opt.OnTrial = None,
    format: opt.ListFormat = "text",  # noqa: A002 - the option's name
    lang: opt.Lang = None,
    config: opt.ConfigFile = None,
) -> None:
    """List the checks: name, severity, points a finding takes, title."""
    from maillint.cli import checks as listing
    from maillint.cli.explain import went_by

    _one_of("--severity", severity, ("", *FAIL_ON[:-1]))
    _one_of("--format", format, ("text", "json"))
    session = Session(Request(lang=lang, config=config))
    look = session.look(".")
    wanted = listing.Filter(tuple(names or ()), severity, norm, preview)
    ruleset = session.ruleset(".")
    specs = listing.chosen(ruleset, look, wanted)
    if format == "json":
        _print(listing.document(specs, look, ruleset.config))
        return
    _print(listing.table(specs, look, screen()))
    if by := went_by(ruleset.config, look.language):
        tell(f"maillint: {by}")


@app.command("new-check", cls=_Command, short_help="Write the file of a new check.", epilog=opt.NEW_CHECK_EXAMPLES)
def new_check(
    name: opt.NewName, pack: opt.IntoPack = "checks", python: opt.WithPython = False, lang: opt.Lang = None
) -> None:
    """Write the file of a new check, with examples that fail until they are filled in."""
    from maillint.cli.new_check import create
    from maillint.report.strings import say

    language = language_here(lang)
    for path in create(name, pack, language, with_python=python):
        _print(f"{path}\n")
    tell(f"maillint: {say(language, 'new-check', check=name)}")


@app.command("test-checks", cls=_Command, short_help="Try the examples of checks.", epilog=opt.TEST_CHECKS_EXAMPLES)
def try_checks(paths: opt.CheckPaths = None, lang: opt.Lang = None, debug: opt.Trace = False) -> int:
    """Try the examples of checks: each bad one must be found, each fine one left alone. Exit status 1 if any fails.

    It also reads the files for slips that no run would stumble over: unknown norms, placeholders and phrases to drop,
    Python files that are never loaded. Packs are tried in the order they are named; a later one may change an earlier.
    """
    from maillint.cli.test_checks import tried

    tally = tried(paths or [], language_here(lang), debug=debug)
    _print(tally.text())
    return requests.FINDINGS if tally.problems else requests.PASSED


@app.command(
    cls=_Command,
    short_help="Teach it your own words.",
    epilog=f"{opt.LEARN_EXAMPLES}\n\n{opt.LEARN_EXIT_CODES}",
)
def learn(
    sources: opt.LearnFrom = None,
    add: opt.AddWords = False,
    remove: opt.RemoveWords = False,
    min_messages: opt.MinMessages = 3,
    output: opt.WordList = None,
    yes: opt.KeepAll = False,
    dry_run: opt.DryRun = False,
    format: opt.ListFormat = "text",  # noqa: A002 - the option's name
    lang: opt.Lang = None,
    config: opt.ConfigFile = None,
) -> int:
    """Teach it your own words: names, products, terms of your trade that are never slips.

    From mail that you sent it collects words that it does not know, or would take for slips, in three or more
    messages. On a terminal it asks about each; what you keep goes into a list, what you refuse is remembered there and
    never proposed again. Words close to a common one, which may be slips, stand apart and are kept only one by one.

    The list is plain text, maillint-words.txt: the nearest one upward from here, or a new one beside the nearest
    maillint.toml, or else your own, which holds everywhere. Only words are written, nothing of the mail around them.
    """
    from maillint.cli.learn import Wish, run

    _one_of("--format", format, ("text", "json"))
    arguments = tuple(sources or ())
    return run(Wish(arguments, add, remove, min_messages, output, yes, dry_run, format, lang, config), _print)


@app.command(cls=_Command, short_help="See whether maillint has all it needs here.")
def doctor(path: opt.Place = ".", lang: opt.Lang = None) -> int:
    """Look at everything maillint needs here, and say what to do where something is amiss (exit status 1)."""
    from maillint.cli.doctor import run

    return run(path, language_here(lang, path), _print)


@config_app.command("show", cls=_Command)
def config_show(
    path: opt.Place = ".",
    config: opt.ConfigFile = None,
    format: opt.ListFormat = "text",  # noqa: A002 - the option's name
    lang: opt.Lang = None,
) -> None:
    """Show every key of the configuration, its value, and which file set it."""
    from maillint.cli import show_config

    _one_of("--format", format, ("text", "json"))
    found = Session(Request(config=config)).ruleset(path).config
    language = language_of(lang, found)
    _print(show_config.document(found) if format == "json" else show_config.text(found, language))


@models_app.callback()
def models(ctx: typer.Context) -> None:
    """List the models that some checks can use, and whether they are here."""
    if ctx.invoked_subcommand is None:
        from maillint.cli.models import listing

        _print(listing())


@models_app.command("install", cls=_Command, short_help="Bring a model onto this machine.")
def models_install(name: opt.ModelName, source: opt.ModelSource = None, sha256: opt.Checksum = None) -> int:
    """Bring a model onto this machine and prepare it: through apt, or from a file that needs no net.

    zh hears Chinese homophones: 17 MB, LGPL-2.1-or-later, made from open-gram (CC-BY-SA-3.0). Without it a list of
    common slips still works.
    """
    _one_of("NAME", name, ("zh",))
    from maillint.cli.models import install

    return requests.PASSED if install(source, sha256, _print) else requests.FINDINGS


@languagetool_app.command("start", cls=_Command, short_help="Start a server and keep it warm.")
def languagetool_start(
    jars: opt.Jars = None, port: opt.Port = 0, memory: opt.Memory = 512, download: opt.Download = False
) -> int:
    """Start a LanguageTool server that listens on this machine only, and keep it for the check spelling-grammar.

    It needs Java 17, LanguageTool (LGPL-2.1-or-later) and pip install 'maillint[languagetool]' (GPL-3.0-only).
    """
    from maillint.cli import languagetool

    return languagetool.start(jars, port, memory, _print, download=download)


@languagetool_app.command("stop", cls=_Command)
def languagetool_stop() -> int:
    """Stop the server."""
    from maillint.cli import languagetool

    return languagetool.stop(_print)


@languagetool_app.command("status", cls=_Command, short_help="Say whether it runs.")
def languagetool_status() -> int:
    """Say whether a server runs, where, and what memory it takes (exit status 1: none does)."""
    from maillint.cli import languagetool

    return languagetool.status(_print)
