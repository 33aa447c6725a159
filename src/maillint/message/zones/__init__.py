"""Whose words stand where: a message's text cut into zones."""

from maillint.message.zones.cutting import cut
from maillint.message.zones.greeting import salutation
from maillint.message.zones.personal import is_personal
from maillint.message.zones.subject_prefixes import is_forward_prefix, prefixes
from maillint.message.zones.zone import Zone

__all__ = ["Zone", "cut", "is_forward_prefix", "is_personal", "prefixes", "salutation"]
