"""What is computed once per content and read back in a millisecond. A broken or missing cache only costs time."""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from typing import TYPE_CHECKING, Any

from maillint import __version__
from maillint.cachedir import folder

if TYPE_CHECKING:
    from collections.abc import Callable


def fetch(name: str, signature: tuple[Any, ...], make: Callable[[], Any]) -> Any:
    """The stored value of ``name`` if it was made from the same ``signature``, else a new one, stored.

    Values are plain data: dicts, lists, tuples, strings, numbers.
    """
    key = zlib.crc32(marshal.dumps((__version__, sys.version_info[:3], signature)))
    path = os.path.join(folder(), f"{name}-{key:08x}.bin")
    stored = _read(path)
    if stored is not None:
        return stored[0]
    value = make()
    _write(path, value)
    return value


def _read(path: str) -> tuple[Any] | None:
    try:
        with open(path, "rb") as file:
            blob = file.read()
    except OSError:
        return None
    body = blob[4:]
    if zlib.crc32(body).to_bytes(4, "big") != blob[:4]:
        return None
    try:
        return (marshal.loads(body),)  # noqa: S302 - our own file, checksum held
    except (ValueError, EOFError, TypeError):
        return None


def _write(path: str, value: Any) -> None:
    body = marshal.dumps(value)
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        _drop_old(path)
        with open(temporary, "wb") as file:
            file.write(zlib.crc32(body).to_bytes(4, "big") + body)
        os.replace(temporary, path)
    except OSError:
        return


def _drop_old(path: str) -> None:
    stem = os.path.basename(path).rpartition("-")[0]
    stale = [entry.path for entry in os.scandir(os.path.dirname(path)) if entry.name.startswith(f"{stem}-")]
    for old in sorted(stale, key=os.path.getmtime)[:-7]:
        os.unlink(old)
