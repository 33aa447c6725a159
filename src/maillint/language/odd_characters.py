"""Characters that no keyboard writes: what a lost encoding left, and twins of common ones from a PDF."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_MOST = 200

_PRIVATE = "[\ue000-\uf8ff\U000f0000-\U0010ffff]+"
_LOST = "(?:\ufffd+|(?:锟斤拷)+|[烫燙]{4,}|[屯]{4,})"
_UTF8_AS_LATIN = (
    "(?:[\u00c3\u00c2][\u00a0-\u00bf\u0192\u2020-\u2026]|\u00e2\u20ac[\u00a0-\u00ff\u0152-\u0178\u02dc\u2013-\u2122]"
    "|\u00ef\u00bc[\u0080-\u00bf\u0152\u0153\u0160\u0178\u017d\u2018-\u2122]"
    "|(?:[\u00e4-\u00e9][\u00a0-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u2122]{2}){2,})+"
)
"""One Han character alone would also be the end of a French quotation, \u00e9 with a blank and a mark."""
_TWIN = "[\u2f00-\u2fd5\u2e80-\u2ef3\uf900-\ufaff]"
_REMOTE = "[\U00020000-\U000323af]"


@cache
def _odd() -> re.Pattern[str]:
    import re

    return re.compile(
        f"(?P<lost>{_LOST}|{_UTF8_AS_LATIN})|(?P<private>{_PRIVATE})|(?P<twin>{_TWIN})|(?P<rare>{_REMOTE})"
    )


def odd_characters(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Each run as (start, end, kind, plain).

    Kinds: "lost" (a broken encoding), "private" (drawn by one font only), "twin" (a radical or compatibility form that
    looks like a common character, which ``plain`` is) and "rare" (outside the blocks that fonts have). ``plain`` is
    empty where nothing can be said.
    """
    for count, match in enumerate(_odd().finditer(text)):
        if count >= _MOST:
            return
        kind = match.lastgroup or ""
        yield *match.span(), kind, _plain(match.group(), kind)


def _plain(text: str, kind: str) -> str:
    if kind == "twin":
        from unicodedata import normalize

        plain = normalize("NFKC", text)
        return plain if plain != text else ""
    if kind == "lost":
        return _decoded(text)
    return ""


def _decoded(text: str) -> str:
    """What UTF-8 that was read as Windows Latin would say."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""
