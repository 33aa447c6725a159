"""Chinese salutations: 王经理，您好：  各位同事：  尊敬的方总：  老魏：  Hello韋小姐～"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from maillint.language import salutation_words as lexicon
from maillint.language import surnames, titles
from maillint.language.salutation_parts import Salutation
from maillint.language.text import is_han
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

_ENDS = "，,：:！!～~。；;\n"
_FAMILIAR = ("老", "小", "阿")
_THINGS = frozenset("表门門图圖率费費款单單价價量号號位袋盘盤件器额額数數计計榜行厂廠板帽笔筆井库庫")
"""What ends a heading (滑动门：收货单位：), and hardly ever a given name."""
_NO_TITLES = frozenset(("汇总", "彙總", "归总", "老总", "加总"))
_SIBLINGS = frozenset("哥姐兄")
_MOST = 26
"""Characters an addressee may have."""
_MOST_EACH = 10
"""Characters of 各供应商伙伴 and the like, alone on the first line before a colon."""
_LEAST_OFFICE = 4
_HOLES = frozenset("[【{<（(＜某xXＸ×")
_ALL = ("各位", "大家", "诸位", "諸位", "全体", "全體", "所有")
_PLURALS = ("们", "們")


class Clue(NamedTuple):
    """What stands around the words that may address somebody."""

    mark: str
    is_greeted: bool
    ends_line: bool


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(
        r"[\[【{<（(＜][^\]】}>）)＞]{0,16}(?:姓名|名称|名稱|公司|客户|客戶|先生/|先生／|name|称呼|稱呼|[牌店品位校户戶]名)[^\]】}>）)＞]{0,16}[\]】}>）)＞]|某某|[xXＸ×]{2,}",
        re.IGNORECASE,
    )


def _is_hole(called: str) -> bool:
    return not _HOLES.isdisjoint(called) and _placeholder().search(called) is not None


def parse(line: str, start: int, known: Collection[str], *, sure: bool) -> Salutation | None:
    """The salutation a line of Chinese begins with; ``start`` is the line's offset in the text."""
    at, lead = _lead(line)
    stop = min((place for mark in _ENDS if (place := line.find(mark, at)) >= 0), default=len(line))
    called, greeting, behind = _greeting(line[at:stop].strip(" 　、"), line, stop)
    if not called:
        word = greeting or (lead if lead.startswith(("敬启者", "敬啟者", *"HhDd")) else "")
        is_closed = stop < len(line) or behind == len(line)
        return _plain(start, behind, word) if word and is_closed else None
    clue = Clue(line[stop : stop + 1], bool(greeting or lead), not line[stop + 1 :].strip(_ENDS + " 　"))
    if len(called) > _MOST or not (sure or _is_addressee(called, known, clue)):
        return None
    title = _title(called)
    return Salutation(
        start=start,
        end=start + behind,
        greeting=lead or greeting,
        title=title,
        name=called[: len(called) - len(title)].rstrip(" 　"),
        is_group=_is_group(called, title),
        is_placeholder=_is_hole(called),
        language="zh",
        name_start=start + line.find(called, at),
    )


def mention(line: str, start: int) -> Salutation | None:
    """``@李明 `` at the head of a mail, as in a chat."""
    name = line[1:].split(None, 1)[0] if len(line) > 1 and not line[1].isspace() else ""
    for mark in "：，,:":
        name = name.partition(mark)[0]
    if not 2 <= len(name) <= 12 or "." in name or "@" in name:
        return None
    end = start + 1 + len(name)
    is_group = name in ("所有人", "all", "All", "全体成员")
    return Salutation(start, end, "@", "", name, is_group, is_placeholder=False, language="zh", name_start=start + 1)


def _plain(start: int, behind: int, word: str) -> Salutation:
    """Only 您好 or 大家好, nobody named."""
    is_group = any(mark in word for mark in "家位们們")
    return Salutation(
        start, start + behind, word, "", "", is_group, is_placeholder=False, language="zh", name_start=start
    )


def _lead(line: str) -> tuple[int, str]:
    """尊敬的, Dear: its length with the blanks behind it, and the word."""
    for lead in lexicon.HAN_LEADS:
        if line.startswith(lead):
            return len(lead), lead
    start = line[:8].lower()
    for lead in ("hello", "dear", "hey", "hi"):
        behind = line[len(lead) :]
        if start.startswith(lead) and behind and (behind[0] in " ,，" or is_han(behind[0])):
            return len(line) - len(behind.lstrip(" ,，")), line[: len(lead)]
    return 0, ""


