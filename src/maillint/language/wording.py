"""When a phrase of a list means what it is listed for: conditions on the words around it.

A phrase's value in a check's file is ``[condition; condition] replacement``, each part optional::

    "gonna" = "going to"
    "哈" = "[closes]"
    "亲" = "[opens; closes]"
    "母亲" = "[fine]"
    "再不" = "[before 就/只能/只好]"

==================  =====================================================================
``opens``           it is the first thing of its sentence, clause or line
``starts``          it is the first thing of its sentence
``heads``           it is the first thing of its line
``closes``          nothing follows in its clause but marks and pictures
``ends``            the same of its sentence
``asked``           its sentence is a question
``exclaimed``       its sentence ends in two exclamation marks or more
``small``           it is written without capitals
``bare``            its clause does not say please
``capital``         it is written with a capital letter
``common``          it is no name: not capitalised in the middle of a sentence
``inside``          it does not stand in the salutation
``reader``          the reader is whom the clause speaks of: you, 你, 您
``after a/b``       one of these stands earlier in its clause
``before a/b``      one of these stands later in its sentence
``last a/b``        one of these stands right before it
``next a/b``        one of these stands right behind it
``not …``           the condition that follows does not hold: ``not after a/b``
``fine``            never: it only looks like one of the phrases (a longer phrase wins over a shorter one)
==================  =====================================================================
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.text import is_bounded
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_REACH = 120
_NEAR = 30
_CLAUSE_MARKS = ",.;:!?，。；：！？、…"
_SENTENCE_MARKS = ".!?。！？"
_SHORT_LINE = 50
_PLEASE = ("please", "kindly", "请", "請", "麻烦", "麻煩", "劳驾", "勞駕")
_GOVERNS = "给替为帮把将跟向对被让和与給為幫將對讓與"


class Condition(NamedTuple):
    """One thing a list asks of the words around a phrase."""

    name: str
    words: tuple[str, ...] = ()
    is_negated: bool = False


class Wording(NamedTuple):
    """What a list says of one phrase."""

    conditions: tuple[Condition, ...]
    replacement: str


class Place(NamedTuple):
    """A phrase in its text: ``text[start:end]`` verbatim, ``flat`` the same text flattened."""

    text: str
    flat: str
    start: int
    end: int
    zone: str = "body"

    @property
    def clause_before(self) -> str:
        """The words of its clause that stand before it."""
        begin = max(0, self.start - _REACH)
        before = self.flat[begin : self.start]
        opened = 1 + max(before.rfind("\n\n"), *map(before.rfind, _CLAUSE_MARKS))
        line = 1 + self.text.rfind("\n", begin, self.start) - begin
        return before[max(opened, line if line > 0 and _is_full_line(self.text, begin + line - 1) else 0) :]

    @property
    def sentence_after(self) -> str:
        """What follows in its sentence, the closing mark left out."""
        return self.flat[self.end : self._sentence_end()]

    @property
    def marks_after(self) -> str:
        """The marks that close its sentence; empty where it just stops."""
        end = self._sentence_end()
        after = self.flat[end : end + 4]
        return after[: len(after) - len(after.lstrip(_SENTENCE_MARKS))]

    def _sentence_end(self) -> int:
        after = self.flat[self.end : self.end + _REACH]
        ends = [at for at in (after.find("\n\n"), *map(after.find, _SENTENCE_MARKS)) if at >= 0]
        return self.end + min(ends, default=len(after))


@cache
def wording(value: str) -> Wording:
    """The conditions and the replacement that a phrase's value stands for."""
    if not value.startswith("["):
        return Wording((), value)
    inside, _, replacement = value[1:].partition("]")
    return Wording(tuple(_condition(part.strip()) for part in inside.split(";")), replacement.strip())


def _condition(part: str) -> Condition:
    name, _, words = part.removeprefix("not ").partition(" ")
    if name not in CONDITIONS:
        raise ValueError(f"no condition {name!r}; there are {', '.join(CONDITIONS)}")
    return Condition(name, tuple(words.replace("妳", "你").split("/")) if words else (), part.startswith("not "))


