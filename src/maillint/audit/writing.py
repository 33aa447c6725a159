"""Files beside a store: readable by their owner only, since they name people, and whole or not there at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replaced(*paths: str) -> Iterator[list[str]]:
    """Names to write to; once the block ends they take the places of ``paths``, and when it fails they go.

    Links are followed. What is no file, such as a pipe or a device, is written itself, and stays what it is.

    Raises:
        OSError: a file cannot be made, or not take its place.
    """
    partial: dict[str, str] = {}
    try:
        names = [path if _is_device(path) else _beside(os.path.realpath(path), partial) for path in paths]
        yield names
        for name, target in partial.items():
            os.replace(name, target)
    finally:
        for name in partial:
            with suppress(OSError):
                os.remove(name)


def _is_device(path: str) -> bool:
    return os.path.exists(path) and not os.path.isfile(path)


def _beside(target: str, partial: dict[str, str]) -> str:
    """A new file in the folder of another one, whose place it is to take."""
    folder, name = os.path.split(target)
    handle, new = tempfile.mkstemp(prefix=f".{name}.", dir=folder)  # readable by its owner only
    os.close(handle)
    partial[new] = target
    return new
