"""Chinese words that leave a time open where a plan is told: 忙完这阵再聊, 有空来坐坐, 明年春天开工."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import habits_zh
from maillint.language.dates.cues import Cues
from maillint.language.dates.cues_zh import TRENDS

if TYPE_CHECKING:
    from maillint.language.dates.found import Found
    from maillint.language.dates.sentences import Sentence

_split = str.split

_PLANS = Cues(
    """
    请 請 麻烦 麻煩 帮 幫 再 咱 一起 给您 給您 给你 給你 给贵 給貴 为您 為您 向您 跟您 与您 與您 和您 联系 聯繫
    聯絡 拜访 拜訪 见面 見面 碰面 聚 聊 谈 談 约 約 安排 打算 计划 計劃 計畫 准备 準備 预计 預計 争取 爭取 希望 盼
    期待 我会 我會 我们会 我們會 我来 我來 我去 我把 我就 我们就 我們就 启动 啟動 开工 開工 动工 動工 交货 交貨
    发货 發貨 寄 发您 發您 发给 發給 上线 上線 上市 推出 举行 舉行 召开 召開 恢复 恢復 回复 回覆 答复 答覆 过来
    過來 来店 來店 来一趟 來一趟 回我 将 將 拟 擬 看看您 看您 补上 補上 派 我们 我們 我 您
    """
)
_AHEAD = Cues(
    """
    会 會 将 將 打算 计划 計劃 計畫 准备 準備 争取 爭取 拟 擬 安排 给您 給您 给你 給你 跟您 与您 與您 找时间 找時間
    抽
    """
)
_STATES = Cues("很 较 較 非常 比较 比較 一直 总是 總是 常 都")
_NO_WILL = tuple(
    _split(
        """
        会议 會議 开会 開會 机会 機會 社会 社會 会员 會員 大会 大會 展会 展會 会计 會計 协会 協會 年会 年會 例会
        例會 周会 週會 会上 會上 申请 申請 邀请 邀請 请假 請假 请款 請款
        """
    )
)
_IF = tuple(
    _split(
        """
        如 若 要是 倘 假如 是否 有没有 有沒有 没 沒 不 都 什么时候 什麼時候 何时 何時 才
        """
    )
)
_CONDITIONS = ("如", "若", "要是", "倘")
_BEHIND = tuple(
    _split(
        """
        后 後 再 就 之后 之後 以后 以後 时 時 了 这 這 手 年 的时候 的時候 ， ,
        """
    )
)
_ENDING = tuple(
    _split(
        """
        后 後 前 时 時 了 来 來 再 活 事 头 頭 段 子 间 間 初 末 过去 過去 几天 幾天 春 晴 波 阵 陣
        """
    )
)
_WAITING = ("等", "待", "一旦", "到了")
_SEASON_BEFORE = tuple(
    _split(
        """
        明年 今年 来年 來年 后年 後年 等 到 于 於 在 这个 這個 下个 下個
        """
    )
)
_SEASON_BEHIND = tuple(
    _split(
        """
        再 就 后 後 前 之后 之後 来 來 去 ， 里 裡 结束 結束 开工 開工 过后 過後 开始 開始 启动 啟動 交 见 見
        """
    )
)


def is_open(item: Found, flat: str, around: str, sentence: Sentence) -> bool:
    """Whether words that may leave a time open stand in a plan, a promise or a request.

    Args:
        item: the expression; its offsets count in ``flat``.
        flat: the text in lower case.
        around: its clause, itself left out.
        sentence: its sentence.
    """
    if TRENDS.stand_in(around):
        return False
    before, rest = around.partition("\0")[0], sentence.text[max(0, item.end - sentence.start) :]
    if item.form == "open-hand":
        return _is_at_hand(before, rest)
    if habits_zh.is_general(item, flat, around, sentence.text):
        return False
    match item.form:
        case "open-near":
            return _is_near(item, flat, around, before)
        case "open-season":
            is_placed = item.end - item.start > len("春天") or flat.startswith(_SEASON_BEHIND, item.end)
            return (is_placed or before.endswith(_SEASON_BEFORE)) and _PLANS.stand_in(around + rest)
    word = flat[item.start : item.end]
    is_clause = word.endswith(_ENDING) or flat.startswith(_BEHIND, item.end) or any(head in before for head in _WAITING)
    return is_clause and not _STATES.stand_in(around) and _PLANS.stand_in(around + rest)


def _is_at_hand(before: str, rest: str) -> bool:
    """有空回我一下; but not 您什么时候有空, 如果有空."""
    return not before.endswith(_IF) and not any(word in before for word in _CONDITIONS) and rest[-1:] not in ("？", "?")


def _is_near(item: Found, flat: str, around: str, before: str) -> bool:
    """最近会有同事联系您; but not 最近订单很多."""
    if before and before[-1] not in "我们們您咱司":
        return False
    for word in _NO_WILL:
        around = around.replace(word, "")
    return _AHEAD.stand_in(around) and not habits_zh.is_state("", flat, item.start, around.replace("很快", ""))
