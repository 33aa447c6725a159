"""Zip and tar archives of messages, read member by member: nothing is ever written to disk.

An archive is hostile input. A member is read no further than a message may be long, so that what is packed a
thousandfold (a "zip bomb") costs one message's memory; archives inside archives are named and left closed.
"""

from __future__ import annotations

import os
import tarfile
import zipfile
from contextlib import closing as closed
from lzma import LZMAError
from typing import IO, TYPE_CHECKING
from zlib import error as zlib_error

from maillint.audit.sources.batch import Batch, Piece, batched
from maillint.audit.sources.files import ARCHIVES, closing
from maillint.message import mbox, sniff, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.audit.store import Place

_DAMAGED = (
    *(OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib_error, LZMAError),
    *(zipfile.BadZipFile, zipfile.LargeZipFile, tarfile.TarError),
)
"""What Python's readers raise of archives that are cut short, damaged, or locked by a password."""
MOST_MEMBERS = 5_000_000
MOST_OCTETS = 1 << 40
"""Octets of all that is unpacked of one archive."""


def batches(place: Place) -> Iterator[Batch]:
    """The messages of an archive. One that cannot be read to its end is a row of the report, after what could be."""
    yield from closing(place, batched(_pieces(place)))


def _pieces(place: Place) -> Iterator[Piece]:
    left = MOST_OCTETS
    try:
        for number, (name, file) in enumerate(_members(place.path)):
            if number >= MOST_MEMBERS or left <= 0:
                yield _told(place, "archive-too-large")
                return
            for piece in _member(place, name, file):
                left -= piece.weight
                yield piece
    except _DAMAGED:
        yield _told(place, "damaged-archive")


def _told(place: Place, error: str) -> Piece:
    return Piece(place._replace(size=-1, mtime_ns=-1), error=error)


def _members(path: str) -> Iterator[tuple[str, IO[bytes]]]:
    if path.lower().endswith(".zip"):
        yield from _in_zip(path)
    else:
        yield from _in_tar(path)


def _in_zip(path: str) -> Iterator[tuple[str, IO[bytes]]]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if not member.is_dir():
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


def _in_tar(path: str) -> Iterator[tuple[str, IO[bytes]]]:
    with tarfile.open(path, "r|*") as archive:
        for member in archive:
            if member.isfile() and (file := archive.extractfile(member)):
                with closed(file):
                    yield member.name, file
            archive.members.clear()  # type: ignore[attr-defined]  # else it remembers each one it has seen


def _member(place: Place, name: str, file: IO[bytes]) -> Iterator[Piece]:
    """The messages in one member; its name is only shown, never used as a path."""
    inside = place._replace(path=f"{place.path}!{name}")
    lower = os.path.basename(name).lower()
    if lower.startswith(".") or "__MACOSX/" in name:
        return
    if lower.endswith(ARCHIVES):
        yield _told(inside, "nested-archive")
        return
    if lower.endswith((".mbox", "/mbox")):
        yield from _in_mbox(inside, file)
        return
    data = file.read(sources.LARGEST + 1)
    form = "emlx" if lower.endswith(".emlx") else "msg" if lower.endswith(".msg") else ""
    if form or lower.endswith(".eml") or sniff.is_message(data[: sniff.ENOUGH]):
        yield Piece(inside, form, data=data)


def _in_mbox(place: Place, file: IO[bytes]) -> Iterator[Piece]:
    for number, data in enumerate(mbox.messages(file, sources.LARGEST), start=1):
        yield Piece(place._replace(path=f"{place.path}#{number}"), "mbox", data=data)
