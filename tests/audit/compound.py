"""Writes Outlook's .msg files: compound files (MS-CFB) with the properties of a message (MS-OXMSG) in them."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from itertools import pairwise

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512


def msg(text="", html="", recipients=(), attachments=(), sent=None, **texts):
    """The octets of a .msg file.

    ``recipients`` are (kind, name, address) with kind 1 To, 2 Cc, 3 Bcc; ``attachments`` (name, octets); ``texts``
    are further properties by tag: ``x0037="Subject"``.
    """
    tree = {}
    numbers = {}
    if sent:
        numbers[0x00390040] = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    if html:
        tree["__substg1.0_10130102"] = html.encode()
        numbers[0x3FDE0003] = 65001
    for tag, value in {"x1000": text, **texts}.items():
        if value:
            tree[f"__substg1.0_{tag[1:].upper()}001F"] = value.encode("utf-16-le")
    tree["__properties_version1.0"] = bytes(32) + _properties(numbers)
    for number, (kind, name, address) in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8) + _properties({0x0C150003: kind}),
            "__substg1.0_3001001F": name.encode("utf-16-le"),
            "__substg1.0_39FE001F": address.encode("utf-16-le"),
        }
    for number, (name, octets) in enumerate(attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8) + _properties({0x37050003: 1}),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": octets,
        }
    return compound(tree)


def _properties(numbers):
    return b"".join(struct.pack("<IIQ", tag, 6, value) for tag, value in numbers.items())


def compound(tree):
    """A compound file of nested dictionaries of octets; every stream lies in sectors of its own."""
    entries = []  # name, kind, left, right, child, start, size
    sectors = []
    chains = []

    def stream(data):
        """Small streams are filled up to 4,096 octets, so that none has to go to the mini stream."""
        count = max(8, -(-len(data) // _SECTOR))
        first = len(sectors)
        padded = data.ljust(count * _SECTOR, b"\0")
        sectors.extend(padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR))
        chains.extend([*range(first + 1, first + count), _END])
        return first

    def add(name, content, kind):
        number = len(entries)
        entries.append(None)
        if isinstance(content, dict):
            children = [add(child, inner, 1 if isinstance(inner, dict) else 2) for child, inner in content.items()]
            entries[number] = [name, kind, _FREE, _FREE, children[0] if children else _FREE, 0, 0]
            for one, other in pairwise(children):
                entries[one][3] = other  # a tree that leans to the right: odd, and allowed
        else:
            entries[number] = [name, kind, _FREE, _FREE, _FREE, stream(content), max(4096, len(content))]
        return number

    add("Root Entry", tree, 5)
    entries[0][5] = _END
    directory = b"".join(_entry(*entry) for entry in entries)
    directory = directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0")
    first = stream(directory)
    count = 1
    while count * 128 < len(sectors) + count:
        count += 1
    fat = [*chains, *[_FAT] * count]
    fat += [_FREE] * (count * 128 - len(fat))
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, count, first, 0, 4096,
        _END, 0, _END, 0,
    )  # fmt: skip
    table = [len(sectors) + number for number in range(count)]
    head += struct.pack("<109I", *table, *[_FREE] * (109 - count))
    return head + b"".join(sectors) + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name, kind, left, right, child, start, size):
    wide = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII16xI8x8xIQ", wide, len(wide), kind, 1, left, right, child, 0, start, size)
