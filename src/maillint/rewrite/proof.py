"""The proof that a rewritten message says what it should, and that all else in it is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import read, reader
from maillint.rewrite import addressees, anatomy, header
from maillint.rewrite.carriers import bare
from maillint.rewrite.outcome import Refused
from maillint.rewrite.text import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.finding import HeaderEdit
    from maillint.message.draft import Draft
    from maillint.message.part import Part
    from maillint.rewrite.header import Change
    from maillint.rewrite.text import Content


def hold(
    before: Draft, data: bytes, content: Content, changes: Sequence[Change], edits: Sequence[HeaderEdit] = ()
) -> None:
    """Read the new octets and compare.

    Raises:
        Refused: they do not read as ``content``, or a part or field that was not to be changed has changed.
    """
    after = read(data)
    _hold_header(before, after, edits)
    is_right = (
        (after.subject or "").strip() == content.subject.strip()
        and bare(after.text) == bare(joined(content.shown)[0])
        and (after.twin == before.twin or not content.twin or bare(after.twin or "") == bare(content.twin.text))
        and _fields(before.raw, changes) <= set(_raw_fields(data))
        and _kept(before.raw, changes) == _kept(data, _moved(changes))
    )
    if not is_right:
        raise Refused("unsafe")


def _hold_header(before: Draft, after: Draft, edits: Sequence[HeaderEdit]) -> None:
    """Those who get it are the same, where they are to stand; the files have the names they are to have."""
    emails = [edit.old for edit in edits if edit.kind == "move"]
    renamed = {edit.old: edit.new for edit in edits if edit.kind == "rename"}
    fields = addressees.moved(before, emails) if emails else (before.to, before.cc, before.bcc)
    names = [renamed.get(one.name, one.name) for one in before.attachments]
    if fields != (after.to, after.cc, after.bcc) or names != [one.name for one in after.attachments]:
        raise Refused("header")


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
        touching = [change for change in changes if change.start <= node.end and start <= change.end]
        if touching and all(change.end < node.body for change in touching):
            start = node.body  # its header only: what is in it stays
            touching = []
        found.append((node.part.content_type, b"" if touching else data[start : node.end]))
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
