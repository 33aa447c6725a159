"""What shall become of a message, and the packets that tell the server so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from maillint.gate import suppression, tag
from maillint.gate.milter import replies
from maillint.gate.milter.flags import Action
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maillint.gate.milter.incoming import Message
    from maillint.gate.milter.session import Session

CONTENT = (550, "5.7.1")
"""Refused for what it says (RFC 3463: delivery not authorised)."""
LATER = (451, "4.7.1")
"""Could not be judged: the client shall try again."""

DROPPED = frozenset(name.lower() for name in (*suppression.FIELDS, tag.NAME))
"""Fields that no reader may see, and such as somebody else has written in our name; in lower case."""


class Verdict(NamedTuple):
    """What shall become of one message; plain values, since it comes from another process."""

    action: str
    """"pass", "tag", "warn", "hold", "reject" or "defer"."""
    lines: tuple[str, ...] = ()
    """What the client is told when the message is refused."""
    headers: tuple[tuple[str, str], ...] = ()
    """Fields to be added to a message that goes on."""
    changed: tuple[tuple[int, str, str], ...] = ()
    """Other values for fields that are there: which of that name, from 1, the name, the value with space and folds."""
    body: bytes | None = None
    """Another body to go on with; None leaves it as it is."""
    reason: str = ""
    """Why, as a stable word: what ``policy.Decision`` says, or "busy", "late", "crashed"."""

    @classmethod
    def of(cls, fields: Mapping[str, Any], body: bytes | None) -> Self:
        """A verdict from its fields as JSON gives them, and its body."""
        return cls(
            action=str(fields["action"]),
            lines=tuple(map(str, fields["lines"])),
            headers=tuple((str(name), str(value)) for name, value in fields["headers"]),
            changed=tuple((int(index), str(name), str(value)) for index, name, value in fields["changed"]),
            body=body,
            reason=str(fields["reason"]),
        )


def failed(action: str, reason: str) -> Verdict:
    """The verdict on a message that could not be judged: it passes, or the client is to send it again."""
    return Verdict(action, ("maillint could not check this message now; please try again later",), reason=reason)


def softened(verdict: Verdict, message: Message) -> Verdict:
    """The verdict for mail that a program handed to the sendmail command: nobody there reads a refusal.

    The server would make a bounce of it, or keep it where nobody looks; so such mail is only tagged.
    """
    return verdict._replace(action="tag") if message.is_local and verdict.action in ("hold", "reject") else verdict


def packets(verdict: Verdict, message: Message, session: Session) -> Iterator[bytes]:
    """The packets that carry a verdict out, as far as the server lets us do what it takes."""
    if verdict.action == "reject":
        yield replies.refuse(*CONTENT, verdict.lines)
        return
    if verdict.action == "defer":
        yield replies.refuse(*LATER, verdict.lines)
        return
    if Action.CHANGE_HEADERS in session.actions:
        for index, name, value in verdict.changed:
            yield replies.change_header(index, name, value, spaced=session.is_spaced)
        yield from _without(message, spaced=session.is_spaced)
    if Action.ADD_HEADERS in session.actions:
        yield from replies.headers(verdict.headers, spaced=session.is_spaced)
    if verdict.body is not None and Action.CHANGE_BODY in session.actions:
        yield from replies.replace_body(verdict.body)
    if verdict.action == "hold" and Action.QUARANTINE in session.actions:
        yield replies.quarantine(verdict.lines[0] if verdict.lines else "maillint")
    yield replies.CONTINUE


def _without(message: Message, *, spaced: bool) -> Iterator[bytes]:
    """Packets that take fields out. The last one of a name goes first, so that the others keep their numbers."""
    counts: dict[str, int] = {}
    found = []
    for name, _ in message.fields:
        bare = name.decode("latin-1").rstrip()
        if bare.lower() in DROPPED:
            counts[bare.lower()] = counts.get(bare.lower(), 0) + 1
            found.append((counts[bare.lower()], bare))
    for index, bare in reversed(found):
        yield replies.change_header(index, bare, "", spaced=spaced)
