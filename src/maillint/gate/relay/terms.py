"""What holds for every connection of the relay."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from maillint.gate.policy import Policy
    from maillint.gate.relay.judge import Judge
    from maillint.gate.relay.nexthop import NextHop

OFF = "+off"
"""Behind the user's name it switches the judgement off, for mail programs that cannot add a header field."""


class Login(NamedTuple):
    """Who may send."""

    user: str
    password: str

    def fits(self, user: bytes, password: bytes) -> bool:
        """Whether these are they, found out in a time that tells nothing."""
        is_user = hmac.compare_digest(user.removesuffix(OFF.encode()), self.user.encode())
        return hmac.compare_digest(password, self.password.encode()) and is_user


class Terms(NamedTuple):
    """What holds for every connection."""

    policy: Policy
    judge: Judge
    hop: NextHop
    tell: Callable[[str, str], object]
    """Takes the key of a text for whoever runs the relay, and why."""
    login: Login | None = None
    """None: whoever reaches the port may send."""
    most_octets: int = 100_000_000
    tls: ssl.SSLContext | None = None
    """For STARTTLS; then nobody logs in without it."""
