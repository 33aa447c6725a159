"""What a customer wrote, and the answer to it, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.finding import Span
from maillint.language.service import is_complaint
from maillint.language.text import flatten
from maillint.message.answered import answered

if TYPE_CHECKING:
    from maillint.language.paragraph import Paragraph
    from maillint.message.draft import Draft

_LONGEST = 3_000
"""Characters of a customer's message that are looked at."""


def asked(draft: Draft) -> str:
    """The customer's newest words in lower case; empty when nothing is answered."""
    return "" if draft.is_forward else flatten(answered(draft)[:_LONGEST])


def complaint(draft: Draft) -> str:
    """The same where it is a complaint; empty otherwise."""
    text = asked(draft)
    return text if is_complaint(text) else ""


def answer(draft: Draft) -> str:
    """The author's body and closing in lower case; empty when nothing stands there."""
    own = [draft.flat[paragraph.start : paragraph.end] for paragraph in _own(draft)]
    return "\n\n".join(own)


def answer_sentences(draft: Draft) -> list[tuple[Span, str]]:
    """The sentences of the author's body and closing with their words in lower case."""
    return [
        (Span(paragraph.zone, start, end), draft.flat[start:end])
        for paragraph in _own(draft)
        for start, end in paragraph.sentences
    ]


def head_of(draft: Draft) -> Span:
    """The place where the answer begins."""
    own = _own(draft)
    return Span(own[0].zone, own[0].start, own[0].start) if own else Span("body", 0, 0)


def tail_of(draft: Draft) -> Span:
    """The place behind its last paragraph of text."""
    own = [paragraph for paragraph in _own(draft) if paragraph.zone == "body"] or _own(draft)
    return Span(own[-1].zone, own[-1].end, own[-1].end) if own else Span("body", 0, 0)


def _own(draft: Draft) -> list[Paragraph]:
    return [paragraph for paragraph in draft.paragraphs if paragraph.zone != "salutation"]
