"""Edits to a new message: what is not edited stays as it was, to the octet.

``apply`` gives a message back with the rewrites of its findings in every part that carries the text.
``mending.Mender`` judges the outcome as well, and takes nothing that would draw a new finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.finding import Grade

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maillint.finding import Finding
    from maillint.message.draft import Draft
    from maillint.rewrite.outcome import Outcome

__all__ = ["apply", "rewrite", "rewrite_fields"]


def apply(message: Draft | bytes, findings: Iterable[Finding], grade: Grade = Grade.SAFE) -> bytes:
    """The message with the rewrites of its findings, up to a grade; as it was where nothing can be applied safely.

    Args:
        message: the message's octets, or the Draft that ``message.read`` made of them.
        findings: what ``engine.lint`` found in it.
        grade: the freest grade to apply; ``SUGGESTED`` takes the safe ones too.
    """
    return rewrite(message, findings, grade).data


def rewrite(message: Draft | bytes, findings: Iterable[Finding], grade: Grade = Grade.SAFE) -> Outcome:
    """As ``apply``, and says which findings were applied, which were left and why."""
    from maillint.rewrite import wire

    return wire.rewrite(message if isinstance(message, bytes) else message.raw, list(findings), grade)


def rewrite_fields(
    fields: Mapping[str, Any], findings: Iterable[Finding], grade: Grade = Grade.SAFE
) -> tuple[dict[str, Any], Outcome]:
    """The fields of a compose window, as ``from_compose`` takes them, with the rewrites in them; and what was done.

    ``subject``, ``text``, ``html`` and the addressees may differ from what went in; all other fields are handed back as
    they are.
    """
    from maillint.rewrite import fields as compose

    return compose.rewrite(fields, list(findings), grade)
