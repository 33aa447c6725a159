"""Messages put back into a maildir: the new one is there before the old one goes, flags and sizes right."""

from __future__ import annotations

import os
import re
import socket
import time
from contextlib import suppress
from itertools import count
from shutil import copy2
from typing import TYPE_CHECKING

from maillint.rewrite import files

if TYPE_CHECKING:
    from collections.abc import Iterator

_FLAGS = re.compile(r"[:!;]2,[^/]*\Z")
_SERIAL = count(1)
_LF, _CRLF = b"\n", b"\r\n"


def is_in(path: str) -> bool:
    """Whether a file is a message of a maildir."""
    folder = os.path.dirname(os.path.realpath(path))
    home, name = os.path.split(folder)
    return name in ("cur", "new") and all(os.path.isdir(os.path.join(home, own)) for own in ("cur", "new", "tmp"))


def replace(path: str, data: bytes, *, seen: bytes, keep: bool) -> tuple[str, str]:
    """Put another message in the place of one, under a name of its own.

    What lies under one name is never to change, since mail programs and IMAP servers go by the name (RFC 9051 2.3.1.1:
    another text is another message). Flags, time of arrival and permissions stay.

    Returns:
        Where the message is now, and where the original is; empty when it was not kept.

    Raises:
        ChangedMeanwhileError: it holds something else than what was seen.
        OSError: the maildir cannot be written.
    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    home = os.path.dirname(folder)
    files.hold_seen(target, seen)
    backup = _kept(home, target) if keep else ""
    new = _named(name, data)
    partial = os.path.join(home, "tmp", _FLAGS.sub("", new))
    try:
        handle = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        status = os.stat(target)
        files.dress(partial, target)
        os.utime(partial, ns=(status.st_atime_ns, status.st_mtime_ns))
        place = os.path.join(folder, new)
        os.replace(partial, place)
        _settle(folder)
    finally:
        if os.path.exists(partial):
            os.remove(partial)
    try:
        os.remove(target)
    except FileNotFoundError:
        place = _followed(home, name, place)
    return place, backup


def _followed(home: str, name: str, place: str) -> str:
    """The old message was touched meanwhile: read or flagged, and so renamed, or deleted; go along with that.

    Raises:
        ChangedMeanwhileError: it was deleted, and so is the new one.
    """
    base = _FLAGS.sub("", name)
    cur = os.path.join(home, "cur")
    renamed = next((one for one in os.listdir(cur) if one != base and _FLAGS.sub("", one) == base), None)
    if renamed is None:
        os.remove(place)
        raise files.ChangedMeanwhileError("gone")
    own = os.path.join(cur, _FLAGS.sub("", os.path.basename(place)) + renamed[len(base) :])
    os.replace(place, own)
    os.remove(os.path.join(cur, renamed))
    return own


def _settle(folder: str) -> None:
    """See that a new name in a folder outlives a crash before the old one goes."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        with suppress(OSError):
            os.fsync(handle)
        os.close(handle)


def _kept(home: str, target: str) -> str:
    """A copy of a message beside ``cur``, ``new`` and ``tmp``: a file, since servers would list a folder."""
    place = os.path.join(home, os.path.basename(target) + files.ORIGINAL)
    try:
        copy2(target, place)
    except OSError:  # half an original is none
        with suppress(FileNotFoundError):
            os.remove(place)
        raise
    files.owned(place, like=target)
    return place


def _named(name: str, data: bytes) -> str:
    """A name that no message had, with the sizes and flags that the old one tells."""
    flags = _FLAGS.search(name)
    base = name[: flags.start()] if flags else name
    host = socket.gethostname().replace("/", r"\057").replace(":", r"\072")
    seconds = time.time_ns()
    unique = f"{seconds // 10**9}.M{seconds // 1000 % 10**6}P{os.getpid()}Q{next(_SERIAL)}.{host}"
    return "".join((unique, *_sizes(base, data), flags[0] if flags else ""))


def _sizes(base: str, data: bytes) -> Iterator[str]:
    """``S=`` is the size of the file, ``W=`` the size with lines that end as in mail (Maildir++)."""
    for field in base.split(",")[1:]:
        if field.startswith("S="):
            yield f",S={len(data)}"
        elif field.startswith("W="):
            yield f",W={len(data) + data.count(_LF) - data.count(_CRLF)}"
