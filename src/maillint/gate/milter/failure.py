"""Messages that no worker judged: they, too, stand in the log of decisions."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.gate.milter.incoming import Message
    from maillint.gate.milter.verdict import Verdict

REASONS = ("busy", "late", "crashed")


async def log_failure(path: str, verdict: Verdict, message: Message) -> str:
    """Write the line of a message that could not be judged; returns "" or why that failed, too.

    Args:
        path: the log; "" for none.
        verdict: what became of the message.
        message: the message.
    """
    return await asyncio.to_thread(_write, path, verdict, message) if path else ""


def _write(path: str, verdict: Verdict, message: Message) -> str:
    import hashlib

    from maillint.gate import journal
    from maillint.gate.policy import Action, Decision

    data = message.data
    decision = Decision(Action(verdict.action), verdict.reason, hashlib.sha256(data).hexdigest(), len(data))
    return journal.write(path, journal.entry(decision, "milter", queue_id=message.queue_id))
