"""``maillint learn``: own words that are never slips, added by hand or collected from sent mail."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from maillint.cli import request as requests
from maillint.cli.guard import tell
from maillint.cli.learn_texts import say
from maillint.cli.output import complain, is_input
from maillint.cli.own_list import OwnList, usual_place
from maillint.cli.progress import Progress
from maillint.cli.request import Request, UsageError
from maillint.cli.session import Session, language_of
from maillint.engine import wordlist
from maillint.engine.learn import Collector
from maillint.message import read, sources
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maillint.engine import Config
    from maillint.engine.learn import Term


class Wish(NamedTuple):
    """What the user asked ``learn`` for."""

    arguments: tuple[str, ...]
    """Sources of mail; words with ``add`` or ``remove``."""
    add: bool = False
    remove: bool = False
    min_messages: int = 3
    output: str | None = None
    yes: bool = False
    dry_run: bool = False
    format: str = "text"
    lang: str | None = None
    config: str | None = None


class Harvest(NamedTuple):
    """What reading the mail came to."""

    messages: int
    terms: list[Term]
    unreadable: dict[str, str]
    is_interrupted: bool
    """Somebody pressed Ctrl-C; the terms are those of the messages read until then."""

    def status(self) -> int:
        """The exit status it leads to."""
        if self.is_interrupted:
            return requests.INTERRUPTED
        return requests.UNREADABLE if self.unreadable else requests.PASSED


def run(wish: Wish, write: Callable[[str], object]) -> int:
    """Do as wished and print what was done; returns the exit status.

    Raises:
        UsageError: the command line, the configuration or a list cannot be used; nothing was changed then.
    """
    _hold(wish)
    session = Session(Request(lang=wish.lang, config=wish.config))
    place = "." if wish.add or wish.remove else wish.arguments[0]
    language = language_of(wish.lang, session.ruleset(place).config)
    own = OwnList(os.path.abspath(wish.output or usual_place(wish.config)), say(language, "head"))
    if wish.add or wish.remove:
        from maillint.cli.learn_words import change

        change(wish, own, session.ruleset(place).config, language, write)
        tell_unread(session, own, place, language)
        return requests.PASSED
    return _learn(wish, session, own, language, write)


def _hold(wish: Wish) -> None:
    is_by_hand = wish.add or wish.remove
    if wish.add and wish.remove:
        raise UsageError("--add and --remove: give one of them")
    if not wish.arguments:
        raise UsageError("name mail to learn from, such as Sent/, or words with --add; see maillint learn --help")
    if wish.min_messages < 1:
        raise UsageError(f"--min-messages {wish.min_messages}: give 1 or more")
    if is_by_hand and (wish.yes or wish.dry_run or wish.format != "text"):
        raise UsageError("--yes, --dry-run and --format are for mail to learn from, not for --add and --remove")
    if wish.output and not is_by_hand and is_input(wish.output, wish.arguments):
        raise UsageError(f"--output {wish.output}: this is one of the messages")


def _learn(wish: Wish, session: Session, own: OwnList, language: str, write: Callable[[str], object]) -> int:
    from maillint.cli import learn_review as review

    known = own.words()
    harvest = collect(wish, session, language, (*known.kept, *known.rejected))
    is_kept = wish.yes and not wish.dry_run
    if is_kept:
        own.change(keep=[term.word for term in harvest.terms if not term.is_doubtful])
    if wish.format == "json":
        write(review.document(harvest, own, kept=is_kept))
        return harvest.status()
    is_asked = not (wish.yes or wish.dry_run) and sys.stdin.isatty() and sys.stdout.isatty()
    write(review.table(harvest, wish.min_messages, language, is_asked=is_asked))
    if harvest.terms and is_asked:
        review.Review(own, language, write).ask(harvest.terms, wish.min_messages)
    elif harvest.terms:
        dry = say(language, "dry" if wish.dry_run else "unasked")
        write(review.kept(harvest.terms, own, language) if is_kept else f"{dry}\n")
    tell_unread(session, own, wish.arguments[0], language)
    return harvest.status()


def collect(wish: Wish, session: Session, language: str, known: Sequence[str]) -> Harvest:
    """Read all the mail; what cannot be read is told, and the rest goes on."""
    progress = Progress(language, result_is_on_screen=False)
    ruleset = session.ruleset(wish.arguments[0])
    if progress.is_watched:
        from maillint.cli.lint import prepare

        prepare(ruleset, progress)
    collector = Collector(ruleset)
    unreadable: dict[str, str] = {}
    is_interrupted = False
    try:
        for item in sources.iterate(wish.arguments):
            problem = _add(collector, item)
            if problem:
                unreadable[item.path] = problem
                progress.clear()
                complain(item.path, problem.partition(": ")[0], language, problem.partition(": ")[2])
            progress.at(collector.messages)
    except KeyboardInterrupt:
        is_interrupted = True
    progress.clear()
    if is_interrupted:
        tell(f"maillint: {say(language, 'stopped')}")
    _tell_model(collector, language)
    refused = {wordlist.key(word) for word in (*known, *_rejected(ruleset.config))}
    return Harvest(collector.messages, collector.terms(wish.min_messages, refused), unreadable, is_interrupted)


def _add(collector: Collector, item: sources.Item) -> str:
    """Count one message; what went wrong, or ""."""
    if item.error:
        return item.error
    try:
        collector.add(read(item.data))
    except Exception as error:  # noqa: BLE001 - a bug met in one message must not lose what the others gave
        return f"crashed: {type(error).__name__}: {error}"
    return ""


def _rejected(config: Config) -> list[str]:
    return [word for path in config["words"] for word in wordlist.parse(wordlist.read(path)).rejected]


def _tell_model(collector: Collector, language: str) -> None:
    from maillint.language.spelling import lattice

    if collector.has_chinese and not lattice.is_ready():
        tell(f"maillint: {say(language, 'no-model')}")


def tell_unread(session: Session, own: OwnList, place: str, language: str) -> None:
    """Say so where the list that was written would not be read for drafts at ``place``."""
    config = Session(session.request).ruleset(place).config
    if not os.path.exists(own.path) or os.path.realpath(own.path) in map(os.path.realpath, config["words"]):
        return
    path = os.path.abspath(own.path)
    if "words" in config.locks:
        tell(f"maillint: {say(language, 'locked', path=path, by=config.locks['words'])}")
    else:
        tell(f"maillint: {say(language, 'not-read', path=path, place=os.path.abspath(place))}")
