"""One message judged inside a worker process: the gate's policy, as words a mail server can carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.engine import load
from maillint.engine.config import discover
from maillint.gate import journal, tag
from maillint.gate.milter.mending import mended
from maillint.gate.milter.verdict import Verdict, failed
from maillint.gate.policy import MILTER, Action, Envelope, Policy, decide
from maillint.gate.refusal import refusal
from maillint.gate.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maillint.gate.policy import Decision

WARMING = """\
Subject: Order 4471: dates of delivery
From: Anna Berg <anna@north.example>
To: Tom Reed <tom@south.example>

Dear Tom,

Please find attached the list. We recieved it next Wednesday!! 图纸见附件，请于下周三之前回复。

Kind regards,
Anna
"""
"""A message that is judged before the first real one, so that that need not wait for what is loaded on first use."""


class Judge:
    """The policy of a milter under one configuration, and where its decisions are logged."""

    def __init__(self, config: str | None = None, log: str | None = None, *, fix: bool = False) -> None:
        """Load the checks.

        Args:
            config: the configuration file; None takes the one found from the working folder upward.
            log: file for the log of decisions instead of the configured one.
            fix: put the safe rewrites into messages that go on.

        Raises:
            ValueError: the configuration or a check cannot be used; the text says why.
        """
        ruleset = load(discover(".", explicit=config))
        self.fix = fix
        self.policy = Policy.of(ruleset, MILTER, log=log)
        _prepare_spelling(ruleset.specs)
        decide(WARMING.encode(), Envelope("anna@north.example"), self.policy)

    @property
    def terms(self) -> dict[str, Any]:
        """What the milter has to know of the configuration when a worker cannot answer."""
        settings = self.policy.settings
        return {name: settings[name] for name in ("time-limit", "on-failure", "log")}

    def __call__(self, data: bytes, job: Mapping[str, Any]) -> tuple[Verdict, str]:
        """Judge one message.

        Args:
            data: the message.
            job: "sender", "recipients" and "queue_id" as the mail server tells them, whether the message "is_cut", and
                whether its sender "is_logged_in".

        Returns:
            The verdict, and "" or why the log could not be written.
        """
        envelope = Envelope(job["sender"], tuple(job["recipients"]), bool(job.get("is_logged_in")))
        decision = decide(data, envelope, self.policy)
        trouble = journal.keep(decision, self.policy, queue_id=job["queue_id"])
        verdict = self._verdict(decision)
        if self.fix and decision.report and decision.action.is_passing and not job["is_cut"]:
            changes = mended(data, decision.report.findings)
            headers = verdict.headers + changes.added
            verdict = verdict._replace(changed=changes.fields, headers=headers, body=changes.body)
        return verdict, trouble

    def _verdict(self, decision: Decision) -> Verdict:
        action = decision.action
        is_stopped = action in (Action.HOLD, Action.REJECT)
        if action is Action.DEFER:
            return failed(action.value, decision.reason)
        lines = refusal(remarks(decision, self.policy), self.policy) if is_stopped else ()
        is_tagged = decision.report is not None and action is not Action.PASS
        headers = ((tag.NAME, tag.value(decision)),) if is_tagged else ()
        return Verdict(action.value, lines, headers, reason=decision.reason)


def _prepare_spelling(specs: Sequence[Any]) -> None:
    if any(spec.group == "spelling" for spec in specs):
        from maillint.language import spelling

        if not spelling.is_ready():
            spelling.prepare()
