"""The fields of a compose window with rewrites in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.message import from_compose
from maillint.message.rendering import plain
from maillint.rewrite.addressees import moved
from maillint.rewrite.carriers import HTML, PLAIN, Carrier
from maillint.rewrite.choosing import is_wanted
from maillint.rewrite.outcome import Left, Outcome
from maillint.rewrite.text import Content, write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maillint.finding import Finding, Grade, HeaderEdit


def rewrite(fields: Mapping[str, Any], findings: Sequence[Finding], grade: Grade) -> tuple[dict[str, Any], Outcome]:
    """The fields with the rewrites of findings that ``engine.lint`` made of ``from_compose(fields)``.

    Raises:
        ComposeError: as ``from_compose``.
    """
    draft = from_compose(fields)
    is_html = draft.shown.content_type == "text/html"
    twin = Carrier(PLAIN, plain(_line_feeds(draft.twin))) if draft.twin else None
    content = Content(draft.subject or "", (Carrier(HTML if is_html else PLAIN, draft.shown),), twin)
    written = write(content, [finding for finding in findings if not _renames(finding)], grade)
    after = dict(fields)
    if emails := [edit.old for edit in _header_edits(written.applied) if edit.kind == "move"]:
        for key, people in zip(("to", "cc", "bcc"), moved(draft, emails), strict=True):
            after[key] = [one._asdict() for one in people]
    if written.content.subject != content.subject:
        after["subject"] = written.content.subject
    _put(after, "html" if is_html else "text", content.shown[0], written.content.shown[0])
    if twin and written.content.twin:
        _put(after, "text", twin, written.content.twin)
    unnamed = tuple(Left(finding, "header") for finding in findings if _renames(finding) and is_wanted(finding, grade))
    return after, Outcome(b"", written.applied, (*written.left, *unnamed))


def _header_edits(findings: Sequence[Finding]) -> list[HeaderEdit]:
    return [edit for finding in findings if finding.rewrite for edit in finding.rewrite.header]


def _renames(finding: Finding) -> bool:
    """What a compose window lets nobody do: its files have the names they were attached under."""
    return any(edit.kind == "rename" for edit in _header_edits([finding]))


def _put(fields: dict[str, Any], key: str, before: Carrier, after: Carrier) -> None:
    """A changed source, its lines ending as they did."""
    source = after.shown.source
    if source != before.shown.source:
        fields[key] = source.replace("\n", "\r\n") if "\r\n" in (fields.get(key) or "") else source


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
