"""The fields of a compose window with rewrites in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.message import from_compose
from maillint.message.rendering import plain
from maillint.rewrite.carriers import HTML, PLAIN, Carrier
from maillint.rewrite.outcome import Outcome
from maillint.rewrite.text import Content, write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maillint.finding import Finding, Grade


def rewrite(fields: Mapping[str, Any], findings: Sequence[Finding], grade: Grade) -> tuple[dict[str, Any], Outcome]:
    """The fields with the rewrites of findings that ``engine.lint`` made of ``from_compose(fields)``.

    Raises:
        ComposeError: as ``from_compose``.
    """
    draft = from_compose(fields)
    is_html = draft.shown.content_type == "text/html"
    twin = Carrier(PLAIN, plain(_line_feeds(draft.twin))) if draft.twin else None
    content = Content(draft.subject or "", (Carrier(HTML if is_html else PLAIN, draft.shown),), twin)
    written = write(content, findings, grade)
    after = dict(fields)
    if written.content.subject != content.subject:
        after["subject"] = written.content.subject
    _put(after, "html" if is_html else "text", content.shown[0], written.content.shown[0])
    if twin and written.content.twin:
        _put(after, "text", twin, written.content.twin)
    return after, Outcome(b"", written.applied, written.left)


def _put(fields: dict[str, Any], key: str, before: Carrier, after: Carrier) -> None:
    """A changed source, its lines ending as they did."""
    source = after.shown.source
    if source != before.shown.source:
        fields[key] = source.replace("\n", "\r\n") if "\r\n" in (fields.get(key) or "") else source


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
