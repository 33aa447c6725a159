"""Better subjects for a draft, taken from its own words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.finding import Edit, Grade, Rewrite, Span
from maillint.language.text import holds_han, is_bounded

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from maillint.language.dates import Expression
    from maillint.message.draft import Draft

MOST = 60
"""Characters of a subject in Latin letters."""
MOST_HAN = 25
_JOINS = ("and ", "but ", "or ", "as well as ", "so ", "以及", "并", "並", "且", "及", "和")
_LOOSE_ENDS = ("'s", "’s", "ed", "ing", "ly", "的", "了", "啦", "下", "吗", "嗎", "吧", "呢")
_QUALIFIERS = frozenset(("broken", "lost", "wrong", "late", "bad", "faulty", "initial", "open", "old", "different"))
_LEAST_NUMBER = 4
"""Digits of a figure that names something by itself."""
_PREPOSITIONS = ("by ", "on ", "until ", "till ", "before ", "after ", "from ", "since ", "for ", "of ", "to ")
_DAYPARTS = frozenset(("morning", "noon", "midnight", "afternoon", "evening", "night", "eod", "cob", "close"))
_ASKING = ("would ", "could ", "can ", "will ", "may ", "please ", "do ", "does ", "is ", "are ", "i ", "we ", "you ")
"""Beginnings of a sentence, which no cut makes a name of."""
_LOOSE = 20
"""Characters of an "and …" that is left out with what followed it."""
_MATTERS = ("content", "number", "event", "generic", "act")
"""Kinds of words of which a subject's clause must hold one."""
_LEAST_CUT = 20
"""Characters of a subject that still says something when the rest is cut off."""
_LABELLED = 24
"""Characters of a number with what it is the number of."""
_COUNTED = (
    "两件",
    "兩件",
    "三件",
    "几件",
    "幾件",
    "几个",
    "幾個",
    "两个",
    "兩個",
    "三个",
    "三個",
    "bits",
    "various",
    "things",
)
"""What a subject says over several matters, none of which may stand for all."""
_HEAD = 3000
_LONGEST = 400
_HEAD_LINES = 20


def better_subjects(draft: Draft, *, keep: bool = True) -> Rewrite:
    """A rewrite of the subject behind its prefixes: up to three choices, the best first; advice when none is found.

    Args:
        draft: the message.
        keep: let the one noun or number of the old subject lead a choice.
    """
    low = draft.bare_subject.lower()
    is_counted = any(is_bounded(low, at, at + len(word)) for word in _COUNTED if (at := low.find(word)) >= 0)
    return _rewrite(draft, [] if is_counted else subject_proposals(draft, keep=keep))


def shorter_subjects(draft: Draft, most: int) -> Rewrite:
    """A rewrite of a subject that is too wide: its own clauses that fit, then the text's on the same matter."""
    from maillint.language.subjects import words

    own = [text for text in _own_clauses(draft, most) if any(word.kind in _MATTERS for word in words(text))]
    found = [text for text in subject_proposals(draft) if _is_akin(text, draft.bare_subject[:_HEAD])]
    bare = draft.bare_subject
    is_shouted = bare.isupper() and not holds_han(bare)
    return _rewrite(draft, (found if is_shouted else [*own, *found])[:3])


def _is_akin(text: str, subject: str) -> bool:
    """Whether a proposal speaks of what the subject names: a word, or two pairs of Han characters, in common."""
    from maillint.language import keywords

    one, other = (_stems(keywords.tokens(said), said) for said in (text, subject))
    return bool(one & other) or len({*keywords.han_pairs(text)} & {*keywords.han_pairs(subject)}) > 1


def _stems(places: list[tuple[int, int]], text: str) -> set[str]:
    from maillint.language import keywords

    found = (text[start:end] for start, end in places)
    return {keywords.stem(word) for word in found if keywords.is_content(word)}


def _rewrite(draft: Draft, texts: list[str]) -> Rewrite:
    subject = draft.subject or ""
    kept = draft.reply_prefixes[:1] if len(draft.reply_prefixes) > 1 else draft.reply_prefixes
    start = sum(map(len, kept))  # of a chain of prefixes the first one says it all
    space = " " if start and subject[start - 1] == ":" else ""
    span = Span("subject", start, len(subject))
    choices = [(Edit(span, space + text),) for text in texts]
    return Rewrite(Grade.SUGGESTED, choices[0], tuple(choices[1:])) if choices else Rewrite(Grade.ADVICE)


