"""What the gates' commands share: their policy, their language, and what is said where nothing could be judged."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from maillint.cli.guard import tell
from maillint.cli.lint import prepare
from maillint.cli.progress import Progress
from maillint.cli.request import UsageError
from maillint.cli.session import Session, language_of
from maillint.engine import ConfigError, load, tables
from maillint.engine.config import site, site_file
from maillint.gate.policy import Policy
from maillint.gate.texts import say
from maillint.report import languages

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from maillint.cli.request import Request
    from maillint.engine import Ruleset
    from maillint.gate.policy import Door


Answer = TypeVar("Answer")


def prepared(request: Request, door: Door, **overrides: Any) -> tuple[Policy, str]:
    """A door's policy under the configuration found from here, and the user's language.

    Raises:
        UsageError: the configuration or an option cannot be used.
    """
    try:
        ruleset = Session(request).ruleset(os.curdir)
    except UsageError as error:
        ruleset = _locked(error, request.lang)
    try:
        policy = Policy.of(ruleset, door, **overrides)
    except ConfigError as error:
        raise UsageError(str(error)) from error
    language = language_of(request.lang, ruleset.config)
    prepare(ruleset, Progress(language, result_is_on_screen=False))  # once a machine, and on nobody's time
    return policy, language


def _locked(error: UsageError, lang: str | None) -> Ruleset:
    """The checks that the organisation has locked, which hold however broken a later file is.

    Raises:
        UsageError: the one given, where there are none.
    """
    try:
        ruleset = load(site()).of_held
    except ValueError:
        raise error from None
    if not ruleset.held:
        raise error
    tell(f"maillint: {say(spoken(lang), 'locked', why=error, path=site_file())}")
    return ruleset


def attempted(
    action: Callable[[], Answer], lang: str | None, *, is_enforced: bool, otherwise: Callable[[bool], Answer]
) -> Answer:
    """What an action says; where it could not judge, that is told.

    That a configuration cannot be used, or that maillint has a bug, is no reason to lose anybody's mail.

    Args:
        action: judges a message.
        lang: the user's language as asked for.
        is_enforced: whether the command asks for mail that cannot be judged to stay.
        otherwise: the answer where it could not judge; takes whether the message is to stay.
    """
    try:
        return action()
    except UsageError as error:
        why = str(error)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - fail-open; who ends the program has not judged
        why = f"{type(error).__name__}: {error}"
    stays = is_enforced or _stays()
    tell(f"maillint: {say(spoken(lang), 'unsure' if stays else 'unchecked', why=why)}")
    return otherwise(stays)


def _stays() -> bool:
    """Whether the organisation wants mail that cannot be judged to stay."""
    try:
        return bool(tables.filled(site(), "gate")["on-failure"] == "defer")
    except ConfigError:
        return False


def spoken(lang: str | None) -> str:
    """The user's language without the help of a configuration."""
    return languages.normalise(lang or "") or languages.from_environment(os.environ)
