"""Ordinary words in capitals: what is shouted, told from acronyms, names, codes and headings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from maillint.language.verbatim import is_code, is_quoted, line_around

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_SHARP = (
    "not no never don't dont doesn't won't can't cannot didn't isn't aren't wasn't shouldn't mustn't please must only "
    "urgent urgently important attention warning reminder immediately now stop read everyone everybody nobody nothing "
    "always mandatory strictly absolutely"
)
_STRONG = (
    "i you your yours we our ours they their them this that these those is are was were be been being have has had do "
    "does did will would should could shall need needs want wants get make take give come see know think wait who what "
    "when why how which because if there here it's i'm you're we're let's thank thanks happy congratulations hello "
    "welcome sorry still again very really too so much many few every everything anything something someone anyone "
    "hurry expect expects ensure remember forget wrong late huge amazing awesome great free sale love lots wonderful "
    "unacceptable without before after until both any all each more most less least even just already yet ever finally "
    "completely totally definitely extremely exactly certainly seriously"
)
_ALONE = (
    "big little first second third last today tomorrow tonight once twice except unless within instead same different "
    "best worst own than and but or if where later soon mother father dad mom kisses hugs right whole entire half one "
    "two three hot cool nice fun super mega wow ugh yay hate sick tired enough required necessary essential note caution "
    "preliminary friendly kindly respond return provide complete check help tell ask keep look find final notice"
)
_PLAIN = (
    "a an the of in on at to for from with by as into onto over under about out off up down between through during "
    "against per via am it its he she his her him my me us may can might new old good bad high low long short next "
    "ask call send buy sell pay book order click sign post put set use try ship deliver bring leave meet talk speak "
    "write submit register join attend download open close closed start end begin update change cancel delete touch "
    "enter smoke park eat drink waste share copy print save switch turn move remove replace forward contact email "
    "deadline date time hour day week month year people team staff office customer client driver manager user guest "
    "list product price quality factory service information report file data system account number question problem "
    "issue response action meeting plan project work job money payment invoice offer chance deal sale hot credit card "
    "lost damaged missing broken delayed overdue late required allowed accepted refunded responsible available door "
    "window kitchen fridge room road school home house car bus train stock delivery shipment password log form minutes"
)
_LABELS = frozenset("important note notice reminder attention warning urgent caution please".split())
_BUTTONS = frozenset(
    "click press hit tap type enter reply answer say says said text select choose choosing button key field column tab "
    "menu option status mode flag command keyword label labelled labeled marked called titled named code word letters "
    "box checkbox stamped stamp reads".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december english chinese".split()
)
_LEGAL = ("LIABILIT", "WARRANT", "INDEMN", "HEREBY", "DISCLAIM", "CONFIDENTIAL", "THE COMPANY", "LICENSOR")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Shout:
    """Shouted words: ``text[start:end]``, and the same said calmly."""

    start: int
    end: int
    calm: str
    is_plain: bool
    """Every word is an ordinary one: lower case cannot hit a name."""


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    sharp = frozenset(_SHARP.split())
    strong = sharp | frozenset(_STRONG.split())
    alone = (strong | frozenset(_ALONE.split())) - frozenset("i is it do see who this if".split()) | {"if"}
    return sharp, strong, alone, strong | alone | frozenset(_PLAIN.split())


@cache
def _word() -> re.Pattern[str]:
    import re

    word = r"[A-ZÀ-ÖØ-Þ]+(?:['’-][A-ZÀ-ÖØ-Þ]+)*"
    return re.compile(rf"(?<![A-Za-z0-9À-ɏ_@.#/\\$%&+*=-]){word}(?![A-Za-z0-9_@/\\À-ɏ=])")


@cache
def _gap() -> re.Pattern[str]:
    import re

    return re.compile(r"[ \t]*[,;:&–—-]?[ \t]*\n?[ \t]*(?:\d[\d:.,%]*[ \t]+)?")


@cache
def _stretched() -> re.Pattern[str]:
    import re

    return re.compile(r"(?=[A-Z]{4})(?![AEOU]+$)[A-Z]*([AEOU])\1\1")


def shouts(text: str) -> Iterator[Shout]:
    """The shouted words of a paragraph, in order; words that follow one another are one shout."""
    words: list[tuple[int, int]] = []
    for match in _word().finditer(text):
        if words and not _goes_on(text, words[-1][1], match.start()):
            yield from _judge(text, words)
            words = []
        words.append(match.span())
    yield from _judge(text, words)


def _goes_on(text: str, end: int, start: int) -> bool:
    return 0 < start - end <= 16 and _gap().fullmatch(text, end, start) is not None


def _judge(text: str, words: list[tuple[int, int]]) -> Iterator[Shout]:
    words = _trimmed(text, words)
    if not words:
        return
    start, end = words[0][0], words[-1][1]
    line = line_around(text, start).strip()
    if is_code(line) or "\t" in line or line.count("   ") > 1 or is_quoted(text, start, end):
        return
    is_shouted = _is_shouted_word(text, start, end, line) if len(words) == 1 else _is_shouted_run(text, words, line)
    if is_shouted:
        yield _shout(text, words)


def _trimmed(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the acronyms and single letters at the edges of a run."""
    kept = [index for index, (start, end) in enumerate(words) if _counts(text[start:end])]
    return words[kept[0] : kept[-1] + 1] if kept else []


