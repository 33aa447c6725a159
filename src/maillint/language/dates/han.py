"""The context of Chinese expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_zh as cues
from maillint.language.dates import habits_zh, numbered, people
from maillint.language.dates.sentences import Sentences, clause

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_split = str.split

_AFTER = ("后", "後", "起", "之日")
_GOING = frozenset("来來去再到给給")
_STEP = 40
_TITLE = 30
_STEPS = tuple(
    """
    一般情 一般来 一般來 一般需 一般要 一般在 一般为 一般為 一般半 通常 正常情况 正常情況 如有 若有 有问题， 有問題，
    有疑问， 有疑問， 还有想问的， 還有想問的，
    """.split()
)
_WITHIN = ("内", "內", "之内", "之內")
_SENT_OUT = ("发", "發", "到", "交", "寄", "出", "装", "裝", "送", "来", "來", "去")
_AT = frozenset("按以照")
_EVERY = ("每月", "每季", "每周", "每週", "每星期")
_RATES = tuple(
    f"的{rate}"
    for rate in "汇率 匯率 牌价 牌價 行情 价格 價格 单价 單價 报价 報價 收盘价 收盤價 金价 金價 油价 油價".split()
)
_SENDING = tuple("寄往 寄给 寄給 寄出 寄到 寄至 发往 發往 发给 發給 发出 發出 发运 發運".split())
_TRACKED = ("单号", "單號", "提单号", "提單號")
_IF = ("如果", "若", "如", "倘", "万一", "萬一", "假如", "要是", "一旦")
_AS = ("如下", "如图", "如圖", "如附", "如上", "如此", "如期", "如约", "如約", "如题", "如題", "若干")
_HEADING = 8
_FIXED = ("exact", "range", "past")
_NAMED = frozenset("本这這下")
_MOVED = (
    "改到了", "改在了", "推到了", "推迟到了", "推遲到了", "提前到了", "定在了", "订在了", "訂在了", "挪到了",
    "调到了", "調到了", "约在了", "約在了", "安排在了", "延到了", "延后到了", "延後到了",
)  # fmt: skip
_ABOUT = ("前后", "前後", "左右", "后", "後", "过后", "過後", "之后", "之後")
_HALVES = (
    "再",
    "会",
    "會",
    "将",
    "將",
    "我",
    "就",
    "开",
    "開",
    "启",
    "啟",
    "来",
    "來",
    "去",
    "能",
    "可",
    "请",
    "請",
    "，",
    "交",
    "找",
)
_I = ("我们", "我們", "咱们", "我")


def settle(item: Found, flat: str, text: str, sentences: Sentences, last: Found | None) -> bool:
    """Read the context of one expression into it; False when it is no date at all."""
    del text
    item.lead = _lead(flat, item.start)
    if item.form == "clock":
        return True
    if (item.form == "ordinal" and not numbered.is_day(item, flat)) or (
        item.kind not in _FIXED and _is_other(item, flat)
    ):
        return False
    around = clause(flat, item.start, item.end)
    is_deadline = _is_deadline(item, flat)
    if item.is_open or item.later or item.form in ("offset", "period"):
        is_within = flat.startswith(_WITHIN, item.end) and not habits_zh.is_past(around)
        item.asks = is_deadline or is_within or _asks(sentences.around(item.start).text)
    if item.kind not in _FIXED and item.kind != "duration" and _is_general(item, flat, around, sentences):
        return True
    return _read(item, flat, around, sentences, last, is_deadline=is_deadline)


def _asks(sentence: str) -> bool:
    return sentence.rstrip()[-1:] in ("？", "?") or cues.ASKING.stand_in(sentence)


def _read(  # noqa: PLR0913
    item: Found, flat: str, around: str, sentences: Sentences, last: Found | None, *, is_deadline: bool
) -> bool:
    """What the clause makes of it; False when it is no date at all."""
    if item.form == "weekday" and (_is_habit(item, flat, around, last) or _is_regular(item, flat, around)):
        item.kind = "habitual"
    elif item.kind == "relative" and item.form == "offset":
        _offset(item, flat, around)
    elif (
        item.is_open
        and not flat.endswith(_MOVED, 0, item.start)
        and (_is_over(item, around) or _is_told(item, flat, around, sentences))
    ):
        item.kind = "past"
    elif item.form == "half" and flat.startswith(_HALVES, item.end) and _is_agreed(around, item, flat):
        item.kind, item.form = "indefinite", "strong"
    elif item.kind in ("exact", "range"):
        _fixed(item, flat, around, is_deadline=is_deadline)
    elif item.kind == "holiday" and is_deadline and item.readings and _is_planned(around):
        item.kind, item.form, item.asks = "relative", "edge", True
    elif item.kind == "holiday" and flat.startswith(_ABOUT, item.end) and _is_agreed(around, item, flat):
        item.kind, item.form, item.asks = "indefinite", "strong", True
    elif item.kind == "indefinite":
        from maillint.language.dates import vague_zh  # loaded when a message needs it

        return vague_zh.settle(item, flat, around, sentences.around(item.start))
    return not (item.form in ("period", "word") and cues.WISHES.stand_in(around))


def _is_other(item: Found, flat: str) -> bool:
    """A title, a name, or the parts of two words."""
    return _is_in_title(item, flat) or habits_zh.is_split(item, flat) or people.is_han_person(item, flat)


def _is_deadline(item: Found, flat: str) -> bool:
    """周五前, 月底之前; but not 清明前后, and not 6月以前的缺项."""
    after = flat[item.end : item.end + 4]
    bare = after.lstrip("之以")
    if bare.startswith(("前后", "前後")) or (item.form == "month" and bare.startswith("前的")):
        return False
    return bare.startswith("前") or flat[item.end - 1] == "前"


def _is_planned(around: str) -> bool:
    """春节前完工, but not 中秋节前是销售旺季."""
    return cues.ASKING.stand_in(around) or cues.STRONG_FUTURE.stand_in(around.replace("前", ""))


def _is_agreed(around: str, item: Found, flat: str) -> bool:
    """春节前后安排, 端午前后交, but not 元宵前后人多."""
    behind = flat[item.end : item.end + 4].lstrip("之前过過后後左右")
    return (_is_planned(around) or behind.startswith(_SENT_OUT)) and not habits_zh.is_past(around)


def _is_general(item: Found, flat: str, around: str, sentences: Sentences) -> bool:
    """Note that no one day ahead is meant."""
    sentence = sentences.around(item.start).text
    if item.kind == "indefinite":
        return False
    if item.form == "offset":
        if not habits_zh.is_clause(sentence):
            return False
        item.kind = "duration"
    elif (item.form == "weekday" and item.is_open and habits_zh.is_gone(item, flat, around, sentence)) or (
        item.form == "edge" and habits_zh.is_dropped(item, flat)
    ):
        item.kind = "past"
    elif habits_zh.is_general(item, flat, around, sentence):
        item.kind = "habitual"
    else:
        return False
    return True


def _is_in_title(item: Found, flat: str) -> bool:
    """《明日之星》 is a film."""
    before = flat[max(0, item.start - _TITLE) : item.start]
    return before.rfind("《") > before.rfind("》") and "》" in flat[item.end : item.end + _TITLE]


def _is_over(item: Found, around: str) -> bool:
    """本周发了三批; 自周一以来; 月内累计发货三百件."""
    if habits_zh.is_past(around) or (item.lead in cues.SINCE and habits_zh.has_verb_past(around)):
        return True
    return cues.TRENDS.stand_in(around) and not cues.STRONG_FUTURE.stand_in(around)


def _is_told(item: Found, flat: str, around: str, sentences: Sentences) -> bool:
    """按今天的汇率计算; 今天上午用快递寄往贵司，单号…"""
    if item.form == "word" and flat[item.start - 1 : item.start] in _AT and flat.startswith(_RATES, item.end):
        return True
    is_sent = any(verb in around for verb in _SENDING) and not cues.REQUESTS.stand_in(around)
    return is_sent and _has_number(sentences.around(item.start).text)


def _has_number(sentence: str) -> bool:
    """单号 SF2201: what is sent has been handed over."""
    at = next((sentence.find(word) + len(word) for word in _TRACKED if word in sentence), len(sentence))
    first = sentence[at:].lstrip(" ：:是为為")[:1]
    return first.isascii() and first.isalnum()


def _lead(flat: str, start: int) -> str:
    """The preposition before it: 截至, 从, 每, 不迟于."""
    for length in (2, 1):
        word = flat[max(0, start - length) : start]
        if word in cues.LEADS:
            return word
    return ""


def _is_habit(item: Found, flat: str, around: str, last: Found | None) -> bool:
    """每周一、周四; 周一至周五营业; 每月第一个周一."""
    before = flat[max(0, item.start - _HEADING) : item.start]
    is_headed = before[-1:] in ("（", "(", "：", ":") and cues.HABITS.stand_in(before)  # 办公时间（周一至周五）
    is_hours = is_headed or cues.HABITS.stand_in(around)
    if item.lead in ("每", "逢") or (is_hours and not _is_deadline(item, flat)):
        return True
    if (
        last is not None
        and last.kind == "habitual"
        and flat[last.end : item.start].strip() in ("、", "和", "及", "与", "，")
    ):
        return True
    return any(word in around for word in _EVERY)


def _is_regular(item: Found, flat: str, around: str) -> bool:
    """周日午餐照常供应, 周六加班费另算: what every such day has, unless somebody asks for it."""
    if item.time is not None:
        return False
    is_rule = cues.AS_EVER.stand_in(around) and not cues.REQUESTS.stand_in(around)
    return is_rule or (not item.asks and flat[item.start] not in _NAMED and flat.startswith(cues.REGULAR, item.end))


def _offset(item: Found, flat: str, around: str) -> None:
    """三天内 counts from another event where one is named before it (收到后三天内; 验收后，三天内)."""
    before = flat[max(0, item.start - 14) : item.start]
    cut = max(before.rfind(mark) for mark in "，,。；！？;!?")
    is_event = cues.EVENTS.stand_in(before[cut + 1 :]) or before[:cut].endswith(_AFTER)
    is_event = is_event or _counts_from_before(flat, item.start, around)
    following = flat[item.end : item.end + 6].lstrip("，, ")
    own = next((word for word in _I if following.startswith(word)), "")
    is_plan = following[len(own) : len(own) + 1] in _GOING and len(following) > len(own)
    is_plan = is_plan and not habits_zh.is_past(around)
    if is_event or not (item.asks or is_plan or cues.STRONG_FUTURE.stand_in(around.replace("再次", ""))):
        item.kind = "duration"


def _counts_from_before(flat: str, start: int, around: str) -> bool:
    """The clause before names the day or step it counts from: 已于24日办理，预计三天内到账; 可先合并，须在两天内补."""
    if "请" in around or "請" in around:
        return False
    before = flat[max(0, start - _STEP) : start]
    before = before[1 + max(map(before.rfind, "。！？；\n")) :]
    earlier = before[: max(map(before.rfind, "，,")) + 1]
    if any(word in earlier for word in _STEPS) or any(map(_supposes, earlier.split("，"))):
        return True  # 一般需两次面谈，3个工作日内出结果; 若仍报错，我们两天内换新
    is_dated = any(earlier[:at].rstrip()[-1:].isdecimal() for at, mark in enumerate(earlier) if mark in "日号號")
    return "可先" in earlier or ("已" in earlier and is_dated)


def _supposes(clause: str) -> bool:
    """若蒙采用; but not 如下, 如图."""
    bare = clause.lstrip(" \u3000\n")
    return bare.startswith(_IF) and not bare.startswith(_AS)


def _fixed(item: Found, flat: str, around: str, *, is_deadline: bool) -> None:
    """What a date or a month of its own is for."""
    is_appointment = any(flat.startswith(lead, item.start - len(lead)) for lead in cues.APPOINTMENTS)
    item.is_due = is_appointment or (is_deadline and cues.REQUESTS.stand_in(around))
    if is_deadline and item.form == "month":
        item.lead, item.asks = "by", True
