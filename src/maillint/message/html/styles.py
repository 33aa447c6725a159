"""What tags and style attributes make of the text: bold, italic, underlined, coloured, larger, spaced."""

from __future__ import annotations

from functools import lru_cache

from maillint.records import NamedTuple


class Look(NamedTuple):
    """The computed emphasis of a run; as the change that one tag makes, None stands for "as outside"."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    colour: str | None = None
    background: str | None = None
    size: str | None = None


_NOTHING = Look()
PLAIN = Look(bold=False, italic=False, underline=False, colour="", background="", size="")

BY_TAG = {
    "b": Look(bold=True),
    "strong": Look(bold=True),
    "th": Look(bold=True),
    "h1": Look(bold=True, size="2em"),
    "h2": Look(bold=True, size="1.5em"),
    "h3": Look(bold=True, size="1.17em"),
    "h4": Look(bold=True),
    "h5": Look(bold=True),
    "h6": Look(bold=True),
    "i": Look(italic=True),
    "em": Look(italic=True),
    "cite": Look(italic=True),
    "u": Look(underline=True),
    "ins": Look(underline=True),
    "mark": Look(background="yellow"),
    "big": Look(size="larger"),
    "small": Look(size="smaller"),
}
_INLINE = frozenset(("span", "font", "mark", "b", "strong", "i", "em", "u", "a", "big", "small"))
"""A background under these is a marker pen; under a cell or a division it is layout."""
_FONT_SIZES = {
    "1": "x-small",
    "2": "small",
    "3": "medium",
    "4": "large",
    "5": "x-large",
    "6": "xx-large",
    "7": "xxx-large",
}
_NO_COLOUR = frozenset(
    ("", "black", "windowtext", "auto", "inherit", "initial", "unset", "currentcolor", "canvastext", "text1")
)
_NO_BACKGROUND = frozenset(
    ("", "white", "transparent", "none", "inherit", "initial", "unset", "window", "#ffffff", "auto")
)


def declarations(css: str) -> dict[str, str]:
    """The declarations of a style attribute, names and values in lower case; the last of a name wins."""
    found = {}
    for item in css[:8192].lower().split(";"):
        name, colon, value = item.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def look(tag: str, attributes: dict[str, str], css: dict[str, str]) -> Look | None:
    """The change a tag makes to the text in it; None when it makes none."""
    change = BY_TAG.get(tag, _NOTHING)
    if tag == "font":
        change = Look(
            colour=_colour(attributes["color"]) if "color" in attributes else None,
            size=_FONT_SIZES.get(attributes.get("size", "").strip()),
        )
    if css:
        change = inside(change, _by_css(tag, css))
    return None if change == _NOTHING else change


@lru_cache(256)
def inside(outer: Look, change: Look) -> Look:
    """The look of text under a tag that makes ``change`` within ``outer``."""
    return Look(
        outer.bold if change.bold is None else change.bold,
        outer.italic if change.italic is None else change.italic,
        outer.underline if change.underline is None else change.underline,
        outer.colour if change.colour is None else change.colour,
        outer.background if change.background is None else change.background,
        outer.size if change.size is None else change.size,
    )


def _by_css(tag: str, css: dict[str, str]) -> Look:
    weight, slope, size = (css.get(f"font-{name}") for name in ("weight", "style", "size"))
    decoration = css.get("text-decoration", "") + css.get("text-decoration-line", "")
    colour = css.get("color")
    background = css.get("background-color", css.get("background", css.get("mso-highlight", "")))
    return Look(
        bold=None if weight is None else weight in ("bold", "bolder", "600", "700", "800", "900"),
        italic=None if slope is None else slope in ("italic", "oblique"),
        underline="underline" in decoration if "underline" in decoration or "none" in decoration else None,
        colour=None if colour is None else _colour(colour),
        background=_background(background) if background and tag in _INLINE else None,
        size=None if size in ("inherit", "initial", "100%", "1em") else size,
    )


def _colour(value: str) -> str:
    """A CSS colour as ``#rrggbb`` or a name; what nobody can tell from black is ''."""
    text = _hexadecimal(value.strip().lower())
    if text in _NO_COLOUR or text.startswith("var("):
        return ""
    channels = rgb(text)
    if channels and max(channels) <= 0x44 and max(channels) - min(channels) <= 0x18:
        return ""
    return text


def _background(value: str) -> str:
    text = _hexadecimal(value.partition(" url(")[0].strip().lower())
    if text in _NO_BACKGROUND or text.startswith(("url(", "var(")):
        return ""
    channels = rgb(text)
    return "" if channels and min(channels) >= 0xF4 else text


def _hexadecimal(text: str) -> str:
    """``rgb(255, 0, 0)`` and ``#f00`` as ``#ff0000``; a colour that cannot be seen through as '' when it is clear."""
    if text.startswith("#") and len(text) == 4:
        return "#" + "".join(digit * 2 for digit in text[1:])
    if not text.startswith("rgb"):
        return text
    numbers = text.partition("(")[2].partition(")")[0].replace(",", " ").replace("/", " ").split()
    if len(numbers) < 3 or (len(numbers) > 3 and numbers[3] in ("0", "0%", "0.0")):
        return ""
    values = [int(number) if number.isascii() and number.isdigit() else -1 for number in numbers[:3]]
    return "#" + "".join(f"{value:02x}" for value in values) if all(0 <= value <= 255 for value in values) else ""


def rgb(colour: str) -> tuple[int, int, int] | None:
    """The channels of ``#rrggbb``; None for anything else."""
    if len(colour) != 7 or not colour.startswith("#"):
        return None
    try:
        return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
    except ValueError:
        return None


_UNITS = {"px": 0.75, "em": 12.0, "rem": 12.0, "%": 0.12, "pt": 1.0, "": 1.0}
_SIZE_WORDS = {"xx-small": 7.0, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5, "x-large": 18.0}
_SIZE_WORDS |= {"xx-large": 24.0, "xxx-large": 36.0, "smaller": 10.0, "larger": 14.4}


def points(size: str) -> float:
    """A CSS font size in points, relative ones taken of the usual 12; 0 when it is none."""
    number = size.rstrip("abcdefghijklmnopqrstuvwxyz%-")
    unit = size[len(number) :]
    try:
        return float(number) * _UNITS.get(unit, 0.0) if number else _SIZE_WORDS.get(size, 0.0)
    except ValueError:
        return 0.0
