"""``judge``: the one function by which every engine, processes here or executors there, makes a record."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from maillint.audit.answered import answered
from maillint.audit.fingerprints import Sentences
from maillint.audit.record import Mark, Record, failed
from maillint.engine import score
from maillint.engine.run import bounded, lint
from maillint.message import read, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Report, Ruleset
    from maillint.message.draft import Draft

_MOST_ADDRESSES = 500
_MOST_THREAD = 50
_LONGEST_ID = 250
"""Characters; a line of a message has at most 998 (RFC 5322 2.1.1), an identifier a part of it."""


def key_of(data: bytes) -> str:
    """The name of a message by its content, whichever line ends its carrier gave it."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def judge(data: bytes, path: str, ruleset: Ruleset, *, keep_text: bool = False, key: str = "") -> Record:
    """Judge one message for the store. Never raises: one that maillint stumbles over is a record with ``error``.

    Args:
        data: the message's octets (RFC 5322).
        path: what people are shown as its place.
        ruleset: the checks under a configuration.
        keep_text: whether the findings' words, and their sentences with names and numbers masked, are kept.
        key: what ``key_of`` gives for the octets, where somebody has asked it.
    """
    key = key or key_of(data)
    if complaint := sources.complaint(data):
        return failed(path, complaint, key=key)
    try:
        draft = read(data)
    except Exception as error:  # noqa: BLE001 - as below
        return _crashed(path, error, key)
    return judge_draft(key, draft, path, ruleset, keep_text=keep_text)


def judge_draft(key: str, draft: Draft, path: str, ruleset: Ruleset, *, keep_text: bool = False) -> Record:
    """Judge a message that is a draft already, under the key that names its content; else as ``judge``."""
    try:
        draft = bounded(draft)
        return _record(key, draft, lint(draft, ruleset, path), ruleset, keep_text=keep_text)
    except Exception as error:  # noqa: BLE001 - one broken message is a row, not the end of the audit
        return _crashed(path, error, key)


def _crashed(path: str, error: Exception, key: str) -> Record:
    return failed(path, "crashed", where(error), key)


def where(error: Exception) -> str:
    """What went wrong and where, for whoever mends it; the error's own words may be those of the mail."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    return f"{type(error).__name__} in {os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}"


def _record(key: str, draft: Draft, report: Report, ruleset: Ruleset, *, keep_text: bool) -> Record:
    date = draft.date
    return Record(
        key,
        report.path,
        message_id=_whole((draft.header("Message-ID") or "").strip())[:_LONGEST_ID],
        date=date.isoformat() if date else "",
        epoch=int(date.timestamp()) if date else None,
        sender=_whole(draft.sender.email.lower()) if draft.sender else "",
        recipients=_recipients(draft),
        thread=_thread(draft),
        answered=answered(draft) if draft.is_reply else None,
        is_reply=draft.is_reply,
        score=float(report.score),
        after=float(report.after),
        after_safe=float(report.after_safe),
        grade=report.grade,
        language=report.language,
        profile=report.profile,
        note=report.note,
        groups={group: float(points) for group, points in report.groups.items()},
        findings=tuple(_marks(draft, report, ruleset, keep_text=keep_text)),
    )


def _recipients(draft: Draft) -> tuple[str, ...]:
    found = (address.email.lower() for address in draft.readers + draft.bcc if address.email)
    return tuple(dict.fromkeys(map(_whole, found)))[:_MOST_ADDRESSES]


def _thread(draft: Draft) -> tuple[str, ...]:
    """The root and the latest of the messages it follows."""
    fields = f"{draft.header('References') or ''} {draft.header('In-Reply-To') or ''}"[: 1 << 16]
    found = [word[:_LONGEST_ID] for word in fields.split() if word[0] == "<" and word[-1] == ">"]
    unique = list(dict.fromkeys(map(_whole, found)))
    return tuple(unique if len(unique) <= _MOST_THREAD else (unique[0], *unique[1 - _MOST_THREAD :]))


def _whole(text: str) -> str:
    """Without halves of surrogate pairs, which no database takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _marks(draft: Draft, report: Report, ruleset: Ruleset, *, keep_text: bool) -> Iterator[Mark]:
    sentences = Sentences(draft)
    gains = _gains(report, ruleset)
    for finding in report.findings:
        zone, start, end = finding.span
        yield Mark(
            check=finding.check,
            group=finding.group,
            severity=finding.severity.value,
            confidence=finding.confidence.value,
            cost=float(finding.cost),
            gain=float(gains.pop(finding.check, 0.0)),
            zone=zone,
            start=start,
            end=end,
            grade=finding.rewrite.grade.value if finding.rewrite else "",
            fingerprint=sentences.fingerprint(finding),
            text=_whole(finding.text) if keep_text else "",
            example=_whole(sentences.example(finding)) if keep_text else "",
        )


def _gains(report: Report, ruleset: Ruleset) -> dict[str, float]:
    """By how much the score rises without the findings of each check."""
    found = report.findings
    gains = {}
    for check in {finding.check for finding in found}:
        left = [finding for finding in found if finding.check != check]
        without = score.total(score.breakdown(left, ruleset.pack.caps, ruleset.once))
        gains[check] = round(without - report.score, 1)
    return gains
