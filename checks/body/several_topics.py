"""A second matter in the same mail, opened by words that say so.

What judges topics is loaded where those words do open a sentence; in most drafts they stand elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, NamedTuple, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEADERS = frozenset(("and", "oh", "but", "so", "well", "now", "then", "also", "ok", "okay", "finally", "哦", "啊"))
_ENDS = ".!?。！？…；:：)）"
_STOPS = ("。", "！", "？", "? ", "! ", ". ", ".\n", "?\n", "!\n", "\n\n")
_REACH = 200
_LONGEST = 2000
_LEAST = 4
"""Content words that must have been said before anything can be a second matter."""
_SHARED = 0.34
"""The share of its words that a second matter may have in common with the first."""
_SHARED_ASIDE = 0.15
"""The same for an aside: a single one is no evidence, two of them are."""
_NEXT_TO_NOTHING = 0.05
_ASKED = 2
"""Requests from which matters that nothing leads over to are looked for."""
_MOST = 30
"""Hits that are looked at; mail is hostile input."""
_NAME = 12
"""Characters in which a matter is named ("discipline.") before it is told."""
_DAYS = ("exact", "range", "relative", "ambiguous")
_WANTS_COMMA = frozenset(
    (
        *("unrelated", "completely unrelated", "totally unrelated", "unrelatedly"),
        *("separately", "incidentally", "additionally", "furthermore", "besides"),
    )
)


class _Opening(NamedTuple):
    """A sentence that may open another matter."""

    start: int
    end: int
    cue_end: int
    """Where the words end that lead over to it."""
    kind: str
    """"apart", "named", "beside", "aside", "more", "last", "list", "listed" or "agenda", as the phrases say."""
    opens_paragraph: bool


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Every sentence that leads over to a matter of its own."""
    telling = [hit for hit in hits if hit.value != "asked"]
    places = sorted({*_listed(draft), *(opening for hit in telling[:_MOST] for opening in _openings(draft, hit))})
    openings = [opening for opening in places if _may_be_apart(opening)]
    apart = _apart(draft, openings) if openings else []
    if not apart and len(hits) - len(telling) >= _ASKED:
        apart = list(_unannounced(draft))
    if apart:
        yield from _findings(draft, rule, apart)


def _unannounced(draft: Draft) -> Iterator[_Opening]:
    """The first sentences of paragraphs that have nothing in common with any other, where several ask something."""
    from maillint.authoring import unannounced

    body = [paragraph for paragraph in draft.paragraphs if paragraph.zone == "body" and not paragraph.is_item]
    if _ASKED < len(body) <= _MOST:
        for place in unannounced(draft.bare_subject, [paragraph.text for paragraph in body]):
            start, end = body[place].sentences[0]
            yield _Opening(start, end, start, "listed", opens_paragraph=True)


def _findings(draft: Draft, rule: Rule, openings: Sequence[_Opening]) -> Iterator[Finding]:
    """One for each, with the names of the matters so far."""
    from maillint.authoring import headline

    names: list[str] = []
    for opening in openings:
        start = opening.start + len(_mark(draft.text[opening.start : opening.end]))
        name = headline(draft.text[start : opening.end], draft.text[start : opening.cue_end])
        names = [*(names or [_first(draft, _before(draft, opening.start))]), name]
        zone = next((zone.kind for zone in draft.zones if zone.start <= opening.start < zone.end), "body")
        span = Span(zone, opening.start, opening.end)
        yield rule.finding(draft, span, rewrite=advise(), topics=list(names), first=names[0], name=name)


def _mark(sentence: str) -> str:
    """The number or bullet that stands before a point of a list, with the blank behind it."""
    mark, blank, _ = sentence.partition(" ")
    is_number = mark[-1:] in (".", ")") and mark[:-1].isdecimal()
    return mark + blank if is_number or mark in ("-", "*", "•", "–") else ""


def _apart(draft: Draft, openings: Sequence[_Opening]) -> Sequence[_Opening]:
    """Those that open a matter of their own: by what they say, or because they have nothing in common with the rest.

    Nothing in common is little evidence. It takes a request and a day besides, or a second paragraph of the kind.
    """
    from maillint.authoring import content_words

    sure: set[_Opening] = set()
    likely: set[_Opening] = set()
    for opening in openings:
        if opening.kind == "listed":
            sure.add(opening)
            continue
        before = _before(draft, opening.start)
        if len(content_words(before)) < _LEAST:
            continue
        if _is_apart(draft, opening, before) or _is_left_open(draft, opening, before):
            sure.add(opening)
        elif (opening.opens_paragraph or opening.kind == "aside") and (evidence := _evidence(draft, opening, before)):
            if evidence > 1:
                sure.add(opening)
            elif opening.opens_paragraph:
                likely.add(opening)
        elif sure and _goes_on(draft, opening, before):
            likely.add(opening)
    return [opening for opening in openings if opening in sure or (opening in likely and len(sure | likely) > 1)]


