"""Configuration tables of single rooms, such as ``[gate]``: their keys, held and merged one by one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from maillint.engine.keys import PROFILES, Key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.engine.config import Config, Layer

_SEVERITIES = ("error", "warning", "info", "advice")
ACTIONS = ("pass", "tag", "warn", "hold", "reject")
_NUMBER = (int, float)
_DAY = 86_400
"""Seconds; a system's timers take no number, however great."""

TABLES: dict[str, dict[str, Key]] = {
    "gate": {
        "action": Key(str, "auto", ("auto", *ACTIONS)),
        "fail-on": Key(str, "error", (*_SEVERITIES, "never")),
        "warn-on": Key(str, "warning", (*_SEVERITIES, "never")),
        "min-score": Key(_NUMBER, 0, most=100),
        "on-failure": Key(str, "pass", ("pass", "defer")),
        "time-limit": Key(_NUMBER, 10, most=_DAY),
        "max-size": Key(int, 50_000_000),
        "suppression": Key(bool, default=True),
        "log": Key(str, ""),
        "rules": Key(list, [], of_tables=True),
    },
    "rewrite": {
        "engine": Key(str, "off", ("off", "openai-compatible")),
        "url": Key(str, ""),
        "model": Key(str, ""),
        "timeout": Key(_NUMBER, 60, most=_DAY),
        "key": Key(str, ""),
        "proxy": Key(str, ""),
        "checks": Key(list, ["tone", "service", "body-long-paragraph"]),
    },
}
"""Table -> its keys."""

RULE: dict[str, Key] = {
    "action": Key(str, None, ACTIONS),
    "sender": Key(str, ""),
    "recipient": Key(str, ""),
    "profile": Key(str, "", PROFILES),
    "severity": Key(str, "", _SEVERITIES),
    "below": Key(_NUMBER, None),
    "checks": Key(list, []),
}
"""Keys of one ``[[gate.rules]]``."""

_PATHS = ("log",)
"""Keys that name a file, relative to the configuration file they stand in."""


def filled(config: Config, table: str) -> dict[str, Any]:
    """A table's values in force, those that nothing sets by default."""
    return {**{name: key.default for name, key in TABLES[table].items()}, **config[table]}


def merged(
    table: str, base: Mapping[str, Any], layer: Layer, origins: dict[str, str], locks: Mapping[str, str]
) -> dict[str, Any]:
    """A table under a further layer: each key gives way, unless it or the table is locked."""
    values = dict(base)
    for key, value in layer.values[table].items():
        path = f"{table}.{key}"
        if not {table, path} & set(locks):
            values[key] = _placed(layer.origin, value) if key in _PATHS else value
            origins[path] = layer.origin
    return values


def _placed(origin: str, path: str) -> str:
    folder = os.path.dirname(os.path.abspath(origin))
    return os.path.normpath(os.path.join(folder, os.path.expanduser(path))) if path else ""
