"""One check's file: read, held against the format, and turned into plain data."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from maillint.engine.names import hint
from maillint.language.dates.expression import TRAITS

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
SEVERITIES = ("error", "warning", "info", "advice")
ZONES = ("subject", "salutation", "body", "closing", "signature")
NEEDS = (
    *("", "dates", "attachments", "styles", "reply", "salutation", "widths", "zh-model"),
    *("quote", "forward", "cc", "several", "crowd", "reply-all", "dated-subject", "figures"),
    *(f"dates:{trait}" for trait in TRAITS),
)
"""What a message must have for a check to look at it; see ``engine.run``."""
PROFILES = ("internal", "external", "customer-service", "formal-letter", "patch")
_OPTION_TYPES: dict[str, type | tuple[type, ...]] = {
    "int": int,
    "float": (int, float),
    "bool": bool,
    "str": str,
    "list": list,
}
_KEYS: dict[str, type | tuple[type, ...]] = {
    "norms": list,
    "languages": list,
    "severity": str,
    "confidence": str,
    "cost": (int, float),
    "zones": list,
    "preview": bool,
    "yields": bool,
    "per": str,
    "grade": str,
    "needs": str,
    "otherwise": str,
    "title": dict,
    "why": dict,
    "message": dict,
    "advice": dict,
    "options": dict,
    "profiles": dict,
    "phrases": dict,
    "bad": list,
    "fine": list,
}
_REQUIRED = ("severity", "confidence", "cost", "zones", "title", "why", "message", "bad", "fine")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class CheckFileError(ValueError):
    """A check's file breaks the format; the text names the file, the key and what to do."""


@dataclass(frozen=True, slots=True)
class CheckFile:
    """What one ``checks/<group>/<name>.toml`` says."""

    name: str
    group: str
    path: str
    data: dict[str, Any]
    code: str
    """Path of the Python file beside it; empty when the check is phrases only."""


def read(path: str) -> CheckFile:
    """The check in a toml file.

    Raises:
        CheckFileError: the file is unreadable, no toml, or breaks the format.
    """
    group, stem = os.path.basename(os.path.dirname(path)), os.path.basename(path).removesuffix(".toml")
    if not _NAME.fullmatch(stem):
        raise CheckFileError(f"{path}: a check's file is named in lower case, words joined by '-'")
    data = read_toml(path)
    _hold(path, data)
    code = os.path.join(os.path.dirname(path), stem.replace("-", "_") + ".py")
    name = stem if stem.startswith(f"{group}-") else f"{group}-{stem}"
    return CheckFile(name, group, path, data, code if os.path.exists(code) else "")


def read_toml(path: str) -> dict[str, Any]:
    """A toml file as a dict; CheckFileError tells where it is broken."""
    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise CheckFileError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CheckFileError(f"{path}: is no valid toml: {error}") from error


def _hold(path: str, data: dict[str, Any]) -> None:
    for key, value in data.items():
        if key not in _KEYS:
            raise CheckFileError(f"{path}: unknown key {key!r}{hint(key, _KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise CheckFileError(f"{path}: {key} has the wrong type: {type(value).__name__}")
    for key in _REQUIRED:
        if key not in data:
            raise CheckFileError(f"{path}: {key} is missing")
    _one_of(path, "severity", data["severity"], SEVERITIES)
    _one_of(path, "confidence", data["confidence"], ("high", "medium", "low"))
    _one_of(path, "per", data.get("per", "finding"), ("finding", "message"))
    _one_of(path, "grade", data.get("grade", "suggested"), ("safe", "suggested"))
    for key in ("needs", "otherwise"):
        _one_of(path, key, data.get(key, ""), NEEDS)
    for zone in data["zones"]:
        _one_of(path, "zones", zone, ZONES)
    for profile in data.get("profiles", {}):
        _one_of(path, "profiles", profile, PROFILES)
    _hold_prose(path, data)
    _hold_options(path, data.get("options", {}))


def _one_of(path: str, key: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise CheckFileError(f"{path}: {key} is {value!r}; it may be {', '.join(allowed)}")


def _hold_prose(path: str, data: dict[str, Any]) -> None:
    if "main" not in data["message"]:
        raise CheckFileError(f"{path}: message.main is missing")
    texts = {"title": data["title"], "why": data["why"]}
    for section in ("message", "advice"):
        texts |= {f"{section}.{key}": text for key, text in data.get(section, {}).items()}
    for key, text in texts.items():
        for language in LANGUAGES:
            if not isinstance(text, dict) or not str(text.get(language, "")).strip():
                raise CheckFileError(f"{path}: {key}.{language} is missing")


def _hold_options(path: str, options: dict[str, Any]) -> None:
    for name, option in options.items():
        if not isinstance(option, dict) or not {"type", "default", "help"} <= set(option):
            raise CheckFileError(f"{path}: options.{name} needs type, default and help")
        _one_of(path, f"options.{name}.type", option["type"], tuple(_OPTION_TYPES))
        if not fits(option["type"], option["default"]):
            raise CheckFileError(f"{path}: options.{name}.default is no {option['type']}")


def fits(kind: str, value: object) -> bool:
    """Whether a value is of an option's type ("int", "float", "bool", "str", "list")."""
    if isinstance(value, bool) and kind != "bool":
        return False
    return isinstance(value, _OPTION_TYPES[kind])
