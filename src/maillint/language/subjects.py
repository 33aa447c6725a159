"""What each word of a subject is good for: whether it names a matter, or only greets, hurries and fills."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from maillint.language.lists import read as lists_of
from maillint.language.text import is_han
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_LONGEST_HAN = 6
_LONG_WORD = 8
_INNER = "-'’.&@_/:"
_UNITS = "年月日号號点點时時"
_ACRONYMS = frozenset(("IT", "US", "AM", "OR", "IN"))


class Word(NamedTuple):
    """``subject[start:end]`` and what it is.

    ``kind`` is one of greeting, thanks, filler, empty (update, 问题), generic (letter, 文件), event (meeting, 会议),
    act (congratulations: complete by itself), date, name (of the writer or a reader), number (a code or figure),
    content (names the matter).
    """

    start: int
    end: int
    text: str
    kind: str

    @property
    def weight(self) -> int:
        """How many English words it is worth; a longer stretch of Han holds several."""
        is_phrase = len(self.text) > 2 and is_han(self.text[0]) and self.text not in kinds()
        return 2 if self.kind == "content" and is_phrase else 1


_STAND_INS = (
    *("no subject", "none", "subject", "untitled", "kein betreff", "ohne betreff", "sans objet", "sin asunto"),
    *("无主题", "無主旨", "无标题", "無標題", "主题", "主旨", "无", "無"),
)


def is_blank(bare: str) -> bool:
    """Whether a subject without its prefixes holds nothing, or what a mail program puts in: (no subject), 无主题."""
    low = bare.strip("()（）<>[]【】 .:：").lower()
    return not low or low in _STAND_INS


@cache
def kinds() -> dict[str, str]:
    """Word, English in lower case or Chinese -> what it is in a subject."""
    lists = lists_of("subjects.txt")
    return {word: kind for kind, words in lists.items() if kind != "titles" for word in words}


@cache
def _titles() -> tuple[str, ...]:
    return tuple(sorted(lists_of("subjects.txt")["titles"], key=len, reverse=True))


@lru_cache(maxsize=512)
def columns(text: str) -> int:
    """How wide a line of text is shown: Han, kana, hangul and full-width signs take two columns each."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(sign: str) -> int:
    is_wide = "\u2e80" <= sign <= "\uffe6" and not "\uff61" <= sign <= "\uffdc"
    return 2 if is_wide or "\u1100" <= sign <= "\u115f" else 1


def words(subject: str, names: Collection[str] = ()) -> Iterator[Word]:
    """The words of a subject in order, each with what it is.

    Args:
        subject: decoded, best without its reply prefixes.
        names: names of the writer and the readers, in lower case, word by word.
    """
    for start, end in _runs(subject):
        text = subject[start:end]
        if is_han(text[0]):
            yield from _han_words(text, start, names)
        else:
            yield Word(start, end, text, _kind(text, names))


def _runs(subject: str) -> Iterator[tuple[int, int]]:
    """Stretches of Han, and words and figures of other scripts; 11月24日 stays in one piece."""
    at = 0
    while at < len(subject):
        start = at
        if is_han(subject[at]):
            while at < len(subject) and is_han(subject[at]):
                at += 1
        elif subject[at].isalnum():
            at = _word_end(subject, at)
        else:
            at += 1
            continue
        yield start, at


def _word_end(subject: str, at: int) -> int:
    while at < len(subject):
        sign, after = subject[at], subject[at + 1 : at + 2]
        is_unit = sign in _UNITS and subject[at - 1].isdigit()
        is_inside = sign in _INNER and after.isalnum() and not is_han(after)
        if not (is_unit or is_inside or (sign.isalnum() and not is_han(sign))):
            break
        at += 1
    return at


