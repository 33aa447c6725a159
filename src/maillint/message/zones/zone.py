"""One stretch of a message and what it is for."""

from __future__ import annotations

from maillint.records import NamedTuple


class Zone(NamedTuple):
    """``Draft.text[start:end]`` serves one purpose.

    ``kind`` is one of salutation, body, closing, signature, footer, quote, forward.
    """

    kind: str
    start: int
    end: int