def _is_left_open(draft: Draft, opening: _Opening, before: str) -> bool:
    """Whether it comes back to something older that is still open and that nothing was said of (去年的押金还没退)."""
    from maillint.authoring import business_fields, is_left_open

    matter, told = draft.text[opening.cue_end : opening.end], f"{draft.subject}\n{before}"
    return is_left_open(told, matter) and not business_fields(matter) & business_fields(told)


def _goes_on(draft: Draft, opening: _Opening, before: str) -> bool:
    """Whether a sentence behind another matter asks for, or dates, something of which no word was said either."""
    from maillint.authoring import asks, overlap

    matter = draft.text[opening.cue_end : opening.end]
    says_what = asks(matter) or _has_day(draft, opening, opening.end)
    return says_what and overlap(f"{draft.subject}\n{before}", matter) <= _NEXT_TO_NOTHING


def _evidence(draft: Draft, opening: _Opening, before: str) -> int:
    """How much says that a paragraph shares neither words nor purpose with the others: 0, 1 or 2."""
    from maillint.authoring import asks, is_foreign, is_item_of_agenda, is_other_half, overlap, stands_alone

    end = _paragraph_end(draft.text, opening.end)
    matter, told = draft.text[opening.cue_end : end], f"{draft.subject}\n{before}"
    if _turns_away(opening, before, told, matter):
        return 2
    if opening.kind == "beside":
        return 2 * (asks(matter) and stands_alone(matter) and overlap(told, matter) <= _SHARED_ASIDE)
    if opening.kind == "aside":
        return _evidence_of_aside(draft, opening, told, end)
    if opening.kind == "more" and is_other_half(draft.bare_subject, before, matter):
        return 2
    is_agenda = opening.kind == "agenda"
    if not (is_item_of_agenda(told, matter) if is_agenda else is_foreign(told, matter) and stands_alone(matter)):
        return 0
    return asks(matter) + _has_day(draft, opening, end)


def _evidence_of_aside(draft: Draft, opening: _Opening, told: str, end: int) -> int:
    """1 for a request that shares next to nothing with the rest, 2 when it names a thing and a day of its own."""
    from maillint.authoring import asks, names_a_thing, overlap

    end = _end_of_aside(draft, opening, told, end)
    matter = draft.text[opening.cue_end : end]
    if not asks(matter) or overlap(told, matter) > _SHARED_ASIDE:
        return 0
    return 1 + (_has_day(draft, opening, end) and names_a_thing(matter))


def _end_of_aside(draft: Draft, opening: _Opening, told: str, end: int) -> int:
    """Where a later sentence of the paragraph comes back to what was spoken of before; ``end`` where none does."""
    from maillint.authoring import overlap

    later = ((start, stop) for p in draft.paragraphs for start, stop in p.sentences if opening.end <= start < end)
    return next((start for start, stop in later if overlap(told, draft.text[start:stop])), end)


def _has_day(draft: Draft, opening: _Opening, end: int) -> bool:
    days = (date for zone, date in draft.dates if zone == "body" and opening.cue_end <= date.start < end)
    return any(date.kind in _DAYS for date in days)


def _turns_away(opening: _Opening, before: str, told: str, matter: str) -> bool:
    """Whether it congratulates, turns from a wish to news, or from business to the author's family."""
    from maillint.authoring import congratulates, is_news, is_of_kin, is_personal_wish, overlap

    if congratulates(told, matter) or (is_personal_wish(before) and is_news(told, matter)):
        return True
    may_be_private = opening.kind in ("aside", "last", "beside") or not matter.isascii()
    return may_be_private and is_of_kin(told, matter) and overlap(told, matter) <= _NEXT_TO_NOTHING


def _paragraph_end(text: str, place: int) -> int:
    blank = text.find("\n\n", place, place + _LONGEST)
    return blank if blank >= 0 else place