def subject_proposals(draft: Draft, *, keep: bool = True) -> list[str]:
    """Up to three subjects, the best first: a quoted message's own subject, then names made of the author's sentences.

    Where the new text names nothing ("Thoughts?"), the message below it is read.
    """
    from maillint.language import proposals_en, proposals_zh

    is_han = draft.language.startswith("zh") or draft.language == "mixed"
    propose, room = (proposals_zh.propose, MOST_HAN) if is_han else (proposals_en.propose, MOST)
    room -= sum(map(len, draft.reply_prefixes[:1]))
    spans = (span for paragraph in draft.paragraphs if paragraph.zone == "body" for span in paragraph.sentences)
    days = [one for zone, one in draft.dates if zone != "subject" and one.kind == "relative"]
    own = [_dated(draft.text, start, min(end, start + _LONGEST), days) for start, end in spans]
    known = _known(draft) if keep else ""
    found = propose(own, room, known) or propose(_quoted_sentences(draft), room, known)
    return [*_quoted_subject(draft), *filter(_is_spelt, found)][:3]


def _dated(text: str, start: int, end: int, days: list[Expression]) -> str:
    """A sentence whose days that count from the day of sending are dates: a subject is read on another day."""
    sentence = text[start:end]
    for found in reversed(days):
        if start <= found.start < found.end <= end and _is_plain_day(found, sentence[found.end - start :]):
            before, behind = sentence[: found.start - start], sentence[_end(found) - start :]
            sentence = before + _named(found.readings[0][0], found.text, before) + behind
    return sentence


def _is_plain_day(found: Expression, behind: str) -> bool:
    """Whether an expression is one day and nothing else: "next Wednesday", not "noon on Saturday" or "today's"."""
    if found.form not in ("word", "weekday", "offset") or not found.readings:
        return False
    first, last = found.readings[0]
    has_part = any(word in _DAYPARTS for word in found.text.lower().split())
    is_whole = found.time is None and not has_part and behind[:1] not in ("'", "’")
    return first == last and is_whole


def _end(found: Expression) -> int:
    """Where the day ends: before the 上午 of 明天上午."""
    return found.end if found.text.isascii() else found.anchor or found.end


def _named(day: date, said: str, before: str) -> str:
    """2 December, 12月2日; with "on" where no preposition stands before it."""
    from maillint.language.dates import render

    if not said.isascii():
        return render.han_day(day)
    bare = render.day(day).removesuffix(f" {day.year}")
    return bare if before.lower().endswith(_PREPOSITIONS) else f"on {bare}"


def _is_spelt(text: str) -> bool:
    from maillint.language.spelling import find

    return not find(text, lambda word, is_slip: not is_slip)  # noqa: ARG005


def _quoted_sentences(draft: Draft) -> list[str]:
    """The first sentences of the message that is answered or passed on, its header fields left out."""
    quoted = "\n".join(draft.zone_texts("quote", "forward"))[:_HEAD]
    lines = [line.lstrip("> \t") for line in quoted.splitlines()]
    head = max((at for at, line in enumerate(lines[:_HEAD_LINES], 1) if _field().match(line)), default=0)
    return [sentence for block in "\n".join(lines[head:]).split("\n\n") for sentence in _split(block)][:8]


def _split(block: str) -> list[str]:
    from maillint.language.sentences import spans

    text = " ".join(block.split())
    return [text[start:end] for start, end in spans(text)]


@cache
def _field() -> re.Pattern[str]:
    """A line that belongs to the head of a quoted message."""
    import re

    names = (
        "from|to|cc|sent|date|subject|von|an|gesendet|betreff|发件人|收件人|抄送|发送时间|发送日期|日期|主题"
        "|主旨|主題|寄件者|寄件日期|收件者|標題|标题"
    )
    return re.compile(rf"\s*(?:{names})\s*[:：]|-{{3,}}|_{{3,}}|.{{0,90}}(?:wrote|写道|寫道)[:：]", re.IGNORECASE)


