"""Words of the corridor, particles, tildes and single smileys."""

from __future__ import annotations

from string import ascii_letters
from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, better, emoji, emoticons, is_code, is_said, line_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_TILDES = ("~", "～")
_LETTER_FACES = frozenset(("xd", "t_t"))
_PARTICLES = frozenset("啦哈呗唄哟喲喽嘍咯囉呀嘛哦喔耶呐吶嘞唷咧喎啫啩吖喇咩诶誒欸呦")
"""One of them alone is still friendly."""
_CANTONESE, _MANY = frozenset("哋嘅咗喺嚟啲嗰冇咁唔畀攞佢嘢噉"), 3
"""A text with several of these is Cantonese throughout: single words of Mandarin put into it would only mix the two."""
_LABEL = 24
_LONGEST = 20
_FIRST_HAN = "\u3040"
_MOST = 4
"""Pictures in a message; from the next one on single ones are another check's finding only."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each word as its list says; particles where there are several; a smiley or a picture where it stands alone."""
    allowed = frozenset(rule.options["allowed"])
    faces: list[Span] = []
    particles: dict[str, list[Finding]] = {}
    words = 0
    is_cantonese = len(_CANTONESE.intersection(draft.own_text)) >= _MANY if hits else False
    for hit in hits:
        if hit.text.lower() in allowed:
            continue
        if hit.text in _TILDES:
            particles.setdefault(_TILDES[0], []).extend(_tilde(draft, rule, hit))
        elif not hit.text[0].isalnum() or hit.text.lower() in _LETTER_FACES:
            faces.append(hit.span)
        elif is_said(draft, hit) and not _is_laughter(draft, hit):
            finding = rule.finding(draft, hit.span, rewrite=advise() if is_cantonese else better(hit, draft=draft))
            if hit.text not in _PARTICLES:
                words += 1
                yield finding
            else:
                particles.setdefault(hit.text, []).append(finding)
    if words + sum(map(len, particles.values())) >= rule.options["particles"]:
        yield from (same[0] for same in particles.values() if same)
    if faces and rule.options["pictures"]:
        yield from _pictures(draft, rule, faces)


def _is_laughter(draft: Draft, hit: Hit) -> bool:
    """Whether a particle only goes on what stands before it: the last 哈 of 哈哈哈."""
    text = (draft.subject or "") if hit.span.zone == "subject" else draft.text
    return len(hit.text) == 1 and text[max(0, hit.span.start - 1) : hit.span.start] == hit.text


def _tilde(draft: Draft, rule: Rule, hit: Hit) -> Iterator[Finding]:
    """A tilde that draws out the word before it; one between two values is a range."""
    text = (draft.subject or "") if hit.span.zone == "subject" else draft.text
    start, end = hit.span.start, hit.span.end
    word, after = _word_before(text, start), text[end : end + 1]
    if word and not after.isalnum() and after not in ("/", "~", "～", "-") and is_said(draft, hit):
        yield rule.finding(draft, Span(hit.span.zone, start - len(word), end), rewrite=advise())


def _word_before(text: str, end: int) -> str:
    """The word that ends there: two Han, or letters; a single letter is a label."""
    before = text[max(0, end - _LONGEST) : end]
    if not before[-1:].isalpha():
        return ""
    if before[-1] >= _FIRST_HAN:
        return before[-2:] if before[-2:].isalpha() and before[-2:-1] >= _FIRST_HAN else before[-1]
    word = before[len(before.rstrip(ascii_letters)) :]
    return word if len(word) > 1 else ""


def _pictures(draft: Draft, rule: Rule, faces: Sequence[Span]) -> Iterator[Finding]:
    """Rows, and those that stand alone in a message with few; too many of them are reported elsewhere besides."""
    drawn = list(_drawn(draft))
    is_crowd = sum(count for _, count in drawn) > _MOST
    for span, count in drawn:
        is_listed = any(face.start < span.end and span.start < face.end for face in faces if face.zone == span.zone)
        if (count > 1 or not is_crowd) and is_listed and not _is_label(draft.text, span):
            yield rule.finding(draft, span, key="picture", rewrite=advise("picture"))


def _drawn(draft: Draft) -> Iterator[tuple[Span, int]]:
    for paragraph in draft.paragraphs:
        for start, end, count in emoji(paragraph.text):
            yield Span(paragraph.zone, paragraph.start + start, paragraph.start + end), count
        for start, end in emoticons(paragraph.text):
            if not is_code(line_around(paragraph.text, start)):
                yield Span(paragraph.zone, paragraph.start + start, paragraph.start + end), 1


def _is_label(text: str, span: Span) -> bool:
    """Whether it heads its line in the place of a bullet."""
    line = line_around(text, span.start)
    head = line.lstrip(" \t-*•")[:_LABEL]
    picture = text[span.start : span.end]
    return head.startswith(picture) and len(head) > len(picture) + 1
