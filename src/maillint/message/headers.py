"""The header block of a message: its fields in order, unfolded and decoded."""

from __future__ import annotations

from maillint.message import charset, words


def scan(data: bytes) -> tuple[tuple[str, str], ...]:
    """Every field before the first empty line."""
    fields: list[list[bytes]] = []
    for line in _block(data).splitlines():
        if line[:1] in b" \t" and fields:
            fields[-1][1] += b" " + line.strip()
        elif b":" in line:
            name, _, value = line.partition(b":")
            fields.append([name.strip(), value.strip()])
    return tuple((name.decode("latin-1"), words.decode(charset.decode(value))) for name, value in fields)


def _block(data: bytes) -> bytes:
    ends = [end for end in (data.find(b"\r\n\r\n"), data.find(b"\n\n")) if end >= 0]
    return data[: min(ends, default=len(data))]
