"""Zip and tar archives of messages, read member by member: nothing is ever written to disk.

An archive is hostile input. What is packed two hundredfold (a "zip bomb") is no mail and left alone, a member is read
no further than a message may be long, and archives inside archives are named and left closed.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import tarfile
import zipfile
from contextlib import closing as closed
from typing import IO, TYPE_CHECKING, cast
from zlib import error as zlib_error

from maillint.audit.sources.batch import Batch, Piece, batched
from maillint.audit.sources.files import ARCHIVES, closing
from maillint.audit.store import legible
from maillint.message import mbox, sniff, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maillint.audit.sources.files import File
    from maillint.audit.store import Place

_DAMAGED = (
    *(OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib_error, lzma.LZMAError),
    *(zipfile.BadZipFile, zipfile.LargeZipFile, tarfile.TarError),
)
"""What Python's readers raise of archives that are cut short, damaged, or locked by a password."""
MOST_MEMBERS = 2_000_000
DENSEST = 200
"""How many octets of mail one octet may unpack to; letters come to ten, rows of zeros to a thousand."""
ALWAYS = 1 << 30
"""Octets that any archive may unpack to."""
_SMALL = 1 << 20
_PACKED: dict[bytes, Callable[[IO[bytes]], IO[bytes]]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),  # type: ignore[dict-item,return-value]
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}
"""What compressed files begin with, and how they are read."""


class _TooMuchError(Exception):
    """More comes out of an archive than any mailbox holds."""


def batches(file: File) -> Iterator[Batch]:
    """The messages of an archive. One that cannot be read to its end is a row of the report, after what could be."""
    yield from closing(file.place, batched(_pieces(file)))


def _pieces(file: File) -> Iterator[Piece]:
    left = max(ALWAYS, DENSEST * file.place.size)
    seen: set[int] = set()
    members = _in_zip(file.path) if file.path.lower().endswith(".zip") else _in_tar(file.path, left)
    try:
        for number, (name, member) in enumerate(members):
            if number >= MOST_MEMBERS or left <= 0:
                yield _told(file.place, "archive-too-large")
                return
            mark = f"({number + 1})" if hash(name) in seen else ""  # two of one name are two places
            seen.add(hash(name))
            for piece in _member(file.place, legible(name), mark, member):
                left -= piece.weight
                yield piece
    except _TooMuchError:
        yield _told(file.place, "archive-too-large")
    except _DAMAGED:
        yield _told(file.place, "damaged-archive")


def _told(place: Place, error: str) -> Piece:
    return Piece(place._replace(size=-1), error=error)


def _in_zip(path: str) -> Iterator[tuple[str, IO[bytes] | None]]:
    """Each member with its name; without its content where that is packed too densely."""
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.file_size > _SMALL + DENSEST * member.compress_size:
                yield _decoded(member), None
            elif not member.is_dir():
                with archive.open(member) as file:
                    yield _decoded(member), file


def _decoded(member: zipfile.ZipInfo) -> str:
    """A name without the flag for UTF-8 is in whichever code page the packing machine had: 已发送 from Windows."""
    if member.flag_bits & 0x800 or member.filename.isascii():
        return member.filename
    octets = member.filename.encode("cp437", "replace")
    for codec in ("utf-8", "gb18030"):
        try:
            return octets.decode(codec)
        except UnicodeDecodeError:
            continue
    return member.filename


class _Bounded:
    """What a tar archive is read from, up to an end."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file = file
        self._left = most

    def read(self, size: int) -> bytes:
        """The next octets.

        Raises:
            _TooMuchError: the end was reached.
        """
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise _TooMuchError
        return data


def _in_tar(path: str, most: int) -> Iterator[tuple[str, IO[bytes]]]:
    with open(path, "rb") as packed:
        head = packed.read(6)
        packed.seek(0)
        unpacked = next((reads(packed) for magic, reads in _PACKED.items() if head.startswith(magic)), packed)
        with tarfile.open(fileobj=cast("IO[bytes]", _Bounded(unpacked, most)), mode="r|") as archive:
            for member in archive:
                if member.isfile() and not member.issparse() and (file := archive.extractfile(member)):
                    with closed(file):
                        yield member.name, file
                archive.members.clear()  # type: ignore[attr-defined]  # else it remembers each one it has seen


def _member(place: Place, name: str, mark: str, file: IO[bytes] | None) -> Iterator[Piece]:
    """The messages in one member; its name is only shown, never used as a path."""
    inside = place._replace(path=f"{place.path}!{name}{mark}")
    lower = os.path.basename(name).lower()
    if lower.startswith(".") or "__MACOSX/" in name:
        return
    if lower.endswith(ARCHIVES) or file is None:
        yield _told(inside, "nested-archive" if file else "too-dense")
    elif lower.endswith((".mbox", "/mbox")) or lower == "mbox":
        yield from _in_mbox(inside, file)
    else:
        form = "emlx" if lower.endswith(".emlx") else "msg" if lower.endswith(".msg") else ""
        data = file.read(sniff.ENOUGH)
        if form or lower.endswith(".eml") or sniff.is_message(data):
            yield Piece(inside, form, data=data + file.read(sources.LARGEST + 1 - len(data)))


def _in_mbox(place: Place, file: IO[bytes]) -> Iterator[Piece]:
    for number, data in enumerate(mbox.messages(file, sources.LARGEST), start=1):
        yield Piece(place._replace(path=f"{place.path}#{number}"), "mbox", data=data)
