"""A short name for the matter a sentence is about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_MOST = 60
_MOST_HAN = 25
_ARTICLES = ("the", "a", "an", "our", "your", "my", "their", "his", "her", "this", "that", "these", "those")
_LOOSE_ENDS = (
    *_ARTICLES,
    "and",
    "or",
    "of",
    "to",
    "in",
    "on",
    "at",
    "for",
    "from",
    "with",
    "by",
    "as",
    "is",
    "are",
    "new",
)


@cache
def _lead_in() -> re.Pattern[str]:
    import re

    english = (
        r"(?:(?:could|can|would|will) you(?: please| kindly)?|please(?: also)?|kindly|let me know|remember to|did you"
        r"|(?:i|we) (?:would|'d) like to|(?:i|we) (?:just |also )?(?:need|want)(?:ed)?(?: you)?(?: to)?"
        r"|do you (?:know|have)"
        r"|(?:also|just|and|oh|so)\b,?|i (?:was )?wonder(?:ing|ed)? (?:if|whether)(?: you could)?|don't forget to"
        r"|you should|it seems that|have you|there (?:is|are)|(?:we|i) have|(?:is|are) there)\s+"
    )
    chinese = (
        "(?:[麻烦麻煩烦煩]{1,2}[请請]?[您你]?|[请請][您你]?|大家|各位|我们|我們|我|想[问問]一下|想|记得|記得|[还還]|也|一下|帮忙|幫忙"
        "|[您你]|能否|可否|是否|不知|那个|那個|关于|關於)+"
    )
    return re.compile(rf"(?i){english}|{chinese}")


@cache
def _verb() -> re.Pattern[str]:
    import re

    return re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|needs?|must|should|can|could|may|does|did)\s")


@cache
def _turn() -> re.Pattern[str]:
    import re

    return re.compile(r"[。！？!?；;，]|\.(?:\s|$)|(?:,| -| –) |\s(?:because|so that|since|although|as soon as|if)\s")


def headline(sentence: str, cue: str = "") -> str:
    """A short name for the matter a sentence opens, fit for a subject: at most 60 characters, or 25 Han characters.

    Args:
        sentence: the sentence as written.
        cue: the words at its head that only lead over ("By the way", "另外"), left out.
    """
    text = " ".join(sentence.split())
    text = text[len(cue) :] if text[: len(cue)].lower() == cue.lower() else text
    text = text.lstrip(" ,，:：.-–—、。")
    while match := _lead_in().match(text):
        text = text[match.end() :].lstrip(" ,，")
    text = _subject_of(_turn().split(text, maxsplit=1)[0])
    limit = _MOST if text.isascii() else _MOST_HAN
    if len(text) > limit:
        text = text[:limit].rpartition(" ")[0] or text[:limit]
        while text.rpartition(" ")[2].lower() in _LOOSE_ENDS and " " in text:
            text = text.rpartition(" ")[0]
    return text[:1].upper() + text[1:].rstrip(" ,，的")


def _subject_of(clause: str) -> str:
    """What a statement is about: the words before its verb when they name a thing ("the barrier is being replaced")."""
    article, _, rest = clause.partition(" ")
    if article.lower() not in _ARTICLES:
        return clause
    named = _verb().split(rest, maxsplit=1)[0]
    return named if " " in named else rest