def _kind(word: str, names: Collection[str]) -> str:
    low = word.lower().replace("’", "'").removesuffix("'s")
    known = kinds().get(low)
    if low in names and known != "date":
        return "name"
    if known:
        return "content" if word in _ACRONYMS else known
    if any(character.isdigit() for character in word):
        return "date" if _is_date(low) else "number"
    parts = low.split("-")
    if len(parts) > 1 and all(part in kinds() for part in parts):
        return kinds()[parts[-1]]
    return _misspelt(low) or ("filler" if len(low) == 1 else "content")


def _is_date(word: str) -> bool:
    """Whether figures say a day, an hour or a year: 3, 2026, 3/12, 10:00, 3pm, 5th, 11月24日."""
    digits = word.rstrip("abdhmnprst.")
    if word[-1] in _UNITS or (
        digits != word and digits.isdigit() and word[len(digits) :].strip(".") in ("am", "pm", "st", "nd", "rd", "th")
    ):
        return True
    if digits.isdigit():
        return len(digits) <= 2 or (len(digits) == 4 and digits[:2] in ("19", "20"))
    parts = word.replace("-", "/").replace(".", "/").replace(":", "/").split("/")
    return len(parts) in (2, 3) and all(part.isdigit() and (len(part) <= 2 or part[:2] == "20") for part in parts)


@cache
def _long_words() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for word, kind in kinds().items():
        if len(word) >= _LONG_WORD and word.isascii():
            table.setdefault(word[0], []).append((word, kind))
    return table


def _misspelt(word: str) -> str:
    """What a long word would be with one letter put right; a subject is no clearer for its typos."""
    if len(word) < _LONG_WORD:
        return ""
    return next((kind for known, kind in _long_words().get(word[0], ()) if _is_one_off(word, known)), "")


def _is_one_off(word: str, known: str) -> bool:
    if abs(len(word) - len(known)) > 1:
        return False
    same = next((at for at, pair in enumerate(zip(word, known, strict=False)) if pair[0] != pair[1]), len(known))
    rest, known_rest = word[same:], known[same:]
    return rest[1:] == known_rest[1:] or rest[1:] == known_rest or rest == known_rest[1:]


def _han_words(text: str, offset: int, names: Collection[str]) -> Iterator[Word]:
    if end := _addressee(text):
        yield Word(offset, offset + end, text[:end], "name")
        offset, text = offset + end, text[end:]
    unknown = start = 0
    while start < len(text):
        word, kind = _longest(text, start, names, is_head=unknown == start)
        if kind:
            yield from _content(text, unknown, start, offset)
            yield Word(offset + start, offset + start + len(word), word, kind)
            unknown = start + len(word)
        start += len(word)
    yield from _content(text, unknown, len(text), offset)


def _addressee(text: str) -> int:
    """Where a name with its title ends at the head of a subject: 王先生, 致李总; 0 when there is none."""
    head = text[:8]
    for title in [title for title in _titles() if title in head]:
        at = head.find(title)
        end = at + len(title)
        if 0 <= at <= 4 and (end == len(text) or text[end] in "收亲親敬台您你好"):
            return end
    return 0


def _content(text: str, start: int, end: int, offset: int) -> Iterator[Word]:
    if start < end:
        yield Word(offset + start, offset + end, text[start:end], "content")


def _longest(text: str, start: int, names: Collection[str], *, is_head: bool) -> tuple[str, str]:
    """The longest known word at a place and what it is; one character and "" when none is known."""
    table = kinds()
    for length in range(min(_LONGEST_HAN, len(text) - start), 0, -1):
        word = text[start : start + length]
        if length > 1 and word in names:
            return word, "name"
        if word in table and (length > 1 or _stands_alone(text, start, is_head=is_head)):
            return word, table[word]
    return text[start], ""


def _stands_alone(text: str, start: int, *, is_head: bool) -> bool:
    """Whether one character is a word of its own rather than a part of an unknown one."""
    after = text[start + 1 : start + 3]
    return is_head and (not after or after in kinds() or after[:1] in kinds())
