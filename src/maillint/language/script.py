"""Which language and which script a text is in, told by its characters and its commonest words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from maillint.language.text import han_runs, may_hold_han

# Characters that stand in one of the two scripts only, the most frequent first; 后, 里, 台 and others stand in both.
SIMPLIFIED = frozenset(
    "国这为个会们来时对发说学过现没开经还动吗业进机关实长样间区内电体从问员点将产无网场应题资计给让两该东数认结总务"
    "话统战设军见变报爱论组权选议运车记决联视处门导传强号图规亚领际单头尔达队历书马广带办觉义级师专类约团儿参调请乐"
    "许确气难证称语条则济听价标举争续况备观华质钱费转较众风创织却亲识离欢护连节项张构声农边医写赛装谁杀击响职属试罗"
    "态县纪戏显维责买环协断验终远独习营岁评随错继预闻妈兰热户艺严仅录势满优兴绝负谢简欧画帮积虽读伤频监飞刚讲谈诉剧"
    "湾编双围红轻压状险担层卫财园络奖阳执测审铁换银养岛择紧韩汉亿检馆销购坚讨镇药陆纳宝脑乡坏细拥卖载临释货龙恶败奥"
    "弹减输码访训疗温异阶劳厂词额补杂练妇届课乱软圣误梦顾页遗礼枪础毕币讯稳宁辑块灵怀伦扩鲜贵摄库轮顿旧寻综顺庆丽脱"
    "竞虑违挥归骗诺献针饭惊税谓敌渐损弃阅绍厅诗鲁笔萨汇贝译树赢贸泽宪毁顶丝静赶闭纸荣桥订陈灭绿宫盖谋盘贴绩乌键鸡狱"
    "励链纽夺废烟辆莱驻麦残触隐宾迹阴纷恋纯镜罚阵暂伟径抢档贫惯仪蓝烧奋疯缩矿袭彻宽虚询辖潜烦墙刘贷忆诚粮倾赚爷览灯"
    "邮递账赔扰迟"
)
TRADITIONAL = frozenset(
    "國這個會們來時對發說學過現沒開經還動嗎業進機關實長樣間區內電體從問員點將產無網場應題資計給讓兩該東數認結總務話"
    "統戰設軍見變報愛論組權選議運車記決聯視處門導傳強號圖規亞領際單頭爾達隊歷書馬廣帶辦覺義級師專類約團兒參調請樂許"
    "確氣難證稱語條則濟聽價標舉爭續況備觀華質錢費轉較衆風創織卻親識離歡護連節項張構聲農邊醫寫賽裝誰殺擊響職屬試羅態"
    "縣紀戲顯維責買環協斷驗終遠獨習營歲評隨錯繼預聞媽蘭熱戶藝嚴僅錄勢滿優興絕負謝簡歐畫幫積雖讀傷頻監飛剛講談訴劇灣"
    "編雙圍紅輕壓狀險擔層衛財園絡獎陽執測審鐵換銀養島擇緊韓漢億檢館銷購堅討鎮藥陸納寶腦鄉壞細擁賣載臨釋貨龍惡敗奧彈"
    "減輸碼訪訓療溫異階勞廠詞額補雜練婦屆課亂軟聖誤夢顧頁遺禮槍礎畢幣訊穩寧輯塊靈懷倫擴鮮貴攝庫輪頓舊尋綜順慶麗脫競"
    "慮違揮歸騙諾獻針飯驚稅謂敵漸損棄閱紹廳詩魯筆薩匯貝譯樹贏貿澤憲毀頂絲靜趕閉紙榮橋訂陳滅綠宮蓋謀盤貼績烏鍵雞獄勵"
    "鏈紐奪廢煙輛萊駐麥殘觸隱賓跡陰紛戀純鏡罰陣暫偉徑搶檔貧慣儀藍燒奮瘋縮礦襲徹寬虛詢轄潛煩牆劉貸憶誠糧傾賺爺覽燈為"
    "後裡於週黃臺與鑒"
)
_ENGLISH_WORDS = (
    "the and of to is are for with you your we our that this it be have has will please not on at from as by can would "
    "which any was were been they thanks if or but there what i my me let know could should do does an hi dear"
)
# Words of Western European languages that mean nothing in English.
_FOREIGN_WORDS = (
    "der das und ist nicht mit für auf ein eine wir sie ich zu von den dem im bitte haben werden sehr geehrte "
    "le la les et est pour vous nous dans une je que qui sur avec merci bonjour votre "
    "el los las por para una con es usted gracias estimado como il di che sono grazie gentile della "
    "um os você não obrigado het een voor niet met zijn wij och är jag det att på som jeg ikke vi til af og "
    "się jest na nie proszę dzień"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
HAN_PER_WORD = 1.6
"""Han characters that say as much as one English word."""


def language_of(text: str, script: str = "zh-Hans") -> str:
    """The language a text is written in.

    Args:
        text: any text; only letters count.
        script: "zh-Hans", "zh-Hant" or "", what Chinese is taken for when none of its characters tells.

    Returns:
        "en", "zh-Hans", "zh-Hant", "mixed" (whole clauses of English and of Chinese) or "other". Chinese with
        English names and terms is Chinese; English with a Chinese name is English.
    """
    if text.isascii():
        return _latin(text)
    han = sum(map(len, han_runs().findall(text))) if may_hold_han(text) else 0
    if 3 * han > 2 * len(text):
        return _script(text) or script
    if any(map(_is_foreign, set(text))) and sum(map(_is_foreign, text)) * 8 > len(text):
        return "other"
    if not han:
        return _latin(text)
    english = HAN_PER_WORD * _clause_words(text) / han
    if english > 3:
        return _latin(text)
    return "mixed" if english > 1 / 3 else _script(text) or script


@lru_cache(8)
def script_of(text: str) -> str:
    """The script most of the telling characters are of, "zh-Hans" or "zh-Hant"; "" when none tells."""
    return _script(text) if may_hold_han(text) else ""


def may_mix_scripts(text: str) -> bool:
    """Whether characters of both Chinese scripts stand in a text; cheap."""
    if not may_hold_han(text):
        return False
    told = set(text)
    return not (SIMPLIFIED.isdisjoint(told) or TRADITIONAL.isdisjoint(told))


def _script(text: str) -> str:
    told = set(text)
    simplified, traditional = told & SIMPLIFIED, told & TRADITIONAL
    if not simplified and not traditional:
        return ""
    if not simplified or not traditional:
        return "zh-Hans" if simplified else "zh-Hant"
    return "zh-Hant" if sum(map(text.count, traditional)) > sum(map(text.count, simplified)) else "zh-Hans"


def _latin(text: str) -> str:
    told = text.lower().split()
    foreign = len(_FOREIGN.intersection(told))
    return "other" if foreign > 1 and foreign > 1 + 2 * len(_ENGLISH.intersection(told)) else "en"


def _is_foreign(character: str) -> bool:
    """Whether it is a letter of Greek, Cyrillic, Arabic, Indic and other scripts, a kana or a hangul."""
    return "\u0370" <= character <= "\u1fff" or "\u3041" <= character <= "\u30ff" or "\uac00" <= character <= "\ud7a3"


def _clause_words(text: str) -> int:
    """How many words stand in English clauses: at least four words in a row, one of them a common one."""
    count = 0
    for run in han_runs().split(text):
        if len(run) > 12:
            words = _words().findall(run.lower())
            if len(words) >= 4 and not _ENGLISH.isdisjoint(words):
                count += len(words)
    return count


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[a-zA-ZÀ-ɏ]+")
