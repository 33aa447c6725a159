"""Marks and pictures that stand for feeling: repeated marks, emoji, emoticons, decoration."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_EMOJI = (
    "\U0001f1e6-\U0001f1ff\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff"
    "\u2600-\u2603\u2614\u2615\u2639\u263a\u26a1\u26bd\u26c4\u2705\u2728\u2744\u274c\u2753\u2755\u2757\u2763\u2764"
    "\u2b50\u2b55\u203c\u2049"
)
_FACES = (
    ":) :- :( :D :P :p :o :O ;) ;- ;P ;D =) =( =D :' =' :/ :* ^_ ^^ ^- ^. ^o T_T t_t >_ ＞_ <3 xD XD "
    "(´ (｀ (＾ (≧ （´ （＾ （≧ (^ (╯ (° (￣ (・ (> (* (; （￣"
)
_ROWS = ("***", "===", "~~~", "###", "<<<", ">>>", "+++")
_STARS = "★☆♥♡♪♫◆◇❤►▶◀◄✿❀※"
_JOINERS = "\ufe0f\u200d\U0001f3fb-\U0001f3ff\u20e3"


@cache
def _emoji() -> re.Pattern[str]:
    import re

    return re.compile(f"[{_EMOJI}][{_JOINERS}{_EMOJI}]*(?:[ ]?[{_EMOJI}][{_JOINERS}{_EMOJI}]*)*")


@cache
def _one_emoji() -> re.Pattern[str]:
    import re

    flag = "[\U0001f1e6-\U0001f1ff]{2}"
    return re.compile(f"(?:{flag}|[{_EMOJI}])[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[{_EMOJI}\u2640\u2642]\ufe0f?)*")


@cache
def _emoticon() -> re.Pattern[str]:
    import re

    western = r"(?<![\w:;=(])[:;=](?:--?|['^])?[)(DPpO/*](?![\w/])|(?<!\w)[xX]D(?!\w)|(?<!\S)<3(?!\S)"
    face = "´`｀'^＾≧≦>＞<＜~～￣°・•╯╰;；*_＿.。oOωдД▽∀□﹏┬╥ "
    plain = r"\^[_.\-oO]?\^|(?<!\w)[Tt]_[Tt](?!\w)|[>＞]_{1,3}[<＜]"
    eastern = rf"{plain}|[(（](?=[{face}]{{0,9}}[＾≧≦´｀ω▽∀д￣╯╥^])[{face}]{{2,10}}[)）]"
    return re.compile(f"{western}|{eastern}")


@cache
def _stars() -> re.Pattern[str]:
    import re

    return re.compile(f"[{_STARS}]{{2}}")


@cache
def _decoration() -> re.Pattern[str]:
    import re

    stars = f"[{_STARS}]{{2,}}"
    framed = rf"{stars}(?:[^\n{_STARS}]{{1,80}}{stars})?"
    return re.compile(rf"{framed}|(?<!\S)[*=~#<>+]{{3,40}}[ \t]{{0,9}}\w[^\n*=~#<>+]{{0,80}}[*=~#<>+]{{3,40}}")


@cache
def _faces() -> tuple[str, ...]:
    return tuple(_FACES.split())


def has_smileys(text: str) -> bool:
    """Whether there may be a smiley made of characters in ``text``; cheap."""
    return any(face in text for face in _faces())


def has_emoji(text: str) -> bool:
    """Whether there is an emoji in ``text``; cheap."""
    return not text.isascii() and _emoji().search(text) is not None


def has_decoration(text: str) -> bool:
    """Whether there may be decoration in ``text``; cheap."""
    return any(row in text for row in _ROWS) or (not text.isascii() and _stars().search(text) is not None)


def emoji(text: str) -> Iterator[tuple[int, int, int]]:
    """The runs of emoji in ``text``: start, end and how many pictures a reader sees in it."""
    for match in _emoji().finditer(text):
        yield match.start(), match.end(), len(_one_emoji().findall(match.group()))


def emoticons(text: str) -> Iterator[tuple[int, int]]:
    """Smileys made of characters in ``text``: ``:-)``, ``^_^``, ``(＾▽＾)``."""
    return (match.span() for match in _emoticon().finditer(text))


def decorations(text: str) -> Iterator[tuple[int, int]]:
    """Rows of stars and the like in ``text``, with the words they frame."""
    return (match.span() for match in _decoration().finditer(text))
