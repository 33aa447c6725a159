"""Half-width marks in Chinese, full-width marks in English, spaces between the two scripts.

What might be wrong is proposed by autocorrect (MIT), a line at a time; what is code, a list or somebody's way of
writing is kept from it here. It is loaded only for a line in which a mark stands where one could be wrong.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

from maillint.language.text import holds_han, is_han
from maillint.language.verbatim import is_code, is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = {",": "，", ".": "。", ":": "：", "?": "？", "!": "！"}
HALF = {full: half for half, full in FULL.items()}
_RULES = (
    *("space-punctuation", "space-bracket", "space-backticks", "space-dash", "space-dollar", "spellcheck"),
    *("no-space-fullwidth", "no-space-fullwidth-quote", "halfwidth-word"),
)
_WIDTH, _SPACING = ("fullwidth", "halfwidth-punctuation"), ("space-word",)
_LONGEST = 1000
"""Characters of a line that are looked at: nobody writes a longer one by hand."""
_NUMERALS = "一二三四五六七八九十百甲乙丙丁戊其注"
_SMILES = ")(-DPp*/\\"
_PARTS = ",.:?!;"
_ENDS = " ，。；：？！（"
_MOST_IN_LIST = 4
"""Characters of an entry of a list such as 张三,男,35, which a comma of either width may divide."""
_SENTENCE = 4
"""English words from which a line is a sentence."""
_set_to: tuple[str, ...] = ()


def misfits(text: str, *, is_english: bool = False) -> Iterator[tuple[int, int, str]]:
    """Marks of the wrong width: half-width ones in Chinese sentences, full-width ones in English ones.

    Args:
        text: the author's own words.
        is_english: whether the message is English, so that a salutation alone on its line counts as English too.

    Yields:
        Start and end of the mark and of the blanks it makes superfluous, and what to write there. Never a mark in an
        address, a figure, a smiley, code, a quotation, a table or an ellipsis.
    """
    for start, line in _lines(text):
        if line.isascii() or is_code(line) or _is_table(line):
            continue
        found = list(_half(line) if holds_han(line) else _full(line, is_english=is_english))
        proposed = _proposed(line, _WIDTH) if found else {}
        for at, end, new in found:
            if proposed.get(at) == new[0] and not is_quoted(line, at, at + 1):
                yield start + at, start + end, new


def unspaced(text: str) -> Iterator[int]:
    """The places where a space would part Han from letters or figures."""
    for start, line in _lines(text):
        if holds_han(line) and not is_code(line):
            spaced, at = _format(line, _SPACING), 0
            for character in spaced:
                if at < len(line) and line[at] == character:
                    at += 1
                elif character == " ":
                    yield start + at


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line[:_LONGEST]
        at += len(line) + 1


def _is_table(line: str) -> bool:
    """Whether it is a row of cells, or Japanese."""
    if "\t" in line or "|" in line or any("\u3040" <= character <= "\u30ff" for character in line):
        return True
    cells = line.split(",")
    return len(cells) > 2 and all(len(cell.strip()) <= _MOST_IN_LIST for cell in cells)


def _half(line: str) -> Iterator[tuple[int, int, str]]:
    """Half-width marks that may stand in a Chinese sentence."""
    for at, mark in enumerate(line):
        if mark in FULL and at and _is_chinese_place(line, at, mark):
            end = at + 1
            while line[end : end + 1] == " " and line[end + 1 : end + 2]:
                end += 1
            yield at, end, FULL[mark]


def _is_chinese_place(line: str, at: int, mark: str) -> bool:
    before, behind = line[at - 1], line[at + 1 : at + 2]
    if (behind and (behind in _SMILES or behind in _PARTS)) or _is_in_address(line[:at]):
        return False
    if mark == ":":
        return is_han(before) and behind != "" and is_han(behind)
    if mark == ".":
        is_last = not behind.strip() and at > 1 and is_han(line[at - 2])
        return is_last and is_han(before) and before not in _NUMERALS
    return is_han(before) or (behind != "" and is_han(behind) and _is_word(line[:at]))


def _is_in_address(before: str) -> bool:
    """Whether a text ends in a URL or an e-mail address, Han in it or not."""
    start = max(before.rfind(end) for end in _ENDS) + 1
    return "://" in before[start:] or "@" in before[start:]


def _is_word(before: str) -> bool:
    """Whether a text ends in a plain word of Latin letters: no address, no figure, no name of a file."""
    start = len(before)
    while start and before[start - 1].isascii() and not before[start - 1].isspace():
        start -= 1
    word = before[start:]
    return word.isalnum() and not word.isdigit()


def _full(line: str, *, is_english: bool) -> Iterator[tuple[int, int, str]]:
    """Full-width marks that may stand in an English line."""
    if not is_english and sum(word[:1].isascii() and word[:1].isalpha() for word in line.split()) < _SENTENCE:
        return
    for at, mark in enumerate(line):
        if mark in HALF and at and line[at - 1].isascii() and (line[at - 1].isalnum() or line[at - 1] in ")\"'"):
            behind = line[at + 1 : at + 2]
            yield at, at + 1, HALF[mark] + " " * (behind.isalnum() or behind == "(")


def _proposed(line: str, rules: tuple[str, ...]) -> dict[int, str]:
    """Place -> the mark that autocorrect would write there; it moves blanks too, which are left out."""
    places = [at for at, character in enumerate(line) if not character.isspace()]
    marks = "".join(_format(line, rules).split())
    if len(marks) != len(places):
        return {}
    return {at: mark for at, mark in zip(places, marks, strict=True) if line[at] != mark}


def _format(line: str, rules: tuple[str, ...]) -> str:
    """The line as autocorrect would have it by some of its rules; what it mends makes out more to be mended."""
    autocorrect = _library(rules)
    return line if autocorrect is None else str(autocorrect.format(autocorrect.format(line)))


def _library(rules: tuple[str, ...]) -> Any:
    """The library with nothing but these rules on; None where it is not installed."""
    global _set_to  # noqa: PLW0603 - its configuration is the process's
    try:
        autocorrect: Any = import_module("autocorrect_py")
    except ImportError:
        return None
    if _set_to != rules:
        on = {rule: int(rule in rules) for rule in (*_RULES, *_WIDTH, *_SPACING)}
        autocorrect.load_config(json.dumps({"rules": on}))
        _set_to = rules
    return autocorrect