def _openings(draft: Draft, hit: Hit) -> Iterator[_Opening]:
    if hit.span.zone == "subject" and hit.value != "list":
        return
    if hit.value == "list":
        is_agenda = hit.span.zone == "subject"
        later = [p for p in draft.paragraphs if p.zone == "body" and (is_agenda or p.start > hit.span.start)]
        for start, end in (paragraph.sentences[0] for paragraph in later[1:]):
            yield _Opening(start, end, start, "agenda" if is_agenda else "list", opens_paragraph=True)
        return
    for opening in _at_head(draft.text, hit):
        if not any(p.is_item and p.start <= hit.span.start < p.end for p in draft.paragraphs):
            yield opening


def _listed(draft: Draft) -> Iterator[_Opening]:
    """The first sentences of the matters that the subject lists one by one, from the second on."""
    if not any(mark in draft.bare_subject for mark in "、；"):
        return
    from maillint.authoring import listed_matters

    body = [paragraph for paragraph in draft.paragraphs if paragraph.zone == "body"]
    for place in listed_matters(draft.bare_subject, [paragraph.text for paragraph in body]):
        start, end = body[place].sentences[0]
        yield _Opening(start, end, start, "listed", opens_paragraph=True)


def _at_head(text: str, hit: Hit) -> Iterator[_Opening]:
    """The sentence a hit stands at the head of; none for words in its middle ("billed separately")."""
    start, after = hit.span.start, text[hit.span.end : hit.span.end + 1]
    if hit.text.lower() in _WANTS_COMMA and after not in ",:—–-":
        return
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    lead = text[line:start].rstrip(" \t,，、(（")
    while lead and lead.split()[-1].lower() in _LEADERS:
        lead = lead[: -len(lead.split()[-1])].rstrip(" \t,，、")
    if lead.strip() and lead[-1] not in _ENDS:
        return
    first = line + len(lead)
    first += len(text[first:start]) - len(text[first:start].lstrip())
    opens_paragraph = not lead.strip() and _ends_above(text, line)
    name = _name(text, hit.span.end) if hit.value == "named" else ""
    end = hit.span.end + len(name) + 1 if name else _end(text, hit.span.end)
    kind = "more" if hit.value == "named" and not name else hit.value
    yield _Opening(first, end, hit.span.end, kind, opens_paragraph)


def _ends_above(text: str, line: int) -> bool:
    """Whether the line begins a paragraph: a blank line or a finished sentence stands above it."""
    near = text[max(0, line - _REACH) : line]
    above = near.rstrip(" \t\n")
    return not above or near.count("\n", len(above)) > 1 or above[-1] in _ENDS


def _end(text: str, place: int) -> int:
    """Where the sentence ends that goes on at ``place``."""
    stops = [at + 1 for mark in _STOPS if (at := text.find(mark, place + 3, place + _LONGEST)) > 0]
    return min(stops, default=len(text[: place + _LONGEST].rstrip()))


def _before(draft: Draft, place: int) -> str:
    """What the author said before, in the body."""
    return "\n".join(
        draft.text[p.start : min(p.end, place)] for p in draft.paragraphs if p.zone == "body" and p.start < place
    )


def _may_be_apart(opening: _Opening) -> bool:
    """Whether it stands where another matter may begin; the weakest words do so only at a paragraph's head."""
    return opening.opens_paragraph or opening.kind in ("apart", "beside", "aside", "more")


def _is_apart(draft: Draft, opening: _Opening, before: str) -> bool:
    """Whether the sentence speaks of something else than the mail did so far."""
    from maillint.authoring import are_far_apart, business_fields, overlap, own_fields

    sentence = draft.text[opening.cue_end : opening.end]
    spoken, new = business_fields(before), own_fields(f"{draft.subject}\n{before}", sentence)
    if opening.kind == "named":
        name = _name(draft.text, opening.cue_end)
        return bool(name) and opening.opens_paragraph and overlap(f"{draft.subject}\n{before}", name) == 0
    if opening.kind == "apart" or (opening.kind == "beside" and not (new and new <= spoken)):
        return overlap(f"{draft.subject}\n{before}", sentence) <= _SHARED
    return opening.kind != "last" and are_far_apart(spoken, new)


def _name(text: str, place: int) -> str:
    """The few characters that name a matter, up to a full stop or colon; empty where a clause goes on."""
    near = text[place : place + _NAME]
    end = next((at for at, character in enumerate(near) if character in "。：:，,；！？\n"), _NAME)
    return near[:end] if near[end : end + 1] in tuple("。：:") else ""


def _first(draft: Draft, before: str) -> str:
    from maillint.authoring import headline

    bare = draft.bare_subject
    is_telling = len(bare) > (8 if bare.isascii() else 3)
    return bare if is_telling else headline(before.lstrip().partition("\n")[0])
