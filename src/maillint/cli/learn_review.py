"""What ``maillint learn`` found, as a table, as JSON, or asked about word by word."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from maillint.cli.learn_texts import say
from maillint.report.safe import visible
from maillint.report.width import clip_left, clip_right, width

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from maillint.cli.learn import Harvest
    from maillint.cli.own_list import OwnList
    from maillint.engine.learn import Term

_WIDEST = 24
_AROUND = 30
"""Columns that are shown of what stands on either side of a word."""
KEEP, REJECT, LATER, ALL, QUIT = "knlaq"


def table(harvest: Harvest, least: int, language: str, *, is_asked: bool) -> str:
    """The words found, frequent ones first, those that may be slips apart.

    What stood around a word is shown on a terminal only: a file or a pipe gets words and counts. Where the user
    ``is_asked``, each word is shown with its question instead.
    """
    lines = [f"{say(language, 'read', n=harvest.messages)}"]
    if not harvest.terms:
        lines.append(say(language, "nothing", least=least))
    elif not is_asked:
        for heading, terms in _parts(harvest.terms):
            if terms:
                lines.append(say(language, heading, least=least))
                lines += _rows(terms, with_example=sys.stdout.isatty())
    return "".join(f"{line}\n" for line in lines)


def _parts(terms: list[Term]) -> Iterator[tuple[str, list[Term]]]:
    yield "sure", [term for term in terms if not term.is_doubtful]
    yield "doubtful", [term for term in terms if term.is_doubtful]


def _rows(terms: list[Term], *, with_example: bool) -> Iterator[str]:
    names = [_named(term) for term in terms]
    most = len(str(terms[0].messages))
    columns = min(_WIDEST, max(map(width, names)))
    for term, name in zip(terms, names, strict=True):
        gap = " " * max(0, columns - width(name))
        example = f"{gap}  {_example(term)}" if with_example else ""
        yield f"  {term.messages:>{most}}  {name}{example}"


def _named(term: Term) -> str:
    """The word, and what it may be a slip for."""
    return visible(f"{term.word} → {term.meant}" if term.is_doubtful else term.word)


def _example(term: Term) -> str:
    before, word, after = (visible(_spaces().sub(" ", text)) for text in term.example)
    return f"{clip_left(before.lstrip(), _AROUND)}{word}{clip_right(after.rstrip(), _AROUND)}"


@cache
def _spaces() -> re.Pattern[str]:
    import re

    return re.compile(r"\s+")


def document(harvest: Harvest, own: OwnList, *, kept: bool) -> str:
    """The same as JSON: words and counts, and nothing of what stood around them."""
    from maillint.report.to_json import dumps

    words = [
        {
            "word": term.word,
            "messages": term.messages,
            "meant": term.meant or None,
            "doubtful": term.is_doubtful,
            "kept": kept and not term.is_doubtful,
        }
        for term in harvest.terms
    ]
    unreadable = [{"path": path, "error": error.partition(":")[0]} for path, error in harvest.unreadable.items()]
    found = {"messages": harvest.messages, "interrupted": harvest.is_interrupted, "words": words}
    return dumps({"version": 1, "list": own.path, **found, "unreadable": unreadable}) + "\n"


def kept(terms: list[Term], own: OwnList, language: str) -> str:
    """What --yes did."""
    sure = sum(not term.is_doubtful for term in terms)
    lines = [say(language, "kept", n=sure, path=own.path)]
    if sure < len(terms):
        lines.append(say(language, "yes"))
    return "".join(f"{line}\n" for line in lines)


class Review:
    """Asks about each word; every answer is written at once, so that nothing is lost however it ends."""

    def __init__(self, own: OwnList, language: str, write: Callable[[str], object]) -> None:
        self._own = own
        self._language = language
        self._write = write
        self._kept = self._refused = 0

    def ask(self, terms: list[Term], least: int) -> None:
        """Ask about words that stand in ``least`` or more messages, those that may be slips last."""
        try:
            for heading, part in _parts(terms):
                if part:
                    self._write(f"\n{say(self._language, heading, least=least)}\n")
                    if self._ask_each(part, KEEP + REJECT + LATER + QUIT + ALL * (heading == "sure")) == QUIT:
                        break
        finally:
            self._write(f"\n{say(self._language, 'kept', n=self._kept, path=self._own.path)}\n")
            if self._refused:
                self._write(f"{say(self._language, 'rejected', n=self._refused)}\n")

    def _ask_each(self, terms: list[Term], choices: str) -> str:
        """Ask about words of one kind until all are to be kept, or no more is to be asked; returns the last answer."""
        answer = ""
        for term in terms:
            if answer != ALL:
                self._write("".join(f"{row}\n" for row in _rows([term], with_example=True)))
                answer = self._answer(choices)
            if answer == QUIT:
                break
            self._note(term.word, answer)
        return answer

    def _note(self, word: str, answer: str) -> None:
        if answer in {KEEP, ALL}:
            self._own.change(keep=[word])
            self._kept += 1
        elif answer == REJECT:
            self._own.change(reject=[word])
            self._refused += 1

    def _answer(self, choices: str) -> str:
        """The letter of an answer; an empty line puts the word off, the end of input ends the questions."""
        question = say(self._language, "ask.all" if ALL in choices else "ask")
        while True:
            self._write(question)
            sys.stdout.flush()
            line = sys.stdin.readline()
            letter = line.strip().lower()[:1] or (LATER if line else QUIT)
            if letter in choices:
                return letter
