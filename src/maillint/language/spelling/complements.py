"""的 where 得 says how something was done: 处理的很及时, 颜色调的很美, 忙的不得了."""

from __future__ import annotations

from maillint.language.tables import words

_DOING = words("""
处理 處理 准备 準備 安排 完成 解释 解釋 回答 设计 設計 打扫 打掃 收拾 考虑 考慮 表现 表現 恢复 恢復 保存 保管
执行 執行 落实 落實 沟通 溝通 交流 配合 合作 相处 相處 进行 進行 进展 進展 运行 運行 运转 運轉 适应 適應 掌握
理解 讲解 講解 介绍 介紹 描述 翻译 翻譯 包装 包裝 安装 安裝 调试 調試 发挥 發揮 表达 表達 整理 布置 佈置 装修
裝修 印刷 打印 制作 製作 加工 修理 维护 維護 管理 控制 把握 修改 核对 核對 检查 檢查 归纳 歸納 总结 總結 休息
发展 發展 生长 生長 做 办 辦 写 寫 说 說 讲 講 调 調 画 畫 拍 跑 走 卖 賣 学 學 教 答 印 装 裝 修 改 洗 擦 晒
曬 烤 煮 炒 睡 玩 聊 谈 談 站 搬 排 算 填 包 捆 贴 貼 剪 切 磨 焊 涂 塗 刷 喷 噴 配 摆 擺 记 記 管 赶 趕 拖 长
長 变 變 催
""")
_FEELING = words("忙 累 急 冷 热 熱 乱 亂 吵 高兴 高興 开心 開心 紧张 緊張 激动 激動 静 靜 气 氣 困 疼 痛")
_DEGREES = words("很 非常 特别 特別 十分 挺 相当 相當 太 不太 不够 不夠 比较 比較 更")
_MUCH = words("不得了 要命 要死 够呛 夠嗆 不行 慌 厉害 厲害 团团转 團團轉")
_ROUND = words("差不多 不错 不錯 怎么样 怎麼樣 怎样 怎樣 如何")
_LONGEST = 4
"""Han of an adjective."""
_NO_WAY = ("多", "少", "人", "事", "话", "話", "书", "書", "量", "款", "件")
"""What ends no adjective: 做的很多 are many things."""
_STOPS = frozenset("，。！？；、,!?;…\n ）)")
_OTHERWISE = ("所", "被", "有关", "有關", "要", "想", "能", "可以", "该", "該", "应", "應", "请", "請")


def spoilt(text: str, at: int) -> tuple[int, int] | None:
    """Where the verb and its complement around a 的 begin and end, if 得 was meant; None where 的 is right or may be.

    Args:
        text: the text.
        at: the offset of 的.
    """
    before, behind = text[max(0, at - 12) : at], text[at + 1 : at + 12]
    doing = next((word for word in _DOING if before.endswith(word)), "")
    feeling = next((word for word in _FEELING if before.endswith(word)), "")
    length = _manner(behind) if doing else 0
    if not length and feeling:
        length = next((len(word) for word in _MUCH if _ends(behind, word)), 0) or _likeness(behind)
    head = doing or feeling
    if not length or before[: -len(head)].endswith(_OTHERWISE):
        return None
    return at - len(head), at + 1 + length


def _manner(behind: str) -> int:
    """How long a complement of manner is: 很美, 差不多; 0 where none ends the clause."""
    if found := next((len(word) for word in _ROUND if _ends(behind, word)), 0):
        return found
    degree = next((word for word in sorted(_DEGREES, key=len, reverse=True) if behind.startswith(word)), "")
    if not degree:
        return 0
    end = next((at for at, mark in enumerate(behind) if mark in _STOPS), len(behind))
    quality = behind[len(degree) : end].removesuffix("了")
    is_quality = 0 < len(quality) <= _LONGEST and "的" not in quality and not quality.endswith(_NO_WAY)
    return len(degree) + len(quality) if is_quality else 0


def _ends(behind: str, word: str) -> bool:
    """Whether a clause ends with a word, or with the word and 了."""
    rest = behind[len(word) :].removeprefix("了")
    return behind.startswith(word) and (not rest or rest[0] in _STOPS)


def _likeness(behind: str) -> int:
    """像半夜, 跟…一样: what a feeling or a state is compared to, up to the end of the clause."""
    if not behind.startswith(("像", "跟")):
        return 0
    end = next((at for at, mark in enumerate(behind) if mark in _STOPS), len(behind))
    return end if "的" not in behind[:end] else 0
