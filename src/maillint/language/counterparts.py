"""The characters that one script writes otherwise than the other, where they stray into it, and words in both forms."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.script import SIMPLIFIED, TRADITIONAL

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAIRS = (
    "国國这這个個会會们們来來时時对對发發说說学學过過现現没沒开開经經还還动動吗嗎业業进進机機关關实實长長样樣间間区區内內电電体體从從问問员員点點将將产產无無网網场場应應题題资資计計给給让讓两兩该該东東数數认認结結总總务務话話统統"
    "战戰设設军軍见見变變报報爱愛论論组組权權选選议議运運车車记記决決联聯视視处處门門导導传傳强強号號图圖规規亚亞领領际際单單头頭尔爾达達队隊历歷书書马馬广廣带帶办辦觉覺义義级級师師专專类類约約团團儿兒参參调調请請乐樂许許确確气氣"
    "难難证證称稱语語条條则則济濟听聽价價标標举舉争爭续續况況备備观觀华華质質钱錢费費转轉较較众衆风風创創织織却卻亲親识識离離欢歡护護连連节節项項张張构構声聲农農边邊医醫写寫赛賽装裝谁誰杀殺击擊响響职職属屬试試罗羅态態县縣纪紀戏戲"
    "显顯维維责責买買环環协協断斷验驗终終远遠独獨习習营營岁歲评評随隨错錯继繼预預闻聞妈媽兰蘭热熱户戶艺藝严嚴仅僅录錄势勢满滿优優兴興绝絕负負谢謝简簡欧歐画畫帮幫积積虽雖读讀伤傷频頻监監飞飛刚剛讲講谈談诉訴剧劇湾灣编編双雙围圍红紅"
    "轻輕压壓状狀险險担擔层層卫衛财財园園络絡奖獎阳陽执執测測审審铁鐵换換银銀养養岛島择擇紧緊韩韓汉漢亿億检檢馆館销銷购購坚堅讨討镇鎮药藥陆陸纳納宝寶脑腦乡鄉坏壞细細拥擁卖賣载載临臨释釋货貨龙龍恶惡败敗奥奧弹彈减減输輸码碼访訪训訓"
    "疗療温溫异異阶階劳勞厂廠词詞额額补補杂雜练練妇婦届屆课課乱亂软軟圣聖误誤梦夢顾顧页頁遗遺礼禮枪槍础礎毕畢币幣讯訊稳穩宁寧辑輯块塊灵靈怀懷伦倫扩擴鲜鮮贵貴摄攝库庫轮輪顿頓旧舊寻尋综綜顺順庆慶丽麗脱脫竞競虑慮违違挥揮归歸骗騙诺諾"
    "献獻针針饭飯惊驚税稅谓謂敌敵渐漸损損弃棄阅閱绍紹厅廳诗詩鲁魯笔筆萨薩汇匯贝貝译譯树樹赢贏贸貿泽澤宪憲毁毀顶頂丝絲静靜赶趕闭閉纸紙荣榮桥橋订訂陈陳灭滅绿綠宫宮盖蓋谋謀盘盤贴貼绩績乌烏键鍵鸡雞狱獄励勵链鏈纽紐夺奪废廢烟煙辆輛莱萊"
    "驻駐麦麥残殘触觸隐隱宾賓迹跡阴陰纷紛恋戀纯純镜鏡罚罰阵陣暂暫伟偉径徑抢搶档檔贫貧惯慣仪儀蓝藍烧燒奋奮疯瘋缩縮矿礦袭襲彻徹宽寬虚虛询詢辖轄潜潛烦煩墙牆刘劉贷貸忆憶诚誠粮糧倾傾赚賺爷爺览覽灯燈为為后後里裡于於周週黄黃台臺与與鉴鑒"
    "邮郵递遞账賬赔賠扰擾迟遲"
)
"""Simplified and traditional form by turns."""
_MORE_PAIRS = (
    "万萬丢丟么麼仓倉俩倆借藉册冊净淨准準几幾凭憑别別卤滷厉厲吓嚇呕嘔哟喲复複夸誇尽盡干幹并並当當忧憂愿願懒懶托託扬揚"
    "拦攔挡擋捡撿据據摆擺极極柜櫃游遊滚滾炉爐烂爛犹猶猪豬盐鹽盗盜着著祸禍种種窃竊签簽粤粵系繫系係线線胆膽脚腳脸臉腻膩艳豔"
    "荐薦讽諷诈詐谎謊谜謎谨謹谱譜赏賞赖賴赘贅辩辯酱醬采採铃鈴铺鋪锥錐闲閒阁閣须須颜顏饰飾驾駕骂罵鱼魚冻凍劲勁胜勝呜嗚"
    "啰囉冲衝浓濃狮獅聋聾赞讚钟鐘骄驕"
)
"""The same of what is rarer or stands in both scripts: enough to know a word by, not to call a character a stray."""


@cache
def _forms() -> dict[str, str]:
    """Each form and its counterpart in the other script."""
    simplified, traditional = _PAIRS[::2], _PAIRS[1::2]
    return dict(zip(simplified + traditional, traditional + simplified, strict=True))


@cache
def _scripts() -> tuple[dict[int, int], dict[int, int]]:
    """What makes a text simplified, and what makes it traditional."""
    pairs = _PAIRS + _MORE_PAIRS
    simplified, traditional = pairs[::2], pairs[1::2]
    return str.maketrans(traditional, simplified), str.maketrans(simplified, traditional)


def both_forms(words: Sequence[str]) -> list[str]:
    """The words, and behind them those that the other script writes otherwise: 你们 with 你們."""
    return [*dict.fromkeys((*words, *(word.translate(script) for script in _scripts() for word in words)))]


def strays(text: str, script: str) -> list[tuple[int, str]]:
    """Characters that exist only in the other script.

    Args:
        text: any text.
        script: the script it is in, "zh-Hans" or "zh-Hant".

    Returns:
        Their offsets in code points, each with the form that belongs there.
    """
    others = TRADITIONAL if script == "zh-Hans" else SIMPLIFIED
    strange = others.intersection(text)
    return [(at, _forms()[character]) for at, character in enumerate(text) if character in strange] if strange else []
