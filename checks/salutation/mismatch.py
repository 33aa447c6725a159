"""Salutations that name somebody other than the reader, spell the name wrong, or take the reader for the other sex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Address,
    Draft,
    Finding,
    Grade,
    Hit,
    NamedTuple,
    Rule,
    Salutation,
    Span,
    courtesy,
    is_near,
    names,
    nicknames,
    replace,
    script_of,
    surnames,
    titles,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KIN = frozenset(("家长", "家長", "负责人", "負責人", "老板", "老闆", "代表", "大人"))
"""Titles that call a reader by somebody else's name or by none."""
_TAGS = {
    "m": ("(Mr.)", "(Mr)", "（先生）", "(先生)"),
    "f": ("(Ms.)", "(Ms)", "(Mrs.)", "(Mrs)", "（女士）", "(女士)", "（小姐）", "(小姐)"),
}
_OPPOSITE = {"mr": "Ms", "ms": "Mr", "mrs": "Mr", "miss": "Mr", "先生": "女士", "女士": "先生", "小姐": "先生"}
_STANDING = {"sir": "m", "madam": "f", "ma'am": "f"}
_MOST_READERS = 30


class Reader(NamedTuple):
    """A reader of the mail, as in the header and parsed."""

    address: Address
    person: names.Person


class Fault(NamedTuple):
    """What is wrong and what stands there rightly."""

    key: str
    start: int
    wrong: str
    right: str
    reader: str


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """At most one finding, on the name or the title."""
    called = draft.salutation
    if called and called.name.lower() in _STANDING and (fault := _standing(draft, called)):
        yield _finding(draft, rule, fault)
    if not called or called.is_group or called.is_placeholder or not called.name or not draft.to:
        return
    if len(draft.readers) > _MOST_READERS:
        return
    readers = [Reader(address, names.person(address.name, address.email)) for address in draft.readers]
    fault = _in_han(draft, called, readers) if called.language == "zh" else _in_latin(draft, called, readers)
    if fault:
        yield _finding(draft, rule, fault)


def _finding(draft: Draft, rule: Rule, fault: Fault) -> Finding:
    span = Span("salutation", fault.start, fault.start + len(fault.wrong))
    rewrite = replace(Grade.SUGGESTED, [(span, fault.right)])
    return rule.finding(draft, span, key=fault.key, rewrite=rewrite, name=fault.reader)


def _standing(draft: Draft, called: Salutation) -> Fault | None:
    """Dear Sir to a reader whom the header calls Ms."""
    if len(draft.to) != 1:
        return None
    address = draft.to[0]
    person = names.person(address.name, address.email)
    if not person.gender or not person.family or person.han or person.gender == _STANDING[called.name.lower()]:
        return None
    right = f"{person.title} {courtesy.name_as_written(address, person.family)}"
    return Fault("gender", called.name_start, called.name, right, address.name)


def _in_latin(draft: Draft, called: Salutation, readers: Sequence[Reader]) -> Fault | None:
    words = [word.rstrip(".").lower() for word in names.words_of(_without_honorific(called.name))]
    if not words or "and" in words:
        return None
    for reader in readers:
        if any(_is_theirs(word, reader.person) for word in words):
            return _spelt_apart(draft, called, reader, words) or _of_other_sex(draft, called, reader)
    for reader in readers:
        for word in words:
            if near := next((own for own in reader.person.all_words if is_near(word, own)), ""):
                at = called.name_start + called.name.lower().find(word)
                right = courtesy.name_as_written(reader.address, near)
                return Fault("misspelt", at, draft.text[at : at + len(word)], right, right)
    return _somebody_else(draft, called, readers, words) if len(words) == 1 else None


def _spelt_apart(draft: Draft, called: Salutation, reader: Reader, words: Sequence[str]) -> Fault | None:
    """Sara to somebody whose header says Sarah, unless the quoted mail knows a Sara."""
    own = reader.person.words
    if reader.person.from_address or any(word in own for word in words) or _is_elsewhere(draft, called):
        return None
    for word in words:
        if right := next((name for name in own if nicknames.are_spelt_apart(word, name)), ""):
            at = called.name_start + called.name.lower().find(word)
            right = courtesy.name_as_written(reader.address, right)
            return Fault("misspelt", at, draft.text[at : at + len(word)], right, right)
    return None


def _without_honorific(name: str) -> str:
    low = name.lower()
    return next((name[: -len(ending)] for ending in titles.HONORIFICS if low.endswith(ending)), name)


def _is_theirs(word: str, person: names.Person) -> bool:
    """Whether a word can be this reader's name, nickname, initial, surname in pinyin, or part of the address."""
    if person.han and word in surnames.spellings(person.family):
        return True
    return any(_is_form_of(word, own) for own in person.all_words)


