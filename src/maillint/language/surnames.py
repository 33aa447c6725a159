"""Chinese surnames and how they are written with Latin letters, on the mainland, in Hong Kong, Taiwan and Singapore."""

from __future__ import annotations

from functools import cache

from maillint.language.tables import words

COMPOUND = words("""
欧阳 歐陽 上官 皇甫 令狐 司徒 诸葛 諸葛 司马 司馬 宇文 呼延 鲜于 鮮于 赫连 赫連 东方 東方 慕容 濮阳 濮陽 夏侯
闻人 聞人 公孙 公孫 申屠 亓官 端木 南宫 南宮 巫马 巫馬 尉迟 尉遲 轩辕 軒轅 钟离 鍾離 司空 仲孙 仲孫 西门 西門
东郭 東郭 万俟 澹台 澹臺 司寇 太叔 淳于 独孤 獨孤 拓跋 百里 长孙 長孫 公冶 公羊 第五 左丘 漆雕
""")
_TRADITIONAL_COMPOUND = words("歐陽 諸葛 司馬 東方 鍾離 長孫 尉遲 鮮于 赫連 濮陽 聞人 公孫 南宮 巫馬 軒轅 東郭 獨孤")
_SIMPLIFIED_COMPOUND = words("欧阳 诸葛 司马 东方 钟离 长孙 尉迟 鲜于 赫连 濮阳 闻人 公孙 南宫 巫马 轩辕 东郭 独孤")
_COMPOUND_PINYIN = {
    "欧阳": "ouyang", "上官": "shangguan", "皇甫": "huangfu", "令狐": "linghu", "司徒": "situ szeto", "诸葛": "zhuge",
    "司马": "sima", "宇文": "yuwen", "呼延": "huyan", "慕容": "murong", "夏侯": "xiahou", "公孙": "gongsun",
    "端木": "duanmu", "南宫": "nangong", "尉迟": "yuchi", "万俟": "moqi", "独孤": "dugu", "西门": "ximen",
    "东方": "dongfang", "巫马": "wuma", "长孙": "zhangsun", "澹台": "tantai", "钟离": "zhongli", "闻人": "wenren",
    "淳于": "chunyu",
}  # fmt: skip
# A surname (both scripts where they differ), then its spellings: pinyin first.
_SINGLE = """
王 wang wong ong|李 li lee lei|张張 zhang chang cheung teo|刘劉 liu lau liew low|陈陳 chen chan tan chin
杨楊 yang yeung young yeo|黄黃 huang wong hwang ng|赵趙 zhao chao chiu|吴吳 wu ng woo goh|周 zhou chou chow chew
徐 xu hsu chui tsui|孙孫 sun suen sng|马馬 ma mah|朱 zhu chu choo|胡 hu wu oh|郭 guo kuo kwok quek|何 he ho hoh
林 lin lam lim|高 gao kao ko|梁 liang leung neo|郑鄭 zheng cheng cheang tay|罗羅 luo lo law loh
宋 song sung soong|谢謝 xie hsieh tse chia|唐 tang tong|韩韓 han hon|曹 cao tsao tso|许許 xu hsu hui koh
邓鄧 deng teng tang|萧蕭 xiao hsiao siu|肖 xiao siu|冯馮 feng fung|曾 zeng tseng tsang chan|程 cheng ching
蔡 cai tsai choi chua|彭 peng pang|潘 pan poon phua|袁 yuan yuen|于 yu yue|余 yu yee|董 dong tung|苏蘇 su so soh
叶葉 ye yeh yip|吕呂 lu lü lui|魏 wei ngai|蒋蔣 jiang chiang cheung|田 tian tien tin|杜 du tu to|丁 ding ting
沈 shen shum sim|姜 jiang chiang keung|范範 fan|江 jiang chiang kong|傅 fu foo|钟鍾 zhong chung cheong
卢盧 lu lo loo|汪 wang wong|戴 dai tai|崔 cui tsui chui|任 ren jen yam|陆陸 lu luk loke|廖 liao liu liew
姚 yao yiu|方 fang fong|金 jin chin kam kim|邱 qiu chiu yau|丘 qiu yau|夏 xia hsia ha|谭譚 tan tam|韦韋 wei wai
贾賈 jia chia ka|邹鄒 zou tsou chau|石 shi shih shek|熊 xiong hung|孟 meng mang|秦 qin chin chun
阎閻 yan yen yim|薛 xue hsueh sit|侯 hou hau|雷 lei lui loy|白 bai pai pak|龙龍 long lung|段 duan tuan|郝 hao
孔 kong kung hung|邵 shao siu|史 shi shih sze|毛 mao mo|常 chang sheung|万萬 wan man|顾顧 gu ku koo|赖賴 lai
武 wu mo|康 kang hong|贺賀 he ho|严嚴 yan yen yim|尹 yin wan|钱錢 qian chien chin|施 shi shih sze|牛 niu ngau
洪 hong hung ang|龚龔 gong kung|汤湯 tang tong|陶 tao to|黎 li lai|温溫 wen wan|莫 mo mok|易 yi yik|樊 fan
乔喬 qiao chiao kiu|文 wen man|安 an on|殷 yin yan|颜顏 yan yen ngan|庄莊 zhuang chuang chong
章 zhang chang cheung|鲁魯 lu lo|倪 ni ngai|庞龐 pang pong|邢 xing hsing ying|俞 yu yue|翟 zhai chai
蓝藍 lan lam nam|聂聶 nie nip|齐齊 qi chi chai|向 xiang heung|申 shen sun|葛 ge ko kot|柴 chai|伍 wu ng eng
覃 qin tan tam|骆駱 luo lo lok|关關 guan kuan kwan|焦 jiao chiao tsiu|柳 liu lau|欧歐 ou au ow|祝 zhu chu chuk
纪紀 ji chi kee|尚 shang sheung|毕畢 bi pi but|耿 geng kang|芦蘆 lu lo|左 zuo tso cho|季 ji chi kwai
管 guan kuan koon|符 fu foo|辛 xin hsin sun|苗 miao miu|詹 zhan chan jim|曲 qu chu kuk|靳 jin chin|祁 qi chi kei
路 lu lo|涂塗 tu to|兰蘭 lan lam|甘 gan kan kam|裴 pei|梅 mei mui|童 tong tung|翁 weng yung|霍 huo fok
游 you yu yau|阮 ruan juan yuen|尤 you yu yau|柯 ke ko or|岳嶽 yue ngok|牟 mou mau|滕 teng|谷 gu ku kuk|舒 shu
卜 bu pu puk|成 cheng sing|饶饒 rao jao yiu|宁寧 ning|凌 ling|盛 sheng shing|查 zha cha|单單 shan|冉 ran
鲍鮑 bao pao pau|华華 hua wah|包 bao pao pau|屈 qu wat|房 fang fong|喻 yu|解 xie|蒲 pu po|卫衛 wei wai
简簡 jian chien kan|时時 shi|连連 lian lien lin|车車 che|项項 xiang hong|闵閔 min man|邬鄔 wu|吉 ji kat
党黨 dang tong|景 jing king|费費 fei|卓 zhuo cho cheuk|佟 tong|桂 gui kwai|苟 gou|巫 wu mo|麦麥 mai mak|储儲 chu
岑 cen shum sam|晏 yan|习習 xi|池 chi|褚 chu|娄婁 lou|瞿 qu chu|古 gu ku|利 li lee lei|湛 zhan|应應 ying
区區 ou au|司 si|敖 ao|宫宮 gong|糜 mi|宓 mi|冼 xian sin|容 rong yung|骈 pian|车 che|沙 sha|裘 qiu|蔺藺 lin
茅 mao|隗 wei kui|訾 zi|匡 kuang hong|谌諶 chen shen|宣 xuan|虞 yu|胥 xu|荀 xun|井 jing|危 wei|强 qiang|屠 tu
山 shan|杭 hang|甄 zhen yan|郦酈 li|阚闞 kan|佘 she sheh|冷 leng|鞠 ju|仝 tong|芮 rui|汲 ji|富 fu|乌烏 wu|巴 ba
牧 mu|郗 xi|班 ban|仲 zhong|伊 yi|暴 bao|厉厲 li|戎 rong|祖 zu|束 shu|幸 xing|郜 gao|蓟薊 ji|薄 bo|宿 su|鄂 e
索 suo so|籍 ji|闻聞 wen man|莘 shen|贡貢 gong|劳勞 lao lo|逄 pang|姬 ji|扶 fu|堵 du|宰 zai|濮 pu|寿壽 shou
边邊 bian|扈 hu|燕 yan|冀 ji|浦 pu|农農 nong|慕 mu|茹 ru|宦 huan|艾 ai ngai|慎 shen|戈 ge|庾 yu|暨 ji|居 ju
衡 heng|弘 hong|寇 kou|阙闕 que|沃 wo|蔚 wei|隆 long|师師 shi|巩鞏 gong|晁 chao|勾 gou|那 na|须須 xu|丰豐 feng
巢 chao|荆荊 jing|竺 zhu|权權 quan|逯 lu|盖蓋 gai|桓 huan|匙 chi|闫閆 yan|缪繆 miao|迟遲 chi|经經 jing|贝貝 bei
皮 pi|毋 wu|麻 ma|候 hou|苑 yuan|楚 chu|战戰 zhan|修 xiu|矫 jiao|初 chu|由 you|付 fu|菅 jian|柏 bai bo|俎 zu
檀 tan|泮 pan|缑 gou|妫 gui|娜 na|芈 mi|练練 lian|阳陽 yang|占 zhan|招 zhao chiu|布 bu|邸 di|花 hua fa|越 yue
伏 fu|栾欒 luan|亓 qi|雍 yong|桑 sang|仇 qiu|蒯 kuai|国國 guo|卞 bian pien|蒙 meng|鄢 yan|郁 yu|戚 qi chik|米 mi
相 xiang|封 feng fung|穆 mu muk
窦竇 dou tau|奚 xi hsi|郎 lang long|臧 zang tsang|刁 diao tiu|昝 zan|钮鈕 niu nau|嵇 ji|荣榮 rong jung wing|惠 hui|羿 yi
邴 bing|邰 tai|璩 qu|郏郟 jia|殳 shu|滑 hua|诸諸 zhu chu|席 xi hsi
"""


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in _entries():
        characters, _, latin = entry.partition(" ")
        for character in characters:
            found[character] = tuple(latin.split())
    return found | {name: tuple(latin.split()) for name, latin in _COMPOUND_PINYIN.items()}


