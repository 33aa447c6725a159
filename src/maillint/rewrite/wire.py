"""A message in octets with rewrites in it: opened, changed in few places, and read again before it is handed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import content, headers, read, reader
from maillint.rewrite import addressees, anatomy, filenames, header, proof, text
from maillint.rewrite.bodies import Body
from maillint.rewrite.outcome import Left, Outcome, Refused
from maillint.rewrite.transfer import in_order, patched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.finding import Finding, Grade, HeaderEdit
    from maillint.message.content import Content as Leaves
    from maillint.message.draft import Draft
    from maillint.rewrite.anatomy import Node

_SEALS = ("dkim-signature", "domainkey-signature", "arc-seal", "arc-message-signature")
_CALENDARS = ("text/calendar", "application/ics")


def refusal(draft: Draft) -> str:
    """Why a message must stay as it is: "signed", "encrypted", "dkim" (RFC 6376), "line-ends"; else empty."""
    if draft.encrypted:
        return "encrypted"
    if draft.signed:
        return "signed"
    if any(draft.header(name) for name in _SEALS):
        return "dkim"
    return "line-ends" if "bare-carriage-returns" in draft.defects else ""


def rewrite(data: bytes, findings: Sequence[Finding], grade: Grade) -> Outcome:
    """The message with the rewrites of its findings."""
    draft = read(data)
    reason = refusal(draft)
    if reason:
        return Outcome(data, refusal=reason)
    letter = Letter(draft)
    written = text.write(letter.content, findings, grade)
    if not written.applied:
        return Outcome(data, (), written.left)
    try:
        edits = [edit for finding in written.applied if finding.rewrite for edit in finding.rewrite.header]
        return Outcome(letter.with_content(written.content, edits), written.applied, written.left)
    except Refused as refused:
        missed = tuple(Left(finding, refused.reason) for finding in written.applied)
        return Outcome(data, (), (*written.left, *missed))


class Letter:
    """A message taken apart, so that it can be put together with another content."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._data = draft.raw
        self._faults: dict[str, str] = {}
        self._shown: list[Body] = []
        self._twin: Body | None = None
        self._nodes: list[Node] = []
        self._open()
        self.content = text.Content(
            draft.subject or "",
            tuple(body.carrier for body in self._shown),
            self._twin.carrier if self._twin else None,
            tuple(self._faults.items()),
        )

    def with_content(self, after: text.Content, edits: Sequence[HeaderEdit] = ()) -> bytes:
        """The octets of the message with another content, and changes of its header.

        Raises:
            Refused: it cannot be written so that it reads as it should and nothing else changes.
        """
        changes = in_order([*self._changes(after), *self._header_changes(edits)])
        data = patched(self._data, changes)
        proof.hold(self._draft, data, after, changes, edits)
        return data

    def _header_changes(self, edits: Sequence[HeaderEdit]) -> Iterator[header.Change]:
        emails = [edit.old for edit in edits if edit.kind == "move"]
        if emails:
            yield from addressees.changes(self._data, self._head.body, emails)
        for edit in edits:
            if edit.kind == "rename":
                yield from filenames.changes(self._data, self._nodes, edit.old, edit.new)

    def _changes(self, after: text.Content) -> Iterator[header.Change]:
        if after.subject != self.content.subject:
            yield header.subject(self._data, self._head.body, after.subject)
        for body, carrier in zip(self._shown, after.shown, strict=True):
            yield from body.changes(carrier)
        if self._twin and after.twin:
            yield from self._twin.changes(after.twin)

    def _open(self) -> None:
        self._head, root = reader.open_up(self._data)
        self._find_subject()
        leaves = content.sort(root)
        try:
            self._nodes = list(anatomy.locate(self._data, root, self._head.body).leaves())
        except Refused as refused:
            self._faults["text"] = refused.reason
            return
        self._take(leaves, {id(node.part): node for node in self._nodes})
        fault = _other_form(leaves) or next((body.fault for body in self._bodies() if body.fault), "")
        if fault or self._draft.text != text.joined([body.carrier for body in self._shown])[0]:
            self._faults["text"] = fault or "structure"

    def _take(self, leaves: Leaves, nodes: dict[int, Node]) -> None:
        self._shown = [Body(self._data, nodes[id(part)]) for part in leaves.texts]
        twins = [Body(self._data, nodes[id(part)]) for part in leaves.twins]
        if twins and not any(body.carrier.text.strip() for body in self._shown):
            self._shown, twins = twins[:1], twins[1:]
        if len(twins) > 1:
            self._faults["text"] = "alternative"
        self._twin = twins[0] if twins else None

    def _bodies(self) -> list[Body]:
        return [*self._shown, *([self._twin] if self._twin else [])]

    def _find_subject(self) -> None:
        """A subject that stands there twice, or is read otherwise than it stands, is not rewritten."""
        field = header.find(self._data, 0, self._head.body, "subject")
        value = self._data[field.value : field.end] if field else b""
        read_here = headers.text(header.unfolded(value))
        is_known = read_here == (self._draft.subject or "") or not read_here.isascii()
        if "doubled-subject" in self._draft.defects or not is_known or (field is None and not self._head.fields):
            self._faults["subject"] = "header"


def _other_form(leaves: Leaves) -> str:
    """Another form of the text that nobody could keep in step: an invitation, rich text, HTML for watches."""
    hidden = [part.content_type for part in leaves.hidden]
    if any(kind in _CALENDARS for kind in hidden):
        return "invitation"
    return "alternative" if any(kind.startswith("text/") for kind in hidden) else ""
