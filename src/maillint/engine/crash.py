"""A check whose Python fails: told with file and line, so that whoever wrote it can mend it."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

from maillint import authoring
from maillint.engine import packs
from maillint.engine.checkfile import CheckFileError
from maillint.engine.names import hint
from maillint.finding import Confidence, Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.engine.packs import Spec
    from maillint.message.draft import Draft

_LONGEST = 200
"""Characters of an exception's own words that are told."""


def finding_of(spec: Spec, error: Exception) -> Finding:
    """The finding about a check that failed on a message; of one in a pack it names file and line."""
    is_ours = spec.code.startswith(packs.BUILT_IN)
    return Finding(
        check=spec.name,
        severity=Severity.INFO,
        confidence=Confidence.HIGH,
        span=Span("body", 0, 0),
        text="",
        cost=0.0,
        key="crashed",
        args={
            "error": _words(error),
            "told": told(spec.code, error),
            "is_ours": is_ours,
        },
    )


def told(code: str, error: Exception) -> str:
    """What went wrong in a check's Python: ``acme/house/old_name.py:12: NameError: name 'x' is not defined``."""
    if isinstance(error, CheckFileError):
        return str(error)
    return f"{place(code, error)}: {_words(error)}"


def place(code: str, error: Exception) -> str:
    """File and line of a check's Python that an error came from; the file alone where no line of it is to blame."""
    full = os.path.abspath(code)
    if isinstance(error, SyntaxError) and os.path.abspath(error.filename or "") == full:
        return f"{code}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if os.path.abspath(frame.filename) == full]
    return f"{code}:{lines[-1]}" if lines else code


def _words(error: Exception) -> str:
    words = error.msg if isinstance(error, SyntaxError) else str(error)
    if isinstance(error, ImportError) and error.name == authoring.__name__ and words.startswith("cannot import name"):
        wanted = words.split("'")[1]
        words = f"{error.name} offers no {wanted!r}{hint(wanted, authoring.__all__)}"
    return " ".join(f"{type(error).__name__}: {words}".split())[:_LONGEST]


def held(found: Iterable[object], draft: Draft) -> list[Finding]:
    """What a pack's function yields, if all of it are findings in the message.

    Raises:
        TypeError: it yields something else.
        ValueError: a span lies outside of the text.
    """
    kept = []
    for finding in found:
        if not isinstance(finding, Finding):
            kind = type(finding).__name__
            raise TypeError(f"find yields {kind!r}; it is to yield findings, made by rule.finding(draft, span)")
        length = len((draft.subject or "") if finding.span.zone == "subject" else draft.text)
        if not 0 <= finding.span.start <= finding.span.end <= length:
            raise ValueError(f"{finding.span} lies outside of the text, which has {length} characters")
        kept.append(finding)
    return kept
