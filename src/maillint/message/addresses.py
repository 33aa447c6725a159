"""Address fields (RFC 5322 3.4) split into mailboxes: groups, comments, missing quotes and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import words
from maillint.message.draft import Address
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 1 << 18
"""Characters of one field that are looked at: some four thousand addresses."""
_SPECIALS = frozenset('"(:;[')
_BRACKETS = _SPECIALS | frozenset("<?'")
_MOST_COMMAS = 2
"""``Müller, Hans, Dr. <h@b.example>`` is one person; longer lists before an address are names of their own."""


class _Entry(NamedTuple):
    """What stands between two separators."""

    phrase: str
    email: str | None
    """What stood in angle brackets; None when there were none."""
    comment: str
    end: str


def split(value: str) -> tuple[Address, ...]:
    """The mailboxes of one address field whose encoded words are still encoded.

    Groups are flattened, comments serve as names where there is no other, and a comma in an unquoted name does not
    cut it in two. A name without an address is kept with an empty one. Never raises.
    """
    value = value[:_LONGEST]
    if value.isascii() and _BRACKETS.isdisjoint(value):
        bare = [item.strip() for item in value.split(",")]
        if all("@" in item and " " not in item for item in bare):
            return tuple([Address("", item) for item in bare])
    return tuple(_mailboxes(value, may_nest=True))


def _mailboxes(value: str, *, may_nest: bool) -> Iterator[Address]:
    names: list[str] = []
    for entry in _entries(_ascii_separators(value)):
        is_name = entry.email is None and not _is_local(entry) and "@" not in words.decode(entry.phrase)
        if is_name:
            names.extend([entry.phrase.strip()] if entry.phrase.strip() else [])
        if is_name and entry.end == ",":
            continue
        if names and (is_name or entry.email is None or len(names) > _MOST_COMMAS):
            yield from _name_only(names)
            names = []
        if not is_name:
            yield from _entry(entry, names, may_nest=may_nest)
        names = []
    yield from _name_only(names)


def _entry(entry: _Entry, names: list[str], *, may_nest: bool) -> Iterator[Address]:
    if entry.email is None:
        text = words.decode(entry.phrase).strip()
        if may_nest and "=?" in entry.phrase and "@" in text:
            yield from _mailboxes(text, may_nest=False)
            return
        name, _, email = text.rpartition(" ")
        name = name or entry.comment
    else:
        name = ", ".join((*names, entry.phrase.strip()))
        email = entry.email
        name = name or entry.comment
    address = Address(_clean_name(name), _clean_email(email))
    if address.email or (address.name and not _is_nobody(address.name)):
        yield address


def _is_nobody(name: str) -> bool:
    return name.lower().startswith(("undisclosed", "unlisted-recipients", "recipient list not shown"))


def _is_local(entry: _Entry) -> bool:
    """A mailbox on the same machine, such as ``root`` or ``anna (Anna Berg)``."""
    word = entry.phrase.strip()
    is_word = bool(word) and word.isascii() and " " not in word and "=?" not in word and not _is_nobody(word)
    return is_word and (word.islower() or bool(entry.comment))


def _name_only(names: list[str]) -> Iterator[Address]:
    for name in names:
        clean = _clean_name(name)
        if clean and not _is_nobody(clean):
            yield Address(clean, "")


def _clean_name(name: str) -> str:
    text = " ".join(words.decode(name).split())
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return text.strip('" ')


def _clean_email(email: str) -> str:
    text = words.decode(email).rpartition("<")[2].strip("<> \t'\"")
    if text.lower().startswith(("mailto:", "smtp:")):
        text = text.partition(":")[2]
    if text.startswith("@") and ":" in text:
        text = text.rpartition(":")[2]
    return "".join(text.split()) if "@" in text and '"' not in text else text


def _ascii_separators(value: str) -> str:
    """Chinese punctuation behind a bracket separates; inside a name it does not."""
    if not value.isascii() and ">" in value:
        for mark in "，；、":
            value = value.replace(f">{mark}", ">,")
    return value


def _entries(value: str) -> Iterator[_Entry]:
    items = value.split(",")
    if not _SPECIALS.isdisjoint(value) or any(item.count("<") > 1 for item in items):
        return _Scanner(value).entries()
    return map(_simple, items)


def _simple(text: str) -> _Entry:
    phrase, bracket, email = text.partition("<")
    return _Entry(phrase, email.partition(">")[0] if bracket else None, "", ",")


_CLOSERS = {'"': '"', "(": ")", "<": ">", "[": "]"}
_MOST_UNCLOSED = 16
"""Brackets that are searched to the end of the field in vain; hostile fields have more."""


class _Scanner:
    """Reads a field character by character, for quotes, comments and groups."""

    def __init__(self, value: str) -> None:
        self.value = value
        self._unclosed = 0
        self._phrase: list[str] = []
        self._named = 0
        """How much of the phrase came before the brackets."""
        self._email: str | None = None
        self._comment = ""

    def entries(self) -> Iterator[_Entry]:
        """What stands between separators, in order."""
        position = 0
        while position < len(self.value):
            char = self.value[position]
            inner, after = self._enclosed(position) if char in _CLOSERS else ("", 0)
            if char in ",;":
                yield self._entry(char)
                self._begin()
            elif char == "<" and self._email is not None:
                yield self._entry(",")
                self._begin(self._phrase[self._named :])
            if after:
                self._take(char, inner)
            elif char == ":" and self._email is None and "@" not in "".join(self._phrase[-64:]):
                self._phrase = []
            elif char not in ",;":
                self._phrase.append(char)
            position = after or position + 1
        yield self._entry("")

    def _begin(self, phrase: list[str] | None = None) -> None:
        self._phrase, self._named = phrase or [], 0
        self._email, self._comment = None, ""

    def _entry(self, end: str) -> _Entry:
        phrase = self._phrase[: self._named] or self._phrase if self._email is not None else self._phrase
        return _Entry("".join(phrase), self._email, self._comment, end)

    def _take(self, opener: str, inner: str) -> None:
        if opener == "<" or (opener == "[" and "@" in inner):
            self._email = inner
            self._named = len(self._phrase)
        elif opener == "(":
            self._comment = self._comment or inner
        else:
            self._phrase.append(inner if opener == '"' else f"[{inner}]")

    def _enclosed(self, start: int) -> tuple[str, int]:
        """What the bracket or quote at ``start`` encloses, and the offset behind it; 0 when it is never closed."""
        opener, closer = self.value[start], _CLOSERS[self.value[start]]
        if self._unclosed >= _MOST_UNCLOSED:
            return "", 0
        depth = 1
        out: list[str] = []
        characters = enumerate(self.value[start + 1 :], start + 2)
        for after, char in characters:
            if char == "\\" and opener in '"(':
                out.append(next(characters, (0, ""))[1])
                continue
            depth += (char == opener != '"') - (char == closer)
            if not depth:
                return "".join(out), after
            out.append(char)
        self._unclosed += 1
        return "", 0
