"""Several matters in one message, told apart: what each of them would say in a message of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.language.topics import content_words
from maillint.records import NamedTuple
from maillint.rewrite.quoting import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.finding import Finding
    from maillint.message.draft import Draft

CHECK = "body-several-topics"
"""The check that finds where another matter begins."""
_LEAST_WORDS = 4
"""Content words of a paragraph that may belong elsewhere than to the matter before it."""
_LEADERS = ("and ", "oh, ", "oh ", "but ", "so ", "well, ", "now ", "then ", "ok, ", "okay, ", "finally, ")
_GAP = " \t\n\u3000,，、:：;；—–-"
_LEAST = 4
"""Characters that are left of a sentence without the words that lead over to it."""
_NUMBERS = "0123456789.、)） \t"


class Matter(NamedTuple):
    """One matter: its subject, and the text of its message from the salutation to what is quoted below."""

    subject: str
    own: str
    """What it says itself."""
    text: str


class _Piece(NamedTuple):
    """A stretch of the author's text, and which matter it belongs to."""

    start: int
    end: int
    matter: int


def matters(draft: Draft, findings: Sequence[Finding], cues: Sequence[str] = ()) -> tuple[Matter, ...]:
    """The matters of a message, each with its salutation, closing, signature and quote; one or none when it has one.

    Args:
        draft: the message.
        findings: what was found in it; those of ``CHECK`` say where another matter begins and what it is called.
        cues: words in lower case that lead over to another matter, and are left out at the head of its message.
    """
    openings = sorted((one for one in findings if one.check == CHECK), key=lambda one: one.span.start)
    if not openings:
        return ()
    pieces = _dealt(draft.text, list(_pieces(draft, [one.span.start for one in openings])))
    if len({piece.matter for piece in pieces}) <= len(openings):
        return ()
    names = [_own_subject(draft, openings[0]), *(str(one.args["name"]) for one in openings)]
    return tuple(_matter(draft, pieces, number, name, cues) for number, name in enumerate(names))


def _own_subject(draft: Draft, first: Finding) -> str:
    """The message's own subject where it says something, else a name for the first matter."""
    name = str(first.args["first"])
    return (draft.subject or name) if draft.bare_subject == name else "".join(draft.reply_prefixes) + name


def _pieces(draft: Draft, places: Sequence[int]) -> Iterator[_Piece]:
    """The paragraphs of the body and those behind it that open a matter, cut where another matter begins.

    A piece that opens a matter has its number, the others -1, but for those before the first.
    """
    for paragraph in draft.paragraphs:
        inside = [place for place in places if paragraph.start <= place < paragraph.end]
        if paragraph.zone != "body" and not inside:
            continue
        bounds = sorted({paragraph.start, *inside, paragraph.end})
        for start, end in pairwise(bounds):
            number = places.index(start) + 1 if start in places else (0 if end <= places[0] else -1)
            yield _Piece(start, end, number)


def _dealt(text: str, pieces: Sequence[_Piece]) -> list[_Piece]:
    """Every piece with a matter: what opens none goes on with the last one, unless it speaks of an earlier one."""
    dealt: list[_Piece] = []
    for piece in pieces:
        matter = piece.matter
        if matter < 0:
            goes_on = "\n\n" not in text[dealt[-1].end : piece.start]
            matter = dealt[-1].matter if goes_on else _nearest(text, piece, dealt)
        dealt.append(piece._replace(matter=matter))
    return dealt


def _nearest(text: str, piece: _Piece, dealt: Sequence[_Piece]) -> int:
    """The matter with which a paragraph has most words in common; a few words of courtesy go to the first."""
    words = content_words(text[piece.start : piece.end])
    if len(words) < _LEAST_WORDS:
        return 0
    said: dict[int, set[str]] = {}
    for one in dealt:
        said.setdefault(one.matter, set()).update(content_words(text[one.start : one.end]))
    return max(said, key=lambda matter: (len(words & said[matter]), matter))


def _matter(draft: Draft, pieces: Sequence[_Piece], number: int, name: str, cues: Sequence[str]) -> Matter:
    text = draft.text
    own = _joined(text, [piece for piece in pieces if piece.matter == number])
    if number:
        own = _opened(own, cues)
    in_body = [piece for piece in pieces if not _is_behind(draft, piece)]
    head, tail = text[: in_body[0].start], marked(draft, in_body[-1].end)
    for piece in pieces:
        if _is_behind(draft, piece):  # a matter below the closing: it is not said twice
            tail = tail.replace(text[piece.start : piece.end], "", 1)
    return Matter(name, own, head + own + tail)


def _is_behind(draft: Draft, piece: _Piece) -> bool:
    return any(zone.kind != "body" and zone.start <= piece.start < zone.end for zone in draft.zones)


def _joined(text: str, pieces: Sequence[_Piece]) -> str:
    """Pieces as they stood together; an empty line between those that did not."""
    found = ""
    for number, piece in enumerate(pieces):
        gap = text[pieces[number - 1].end : piece.start] if number else ""
        found += ("\n\n" if gap.strip() else gap) + text[piece.start : piece.end]
    return found.rstrip()


def _opened(text: str, cues: Sequence[str]) -> str:
    """A text without the words that led over to it: "By the way, could you ..." -> "Could you ..."."""
    bare = (
        text.lstrip(_NUMBERS)
        if text[:1].isdigit() and text.lstrip("0123456789")[:1] in (".", "、", ")", "）")
        else text
    )
    low = bare.lower().replace("’", "'")
    lead = next((word for word in _LEADERS if low.startswith(word)), "")
    rest = low[len(lead) :]
    fitting = [cue for cue in cues if rest.startswith(cue) and _ends_word(rest, len(cue))]
    if fitting:
        kept = bare[len(lead) + max(map(len, fitting)) :].lstrip(_GAP)
        bare = kept if len(kept) >= _LEAST else bare
    return bare[:1].upper() + bare[1:]


def _ends_word(text: str, at: int) -> bool:
    return not (text[at - 1].isascii() and text[at : at + 1].isalnum() and text[at].isascii())
