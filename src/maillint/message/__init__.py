"""Bytes in, one Draft out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.message.reader import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.message.draft import Draft

__all__ = ["ComposeError", "from_compose", "read"]


class ComposeError(ValueError):
    """A field of a composed message is of the wrong kind; the text names the field."""


def from_compose(fields: Mapping[str, Any]) -> Draft:
    """Make a Draft of the fields of a compose window, as ``compose.schema.json`` describes them.

    Raises ``ComposeError``, which names the field, for what is of another kind.
    """
    from maillint.message import compose

    return compose.from_compose(fields)
