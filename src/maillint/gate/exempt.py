"""Which messages no gate judges: those that no person wrote, or whose words are not maillint's to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.engine.run import SWITCH
from maillint.gate.rules import address

if TYPE_CHECKING:
    from maillint.message.draft import Draft

_BY_LISTS = ("list-id", "list-post", "list-unsubscribe")
_IN_BULK = ("list", "bulk", "junk")


def why(draft: Draft, sender: str | None, *, suppression: bool = True) -> str:
    """Why a message is not judged, as a stable word; "" when it is.

    Args:
        draft: the message.
        sender: the envelope's sender (RFC 5321 4.1.1.2): "" for the null sender of bounces, None when not known.
        suppression: whether the writer may switch the judgement off by a header field.

    Returns:
        "off", "bounce", "automatic" (RFC 3834), "list" (RFC 2919), "calendar" (RFC 6047) or "".
    """
    if suppression and (draft.header(SWITCH) or "").strip().lower() == "off":
        return "off"
    if sender is not None and not sender.strip("<> "):
        return "bounce"
    if draft.is_automatic:
        return "automatic"
    if _is_from_list(draft):
        return "list"
    return "calendar" if draft.calendar else ""


def is_own(draft: Draft, sender: str | None) -> bool:
    """Whether a message leaves in the name of whoever wrote it, however its header calls it.

    A list or a robot sends in its own name, so that the envelope's sender is another than the writer in From.

    Args:
        draft: the message.
        sender: the envelope's sender; None when not known.
    """
    return sender is None or draft.sender is None or address(sender) == draft.sender.email.lower()


def _is_from_list(draft: Draft) -> bool:
    precedence = (draft.header("Precedence") or "").strip().lower()
    return precedence in _IN_BULK or any(draft.header(name) is not None for name in _BY_LISTS)


def body_why(draft: Draft) -> str:
    """Why a message's body is not judged though its subject is: "encrypted", "signed" or ""."""
    if draft.encrypted:
        return "encrypted"
    return "signed" if draft.signed else ""
