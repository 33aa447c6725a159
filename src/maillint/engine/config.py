"""Configuration: one schema, found in layers, each value traceable to the file that set it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from maillint.engine.names import hint
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FILE_NAME = "maillint.toml"
BUILT_IN = "built-in"


class ConfigError(ValueError):
    """A configuration cannot be used; the text names file, key and what to do."""


class Key(NamedTuple):
    """One top-level key of the configuration."""

    kind: type | tuple[type, ...]
    default: Any
    allowed: tuple[str, ...] = ()


KEYS: dict[str, Key] = {
    "profile": Key(str, "auto", ("auto", "internal", "external", "customer-service", "formal-letter", "patch")),
    "internal-domains": Key(list, []),
    "lang": Key(str, "auto", ("auto", "en", "zh-Hans", "zh-Hant")),
    "fail-on": Key(str, "warning", ("error", "warning", "info", "advice", "never")),
    "min-score": Key((int, float), 0),
    "preview": Key(bool, default=False),
    "ignore": Key(list, []),
    "packs": Key(list, []),
    "checks": Key(dict, {}),
    "recipients": Key(list, []),
    "locked": Key(list, []),
}


class Config:
    """The values in force and where each came from."""

    def __init__(
        self,
        values: Mapping[str, Any] | None = None,
        origins: Mapping[str, str] | None = None,
        files: tuple[str, ...] = (),
    ) -> None:
        self.values = values or {name: key.default for name, key in KEYS.items()}
        self.origins = origins or dict.fromkeys(KEYS, BUILT_IN)
        self.files = files

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


class Layer(NamedTuple):
    """The values of one file or of the command line."""

    origin: str
    values: Mapping[str, Any]


def discover(start: str = ".", *, explicit: str | None = None, overrides: Mapping[str, Any] | None = None) -> Config:
    """The configuration for drafts at ``start``.

    Layers, each over the one before: built-in, the organisation's file (``/etc/maillint/maillint.toml`` or
    ``MAILLINT_SITE_CONFIG``), the user's file, the nearest ``maillint.toml`` or ``[tool.maillint]`` upward from
    ``start``, the command line. ``explicit`` takes the place of the user's and the nearest file.

    Raises:
        ConfigError: a file is unreadable, no toml, has an unknown key or a value of the wrong type.
    """
    layers = [_read(path) for path in _paths(start, explicit)]
    if overrides:
        layers.append(Layer("command line", overrides))
    return merge(layers)


def merge(layers: Iterable[Layer]) -> Config:
    """Lay layers over the defaults; keys that an earlier layer locked keep its value."""
    config = Config()
    values, origins = dict(config.values), dict(config.origins)
    locks: dict[str, str] = {}
    files = []
    for layer in layers:
        hold(layer)
        files.append(layer.origin)
        for key, value in layer.values.items():
            if key == "checks":
                values["checks"] = _merge_checks(values["checks"], layer, origins, locks)
            elif key not in locks:
                values[key], origins[key] = value, layer.origin
        locks |= dict.fromkeys(layer.values.get("locked", ()), layer.origin)
    return Config(values, origins, tuple(file for file in files if file != "command line"))


def _merge_checks(
    base: Mapping[str, Any], layer: Layer, origins: dict[str, str], locks: Mapping[str, str]
) -> dict[str, Any]:
    merged = {name: dict(settings) for name, settings in base.items()}
    for name, settings in layer.values["checks"].items():
        for option, value in settings.items():
            path = f"checks.{name}.{option}"
            if not {"checks", f"checks.{name}", path} & set(locks):
                merged.setdefault(name, {})[option] = value
                origins[path] = layer.origin
    return merged


def hold(layer: Layer) -> None:
    """Raise ConfigError where a layer breaks the schema."""
    for key, value in layer.values.items():
        known = KEYS.get(key)
        if known is None:
            raise ConfigError(f"{layer.origin}: unknown key {key!r}{hint(key, KEYS)}")
        if not isinstance(value, known.kind) or (isinstance(value, bool) and known.kind is not bool):
            raise ConfigError(f"{layer.origin}: {key} must be {_kind_name(known)}, not {value!r}")
        if known.allowed and value not in known.allowed:
            raise ConfigError(f"{layer.origin}: {key} is {value!r}; it may be {', '.join(known.allowed)}")
    _hold_tables(layer)


def _hold_tables(layer: Layer) -> None:
    for name, settings in layer.values.get("checks", {}).items():
        if not isinstance(settings, dict):
            raise ConfigError(f"{layer.origin}: checks.{name} must be a table, such as [checks.{name}]")
    for entry in layer.values.get("recipients", []):
        if not isinstance(entry, dict) or not isinstance(entry.get("match"), str):
            raise ConfigError(f'{layer.origin}: each [[recipients]] needs match = "*@example.com"')
        for key in entry:
            if key not in ("match", "profile", "ignore"):
                raise ConfigError(f"{layer.origin}: [[recipients]] has no key {key!r}: match, profile, ignore")
    for key in ("internal-domains", "ignore", "packs", "locked"):
        if not all(isinstance(item, str) for item in layer.values.get(key, [])):
            raise ConfigError(f"{layer.origin}: {key} is a list of strings")


def _kind_name(key: Key) -> str:
    kind = key.kind[0] if isinstance(key.kind, tuple) else key.kind
    names = {str: "a string", list: "a list", int: "a number", bool: "true or false", dict: "a table"}
    return names[kind]


def _paths(start: str, explicit: str | None) -> Iterator[str]:
    site = os.environ.get("MAILLINT_SITE_CONFIG", "/etc/maillint/maillint.toml")
    if os.path.exists(site):
        yield site
    if explicit is not None:
        yield explicit
        return
    user = user_file()
    if os.path.exists(user):
        yield user
    nearest_file = _upward(start)
    if nearest_file and os.path.abspath(nearest_file) != os.path.abspath(user):
        yield nearest_file


def user_file() -> str:
    """Where the user's own configuration lies."""
    if sys.platform not in ("win32", "darwin"):
        base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
        return os.path.join(base, "maillint", FILE_NAME)
    from platformdirs import user_config_dir  # 6 ms at every start, so only where it is needed

    return os.path.join(user_config_dir("maillint", appauthor=False), FILE_NAME)


def _upward(start: str) -> str | None:
    directory = os.path.abspath(start)
    if not os.path.isdir(directory):
        directory = os.path.dirname(directory)
    while True:
        for name in (FILE_NAME, "pyproject.toml"):
            path = os.path.join(directory, name)
            if os.path.isfile(path) and (name == FILE_NAME or _has_table(path)):
                return path
        parent = os.path.dirname(directory)
        if parent == directory:
            return None
        directory = parent


def _has_table(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"[tool.maillint" in file.read(1_000_000)
    except OSError:
        return False


def _read(path: str) -> Layer:
    import tomllib

    try:
        with open(path, "rb") as file:
            values = tomllib.load(file)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is no valid toml: {error}") from error
    if os.path.basename(path) == "pyproject.toml":
        values = values.get("tool", {}).get("maillint", {})
    folder = os.path.dirname(os.path.abspath(path))
    if isinstance(values.get("packs"), list):
        values["packs"] = [os.path.join(folder, pack) if isinstance(pack, str) else pack for pack in values["packs"]]
    return Layer(path, values)
