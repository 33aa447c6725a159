"""Which parts the reader sees as the message, which as attachments, and which not at all (RFC 2046 5.1, 2183, 2387)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.message.part import Part

_SIGNATURES = frozenset(
    (
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-keys",
    )
)
_ENVELOPES = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_CALENDARS = frozenset(("text/calendar", "application/ics"))


class Content:
    """The leaves of a message by what they are to its reader."""

    def __init__(self) -> None:
        self.texts: list[Part] = []
        """Shown, one after the other."""
        self.twins: list[Part] = []
        """Plain alternatives of shown HTML."""
        self.attachments: list[Part] = []
        self.related: list[Part] = []
        """Images and the like that belong to the HTML beside them."""
        self.hidden: list[Part] = []
        """Signatures, envelopes and calendar twins: there, but not handed to the reader as files."""
        self.signed = False
        self.encrypted = False
        self.calendar = False


def sort(root: Part) -> Content:
    """Go through the tree once. A text part with a file name is an attachment unless there is no other text."""
    content = Content()
    _gather(root, content)
    if not content.texts:
        named = next((part for part in content.attachments if _may_stand_in(part)), None)
        if named:
            content.attachments.remove(named)
            content.texts.append(named)
    return content


def _may_stand_in(part: Part) -> bool:
    return part.content_type in ("text/plain", "text/html") and part.disposition != "attachment"


def _gather(part: Part, content: Content) -> None:
    kind = part.content_type
    if not part.children:
        _leaf(part, content)
    elif kind == "multipart/alternative":
        _alternative(part.children, content)
    elif kind == "multipart/related":
        _related(part.children, content)
    elif kind == "multipart/signed":
        content.signed = True
        _gather(part.children[0], content)
        content.hidden.extend(leaf for child in part.children[1:] for leaf in child.leaves())
    elif kind == "multipart/encrypted":
        content.encrypted = True
        content.hidden.extend(part.leaves())
    else:
        for child in part.children:
            _gather(child, content)


def _alternative(children: Sequence[Part], content: Content) -> None:
    """The reader sees the last form his program can show: the HTML, where there is one."""
    best = next((child for child in reversed(children) if _holds(child, "text/html")), None)
    best = best or next((child for child in reversed(children) if _holds(child, "text/plain")), children[-1])
    for child in children:
        if child is best:
            _gather(child, content)
            continue
        for leaf in child.leaves():
            _alternative_leaf(leaf, content)


def _alternative_leaf(leaf: Part, content: Content) -> None:
    if leaf.content_type == "text/plain" and _is_shown(leaf):
        content.twins.append(leaf)
    elif leaf.content_type.startswith("text/") and leaf.content_type not in _CALENDARS and _is_shown(leaf):
        content.hidden.append(leaf)
    else:
        _leaf(leaf, content)


def _holds(part: Part, content_type: str) -> bool:
    return any(leaf.content_type == content_type and _is_shown(leaf) for leaf in part.leaves())


def _related(children: Sequence[Part], content: Content) -> None:
    shown = next((child for child in children if _holds(child, "text/html") or _holds(child, "text/plain")), None)
    for child in children:
        if child is shown:
            _gather(child, content)
        else:
            for leaf in child.leaves():
                (content.attachments if leaf.disposition == "attachment" else content.related).append(leaf)


def _leaf(part: Part, content: Content) -> None:
    kind = part.content_type
    if kind in _CALENDARS:
        content.calendar = True
        (content.attachments if part.disposition == "attachment" else content.hidden).append(part)
    elif kind in _SIGNATURES:
        content.hidden.append(part)
    elif kind in _ENVELOPES:
        is_signed = "signed" in part.params.get("smime-type", "") or part.filename.lower().endswith(".p7s")
        content.signed |= is_signed
        content.encrypted |= not is_signed and part.params.get("smime-type", "") != "certs-only"
        content.hidden.append(part)
    elif kind.startswith("text/") and kind != "text/rfc822-headers" and _is_shown(part):
        content.texts.append(part)
    else:
        content.attachments.append(part)


def _is_shown(part: Part) -> bool:
    return part.disposition != "attachment" and not part.filename