def _entries() -> list[str]:
    return _SINGLE.strip().replace("\n", "|").split("|")


@cache
def _simplified() -> dict[str, str]:
    """Each traditional form of a surname -> its simplified form."""
    found = {form: entry[0] for entry in _entries() for form in entry.partition(" ")[0]}
    return found | dict(zip(_TRADITIONAL_COMPOUND, _SIMPLIFIED_COMPOUND, strict=True))


def family_of(name: str) -> str:
    """The surname at the head of a Han name, compound ones first; empty when it begins with none."""
    if name[:2] in COMPOUND:
        return name[:2]
    return name[:1] if name[:1] in _spellings() else ""


def is_surname(characters: str) -> bool:
    """Whether these are a whole surname."""
    return characters in COMPOUND or (len(characters) == 1 and characters in _spellings())


def are_one(first: str, second: str) -> bool:
    """Whether two surnames are the same one, perhaps in the two scripts: 陈 and 陳."""
    return first != "" and _simplified().get(first, first) == _simplified().get(second, second)


def spellings(family: str) -> tuple[str, ...]:
    """How a Han surname is written with Latin letters, in lower case; empty when unknown."""
    return _spellings().get(family, ())


@cache
def all_spellings() -> frozenset[str]:
    """All Latin spellings of Chinese surnames, in lower case."""
    return frozenset(spelling for latin in _spellings().values() for spelling in latin)
