"""Layers of a configuration held against its keys: each value by type and range, told with its file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from maillint.engine.keys import KEYS, NESTED, PROFILES, ConfigError, Key
from maillint.engine.names import hint, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.engine.config import Layer

_RECIPIENTS = {"match": Key(str, ""), "profile": Key(str, "", PROFILES), "ignore": Key(list, [])}
"""Keys of one ``[[recipients]]``."""


def hold(layer: Layer) -> None:
    """Raise ConfigError where a layer breaks the schema; what it says of checks is held once these are known."""
    hold_keys(layer.origin, "", KEYS, layer.values)
    for name, settings in layer.values.get("checks", {}).items():
        if not isinstance(settings, dict):
            raise ConfigError(f"{layer.origin}: checks.{name} must be a table, such as [checks.{name}]")
    for entry in layer.values.get("recipients", []):
        if not isinstance(entry, dict) or "match" not in entry:
            raise ConfigError(f'{layer.origin}: each [[recipients]] needs match = "*@example.com"')
        hold_keys(layer.origin, "recipients.", _RECIPIENTS, entry)
    if layer.values.get("locked"):
        from maillint.engine import locks

        locks.hold_keys(layer)
    for table in NESTED:
        if table in layer.values:
            _hold_table(layer.origin, table, layer.values[table])


def _hold_table(origin: str, table: str, values: Mapping[str, Any]) -> None:
    from maillint.engine.tables import ACTIONS, RULE, TABLES

    hold_keys(origin, f"{table}.", TABLES[table], values)
    for rule in values.get("rules", ()):
        if not isinstance(rule, dict) or "action" not in rule:
            raise ConfigError(f'{origin}: each [[gate.rules]] needs action = "reject", or {", ".join(ACTIONS[:-1])}')
        hold_keys(origin, "gate.rules.", RULE, rule)


def hold_keys(origin: str, prefix: str, keys: Mapping[str, Key], values: Mapping[str, Any]) -> None:
    """Raise ConfigError where a table has a key that is none, or a value that its key cannot have.

    Args:
        origin: the file.
        prefix: what stands before the names of keys, such as ``gate.``.
        keys: those that there are.
        values: the table.
    """
    for name, value in values.items():
        path = f"{prefix}{name}"
        if name not in keys:
            raise ConfigError(f"{origin}: unknown key {path!r}{hint(name, keys)}")
        _hold_one(f"{origin}: {path}", keys[name], value)


def _hold_one(where: str, key: Key, value: Any) -> None:
    if not isinstance(value, key.kind) or (isinstance(value, bool) and key.kind is not bool):
        raise ConfigError(f"{where} must be {_kind(key, value, where)}, not {shown(value)}")
    if key.allowed and value not in key.allowed:
        raise ConfigError(f"{where} is {shown(value)}; it may be {', '.join(key.allowed)}")
    if isinstance(value, (int, float)) and not 0 <= value <= key.most:  # also nan, which is no number
        span = f"a number from 0 to {key.most:g}" if key.most < sys.float_info.max else "0 or more"
        raise ConfigError(f"{where} is {shown(value)}; it may be {span}")
    if isinstance(value, list) and not key.of_tables and not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{where} is a list of strings, not {shown(value)}")


def _kind(key: Key, value: Any, where: str) -> str:
    """What a key takes, in words; for a single text where a list belongs, how it is written."""
    kind = key.kind[0] if isinstance(key.kind, tuple) else key.kind
    if key.of_tables:
        return f"a list of tables: write [[{where.rpartition(' ')[2]}]], with two brackets"
    if kind is list and isinstance(value, str):
        return f'a list, such as ["{shown(value)[1:-1]}"]'
    if key.kind is int:
        return "a whole number"
    return {str: "a string", list: "a list", int: "a number", bool: "true or false", dict: "a table"}[kind]
