"""Whether a clause asks something, whatever mark its author closed it with."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_split = str.split

_HEADS = frozenset(("who", "what", "when", "where", "which", "whose", "how"))
_PERSONS = frozenset(_split("i you he she it we they"))
_BE = frozenset(
    _split(
        """
        is are am was were can could will would isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't
        """
    )
)
_DO = frozenset(_split("do does did have has doesn't didn't haven't hasn't"))
_SUBJECTS = _PERSONS | frozenset(
    _split("the this that these those there my your our his their any anyone nobody someone")
)
_CALLS = frozenset(_split("and but so or then well ok okay hey hello hi now please seriously honestly"))
_REACH = 5


def is_question(clause: str) -> bool:
    """Whether a clause asks something: a question word and its verb at the head, 吗 at the end, 难道, 为什么.

    Args:
        clause: one clause without the marks that close it, as written.
    """
    bare = clause.strip()
    if bare[-1:] > "⺀":
        return bool(_han().search(bare)) and not _told().search(bare)
    words = [word.strip("\"'()*_") for word in bare.lower().replace("’", "'").split()[: _REACH + 3]]
    while words and words[0] in _CALLS:
        del words[0]
    return _is_english(words[: _REACH + 1])


def _is_english(words: list[str]) -> bool:
    if len(words) < 2:
        return False
    head, following = words[0], words[1]
    if head == "why" or (head in ("what's", "where's", "who's", "how's") and len(words) > 2):
        return following != "not"
    if head in _HEADS:
        return _has_verb_before_subject(head, words[1:])
    return (head in _BE and following in _SUBJECTS) or (head in _DO and following in _PERSONS and following != "it")


def _has_verb_before_subject(head: str, words: list[str]) -> bool:
    """Whether it says "how late is it", not "how late it is"; "who is late" may lean on the clause before."""
    for place, word in enumerate(words):
        if word in _SUBJECTS or word in ("a", "an"):
            return False
        if word in _BE or word in _DO:
            return place + 1 < len(words) and (head in ("what", "how") or place > 0 or words[place + 1] in _SUBJECTS)
    return False


@cache
def _han() -> re.Pattern[str]:
    import re

    ends = "[吗嗎]|[到了完好过過][没沒]有?|(?<![没沒说說不了])(?:[什怎][么麼])|呢"
    asks = "难道|難道|[凭憑][什甚][么麼]|为[何啥]|為[何啥]|[为為][什甚][么麼]"
    manners = "怎[么麼](?!.{0,2}[都也])|[什甚][么麼][时時]候|(?<!任)何[时時]"
    choices = "有[没沒]有|是不是|能不能|会不会|會不會|可不可以|要不要|行不行|到底.{0,6}(?:[谁誰]|[几幾]|多[少久]|哪)"
    return re.compile(f"(?:{ends})$|{asks}|{manners}|{choices}")


@cache
def _told() -> re.Pattern[str]:
    """What is only reported: 不知道为什么, 无论怎么, 请告诉我什么时候; and 呢 that asks nothing: 还早着呢."""
    import re

    told = "知道|不知|不管|不[论論]|[无無][论論]|[无無]所[谓謂]|告[诉訴知]|[说說]明|确认|確認|清楚|明白|看看|想想"
    calm = "不怎[么麼]|[没沒]怎[么麼]|[着著]呢$|[才还還可正在].*呢$"
    return re.compile(f"^(?!.*(?:[吗嗎]|难道|難道)).*(?:{told})|{calm}")
