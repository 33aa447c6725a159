"""What is computed once per content and read back in a millisecond. A broken or missing cache only costs time."""

from __future__ import annotations

import binascii
import marshal
import os
import sys
from typing import TYPE_CHECKING, Any

from maillint import __version__
from maillint.cachedir import folder

if TYPE_CHECKING:
    from collections.abc import Callable


def fetch(name: str, signature: tuple[Any, ...], make: Callable[[], Any]) -> Any:
    """The stored value of ``name`` if it was made from the same ``signature``, else a new one, stored.

    Values are plain data: dicts, lists, tuples, strings, bytes, numbers.
    """
    path = place(name, signature)
    stored = read(path)
    if stored is not None:
        return stored[0]
    value = make()
    write(path, value)
    return value


def place(name: str, signature: tuple[Any, ...]) -> str:
    """The file that holds what ``name`` is for this ``signature`` and this version of maillint and Python."""
    key = binascii.crc32(marshal.dumps((__version__, sys.version_info[:3], signature)))
    return os.path.join(folder(), f"{name}-{key:08x}.bin")


def read(path: str) -> tuple[Any] | None:
    """The value in a file, in a tuple of one; None when there is none, it is damaged, or somebody else's."""
    try:
        with open(path, "rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_uid != os.geteuid():
                return None
            blob = file.read()
    except OSError:
        return None
    body = blob[4:]
    if binascii.crc32(body).to_bytes(4, "big") != blob[:4]:
        return None
    try:
        return (marshal.loads(body),)  # noqa: S302 - our own file, checksum held
    except (ValueError, EOFError, TypeError):
        return None


def write(path: str, value: Any) -> None:
    """Put a value into a file, whole or not at all; older ones of the same name are dropped."""
    body = marshal.dumps(value)
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        _drop_old(path)
        with open(temporary, "wb") as file:
            file.write(binascii.crc32(body).to_bytes(4, "big") + body)
        os.replace(temporary, path)
    except OSError:
        return


def _drop_old(path: str) -> None:
    stem = os.path.basename(path).rpartition("-")[0]
    stale = [entry.path for entry in os.scandir(os.path.dirname(path)) if entry.name.startswith(f"{stem}-")]
    for old in sorted(stale, key=os.path.getmtime)[:-7]:
        os.unlink(old)
