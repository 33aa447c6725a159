"""Files beside a store: readable by their owner only, since they name people, and whole or not there at all."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replaced(*paths: str) -> Iterator[list[str]]:
    """Names to write to; once the block ends they take the places of ``paths``, and when it fails they go.

    Raises:
        OSError: a file cannot be made, or not take its place.
    """
    partial = [f"{path}.{os.getpid()}" for path in paths]
    try:
        for name in partial:
            os.close(os.open(name, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        yield partial
        for name, path in zip(partial, paths, strict=True):
            os.replace(name, path)
    finally:
        for name in partial:
            with suppress(OSError):
                os.remove(name)
