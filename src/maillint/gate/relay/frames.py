"""What goes between the relay and the process that judges: sizes, a line of JSON, and octets."""

from __future__ import annotations

import json
import struct
from typing import Any

SIZES = struct.Struct("!II")


def packed(fields: dict[str, Any], octets: bytes = b"") -> bytes:
    """One frame."""
    head = json.dumps(fields).encode()
    return SIZES.pack(len(head), len(octets)) + head + octets
