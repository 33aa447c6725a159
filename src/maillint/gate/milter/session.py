"""One connection of a mail server, without any input or output: what was agreed, and the message that is coming in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.gate.milter import packets, replies
from maillint.gate.milter.flags import OLDEST_VERSION, VERSION, Action, Step
from maillint.gate.milter.incoming import UNKNOWN, Message

if TYPE_CHECKING:
    from maillint.gate.milter.packets import Command

WANTED_ACTIONS = Action.ADD_HEADERS | Action.CHANGE_HEADERS | Action.CHANGE_BODY | Action.QUARANTINE
WANTED_STEPS = (
    Step.NO_HELO
    | Step.NO_DATA
    | Step.NO_UNKNOWN
    | Step.NO_END_OF_HEADERS
    | Step.SILENT_CONNECT
    | Step.SILENT_MAIL
    | Step.SILENT_RECIPIENT
    | Step.SILENT_HEADER
    | Step.SILENT_BODY
    | Step.SKIP
    | Step.LEADING_SPACE
)
WANTED_MACROS = {0: "", 1: "", 2: "i {auth_authen}", 3: "", 4: "", 5: "i", 6: ""}
"""By stage: 2 is MAIL, 5 the end of the message. What the server tells unasked is dear: it looks each recipient up, and
says the queue id before each field."""
_OF_A_MESSAGE = "MRTNE"
"""Stages whose macros end with a message."""
_UNANSWERED = (packets.Macros, packets.Abort, packets.Quit, packets.QuitNewConnection)
_SILENT: tuple[tuple[type[Command], Step], ...] = (
    (packets.Connect, Step.SILENT_CONNECT),
    (packets.Mail, Step.SILENT_MAIL),
    (packets.Recipient, Step.SILENT_RECIPIENT),
    (packets.Header, Step.SILENT_HEADER),
    (packets.EndOfHeaders, Step.SILENT_END_OF_HEADERS),
)


class Session:
    """What one connection has agreed on, and the message it is sending.

    ``receive`` takes every command but the end of a message and answers it; ``complete`` takes that one and gives the
    message, whose answer is somebody else's business. After that the session is ready for the next message.
    """

    def __init__(self, limit: int) -> None:
        """``limit``: octets of a message's body that are kept; the rest is not even sent where the server can skip."""
        self.limit = limit
        self.actions = Action(0)
        """What we may do, as agreed; nothing before there was an agreement."""
        self.steps = Step(0)
        self.is_spaced = False
        """Whether the space behind a header's colon comes and goes with its value."""
        self.client = UNKNOWN
        self.message = Message(limit)
        self._macros: dict[str, packets.Macros] = {}
        self._unanswered: tuple[type[Command], ...] = _UNANSWERED

    def receive(self, command: Command) -> bytes:
        """Take one command; returns the packets that answer it, or nothing where the server waits for none.

        Raises:
            ProtocolError: the server speaks a version of the protocol that is too old.
        """
        match command:
            case packets.Negotiate():
                return self._agree(command)
            case packets.Body():
                return self._take_body(command.chunk)
        self._take(command)
        return b"" if type(command) in self._unanswered else replies.CONTINUE

    def complete(self, command: packets.EndOfMessage) -> Message:
        """The whole message, now that its last piece is here; the session begins a new one."""
        message = self.message
        message.add_body(command.chunk)
        message.queue_id = self._macro("E", "i") or self._macro("M", "i")
        message.user = self._macro("M", "auth_authen")
        self._begin()
        return message

    def _agree(self, offer: packets.Negotiate) -> bytes:
        if offer.version < OLDEST_VERSION:
            raise packets.ProtocolError(f"milter protocol {offer.version} is too old")
        self._forget()
        self.actions = WANTED_ACTIONS & offer.actions
        self.steps = WANTED_STEPS & offer.steps
        if Step.SILENT_BODY in self.steps:
            self.steps &= ~Step.SKIP
        self.is_spaced = Step.LEADING_SPACE in self.steps
        self._unanswered = (*_UNANSWERED, *(kind for kind, step in _SILENT if step in self.steps))
        has_macros = bool(offer.actions & Action.SET_MACROS)
        actions = self.actions | (Action.SET_MACROS if has_macros else 0)
        return replies.options(min(offer.version, VERSION), actions, self.steps, WANTED_MACROS if has_macros else None)

    def _take(self, command: Command) -> None:
        match command:
            case packets.Header():
                self.message.add_header(command.name, command.value, spaced=self.is_spaced)
            case packets.Macros():
                self._macros[command.stage] = command
            case packets.Connect():
                self.client = command
            case packets.Mail():
                self.message = Message(self.limit, command.address, self.client)
            case packets.Recipient():
                self.message.add_recipient(command.address)
            case packets.Abort():
                self._begin()
            case packets.QuitNewConnection():
                self._forget()

    def _take_body(self, chunk: bytes) -> bytes:
        """Where no answer is awaited, which saves a trip for each message, what is too much comes and is dropped."""
        is_wanted = self.message.add_body(chunk)
        if Step.SILENT_BODY in self.steps:
            return b""
        return replies.CONTINUE if is_wanted or Step.SKIP not in self.steps else replies.SKIP

    def _begin(self) -> None:
        """Be ready for the client's next message."""
        self.message = Message(self.limit, client=self.client)
        for stage in _OF_A_MESSAGE:
            self._macros.pop(stage, None)

    def _forget(self) -> None:
        """The client has gone: nothing of it is left for the next one."""
        self.client = UNKNOWN
        self._macros = {}
        self._begin()

    def _macro(self, stage: str, name: str) -> str:
        told = self._macros.get(stage)
        return told.values.get(name, "") if told else ""
