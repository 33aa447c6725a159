"""The one module a check may import: the draft, its zones and words, dates, findings and rewrites.

A check that has to think is a function in ``checks/<group>/<name>.py``::

    def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]: ...

What a check imports is loaded then, not before: most drafts need few of these rooms.

It looks at the author's own zones only and builds its findings with ``rule.finding``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.finding import Confidence, Edit, Finding, Grade, Rewrite, Severity, Span
    from maillint.language import dates, names, nicknames, surnames, titles
    from maillint.language.acknowledgements import told_besides
    from maillint.language.agenda import openings as listed_matters
    from maillint.language.closings import is_valediction, takes_leave
    from maillint.language.counterparts import strays
    from maillint.language.dates import Expression
    from maillint.language.edits import is_near
    from maillint.language.headline import headline
    from maillint.language.matters import (
        asks,
        congratulates,
        is_foreign,
        is_left_open,
        is_of_kin,
        is_personal_wish,
        names_a_thing,
        own_fields,
        refers_back,
        stands_alone,
        unannounced,
    )
    from maillint.language.odd_characters import odd_characters
    from maillint.language.overlap import is_item_of_agenda, is_news, is_other_half, overlap
    from maillint.language.personal_numbers import find as numbers_of_persons
    from maillint.language.placeholders import has_placeholders, placeholders
    from maillint.language.plans import is_own_plan
    from maillint.language.promises import is_promise, promised_thing
    from maillint.language.questions import is_question
    from maillint.language.requests import first_request
    from maillint.language.salutation_parts import Salutation
    from maillint.language.script import language_of, script_of
    from maillint.language.service import points, says
    from maillint.language.shouting import shouts
    from maillint.language.spelling import find as misspellings
    from maillint.language.spelling import languagetool
    from maillint.language.spelling.complements import spoilt as spoilt_complement
    from maillint.language.spelling.languagetool import Problem
    from maillint.language.spelling.lattice import find as homophones
    from maillint.language.spelling.places import Misspelling
    from maillint.language.spelling.varieties import english_used, in_english
    from maillint.language.subjects import Word as SubjectWord
    from maillint.language.subjects import columns, is_blank
    from maillint.language.subjects import words as subject_words
    from maillint.language.symbols import decorations, emoji, emoticons
    from maillint.language.text import flatten
    from maillint.language.topics import are_far_apart, business_fields, content_words
    from maillint.language.verbatim import is_code, is_copied, is_quoted, line_around
    from maillint.language.width import misfits, unspaced
    from maillint.language.words import count as count_words
    from maillint.language.words import count_han
    from maillint.message.answered import answered, questions, quote_depth
    from maillint.message.called_upon import called_upon, is_called, may_be_anybody
    from maillint.message.customers import answer, answer_sentences, asked, complaint, head_of, tail_of
    from maillint.message.draft import Address, Attachment, Draft, Style
    from maillint.message.everybody import is_everybody
    from maillint.message.html.styles import points as size_in_points
    from maillint.message.own import opening_words, own_zones, signature_lines
    from maillint.message.proposals import better_subjects, shorter_subjects
    from maillint.message.zones import courtesy, is_forward_prefix
    from maillint.records import NamedTuple
    from maillint.rule import Hit, Rule, advise, into_bcc, rename, replace
    from maillint.signs import signs, weight
    from maillint.slips import slips, told
    from maillint.wordings import better, is_said, reproaches, wordings

_ROOMS = {
    "finding": "Confidence Edit Finding Grade Rewrite Severity Span",
    "language": "dates names nicknames surnames titles",
    "language.acknowledgements": "told_besides",
    "language.agenda": "openings=listed_matters",
    "language.closings": "is_valediction takes_leave",
    "language.counterparts": "strays",
    "language.dates": "Expression",
    "language.edits": "is_near",
    "language.headline": "headline",
    "language.matters": "asks congratulates is_foreign is_left_open is_of_kin is_personal_wish names_a_thing"
    " own_fields refers_back stands_alone unannounced",
    "language.odd_characters": "odd_characters",
    "language.overlap": "is_item_of_agenda is_news is_other_half overlap",
    "language.personal_numbers": "find=numbers_of_persons",
    "language.placeholders": "has_placeholders placeholders",
    "language.plans": "is_own_plan",
    "language.promises": "is_promise promised_thing",
    "language.questions": "is_question",
    "language.requests": "first_request",
    "language.salutation_parts": "Salutation",
    "language.script": "language_of script_of",
    "language.service": "points says",
    "language.shouting": "shouts",
    "language.spelling": "find=misspellings languagetool",
    "language.spelling.complements": "spoilt=spoilt_complement",
    "language.spelling.languagetool": "Problem",
    "language.spelling.lattice": "find=homophones",
    "language.spelling.places": "Misspelling",
    "language.spelling.varieties": "english_used in_english",
    "language.subjects": "Word=SubjectWord columns is_blank words=subject_words",
    "language.symbols": "decorations emoji emoticons",
    "language.text": "flatten",
    "language.topics": "are_far_apart business_fields content_words",
    "language.verbatim": "is_code is_copied is_quoted line_around",
    "language.width": "misfits unspaced",
    "language.words": "count=count_words count_han",
    "message.answered": "answered questions quote_depth",
    "message.called_upon": "called_upon is_called may_be_anybody",
    "message.customers": "answer answer_sentences asked complaint head_of tail_of",
    "message.draft": "Address Attachment Draft Style",
    "message.everybody": "is_everybody",
    "message.html.styles": "points=size_in_points",
    "message.own": "opening_words own_zones signature_lines",
    "message.proposals": "better_subjects shorter_subjects",
    "message.zones": "courtesy is_forward_prefix",
    "records": "NamedTuple",
    "rule": "Hit Rule advise into_bcc rename replace",
    "signs": "signs weight",
    "slips": "slips told",
    "wordings": "better is_said reproaches wordings",
}
"""Room -> what a check may take from it; ``name=alias`` where it goes by another name here."""
_HOMES = {
    name.rpartition("=")[2]: (room, name.partition("=")[0]) for room, names in _ROOMS.items() for name in names.split()
}


def __getattr__(name: str) -> object:
    """Load a name from its room when a check first asks for it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"maillint.authoring offers no {name!r}")
    room, original = _HOMES[name]
    module = import_module(f"maillint.{room}")
    value: object = getattr(module, original, None) or import_module(f"maillint.{room}.{original}")
    globals()[name] = value
    return value


