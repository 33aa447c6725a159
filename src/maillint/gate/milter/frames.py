"""What the milter and its worker processes tell each other through pipes: JSON, with octets behind it."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

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
