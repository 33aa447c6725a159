"""What a configuration says of checks, held against the checks that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.engine import locks
from maillint.engine.checkfile import KINDS, fits
from maillint.engine.keys import ConfigError
from maillint.engine.names import hint
from maillint.engine.shapes import CONFIDENCES, MOST_POINTS, SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maillint.engine.config import Config
    from maillint.engine.packs import Spec

_COMMON = {
    "severity": f"{', '.join(SEVERITIES)} or off",
    "confidence": f"{', '.join(CONFIDENCES[:-1])} or {CONFIDENCES[-1]}",
    "cost": "a number of points up to 100",
    "preview": "true or false",
}
"""What every check has besides its options, and what it may be."""


def hold(config: Config, known: Mapping[str, Spec]) -> None:
    """Hold settings, lists to ignore and locks against the checks by name.

    Raises:
        ConfigError: a check or an option does not exist, or a value is none that it can have.
    """
    _hold_ignored(config, known)
    for name in config["checks"]:
        if name not in known:
            raise ConfigError(_no_check(_origin(config, name), name, known))
    if config.locks:
        locks.hold_checks(config, known, tuple(_COMMON))
    for name, settings in config["checks"].items():
        for option, value in settings.items():
            _hold_one(config.origins.get(f"checks.{name}.{option}", ""), known[name], option, value)


def _hold_one(origin: str, spec: Spec, option: str, value: Any) -> None:
    types = spec.option_types
    path = f"checks.{spec.name}.{option}"
    if option not in types and option not in _COMMON:
        raise ConfigError(f"{origin}: checks.{spec.name} has no option {option!r}{hint(option, (*types, *_COMMON))}")
    if (kind := types.get(option)) and not fits(kind, value):
        raise ConfigError(f"{origin}: {path} must be of type {kind} ({KINDS[kind]}), not {value!r}")
    if option in _COMMON and not _is_right(option, value):
        raise ConfigError(f"{origin}: {path} may be {_COMMON[option]}")


def _is_right(option: str, value: Any) -> bool:
    if option == "cost":
        return fits("float", value) and 0 <= value <= MOST_POINTS
    if option == "preview":
        return isinstance(value, bool)
    return value in ((*SEVERITIES, "off") if option == "severity" else CONFIDENCES)


def _hold_ignored(config: Config, known: Mapping[str, Spec]) -> None:
    groups = {spec.group for spec in known.values()}
    named = [("ignore", name) for name in config["ignore"]]
    named += [("rewrite.checks", name) for name in config["rewrite"].get("checks", ())]
    named += [("recipients", name) for entry in config["recipients"] for name in entry.get("ignore", ())]
    for key, name in named:
        if name not in known and name not in groups:
            raise ConfigError(_no_check(config.origins[key], name, {*known, *groups}))


def _no_check(origin: str, name: str, known: Iterable[str]) -> str:
    return f"{origin}: there is no check {name!r}{hint(name, known)}"


def _origin(config: Config, name: str) -> str:
    return next((origin for key, origin in config.origins.items() if key.startswith(f"checks.{name}.")), "")
