"""The log of decisions: one line of JSON a message, without a word of it."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maillint.gate.policy import Decision, Policy


def keep(decision: Decision, policy: Policy, **more: str | int) -> str:
    """Write a decision to the log that the policy names, if it names one; "" or why it could not be written."""
    path = policy.settings["log"]
    return write(path, entry(decision, policy.door.name, **more)) if path else ""


def entry(decision: Decision, door: str, **more: str | int) -> dict[str, Any]:
    """What the log says of a decision: times, message id, checks, scores and hash; no address, no text.

    Args:
        decision: what became of a message.
        door: name of the gate.
        more: what else the door knows and may tell, such as the queue id.
    """
    report = decision.report
    made: dict[str, Any] = {
        "time": datetime.now().astimezone().isoformat(timespec="milliseconds"),
        "door": door,
        "action": decision.action.value,
        "reason": decision.reason,
        "message_id": decision.message_id,
        "sha256": decision.digest,
        "size": decision.size,
        "seconds": decision.seconds,
    }
    if decision.rule:
        made["rule"] = decision.rule
    if report is not None:
        checks = Counter(finding.check for finding in report.findings)
        made |= {"score": report.score, "profile": report.profile, "language": report.language, "checks": dict(checks)}
    return made | more


def write(path: str, line: dict[str, Any]) -> str:
    """Append a line to the log; the file is opened anew each time, so that it may be moved away.

    Returns:
        "" or why it could not be written. That is never a reason to keep a message from passing.
    """
    octets = (json.dumps(line, ensure_ascii=True) + "\n").encode()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            written = os.write(handle, octets)
        finally:
            os.close(handle)
    except OSError as error:
        return f"{path}: {error.strerror}"
    except ValueError as error:  # no name that a file can have
        return f"{path}: {error}"
    return "" if written == len(octets) else f"{path}: only part of a line could be written"
