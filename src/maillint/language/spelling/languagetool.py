"""LanguageTool (languagetool.org), asked over HTTP through language-tool-python, and never waited for longer than told.

Nothing of it is imported before a text is to be sent: the library alone takes longer to load than a message to judge.
"""

from __future__ import annotations

import os
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING, Any

from maillint.cachedir import folder
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

PAUSE = 60.0
"""Seconds for which a server that failed is not asked again."""
LONGEST = 20_000
"""Characters sent of one message; the rest is not judged."""
_BREAK = "\n\n"
_BRITISH = (
    r"\b(?:(?:arm|behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rum)our|(?:cent|fib|lit|met|theat)re\b|cheque|programme|"
    r"instalment|enquir|fulfil\b|travell|cancell|modell|grey\b|tyre|jewell|\w+isation|"
    r"(?:apolog|author|categor|emphas|final|familiar|general|maxim|minim|optim|organ|priorit|real|recogn|standard|summar|"
    r"util)is(?:e|ing))"
)
_resting: dict[str, float] = {}
"""Address -> moment until which a server that failed is left alone."""
_told: set[str] = set()
"""Addresses whose failure was raised and that have not answered since."""


class Problem(NamedTuple):
    """A place in a text that a rule of LanguageTool takes for wrong."""

    start: int
    end: int
    suggestions: tuple[str, ...]
    """The likeliest first."""
    rule: str
    """LanguageTool's name for the rule, such as HE_VERB_AGR."""
    is_unknown_word: bool
    """The word is in no dictionary of LanguageTool's; otherwise the words do not go together."""


class UnavailableError(Exception):
    """LanguageTool cannot be asked: "missing" (its library), "stopped" (no server) or "silent" (no answer)."""

    def __init__(self, reason: str, address: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.address = address


def find(
    paragraphs: Sequence[tuple[str, str]], *, remote: str, seconds: float, categories: Sequence[str]
) -> list[list[Problem]]:
    """What LanguageTool says of paragraphs.

    Args:
        paragraphs: each with the code LanguageTool has for its language: "en-US", "en-GB", "zh-CN".
        remote: address of a server; empty for the one that ``maillint languagetool start`` keeps.
        seconds: how long all of it may take.
        categories: LanguageTool's categories of rules that are asked for, such as "GRAMMAR".

    Returns:
        The problems of each paragraph, in order. Nothing for some time after a failure.

    Raises:
        UnavailableError: there is no answer. Raised once, until the server has answered again.
    """
    address = remote or local_address()
    if not paragraphs or _resting.get(address, 0.0) > monotonic():
        return [[] for _ in paragraphs]
    try:
        found = _within(seconds, address, lambda: _asked(paragraphs, address, frozenset(categories)))
    except UnavailableError as error:
        _resting[address] = monotonic() + PAUSE
        if address in _told:
            return [[] for _ in paragraphs]
        _told.add(address)
        raise UnavailableError(error.reason, address) from error
    _told.discard(address)
    return found


def local_address() -> str:
    """The address of the server that ``maillint languagetool start`` keeps; empty when none was started."""
    port = state().get("port")
    return f"http://127.0.0.1:{port}" if port else ""


def state_path() -> str:
    """The file that says which local server was started."""
    return os.path.join(folder(), "languagetool.json")


def state() -> dict[str, Any]:
    """What is written there: "pid", "started", "port", "jars"; empty when no server was started."""
    import json

    try:
        with open(state_path(), encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("port"), int) else {}


def is_loopback(address: str) -> bool:
    """Whether what is sent to an address stays on this machine."""
    from urllib.parse import urlsplit

    host = urlsplit(address if "://" in address else f"http://{address}").hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


def english_of(text: str) -> str:
    """The English a text is spelt in: "en-GB" where a British spelling stands in it, else "en-US"."""
    return "en-GB" if _british().search(text) else "en-US"


@lru_cache(1)
def _british() -> re.Pattern[str]:
    import re

    return re.compile(_BRITISH, re.IGNORECASE)


def forget() -> None:
    """Ask servers that failed again, and speak of their failures again."""
    _resting.clear()
    _told.clear()
    _client.cache_clear()


def _within(seconds: float, address: str, action: Callable[[], list[list[Problem]]]) -> list[list[Problem]]:
    """What an action returns; the time limits of HTTP libraries hold for each packet, this one for the whole."""
    from queue import Empty, SimpleQueue
    from threading import Thread

    if not address:
        raise UnavailableError("stopped")
    answers: SimpleQueue[list[list[Problem]] | Exception] = SimpleQueue()

    def work() -> None:
        try:
            answers.put(action())
        except Exception as error:  # noqa: BLE001 - whatever a server and its library come up with
            answers.put(error)

    Thread(target=work, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise UnavailableError("silent") from None
    if isinstance(answer, Exception):
        reason = "missing" if isinstance(answer, ImportError) else "silent"
        raise UnavailableError(reason) from answer
    return answer


def _asked(paragraphs: Sequence[tuple[str, str]], address: str, categories: frozenset[str]) -> list[list[Problem]]:
    """The problems of each paragraph; those of one language are sent together."""
    found: list[list[Problem]] = [[] for _ in paragraphs]
    for language in dict.fromkeys(language for _, language in paragraphs):
        starts: list[tuple[int, int, int]] = []
        length = 0
        for index, (text, own) in enumerate(paragraphs):
            if own == language and length + len(text) <= LONGEST:
                starts.append((length, length + len(text), index))
                length += len(text) + len(_BREAK)
        joined = _BREAK.join(paragraphs[index][0] for _, _, index in starts)
        joined = joined.encode("utf-8", "replace").decode()  # half a surrogate pair cannot be sent
        for problem in _client(address, language, categories)(joined):
            for start, end, index in starts:
                if start <= problem.start < problem.end <= end:
                    moved = problem._replace(start=problem.start - start, end=problem.end - start)
                    found[index].append(moved)
    return found


@lru_cache(8)
def _client(address: str, language: str, categories: frozenset[str]) -> Callable[[str], list[Problem]]:
    """What asks a server about texts of one language; an unknown language has no problems."""
    from language_tool_python import LanguageTool

    base = f"{address.rstrip('/').removesuffix('/v2')}/"
    # A proxy of the environment must not get what is meant for this machine.
    proxies = {"http": "", "https": ""} if is_loopback(address) else None
    try:
        tool = LanguageTool(language, remote_server=base, proxies=proxies)
    except ValueError:
        return lambda _: []
    tool.enabled_categories = set(categories)
    tool.enabled_rules_only = True
    return lambda text: [_problem(match) for match in tool.check(text)] if text else []


def _problem(match: Any) -> Problem:
    return Problem(
        match.offset,
        match.offset + match.error_length,
        tuple(match.replacements[:3]),
        match.rule_id,
        match.rule_issue_type == "misspelling" and match.rule_id.startswith(("MORFOLOGIK", "HUNSPELL")),
    )