def _counts(word: str) -> bool:
    return len(word) > 1 and (len(word) > _SHORT or _is_ordinary(word))


def _is_ordinary(word: str) -> bool:
    known, low = _sets()[3], _lower(word)
    stems = [low.removesuffix(ending) for ending in ("s", "d", "ed", "ing", "ly")]
    return low in known or low in _DAYS or any(len(stem) > 2 and stem in known for stem in stems) or bool(_stretched().match(word))


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_shouted_word(text: str, start: int, end: int, line: str) -> bool:
    word = _lower(text[start:end])
    if _stretched().match(text[start:end]):
        return True
    if word not in _sets()[2]:
        return False
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    rest = after.lstrip(" ")
    if line.startswith(text[start:end]) and (rest[:1] in ":-–—" or len(line) - (end - start) < 3):
        return word in _LABELS
    if rest[:1] in (":", "："):
        return word in _LABELS
    is_beside_prose = _ends_in_prose(before) or rest[:1].islower() or rest[:1] > "⺀"
    return is_beside_prose and not _is_button(before, after)


def _ends_in_prose(before: str) -> bool:
    last = before.rstrip(" \n\"'(,;:–—-")[-1:]
    return last.islower() or last > "⺀"


def _is_button(before: str, after: str) -> bool:
    left, right = before.lower().split()[-1:], after.lower().split()[:1]
    return any(word.strip(".,:;!?()") in _BUTTONS for word in left + right)


def _is_shouted_run(text: str, words: list[tuple[int, int]], line: str) -> bool:
    sharp, strong, _, _ = _sets()
    said = {_lower(text[start:end]) for start, end in words}
    start, end = words[0][0], words[-1][1]
    if len(words) >= 12 and any(mark in text[start:end] for mark in _LEGAL):
        return False
    if said & sharp:
        return True
    is_heading = line.upper() == line or line.startswith(text[start:end]) and text[end : end + 2].lstrip()[:1] == ":"
    return bool(said & strong) and (not is_heading or line.endswith(("!", "！")))


def _shout(text: str, words: list[tuple[int, int]]) -> Shout:
    start, end = words[0][0], words[-1][1]
    calm, is_plain, place = [], True, start
    for first, last in words:
        word = text[first:last]
        low = _lower(word)
        if _is_ordinary(word):
            quiet = _quiet(low, opens=first == start and _opens_sentence(text, first))
        else:
            quiet = word if len(word) <= _SHORT else low
            is_plain = False
        calm += [text[place:first], quiet]
        place = last
    return Shout(start, end, "".join(calm), is_plain)


def _quiet(word: str, *, opens: bool) -> str:
    if word in _DAYS or opens or word == "i" or word.startswith("i'"):
        return word[:1].upper() + word[1:]
    return word


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"'“(")
    return not before or before[-1] in ".!?。！？\n:："
