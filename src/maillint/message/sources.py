"""Where messages come from: files, folders, stdin."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Item:
    """One input: its label and its octets, or why it could not be read."""

    path: str
    data: bytes = b""
    error: str | None = None


def iterate(paths: Iterable[str]) -> Iterator[Item]:
    """Every message under these paths, in a stable order."""
    for path in paths:
        if path == "-":
            yield Item("-", sys.stdin.buffer.read())
        elif Path(path).is_dir():
            yield from (_read(file) for file in sorted(Path(path).rglob("*.eml")))
        else:
            yield _read(Path(path))


def _read(file: Path) -> Item:
    try:
        return Item(str(file), file.read_bytes())
    except FileNotFoundError:
        return Item(str(file), error="missing")
    except OSError:
        return Item(str(file), error="unreadable")