def _is_form_of(word: str, own: str) -> bool:
    if word == own or nicknames.are_one(word, own) or (len(word) == 1 and own[0] == word):
        return True
    if len(word) < 3:
        return False
    is_short_form = own.startswith(word) or (len(own) > 2 and word.startswith(own))
    is_inside = (len(word) > 3 and word in own) or (len(own) > 3 and word.startswith(own[1:]))
    return is_short_form or is_inside


def _somebody_else(draft: Draft, called: Salutation, readers: Sequence[Reader], words: Sequence[str]) -> Fault | None:
    """Only when sure: one reader with a full name, and a name that stands nowhere else in the message."""
    if len(readers) != 1 or draft.bcc or not (called.greeting or called.title) or _is_elsewhere(draft, called):
        return None
    address, person = readers[0]
    if not person.is_sure or person.han or not (person.given and person.family):
        return None
    if called.title:
        is_sure, right = not person.from_address, person.family
    else:
        has_one_name = nicknames.is_given(person.given) and person.family not in surnames.all_spellings()
        is_sure, right = nicknames.is_given(words[0]) and has_one_name, person.given
    if not is_sure:
        return None
    right = courtesy.name_as_written(address, right)
    return Fault("other", called.name_start, _without_honorific(called.name), right, _in_full(address, right))


def _in_full(address: Address, name: str) -> str:
    """The reader as the header names them, where it does not put the family name first behind a comma."""
    return address.name if address.name and "," not in address.name else name


def _is_elsewhere(draft: Draft, called: Salutation) -> bool:
    """A name that the quoted mail, its signature or the subject knows belongs to somebody in this talk."""
    return called.name.lower() in (draft.text[called.end :] + (draft.subject or "")).lower()


def _of_other_sex(draft: Draft, called: Salutation, reader: Reader) -> Fault | None:
    """Mr to a reader whom the header or the quoted mail calls Ms, and the like."""
    said = titles.english(called.title) or titles.CHINESE.get(called.title, "")
    if not said:
        return None
    known = reader.person.gender or _signed_gender(draft, reader.person)
    is_same_script = called.title.isascii() == reader.person.title.isascii()
    has_title = reader.person.gender and is_same_script
    right = reader.person.title if has_title else _OPPOSITE.get(called.title.lower().rstrip("."), "")
    if not known or said == known or not right:
        return None
    dot = "." if called.title.endswith(".") else ""
    start = draft.text.find(called.title, called.start)
    return Fault("gender", start, called.title, right + dot, reader.address.name or reader.address.email)


def _signed_gender(draft: Draft, person: names.Person) -> str:
    """What a tag such as "(Ms.)" behind the reader's name in the quoted mail tells."""
    for text in draft.zone_texts("quote", "forward") if person.family else ():
        for gender, tags in _TAGS.items():
            places = [place for tag in tags if (place := text.find(tag)) > 0]
            if any(person.family in text[max(place - 40, 0) : place].lower() for place in places):
                return gender
    return ""


def _in_han(draft: Draft, called: Salutation, readers: Sequence[Reader]) -> Fault | None:
    if called.title in _KIN or "、" in called.name:
        return None
    name = called.name.lstrip("老小阿") or called.name
    for reader in readers:
        if _is_theirs_in_han(name, reader.person):
            return _written_apart(draft, called, reader.person) or _of_other_sex(draft, called, reader)
    if len(readers) != 1 or draft.bcc or not called.title or _is_elsewhere(draft, called):
        return None
    person = readers[0].person
    family = surnames.family_of(name)
    if not family or not person.family:
        return None
    right = person.family if name == family else person.han
    wrong = f"{called.name}{called.title}"
    said = titles.CHINESE.get(called.title, "")
    if person.gender and person.title and said not in ("", person.gender):
        return Fault("other", called.name_start, wrong, f"{right}{person.title}", person.han or right)
    return Fault("other", called.name_start, called.name, right, person.han or right)


def _written_apart(draft: Draft, called: Salutation, person: names.Person) -> Fault | None:
    """李小明 to somebody whose header says 李晓明: one character of the given name is another."""
    name, own = called.name, person.han
    if len(name) != len(own) or len(name) < 3 or not person.family or _is_elsewhere(draft, called):
        return None
    odd = [place for place in range(len(person.family), len(own)) if name[place] != own[place]]
    if len(odd) != 1 or script_of(name[odd[0]]) != script_of(own[odd[0]]):
        return None
    return Fault("misspelt", called.name_start, name, own, own)


def _is_theirs_in_han(name: str, person: names.Person) -> bool:
    """Whether a Han name can be this reader's; where the header is silent or Latin, it can."""
    if not person.han:
        return True
    is_family = surnames.are_one(surnames.family_of(name), person.family) or name.startswith(person.han)
    return is_family or name in person.han or (person.given != "" and name.endswith(person.given))
