"""Chinese numbers before 号 and 日: the day of a month, or the number of a thing (3号车, 5号楼)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_zh as cues

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_split = str.split

_LENGTHS = tuple(
    _split(
        """
        逾期 超过 超過 不满 不滿 延迟 延遲 提前 为期 為期 历时 歷時 编号为 編號為 编为
        """
    )
)
_CHOSEN = ("派", "指", "选", "選", "圈", "锁", "鎖")
_ENDS = frozenset("。，、；！？（）,.;!?和或与與及 \n")
_IS = frozenset("是为為就前：:订訂")
_DAY_THINGS = ("会", "會", "航班", "班机", "班機", "票", "课", "課", "行程", "活动", "活動", "面试", "面試", "培训",
               "培訓", "预约", "預約", "约", "約")  # fmt: skip
_FROM = ("日起", "次日起", "之日起")
_STREETS = frozenset("路街巷弄道段村里区區座园園")
_ONES = frozenset("一二三四五六七八九两兩")


def is_day(item: Found, flat: str) -> bool:
    """Whether 5号 or 15日 is a day, and no number of a thing or length of time.

    Args:
        item: the expression; its offsets count in ``flat``.
        flat: the text in lower case.
    """
    after = flat[item.end : item.end + 1]
    before = flat[item.start - 1 : item.start] if item.start else "。"
    is_one_day = item.end - item.start == len("一日") and flat[item.start] in _ONES
    if is_one_day or flat.endswith((*_LENGTHS, *_FROM), 0, item.start) or _counts_back(item, flat):
        return False
    if flat[item.end - 1] in ("号", "號"):
        return not _is_chosen(item, flat, before) and _is_numbered_day(item, flat, before, after)
    return not after or after in cues.AFTER_DAY or before in cues.BEFORE_DAY


def _counts_back(item: Found, flat: str) -> bool:
    """会议召开三日以前."""
    is_before = flat[item.end - 1] == "前" or flat.startswith(("前", "之前", "以前"), item.end)
    return is_before and flat.endswith(cues.OCCASIONS, 0, item.start)


def _is_chosen(item: Found, flat: str, before: str) -> bool:
    """人民路5号; 派定3号."""
    return before in _STREETS or (before == "定" and flat[item.start - 2 : item.start - 1] in _CHOSEN)


def _is_numbered_day(item: Found, flat: str, before: str, after: str) -> bool:
    """10号到货; 推迟到12号; but not 3号的轴承, nor 1号、2号楼."""
    if after == "的":
        return before in cues.BEFORE_DAY and flat.startswith(_DAY_THINGS, item.end + 1)
    if after in ("、", "和", "及") and _is_row_of_things(flat, item.end + 1):
        return False
    if not after or after in _ENDS:
        return before in cues.BEFORE_DAY or before in _IS
    return after in cues.AFTER_DAY


def _is_row_of_things(flat: str, start: int) -> bool:
    """1号、2号楼: the next of the row is no day either."""
    end = start
    while flat[end : end + 1].isdecimal():
        end += 1
    after = flat[end + 1 : end + 2]
    return end > start and flat[end : end + 1] in ("号", "號") and bool(after) and after not in cues.AFTER_DAY
