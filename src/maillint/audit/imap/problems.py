"""What can go wrong between here and a mailbox, each as one error with its text, never with a secret in it."""

from __future__ import annotations

import ast
import re
import socket
import ssl
from typing import Any

from maillint.audit.imap.texts import say

_BUSY = re.compile(
    rb"\[(?:LIMIT|INUSE|UNAVAILABLE|OVERQUOTA|THROTTLED|SERVERBUG)\]|throttl|too many|rate limit|try again|backoff"
    rb"|temporar|bandwidth|not connected|frequen",
    re.IGNORECASE,
)
"""What servers say to who should come back later: RFC 5530's codes, and words of Gmail, Exchange, Yahoo and QQ."""
_LONGEST = 300


class ImapError(Exception):
    """A mailbox cannot be read; ``text`` says what is wrong, where, and what to do."""

    def __init__(self, key: str, *, is_usage: bool = False, **args: Any) -> None:
        """What is told of it.

        Args:
            key: of ``texts.say``.
            is_usage: whether the command line is what has to change.
            args: for the text; a function among them is called with the language.
        """
        super().__init__(key)
        self.key = key
        self.args_of_text = args
        self.is_usage = is_usage

    def text(self, language: str) -> str:
        """The error in a language."""
        args = dict(self.args_of_text)
        if nested := args.pop("nested", None):
            args["why"] = say(language, nested[0], **nested[1])
        args = {name: value(language) if callable(value) else value for name, value in args.items()}
        return say(language, self.key, **args)

    def __str__(self) -> str:
        return self.text("en")


class DroppedError(Exception):
    """The connection is gone, or the server wants to be left alone for a while: to be tried again."""

    def __init__(self, why: str, *, is_busy: bool = False) -> None:
        super().__init__(why)
        self.is_busy = is_busy


def unreached(error: OSError, at: str) -> ImapError:
    """Why there is no connection to ``at``, a host with its port."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return ImapError("certificate", at=at, why=error.verify_message.rstrip("."))
    if isinstance(error, ssl.SSLError):
        return ImapError("tls", at=at, why=(error.reason or str(error)).replace("_", " ").lower())
    if isinstance(error, socket.gaierror):
        return ImapError("unknown-host", host=at.rpartition(":")[0], why=error.strerror or "")
    if isinstance(error, ConnectionRefusedError):
        return ImapError("refused", at=at)
    if isinstance(error, TimeoutError):
        return ImapError("silent", at=at)
    return ImapError("unreachable", at=at, why=error.strerror or type(error).__name__)


def is_busy(answer: str) -> bool:
    """Whether a server's words mean: later, and more slowly."""
    return bool(_BUSY.search(answer.encode("utf-8", "replace")))


def answer_of(error: Exception, *secrets: str) -> str:
    """A server's words in one bounded line, without what it may have echoed of secrets."""
    text = _octets_shown(str(error))
    text = re.sub(r"^[\w ()]+ (?:failed|command error): (?:BAD |NO )?", "", text)
    text = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    for secret in filter(None, secrets):
        text = text.replace(secret, "***")
    return text[:_LONGEST]


def _octets_shown(text: str) -> str:
    """The words in a text that shows them as Python's octets, as imaplib's errors do."""
    found = re.search(r"""b'(?:[^'\\]|\\.)*'|b"(?:[^"\\]|\\.)*\"""", text)
    if not found:
        return text
    octets: bytes = ast.literal_eval(found[0])
    return octets.decode("utf-8", "replace")
