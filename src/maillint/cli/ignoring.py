"""Findings that are never to be told again: words go into the own list, checks into the configuration."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.cli.fix_texts import failure, say, why
from maillint.cli.learn_texts import say as say_of_words
from maillint.cli.own_list import OwnList, usual_place
from maillint.cli.request import UsageError
from maillint.engine import ConfigError, config, wordlist
from maillint.engine.locks import holder
from maillint.records import NamedTuple
from maillint.report.safe import visible
from maillint.rewrite import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.engine import Ruleset
    from maillint.finding import Finding


class Ignored(NamedTuple):
    """What was done lest a finding be told again, and the file it was written into."""

    said: str
    """For the user, with how to undo it."""
    path: str = ""
    """Empty where nothing was written."""
    before: bytes | None = None
    """What the file held; None where there was none."""
    after: bytes | None = None


def never_again(finding: Finding, ruleset: Ruleset, language: str) -> Ignored:
    """See to it that a finding is not told again.

    A slip becomes a word of the nearest ``maillint-words.txt``; of any other finding the check goes into ``ignore`` of
    the nearest ``maillint.toml``, or of the user's own where there is none.

    Raises:
        UsageError: the list or the configuration cannot be written.
    """
    if finding.check.startswith("spelling-") and wordlist.is_word(finding.text):
        own = OwnList(os.path.abspath(usual_place()), say_of_words(language, "head"))
        said = say(language, "own-word", word=finding.text, path=own.path)
        return _written(own.path, lambda: own.change(keep=[finding.text]), said)
    if finding.check in ruleset.held:
        return Ignored(say(language, "held", check=finding.check, path=holder(ruleset.config, finding.check)))
    if "ignore" in ruleset.config.locks:
        return Ignored(say(language, "locked", check=finding.check, path=ruleset.config.locks["ignore"]))
    path = config.nearest(config.upward(".")) or config.user_file()
    said = say(language, "ignored", check=finding.check, path=path)
    return _written(path, lambda: _ignore(finding.check, path), said)


def take_back(ignored: Ignored, language: str) -> str:
    """Put the file back as it was, or away where there was none; says what was done, "" where nothing was to do.

    A file that somebody else has written since stays as it is.
    """
    if not ignored.path or ignored.before == ignored.after:
        return ""
    path = visible(ignored.path)
    try:
        if _held(ignored.path) != ignored.after:
            return say(language, "not-taken-back", path=path, why=why(language, "changed"))
        if ignored.before is None:
            os.remove(os.path.realpath(ignored.path))
        else:
            files.write(ignored.path, ignored.before)
    except OSError as error:
        return say(language, "not-taken-back", path=path, why=failure(language, error))
    return say(language, "taken-back", path=path)


def _written(path: str, change: Callable[[], None], said: str) -> Ignored:
    """Make a change, and keep how the file was before and is now."""
    try:
        before = _held(path)
        change()
        return Ignored(said, path, before, _held(path))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error


def _held(path: str) -> bytes | None:
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def _ignore(check: str, path: str) -> None:
    """Add a check to ``ignore``, all else in the file as it is."""
    from tomlkit import TOMLDocument, document, dumps, parse, table
    from tomlkit.exceptions import TOMLKitError

    try:
        text = wordlist.read(path) if os.path.exists(path) else ""
        toml: TOMLDocument = parse(text) if text else document()
        place = toml
        if os.path.basename(path) == "pyproject.toml":
            place = toml.setdefault("tool", table()).setdefault("maillint", table())
        ignored = place.setdefault("ignore", [])
        if check not in ignored:
            ignored.append(check)
            wordlist.write(path, dumps(toml))
    except (OSError, TOMLKitError, ConfigError) as error:
        raise UsageError(f"{path}: {check} could not be added to ignore ({error})") from error
