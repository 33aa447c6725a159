"""Findings that are never to be told again: words go into the own list, checks into the configuration."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.cli.fix_texts import say
from maillint.cli.learn_texts import say as say_of_words
from maillint.cli.own_list import OwnList, usual_place
from maillint.cli.request import UsageError
from maillint.engine import ConfigError, config, wordlist
from maillint.engine.locks import holder

if TYPE_CHECKING:
    from maillint.engine import Ruleset
    from maillint.finding import Finding


def never_again(finding: Finding, ruleset: Ruleset, language: str) -> str:
    """See to it that a finding is not told again; says what was done and how to undo it.

    A slip becomes a word of the nearest ``maillint-words.txt``; of any other finding the check goes into ``ignore`` of
    the nearest ``maillint.toml``, or of the user's own where there is none.

    Raises:
        UsageError: the list or the configuration cannot be written.
    """
    if finding.check.startswith("spelling-") and wordlist.is_word(finding.text):
        own = OwnList(os.path.abspath(usual_place()), say_of_words(language, "head"))
        own.change(keep=[finding.text])
        return say(language, "own-word", word=finding.text, path=own.path)
    if finding.check in ruleset.held:
        return say(language, "held", check=finding.check, path=holder(ruleset.config, finding.check))
    if "ignore" in ruleset.config.locks:
        return say(language, "locked", check=finding.check, path=ruleset.config.locks["ignore"])
    path = config.nearest(config.upward(".")) or config.user_file()
    _ignore(finding.check, path)
    return say(language, "ignored", check=finding.check, path=path)


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
