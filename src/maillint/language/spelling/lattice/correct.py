"""Finding Chinese homophone slips: runs of Han through the lattice, its changes through the gate."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language import surnames
from maillint.language.script import script_of
from maillint.language.spelling.lattice import features, gate, model, scripts, singles, vocabulary
from maillint.language.spelling.lattice.decode import Lattice
from maillint.language.text import han_runs, is_han
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WARNING = 0.6
"""Confidence from which a change is told to whoever asks for all of them; the check believes fewer."""
OF_THE_TRADE = 0.7
"""Confidence from which a slip is worth a finding when business mail uses the word meant more than print does."""
REWRITING = 0.97
"""Confidence from which the rewrite may be made without asking."""
LIKELY = 0.94
"""Confidence from which a slip for any other word is worth one: one mail's sentence in a hundred has a slip, and alarms
are mostly names and coinages."""
SINGLE = 0.9
"""Confidence of a single character that the words around it speak against, and what any other must reach."""
_TRADITIONAL_MORE = 1.0
"""How much likelier a single character must be in traditional text, whose formal style the model hardly knows."""
_FAMILIAR = "小老阿"
_CANTONESE = frozenset("嘅咗啲唔佢哋喺嚟咁冇睇攞畀嗰噉")
_MOST_CANTONESE = 1
_SIGN_OFFS = "祺绥安"
_VARIANTS = frozenset(("妳你", "她他", "他她", "它他", "她它", "他它", "它她", "毋无", "惟唯", "连联"))
"""Written and meant characters of one sound between which the writer chose, or his country."""
_TITLES = (
    *("老师", "经理", "先生", "女士", "小姐", "总", "工", "主任", "律师", "医生", "教授", "同志", "同学", "博士"),
    *(
        "会计",
        "师傅",
        "阿姨",
        "护士",
        "法官",
        "警官",
        "院长",
        "校长",
        "科长",
        "处长",
        "局长",
        "部长",
        "书记",
        "秘书",
        "专员",
    ),
)
_BY = ("为", "作", "而", "来", "便", "免")
"""In a clause with one of these 以 says by what or what for: 以收到货款的日期为准."""
_COMPANIES = ("公司", "集团", "科技", "建材", "实业", "股份", "置业", "贸易", "电子", "大厦", "酒店")
"""Behind a name of two or three characters that begins a run of Han: 承泽建材."""
_UNITS = frozenset("年月日号时点分元")
"""Behind a figure, what follows one of these begins a word: 5日试听."""
_OURS, _HOUSES = frozenset("本贵该敝我"), frozenset("所校院局行司厂部会社店馆园")
"""本所已…: the house that writes or is written to."""
_COMMON_NAMES = "于和时从向任后"
"""Surnames that are commoner as other words."""
_COMMON_IN_PRINT = ("以及",)
"""Words of business mail that rarer words sound like: 以期."""
_PARTICLES = frozenset("在再以已的得地")
_LONG = 3
_DATES = frozenset(
    ("下周", "上周", "本周", "下月", "上月", "本月", "下午", "上午", "今天", "明天", "当天", "每天", "每周", "每月")
)
"""A change that ends in the first half of one of these took two words for one: 防晒衣下周五开播."""
_MOST_HAN = 4000
_LONGEST_RUN = 40


class Slip(NamedTuple):
    """``text[start:end]`` is ``wrong`` where ``right``, which sounds the same, was meant."""

    start: int
    end: int
    wrong: str
    right: str
    confidence: float
    """How sure it is, 0 to 1; from REWRITING on it may be mended unasked."""
    is_of_the_trade: bool = False
    """The word meant is one that business mail uses far more than print does."""

    is_single: bool = False
    """It is one of the characters that are often taken for one another; see ``singles``."""
    is_listed: bool = False
    """It is one of the words or characters that are held one against another, by thresholds of their own."""

    @property
    def is_believed(self) -> bool:
        """Whether it is worth a finding."""
        if self.is_listed or len(self.wrong) == 1:
            return self.confidence >= SINGLE
        return self.confidence >= (OF_THE_TRADE if self.is_of_the_trade else LIKELY)


def find(text: str, known: Iterable[str] = (), threshold: float = WARNING) -> list[Slip]:
    """Words that the ear took for others, in simplified or traditional Chinese.

    Args:
        text: any text; only its Han characters are looked at, the first 4,000.
        known: names and other words that are right as they are.
        threshold: confidence below which nothing is said, 0 to 1.

    Returns:
        The slips in order, none overlapping; none at all where the language model is missing.
    """
    lattice = ready_lattice()
    if lattice is None or is_cantonese(text):
        return []
    is_traditional = script_of(text) == "zh-Hant"
    simplified = scripts.simplified(text) if is_traditional else text
    heard = list(_slips(lattice, simplified, threshold, is_traditional=is_traditional))
    alone = list(_single_slips(lattice, simplified, is_traditional=is_traditional)) if threshold <= SINGLE else []
    believed = [slip for slip in heard if slip.is_believed and not any(_gainsays(single, slip) for single in alone)]
    others = [slip for slip in heard if not slip.is_believed]
    taken = places(text, known)
    found: list[Slip] = []
    for slip in (*believed, *alone, *others):
        is_free = not any(start < slip.end and slip.start < end for start, end in taken)
        if is_free and not is_excused(simplified, slip):
            found.append(slip)
            taken.append((slip.start, slip.end))
    found.sort()
    if not is_traditional:
        return found
    return [slip for slip in (_traditional(slip, text, simplified) for slip in found) if slip.wrong != slip.right]


def is_cantonese(text: str) -> bool:
    """Whether a text has words of Cantonese, which is not listened to."""
    return sum(map(text.count, _CANTONESE)) > _MOST_CANTONESE


def _gainsays(single: Slip, slip: Slip) -> bool:
    """Whether a single character inside a slip is taken for another one than the slip takes it for."""
    at = single.start - slip.start
    return 0 <= at < len(slip.right) and slip.right[at : at + len(single.right)] != single.right


def is_excused(text: str, slip: Slip) -> bool:
    """Whether it is a word of the trade, a name, a sign-off, a variant, or a unit beside a figure."""
    before, behind = text[slip.start - 1 : slip.start] if slip.start else "", text[slip.end : slip.end + 1]
    if _is_figure(before) or _is_figure(behind) or _begins_word(text, slip, before):
        return True
    if (slip.wrong[-1] in _SIGN_OFFS and not behind.strip()) or slip.wrong[-1] + behind in _DATES:
        return True
    if slip.is_single and slip.wrong == "以" and any(mark in _clause(text, slip.end) for mark in _BY):
        return True
    if any(text.startswith(_COMPANIES, slip.start + size) for size in (2, 3)) and not is_han(before or " "):
        return True
    if surnames.is_surname(slip.wrong[-1]) and text.startswith(_TITLES, slip.end):
        return True
    return _is_variant(slip) or (not slip.is_single and _is_name(slip.wrong, before))


def _begins_word(text: str, slip: Slip, before: str) -> bool:
    """Whether a word begins with it: 5日试听课, 本所已备妥."""
    if before in _UNITS and _is_figure(text[slip.start - 2 : slip.start - 1]):
        return True
    return before in _OURS and slip.wrong[0] in _HOUSES


def _clause(text: str, start: int) -> str:
    """The Han that follow, up to the next mark."""
    run = han_runs().match(text, start)
    return run.group() if run else ""


def _is_variant(slip: Slip) -> bool:
    pairs = zip(slip.wrong, slip.right, strict=True)
    return (
        all(own == new or own + new in _VARIANTS for own, new in pairs) or scripts.simplified(slip.wrong) == slip.right
    )


def _is_name(wrong: str, before: str) -> bool:
    """Whether it is a lone surname, as in 翟工, or 小彭 or 老彭."""
    if len(wrong) == 1 and surnames.is_surname(wrong) and wrong not in _COMMON_NAMES:
        return True
    familiar = wrong if len(wrong) > 1 else before + wrong
    return familiar[:1] in _FAMILIAR and surnames.is_surname(familiar[1:2])


def _is_figure(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _slips(lattice: Lattice, text: str, threshold: float, *, is_traditional: bool) -> Iterator[Slip]:
    decide = gate.learnt().confidence
    for start, end in find_places(text):
        for change in features.changes(lattice, text, start, end, is_traditional=is_traditional):
            confidence = decide(change.figures)
            if confidence >= threshold and change.wrong not in features.business_words():
                is_of_the_trade = change.right in features.business_words() and change.right not in _COMMON_IN_PRINT
                end_of_slip = change.start + len(change.wrong)
                slip = Slip(change.start, end_of_slip, change.wrong, change.right, confidence, is_of_the_trade)
                yield _narrowed(slip)


def _narrowed(slip: Slip) -> Slip:
    """The slip as its one particle, where it is the only wrong character of a longer word: 再 of 再一起."""
    wrong = [at for at, (own, new) in enumerate(zip(slip.wrong, slip.right, strict=True)) if own != new]
    if len(slip.wrong) < _LONG or len(wrong) != 1 or slip.wrong[wrong[0]] not in _PARTICLES:
        return slip
    at = slip.start + wrong[0]
    return slip._replace(start=at, end=at + 1, wrong=slip.wrong[wrong[0]], right=slip.right[wrong[0]], is_single=True)


def _single_slips(lattice: Lattice, text: str, *, is_traditional: bool) -> Iterator[Slip]:
    for start, end in find_places(text):
        for at, meant in singles.find(lattice, text, start, end, _TRADITIONAL_MORE * is_traditional):
            written = text[at : at + len(meant)]
            yield Slip(at, at + len(meant), written, meant, SINGLE, is_single=len(meant) == 1, is_listed=True)


def places(text: str, known: Iterable[str]) -> list[tuple[int, int]]:
    """Where the known words stand."""
    found = []
    for word in known:
        at = text.find(word) if len(word) > 1 else -1
        while at >= 0:
            found.append((at, at + len(word)))
            at = text.find(word, at + 1)
    return found


def _traditional(slip: Slip, text: str, simplified: str) -> Slip:
    mended = simplified[: slip.start] + slip.right + simplified[slip.end :]
    written = scripts.traditional(mended)[slip.start : slip.end]
    right = "".join(
        own if same == meant else new
        for own, same, meant, new in zip(text[slip.start : slip.end], slip.wrong, slip.right, written, strict=True)
    )
    return slip._replace(wrong=text[slip.start : slip.end], right=right)


def find_places(text: str) -> list[tuple[int, int]]:
    """Where runs of Han stand that are long enough to be judged, cut where they are over-long."""
    places = []
    left = _MOST_HAN
    for run in han_runs().finditer(text):
        start, end = run.span()
        for at in range(start, min(end, start + left), _LONGEST_RUN):
            stop = min(at + _LONGEST_RUN, end)
            if stop - at > 1:
                places.append((at, stop))
        left -= end - start
        if left <= 0:
            break
    return places


@cache
def ready_lattice() -> Lattice | None:
    """The lattice over this machine's language model; None where the model or a library for it is missing."""
    if not vocabulary.is_ready():
        return None
    try:
        return Lattice(model.Kenlm(model.path()), vocabulary.load(), features.business_words())
    except (ImportError, OSError, ValueError, RuntimeError):
        return None