def in_both_scripts(value: str) -> str:
    """A phrase's value whose conditions hold in either Chinese script, whichever they are written in."""
    if not value.startswith("[") or value.isascii():
        return value
    inside, _, replacement = value[1:].partition("]")
    return f"[{'; '.join(map(_in_both_scripts, inside.split(';')))}]{replacement}"


def _in_both_scripts(part: str) -> str:
    from maillint.language.counterparts import both_forms

    name, blank, words = part.strip().removeprefix("not ").partition(" ")
    negation = "not " if part.strip().startswith("not ") else ""
    return f"{negation}{name}{blank}{'/'.join(both_forms(words.split('/')))}"


def unknown_conditions(value: str) -> list[str]:
    """What a phrase's value asks that is no condition."""
    asked = value[1:].partition("]")[0].split(";") if value.startswith("[") else ()
    names = (part.strip().removeprefix("not ").partition(" ")[0] for part in asked)
    return [name for name in names if name not in CONDITIONS]


def holds(place: Place, conditions: tuple[Condition, ...]) -> bool:
    """Whether the words around a phrase meet all conditions of its list."""
    return all(CONDITIONS[name](place, words) is not is_negated for name, words, is_negated in conditions)


def is_hypothetical(place: Place) -> bool:
    """Whether the clause only supposes, reports or denies it: "if you failed to", 客户说你搞错了, "not your fault"."""
    before = place.clause_before
    if not before or before.isspace():
        return False
    phrase = place.flat[place.start : place.end]
    if phrase[0] in "你您妳" and before[-1] in _GOVERNS:
        return True
    speaks_of_reader = phrase.startswith(("you", "你", "您", "妳"))
    near = before[-_NEAR:]
    return bool(_supposes().search(near) or (speaks_of_reader and _denies().search(near)))


def _pattern(english: str, chinese: str) -> re.Pattern[str]:
    import re

    return re.compile(f"(?<![a-z])(?:{english})(?![a-z])|{chinese}")


@cache
def _supposes() -> re.Pattern[str]:
    supposed = "如果|假如|假设|假設|要是|倘|万一|萬一|是否|是不是|以免|避免|防止|若|如(?=[您你妳贵貴]|$)"
    reported = "(?:客户|客戶|对方|對方|[他她])[们們]?[说說]|反映|投诉称|投訴稱|表示|声称|聲稱|(?<![你您们們])以[为為]"
    return _pattern(
        "if|whether|unless|in case|should(?=\\s*$| your)|lest|said|says?|saying|claim(?:s|ed)?|complain(?:s|ed)|thinks",
        f"(?:{supposed}|{reported})(?=.{{0,7}}$)",
    )


@cache
def _denies() -> re.Pattern[str]:
    return _pattern("not|never|neither|nor|[a-z]+n't", "不是|并非|並非|不怪|不能怪|不代表|不意味")


@cache
def _persons() -> re.Pattern[str]:
    others = "i|we|he|she|they|my|our|us|me|i'm|i've|i'll|we've|we're|we'll"
    reader = "[你您妳]|[贵貴](?:司|公司|方|部)"
    return _pattern(f"(?P<en>you|your|you're|you've|you'd)|{others}", f"(?P<zh>{reader})|[我他她咱]|本人|本公司")


def _speaks_of_reader(place: Place, words: tuple[str, ...]) -> bool:  # noqa: ARG001
    """The reader and nobody else is named before it, neither as an owner (你的快递) nor as an object (给您)."""
    before = place.clause_before
    named = list(_persons().finditer(before))
    if not named or not all(match["en"] or match["zh"] for match in named):
        return False
    last = named[-1]
    owns = before[last.end() :].lstrip("们們")[:1] == "的"
    return not owns and before[: last.start()].rstrip()[-1:] not in tuple(_GOVERNS)


