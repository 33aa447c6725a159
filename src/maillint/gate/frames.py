"""What a gate and the processes that judge for it tell each other through pipes: JSON, with octets behind it."""

from __future__ import annotations

import json
import os
import struct
import sys
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = struct.Struct("!II")


def packed(fields: Mapping[str, Any], octets: bytes = b"") -> bytes:
    """One frame: two lengths, the fields, the octets."""
    head = json.dumps(fields).encode("ascii")
    return SIZES.pack(len(head), len(octets)) + head + octets


def sizes(head: bytes) -> tuple[int, int]:
    """How many octets of fields, and how many others, follow a frame's first eight."""
    fields, octets = SIZES.unpack(head)
    return fields, octets


def received(jobs: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """The next frame's fields and octets; None at the end."""
    head = jobs.read(SIZES.size)
    if len(head) < SIZES.size:
        return None
    fields, octets = sizes(head)
    return json.loads(jobs.read(fields)), jobs.read(octets)


def pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Where a process's jobs come from and its answers go to; what anybody prints goes to standard error instead."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    return sys.stdin.buffer, answers
