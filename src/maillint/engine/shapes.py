"""What kind of value may stand where in a check's file, told by key with what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.engine.keys import PROFILES
from maillint.engine.names import hint, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Shape = Callable[[str, Any], None]
    """Takes a key and its value; raises ShapeError where the value is none that the key may have."""

SEVERITIES = ("error", "warning", "info", "advice")
CONFIDENCES = ("high", "medium", "low")
MOST_POINTS = 100
_PAIR = 2


class ShapeError(ValueError):
    """A value is none that its key may have; the text names the key and what to write."""


def anything(key: str, value: Any) -> None:
    """Held elsewhere."""


def text(key: str, value: Any) -> None:
    """A string."""
    _hold(isinstance(value, str), key, value, "a text in quotes")


def flag(key: str, value: Any) -> None:
    """True or false."""
    _hold(isinstance(value, bool), key, value, "true or false")


def whole(key: str, value: Any) -> None:
    """A whole number."""
    _hold(isinstance(value, int) and not isinstance(value, bool), key, value, "a whole number")


def points(key: str, value: Any) -> None:
    """A number of points that a score can lose."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    _hold(is_number and 0 <= value <= MOST_POINTS, key, value, f"a number of points from 0 to {MOST_POINTS}")


def counted(key: str, value: Any) -> None:
    """How many findings there were, and how many of them were right."""
    is_pair = isinstance(value, list) and len(value) == _PAIR
    is_right = is_pair and all(type(item) is int and item >= 0 for item in value) and value[1] <= value[0]
    _hold(is_right, key, value, "two numbers: [fired, right]")


def one_of(*allowed: str) -> Shape:
    """One of some words."""

    def held(key: str, value: Any) -> None:
        if value not in allowed:
            raise ShapeError(f"{key} is {shown(value)}; it may be {', '.join(allowed)}")

    return held


def listed(shape: Shape, form: str = "[...]") -> Shape:
    """A list of such values, which is written as ``form``."""

    def held(key: str, value: Any) -> None:
        _hold(isinstance(value, list), key, value, f"a list: {form}")
        for number, item in enumerate(value, start=1):
            shape(f"{key}, entry {number},", item)

    return held


def table(shape: Shape) -> Shape:
    """A table of such values under any keys."""

    def held(key: str, value: Any) -> None:
        _hold_table(key, value)
        for name, item in value.items():
            shape(_under(key, name), item)

    return held


def fields(shapes: Mapping[str, Shape]) -> Shape:
    """A table of these keys, each of which may be left out."""

    def held(key: str, value: Any) -> None:
        _hold_table(key, value)
        for name, item in value.items():
            path = _under(key, name)
            if name not in shapes:
                raise ShapeError(f"unknown key {path!r}{hint(name, shapes)}")
            shapes[name](path, item)

    return held


def phrases(key: str, value: Any) -> None:
    """Phrase lists by name, and what lengthens or shortens those of the check it changes."""
    _hold_table(key, value)
    for name, entries in value.items():
        path = _under(key, name)
        if name == "add":
            _hold(isinstance(entries, dict), path, entries, f"a table of lists: {path}.en = [...]")
            phrases(path, entries)
        elif name == "drop":
            _hold(isinstance(entries, list), path, entries, f'one list for all languages: {path} = ["..."]')
            listed(text)(path, entries)
        else:
            _hold_list(path, entries)


def _hold_list(key: str, entries: Any) -> None:
    form = 'a list: ["..."], or a table: { "phrase" = "what instead" }'
    _hold(isinstance(entries, (list, dict)), key, entries, form)
    listed(_phrase)(key, list(entries))
    if isinstance(entries, dict):
        table(text)(key, entries)


def _phrase(key: str, value: Any) -> None:
    _hold(isinstance(value, str) and bool(value.strip()), key, value, "a phrase in quotes, of one word at least")


def _under(key: str, name: str) -> str:
    return f"{key.removesuffix(',')}.{name}" if key else name


def _hold_table(key: str, value: Any) -> None:
    is_entry = key.endswith(",")
    _hold(isinstance(value, dict), key, value, "a table" if is_entry else f"a table: [{key}]")


def _hold(is_right: bool, key: str, value: Any, what: str) -> None:  # noqa: FBT001
    if not is_right:
        raise ShapeError(f"{key} must be {what}; it is {shown(value)}")


CHECK = fields(
    {
        "norms": listed(text),
        "languages": listed(text),
        "severity": text,
        "confidence": text,
        "cost": points,
        "zones": listed(text),
        "preview": flag,
        "yields": flag,
        "per": text,
        "grade": text,
        "needs": text,
        "otherwise": text,
        "title": table(text),
        "why": table(text),
        "message": table(table(text)),
        "advice": table(table(text)),
        "options": table(fields({"type": text, "default": anything, "help": table(text)})),
        "profiles": table(
            fields(
                {
                    "severity": one_of(*SEVERITIES, "off"),
                    "confidence": one_of(*CONFIDENCES),
                    "cost": points,
                    "options": table(anything),
                }
            )
        ),
        "phrases": phrases,
        "bad": listed(table(anything), "[[bad]]"),
        "fine": listed(table(anything), "[[fine]]"),
    }
)
"""A check's file, whole or in part; which words a text may be and how keys go together, ``checkfile`` holds."""
GROUP = fields({"title": table(text), "cap": points, "order": whole})
"""A ``_group.toml``."""
EXAMPLE = fields(
    {
        **dict.fromkeys(("lang", "text", "html", "subject", "better"), text),
        **dict.fromkeys(("from", "to", "cc", "bcc", "date", "attachments", "headers"), anything),
        "marked": listed(text),
        "profile": one_of(*PROFILES),
        "options": table(anything),
    }
)
"""One ``[[bad]]`` or ``[[fine]]``; ``message.from_compose`` holds the fields of the message."""
NORMS = fields(
    {
        "chapter": listed(
            fields(
                {
                    "title": table(text),
                    "norm": listed(
                        fields(
                            {
                                **dict.fromkeys(("number", "kind", "en", "zh-Hans", "zh-Hant"), text),
                                "advice": table(text),
                                "instead": table(text),
                            }
                        )
                    ),
                }
            )
        )
    }
)
"""A ``_norms.toml``."""
MEASURED = fields({"date": text, "mail": table(table(text)), "counts": table(table(table(counted)))})
"""A ``_measured.toml``."""
