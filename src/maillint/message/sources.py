"""Where messages come from: files, folders, maildirs, mboxes and standard input.

Two steps, so that many messages can be shared out: ``locate`` finds them without reading them,
``load`` reads one. What cannot be read is an item with an error, never an exception.
"""

from __future__ import annotations

import itertools
import os
import sys
from typing import TYPE_CHECKING

from maillint.message import sniff
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 256 << 20
"""Octets of the largest message that is read."""


class Entry(NamedTuple):
    """One message that was found: its label, and where it lies."""

    path: str
    """As the user named it; ``inbox.mbox#12`` for the twelfth message of an mbox."""
    file: str = ""
    start: int = 0
    size: int = -1
    """Octets in an mbox; -1 for a whole file."""
    error: str = ""
    """``missing``, ``unreadable`` or ``no-messages``; empty when it may be loaded."""


class Item(NamedTuple):
    """One message: its label and its octets, or why there are none."""

    path: str
    data: bytes = b""
    error: str = ""
    """``missing``, ``unreadable``, ``empty``, ``too-large``, ``not-a-message`` or ``no-messages``."""


def iterate(paths: Iterable[str], skipped: list[str] | None = None) -> Iterator[Item]:
    """Every message under these paths in a stable order, each path as ``locate`` reads it."""
    return (load(entry) for entry in locate(paths, skipped))


def locate(paths: Iterable[str], skipped: list[str] | None = None) -> Iterator[Entry]:
    """Find messages: ``-`` is standard input, a folder is searched with all below it, names in order.

    Files in folders that are no mail, or the original that ``fix`` kept of one (``.orig``), are passed over and added
    to ``skipped``; a file named by itself is always found, whatever it holds.
    """
    for path in paths:
        if path == "-":
            yield Entry(path, path)
        elif os.path.isdir(path):
            yield from _in_folder(path, [] if skipped is None else skipped)
        else:
            yield from _in_file(path)


def load(entry: Entry) -> Item:
    """Read one message that was found."""
    try:
        data = b"" if entry.error else _read(entry)
    except FileNotFoundError:
        return Item(entry.path, error="missing")
    except OSError:
        return Item(entry.path, error="unreadable")
    error = entry.error or complaint(data)
    return Item(entry.path, b"" if error else data, error)


def complaint(data: bytes) -> str:
    """Why octets are no message, as an ``Item.error``; empty when they may be one."""
    if len(data) > LARGEST:
        return "too-large"
    if not data[:4096].strip() and not data.strip():
        return "empty"
    return "not-a-message" if sniff.is_binary(data[: sniff.ENOUGH]) else ""


def _read(entry: Entry) -> bytes:
    if entry.file == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    with open(entry.file, "rb") as file:
        if entry.size < 0:
            size = os.fstat(file.fileno()).st_size or LARGEST  # a pipe has none
            return file.read(min(size, LARGEST) + 1)
        from maillint.message import mbox

        file.seek(entry.start)
        return mbox.unquote(file.read(min(entry.size, LARGEST + 1)))


def _in_file(path: str) -> Iterator[Entry]:
    if not os.path.isfile(path):
        yield Entry(path, path, error="" if os.path.exists(path) else "missing")
        return
    try:
        with open(path, "rb") as file:
            is_mbox = file.read(5) == b"From "
    except OSError:
        yield Entry(path, path, error="unreadable")
        return
    yield from _in_mbox(path) if is_mbox else (Entry(path, path),)


def _in_mbox(path: str) -> Iterator[Entry]:
    """A single message that merely kept its ``From`` line goes by the name of its file."""
    from maillint.message import mbox

    spans = mbox.spans(path)
    first, second = next(spans, None), next(spans, None)
    if first is None or second is None:
        yield Entry(path, path)
        return
    for number, span in enumerate(itertools.chain((first, second), spans), start=1):
        yield Entry(f"{path}#{number}", path, *span)


def _in_folder(path: str, skipped: list[str]) -> Iterator[Entry]:
    is_empty = True
    for file in files(path):
        if file.endswith(".eml"):
            is_empty = False
            yield Entry(file, file)
        elif not file.endswith(".orig") and (file.endswith(".mbox") or is_mail(file)):
            is_empty = False
            yield from _in_file(file)
        else:
            skipped.append(file)
    if is_empty:
        yield Entry(path, path, error="no-messages")


def files(folder: str) -> Iterator[str]:
    """All files below a folder, hidden ones and a maildir's unfinished ones left out."""
    for parent, folders, names in os.walk(folder):
        is_maildir = "cur" in folders and "new" in folders
        folders[:] = sorted(name for name in folders if _is_visible(name, is_maildir=is_maildir))
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(parent, name)


def _is_visible(name: str, *, is_maildir: bool) -> bool:
    """Maildir++ keeps its subfolders under names that start with a full stop."""
    return name != "tmp" if is_maildir else not name.startswith(".")


def is_mail(file: str) -> bool:
    """Whether what a file begins with looks like a message; a file that cannot be read is one that cannot be read."""
    if not os.path.isfile(file):
        return False
    try:
        with open(file, "rb") as opened:
            return sniff.is_message(opened.read(sniff.ENOUGH))
    except OSError:
        return True
