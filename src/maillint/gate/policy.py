"""What becomes of a message at a gate: one place that turns a report into pass, tag, warn, hold or reject.

Every door asks the same way: ``policy = Policy.of(ruleset, door)`` once, ``decide(data, envelope, policy)`` for each
message, which never raises, and passes on ``suppression.without(data)``.
"""

from __future__ import annotations

import hashlib
import time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from maillint.engine import ConfigError, lint, score, tables
from maillint.engine.names import hint
from maillint.finding import Severity
from maillint.gate import exempt, patches, suppression
from maillint.gate.deadline import Late, within
from maillint.gate.rules import Rule, address, first
from maillint.message import read
from maillint.message.draft import Address
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maillint.engine import Report, Ruleset
    from maillint.message.draft import Draft


class Action(StrEnum):
    """What becomes of a message."""

    PASS = "pass"  # noqa: S105
    TAG = "tag"
    """It passes, with what was found in a header field where the door adds one."""
    WARN = "warn"
    """It passes, and its sender is told where the door can tell."""
    HOLD = "hold"
    """It waits for somebody's yes; a door that cannot hold refuses."""
    REJECT = "reject"
    DEFER = "defer"
    """It could not be judged and is to be sent again later: fail-closed."""

    @property
    def is_passing(self) -> bool:
        """Whether the message goes on its way."""
        return self in (Action.PASS, Action.TAG, Action.WARN)


class Door(NamedTuple):
    """A gate's name in the log, and what it does where the configuration says ``action = "auto"``."""

    name: str
    failing: Action
    """For what fails ``gate.fail-on`` or ``gate.min-score``."""
    remarked: Action
    """For what has a finding at or above ``gate.warn-on`` only."""
    is_submission: bool = True
    """Whether people alone hand in mail here, so that what a header says of its sender is the writer's own word."""
    drops_fields: bool = True
    """Whether header fields that switch maillint off are taken out on the way; where not, they are not heard."""


SENDMAIL = Door("sendmail", Action.REJECT, Action.WARN)
GIT_HOOK = Door("git-hook", Action.REJECT, Action.WARN, drops_fields=False)
RELAY = Door("relay", Action.REJECT, Action.WARN)
MILTER = Door("milter", Action.TAG, Action.TAG, is_submission=False)


class Envelope(NamedTuple):
    """Who sends to whom by the transport (RFC 5321 2.3.1), as far as the door knows."""

    sender: str | None = None
    """"" for the null sender; None when the door does not know."""
    recipients: tuple[str, ...] = ()
    is_logged_in: bool = False
    """Whether who hands in the message has logged in, so that it is nobody else's."""


class Decision(NamedTuple):
    """What becomes of one message and why. It holds no text of it but in ``report``."""

    action: Action
    reason: str
    """A stable word: "clean", "findings", "score", "rule", what ``exempt`` says, "large", "late", "crashed"."""
    digest: str
    """SHA-256 of the message as it came, in hexadecimal."""
    size: int
    """Octets."""
    message_id: str = ""
    seconds: float = 0
    rule: int = 0
    """Which of ``[[gate.rules]]`` decided, from 1; 0 for none."""
    report: Report | None = None
    """What was found; None for a message that was not judged."""


class Policy:
    """The gate's keys under one configuration, for one door."""

    def __init__(self, ruleset: Ruleset, door: Door, settings: Mapping[str, Any]) -> None:
        self.ruleset = ruleset
        self.door = door
        self.settings = settings
        self.rules = tuple(Rule.of(entry) for entry in settings["rules"])

    @property
    def can_be_off(self) -> bool:
        """Whether the writer may switch the judgement off as a whole: not where a check is locked."""
        return bool(self.settings["suppression"]) and not self.ruleset.held

    @property
    def hears_fields(self) -> bool:
        """Whether the writer may switch checks off by header fields."""
        return bool(self.settings["suppression"]) and self.door.drops_fields

    @property
    def when_off(self) -> Self | None:
        """What judges a message whose writer has switched maillint off; None for nothing."""
        if self.can_be_off:
            return None
        return self.of_held() if self.settings["suppression"] else self

    def has_way_out(self, checks: Iterable[str]) -> bool:
        """Whether the writer can send all the same what these checks had something to say of."""
        return bool(self.settings["suppression"]) and self.ruleset.held.keys().isdisjoint(checks)

    def of_held(self) -> Self:
        """The policy of the locked checks alone."""
        return type(self)(self.ruleset.of_held, self.door, self.settings)

    @classmethod
    def of(cls, ruleset: Ruleset, door: Door, **overrides: Any) -> Self:
        """The policy of a door.

        Args:
            ruleset: the checks under a configuration; its ``[gate]`` is what holds.
            door: whose policy.
            overrides: keys of ``[gate]`` with underscores that the command line sets, as far as no file locks them.

        Raises:
            ConfigError: a rule names a check or group that does not exist.
        """
        settings = tables.filled(ruleset.config, "gate")
        locks = ruleset.config.locks
        for name, value in overrides.items():
            key = name.replace("_", "-")
            if value is not None and not {"gate", f"gate.{key}"} & set(locks):
                settings[key] = value
        _hold_checks(ruleset, settings["rules"])
        return cls(ruleset, door, settings)

    @property
    def on_failure(self) -> Action:
        """What becomes of a message that cannot be judged: fail-open by default."""
        return Action(self.settings["on-failure"])