__all__ = [
    "Address",
    "Attachment",
    "Confidence",
    "Draft",
    "Edit",
    "Expression",
    "Finding",
    "Grade",
    "Hit",
    "Misspelling",
    "NamedTuple",
    "Problem",
    "Rewrite",
    "Rule",
    "Salutation",
    "Severity",
    "Span",
    "Style",
    "SubjectWord",
    "advise",
    "answer",
    "answer_sentences",
    "answered",
    "are_far_apart",
    "asked",
    "asks",
    "better",
    "better_subjects",
    "business_fields",
    "called_upon",
    "columns",
    "complaint",
    "congratulates",
    "content_words",
    "count_han",
    "count_words",
    "courtesy",
    "dates",
    "decorations",
    "emoji",
    "emoticons",
    "english_used",
    "first_request",
    "flatten",
    "has_placeholders",
    "head_of",
    "headline",
    "homophones",
    "in_english",
    "into_bcc",
    "is_blank",
    "is_called",
    "is_code",
    "is_copied",
    "is_everybody",
    "is_foreign",
    "is_forward_prefix",
    "is_item_of_agenda",
    "is_left_open",
    "is_near",
    "is_news",
    "is_of_kin",
    "is_other_half",
    "is_own_plan",
    "is_personal_wish",
    "is_promise",
    "is_question",
    "is_quoted",
    "is_said",
    "is_valediction",
    "language_of",
    "languagetool",
    "line_around",
    "listed_matters",
    "may_be_anybody",
    "misfits",
    "misspellings",
    "names",
    "names_a_thing",
    "nicknames",
    "numbers_of_persons",
    "odd_characters",
    "opening_words",
    "overlap",
    "own_fields",
    "own_zones",
    "placeholders",
    "points",
    "promised_thing",
    "questions",
    "quote_depth",
    "refers_back",
    "rename",
    "replace",
    "reproaches",
    "says",
    "script_of",
    "shorter_subjects",
    "shouts",
    "signature_lines",
    "signs",
    "size_in_points",
    "slips",
    "spoilt_complement",
    "stands_alone",
    "strays",
    "subject_words",
    "surnames",
    "tail_of",
    "takes_leave",
    "titles",
    "told",
    "told_besides",
    "unannounced",
    "unspaced",
    "weight",
    "wordings",
]
