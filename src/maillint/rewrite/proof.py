"""The proof that a rewritten message says what it should, and that all else in it is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import read, reader
from maillint.rewrite import anatomy, header
from maillint.rewrite.carriers import bare
from maillint.rewrite.outcome import Refused
from maillint.rewrite.text import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.message.draft import Draft
    from maillint.message.mime import Part
    from maillint.rewrite.header import Change
    from maillint.rewrite.text import Content


def hold(before: Draft, data: bytes, content: Content, changes: Sequence[Change]) -> None:
    """Read the new octets and compare.

    Raises:
        Refused: they do not read as ``content``, or a part or field that was not to be changed has changed.
    """
    after = read(data)
    is_right = (
        (after.subject or "").strip() == content.subject.strip()
        and bare(after.text) == bare(joined(content.shown)[0])
        and (after.twin == before.twin or not content.twin or bare(after.twin or "") == bare(content.twin.text))
        and _fields(before.raw, changes) <= set(_raw_fields(data))
        and _kept(before.raw, changes) == _kept(data, _moved(changes))
    )
    if not is_right:
        raise Refused("unsafe")


def _raw_fields(data: bytes) -> list[bytes]:
    head, _ = reader.open_up(data)
    return [data[field.start : field.end] for field in header.fields(data, 0, head.body)]


def _fields(data: bytes, changes: Sequence[Change]) -> set[bytes]:
    """The fields of the message's header that no change touches, as they stand."""
    head, _ = reader.open_up(data)
    own = header.fields(data, 0, head.body)
    return {
        data[field.start : field.end]
        for field in own
        if not any(change.start < field.end and field.start < change.end for change in changes)
    }


def _kept(data: bytes, changes: Sequence[Change]) -> list[tuple[str, bytes]]:
    """Every part in order: its kind, and its octets with its header unless a change touches it."""
    head, root = reader.open_up(data)
    try:
        leaves = list(anatomy.locate(data, root, head.body).leaves())
    except Refused:
        return [(part.content_type, b"") for part in _leaves(root)]
    found = []
    for node in leaves:
        start = node.start or node.body
        is_touched = any(change.start <= node.end and start <= change.end for change in changes)
        found.append((node.part.content_type, b"" if is_touched else data[start : node.end]))
    return found


def _leaves(root: Part) -> list[Part]:
    return list(root.leaves())


def _moved(changes: Sequence[Change]) -> list[Change]:
    """Where the changes stand in the new octets."""
    moved, by = [], 0
    for change in changes:
        start = change.start + by
        moved.append(change._replace(start=start, end=start + len(change.new)))
        by += len(change.new) - (change.end - change.start)
    return moved
