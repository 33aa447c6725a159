"""The arguments of a sendmail: what they say of the envelope, and whether a message is sent at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.gate.policy import Envelope

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENDER = ("-f", "-r")
_LONG_SENDER = ("--from", "--read-envelope-from")
_OTHER_MODES = ("--version", "--help", "--serverinfo", "--configure", "-S", "-I")


def sends(arguments: Sequence[str]) -> bool:
    """Whether a message comes on standard input: not so for the queue (-bp, -q), aliases (-bi) or SMTP (-bs)."""
    options = _options(arguments)
    is_mode = any(word.startswith("-b") and word != "-bm" for word in options)
    return not is_mode and not any(word in _OTHER_MODES or word.startswith("-q") for word in options)


def envelope(arguments: Sequence[str]) -> Envelope:
    """Sender and recipients, as far as the arguments tell; with -t the header tells the recipients.

    Recipients are what follows ``--``, or else the addresses at the end.
    """
    if "-t" in _options(arguments):
        return Envelope(_sender(arguments))
    if "--" in arguments:
        return Envelope(_sender(arguments), tuple(arguments[arguments.index("--") + 1 :]))
    recipients: list[str] = []
    for at in range(len(arguments) - 1, -1, -1):
        word, before = arguments[at], arguments[at - 1] if at else ""
        if "@" not in word or word.startswith("-") or before in (*_SENDER, "-F", *_LONG_SENDER):
            break
        recipients.insert(0, word)
    return Envelope(_sender(arguments), tuple(recipients))


def _options(arguments: Sequence[str]) -> Sequence[str]:
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def _sender(arguments: Sequence[str]) -> str | None:
    options = _options(arguments)
    for at, word in enumerate(options):
        name, is_given, value = word.partition("=")
        if name in _LONG_SENDER and is_given:
            return value
        if word in (*_SENDER, *_LONG_SENDER) and at + 1 < len(options):
            return options[at + 1]
        if word[:2] in _SENDER and len(word) > 2 and not word.startswith("--"):
            return word[2:]
    return None
