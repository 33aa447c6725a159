"""What an earlier file of the configuration has locked, no later one, no option and no message switches off.

A check is locked by ``checks``, ``checks.NAME`` or ``checks.NAME.severity``. It is then judged as the file that locked
it sees it: later lists of checks to ignore, exceptions for readers, profiles, ``--only``, ``--ignore`` and the header
fields of a message pass it by. Everything that leaves checks out asks ``Ruleset.left_out`` or ``Ruleset.held``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.engine import packs
from maillint.engine.keys import KEYS, NESTED, ConfigError
from maillint.engine.names import hint
from maillint.engine.score import DEFAULT_CAP
from maillint.engine.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maillint.engine.config import Config, Layer
    from maillint.engine.packs import Spec


def hold_keys(layer: Layer) -> None:
    """Raise ConfigError where a layer locks what is no key; names of checks are held once the checks are known."""
    for lock in layer.values["locked"]:
        key, _, rest = lock.partition(".")
        where = f"{layer.origin}: locked names {lock!r}"
        if "" in lock.split("."):
            raise ConfigError(f'{where}, which lacks a name; write "KEY", "checks.NAME" or "gate.KEY"')
        if key not in KEYS:
            near = hint(lock, KEYS)
            raise ConfigError(f'{where}, which is no key{near}; a check is locked as "checks.NAME"')
        if not rest or key == "checks":
            continue
        if key not in NESTED:
            raise ConfigError(f"{where}, but {key} has no keys of its own; lock {key!r}")
        if rest not in TABLES[key]:
            raise ConfigError(f"{where}, which is no key{hint(rest, TABLES[key])}")


def hold_checks(config: Config, known: Mapping[str, Spec], settings: tuple[str, ...]) -> None:
    """Raise ConfigError where a lock names no check or setting, or a later pack changes what is locked.

    Args:
        config: the configuration in force.
        known: all checks by name.
        settings: what every check has besides its options.
    """
    for lock, origin in config.locks.items():
        key, _, rest = lock.partition(".")
        name, _, option = rest.partition(".")
        if key != "checks" or not rest:
            continue
        if name not in known:
            raise ConfigError(f"{origin}: locked names {lock!r}, but there is no check {name!r}{hint(name, known)}")
        options = (*known[name].option_types, *settings)
        if option and option not in options:
            near = hint(option, options)
            raise ConfigError(f"{origin}: locked names {lock!r}, but {name} has no option {option!r}{near}")
    for name, view in held(config, known.values()).items():
        pack = os.path.dirname(os.path.dirname(known[name].path))
        if pack != packs.BUILT_IN and pack not in view["packs"]:
            origin = holder(config, name)
            raise ConfigError(f"{config.origins['packs']}: the pack {pack} changes {name}, which {origin} has locked")


def held(config: Config, specs: Iterable[Spec]) -> dict[str, Config]:
    """Each locked check, and the configuration as the file that locked it sees it."""
    return {spec.name: config.views[origin] for spec in specs if (origin := holder(config, spec.name))}


def caps(config: Config, specs: Iterable[Spec]) -> dict[str, float]:
    """The most points of each group that has a locked check, by the packs of the file that locked it."""
    found: dict[str, float] = {}
    for origin, view in config.views.items():
        groups = {spec.group for spec in specs if holder(config, spec.name) == origin}
        if groups and view["packs"] != config["packs"]:
            theirs = packs.load(tuple(view["packs"])).caps
            found = {group: theirs.get(group, DEFAULT_CAP) for group in groups} | found
    return found


def holder(config: Config, name: str) -> str:
    """The file that locked a check; empty when none did."""
    locks = config.locks
    keys = ("checks", f"checks.{name}", f"checks.{name}.severity")
    return next((locks[key] for key in keys if key in locks), "")
