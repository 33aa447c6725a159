"""Messages put back into an mbox (RFC 4155): the file whole or not at all, all other messages to the octet."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from shutil import copyfileobj
from typing import TYPE_CHECKING

from maillint.message import mbox
from maillint.records import NamedTuple
from maillint.rewrite import files, header
from maillint.rewrite.splices import differences
from maillint.rewrite.transfer import patched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

_CHUNK = 1 << 20


class State(NamedTuple):
    """By what is told that nobody else wrote a file in the meantime."""

    number: int
    size: int
    written: int


class Piece(NamedTuple):
    """One message of an mbox: where it stands there, as it was read, and as it is to be."""

    start: int
    size: int
    before: bytes
    after: bytes


def state(path: str) -> State:
    """The file's state now."""
    status = os.stat(path)
    return State(status.st_ino, status.st_size, status.st_mtime_ns)


def replace(path: str, pieces: Sequence[Piece], *, seen: State, keep: bool) -> str:
    """Put messages back into their mbox; returns where the original is now, empty when it was not kept.

    The file is locked meanwhile as delivery agents and mail programs lock it: by ``NAME.lock``, and for the system.

    Args:
        path: the mbox.
        pieces: the messages that changed, in order.
        seen: the state of the file before they were read.
        keep: whether to copy the original beside it first.

    Raises:
        ChangedMeanwhileError: somebody wrote the file since.
        OSError: it is locked, or cannot be written.
    """
    target = os.path.realpath(path)
    with open(target, "r+b") as file, _locked(file, target):
        _hold_state(target, seen)
        handle, partial = tempfile.mkstemp(prefix=f".{os.path.basename(target)}.", dir=os.path.dirname(target))
        try:
            with os.fdopen(handle, "wb") as new:
                _copy(file, new, pieces)
                new.flush()
                os.fsync(new.fileno())
            _hold(target, partial, pieces)
            backup = files.kept(target) if keep else ""
            try:
                _lock(file)  # to close a file that was read, too, gives up all locks on it (fcntl(2))
                _hold_state(target, seen)
                files.dress(partial, target)
                os.replace(partial, target)
            except OSError:
                if backup:
                    os.remove(backup)
                raise
        finally:
            with suppress(FileNotFoundError):
                os.remove(partial)
    return backup


def _hold_state(target: str, seen: State) -> None:
    if state(target) != seen:
        raise files.ChangedMeanwhileError("changed")


@contextmanager
def _locked(file: BinaryIO, target: str) -> Iterator[None]:
    lock = f"{target}.lock"
    try:
        _lock(file)
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except (BlockingIOError, FileExistsError) as error:
        raise files.UnwritableError("locked") from error
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            os.remove(lock)


def _lock(file: BinaryIO) -> None:
    """Lock a file for the system, or raise BlockingIOError."""
    if os.name == "posix":
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _copy(file: BinaryIO, new: BinaryIO, pieces: Sequence[Piece]) -> None:
    at = 0
    for piece in pieces:
        _copy_some(file, new, piece.start - at)
        raw = file.read(piece.size)
        if mbox.unquote(raw) != piece.before:
            raise files.ChangedMeanwhileError("changed")
        new.write(requoted(raw, piece.before, piece.after))
        at = piece.start + piece.size
    copyfileobj(file, new, _CHUNK)


def _copy_some(file: BinaryIO, new: BinaryIO, count: int) -> None:
    while count > 0 and (chunk := file.read(min(count, _CHUNK))):
        new.write(chunk)
        count -= len(chunk)


def _hold(old: str, new: str, pieces: Sequence[Piece]) -> None:
    """Read the new file, and see that its messages begin where they should and there are as many."""
    grown = 0
    expected = []
    changed = {piece.start: piece for piece in pieces}
    found = list(mbox.spans(new))
    for number, (start, size) in enumerate(mbox.spans(old)):
        expected.append(start + grown)
        if start in changed and number < len(found):
            grown += found[number][1] - size
    if [start for start, _ in found] != expected:
        raise files.UnwritableError("mailbox")


def requoted(raw: bytes, before: bytes, after: bytes) -> bytes:
    """A message as it goes into the mbox.

    Lines that stay are written as they stood, whatever way of quoting the mbox keeps to; in new ones ``From`` at the
    head of a line is ``>From``. ``Content-Length`` and ``Lines``, by which some find the next message, go along.

    Args:
        raw: the message as it stands in the mbox.
        before: the same as ``mbox.unquote`` gives it.
        after: what it is to be.
    """
    core = raw[: len(raw) - _tail(raw)]
    old, new = before.split(b"\n"), after.split(b"\n")
    own = core.split(b"\n")
    if len(own) != len(old):
        raise files.UnwritableError("mailbox")
    lines, at = [], 0
    for first, last, new_first, new_last in differences(old, new):
        lines += [*own[at:first], *map(_quoted, new[new_first:new_last])]
        at = last
    text = b"\n".join([*lines, *own[at:]])
    end = header.line_end(raw)
    text += b"" if text.endswith(b"\n") else end
    return _counted(core, text) + (raw[len(core) :] or end)


def _tail(raw: bytes) -> int:
    """Octets of the empty line that parts messages."""
    return next((len(end) // 2 for end in (b"\r\n\r\n", b"\n\n") if raw.endswith(end)), 0)


def _quoted(line: bytes) -> bytes:
    return b">" + line if line.lstrip(b">").startswith(b"From ") else line


def _counted(old: bytes, new: bytes) -> bytes:
    changes = []
    for name, grown in (("content-length", _body_size(new) - _body_size(old)), ("lines", _lines(new) - _lines(old))):
        field = header.find(new, 0, len(new) - _body_size(new), name)
        value = new[field.value : field.end] if field else b""
        if field and value.strip().isdigit():
            number = b"%d" % (int(value) + grown)
            changes.append(header.Change(field.value, field.value + len(value.rstrip()), number))
    return patched(new, changes)


def _body_size(message: bytes) -> int:
    for end in (b"\r\n\r\n", b"\n\n"):
        head, found, body = message.partition(end)
        if found and b"\n\n" not in head:
            return len(body)
    return 0


def _lines(message: bytes) -> int:
    return message[len(message) - _body_size(message) :].count(b"\n")
