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


def toml(path: str, error: type[FileError]) -> dict[str, Any]:
    """What a toml file says; it is UTF-8, with or without the mark that editors on Windows put before it.

    Raises:
        FileError: of the type given: the file cannot be read or is no toml.
    """
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.loads(file.read().decode("utf-8-sig"))
    except OSError as reason:
        raise error(f"{path}: cannot be read ({reason.strerror})") from reason
    except UnicodeDecodeError as reason:
        raise error(f"{path}: is no UTF-8 text; save it as UTF-8") from reason
    except ValueError as reason:  # also a number of thousands of digits, which Python does not read
        raise error(f"{path}: is no valid toml: {reason}") from reason
    except RecursionError as reason:
        raise error(f"{path}: is nested too deeply") from reason


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
