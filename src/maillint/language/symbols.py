"""Marks and pictures that stand for feeling: repeated marks, emoji, emoticons, decoration."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_OLD_EMOJI = frozenset("☀☁☂☃☔☕☘☝☠☹☺♨⚠⚡⚽⚾⛄⛅⛔✅✈✊✋✌✨❄❌❎❓❔❕❗❣❤➕➖")
"""The emoji among the older symbols; their neighbours ★ ✓ ☎ are signs of writing."""
_GLUE = frozenset("\ufe0f\u200d\u20e3 ")
_MOUTHS = frozenset("-'^)(DPpOo/*")
_OTHER_ASCII = ("^", "T_T", "t_t", ">_", "<3", "xD", "XD")
_OTHER_FACES = "＾≧≦´｀ω▽∀д￣╯╥＞"
_ROWS = ("***", "===", "~~~", "###", "<<<", ">>>", "+++")
_STARS = "★☆♥♡♪♫◆◇❤►▶◀◄✿❀※"


@cache
def _picture() -> re.Pattern[str]:
    import re

    return re.compile("[\u2600-\u27bf\U0001f1e6-\U0001faff]")


@cache
def _emoticon() -> re.Pattern[str]:
    import re

    western = r"(?<![\w:;=(])[:;=](?:--?|['^])?[)(DPpO/*](?![\w/])|(?<!\w)[xX]D(?!\w)|(?<!\S)<3(?!\S)"
    face = "´`｀'^＾≧≦>＞<＜~～￣°・•╯╰;；*_＿.。oOωдД▽∀□﹏┬╥ "
    plain = r"\^[_.\-oO]?\^|(?<!\w)[Tt]_[Tt](?!\w)|[>＞]_{1,3}[<＜]"
    eastern = rf"{plain}|[(（](?=[{face}]{{0,9}}[＾≧≦´｀ω▽∀д￣╯╥^])[{face}]{{2,10}}[)）]"
    return re.compile(f"{western}|{eastern}")


_BEADS = r"([★☆♥♡✿❀])(?:[^\n★☆♥♡✿❀]{1,15}\1){2,}"
"""Words strung up between single signs: ★环保★防水★阻燃★."""


@cache
def _stars() -> re.Pattern[str]:
    import re

    return re.compile(f"[{_STARS}]{{2}}|{_BEADS}")


@cache
def _decoration() -> re.Pattern[str]:
    import re

    stars = f"[{_STARS}]{{2,}}"
    framed = rf"{stars}(?:[^\n{_STARS}]{{1,80}}{stars})?"
    return re.compile(rf"{framed}|{_BEADS}|(?<!\S)[*=~#<>+]{{3,40}}[ \t]{{0,9}}\w[^\n*=~#<>+]{{0,80}}[*=~#<>+]{{3,40}}")


def has_smileys(text: str) -> bool:
    """Whether there may be a smiley made of characters in ``text``; cheap."""
    if any(map(text.__contains__, _OTHER_ASCII)):
        return True
    for eyes in ":;=":
        if eyes in text and any(after[:1] in _MOUTHS and after[:2] != "//" for after in text.split(eyes)[1:]):
            return True
    return not text.isascii() and any(map(text.__contains__, _OTHER_FACES))


def has_emoji(text: str) -> bool:
    """Whether there may be an emoji in ``text``; cheap."""
    return not text.isascii() and _picture().search(text) is not None


def has_decoration(text: str) -> bool:
    """Whether there may be decoration in ``text``; cheap."""
    if any(map(text.__contains__, _ROWS)):
        return True
    has_star = not text.isascii() and any(map(text.__contains__, _STARS))
    return has_star and _stars().search(text) is not None


def emoji(text: str) -> Iterator[tuple[int, int, int]]:
    """The runs of emoji in ``text``: start, end and how many pictures a reader sees in it."""
    run: list[int] = []
    for match in _picture().finditer(text):
        if match.group() < "\u3000" and match.group() not in _OLD_EMOJI:
            continue
        if run and not _is_glued(text, run[-1] + 1, match.start()):
            yield run[0], _run_end(text, run[-1]), _pictures(text, run)
            run = []
        run.append(match.start())
    if run:
        yield run[0], _run_end(text, run[-1]), _pictures(text, run)


def _is_glued(text: str, left: int, right: int) -> bool:
    return right - left < 4 and _GLUE.issuperset(text[left:right])


def _run_end(text: str, last: int) -> int:
    return last + 1 + (text[last + 1 : last + 2] in ("\ufe0f", "\u20e3"))


def _pictures(text: str, run: list[int]) -> int:
    """How many pictures: a skin tone, the second half of a flag and what a joiner adds are none of their own."""
    count, half_flags = 0, 0
    for at in run:
        is_flag = "\U0001f1e6" <= text[at] <= "\U0001f1ff"
        half_flags += is_flag
        is_tone = "\U0001f3fb" <= text[at] <= "\U0001f3ff" and at != run[0]
        is_joined = at > 0 and text[at - 1] == "\u200d"
        count += not (is_tone or is_joined or (is_flag and half_flags % 2 == 0))
    return count


def emoticons(text: str) -> Iterator[tuple[int, int]]:
    """Smileys made of characters in ``text``: ``:-)``, ``^_^``, ``(＾▽＾)``."""
    return (match.span() for match in _emoticon().finditer(text))


def decorations(text: str) -> Iterator[tuple[int, int]]:
    """Rows of stars and the like in ``text``, with the words they frame."""
    return (match.span() for match in _decoration().finditer(text))
