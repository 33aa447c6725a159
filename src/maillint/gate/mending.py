"""The rewrites of a message, where the floor that makes them is there."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from maillint.finding import Grade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maillint.finding import Finding

    Mend = Callable[[bytes, Iterable[Finding]], bytes]


def mender() -> Mend | None:
    """The function that puts the rewrites of findings into a message, suggested ones too; None where there is none."""
    if find_spec("maillint.rewrite") is None:
        return None
    from maillint.rewrite import apply  # type: ignore[import-not-found, unused-ignore]

    def mend(data: bytes, findings: Iterable[Finding]) -> bytes:
        return bytes(apply(data, findings, Grade.SUGGESTED))

    return mend
