"""What the mail program is answered: our words or the next server's, in lines that nothing breaks out of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from maillint.gate.refusal import plain
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_LINES = 20
_LONGEST_LINE = 300
"""Octets; with the code it stays below SMTP's 512 (RFC 5321 4.5.3.1.5)."""
_LOST = 451
_CLOSING = 421


class Reply(NamedTuple):
    """An SMTP reply (RFC 5321 4.2)."""

    code: int
    lines: tuple[str, ...]

    @classmethod
    def of(cls, code: int, lines: Iterable[str], status: str = "") -> Self:
        """A reply in words of any script; they are made ASCII, each in one line.

        Args:
            code: 2xx, 4xx or 5xx.
            lines: what the person reads; the first twenty count, each cut to 300 octets.
            status: the enhanced code before each line, such as ``5.7.1`` (RFC 3463).
        """
        texts = [f"{status} {plain(line, _LONGEST_LINE)}".strip() for line in lines]
        return cls(code, tuple(texts[:_MOST_LINES]) or (status,))

    @classmethod
    def passed_back(cls, code: int, message: str) -> Self:
        """The next server's own reply.

        Its 421 becomes 451, since it closes that connection, not ours; what is no answer at all is a failure for now.
        """
        is_answer = 200 <= code < 300 or 400 <= code < 600
        return cls.of(code if is_answer and code != _CLOSING else _LOST, message.splitlines())

    @property
    def is_good(self) -> bool:
        """Whether it says yes."""
        return 200 <= self.code < 300

    @property
    def text(self) -> str:
        """The reply as it goes over the wire, without the last line end."""
        last = len(self.lines) - 1
        marks = (" " if at == last else "-" for at in range(len(self.lines)))
        return "\r\n".join(f"{self.code}{mark}{line}" for mark, line in zip(marks, self.lines, strict=True))
