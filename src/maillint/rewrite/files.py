"""Messages put back into their files: whole or not at all, with the original kept."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from shutil import copy2, copystat

ORIGINAL = ".orig"
"""Ends the name of a kept original; folders are searched without such files."""


class UnwritableError(OSError):
    """A message cannot be put back, for a reason that has a word: "changed", "gone", "locked", "protected" …"""

    def __init__(self, reason: str) -> None:
        super().__init__(None, reason)
        self.reason = reason


class ChangedMeanwhileError(UnwritableError):
    """Somebody else wrote the file since it was read, or deleted it."""


def replace(path: str, data: bytes, *, seen: bytes, keep: bool) -> str:
    """Put ``data`` into a file; links are followed, permissions stay, and a crash leaves the old or the new message.

    Args:
        path: the file.
        data: what it is to hold.
        seen: what it held when it was read.
        keep: whether to copy the original beside it first.

    Returns:
        Where the original is now; empty when it was not kept.

    Raises:
        ChangedMeanwhileError: it holds something else than what was seen.
        OSError: the file or its folder cannot be written.
    """
    target = os.path.realpath(path)
    if not os.path.isfile(target):
        raise UnwritableError("no-file")
    hold_seen(target, seen)
    if not os.access(target, os.W_OK):
        raise UnwritableError("protected")
    backup = kept(target) if keep else ""
    try:
        _put(target, data, like=target)
    except OSError:
        if backup:
            os.remove(backup)
        raise
    return backup


def hold_seen(target: str, seen: bytes) -> None:
    """See that a file holds what it held.

    Raises:
        ChangedMeanwhileError: it does not.
    """
    with open(target, "rb") as file:
        if file.read(len(seen) + 1) != seen:
            raise ChangedMeanwhileError("changed")


def write(path: str, data: bytes) -> None:
    """Put ``data`` into a file that may not be there yet, whole or not at all.

    Raises:
        OSError: the file or its folder cannot be written.
    """
    if os.path.exists(path) and not os.path.isfile(path):  # asked first: a pipe's link leads to no path
        with open(path, "wb") as device:
            device.write(data)
        return
    target = os.path.realpath(path)
    _put(target, data, like=target if os.path.exists(target) else "")


def kept(target: str) -> str:
    """A copy of the file under a name that is free: an older original is never written over."""
    number = 1
    while True:
        backup = f"{target}{f'.{number}' if number > 1 else ''}{ORIGINAL}"
        with suppress(FileExistsError):
            os.close(os.open(backup, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            try:
                copy2(target, backup)
                owned(backup, like=target)
            except OSError:  # half an original is none
                os.remove(backup)
                raise
            return backup
        number += 1


def _put(target: str, data: bytes, *, like: str) -> None:
    folder, name = os.path.split(target)
    handle, partial = tempfile.mkstemp(prefix=f".{name}.", dir=folder or ".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if like:
            dress(partial, like)
        else:
            os.chmod(partial, 0o666 & ~_umask())
        os.replace(partial, target)
    finally:
        if os.path.exists(partial):
            os.remove(partial)


def dress(partial: str, like: str) -> None:
    """Owner, permissions and extended attributes as they were, as far as the system lets us; the time is new."""
    owned(partial, like)
    copystat(like, partial)
    os.utime(partial)


def owned(path: str, like: str) -> None:
    """Give a file to whoever owns another one, as far as the system lets us."""
    if hasattr(os, "chown"):
        status = os.stat(like)
        with suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
