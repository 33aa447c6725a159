"""Forms of address: what stands before an English name and behind a Chinese one, and whose gender it tells."""

from __future__ import annotations

from maillint.language.tables import words

_ENGLISH_MEN = words("""
mr mister sir herr monsieur señor senor sr signor lord father brother congressman chairman messrs
""")
_ENGLISH_WOMEN = words("""
mrs ms miss madam mdm madame mme mlle frau señora sra signora lady dame sister chairwoman mmes
""")
_ENGLISH_ANY = words("""
mx dr doctor prof professor rev reverend fr judge justice senator captain capt colonel col general major sgt
president chair minister ambassador dean coach officer commissioner councillor counsellor hon ing
""")
ENGLISH = {
    **dict.fromkeys(_ENGLISH_MEN, "m"),
    **dict.fromkeys(_ENGLISH_WOMEN, "f"),
    **dict.fromkeys(_ENGLISH_ANY, ""),
}
"""English titles in lower case without their full stop -> "m", "f" or "" for what they say of gender."""
HONORIFICS = ("-san", "-sama", "-sensei", "-ssi", "-nim", "-ji", "-kun", "-chan")
_CHINESE_MEN = words("""
先生 叔叔 伯伯 大哥 哥 兄
""")
_CHINESE_WOMEN = words("""
女士 小姐 太太 夫人 太 阿姨 大姐 姐 学姐 學姐
""")
_CHINESE_ANY = words("""
总编 總編 主编 主編 导演 導演 制片 製片 教官 督导 督導 药师 藥師 技师 技師 领导 領導 干事 幹事 监事 監事 理事
总助 特助 副校长 副院长 副校長 副院長 副总监 副總監 副部长 副部長 副局长 副局長 客户经理 项目经理 大使 参赞 參贊
总领事 法师 法師 牧师 牧師 神父 院士 总经理 總經理 副总经理 副總經理 副总 副總 董事长 董事長 总裁 總裁 总监 總監
经理 經理 主管 副主任 主任 处长 處長 副处长 科长 科長 课长 課長 局长 局長 部长 部長 司长 司長 院长 院長 校长
校長 所长 所長 站长 站長 行长 行長 会长 會長 秘书长 秘書長 理事长 理事長 书记 書記 市长 市長 队长 隊長 组长 組長
班长 班長 店长 店長 厂长 廠長 协理 協理 襄理 副理 专员 專員 副教授 教授 讲师 講師 老师 老師 博士 医生 醫生 医师
醫師 大夫 护士长 護士長 护士 護士 律师 律師 法官 检察官 檢察官 警官 工程师 工程師 总工 總工 会计师 會計師 会计
會計 出纳 出納 设计师 設計師 顾问 顧問 助理 秘书 秘書 编辑 編輯 记者 記者 导师 導師 教练 教練 师傅 師傅 主席
委员 委員 代表 同志 同学 同學 家长 家長 负责人 負責人 老板 老闆 阁下 閣下 大人 前辈 前輩 学长 學長 总 總 董 工
处 處 局 院 博 导 經
""")
CHINESE = {
    **dict.fromkeys(_CHINESE_MEN, "m"),
    **dict.fromkeys(_CHINESE_WOMEN, "f"),
    **dict.fromkeys(_CHINESE_ANY, ""),
}
"""Chinese titles -> "m", "f" or ""."""
SHORT = frozenset("总總董工处處局院博导經太哥姐兄")
"""Titles of one character: only right behind a surname."""


def english(word: str) -> str | None:
    """What gender an English title tells ("m", "f", ""); None when the word is no title."""
    return ENGLISH.get(word.lower().rstrip("."))


def chinese(name: str) -> str:
    """The Chinese title at the end of a name, the longest that fits; empty when there is none."""
    for length in (4, 3, 2, 1):
        title = name[-length:]
        if title in CHINESE and len(name) >= length:
            return title
    return name[-2:] if len(name) > 2 and name[-1] in "长長" else ""
