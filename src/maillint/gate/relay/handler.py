"""What becomes of each command of a mail program: it is put to the next server, whose answer is passed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.gate import journal, suppression
from maillint.gate.policy import Action
from maillint.gate.relay.judge import Verdict
from maillint.gate.relay.replies import Reply
from maillint.gate.relay.terms import OFF

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, Envelope, Session

    from maillint.gate.relay.nexthop import Passage
    from maillint.gate.relay.terms import Terms

_REFUSED = (550, "5.7.1")
"""For what it says (RFC 3463: delivery not authorised)."""
_LATER = (451, "4.7.1")


class Handler:
    """aiosmtpd's handler for one connection. Nothing is answered yes that the next server has not said yes to."""

    def __init__(self, terms: Terms, passage: Passage) -> None:
        self._terms = terms
        self._passage = passage

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's names, here and below
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """What we can do."""
        del server, envelope
        session.host_name = hostname
        if self._terms.login is None:
            responses = [line for line in responses if not line.startswith("250-AUTH")]
        return [responses[0], "250-PIPELINING", *responses[1:]]

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Begin a message at the next server."""
        del server, session
        sender = "" if address == "<>" else address
        reply = await self._passage.mail(sender, options, is_utf8=envelope.smtp_utf8)
        if reply.is_good:
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return reply.text

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Ask the next server about a recipient."""
        del server, session, options
        reply = await self._passage.rcpt(address)
        if reply.is_good:
            envelope.rcpt_tos.append(address)
        return reply.text

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Judge the message; give it to the next server, or refuse it."""
        del server
        data = envelope.original_content or b""
        verdict = await self._verdict(data, session, envelope)
        if verdict.action.is_passing:
            reply = await self._passage.data(suppression.without(data))
        else:
            code, status = _LATER if verdict.action is Action.DEFER else _REFUSED
            reply = Reply.of(code, verdict.lines, status)
        self._log(verdict, reply)
        return reply.text

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Say goodbye on both sides."""
        del server, session, envelope
        await self._passage.leave()
        return "221 2.0.0 Bye"

    async def handle_exception(self, error: Exception) -> str:
        """A bug of ours: whatever was asked has not been done."""
        self._passage.close()
        self._terms.tell("relay.bug", type(error).__name__)
        return "451 4.3.0 maillint relay has stumbled; please send again later"

    async def _verdict(self, data: bytes, session: Session, envelope: Envelope) -> Verdict:
        policy = self._terms.policy
        is_off = bool(policy.settings["suppression"]) and str(session.auth_data or "").endswith(OFF)
        if is_off and policy.can_be_off:
            return Verdict.without_look(data, Action.PASS, "off", policy)
        job = {"sender": envelope.mail_from, "recipients": envelope.rcpt_tos, "off": is_off}
        return await self._terms.judge.judge(data, job)

    def _log(self, verdict: Verdict, reply: Reply) -> None:
        path = self._terms.policy.settings["log"]
        if path and (problem := journal.write(path, verdict.entry | {"reply": reply.code})):
            self._terms.tell("no-log", problem)
