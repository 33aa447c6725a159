"""Address fields (RFC 5322 3.4) split into mailboxes: groups, comments, missing quotes and all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from maillint.message import words
from maillint.message.draft import Address

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 1 << 18
"""Characters of one field that are looked at: some four thousand addresses."""
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
    return tuple(_mailboxes(value[:_LONGEST], may_nest=True))


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
    if not any(mark in value for mark in '"(:;[') and all(item.count("<") < 2 for item in items):
        yield from map(_simple, items)
        return
    phrase: list[str] = []
    email: str | None = None
    comment = ""
    position = 0
    while position < len(value):
        char = value[position]
        inner, after = _enclosed(value, position) if char in _CLOSERS else ("", 0)
        if char in ",;" or (char == "<" and email is not None):
            yield _Entry("".join(phrase), email, comment, "," if char == "<" else char)
            phrase, email, comment = [], None, ""
            position += char != "<"
        elif char == ":" and email is None and "@" not in "".join(phrase[-64:]):
            phrase = []
            position += 1
        elif not after:
            phrase.append(char)
            position += 1
        else:
            if char == "<" or (char == "[" and "@" in inner):
                email = inner
            elif char == "(":
                comment = comment or inner
            else:
                phrase.append(inner if char == '"' else f"[{inner}]")
            position = after
    yield _Entry("".join(phrase), email, comment, "")


def _simple(text: str) -> _Entry:
    phrase, bracket, email = text.partition("<")
    return _Entry(phrase, email.partition(">")[0] if bracket else None, "", ",")


_CLOSERS = {'"': '"', "(": ")", "<": ">", "[": "]"}


def _enclosed(value: str, start: int) -> tuple[str, int]:
    """What the bracket or quote at ``start`` encloses, and the offset behind it; 0 when it is never closed."""
    opener, closer = value[start], _CLOSERS[value[start]]
    depth = 1
    position = start + 1
    out: list[str] = []
    while position < len(value):
        char = value[position]
        if char == "\\" and opener in '"(' and position + 1 < len(value):
            position += 1
            char = value[position]
        elif char == closer:
            depth -= 1
            if not depth:
                return "".join(out), position + 1
        elif char == opener and opener != '"':
            depth += 1
        out.append(char)
        position += 1
    return "", 0
