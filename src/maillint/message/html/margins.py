"""Whether the reader sees an empty line between paragraphs: their margins, from attributes and style sheets."""

from __future__ import annotations

from functools import lru_cache

LINE, GAP = 1, 2
"""Line breaks between what stands before and after: none empty, one empty line between."""

_OFFICE = ("mso", "x_mso")


def of_paragraph(class_name: str, css: dict[str, str]) -> int:
    """``LINE`` for a ``p`` without space around it, ``GAP`` for one with, 0 for the document's default."""
    is_office = class_name.lower().startswith(_OFFICE)
    margins = _margins(css, "0" if is_office else "1em")
    if margins:
        return LINE if all(_is_nothing(value) for value in margins) else GAP
    return LINE if is_office else 0


@lru_cache(maxsize=32)  # the program that writes it writes it into every mail
def of_sheet(css: str) -> int:
    """What a ``style`` element says of all paragraphs: ``LINE``, or 0 when it says nothing."""
    for rule in css[:65536].lower().replace("<!--", "").split("}"):
        selectors, brace, body = rule.rpartition("{")
        if not brace or "margin" not in body:
            continue
        names = [name.strip() for name in selectors.rpartition("*/")[2].split(",")]
        margins = _margins(_declarations(body), "1em")
        if "p" in names and margins and all(_is_nothing(value) for value in margins):
            return LINE
    return 0


def _declarations(body: str) -> dict[str, str]:
    pairs = (item.partition(":") for item in body.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, colon, value in pairs if colon}


def _margins(css: dict[str, str], default: str) -> tuple[str, ...]:
    """The margins above and below; none when neither is stated."""
    values = css.get("margin", "").split()
    top = css.get("margin-top", values[0] if values else "")
    bottom = css.get("margin-bottom", values[2 if len(values) > 2 else 0] if values else "")
    return (top or default, bottom or default) if top or bottom else ()


def _is_nothing(value: str) -> bool:
    """At most a point or pixel: Word writes ``.0001pt`` and means nothing. Units with an m in them are larger."""
    number = value.rstrip("abcdefghijklmnopqrstuvwxyz% ")
    try:
        return float(number) <= ("m" not in value[len(number) :])
    except ValueError:
        return False
