"""One check's file: read, held against the format, and turned into plain data."""

from __future__ import annotations

import math
import os
import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any

from maillint.engine import shapes
from maillint.engine.keys import PROFILES, FileError, toml
from maillint.engine.names import hint, language_hint
from maillint.engine.overlay import laid_over
from maillint.engine.shapes import CONFIDENCES, SEVERITIES
from maillint.finding import LANGUAGES
from maillint.language.dates.expression import TRAITS

if TYPE_CHECKING:
    from maillint.engine.shapes import Shape

ZONES = ("subject", "salutation", "body", "closing", "signature")
NEEDS = (
    *("", "dates", "attachments", "styles", "reply", "salutation", "widths", "zh-slips"),
    *("quote", "forward", "cc", "several", "crowd", "reply-all", "dated-subject", "figures"),
    *("several-files", "special-files", "heavy-files", "html", "long", "run-on", "figures-in-rows", "odd-characters"),
    *("no-subject", "loud-subject", "listing-subject", "capitals", "pictures", "decoration", "exclamations"),
    *("chinese", "two-scripts", "garbled", "signature-block", "long-signature", "shared-line"),
    *(f"dates:{trait}" for trait in TRAITS),
)
"""What a message must have for a check to look at it; see ``engine.needs``."""
_OPTION_TYPES: dict[str, type | tuple[type, ...]] = {
    "int": int,
    "float": (int, float),
    "bool": bool,
    "str": str,
    "list": list,
}
KINDS = {"int": "whole number", "float": "number", "bool": "true or false", "str": "text", "list": "list of texts"}
"""An option's types, in words."""
_REQUIRED = ("severity", "confidence", "cost", "zones", "title", "why", "message", "bad", "fine")
_NEAREST = {"zh-Hans": ("zh-Hant", "en"), "zh-Hant": ("zh-Hans", "en"), "en": ("zh-Hans", "zh-Hant")}
"""Where a text is taken from that a pack leaves out."""
_TAGS = ("*", "en", "zh", *LANGUAGES[1:])
"""What a check may exist for: all languages, or some."""
_LIST = re.compile(rf"(?:{'|'.join(LANGUAGES)})(?:-[a-z]+)*|(?!(?:en|zh|cn|tw)(?![a-z]))[a-z]+(?:-[a-z]+)*")
"""The name of a phrase list: a language, with a word more where a check has several lists, or a word alone."""
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class CheckFileError(FileError):
    """A check's file breaks the format; the text names the file, the key and what to do."""


@dataclass(frozen=True, slots=True)
class CheckFile:
    """What one ``checks/<group>/<name>.toml`` says."""

    name: str
    group: str
    path: str
    data: dict[str, Any]
    code: str
    """Path of the Python file beside it, or beside the file it changes; empty when the check is phrases only."""
    below: tuple[str, ...] = ()
    """Paths of the files it changes, the lowest first; empty when it stands on its own."""


def read(path: str, below: tuple[str, ...] = ()) -> CheckFile:
    """The check in a toml file.

    Args:
        path: the file.
        below: files of the same check in earlier packs. Where the file lacks what a check needs, it changes these:
            what it names takes the place of theirs.

    Raises:
        CheckFileError: the file is unreadable, no toml, or breaks the format.
    """
    group = os.path.basename(os.path.dirname(path))
    name = name_of(path)
    data = read_toml(path)
    hold_shape(path, data, shapes.CHECK)
    if set(_REQUIRED) <= set(data):
        below = ()
    elif below:
        lower = read(below[-1], below[:-1]).data
        _hold_changes(path, lower.get("phrases", {}), data.get("phrases", {}))
        data = laid_over(lower, data)
    _hold(path, data)
    return CheckFile(name, group, path, data, next(filter(None, map(_code, (path, *reversed(below)))), ""), below)


def name_of(path: str) -> str:
    """The check's name by its path: group and file.

    Raises:
        CheckFileError: the file's name is no check's.
    """
    group, stem = os.path.basename(os.path.dirname(path)), os.path.basename(path).removesuffix(".toml")
    if not _NAME.fullmatch(stem):
        raise CheckFileError(f"{path}: a check's file is named in lower case, words joined by '-'")
    return stem if stem.startswith(f"{group}-") else f"{group}-{stem}"


def _code(path: str) -> str:
    code = path.removesuffix(".toml")
    code = os.path.join(os.path.dirname(code), os.path.basename(code).replace("-", "_") + ".py")
    return code if os.path.exists(code) else ""


def _hold_changes(path: str, below: dict[str, Any], data: dict[str, Any]) -> None:
    """Hold what lengthens lists against these, which are lists or tables phrase = value."""
    for name, entries in data.get("add", {}).items():
        if isinstance(below.get(name), dict) and not isinstance(entries, dict):
            raise CheckFileError(
                f'{path}: phrases.add.{name} must be a table as the list is: {{ "phrase" = "what instead" }}'
            )


def read_toml(path: str) -> dict[str, Any]:
    """A toml file as a dict; CheckFileError tells where it is broken."""
    return toml(path, CheckFileError)


def hold_shape(path: str, data: dict[str, Any], shape: Shape) -> None:
    """Raise CheckFileError where a value of a file, or the file itself, has another form than ``shapes`` gives it."""
    try:
        shape("", data)
    except shapes.ShapeError as error:
        raise CheckFileError(f"{path}: {error}") from error