def begins_sentence(place: Place) -> bool:
    """Whether a sentence begins with it, and not just a line that a mail program broke."""
    bare, gap = _before(place)
    is_new_line = len(bare) - bare.rfind("\n") <= _SHORT_LINE and "\n" in gap
    return not bare or bare[-1] in _SENTENCE_MARKS or is_new_line or "\n\n" in gap


def _before(place: Place) -> tuple[str, str]:
    """What stands before it, and the white space between."""
    before = place.text[max(0, place.start - _REACH) : place.start]
    bare = before.rstrip()
    return bare, before[len(bare) :]


def _opens(place: Place, words: tuple[str, ...]) -> bool:  # noqa: ARG001
    bare, gap = _before(place)
    if not bare or bare[-1] in _CLAUSE_MARKS + "~～)）-–—*•>":
        return True
    return "\n" in gap and _is_full_line(bare, len(bare))


def _starts(place: Place, words: tuple[str, ...]) -> bool:
    bare, _ = _before(place)
    return bare[-1:] in ("", *_SENTENCE_MARKS) or _heads(place, words)


def _heads(place: Place, words: tuple[str, ...]) -> bool:  # noqa: ARG001
    bare = place.text[max(0, place.start - _REACH) : place.start].rstrip(" \t\u3000")
    return bare[-1:] in ("", "\n")


def _is_full_line(text: str, end: int) -> bool:
    """Whether the line that ends there was ended by its author: mail programs break long lines only."""
    return end - text.rfind("\n", 0, end) <= _SHORT_LINE or text[end - 1 : end] in _CLAUSE_MARKS


def _closes(place: Place, words: tuple[str, ...]) -> bool:  # noqa: ARG001
    bare = place.text[place.end : place.end + _REACH].lstrip(" \t\u3000~～")
    return not bare or bare[0] in _CLAUSE_MARKS + "\n\r)）”」\"':;^" or _is_picture(bare[0])


def _is_picture(character: str) -> bool:
    return character > "\U0001f000" or "\u2600" <= character <= "\u27bf"


def _ends(place: Place, words: tuple[str, ...]) -> bool:  # noqa: ARG001
    return not place.sentence_after.strip(" \t\u3000~～")


def _holds_word(text: str, words: tuple[str, ...]) -> bool:
    return any(
        is_bounded(text, at, at + len(word)) for word in words for at in (text.find(word), text.rfind(word)) if at >= 0
    )


def _goes_on_with(place: Place, words: tuple[str, ...]) -> bool:
    after = place.flat[place.end : place.end + _REACH].lstrip()
    return any(after.startswith(word) and is_bounded(after, 0, len(word)) for word in words)


def _ends_with(place: Place, words: tuple[str, ...]) -> bool:
    before = place.flat[max(0, place.start - _REACH) : place.start].rstrip()
    return any(before.endswith(word) and is_bounded(before, len(before) - len(word), len(before)) for word in words)


CONDITIONS: dict[str, Callable[[Place, tuple[str, ...]], bool]] = {
    "opens": _opens,
    "starts": _starts,
    "heads": _heads,
    "closes": _closes,
    "ends": _ends,
    "asked": lambda place, _: any(mark in place.marks_after for mark in "?？"),
    "exclaimed": lambda place, _: sum(map(place.marks_after.count, "!！")) > 1,
    "small": lambda place, _: place.text[place.start : place.end].islower(),
    "bare": lambda place, _: not any(word in place.clause_before for word in _PLEASE),
    "capital": lambda place, _: place.text[place.start : place.start + 1].isupper(),
    "common": lambda place, _: place.text[place.start : place.end].islower() or _opens(place, ()),
    "inside": lambda place, _: place.zone != "salutation",
    "reader": _speaks_of_reader,
    "after": lambda place, words: _holds_word(place.clause_before, words),
    "before": lambda place, words: _holds_word(place.sentence_after, words),
    "last": _ends_with,
    "next": _goes_on_with,
    "fine": lambda _, __: False,
}
