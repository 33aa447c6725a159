"""Text -> the few words and numbers in it that a date may be made of, in one linear scan for both languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from maillint.language.dates import numbers, tables_en, tables_zh
from maillint.language.dates.numbers import Token
from maillint.language.text import is_bounded

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SPLIT = "周週月季"


@cache
def _lexicon() -> tuple[AhoCorasick, list[tuple[str, str, Any]], dict[str, tuple[str, Any]]]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    table = tables_zh.words() | tables_en.words()
    entries = [(word, kind, value) for word, (kind, value) in table.items()]
    return AhoCorasick(list(table), matchkind=MatchKind.LeftmostLongest), entries, table


def tokens(flat: str) -> list[Token]:
    """The date words and numbers of a text in lower case, in order and without overlap; words win over numbers."""
    automaton, entries, table = _lexicon()
    found: list[Token] = []
    for index, start, end in automaton.find_matches_as_indexes(flat):
        word, kind, value = entries[index]
        if word[0] < "\u0080":
            if is_bounded(flat, start, end):
                found.append(Token(start, end, kind, value))
        elif token := _han(flat, Token(start, end, kind, value), word, found, table):
            found.append(token)
    figures = list(numbers.tokens(flat))
    return _merged(found, figures) if figures else found


def _han(
    flat: str, token: Token, word: str, found: list[Token], table: dict[str, tuple[str, Any]]
) -> Token | None:
    """The token if what follows lets it stand; the 周 of 下周转账 where the longer word was none."""
    follow = tables_zh.FOLLOW.get(word)
    if follow is not None and flat[token.end : token.end + 1] not in follow:
        return None
    veto = tables_zh.VETO.get(token.kind)
    if veto and flat.startswith(veto, token.end):
        return _head(word, token, table) if token.kind == "weekday" else None
    if token.kind in ("dayword", "vague") or word in ("周日", "週日"):
        veto = tables_zh.VETO_AFTER.get(word[-1])
        if veto and flat.startswith(veto, token.end):
            return _head(word, token, table) if token.kind == "weekday" else None
    if token.kind == "stop" and word[0] in _SPLIT and found and found[-1].end == token.start:
        return _head(word, token, table)
    return token


def _head(word: str, token: Token, table: dict[str, tuple[str, Any]]) -> Token:
    head = word[:2] if word[0] in "星礼禮" else word[0]
    return Token(token.start, token.start + len(head), *table[head])


def _merged(words: list[Token], figures: list[Token]) -> list[Token]:
    """Both in order; of two that overlap the one that starts first, a word before a number."""
    merged: list[Token] = []
    for token in sorted((*words, *figures), key=lambda token: (token.start, token.kind in ("n", "year", "ordinal"))):
        if not merged or merged[-1].end <= token.start:
            merged.append(token)
    return merged
