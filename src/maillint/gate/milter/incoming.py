"""The message that a mail server is sending, put together piece by piece and never larger than it may be."""

from __future__ import annotations

from maillint.gate.milter.packets import Connect

LONGEST_HEAD = 1024 * 1024
"""Octets of header fields that are kept; servers cut them far below."""
MOST_RECIPIENTS = 50_000
UNKNOWN = Connect("", "U", 0, "")


class Message:
    """One message on its way in: envelope, header fields, body up to a limit."""

    def __init__(self, limit: int, sender: str = "", client: Connect = UNKNOWN) -> None:
        """``limit``: octets of body that are kept."""
        self.limit = limit
        self.sender = sender
        """The envelope's sender without angle brackets; empty for bounces."""
        self.client = client
        self.recipients: list[str] = []
        self.fields: list[tuple[bytes, bytes]] = []
        """Name and value as they came, each field; the value has its leading space."""
        self.queue_id = ""
        self.user = ""
        """Who logged in to send it (SASL), as the server's macro ``{auth_authen}`` says."""
        self._body = bytearray()
        self._head = 0
        self.is_cut = False
        """Whether something was left out since it was too large."""

    @property
    def is_local(self) -> bool:
        """Whether it came by the sendmail command and not by SMTP: a refusal would become a bounce nobody awaits.

        Postfix then plays a client on port 0 to its non_smtpd_milters.
        """
        return self.client.family == "L" or (self.client.family in "46" and not self.client.port)

    def add_recipient(self, address: str) -> None:
        """Take one recipient of the envelope."""
        if len(self.recipients) < MOST_RECIPIENTS:
            self.recipients.append(address)

    def add_header(self, name: bytes, value: bytes, *, spaced: bool) -> None:
        """Take one field; ``spaced`` where the value still has the space behind the colon."""
        self._head += len(name) + len(value) + 4
        if self._head > LONGEST_HEAD:
            self.is_cut = True
            return
        self.fields.append((name, value if spaced else b" " + value))

    def add_body(self, chunk: bytes) -> bool:
        """Take a piece of the body; returns whether more of it is wanted."""
        room = self.limit - len(self._body)
        self._body += chunk[:room]
        self.is_cut = self.is_cut or len(chunk) > room
        return len(self._body) < self.limit

    @property
    def data(self) -> bytes:
        """The message as it goes over the wire (RFC 5322), with CRLF."""
        head = b"".join(name + b":" + _folded(value) + b"\r\n" for name, value in self.fields)
        return head + b"\r\n" + bytes(self._body)


def _folded(value: bytes) -> bytes:
    """A value with CRLF between its lines, none of which can begin a field of its own."""
    if b"\n" not in value:
        return value
    lines = value.replace(b"\r\n", b"\n").split(b"\n")
    return b"\r\n".join([lines[0], *(line if line[:1] in (b" ", b"\t") else b"\t" + line for line in lines[1:])])
