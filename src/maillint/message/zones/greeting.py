"""The salutation of a message, parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import salutations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.language.salutation_parts import Salutation
    from maillint.message.zones.zone import Zone


def salutation(text: str, zones: Sequence[Zone]) -> Salutation | None:
    """Who is addressed and how; None when nobody is greeted. Spans count in ``text``."""
    zone = next((zone for zone in zones if zone.kind == "salutation"), None)
    return salutations.parse(text, zone.start, zone.end, sure=True) if zone else None
