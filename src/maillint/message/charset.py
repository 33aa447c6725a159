"""Octets to text: the charset a part names, the one it should have named, and never a lost character."""

from __future__ import annotations

_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "ascii": "utf-8",
    "us-ascii": "utf-8",
}


def decode(data: bytes, label: str = "") -> str:
    """Decode a part that names ``label`` as its charset; falls back to what the octets look like."""
    name = label.strip().strip("\"'").lower()
    for candidate in (_WIDER.get(name, name), "utf-8", "gb18030"):
        if not candidate:
            continue
        try:
            return data.decode(candidate)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")
