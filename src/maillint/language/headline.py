"""A short name for the matter a sentence is about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_MOST = 60
_MOST_HAN = 25


@cache
def _lead_in() -> re.Pattern[str]:
    import re

    english = (
        r"(?:(?:could|can|would|will) you(?: please| kindly)?|please(?: also)?|kindly|(?:i|we) (?:would|'d) like to|i (?:just )?wanted to|"
        r"(?:i|we) (?:also )?(?:need|want)(?: you)?(?: to)?|do you (?:know|have)|(?:also|just|and|oh|so)\b,?|i (?:was )?wonder(?:ing|ed)? (?:if|whether)(?: you could)?|"
        r"let me know|remember to|don't forget to|you should|it seems that|did you|have you|there (?:is|are)|we have|i have|is there|are there)\s+"
    )
    chinese = r"(?:麻烦您?你?|麻煩您?你?|烦请您?|煩請您?|请您?你?|請您?你?|大家|各位|我们|我們|我|想问一下|想問一下|想|记得|記得|还|還|也|一下|帮忙|幫忙|您|能否|可否|是否|不知|那个|那個|关于|關於)+"
    return re.compile(rf"(?i){english}|{chinese}")


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
    limit = _MOST if text[:_MOST].isascii() else _MOST_HAN
    text = _turn().split(text, maxsplit=1)[0]
    if len(text) > limit:
        text = text[:limit].rpartition(" ")[0] or text[:limit]
    return text[:1].upper() + text[1:].rstrip(" ,，的")
