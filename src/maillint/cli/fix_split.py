"""``maillint fix --split``: a message about several matters written as several drafts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.cli.fix_texts import say, why
from maillint.cli.output import complain, nearby
from maillint.engine.checkfile import read_toml
from maillint.message import read
from maillint.report.safe import visible
from maillint.rewrite import drafts, splitting, wire
from maillint.rewrite.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maillint.engine import Report, Ruleset

_LONGEST = 40
_LEADS = ("apart", "beside", "aside", "more", "last")


class Splitter:
    """Writes the matters of messages into a folder, one draft each; the messages stay as they are."""

    def __init__(self, folder: str, language: str, write: Callable[[str], object]) -> None:
        self._folder = folder
        self._language = language
        self._write = write

    def split(self, path: str, data: bytes, report: Report, ruleset: Ruleset) -> bool:
        """Write the drafts of one message and say which; False when one could not be written."""
        draft = read(data)
        reason = wire.refusal(draft)
        if reason in ("signed", "encrypted", "line-ends"):
            return self._say("refused", path=visible(path), why=why(self._language, reason))
        matters = splitting.matters(draft, report.findings, _cues(ruleset))
        if not matters:
            return self._say("one-matter", path=visible(path))
        try:
            messages = drafts.written(draft, matters)
        except Refused as refused:
            return self._say("refused", path=visible(path), why=why(self._language, refused.reason))
        stem = "draft" if path == "-" else _stem(os.path.basename(path))
        return self._put(path, stem, [matter.subject for matter in matters], messages)

    def _put(self, path: str, stem: str, subjects: Sequence[str], messages: Sequence[bytes]) -> bool:
        names = [f"{stem}-{number}-{_slug(subject)}.eml" for number, subject in enumerate(subjects, 1)]
        places = [os.path.join(self._folder, name) for name in names]
        try:
            os.makedirs(self._folder, exist_ok=True)
            for place, message in zip(places, messages, strict=True):
                _create(place, message)
        except OSError as error:
            complain(error.filename or self._folder, error.strerror or str(error), self._language)
            return False
        self._say("split", path=visible(path), n=len(messages))
        for place, subject in zip(places, subjects, strict=True):
            self._write(f"  {nearby(place)}: {visible(subject)}\n")
        return True

    def _say(self, key: str, **args: str | int) -> bool:
        self._write(f"{say(self._language, key, **args)}\n")
        return True


def _create(place: str, message: bytes) -> None:
    """A new file; one that says the same already is left as it is, another is never written over."""
    try:
        with open(place, "xb") as file:
            file.write(message)
    except FileExistsError:
        with open(place, "rb") as file:
            if file.read(len(message) + 1) != message:
                raise


def _stem(name: str) -> str:
    """A file's name without its ending; of a mailbox, with the number of the message in it."""
    file, _, number = name.partition("#")
    stem = file.rpartition(".")[0] or file
    return f"{stem}-{number}" if number else stem


def _slug(subject: str) -> str:
    """A subject as a part of a file's name."""
    words = "".join(sign if sign.isalnum() else " " for sign in subject).split()
    return "-".join(words)[:_LONGEST].strip("-").lower() or "draft"


def _cues(ruleset: Ruleset) -> list[str]:
    """The words that lead over to another matter, as the check's file lists them."""
    spec = next((spec for spec in ruleset.pack.specs if spec.name == splitting.CHECK), None)
    tables = read_toml(spec.path).get("phrases", {}).values() if spec else ()
    return [phrase for table in tables for phrase, kind in table.items() if kind in _LEADS]
