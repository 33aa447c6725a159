"""Words that bind a meaning, in English, 简体 and 繁體: what may neither go nor come when a text is reworded."""

from __future__ import annotations

MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
    "november nov|december dec"
).split("|")
WEEKDAYS = (
    "monday mon mondays|tuesday tue tues tuesdays|wednesday wed wednesdays|thursday thu thur thurs thursdays|"
    "friday fri fridays|saturday sat saturdays|sunday sun sundays"
).split("|")
DAYS = (
    "today tomorrow yesterday tonight noon midnight morning afternoon evening overnight daily weekly monthly "
    "quarterly yearly annually hourly fortnight weekend christmas easter"
)
SPANS = "week weeks month months year years quarter quarters hour hours minute minutes day days"
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions dozen dozens half quarter third thirds fourth fifth sixth seventh eighth "
    "ninth tenth first second once twice thrice double triple both"
)
NO_NUMBER_AFTER = frozenset("and another any each every last no of or some that the this which".split())
"""Before "one", what makes it a pronoun."""
NEGATIONS = frozenset(
    "barely cannot hardly neither never no nobody none nor not nothing nowhere scarcely unable without".split()
)
LACKING = (
    r"fail(?:ed|s|ing)?(?= (?:\w+ )?to(?![A-Za-z]))|left(?= (?:\w+ )?out(?![A-Za-z]))"
    r"|missing|lack(?:s|ed|ing)?|absent|forg[eo]t(?:s|ten)?|omitted"
)
"""What says in other words that something was not done, or is not there; a word in its midst counts for itself."""
CONTRARY = (
    "refus den(?:y|ie) declin reject impossib prevent forbid prohibit cancel unavailab invalid incorrect "
    "incomplet illegal unpaid unsafe void terminat suspend exclud except unless only instead otherwise stop avoid "
    "withdraw withdrew revok disagree dissatisf disallow or(?![a-z]) either"
).split()
"""Beginnings of words that turn a statement round by themselves, or bound it."""
MUST = r"must|ha(?:ve|s|d) to|(?:need|needs|needed) to|required|requires|require|obliged|mandatory|shall"
SHOULD = r"should|ought to"
CAN = r"may|might|can|could|able to|unable|allowed|permitted|optional"
ASKING = r"(?:can|could|would|will|may|might) (?:you|we|i|somebody|someone)"
CONDITION = r"if(?! you (?:could|would|can))|in case|provided that|assuming|as long as"
LIMITS = {
    "by": "by|no later than|not later than",
    "before": "before|prior to",
    "until": "until|till",
    "after": "after|from|since|starting|as of",
    "least": "at least|no less than|not less than|no fewer than|minimum of|a minimum of",
    "most": "at most|no more than|not more than|up to|maximum of|a maximum of",
    "more": "more than|over|above|exceeding",
    "less": "less than|fewer than|under|below",
    "within": "within",
    "about": "about|around|approximately|roughly|circa|some|nearly|almost",
    "every": "every|each|per",
    "next": "next|following|coming",
    "last": "last|previous|past",
    "this": "this|current",
}
NUMBERED = frozenset(
    "annex bay building bus case chapter clause contract dock figure flight floor gate hall invoice item lane line "
    "no nr number offer order page part platform po quote ref room section step table ticket train unit version".split()
)
"""What is told from others of its kind by the number behind it."""
UNITLESS = frozenset(
    "a after already also an and are as at be been before but by can could each for from had has have he here i if "
    "in is it kindly may might must never no not of on or per please shall she should since so still than thank "
    "thanks that the then there these they this those to until was we were when where which while who will with "
    "would you".split()
)
"""What follows a number without being what it counts."""
OPENERS = frozenset(
    "a about after again all also although an and another any apologies are as at be because before best both but by "
    "can concerning could dear did do does due each either every finally first for from furthermore given had has "
    "have he hello hence her here hi his how however i i'd i'll i'm i've if in into is it it's its just kind kindly "
    "last let lets many may meanwhile might mine moreover most must my neither next no nor not note now of on once "
    "or other our ours please regarding regards regrettably same second see send shall she should since sincerely so "
    "some sorry still such thank thanks that the their then there therefore these they third this those though thus "
    "to today tomorrow unfortunately unless until up was we we'll we're we've were what when where whether which "
    "while who why will with without would yes yet you you're your yours".split()
)
"""Words that are written large at the head of a sentence only."""
PLAIN = frozenset(
    "send make take use check call write reply answer look ask tell bring keep find try wait work people everyone "
    "everybody something anything nothing customers customer colleagues colleague feel be been being go come get give "
    "hand put set pay order read show help many much more most few less several perhaps maybe instead rather only even "
    "earlier later recently soon happy glad looking invoice order delivery meeting price contract team office".split()
)
"""Further words with which a sentence may begin that was not there before."""
EMPHASISED = frozenset(
    "asap ask bad big btw duh ever far fyi get got hey how huh lol new now off old omg out pls plz read see stop thx "
    "too use very way who why wow wtf yet".split()
)
"""Short words that are written large to shout, or in haste, and name nothing."""
HAN_DAYS = (
    r"今天|明天|后天|後天|大后天|大後天|昨天|前天|今日|明日|昨日|次日|当天|當天|当日|當日|今晚|明晚|昨晚|今早|"
    r"明早|上午|下午|中午|早上|晚上|凌晨|傍晚|(?:[本下上这這每]个?個?|下下)?(?:周|週|星期|礼拜|"
    r"禮拜)[一二三四五六日天末]|(?:[本下上这這每][个個]?|下下)(?:周|週|星期|礼拜|禮拜|月|季度|年度)|今年|明年|"
    r"去年|前年|后年|後年|年底|年初|年末|月底|月初|月末|[上下]半年|每天|每日|每年|季度|周末|週末"
)
HAN_NUMERALS = "零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟一二三四五六七八九十百千万萬亿億两兩半"
HAN_NO_NUMBERS = (
    "一下 一些 一起 一直 一般 一定 一样 一樣 一点 一點 统一 統一 唯一 万一 萬一 十分 一切 之一 一旦 一并 一併 一向 "
    "一律 一致 一再 再三 进一步 進一步 一同 一贯 一貫 百忙 一时 一時 千万不 千萬不 千万别 千萬別 千万要 千萬要 "
    "一方面 一会儿 一會兒 一早 一面 逐一 一一 一个人 一如 一种 一種 一个 一個 一番 一声 一聲 一眼 一概 一经 一經 "
    "八成 三言两语 三言兩語 万分 萬分 百般"
).split()
HAN_BEFORE = {
    "least": "至少|最少|不少于|不少於",
    "most": "最多|不超过|不超過|至多",
    "more": "超过|超過|多于|多於|高于|高於",
    "less": "少于|少於|低于|低於|不到|不足",
    "about": "大约|大約|约|約|大概|将近|將近",
    "every": "每",
    "ordinal": "第",
}
HAN_AFTER = {
    "before": "之前|以前|前",
    "after": "之后|之後|以后|以後|后|後",
    "within": "以内|以內|之内|之內|内|內",
    "more": "以上",
    "less": "以下",
    "since": "起|开始|開始",
    "until": "为止|為止|止|截止",
    "about": "左右|上下|前后|前後",
}
HAN_NEUTRAL = (
    "不过 不過 不仅 不僅 不但 不断 不斷 不管 不论 不論 无论 無論 非常 除非 特别 特別 分别 分別 级别 級別 个别 個別 "
    "区别 區別 类别 類別 别人 別人 别的 別的 别处 別處 未来 未來 无锡 無錫 无线 無線 对不起 對不起 不好意思 不客气 "
    "不客氣 不用谢 不用謝 没关系 沒關係 差不多 是否 能否 可否 要不要 是不是 能不能 可不可以 有没有 有沒有 好不好 "
    "行不行 会不会 會不會 对不对 對不對 不妨 不禁 莫名 非洲 南非 别墅 別墅 性别 性別 鉴别 鑑別 识别 識別 差别 差別 "
    "辨别 辨別 告别 告別 国别 莫斯科 能不 不吝 无比 無比 无微不至 無微不至 免费 免費 不少于 不少於 不超过 不超過 "
    "不到 不足 避免 否则 否則 缺点 缺點 不得不 不可或缺 未免 冒昧 禁止 拒绝 拒絕 取消 停止 暂停 暫停"
).split()
"""Words with a sign of negation in them that negate nothing, or count for themselves."""
HAN_NEGATIONS = "不没沒未无無别別勿莫非毋忘漏缺"
HAN_CONTRARY = (
    "拒 含税 含稅 未税 未稅 税外 稅外 "
    "除非 否则 否則 禁止 拒绝 拒絕 取消 停止 暂停 暫停 避免 免费 免費 只有 仅限 僅限 除外 除了 或者 或 "
    "而是 终止 終止 作废 作廢 撤销 撤銷 反对 反對 失败 失敗 错误 錯誤 如果 若 假如 要是 倘若 全部 所有 一律"
).split()
HAN_MUST = r"必须|必須|务必|務必|不得不|一定要|需要|需(?!求)|(?<!无)(?<!無)须(?!知)|(?<!無)須(?!知)|要求"
HAN_SHOULD = r"应该|應該|应当|應當"
HAN_CAN = r"可以|能够|能夠|允许|允許|可能|也许|也許|或许|或許|(?<![性功智职職才技节節产產动動])能(?![力源否不量耗])"
HAN_PLACES = (
    "北京 上海 天津 重庆 重慶 广州 廣州 深圳 杭州 苏州 蘇州 南京 武汉 武漢 成都 西安 青岛 青島 大连 大連 宁波 寧波 "
    "厦门 廈門 长沙 長沙 郑州 鄭州 济南 濟南 沈阳 瀋陽 哈尔滨 哈爾濱 长春 長春 昆明 合肥 福州 无锡 無錫 佛山 东莞 "
    "東莞 珠海 温州 溫州 常州 徐州 南昌 南宁 南寧 贵阳 貴陽 太原 石家庄 石家莊 兰州 蘭州 香港 澳门 澳門 台北 臺北 "
    "台湾 臺灣 台中 臺中 高雄 台南 臺南 新竹 桃园 桃園 基隆 新加坡 东京 東京 大阪 首尔 首爾 曼谷 吉隆坡 马尼拉 "
    "馬尼拉 雅加达 雅加達 伦敦 倫敦 巴黎 柏林 纽约 紐約 洛杉矶 洛杉磯 旧金山 舊金山 悉尼 雪梨 墨尔本 墨爾本 莫斯科 "
    "迪拜 杜拜 江苏 江蘇 浙江 广东 廣東 福建 山东 山東 山西 河北 河南 湖北 湖南 四川 云南 雲南 贵州 貴州 陕西 陝西 "
    "甘肃 甘肅 青海 辽宁 遼寧 吉林 黑龙江 黑龍江 安徽 江西 海南 广西 廣西 内蒙古 內蒙古 宁夏 寧夏 新疆 西藏 中国 "
    "中國 美国 美國 日本 韩国 韓國 德国 德國 英国 英國 法国 法國 意大利 義大利 西班牙 荷兰 荷蘭 瑞士 瑞典 丹麦 丹麥 "
    "挪威 芬兰 芬蘭 波兰 波蘭 俄罗斯 俄羅斯 印度 越南 泰国 泰國 马来西亚 馬來西亞 印尼 菲律宾 菲律賓 加拿大 澳大利亚 "
    "澳洲 新西兰 紐西蘭 巴西 墨西哥 欧洲 歐洲 亚洲 亞洲 欧盟 歐盟"
).split()
HAN_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫朱胡郭林何罗羅郑鄭梁谢謝宋唐邓鄧韩韓冯馮曹彭曾萧蕭蔡潘袁董余苏蘇吕呂"
    "魏蒋蔣杜丁沈姜范傅钟鍾卢盧汪戴崔陆陸廖姚邹鄒熊孟秦阎閻薛侯雷龙龍陶贺賀顾顧毛郝龚龔邵钱錢严嚴覃戚孔汤湯尹黎武"
    "乔喬赖賴叶葉马馬高"
)
HAN_TITLES = (
    r"经理|經理|总监|總監|总|總|主任|主管|先生|女士|小姐|老师|老師|教授|博士|医生|醫生|工程师|工程師|工|科长|科長|"
    r"处长|處長|部长|部長|厂长|廠長|院长|院長|校长|校長|局长|局長|董|秘书|秘書|律师|律師|师傅|師傅|会计|會計"
)
HAN_HOUSES = (
    r"公司|集团|集團|银行|銀行|大学|大學|医院|醫院|工厂|工廠|酒店|饭店|飯店|大厦|大廈|大楼|大樓|路|街|巷|弄|大道|"
    r"区|區|县|縣|市|省|镇|鎮|村"
)
