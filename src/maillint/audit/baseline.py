"""A baseline: the findings there were on a day, by content, so that old sins do not drown new ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maillint.audit.writing import replaced
from maillint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.audit.store import Store

VERSION = 1
_KIND = "maillint-baseline"
_MOST_PATHS = 10


class BaselineError(Exception):
    """A file is no baseline; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a store has beyond a baseline."""

    findings: int
    messages: int
    checks: Mapping[str, int]
    """Check -> new findings, most first."""
    paths: tuple[str, ...]
    """Of the first messages that have one."""
    rank: int
    """Of the most severe new finding, see ``Severity.rank``; 99 when there is none."""


def write(store: Store, path: str) -> int:
    """Make all findings of a store the baseline; returns how many they are.

    Raises:
        OSError: the file cannot be written.
    """
    statement = "SELECT fingerprint, count(*) FROM findings GROUP BY 1 ORDER BY 1"
    counts = dict(store.connection.execute(statement))
    document = {"kind": _KIND, "version": VERSION, "findings": counts}
    with replaced(path) as (partial,), open(partial, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=0)
        file.write("\n")
    return sum(counts.values())


def read(path: str) -> dict[str, int]:
    """Fingerprint -> how often it was found.

    Raises:
        BaselineError: the file cannot be read, or is no baseline.
    """
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
    except (OSError, ValueError) as error:
        raise BaselineError(f"{path}: cannot be read as a baseline ({error})") from error
    return _held(document, path)


def _held(document: Any, path: str) -> dict[str, int]:
    is_ours = isinstance(document, dict) and document.get("kind") == _KIND and document.get("version") == VERSION
    counts = document.get("findings") if is_ours else None
    if not isinstance(counts, dict) or not all(isinstance(count, int) for count in counts.values()):
        raise BaselineError(f"{path}: this is no baseline; make one with: maillint audit baseline STORE -o FILE")
    return counts


def fresh(store: Store, baseline: Mapping[str, int]) -> Fresh:
    """The findings of a store beyond those of a baseline.

    Where the same words stand in the same sentence more often than they did, the oldest messages are taken to be those
    that were known: moving mail, judging it anew or deleting some of it makes nothing new.
    """
    left = dict(baseline)
    checks: dict[str, int] = {}
    messages: dict[int, str] = {}
    rank = 99
    for message, path, check, severity, fingerprint in store.connection.execute(
        "SELECT message, path, check_name, severity, fingerprint FROM findings JOIN messages ON messages.id = message "
        "ORDER BY epoch IS NULL, epoch, message, position"
    ):
        if left.get(fingerprint, 0) > 0:
            left[fingerprint] -= 1
            continue
        checks[check] = checks.get(check, 0) + 1
        messages.setdefault(message, path)
        rank = min(rank, Severity(severity).rank)
    by_number = dict(sorted(checks.items(), key=lambda item: (-item[1], item[0])))
    paths = tuple(list(messages.values())[-_MOST_PATHS:][::-1])
    return Fresh(sum(checks.values()), len(messages), by_number, paths, rank)
