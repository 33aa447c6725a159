"""的 where 得 says how something was done: 处理的很及时, 地板擦的很干净, 忙的不得了."""

from __future__ import annotations

from maillint.language.tables import words

_DOING = words("""
处理 處理 准备 準備 安排 完成 打扫 打掃 收拾 恢复 恢復 保存 保管 执行 執行 落实 落實 配合 合作 相处 相處 进行 進行
进展 進展 运行 運行 运转 運轉 适应 適應 掌握 翻译 翻譯 包装 包裝 安装 安裝 调试 調試 发挥 發揮 整理 布置 佈置 装修
裝修 印刷
打印 制作 製作 加工 修理 维护 維護 控制 把握 核对 核對 检查 檢查 休息 发展 發展 生长 生長 做 办 辦 写 寫 调 調 画 畫
拍 跑 走 卖 賣 学 學 印 装 裝 修 改 洗 擦 晒 曬 烤 煮 炒 睡 玩 站 搬 排 填 包 捆 贴 貼 剪 切 磨 焊 涂 塗 刷 喷 噴
摆 擺 记 記 赶 趕 拖 长 長 变 變 催 来 來 到 发 發 送
""")
"""What is done, and not what is said or judged: 您说的很对 means the words."""
_FEELING = words("忙 累 急 冷 热 熱 乱 亂 吵 高兴 高興 开心 開心 紧张 緊張 激动 激動 静 靜 气 氣 困 疼 痛")
_DEGREES = words("很 非常 特别 特別 十分 挺 相当 相當 太 不太 不够 不夠")
_MANNERS = words("""
快 慢 早 晚 急 好 稳 穩 美 齐 齊 满 滿 紧 緊 及时 及時 迅速 顺利 順利 认真 認真 仔细 仔細 细致 細緻 熟练 熟練 整齐 整齊
干净 乾淨 漂亮 清楚 周到 到位 均匀 均勻 牢固 结实 結實 平整 扎实 紮實
""")
"""How something is done; what else stands there may be what it is like: 做的很特别 are odd things."""
_MUCH = words("不得了 要命 要死 够呛 夠嗆 不行 慌 厉害 厲害 团团转 團團轉")
_ROUND = words("差不多了 不错 不錯 怎么样 怎麼樣 怎样 怎樣 如何")
_REACH = 40
_STOPS = frozenset("，。！？；、,!?;…\n ）)")
_OTHER = ("的", "是", "谁", "誰", "哪")
"""Earlier in the clause, one of these makes the 的 one that is right: 客户要的和我们做的差不多."""
_OTHERWISE = ("所", "被", "有关", "有關", "要", "想", "能", "可以", "该", "該", "应", "應", "请", "請")


def spoilt(text: str, at: int) -> tuple[int, int] | None:
    """Where the verb and its complement around a 的 begin and end, if 得 was meant; None where 的 is right or may be.

    Args:
        text: the text.
        at: the offset of 的.
    """
    before, behind = text[max(0, at - _REACH) : at], text[at + 1 : at + 12]
    doing = next((word for word in _DOING if before.endswith(word)), "")
    feeling = next((word for word in _FEELING if before.endswith(word)), "")
    length = _manner(behind) if doing else 0
    if not length and feeling:
        length = next((len(word) for word in _MUCH if _ends(behind, word)), 0) or _likeness(behind)
    head = doing or feeling
    clause = _clause_end(before[: -len(head)]) if head else ""
    if not length or clause.endswith(_OTHERWISE) or any(word in clause for word in _OTHER):
        return None
    return at - len(head), at + 1 + length


def _manner(behind: str) -> int:
    """How long a complement of manner is: 很美, 差不多了; 0 where none ends the clause."""
    if found := next((len(word) for word in _ROUND if _ends(behind, word)), 0):
        return found
    degree = next((word for word in sorted(_DEGREES, key=len, reverse=True) if behind.startswith(word)), "")
    if not degree:
        return 0
    quality = next((word for word in _MANNERS if _ends(behind[len(degree) :], word)), "")
    return len(degree) + len(quality) if quality else 0


def _clause_end(before: str) -> str:
    """What of the words before stands in the same clause."""
    return before[1 + max(map(before.rfind, _STOPS)) :]


def _ends(behind: str, word: str) -> bool:
    """Whether a clause ends with a word, or with the word and 了."""
    rest = behind[len(word) :].removeprefix("了")
    return behind.startswith(word) and (not rest or rest[0] in _STOPS)


def _likeness(behind: str) -> int:
    """像半夜: what a feeling or a state is compared to, up to the end of the clause."""
    if not behind.startswith("像"):
        return 0
    end = next((at for at, mark in enumerate(behind) if mark in _STOPS), len(behind))
    return end if "的" not in behind[:end] else 0
