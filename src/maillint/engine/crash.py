"""A check whose Python fails: told with file and line, so that whoever wrote it can mend it."""

from __future__ import annotations

import os
import traceback
from itertools import pairwise
from typing import TYPE_CHECKING

from maillint import authoring
from maillint.engine import packs
from maillint.engine.checkfile import CheckFileError
from maillint.engine.names import hint
from maillint.engine.results import CRASHED
from maillint.finding import Confidence, Edit, Finding, Grade, HeaderEdit, Rewrite, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.engine.packs import Spec
    from maillint.message.draft import Draft

_LONGEST = 200
"""Characters of an exception's own words that are told."""
_ZONES = ("subject", "salutation", "body", "closing", "signature", "footer", "quote", "forward")


def finding_of(spec: Spec, error: BaseException) -> Finding:
    """The finding about a check that failed on a message; of one in a pack it names file and line."""
    is_ours = spec.code.startswith(packs.BUILT_IN)
    return Finding(
        check=spec.name,
        severity=Severity.INFO,
        confidence=Confidence.HIGH,
        span=Span("body", 0, 0),
        text="",
        cost=0.0,
        key=CRASHED,
        args={
            "error": _words(error),
            "told": told(spec.code or spec.path, error),
            "trace": trace(error),
            "is_ours": is_ours,
        },
    )


def told(code: str, error: BaseException) -> str:
    """What went wrong in a check's Python: ``acme/house/old_name.py:12: NameError: name 'x' is not defined``."""
    if isinstance(error, CheckFileError):
        return str(error)
    return f"{place(code, error)}: {_words(error)}"


def place(code: str, error: BaseException) -> str:
    """File and line of a check's Python that an error came from; the file alone where no line of it is to blame."""
    full = os.path.abspath(code)
    if isinstance(error, SyntaxError) and os.path.abspath(error.filename or "") == full:
        return f"{code}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if os.path.abspath(frame.filename) == full]
    return f"{code}:{lines[-1]}" if lines else code


def trace(error: BaseException) -> str:
    """The traceback of an error in a check's Python, from the first line of it that is a check's."""
    error = error.__cause__ if isinstance(error, CheckFileError) and error.__cause__ else error
    frame = error.__traceback__
    while frame and _is_ours(frame.tb_frame.f_code.co_filename):
        frame = frame.tb_next
    return "".join(traceback.format_exception(type(error), error, frame))


def _is_ours(file: str) -> bool:
    house = os.path.dirname(os.path.abspath(authoring.__file__))
    return file.startswith("<frozen") or (file.startswith(house) and not file.startswith(packs.BUILT_IN))


def _words(error: BaseException) -> str:
    words = error.msg if isinstance(error, SyntaxError) else str(error)
    if isinstance(error, ImportError) and error.name == authoring.__name__ and words.startswith("cannot import name"):
        wanted = words.split("'")[1]
        words = f"{error.name} offers no {wanted!r}{hint(wanted, authoring.__all__)}"
    return " ".join(f"{type(error).__name__}: {words}".split())[:_LONGEST]


def held(found: Iterable[object], draft: Draft) -> list[Finding]:
    """What a pack's function yields, if all of it are findings in the message.

    Raises:
        TypeError: it yields something else.
        ValueError: a span lies outside of the text, or edits of a rewrite overlap.
    """
    kept = []
    for finding in found:
        if not isinstance(finding, Finding):
            kind = type(finding).__name__
            raise TypeError(f"find yields {kind!r}; it is to yield findings, made by rule.finding(draft, span)")
        _hold_kind(finding.severity, Severity)
        _hold_kind(finding.confidence, Confidence)
        _hold_span(finding.span, draft)
        if finding.rewrite is not None:
            _hold_rewrite(finding.rewrite, draft)
        kept.append(finding)
    return kept


def _hold_rewrite(rewrite: Rewrite, draft: Draft) -> None:
    _hold_kind(rewrite, Rewrite)
    _hold_kind(rewrite.grade, Grade)
    for choice in (rewrite.edits, *rewrite.alternatives):
        for edit in choice:
            _hold_kind(edit, Edit)
            _hold_kind(edit.replacement, str)
            _hold_span(edit.span, draft)
        _hold_apart([edit.span for edit in choice if edit.span.zone == "subject"])
        _hold_apart([edit.span for edit in choice if edit.span.zone != "subject"])
    for change in rewrite.header:
        _hold_kind(change, HeaderEdit)
        for value in change:
            _hold_kind(value, str)


def _hold_apart(spans: list[Span]) -> None:
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    for one, other in pairwise(ordered):
        if other.start < one.end:
            raise ValueError(f"two edits of one rewrite change the same words: {one} and {other}")


def _hold_span(span: Span, draft: Draft) -> None:
    _hold_kind(span, Span)
    if span.zone not in _ZONES:
        raise ValueError(f"{span} has no zone{hint(str(span.zone), _ZONES)}; it may be {', '.join(_ZONES)}")
    _hold_kind(span.start, int)
    _hold_kind(span.end, int)
    length = len((draft.subject or "") if span.zone == "subject" else draft.text)
    if not 0 <= span.start <= span.end <= length:
        raise ValueError(f"{span} lies outside of the text, which has {length} characters")


def _hold_kind(value: object, kind: type) -> None:
    if not isinstance(value, kind):
        raise TypeError(f"a finding holds {value!r}, where {kind.__name__} belongs")
