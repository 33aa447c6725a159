"""Packs and lists of words by value: a cluster's workers see nothing of the folders on the driver's machine."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maillint.engine import Config, ConfigError
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_OCTETS = 64 << 20
"""Of all files together: more than rules and words come to, and what each task of a job can carry."""


class File(NamedTuple):
    """One file of a pack, or a list of words."""

    path: str
    """Below its pack's folder, with slashes."""
    data: bytes


class Carried(NamedTuple):
    """A configuration with the files that it names."""

    config: Config
    folders: dict[str, tuple[File, ...]]
    """Pack -> its files; list of words -> itself alone."""
    name: str
    """By contents: the same for the same rules."""


def carried(config: Config) -> Carried:
    """A configuration as it can be sent.

    Raises:
        ConfigError: a pack or a list cannot be read, or they are too large to be sent.
    """
    folders: dict[str, tuple[File, ...]] = {}
    digest = sha256(repr([config.values, config.locks]).encode("utf-8", "replace"))
    left = MOST_OCTETS
    for path in dict.fromkeys(path for one in (config, *config.views.values()) for path in _named(one)):
        try:
            folders[path] = tuple(_files(Path(path)))
        except OSError as error:
            raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
        left -= sum(len(file.data) for file in folders[path])
        digest.update(repr(folders[path]).encode("utf-8", "replace"))
    if left < 0:
        raise ConfigError(f"packs and words come to more than {MOST_OCTETS >> 20} MB, which cannot be sent with a job")
    return Carried(config, folders, digest.hexdigest())


def unpacked(sent: Carried) -> Config:
    """The configuration on the machine it was sent to; its files lie where Spark clears up behind its executor."""
    if not sent.folders:
        return sent.config
    place = tempfile.mkdtemp(prefix="maillint-", dir=os.environ.get("SPARK_LOCAL_DIRS", "").split(",")[0] or None)
    here = {path: str(Path(place, str(number), Path(path).name)) for number, path in enumerate(sent.folders)}
    for path, files in sent.folders.items():
        for file in files:
            target = Path(here[path], file.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.data)
    return _moved(sent.config, here.__getitem__)


def _named(config: Config) -> list[str]:
    return [*config["packs"], *config["words"]]


def _files(path: Path) -> Iterator[File]:
    if path.is_file():
        yield File("", path.read_bytes())
    for inner in sorted(path.rglob("*")):
        parts = inner.relative_to(path).parts
        if inner.is_file() and "__pycache__" not in parts and not any(part.startswith(".") for part in parts):
            yield File("/".join(parts), inner.read_bytes())


def _moved(config: Config, here: Callable[[str], str]) -> Config:
    moved: dict[str, Any] = {key: list(map(here, config[key])) for key in ("packs", "words")}
    views = {origin: _moved(view, here) for origin, view in config.views.items()}
    return Config({**config.values, **moved}, config.origins, config.files, config.locks, views)
