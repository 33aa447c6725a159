"""People whom the text itself calls on by name: "Anna, could you ...", "@李雷 请 ..."."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language import names, nicknames, surnames, titles
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maillint.message.draft import Address, Draft

_MOST_READERS = 60


class CalledUpon(NamedTuple):
    """A name at ``Draft.text[start:end]`` whose bearer is asked to do something."""

    zone: str
    start: int
    end: int
    name: str
    is_sure: bool
    """False for names that only a reader of that name makes a name."""


def called_upon(draft: Draft) -> Iterator[CalledUpon]:
    """Names at the head of a request and names behind an @, in the author's body and closing, in order."""
    for paragraph in draft.paragraphs:
        if paragraph.zone == "salutation":
            continue
        for start, end in paragraph.sentences:
            sentence = draft.text[start:end]
            pattern = _latin() if sentence.isascii() else _any()
            for match in pattern.finditer(sentence):
                kind = match.lastgroup or ""
                at = start + match.start(kind)
                yield CalledUpon(paragraph.zone, at, at + len(match[kind]), match[kind], _is_name(match[kind], kind))


def is_called(name: str, address: Address) -> bool:
    """Whether a name as the text calls it can be that of a mailbox: a part, a short form, surname and title."""
    person = names.person(address.name, address.email)
    if name[0] >= "⺀":
        return _is_called_in_han(name, person)
    words = [word.rstrip(".").lower() for word in names.words_of(name)]
    return bool(words) and all(any(_is_form(word, own) for own in person.all_words) for word in words)


def may_be_anybody(draft: Draft, name: str) -> bool:
    """Whether a reader may bear a name that the header does not show.

    A list, a department and a mailbox without a name may be anybody; Chinese readers often go by an English name.
    """
    readers = draft.readers
    if not readers or draft.bcc or len(readers) > _MOST_READERS:
        return True
    people = [names.person(address.name, address.email) for address in readers]
    if any(person.is_role or not (person.han or person.words) for person in people):
        return True
    return name[0] < "⺀" and any(person.han or person.family in surnames.all_spellings() for person in people)


def _is_form(word: str, own: str) -> bool:
    return word == own or nicknames.are_one(word, own) or (len(word) > 2 and own.startswith(word))


def _is_called_in_han(name: str, person: names.Person) -> bool:
    family = surnames.family_of(name)
    if not person.han:
        spelt = surnames.spellings(family) if family else ()
        return any(word in spelt for word in person.all_words)
    if name in person.han or person.han.startswith(name) or (person.given and name == person.given):
        return True
    return bool(titles.chinese(name)) and surnames.are_one(family, person.family)


def _is_name(name: str, kind: str) -> bool:
    if kind == "at_han":
        return bool(surnames.family_of(name)) and len(name) in (2, 3)
    if kind == "han":  # 谢谢 and 方便 begin with surnames too
        title = titles.chinese(name)
        return bool(title) and surnames.is_surname(name[: len(name) - len(title)])
    return nicknames.is_given(name.split(maxsplit=1)[0].lower())


_LATIN_NAME = r"[A-ZÀ-Þ][a-zà-ÿ'’-]{1,20}(?: [A-ZÀ-Þ][a-zà-ÿ'’-]{1,20})?"
_ENGLISH = (
    rf"^[-*•\d.) ]{{0,6}}(?P<latin>{_LATIN_NAME})(?:,| [-–—]) "
    r"(?:could you|can you|would you|will you|please|kindly|do you)(?=[ ,])"
    rf"|(?<![^\s(,:])@(?P<at>{_LATIN_NAME})(?![\w@.-]\w)"
)
_CHINESE = (
    r"|^[-*•\d.、）)\s]{0,6}(?P<han>[一-鿿]{2,4})[，,：:]\s?(?:请|請|麻烦|麻煩|烦请|煩請|能否|可否|你能|您能|你把|您把)"
    r"|(?<![\w.])[@＠](?P<at_han>[一-鿿]{2,3}?)(?=[\s,，:：、。;；@＠]|请|請|麻烦|麻煩|烦|煩|帮|幫|你|您|$)"
)


@cache
def _latin() -> re.Pattern[str]:
    import re

    return re.compile(_ENGLISH)


@cache
def _any() -> re.Pattern[str]:
    import re

    return re.compile(_ENGLISH + _CHINESE)
