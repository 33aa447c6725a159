"""One tag, read: what it does to the lines, the look and the ownership of the text after it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.message.html import margins, marks, styles
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import re

    from maillint.message.html.styles import Look

VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        *("wbr", "o:lock", "v:imagedata", "basefont", "bgsound"),
    )
)
RAW = frozenset(("style", "script", "title", "textarea", "xmp", "noframes", "iframe", "noembed"))
"""Their content is no markup, and none of it is shown."""
_HIDDEN = frozenset(
    ("head", "template", "select", "object", "svg", "audio", "video", "canvas", "map", "xml", "noscript")
)
_LINES = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dt",
        ),
        *("fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li"),
        *("main", "nav", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr"),
    )
)
_GAPS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "ul", "ol"))
BLOCKS = _LINES | _GAPS
_FULL = VOID | RAW | {"td", "th", "tr", "dd", "dt", "ul", "ol", "li"}
_BARE = frozenset(("br", "img", "meta", "link", "html", "col", "tbody", "o:p", "wbr", "tr"))
"""Nothing that the attributes of these say matters to the text."""


QUIET, BLOCK, BREAK, FULL = range(4)
"""Tags that change nothing, as most spans that mail programs write; that only break lines; ``br``; all others."""


class Tag(NamedTuple):
    """A start or end tag."""

    name: str
    is_end: bool = False
    break_lines: int = 0
    """Line breaks that must stand around the element; -1 for a paragraph with the document's margins."""
    is_hidden: bool = False
    is_preformatted: bool = False
    is_list_label: bool = False
    """Word writes bullets and numbers of lists as text of their own."""
    look: Look | None = None
    mark: str = ""
    is_link: bool = False
    first: int = 1
    """The number of the first item of an ordered list."""
    kind: int = 0
    """``QUIET``, ``BLOCK``, ``BREAK`` or ``FULL``: how much an element must do."""


KNOWN: dict[str, Tag] = {}
"""Tags met before in this process, by what stands between their brackets: mail programs write the same few over and
over."""
_MOST_KNOWN = 4096
_LONGEST_KNOWN = 400


def parse(raw: str) -> Tag:
    """The tag written ``<...>``, attributes and all."""
    tag = _parse(raw)
    tag = tag._replace(kind=_kind(tag))
    if len(raw) <= _LONGEST_KNOWN and raw.find(">") == len(raw) - 1 and raw.count('"') % 2 == raw.count("'") % 2 == 0:
        if len(KNOWN) >= _MOST_KNOWN:
            KNOWN.clear()
        KNOWN[raw[1:-1]] = tag
    return tag


def _parse(raw: str) -> Tag:
    is_end = raw.startswith("</")
    inner = raw[2:-1] if is_end else raw[1:-1]
    name, attributes = _split(inner)
    if is_end or (not attributes and name not in _HIDDEN):
        return Tag(
            name,
            is_end,
            _breaks(name, {}, {}),
            is_preformatted=name == "pre",
            look=styles.BY_TAG.get(name),
            mark=marks.of_tag(name, {}, {}),
        )
    css = styles.declarations(attributes.get("style", ""))
    return Tag(
        name,
        is_end=False,
        break_lines=_breaks(name, attributes, css),
        is_hidden=_is_hidden(name, attributes, css),
        is_preformatted=name == "pre" or css.get("white-space", "").startswith("pre"),
        is_list_label=css.get("mso-list", "") == "ignore",
        look=styles.look(name, attributes, css),
        mark=marks.of_tag(name, attributes, css),
        is_link=name == "a" and "href" in attributes,
        first=_number(attributes.get("start", "")) if name == "ol" else 1,
    )


def _kind(tag: Tag) -> int:
    if tag.name == "br":
        return BREAK
    changes = (tag.is_hidden, tag.is_preformatted, tag.is_list_label, tag.look, tag.mark, tag.is_link)
    if any(changes) or tag.name in _FULL:
        return FULL
    return BLOCK if tag.break_lines else QUIET


def _split(inner: str) -> tuple[str, dict[str, str]]:
    name = inner[:64].replace("/", " ").split(None, 1)[0].lower() if inner[:64].strip("/ \t\n") else ""
    rest = inner[len(name) :]
    if name in _BARE or ("=" not in rest and "hidden" not in rest):
        return name, {}
    found: dict[str, str] = {}
    for match in _attribute().finditer(rest[:32768]):
        key, quoted, single, bare = match.groups()
        found.setdefault(key.lower(), quoted or single or bare or "")
    return name, found


@cache
def _attribute() -> re.Pattern[str]:
    import re

    return re.compile(r"""([^\s=/>"']++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']*+)))?""")


def _breaks(name: str, attributes: dict[str, str], css: dict[str, str]) -> int:
    display = css.get("display", "")
    if name == "p":
        return margins.of_paragraph(attributes.get("class", ""), css) or -1
    if name in _GAPS:
        return margins.of_paragraph("", css) or margins.GAP
    if name in _LINES and not display.startswith("inline"):
        return margins.LINE
    return margins.LINE if display == "block" else 0


def _is_hidden(name: str, attributes: dict[str, str], css: dict[str, str]) -> bool:
    return (
        name in _HIDDEN
        or "hidden" in attributes
        or css.get("display") == "none"
        or css.get("mso-hide") == "all"
        or css.get("visibility") == "hidden"
        or (css.get("max-height", "").startswith("0") and css.get("overflow") == "hidden")
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
