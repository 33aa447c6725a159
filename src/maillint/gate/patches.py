"""Patches as git mails them: the commit message is what a person wrote, the diff behind it is code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.message.draft import Draft

_DIFF = "\ndiff --git "
_RULE = "\n---\n"


def without_diff(draft: Draft) -> Draft:
    """The draft up to the diff that git format-patch puts behind a commit message; without one, the same object."""
    text = draft.text
    at = text.find(_DIFF)
    if at < 0:
        return draft
    rule = text.rfind(_RULE, 0, at + 1)
    return draft._replace(shown=draft.shown._replace(text=text[: (rule if rule >= 0 else at) + 1]))
