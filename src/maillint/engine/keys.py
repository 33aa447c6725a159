"""The keys of a configuration: what each may be, and what it is where nobody sets it."""

from __future__ import annotations

import sys
from typing import Any

from maillint.records import NamedTuple

NESTED = ("gate", "rewrite")
"""Keys that are tables of a room's own keys; their schema is read where somebody sets one."""


class FileError(ValueError):
    """A file that says what maillint is to do cannot be used; told in one line, whatever stands in the file."""

    def __init__(self, text: str) -> None:
        super().__init__("".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text))


class ConfigError(FileError):
    """A configuration cannot be used; the text names file, key and what to do."""


class Key(NamedTuple):
    """One top-level key of the configuration."""

    kind: type | tuple[type, ...]
    default: Any
    allowed: tuple[str, ...] = ()
    most: float = sys.float_info.max
    """Of a number, which is 0 or more."""
    of_tables: bool = False
    """Whether a list holds tables, and not texts."""


PROFILES = ("internal", "external", "customer-service", "formal-letter", "patch")
KEYS: dict[str, Key] = {
    "profile": Key(str, "auto", ("auto", *PROFILES)),
    "internal-domains": Key(list, []),
    "lang": Key(str, "auto", ("auto", "en", "zh-Hans", "zh-Hant")),
    "fail-on": Key(str, "warning", ("error", "warning", "info", "advice", "never")),
    "min-score": Key((int, float), 0, most=100),
    "preview": Key(bool, default=False),
    "ignore": Key(list, []),
    "packs": Key(list, []),
    "words": Key(list, []),
    "checks": Key(dict, {}),
    "recipients": Key(list, [], of_tables=True),
    "gate": Key(dict, {}),
    "rewrite": Key(dict, {}),
    "locked": Key(list, []),
}
