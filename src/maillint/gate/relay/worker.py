"""The process that judges for the relay: ``python -m maillint.gate.relay.worker``.

It reads frames on standard input and answers on what was standard output, one message after the other. It ends when its
input ends, that is, with the relay, however that ends.
"""

from __future__ import annotations

import gc
import json
import signal
import sys
from typing import Any

from maillint.engine import load
from maillint.engine.config import discover
from maillint.gate import journal
from maillint.gate.frames import packed, pipes, received
from maillint.gate.policy import RELAY, Action, Decision, Envelope, Policy, decide
from maillint.gate.refusal import refusal
from maillint.gate.remarks import remarks


def main() -> int:
    """Judge until there is no more; returns the exit status."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # they are meant for the relay, which first ends what it has begun
    jobs, answers = pipes()
    policy = _policy(**json.loads(sys.argv[1]))
    answers.write(packed({}))
    gc.freeze()  # what is loaded stays
    while frame := received(jobs):
        job, data = frame
        answers.write(packed(judged(data, job, policy)))
    return 0


def judged(data: bytes, job: dict[str, Any], policy: Policy) -> dict[str, Any]:
    """The answer on one message: "action", "lines" for the sender, and the "entry" for the log.

    Args:
        data: the message.
        job: its "sender" and "recipients" by the envelope, and whether the sender wants it "off".
        policy: from ``Policy.of(ruleset, RELAY)``.
    """
    if job.get("off"):
        policy = policy.of_held()
    decision = decide(data, Envelope(job["sender"], tuple(job["recipients"])), policy)
    return {
        "action": decision.action.value,
        "lines": _lines(decision, policy),
        "entry": journal.entry(decision, policy.door.name),
    }


def _lines(decision: Decision, policy: Policy) -> tuple[str, ...]:
    is_stopped = decision.action in (Action.HOLD, Action.REJECT)
    return refusal(remarks(decision, policy), policy) if is_stopped else ()


def _policy(config: str | None, profile: str | None, on_failure: str) -> Policy:
    overrides = {"profile": profile} if profile else {}
    return Policy.of(load(discover(".", explicit=config, overrides=overrides)), RELAY, on_failure=on_failure)


if __name__ == "__main__":
    sys.exit(main())