def _greeting(called: str, line: str, stop: int) -> tuple[str, str, int]:
    """Part 王经理您好 or 王经理，您好： into addressee, greeting and where it all ends in the line."""
    behind = min(stop + 1, len(line))
    for greeting in lexicon.HAN_GREETINGS if called.endswith(lexicon.HAN_GREETINGS) else ():
        if called.endswith(greeting) and (len(greeting) > 1 or (greeting == "好" and len(called) > 1)):
            bare = called[: -len(greeting)].removesuffix(greeting)
            return bare.rstrip(" 　"), greeting, _past_marks(line, behind)
    rest = line[stop + 1 :].lstrip(" 　")
    for greeting in lexicon.HAN_GREETINGS if rest.startswith(lexicon.HAN_GREETINGS) else ():
        if len(greeting) > 1 and rest.startswith(greeting) and line[stop : stop + 1] in "，,！!":
            tail = rest[len(greeting) :]
            if not tail or tail[0] in _ENDS or tail[0] in " 　":
                end = len(line) - len(tail)
                return called, greeting, _past_marks(line, end)
    return called, "", _past_marks(line, behind)


def _past_marks(line: str, at: int) -> int:
    while at < len(line) and line[at] in _ENDS:
        at += 1
    return at


def _title(called: str) -> str:
    bare = called.rstrip("亲親")
    title = titles.chinese(bare)
    name = bare[: len(bare) - len(title)]
    if title in titles.SHORT and not _bears_short_title(name, title, bare):
        return ""
    return title + called[len(bare) :] if title else ""


def _bears_short_title(name: str, title: str, called: str) -> bool:
    """王总, 李工; 丽莎姐 and 志明哥 take the whole name."""
    if surnames.is_surname(name):
        return True
    if title in _SIBLINGS:
        return 2 <= len(name) <= 3 and surnames.family_of(name) != ""
    return len(name) == 1 and title in "总總董" and called not in _NO_TITLES


def _is_group(called: str, title: str) -> bool:
    if called.startswith(("各", *_ALL)) or "、" in called:
        return True
    name = called[: len(called) - len(title)]
    return called.endswith(lexicon.HAN_GROUPS) and (not title or not surnames.family_of(name) or len(name) > 4)


def _is_addressee(called: str, known: Collection[str], clue: Clue) -> bool:
    """Whether the words before the first mark are a person or a group, not the start of a sentence."""
    is_closed = bool(clue.mark) or clue.ends_line
    if _is_reader(called, known):
        return is_closed
    if any(map(called.__contains__, lexicon.HAN_NOT_IN)) or called in lexicon.HAN_NOT_NAMES:
        return clue.is_greeted and called not in lexicon.HAN_NOT_NAMES and len(called) <= 12 and "的" not in called
    if clue.is_greeted or (_title(called) and len(called) <= 10):
        return clue.is_greeted or is_closed
    has_colon = clue.mark in ("：", ":")
    is_colon, is_each = (
        has_colon and clue.ends_line,
        has_colon and called.startswith("各") and len(called) <= _MOST_EACH,
    )
    if (_is_group(called, "") or "的各位" in called) and len(called) <= 18:
        return is_colon or is_each or (is_closed and (called.startswith(_ALL) or called.endswith(_PLURALS)))
    if called.startswith(_FAMILIAR) and len(called) in (2, 3) and surnames.is_surname(called[1:2]):
        return bool(clue.mark)
    is_hole = clue.ends_line and _is_hole(called)
    is_office = len(called) >= _LEAST_OFFICE and called.endswith(lexicon.HAN_OFFICES)
    return is_hole or is_each or (is_colon and (is_office or _is_full_name(called)))


def _is_reader(called: str, known: Collection[str]) -> bool:
    return called.lower() in known or (len(called) > 1 and any(called in name for name in known if is_han(name[0])))


def _is_full_name(called: str) -> bool:
    is_short = 2 <= len(called) <= 4 and all(map(is_han, called))
    return is_short and called[-1] not in _THINGS and surnames.family_of(called) != ""
