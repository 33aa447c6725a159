"""Chinese sentences that speak of every such day, of a made-up one or of one gone by, and set no date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_zh
from maillint.language.dates.cues import Cues
from maillint.language.dates.cues_zh import ASKING

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_split = str.split

_REQUESTS = Cues("请 請 务必 務必 麻烦 麻煩 烦请 敬请 您 我们 我們 我司 我方 咱们 ？ ?")
_FACTS = Cues(
    """
    总是 總是 多年如此 老问题 老問題 老毛病 调查显示 調查顯示 研究发现 研究發現 研究显示 研究顯示 统计口径 统计显示
    公式里 最多 最忙 最高 最低 最贵 最貴 最旺 都在 往往 难免 難免 没人 沒人 下拉 默认 預設 表头 列名
    常识 常識 隔周 隔週 惯例 慣例 老规矩 老規矩 平时 平時 平日里 往年 历年 歷年 历来 歷來 向来 向來 一向
    一贯 一貫 常事 旺季 淡季 普遍 习俗 習俗 照例 通常 每到 逢年 每逢 法定节假日 法定節假日 一般 营业时间 營業時間
    开放时间 開放時間 服务时间 服務時間 门诊时间 門診時間 办公时间 辦公時間 作息时间 作息時間
    """
)
_HOURS = Cues("营业时间 營業時間 开放时间 開放時間 服务时间 服務時間 门诊时间 門診時間 办公时间 辦公時間")
_CLOSED = ("不上班", "不营业", "不營業", "休息", "双休", "雙休", "没人", "沒人", "不休")
_EXCEPT = (("除", "外"),)
_EXAMPLES = Cues(
    """
    比如 例如 譬如 示例 範例 好比 谜底 謎底 打个比方 打個比方 例句 假设 假設 假如 假定 设想 設想 举例 舉例
    """
)
_STORIES = Cues(
    """
    剧中 劇中 歌里 歌裡 诗里 詩裡 片中 书中 書中 电影里 電影裡 剧本 劇本 小说 小說 故事 主人公 男主角 女主角 情节
    情節 台词 台詞
    """
)
_PARTIES = Cues(
    """
    甲方 乙方 丙方 申请人 申請人 债务人 債務人 债权人 債權人 承租人 出租人 承租方 出租方 用人单位 劳动者 勞動者
    雇主 当事人 當事人 承包人 发包人 承包方 买受人 出卖人 买方 買方 卖方 賣方 借款人 贷款人 受让人 转让方 受托人
    委托人 投保人 保险人 被保险人 要保人 消费者 经营者 經營者 单位和个人 承运人 托运人 纳税人 納稅人 生产者
    """
)
_DUTIES = Cues("应 應 须 須 不得 有权 有權 可以")
_MISHAPS = Cues("如遇 若遇 一旦 万一 萬一 遇有 遇到 发生 發生 发现 發現")
_RECORDS = Cues(
    """
    纪要 紀要 记录 紀錄 記錄 照片 截图 截圖 录音 錄音 录像 錄影 回放 反馈 回饋 来信 來信 数据 數據 销量 銷量 业绩
    業績 简报 簡報 热情 熱情 款待 招待 聊天 通话 通話 小票 发票 發票 收据 收據 订单 訂單 投诉 投訴 客流 人潮 车流
    車流
    """
)
_DONE = _split(
    """
    收到的 寄出的 寄来的 寄來的 发出的 發出的 发来的 發來的 送来的 送來的 送到的 提的 提出的 提到的 说的 說的 谈的
    談的 签的 簽的 买的 買的 借的 拍的 到的货 到货的 到貨的 入库的 入庫的 下的单 下的單 交来的 交來的 来的那 來的那
    发的 發的 寄的 送的 开的 開的
    """
)
_AHEAD = ("要", "将", "將", "会", "會", "需", "该", "該", "得", "拟", "擬", "计划", "打算", "准备", "预计", "能")
_THAT = ("那", "当天", "當天", "是谁", "是誰")
_ONCE = tuple(
    _split(
        """
        原定 原订 原訂 原计划 原計劃 原計畫 原先定 本定 本该 本該 本应 本應 原说 原說
        """
    )
)
_UNTIL = ("直到", "拖到", "等到")
_BROKEN = Cues("据说 據說 说好 說好 答应 答應 承诺过 承諾過 本来说 本來說")
_NOT_DONE = ("没", "沒", "未")
_CLASSES = tuple(
    _split(
        """
        班 闭馆 閉館 休馆 休館 休市 休诊 休診 公休 价 價 票价 票價 加班按 按双倍 按雙倍 按三倍 双休 雙休
        """
    )
)
_NO_CLASS = (
    "班车",
    "班車",
    "班会",
    "班會",
    "班长",
    "班長",
    "班主任",
    "班组",
    "班組",
    "班前",
    "班后",
    "班後",
    "价格谈",
    "班机",
    "班機",
)
_STATES = Cues(
    """
    很 较 較 非常 比较 比較 一直 不太 有点 有點 波动 波動 持续 持續 下雨 连续 連續 收到 接到 发现 發現 出现 出現
    发生 發生 总是 總是 老是 频繁 頻繁
    """
)
_MOVES = Cues(
    """
    改 取消 推迟 推遲 提前 延 移 调 調 定 在 请 請 准备 準備 将 將 要 需 别 別 记得 記得 照开 我 你 能 可 来 來 去
    开始 開始 会 會
    """
)
_OURS = frozenset("司方厂廠校院行部公局县縣市省区區")
_OVERDUE = ("逾期", "视为", "視為")
_COMING = Cues(
    """
    请 請 将 將 会 會 要 需 拟 擬 计划 計劃 计畫 安排 准备 準備 打算 预计 預計 就 再 能 可 给您 給您 给你 跟您 与您
    向您 我再 希望 望 盼 发布 發布 公布 一下
    """
)
_BARE_WEEKENDS = ("周末", "週末")
_BEHIND = 10
_BRIGHT = frozenset("证證照透文标標聪聰光证證声聲注註说說表查写寫阐闡申发發鲜鮮分载載指英开開高")
_SKY = frozenset("气氣花窗然棚幕桥橋际際")
_ODD = frozenset("单單双雙")
_BILLS = frozenset("订訂账賬帐帳清名菜工提保报報传傳表货貨运運罚罰题題派接简簡孤")
"""What makes 单 a bill or a list: 订单周五到 is no odd week."""
_ZHOU = frozenset("圆圓四外")


def is_general(item: Found, flat: str, around: str, sentence: str) -> bool:
    """Whether no one day is meant: 按惯例, 周一闭馆, 比如周五到货, 小说里, 周末客流."""
    word = flat[item.start : item.end]
    is_closed = word in _BARE_WEEKENDS and flat.startswith(_CLOSED, item.end)
    if (
        is_closed
        or _is_example(sentence)
        or (_HOURS.stand_in(sentence) and "请" not in sentence and "請" not in sentence)
    ):
        return True
    if _REQUESTS.stand_in(_without_leave(sentence)):
        return False
    if _FACTS.stand_in(sentence) or any(head in around and around.endswith(tail) for head, tail in _EXCEPT):
        return True
    if word in _BARE_WEEKENDS:
        return not item.asks or flat.startswith(_CLASSES, item.end)
    is_class = flat.startswith(_CLASSES, item.end) and not flat.startswith(_NO_CLASS, item.end)
    return item.form == "weekday" and word[0] not in "本这這下" and is_class


def _without_leave(sentence: str) -> str:
    """The sentence without the words that hold 请 and ask for nothing: 请款, 请假, 申请."""
    if "请" not in sentence and "請" not in sentence:
        return sentence
    for word in ("请款", "請款", "请假", "請假", "申请", "申請", "邀请", "邀請"):
        sentence = sentence.replace(word, "")
    return sentence


def _is_example(sentence: str) -> bool:
    if not (_EXAMPLES.stand_in(sentence) or _STORIES.stand_in(sentence)):
        return False
    return not ("请" in sentence or "請" in sentence or "您" in sentence or "我们" in sentence or "我們" in sentence)


def is_dropped(item: Found, flat: str) -> bool:
    """原计划月底交房: a plan given up."""
    return flat.endswith(_ONCE, 0, item.start)


def is_gone(item: Found, flat: str, around: str, sentence: str) -> bool:
    """周一收到的样品; 周二的会议纪要; 周三那天; 原定周五的发布会; 直到周四才修好."""
    if is_dropped(item, flat) or flat.endswith(_ONCE, 0, item.start + 1) or flat.startswith(_THAT, item.end):
        return True
    if flat.endswith(_UNTIL, 0, item.start):
        return "才" in around or "也没" in around or "也沒" in around
    if _is_left(item, flat, around):
        return True
    if _BROKEN.stand_in(sentence) and any(word in sentence for word in _NOT_DONE):
        return True
    before, _, clause = around.partition("\0")
    is_own = clause.startswith("的") and not before and len(clause) > len("的会")
    return (is_own and _is_attribute(clause, sentence)) or _is_done(clause)


def _is_left(item: Found, flat: str, around: str) -> bool:
    """从周一开始一直报错."""
    return flat[item.start - 1 : item.start] in ("从", "從", "自") and "一直" in around


def _is_done(clause: str) -> bool:
    """收到的样品 behind a weekday; 的纪要."""
    at = clause.find("的")
    told = clause[: at + 1].replace("会议", "").replace("會議", "")
    if at < 0 or any(word in told for word in _AHEAD):
        return False
    is_record = not _REQUESTS.stand_in(clause) and _RECORDS.stand_in(clause[at : at + _BEHIND])
    return is_record or any(done in told for done in _DONE)


def _is_attribute(clause: str, sentence: str) -> bool:
    """周日的教堂总是坐满: nobody is spoken to, and nothing is moved or asked for."""
    for meeting in ("早会", "早會", "例会", "例會", "会议", "會議", "晚会", "晚會"):
        clause = clause.replace(meeting, "")
    return not _REQUESTS.stand_in(sentence) and not _MOVES.stand_in(clause)


def is_clause(sentence: str) -> bool:
    """乙方应当在三日内…: a contract's or a law's wording, to nobody in particular."""
    own = sentence.replace("申请", "").replace("申請", "") if "申" in sentence else sentence
    return (
        any(word in sentence for word in _OVERDUE) or (_PARTIES.stand_in(sentence) and _DUTIES.stand_in(sentence))
    ) and not any(word in own for word in ("请", "請", "您", "我们", "我們", "我司", "我方", "贵", "貴"))


def is_drill(sentence: str) -> bool:
    """如遇停电，请立即…: what to do if something happens, some day."""
    return _MISHAPS.stand_in(sentence) and not any(word in sentence for word in ("我", "您", "你"))


def is_state(word: str, flat: str, start: int, around: str) -> bool:
    """近期油价波动较大; 最近几天系统很慢: how things are, not when something comes."""
    around = _without_lookalikes(around)
    is_first = not flat[start - 1 : start].strip("，。；！？,.;!?：:\n ") if start else True
    at = around.find("我")
    if at >= 0 and around[at + 1 : at + 2] not in _OURS and not _STATES.stand_in(around):
        return False
    return is_first and not ASKING.stand_in(around) and not _COMING.stand_in(around.replace(word, ""))


def is_echo(flat: str, start: int, sentence_start: int) -> bool:
    """四月发表，屆時再联系: the time was told just before."""
    before = flat[sentence_start:start]
    return (
        len(before) > 2
        and any(mark in before for mark in "月日号號周週后後节節天时時期年")
        and before.rstrip()[-1:] in "，,；;"
    )


def is_split(item: Found, flat: str) -> bool:
    """圆周一圈, 四周三面, 先天和后天, 照明天棚: across a word boundary."""
    head = flat[item.start]
    if head == "明" and item.start and flat[item.start - 1] in _BRIGHT:
        line = flat[item.end : item.end + 1]
        if flat[item.start - 1] in "证證":
            return True  # 证明日后补上
        return line in _SKY or (line in ("线", "線") and flat[item.end + 1 : item.end + 2] not in ("上", "下"))
    if head in "周週" and item.start:
        before = flat[item.start - 1]
        return (
            before in _ZHOU
            or (before == flat[item.start] and flat[item.start - 2 : item.start - 1] in _ODD)
            or (before in _ODD and flat[item.start - 2 : item.start - 1] not in _BILLS)
        )
    if head in "后後":
        return "先天" in flat[max(0, item.start - 8) : item.start]
    return False


def is_past(around: str) -> bool:
    """Whether a clause tells of something done: 发了, 收到, 上次."""
    if "会" in around or "會" in around:
        for word in cues_zh.NOT_WILL:
            around = around.replace(word, "")
    if cues_zh.STRONG_FUTURE.stand_in(_without_lookalikes(around)):
        return False
    return cues_zh.PAST.stand_in(around) or has_verb_past(around)


def _without_lookalikes(around: str) -> str:
    """The clause without the words that only hold a sign of what is to come: 您要的, 目前, 功能."""
    if cues_zh.STRONG_FUTURE.stand_in(around):
        for word in cues_zh.NOT_AHEAD:
            around = around.replace(word, "")
    return around


def has_verb_past(around: str) -> bool:
    """Whether 了 or 过 stands behind a verb."""
    if not any(mark in around for mark in cues_zh.VERB_PAST):
        return False
    for phrase in cues_zh.NOT_PAST:
        around = around.replace(phrase, "")
    return any(mark in around for mark in cues_zh.VERB_PAST)