def decide(data: bytes, envelope: Envelope, policy: Policy) -> Decision:
    """Decide on one message. Never raises; a message that cannot be judged in time passes, or waits if so configured.

    Args:
        data: the message as it came.
        envelope: who sends to whom, as far as the door knows.
        policy: from ``Policy.of``.
    """
    start = time.perf_counter()
    digest = hashlib.sha256(data).hexdigest()
    try:
        with within(policy.settings["time-limit"]):
            decision = _decide(data, envelope, policy, digest)
    except Late:
        decision = Decision(policy.on_failure, "late", digest, len(data))
    except (Exception, SystemExit):  # noqa: BLE001 - neither a bug nor an exit is a reason to lose anybody's mail
        decision = Decision(policy.on_failure, "crashed", digest, len(data))
    return decision._replace(seconds=round(time.perf_counter() - start, 4))


def _decide(data: bytes, envelope: Envelope, policy: Policy, digest: str) -> Decision:
    settings = policy.settings
    if settings["max-size"] and len(data) > settings["max-size"]:
        return Decision(Action.PASS, "large", digest, len(data))
    draft = read(data if policy.hears_fields else suppression.without(data))
    made = Decision(Action.PASS, "", digest, len(data), (draft.header("Message-ID") or "")[:250])
    reason = exempt.why(draft, envelope.sender, suppression=policy.hears_fields and policy.can_be_off)
    if reason:
        if not _is_writers_word(reason, draft, envelope, policy):
            return made._replace(reason=reason)
        policy = policy.of_held()
    report = _judged(_with_hidden(patches.without_diff(draft), envelope), policy.ruleset)
    action, reason, rule = _ladder(report, draft, envelope, policy)
    if action.is_passing and policy.on_failure is Action.DEFER and report.has_crash:
        action, reason, rule = Action.DEFER, "crashed", 0
    if reason == "clean":
        reason = exempt.body_why(draft) or reason
    return made._replace(action=action, reason=reason, rule=rule, report=report)


def _is_writers_word(reason: str, draft: Draft, envelope: Envelope, policy: Policy) -> bool:
    """Whether the writer alone says that no person wrote a message, which what is locked does not take for granted."""
    if not policy.ruleset.held or reason == "bounce":
        return False
    is_submitted = policy.door.is_submission or envelope.is_logged_in
    return is_submitted or exempt.is_own(draft, envelope.sender)


def _with_hidden(draft: Draft, envelope: Envelope) -> Draft:
    """The draft with the envelope's recipients whom no header field names: the true Bcc."""
    named = {one.email.lower() for one in (*draft.readers, *draft.bcc)}
    bare = dict.fromkeys(address(recipient) for recipient in envelope.recipients)
    hidden = tuple(Address("", recipient) for recipient in bare if recipient not in named)
    return draft._replace(bcc=(*draft.bcc, *hidden)) if hidden else draft


def _judged(draft: Draft, ruleset: Ruleset) -> Report:
    """The report; of a signed or encrypted message only what is said of its subject."""
    report = lint(draft, ruleset)
    if not exempt.body_why(draft):
        return report
    kept = tuple(finding for finding in report.findings if finding.span.zone == "subject")
    groups = score.breakdown(kept, ruleset.pack.caps, ruleset.once)
    return report._replace(findings=kept, groups=groups, score=score.total(groups))


def _ladder(report: Report, draft: Draft, envelope: Envelope, policy: Policy) -> tuple[Action, str, int]:
    """Action, reason and number of the rule: the first rule that fits decides, else the gate's own keys."""
    settings = policy.settings
    number = first(policy.rules, report, draft, envelope.sender, envelope.recipients)
    if number:
        return Action(policy.rules[number - 1].action), "rule", number
    failing = policy.door.failing if settings["action"] == "auto" else Action(settings["action"])
    if _reaches(report, settings["fail-on"]):
        return failing, "findings", 0
    if report.score < settings["min-score"]:
        return failing, "score", 0
    if _reaches(report, settings["warn-on"]) or report.has_crash:
        return min(policy.door.remarked, failing, key=list(Action).index), "findings", 0
    return Action.PASS, "clean", 0


def _reaches(report: Report, severity: str) -> bool:
    return severity != "never" and any(one.severity.rank <= Severity(severity).rank for one in report.findings)


def _hold_checks(ruleset: Ruleset, rules: list[Mapping[str, Any]]) -> None:
    known = {name for spec in ruleset.pack.specs for name in (spec.name, spec.group)}
    for name in (name for rule in rules for name in rule.get("checks", ()) if name not in known):
        origin = ruleset.config.origins["gate.rules"]
        raise ConfigError(f"{origin}: gate.rules: there is no check {name!r}{hint(name, known)}")
