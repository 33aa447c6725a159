"""The norms that checks answer for, and how often checks were right: ``_norms.toml``, ``_measured.toml`` of a pack."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from maillint.engine.checkfile import CheckFileError, hold_shape, read_toml
from maillint.engine.packs import BUILT_IN
from maillint.engine.shapes import MEASURED, NORMS
from maillint.finding import LANGUAGES
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = ("check", "audit", "guide")


class Norm(NamedTuple):
    """What good mail asks for, in one sentence; texts are by language."""

    number: str
    kind: str
    """ "check": a check answers it; "audit": only many messages show it; "guide": advice that no check can give."""
    words: dict[str, str]
    chapter: dict[str, str]
    advice: dict[str, str]
    """What to do, for people; empty for most."""
    instead: dict[str, str]
    """What answers a norm of kind "check" that has none; empty for most."""


class Measured(NamedTuple):
    """How often a check was right on one kind of mail."""

    check: str
    mail: str
    language: str
    """Of the mail: "en" or "zh"."""
    fired: int
    right: int


class Measurements(NamedTuple):
    """All that was measured."""

    mails: dict[str, dict[str, str]]
    """The kinds of mail, by language of the text."""
    date: str
    rows: tuple[Measured, ...]

    def of(self, check: str) -> tuple[Measured, ...]:
        """The rows of one check."""
        return tuple(row for row in self.rows if row.check == check)


def load(folders: tuple[str, ...] = ()) -> dict[str, Norm]:
    """The norms by number, in the order of the files: the built-in ones and those of further packs.

    Raises:
        CheckFileError: a file breaks the format.
    """
    return {norm.number: norm for path in _files("_norms.toml", folders) for norm in _norms(path)}


def measured(folders: tuple[str, ...] = ()) -> Measurements:
    """How often the checks were right where that was counted.

    Raises:
        CheckFileError: a file breaks the format.
    """
    mails: dict[str, dict[str, str]] = {}
    rows: list[Measured] = []
    dates = [""]
    for path in _files("_measured.toml", folders):
        hold_shape(path, data := read_toml(path), MEASURED)
        dates.append(str(data.get("date", "")))
        mails |= data.get("mail", {})
        rows += _rows(data.get("counts", {}))
    return Measurements(mails, max(dates), tuple(rows))


def _files(name: str, folders: tuple[str, ...]) -> list[str]:
    paths = [os.path.join(folder, name) for folder in (BUILT_IN, *folders)]
    return [path for path in paths if os.path.exists(path)]


def _rows(counts: dict[str, Any]) -> Iterator[Measured]:
    for check, by_mail in counts.items():
        for mail, by_language in by_mail.items():
            for language, (fired, right) in by_language.items():
                yield Measured(check, mail, language, fired, right)


def _norms(path: str) -> Iterator[Norm]:
    hold_shape(path, data := read_toml(path), NORMS)
    for chapter in data.get("chapter", []):
        for entry in chapter.get("norm", []):
            number, kind = str(entry.get("number", "")), str(entry.get("kind", "check"))
            missing = [language for language in LANGUAGES if not entry.get(language)]
            if not number or missing or kind not in KINDS:
                wanted = f"number, {', '.join(LANGUAGES)}, and as kind {', '.join(KINDS)}"
                raise CheckFileError(f"{path}: norm {number or '?'} is incomplete; a norm has {wanted}")
            words = {language: str(entry[language]) for language in LANGUAGES}
            yield Norm(number, kind, words, chapter.get("title", {}), entry.get("advice", {}), entry.get("instead", {}))
