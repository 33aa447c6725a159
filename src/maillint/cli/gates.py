"""What the gates' commands share: their policy, their language, and what is said where nothing could be judged."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from maillint.cli.guard import tell
from maillint.cli.lint import prepare
from maillint.cli.progress import Progress
from maillint.cli.request import UsageError
from maillint.cli.session import Session, language_of
from maillint.engine import ConfigError
from maillint.gate.policy import Policy
from maillint.gate.texts import say
from maillint.report import languages

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from maillint.cli.request import Request
    from maillint.gate.policy import Door


Answer = TypeVar("Answer")


def prepared(request: Request, door: Door, **overrides: Any) -> tuple[Policy, str]:
    """A door's policy under the configuration found from here, and the user's language.

    Raises:
        UsageError: the configuration or an option cannot be used.
    """
    ruleset = Session(request).ruleset(os.curdir)
    try:
        policy = Policy.of(ruleset, door, **overrides)
    except ConfigError as error:
        raise UsageError(str(error)) from error
    language = language_of(request.lang, ruleset.config)
    prepare(ruleset, Progress(language, result_is_on_screen=False))  # once a machine, and on nobody's time
    return policy, language


def attempted(action: Callable[[], Answer], lang: str | None, *, is_enforced: bool) -> Answer | None:
    """What an action says; None where it could not judge, which is told.

    That a configuration cannot be used, or that maillint has a bug, is no reason to lose anybody's mail.
    """
    try:
        return action()
    except UsageError as error:
        why = str(error)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - fail-open; who ends the program has not judged
        why = f"{type(error).__name__}: {error}"
    tell(f"maillint: {say(spoken(lang), 'unsure' if is_enforced else 'unchecked', why=why)}")
    return None


def spoken(lang: str | None) -> str:
    """The user's language without the help of a configuration."""
    return languages.normalise(lang or "") or languages.from_environment(os.environ)
