"""Two characters that right text never has side by side, where another one makes a common word: 附建 for 附件.

``strangers.txt`` has them by the first of the two. It needs no language model, only the index of words, which tells
whether either of the two belongs to a word with what stands beside it instead: 数字人民币要取代.
"""

from __future__ import annotations

import os
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.language.script import script_of
from maillint.language.text import is_han
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.language.spelling.lattice.correct import Slip
    from maillint.language.spelling.lexicon import Lexicon

CONFIDENCE = 0.95
"""How sure such a slip is: worth a finding, and no reason to mend it unasked."""
_TURNED = "~"
"""In the place of the right character: the two have changed places."""
_AROUND = ((-1, 1), (1, 3), (-2, 1), (-1, 2), (0, 3), (1, 4))
"""Where, counted from the first of the two, words may stand that one of them belongs to."""
_MOST = 8192
"""Characters of which that is kept in mind."""
_LEADS = frozenset(
    "请請我你您他她们們的地得了着著过過在是和与與及或把被给給对對从從向将將会會要已再就也都还還不没沒有可能需须須到为為由让讓使按据據因"
    "但而且若如所该該此这這那每各其之以先后後前中内內外上下新老大小多少更最很太只仅僅约約共个個次批份年月日号號时時点點"
)
"""Characters that stand by themselves before a word; others are the head of a name, as 禾 is in 禾瑞电器."""
_PLACES = frozenset("路街巷镇村县乡区市省弄湾庄屯寺桥山湖港")
"""Behind the two, one of these makes them the name of a place."""


class _Table(NamedTuple):
    rows: dict[str, bytes]
    """First character -> the second ones beside which it is wrong, those that are wrong themselves, and behind a blank
    each what was meant by the first, and by the second."""
    scripts: tuple[bytes, ...]
    """Simplified characters and their traditional forms, further traditional ones and what they are in simplified
    Chinese, and words that are not written in traditional characters one for one."""


@cache
def _table() -> _Table:
    with open(os.path.join(os.path.dirname(__file__), "strangers.txt"), "rb") as file:
        *scripts, firsts, rows = file.read().split(b"\n", 6)
    return _Table(dict(zip(firsts.decode(), rows.split(b"\n"), strict=False)), tuple(scripts))


class _Seconds(dict[str, str]):
    """First character -> those that never stand behind it, and a blank; filled as they are asked for."""

    def __missing__(self, first: str) -> str:
        found = _row(first).rpartition(" ")[0].rpartition(" ")[0]
        if len(self) < _MOST:
            self[first] = found
        return found


_seconds = _Seconds()


def _row(first: str) -> str:
    return _table().rows.get(first, b"").decode()


@cache
def _scripts() -> tuple[dict[int, int], dict[int, int], dict[str, str]]:
    """What makes a text simplified and traditional, and words that are not made so one for one."""
    simple, complex_, variants, meant, words = (line.decode() for line in _table().scripts)
    exceptions = {word[:2]: word[2:] for word in words.split()}
    return str.maketrans(complex_ + variants, simple + meant), str.maketrans(simple, complex_), exceptions


def may_stand_in(text: str, *, is_traditional: bool = False) -> bool:
    """Whether two such characters stand side by side in a text; cheap."""
    return bool(_places(_simplified(text) if is_traditional else text))


def _simplified(text: str) -> str:
    return text.translate(_scripts()[0])


def _places(text: str) -> list[int]:
    """Where two of them stand side by side in simplified Chinese."""
    return [at for at, (one, other) in enumerate(pairwise(text)) if other in _seconds[one]]


def find(text: str, known: Iterable[str] = ()) -> Iterator[Slip]:
    """Each pair of strangers that no word, name or place excuses.

    Args:
        text: any text, in simplified or traditional Chinese.
        known: names and other words that are right as they are.
    """
    from maillint.language.spelling.lattice.correct import Slip, is_cantonese, is_excused, places

    is_traditional = script_of(text) == "zh-Hant"
    simplified = _simplified(text) if is_traditional else text
    if is_cantonese(text):
        return
    taken = places(text, known)
    for at in _places(simplified):
        wrong, right = simplified[at : at + 2], _meant(simplified[at], simplified[at + 1])
        slip = Slip(at, at + 2, wrong, right, CONFIDENCE, is_listed=True)
        is_free = not any(start < at + 2 and at < end for start, end in taken)
        if right and is_free and not _is_joined(simplified, at) and not is_excused(simplified, slip):
            own = text[at : at + 2]
            yield slip._replace(wrong=own, right=_traditional(own, wrong, right) if is_traditional else right)


def _traditional(own: str, wrong: str, right: str) -> str:
    """The right word in traditional characters, with those that the author wrote and meant."""
    _, scripts, exceptions = _scripts()
    new = exceptions.get(right) or right.translate(scripts)
    characters = zip(own, wrong, right, new, strict=True)
    return "".join(kept if same == meant else written for kept, same, meant, written in characters)


def _meant(one: str, other: str) -> str:
    """The word that was meant by two characters; "" where they are no strangers."""
    heads, tails, for_heads, for_tails = _row(one).split(" ")
    place = heads.find(other)
    if place >= 0:
        return other + one if for_heads[place] == _TURNED else for_heads[place] + other
    place = tails.find(other)
    return one + for_tails[place] if place >= 0 else ""


def _is_joined(text: str, at: int) -> bool:
    """Whether either of the two belongs to a word with its other neighbours, or both to a name."""
    from maillint.language import surnames
    from maillint.language.spelling.lexicon import lexicon

    index = lexicon()
    if index is None or text[at + 2 : at + 3] in _PLACES:
        return True
    spans = [text[max(0, at + start) : at + end] for start, end in _AROUND]
    before = text[at - 1 : at] if at else ""
    is_name = bool(before) and surnames.is_surname(before) and not index.zipf(text[max(0, at - 2) : at])
    return is_name or any(index.zipf(word) for word in spans) or not _is_free(text, at, index)


def _is_free(text: str, at: int, index: Lexicon) -> bool:
    """Whether a word may begin here: at the head of a clause, behind another word or behind one such as 请."""
    before = text[at - 1 : at] if at else ""
    return not is_han(before) or before in _LEADS or any(index.zipf(text[max(0, at - size) : at]) for size in (2, 3, 4))
