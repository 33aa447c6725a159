"""The rewrites of a message, where the floor that makes them is there."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.engine import Ruleset

    Mend = Callable[[bytes, Ruleset], bytes]


def mender() -> Mend | None:
    """The function that rewrites a message with safe and suggested rewrites; None where there is none."""
    if find_spec("maillint.rewrite") is None:
        return None
    from maillint import rewrite  # type: ignore[attr-defined]

    return getattr(rewrite, "mended", None)
