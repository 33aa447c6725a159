"""``maillint sendmail``: read the message, decide, and become the program that sends it."""

from __future__ import annotations

import sys

from maillint.cli.gates import attempted, prepared, spoken
from maillint.cli.guard import tell
from maillint.cli.request import Request, UsageError
from maillint.gate import arguments, suppression
from maillint.gate.handover import hand_over
from maillint.gate.policy import SENDMAIL
from maillint.gate.sendmail import EX_TEMPFAIL, EX_UNAVAILABLE, Verdict, Wrapper
from maillint.gate.texts import say
from maillint.records import NamedTuple


class Wish(NamedTuple):
    """What the user asked ``sendmail`` for."""

    command: tuple[str, ...]
    profile: str | None = None
    config: str | None = None
    lang: str | None = None
    is_batch: bool = False
    is_enforced: bool = False
    log: str | None = None


def run(wish: Wish) -> int:
    """Judge standard input and hand it over; returns only when nothing was sent.

    Raises:
        UsageError: there is no command to hand over to.
    """
    if not wish.command:
        raise UsageError("name the program that sends, such as: maillint sendmail -- msmtp -t")
    if not arguments.sends(wish.command[1:]):
        return _passed_on(wish, None)
    data = sys.stdin.buffer.read()
    verdict = attempted(
        lambda: _judged(data, wish),
        wish.lang,
        is_enforced=wish.is_enforced,
        otherwise=lambda stays: Verdict(None, EX_TEMPFAIL) if stays else Verdict(suppression.without(data)),
    )
    return verdict.status if verdict.data is None else _passed_on(wish, verdict.data)


def _judged(data: bytes, wish: Wish) -> Verdict:
    request = Request(profile=wish.profile, config=wish.config, lang=wish.lang)
    on_failure = "defer" if wish.is_enforced else None
    policy, language = prepared(request, SENDMAIL, on_failure=on_failure, log=wish.log)
    return Wrapper(policy, language, tell, is_batch=wish.is_batch).judged(data, wish.command)


def _passed_on(wish: Wish, data: bytes | None) -> int:
    try:
        hand_over(wish.command, data)
    except OSError as error:
        tell(f"maillint: {say(spoken(wish.lang), 'no-command', command=wish.command[0], why=error.strerror)}")
        return EX_UNAVAILABLE
