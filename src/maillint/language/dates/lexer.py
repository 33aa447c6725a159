"""Text -> the few words and numbers in it that a date may be made of, in one linear scan for both languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from maillint.language.dates import numbers, tables
from maillint.language.dates.numbers import Token
from maillint.language.text import is_bounded

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SPLIT = "周週月季"


@cache
def _automaton() -> tuple[AhoCorasick, list[tuple[str, str, Any]]]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    words = tables.load().words
    entries = [(word, kind, value) for word, (kind, value) in words.items()]
    return AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest), entries


def tokens(flat: str) -> list[Token]:
    """The date words and numbers of a text in lower case, in order and without overlap."""
    automaton, entries = _automaton()
    found: list[Token] = []
    for index, start, end in automaton.find_matches_as_indexes(flat):
        word, kind, value = entries[index]
        if word[0] < "\u0080":
            if is_bounded(flat, start, end) or (kind == "month" and _is_before_digit(flat, start, end)):
                found.append(Token(start, end, kind, value))
        elif token := _han(flat, Token(start, end, kind, value), word, found):
            found.append(token)
    figures = numbers.tokens(flat)
    return _merged(found, figures) if figures else found


def _is_before_digit(flat: str, start: int, end: int) -> bool:
    """Dec31: the day glued to its month."""
    return flat[end : end + 1].isdecimal() and (start == 0 or not flat[start - 1].isalnum())


def _han(flat: str, token: Token, word: str, found: list[Token]) -> Token | None:
    """The token if what follows lets it stand; the 周 of 下周转账 where the longer word was none."""
    _, follow, veto = tables.load()
    if word in follow and flat[token.end : token.end + 1] not in follow[word]:
        return None
    is_day = token.kind in ("dayword", "vague", "yedge", "medge") or word in ("周日", "週日")
    barred = veto.get(token.kind, ()) + (veto.get(word[-1], ()) if is_day else ())
    if barred and flat.startswith(barred, token.end):
        return _head(word, token) if token.kind == "weekday" else None
    if token.kind == "stop" and word[0] in _SPLIT and found and found[-1].end == token.start:
        return _head(word, token)
    return token


def _head(word: str, token: Token) -> Token:
    head = word[:2] if word[0] in "星礼禮" else word[0]
    return Token(token.start, token.start + len(head), *tables.load().words[head])


def _merged(words: list[Token], figures: list[Token]) -> list[Token]:
    """Both in order; of two that overlap the one that starts first, a word before a number."""
    merged: list[Token] = []
    for token in sorted((*words, *figures), key=lambda token: (token.start, token.kind in ("n", "year", "ordinal"))):
        if not merged or merged[-1].end <= token.start:
            merged.append(token)
    return merged