def _hold(path: str, data: dict[str, Any]) -> None:
    for key in _REQUIRED:
        if key not in data:
            raise CheckFileError(f"{path}: {key} is missing")
    _hold_values(path, data)
    _hold_prose(path, data)
    _hold_options(path, data.get("options", {}))
    _hold_profiles(path, data)


def _hold_values(path: str, data: dict[str, Any]) -> None:
    _one_of(path, "severity", data["severity"], SEVERITIES)
    _one_of(path, "confidence", data["confidence"], CONFIDENCES)
    _one_of(path, "per", data.get("per", "finding"), ("finding", "message"))
    _one_of(path, "grade", data.get("grade", "suggested"), ("safe", "suggested"))
    _hold_languages(path, data)
    for key in ("needs", "otherwise"):
        _one_of(path, key, data.get(key, ""), NEEDS)
    for zone in data["zones"]:
        _one_of(path, "zones", zone, ZONES)


def _one_of(path: str, key: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise CheckFileError(f"{path}: {key} is {value!r}; it may be {', '.join(allowed)}")


def _hold_languages(path: str, data: dict[str, Any]) -> None:
    for tag in data.get("languages", ()):
        _hold_tag(path, "languages", tag, _TAGS)
    for name in data.get("phrases", {}):
        if name in ("add", "drop"):
            raise CheckFileError(f"{path}: phrases.{name} changes a check of an earlier pack, and this is a whole one")
        if not _LIST.fullmatch(name):
            near = language_hint(name, LANGUAGES)
            raise CheckFileError(f"{path}: phrases.{name} is no language code, nor another name in lower case{near}")


def _hold_tag(path: str, key: str, tag: str, allowed: tuple[str, ...] = LANGUAGES) -> None:
    if tag not in allowed:
        near = language_hint(tag, allowed)
        raise CheckFileError(f"{path}: {key} has {tag!r}; it may be {', '.join(allowed)}{near}")


def hold_group(path: str, data: dict[str, Any]) -> None:
    """Hold what a ``_group.toml`` says.

    Raises:
        CheckFileError: a key, a value or a language is none.
    """
    hold_shape(path, data, shapes.GROUP)
    for tag in data.get("title", {}):
        _hold_tag(path, "title", tag)


def _hold_form(path: str, key: str, template: str) -> None:
    """A text is filled in with ``str.format``: braces stand for what is put there, or are doubled."""
    try:
        places = [place[1:] for place in Formatter().parse(template) if place[1] is not None]
    except ValueError as error:
        raise CheckFileError(
            f"{path}: {key}: {error} in {template!r}; a brace that is to be seen is doubled"
        ) from error
    for name, form, conversion in places:
        if not (name or "").isidentifier():
            raise CheckFileError(f"{path}: {key}: {{{name}}} is no placeholder; write {{text}} for what was marked")
        if form or conversion not in (None, *"sra"):
            raise CheckFileError(f"{path}: {key}: a placeholder is a name alone; write {{{name}}} in {template!r}")


def _hold_prose(path: str, data: dict[str, Any]) -> None:
    if "main" not in data["message"]:
        raise CheckFileError(f"{path}: message.main is missing")
    for key, text in texts_of(data).items():
        for language, template in text.items():
            _hold_tag(path, key, language)
            if key not in ("title", "why"):
                _hold_form(path, f"{key}.{language}", template)
        if not any(text.get(language, "").strip() for language in LANGUAGES):
            raise CheckFileError(f"{path}: {key} has no text in {', '.join(LANGUAGES)}")
        for language, nearest in _NEAREST.items():
            if not text.get(language, "").strip():
                text[language] = next(text[other] for other in nearest if text.get(other, "").strip())


def texts_of(data: dict[str, Any]) -> dict[str, Any]:
    """A check's texts for people by key: title, why, message.main, ..."""
    texts = {"title": data.get("title"), "why": data.get("why")}
    for section in ("message", "advice"):
        texts |= {f"{section}.{key}": text for key, text in data.get(section, {}).items()}
    return texts


def _hold_options(path: str, options: dict[str, Any]) -> None:
    for name, option in options.items():
        if not {"type", "default", "help"} <= set(option):
            raise CheckFileError(f"{path}: options.{name} needs type, default and help")
        _one_of(path, f"options.{name}.type", option["type"], tuple(_OPTION_TYPES))
        for tag in option["help"]:
            _hold_tag(path, f"options.{name}.help", tag)
        if not fits(option["type"], option["default"]):
            raise CheckFileError(f"{path}: options.{name}.default is no {KINDS[option['type']]}")


def _hold_profiles(path: str, data: dict[str, Any]) -> None:
    options = data.get("options", {})
    for profile, changes in data.get("profiles", {}).items():
        _one_of(path, "profiles", profile, PROFILES)
        for name, value in changes.get("options", {}).items():
            where = f"{path}: profiles.{profile}.options.{name}"
            if name not in options:
                raise CheckFileError(f"{where}: the check has no such option{hint(name, options)}")
            if not fits(kind := options[name]["type"], value):
                raise CheckFileError(f"{where} is no {KINDS[kind]}")


def fits(kind: str, value: object) -> bool:
    """Whether a value is of an option's type: one of ``KINDS``."""
    if isinstance(value, bool) and kind != "bool":
        return False
    if isinstance(value, list):
        return kind == "list" and all(isinstance(item, str) for item in value)
    return isinstance(value, _OPTION_TYPES[kind]) and (not isinstance(value, float) or math.isfinite(value))
