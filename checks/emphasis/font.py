"""Display fonts in running text, and text too small or too large to read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_POINTS = {"pt": 1.0, "px": 0.75}
_FANCY = frozenset(
    (
        *("comic sans ms", "comic sans", "papyrus", "brush script mt", "curlz mt", "jokerman", "chiller", "impact"),
        *(
            "monotype corsiva",
            "lucida handwriting",
            "lucida calligraphy",
            "bradley hand itc",
            "kristen itc",
            "algerian",
        ),
        *(
            "old english text mt",
            "vivaldi",
            "vladimir script",
            "freestyle script",
            "french script mt",
            "ravie",
            "stencil",
        ),
        *("edwardian script itc", "snap itc", "showcard gothic", "harlow solid italic", "wide latin", "segoe script"),
        *(
            "华文行楷",
            "stxingkai",
            "华文彩云",
            "stcaiyun",
            "华文琥珀",
            "sthupo",
            "方正舒体",
            "fzshuti",
            "方正姚体",
            "fzyaoti",
        ),
        *("隶书", "隸書", "lisu", "幼圆", "幼圓", "youyuan", "华文隶书", "stliti", "华文新魏", "stxinwei"),
        *(
            "華康少女文字",
            "華康娃娃體",
            "華康行書體",
            "華康海報體",
            "hanzipen sc",
            "hanzipen tc",
            "wawati sc",
            "wawati tc",
            "libian sc",
        ),
    )
)


@cache
def _name() -> re.Pattern[str]:
    """The first family of a list of them."""
    import re

    return re.compile(r"""(?:[ :="'\n]|&quot;)*+([^;,"'<>&]{1,60})""")


@cache
def _size() -> re.Pattern[str]:
    import re

    return re.compile(r"\s*:\s*(\d{1,2}(?:\.\d+)?)(pt|px|PT|PX)")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first display font over the author's own paragraphs, or else the size of their text."""
    own = _own_source(draft) if _is_suspect(draft.shown.source, rule) else ""
    if not own:
        return
    first = draft.paragraphs[0]
    span = Span(first.zone, first.start, first.end)
    fancy = next((name for name in _families(own) if name.lower() in _FANCY), "")
    if fancy:
        yield rule.finding(draft, span, rewrite=advise(), name=fancy)
        return
    points = _points(draft, own)
    if points and not rule.options["least-points"] <= points <= rule.options["most-points"]:
        key = "small" if points < rule.options["least-points"] else "large"
        yield rule.finding(draft, span, key=key, rewrite=advise(), points=f"{points:g}")


def _is_suspect(source: str, rule: Rule) -> bool:
    """Whether anything in the whole HTML, history included, could be too fancy, too small or too large; quick."""
    if any(name.lower() in _FANCY for name in _families(source)):
        return True
    return any(not rule.options["least-points"] <= points <= rule.options["most-points"] for points in _sizes(source))


def _families(source: str) -> set[str]:
    """The first family of each font-family and each face, as written."""
    heads = (head for mark in ("font-family", " face=") for head in _after(mark, source))
    return {match[1].strip() for head in heads if (match := _name().match(head))}


def _sizes(source: str) -> set[float]:
    """Every size in points."""
    found = {match.groups() for head in _after("font-size", source) if (match := _size().match(head))}
    return {float(number) * _POINTS[unit.lower()] for number, unit in found}


def _after(mark: str, source: str) -> Iterator[str]:
    """What stands behind each mark, in lower or upper case."""
    for spelt in (mark, mark.upper()):
        yield from source.split(spelt)[1:]


def _own_source(draft: Draft) -> str:
    """The HTML up to the end of the author's last paragraph; what follows is signature and history."""
    paragraphs = draft.paragraphs
    if not paragraphs or draft.shown.content_type != "text/html":
        return ""
    stops = [s.source_end for s in draft.shown.segments if s.start < paragraphs[-1].end]
    body = max(draft.shown.source.lower().find("<body"), 0)
    return draft.shown.source[body : max(stops, default=0)]


def _points(draft: Draft, own: str) -> float:
    """The size most of the own text is set in, when one size is said for all of it; else 0."""
    sizes = _sizes(own)
    sized = sum(style.end - style.start for style in draft.shown.styles if style.size)
    return sizes.pop() if len(sizes) == 1 and not sized else 0.0
