"""What came of rewriting one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from maillint.finding import Finding


class Left(NamedTuple):
    """A finding whose rewrite was not applied, and why.

    ``reason`` is a stable word: "overlap" (another rewrite changes the same words), "place" (the words stand otherwise
    in the HTML), "twin" (the plain text says it otherwise than the HTML), "header" (the subject cannot be rewritten),
    "charset", "transfer-encoding", "alternative", "invitation", "structure", "checksum" or "file" (the part cannot be
    rewritten), "draws" (the mended text would draw the finding ``detail``), "unsafe" (it would not read as it should).
    """

    finding: Finding
    reason: str
    detail: str = ""


class Outcome(NamedTuple):
    """A message after its rewrites."""

    data: bytes
    """The message's own octets when nothing was applied."""
    applied: tuple[Finding, ...] = ()
    left: tuple[Left, ...] = ()
    refusal: str = ""
    """Why the message was left alone altogether: "signed", "encrypted", "dkim", "line-ends"; empty when it was not."""


class Refused(Exception):  # noqa: N818 - the refusal is the answer, not an error
    """It cannot be rewritten safely; the first argument is the reason, as in ``Left`` or ``Outcome``."""

    @property
    def reason(self) -> str:
        """The stable word."""
        return str(self.args[0])
