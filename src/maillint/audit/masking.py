"""Sentences that may be shown to others: who is named in them, and with which figures, is masked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from maillint.language.text import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.message.draft import Draft

NAME = "▢"
"""Stands for a name, an address, a link."""
_KEPT = frozenset(
    "I I'm I'll I've I'd Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December ASAP FYI EOD COB OK Re Fwd English Chinese".split()
)


@cache
def _marks() -> re.Pattern[str]:
    """Links, addresses, then numbers of three figures and more, which are no days or times."""
    return re.compile(r"[a-z][a-z0-9+.-]{1,12}://\S+|www\.\S+|[^\s@<>（(]{1,64}@[^\s@<>）)]{1,255}|\d[\d ,./-]{1,30}\d")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’])[^\W\d_][\w'’-]*")


def masked(sentence: str, draft: Draft) -> str:
    """A sentence with ▢ for names, addresses, links and long numbers.

    Names are those of the sender and the readers, and in English every word with a capital inside a sentence.
    """
    text = _marks().sub(_mask, sentence)
    for name in sorted(set(_names(draft)), key=len, reverse=True):
        text = text.replace(name, NAME) if is_han(name[0]) else _without(text, name)
    return _word().sub(lambda match: _capital(match, text), text)


def _mask(match: re.Match[str]) -> str:
    found = match.group()
    figures = sum(map(str.isdigit, found))
    return found if figures < 3 and "@" not in found and "/" not in found and "www" not in found else NAME


def _names(draft: Draft) -> Iterator[str]:
    people = (draft.sender, *draft.readers) if draft.sender else draft.readers
    for name in (address.name for address in people):
        for word in (name, *name.replace(",", " ").split()):
            if len(word) > 1:
                yield word
        if 2 <= len(name) <= 4 and is_han(name[0]):
            yield from (name[1:], name[0] + "总", name[0] + "總") if len(name) > 2 else (name[0] + "总", name[0] + "總")
    if draft.salutation and len(draft.salutation.name) > 1:
        yield draft.salutation.name


def _without(text: str, name: str) -> str:
    return re.sub(rf"(?<![\w]){re.escape(name)}(?![\w])", NAME, text, flags=re.IGNORECASE)


def _capital(match: re.Match[str], text: str) -> str:
    word = match.group()
    is_first = not text[: match.start()].strip(" \"'“‘(*-") or text[: match.start()].rstrip()[-1:] in ".!?:…"
    is_name = word[0].isupper() and not word.isupper() and word not in _KEPT and not is_first
    return NAME if is_name else word
