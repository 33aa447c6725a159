"""The Date field (RFC 5322 3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def parse(value: str) -> datetime | None:
    """An aware datetime in the offset the sender wrote; None when it cannot be read."""
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    return date if date.tzinfo else date.astimezone()
