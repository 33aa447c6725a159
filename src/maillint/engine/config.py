"""Configuration: one schema, found in layers, each value traceable to the file that set it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from maillint.engine.keys import KEYS, NESTED, ConfigError, toml
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FILE_NAME = "maillint.toml"
WORDS_NAME = "maillint-words.txt"
"""A list of somebody's own words that is found without being named."""
BUILT_IN = "built-in"
FOUND = "found"
COMMAND_LINE = "command line"


class Config:
    """The values in force and where each came from."""

    def __init__(
        self,
        values: Mapping[str, Any] | None = None,
        origins: Mapping[str, str] | None = None,
        files: tuple[str, ...] = (),
        locks: Mapping[str, str] | None = None,
        views: Mapping[str, Config] | None = None,
    ) -> None:
        self.values = values or {name: key.default for name, key in KEYS.items()}
        self.origins = origins or dict.fromkeys(KEYS, BUILT_IN)
        self.files = files
        self.locks = locks or {}
        """Each locked key, and the file that locked it."""
        self.views = views or {}
        """Each file that locked keys, and the configuration as it stood with that file; see ``engine.locks``."""

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
    ``start``, the command line. ``explicit`` takes the place of the user's and the nearest file. Beside each of them,
    and in every folder upward from ``start``, a ``maillint-words.txt`` is found too; lists of words add up.

    Raises:
        ConfigError: a file is unreadable, no toml, has an unknown key or a value of the wrong type.
    """
    layers = list(_layers(start, explicit))
    if overrides:
        layers.append(Layer(COMMAND_LINE, overrides))
    config = merge(layers)
    if config["words"]:
        from maillint.engine.wordlist import read

        for path in config["words"]:
            read(path)
    return config


def site() -> Config:
    """The organisation's configuration alone.

    Raises:
        ConfigError: as ``discover`` does.
    """
    return merge(_at(site_file(), os.path.dirname(os.path.abspath(site_file()))))


def merge(layers: Iterable[Layer]) -> Config:
    """Lay layers over the defaults; keys that an earlier layer locked keep its value."""
    config = Config()
    values, origins = dict(config.values), dict(config.origins)
    locks: dict[str, str] = {}
    views: dict[str, Config] = {}
    files = []
    for layer in layers:
        from maillint.engine import schema

        schema.hold(layer)
        files.append(layer.origin)
        for key, value in layer.values.items():
            if key == "checks":
                values["checks"] = _merge_checks(values["checks"], layer, origins, locks)
            elif key in NESTED:
                from maillint.engine.tables import merged

                values[key] = merged(key, values[key], layer, origins, locks)
            elif key not in locks:
                is_longer = values[key] and _adds_up(key, locks)
                values[key] = list(dict.fromkeys((*values[key], *value))) if is_longer else value
                origins[key] = _both(origins[key], layer.origin) if is_longer else layer.origin
        if layer.values.get("locked") and "locked" not in locks:
            locks = {**dict.fromkeys(layer.values["locked"], layer.origin), **locks}
            views[layer.origin] = Config(dict(values), dict(origins))
    return Config(values, origins, tuple(file for file in files if file not in (COMMAND_LINE, FOUND)), locks, views)


def _adds_up(key: str, locks: Mapping[str, str]) -> bool:
    """Whether later layers only lengthen a list: words and locks always, packs once a check is locked, which stays."""
    return key in ("words", "locked") or (key == "packs" and any(lock.startswith("checks") for lock in locks))


def _both(origins: str, origin: str) -> str:
    return origins if origin in origins.split(", ") else f"{origins}, {origin}"


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


def _layers(start: str, explicit: str | None) -> Iterator[Layer]:
    yield from _at(site_file(), os.path.dirname(os.path.abspath(site_file())))
    if explicit is not None:
        yield from _word_lists([os.path.dirname(os.path.abspath(explicit))])
        yield _read(explicit)
        return
    user = user_file()
    yield from _at(user, os.path.dirname(user))
    folders = upward(start)
    yield from _word_lists(folders)
    near = nearest(folders)
    if near and os.path.abspath(near) != os.path.abspath(user):
        yield _read(near)


def _at(path: str, folder: str) -> Iterator[Layer]:
    """The file at a fixed place and the words beside it, where they exist."""
    yield from _word_lists([folder])
    if os.path.exists(path):
        yield _read(path)


def _word_lists(folders: Iterable[str]) -> Iterator[Layer]:
    for folder in folders:
        path = os.path.join(folder, WORDS_NAME)
        if os.path.isfile(path):
            yield Layer(FOUND, {"words": [path]})


def site_file() -> str:
    """Where the organisation's configuration lies."""
    return os.environ.get("MAILLINT_SITE_CONFIG", "/etc/maillint/maillint.toml")


def user_file() -> str:
    """Where the user's own configuration lies."""
    if sys.platform not in ("win32", "darwin"):
        base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
        return os.path.join(base, "maillint", FILE_NAME)
    from platformdirs import user_config_dir  # 6 ms at every start, so only where it is needed

    return os.path.join(user_config_dir("maillint", appauthor=False), FILE_NAME)


def upward(start: str) -> list[str]:
    """The folder of ``start`` and all above it; none where that is a working folder that somebody has deleted."""
    try:
        folder = os.path.abspath(start)
    except OSError:
        return []
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    folders = [folder]
    while (parent := os.path.dirname(folder)) != folder:
        folders.append(folder := parent)
    return folders


def nearest(folders: Iterable[str]) -> str:
    """The first configuration file in these folders; "" when there is none."""
    for folder in folders:
        for name in (FILE_NAME, "pyproject.toml"):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name == FILE_NAME or _has_table(path)):
                return path
    return ""


def _has_table(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"[tool.maillint" in file.read(1_000_000)
    except OSError:
        return False


def _read(path: str) -> Layer:
    values = toml(path, ConfigError)
    for name in ("tool", "maillint") if os.path.basename(path) == "pyproject.toml" else ():
        values = values.get(name, {})
        if not isinstance(values, dict):
            raise ConfigError(f"{path}: {name} must be a table, such as [tool.maillint]")
    folder = os.path.dirname(os.path.abspath(path))
    for key in ("packs", "words"):
        if isinstance(values.get(key), list):
            values[key] = [_from(folder, name) for name in values[key]]
    if isinstance(values.get("words"), list):
        from maillint.engine.wordlist import hold_named

        hold_named(path, values["words"], folder)
    return Layer(path, values)


def _from(folder: str, name: Any) -> Any:
    return os.path.normpath(os.path.join(folder, name)) if isinstance(name, str) else name
