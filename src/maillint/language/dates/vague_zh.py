"""The context of Chinese words that name no day: 尽快, 改天, 有空, 节后."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_zh as cues
from maillint.language.dates import habits_zh
from maillint.language.dates.cues import Cues
from maillint.language.dates.habits_zh import is_past

if TYPE_CHECKING:
    from maillint.language.dates.found import Found
    from maillint.language.dates.sentences import Sentence

_EARLY = "尽儘盡早从從"
_EAGER = "尽儘盡"
_URGING = ("得", "最好", "麻烦", "麻煩", "您", "你", "咱们", "咱們")
_TO_ME = ("给我", "給我", "回我", "您那边", "您那邊", "你那边", "你那邊")
_CHANGES, _WISHING = "改换換另", ("要", "想", "需", "如需", "若需", "需要")
_OTHERS = ("他", "她", "他们", "他們", "她们", "她們")
_MATTERS = frozenset("事题題项項话話")
_FINDING = frozenset("抽找挑选選腾騰拨撥")
_NOT = tuple("没有 沒有 未能 没能 沒能 未 没 沒 不能 无法 無法 不".split())
_IF_NEEDED = tuple(
    "如 若 一旦 有困难 有困難 有问题 有問題 有疑问 有疑問 有异常 有異常 有变化 有變化 有变动 有變動".split()
)
_CLAUSE_OF = 12
_NOT_YET = tuple("，。；：、！？,.;:!? 会會将將要请請再需能拟擬内內把给給跟向帮幫")
_REPEATED = Cues("勿 不要 禁止 重复 重複 多次 避免 服用")
_TO_US = Cues("您 你 我 给 給 咱")
_WHILE_BARS = frozenset("没沒才经經度通超错錯渡熬用见見不每")
_HOLIDAY_BARS = frozenset("环環情细細章关關调調枝音时時季")
_CHOICE_BARS = frozenset("选選抉")
_BARS = {"过": _WHILE_BARS, "過": _WHILE_BARS, "隔": _WHILE_BARS, "择": _CHOICE_BARS, "擇": _CHOICE_BARS,
         "节": _HOLIDAY_BARS, "節": _HOLIDAY_BARS}  # fmt: skip
"""First character of a vague word -> what before it makes it a part of another (经过几天, 选择机型, 环节后)."""


def settle(item: Found, flat: str, around: str, sentence: Sentence) -> bool:
    """Whether a vague word leaves a time open; words of haste count beside a request or the author's own promise.

    Args:
        item: the expression; its offsets count in ``flat``.
        flat: the text in lower case.
        around: its clause, itself left out.
        sentence: its sentence.
    """
    if item.form[:4] == "open":
        from maillint.language.dates import openings_han  # loaded when a message needs it

        is_open = openings_han.is_open(item, flat, around, sentence) and not is_past(around)
        item.form, item.asks = "strong", True
        return is_open
    word = flat[item.start : item.end]
    item.is_finding = word[0] in _FINDING
    is_denied = (word in cues.HASTE or word[0] in _EAGER) and flat.endswith(_NOT, 0, item.start)  # 没有及时告知您
    is_offered = word[0] in _CHANGES and flat.endswith(_WISHING, 0, item.start)  # 要改时间请打给我
    if is_denied or is_offered or _is_idle(item, word, flat, around) or _is_general(item, word, flat, around, sentence):
        return False
    if item.form == "strong":
        is_told = is_past(around) or (word in cues.NEAR and (cues.TRENDS.stand_in(around) or _goes_on(around)))
        return not ((item.readings or word in cues.NEAR) and is_told)
    item.asks = not is_past(around) and _is_promised(item, word, flat, around, sentence)
    return True


def _goes_on(around: str) -> bool:
    """这两天一直下雨, but not 这两天我会一直在."""
    return any(word in around for word in ("一直", "老是")) and not cues.STRONG_FUTURE.stand_in(around)


def _is_promised(item: Found, word: str, flat: str, around: str, sentence: Sentence) -> bool:
    is_haste = word in cues.HASTE
    if word[-1] == "再" or (cues.PROMISING if is_haste else cues.COMMITTING).stand_in(around):
        return True
    is_urged = flat.endswith(_URGING, 0, item.start) and word != "早日"  # 祝您早日康复
    if word[0] in _EAGER or is_urged or flat.startswith(_TO_ME, item.end):
        return True  # 尽早锁, 得早点说, 马上给我回话
    is_early = not is_haste and word[0] in _EARLY
    is_own = flat[item.start - 1 : item.start] in ("我", "们", "們")
    return is_own or (is_early and cues.REQUESTS.stand_in(sentence.text)) or _is_limit(item, word, flat, sentence)


def _is_limit(item: Found, word: str, flat: str, sentence: Sentence) -> bool:
    """请大家自己拆，这几天内拆完."""
    is_near = word in cues.NEAR and flat.startswith(("内", "內"), item.end)
    return is_near and cues.REQUESTS.stand_in(sentence.text)


def _is_idle(item: Found, word: str, flat: str, around: str) -> bool:
    """休息一会儿; 没过几天; 感谢您抽时间; 最近几天的销量; 节后复工的企业."""
    before = flat[item.start - 1 : item.start]
    if not item.readings and flat.endswith(_OTHERS, 0, item.start) and not _TO_US.stand_in(around):
        return True  # 他年后有空档
    if word in cues.WHILES:
        return before not in cues.BEFORE_WHILE
    if word[0] in _FINDING:
        return cues.THANKS.stand_in(around) or is_past(around)
    if before in _BARS.get(word[0], ()) or (word[0] == "等" and before in ("请", "請")):
        return True
    if word[-1] == "再" and word[0] in "以往日将將今后後":
        return before not in cues.BEFORE_WHILE and before not in _MATTERS
    return _is_attribute(item, word, flat, around)


def _is_attribute(item: Found, word: str, flat: str, around: str) -> bool:
    """最近几天的销量; 节后复工的企业; 请勿在短时间内重复提交."""
    if word[0] == "短" and _REPEATED.stand_in(around):
        return True
    is_attribute = (word in cues.NEAR and flat.startswith("的", item.end)) or (
        word[0] in "节節假" and "的" in flat[item.end : item.end + 6]
    )
    return (is_attribute and not cues.COMMITTING.stand_in(around)) or (
        word in cues.NEAR and _qualifies(item, flat, around)
    )


def _qualifies(item: Found, flat: str, around: str) -> bool:
    """近期感冒发烧的同事, 停机这两天欠您的货; but not 近期要举办的活动."""
    if flat[item.start] not in "近最这這" or cues.REQUESTS.stand_in(around.partition("\0")[0]):
        return False
    behind = flat[item.end : item.end + _CLAUSE_OF]
    told, sign, _ = behind.partition("的")
    return bool(sign) and not any(mark in told for mark in _NOT_YET)


def _is_general(item: Found, word: str, flat: str, around: str, sentence: Sentence) -> bool:
    """Told of what is known, of how things are, of a contract's parties or of what may happen some day."""
    if word in cues.HASTE:
        before = sentence.text[: max(0, item.start - sentence.start)]
        is_offer = word in ("及时", "及時") and any(sign in before for sign in _IF_NEEDED)
        return is_offer or habits_zh.is_clause(sentence.text) or habits_zh.is_drill(sentence.text)
    if word in cues.NEAR:
        return not _is_limit(item, word, flat, sentence) and habits_zh.is_state(word, flat, item.start, around)
    return word.endswith("再") and habits_zh.is_echo(flat, item.start, sentence.start)