def _known(draft: Draft) -> str:
    """The number or the one noun the old subject has."""
    from maillint.language.subjects import is_blank, words

    if is_blank(draft.bare_subject):
        return ""
    people = frozenset(part for one in (draft.sender, *draft.to) if one for part in one.name.lower().split())
    found = [word for word in words(draft.bare_subject[:MOST], people) if word.kind in ("number", "content")]
    if found and found[0].kind == "number" and not (found[0].text.isdigit() and len(found[0].text) < _LEAST_NUMBER):
        return draft.bare_subject[: found[0].end] if len(draft.bare_subject) <= 20 else found[0].text
    if found and found[-1].kind == "number" and found[-1].end == len(draft.bare_subject) <= _LABELLED:
        return draft.bare_subject  # Case 77120093, 工单20261112-3391: what the other side files it under
    known = draft.bare_subject[found[0].start : found[0].end] if len(found) == 1 else ""
    is_told = not known.islower() or known.lower() in draft.flat
    return known if is_told and not _names_nothing(known) and "{" not in draft.bare_subject else ""


def _names_nothing(known: str) -> bool:
    """Whether a word only qualifies what it once stood beside ("Broken things", 的大额存单, 说了)."""
    low = known.lower()
    return low.endswith(_LOOSE_ENDS) or low.startswith(("的", "了", "不")) or low in _QUALIFIERS


@cache
def _subject_line() -> re.Pattern[str]:
    import re

    return re.compile(
        r"^[>\s*]*(?:subject|betreff|objet|主题|主題|主旨|标题|標題)\s*[:：][ \t]*(\S.{3,120})$",
        re.IGNORECASE | re.MULTILINE,
    )


def _quoted_subject(draft: Draft) -> Iterator[str]:
    """The subject of the message that is passed on or answered, unless it is the old one."""
    from maillint.message.zones import prefixes

    for text in draft.zone_texts("quote", "forward"):
        if match := _subject_line().search(text[:4000]):
            line = match[1].strip()
            bare = line[sum(map(len, prefixes(line))) :].strip()
            if bare and bare.lower() != draft.bare_subject.lower() and len(bare) <= MOST and not draft.bare_subject:
                yield bare
        return


def _own_clauses(draft: Draft, most: int) -> list[str]:
    from maillint.language.subjects import columns

    bare = draft.bare_subject[:_HEAD]
    head = bare.partition("（")[0] or bare  # what stands in brackets behind it only adds to it
    parts = _clause_ends().split(head)
    fitting = [part for text in parts if 8 <= columns(part := text.strip(" -–:：")) <= most]
    own = [part for part in fitting if not part.lower().startswith(_JOINS)]
    own = [part for at, part in enumerate(own) if not at or not part[:1].islower()][:2]
    return own or _cut_short(head, most)


def _cut_short(subject: str, most: int) -> list[str]:
    """An English subject up to the last preposition that lets it fit; none where too little would be left."""
    place = max(subject.lower().rfind(f" {word}", 0, most + 1) for word in _PREPOSITIONS)
    is_name = subject.isascii() and not subject.lower().startswith(_ASKING)
    cut = subject[:place].rstrip(" ,:-") if is_name and place >= _LEAST_CUT else ""
    cut = _without_loose_end(cut)
    is_whole = cut.count('"') % 2 == 0 and cut.count("(") == cut.count(")")
    if subject[place:].lower().startswith(" of ") and not _has_matter(cut):
        return []
    return [cut] if is_whole and len(cut) >= _LEAST_CUT and cut.rpartition(" ")[2].lower() not in _small() else []


def _without_loose_end(cut: str) -> str:
    """Without an "and …" at its end, whose rest was cut off."""
    at = cut.lower().rfind(" and ")
    return cut[:at] if at > 0 and len(cut) - at <= _LOOSE else cut


def _small() -> frozenset[str]:
    from maillint.language.lists import read

    return frozenset(read("keywords.txt")["small"])


def _has_matter(cut: str) -> bool:
    """Whether it names something without what it is the value, the half or the list of."""
    return any(f" {word}" in f"{cut.lower()} " for word in ("about ", "for ", "of ", "on "))


@cache
def _clause_ends() -> re.Pattern[str]:
    import re

    return re.compile(r"[，；;。！!（）()【】]|, |: | [-–—] ")
