"""Messages whose outermost frame is broken, mended before they are taken apart. The draft keeps the octets as sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def with_line_feeds(data: bytes) -> bytes:
    """The same octets, or a copy with line feeds where lines end in bare carriage returns."""
    if b"\n" in data[:65536] or b"\r" not in data[:65536]:
        return data
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def with_header(fields: Mapping[str, str], body: bytes) -> bytes:
    """A message of these content fields and this body, for when the header as sent cannot be followed."""
    lines = [f"{name}: {value}\r\n".encode("utf-8", "replace") for name, value in fields.items() if value]
    return b"".join((*lines, b"\r\n", body))


def guess_boundary(body: bytes) -> str:
    """The boundary of a multipart that does not name it: a line ``--x`` with a content field right behind it."""
    start = 0 if body.startswith(b"--") else body.find(b"\n--") + 1
    if not start and not body.startswith(b"--"):
        return ""
    line, _, rest = body[start : start + 400].partition(b"\n")
    follows = rest.lstrip(b"\r\n").lower().startswith(b"content-")
    return line[2:].strip().decode("ascii", "ignore") if follows else ""
