"""What the page says, in English, 简体中文 and 繁體中文."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.audit.habit_texts import TEXTS as _HABITS
from maillint.report import strings

if TYPE_CHECKING:
    from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = (("Mon", "周一", "週一"), ("Tue", "周二", "週二"), ("Wed", "周三", "週三"), ("Thu", "周四", "週四"),
             ("Fri", "周五", "週五"), ("Sat", "周六", "週六"), ("Sun", "周日", "週日"))  # fmt: skip

_TEXTS: dict[str, tuple[str, str, str]] = {
    "title": ("Audit of sent mail", "已发邮件审阅报告", "寄件審閱報告"),
    "span": ("{n} message(s), {first} to {last}", "{first}至{last}，共 {n} 封邮件", "{first}至{last}，共 {n} 封郵件"),
    "span.undated": ("{n} message(s)", "共 {n} 封邮件", "共 {n} 封郵件"),
    "average": ("average score", "平均得分", "平均得分"),
    "hero": (
        "The safe rewrites alone would make it <b>{safe}</b>, all proposed rewrites <b>{after}</b>.",
        "只做可靠的改写，平均分能到 <b>{safe}</b>；采纳全部改写建议，能到 <b>{after}</b>。",
        "只做可靠的改寫，平均分能到 <b>{safe}</b>；採納全部改寫建議，能到 <b>{after}</b>。",
    ),
    "hero.grades": (
        "{share} of the messages score 75 or more (A or B).",
        "{share} 的邮件得 75 分或以上（A 或 B）。",
        "{share} 的郵件得 75 分或以上（A 或 B）。",
    ),
    "nothing": (
        "There is no message with a score.",
        "没有可以打分的邮件。",
        "沒有可以打分的郵件。",
    ),
    "contents": ("Contents", "目录", "目錄"),
    "raise": ("What would raise the score most", "最值得先改的地方", "最值得先改的地方"),
    "raise.lead": (
        "If this never happened again, the average would rise by the points on the right.",
        "如果以后不再出现，平均分能提高右边的分数。",
        "如果以後不再出現，平均分能提高右邊的分數。",
    ),
    "raise.none": ("Nothing here costs points.", "没有扣分的地方。", "沒有扣分的地方。"),
    "raise.where": (
        "{title}: in {share} of the messages, {points} in each of them",
        "{title}：{share} 的邮件有此问题，改好后每封 {points} 分",
        "{title}：{share} 的郵件有此問題，改好後每封 {points} 分",
    ),
    "examples": ("Examples, names and numbers masked", "例句（姓名、数字已隐去）", "例句（姓名、數字已隱去）"),
    "time": ("Score over time", "得分走势", "得分走勢"),
    "time.lead": (
        "Line: the average of each {unit}. Band: the middle half of its messages.",
        "实线：每{unit}平均分；色带：中间一半邮件的得分范围。",
        "實線：每{unit}平均分；色帶：中間一半郵件的得分範圍。",
    ),
    "unit.day": ("day", "日", "日"),
    "unit.week": ("week", "周", "週"),
    "unit.month": ("month", "月", "月"),
    "time.undated": (
        "{n} message(s) without a usable date are not in it.",
        "另有 {n} 封邮件日期不明，未计入。",
        "另有 {n} 封郵件日期不明，未計入。",
    ),
    "spread": ("How the scores are spread", "得分分布", "得分分布"),
    "spread.lead": (
        "Messages by score; the line marks the average.",
        "各分数段的邮件数；竖线为平均分。",
        "各分數段的郵件數；直線為平均分。",
    ),
    "lost": ("Where the points go", "分扣在哪里", "分扣在哪裡"),
    "lost.lead": (
        "Points a message loses on average, by chapter.",
        "平均每封邮件在各类别上扣的分数。",
        "平均每封郵件在各類別上扣的分數。",
    ),
    "checks": ("Check by check", "逐项检查", "逐項檢查"),
    "checks.lead": (
        "Every check that found something. A click on a heading sorts the table.",
        "列出所有有发现的检查项。点击表头可以排序。",
        "列出所有有發現的檢查項。點選表頭可以排序。",
    ),
    "good": ("Good habits", "做得好的地方", "做得好的地方"),
    "good.lead": (
        "Slips that cost much and hardly ever happen here.",
        "扣分不少、但这里几乎没犯过的问题。",
        "扣分不少、但這裡幾乎沒犯過的問題。",
    ),
    "good.kept": ("kept in {share} of the messages", "{share} 的邮件做到了", "{share} 的郵件做到了"),
    "who": ("To whom", "写给谁", "寫給誰"),
    "who.lead": (
        "Equal care for all? The last column counts messages with a finding on tone or service.",
        "对谁都一样用心吗？最后一列是语气或服务方面有问题的邮件所占的比例。",
        "對誰都一樣用心嗎？最後一欄是語氣或服務方面有問題的郵件所占的比例。",
    ),
    "domain": ("recipient’s domain", "收件人域名", "收件人網域"),
    "profile": ("profile", "场合", "場合"),
    "language": ("language", "语言", "語言"),
    "sender": ("sender", "发件人", "寄件人"),
    "profile.internal": ("colleagues", "同事", "同事"),
    "profile.external": ("outside", "外部", "外部"),
    "profile.customer-service": ("customers", "客户", "客戶"),
    "profile.formal-letter": ("formal letters", "正式信函", "正式信函"),
    "profile.patch": ("patches", "补丁", "修補程式"),
    "language.en": ("English", "英文", "英文"),
    "language.zh-Hans": ("simplified Chinese", "简体中文", "簡體中文"),
    "language.zh-Hant": ("traditional Chinese", "繁体中文", "繁體中文"),
    "language.mixed": ("mixed", "中英混合", "中英混合"),
    "language.other": ("other", "其他", "其他"),
    "when": ("When", "什么时候写的", "什麼時候寫的"),
    "when.lead": (
        (
            "Weekday and hour by the writer’s own clock. The larger a disc, the more mail; in colour: 3 points or "
            "more under the average."
        ),
        "按发件人当地时间。圆点越大，邮件越多；着色处比平均分低 3 分或以上。",
        "按寄件人當地時間。圓點越大，郵件越多；著色處比平均分低 3 分或以上。",
    ),
    "weekday": ("weekday", "星期", "星期"),
    "hour": ("hour", "时刻", "時刻"),
    "habits": ("Habits one message does not show", "单看一封看不出的习惯", "單看一封看不出的習慣"),
    "lowest": ("Worth another look", "值得再看一眼的邮件", "值得再看一眼的郵件"),
    "lowest.lead": (
        "The messages with the lowest scores, and what cost them most.",
        "得分最低的邮件，以及扣分最多的问题。",
        "得分最低的郵件，以及扣分最多的問題。",
    ),
    "failed": ("Could not be read", "无法读取的邮件", "無法讀取的郵件"),
    "failed.more": ("And {n} more.", "另有 {n} 封。", "另有 {n} 封。"),
    "about": ("About this page", "关于本页", "關於本頁"),
    "about.score": (
        (
            "A score is 100 minus the points of the findings; each chapter takes a limited number at most. "
            "<code>maillint explain CHECK</code> says more about a check."
        ),
        (
            "得分等于 100 减去各项扣分；每一类别的扣分有上限。想进一步了解某项检查，请用 <code>maillint explain "
            "检查名</code>。"
        ),
        (
            "得分等於 100 減去各項扣分；每一類別的扣分有上限。想進一步了解某項檢查，請用 <code>maillint explain "
            "檢查名</code>。"
        ),
    ),
    "about.none": ("This page holds no words of the mail.", "本页不含邮件原文。", "本頁不含郵件原文。"),
    "about.kept": (
        (
            "The examples are sentences of the mail in which names, addresses and long numbers are masked. Look "
            "before you pass this page on."
        ),
        "例句摘自邮件，姓名、地址和长数字已隐去。转给他人之前，请先看一遍。",
        "例句摘自郵件，姓名、地址和長數字已隱去。轉給他人之前，請先看一遍。",
    ),
    "about.aside": ("Not judged: {what}.", "未检查：{what}。", "未檢查：{what}。"),
    "aside.automatic": ("{n} automatic", "系统自动发出的 {n} 封", "系統自動發出的 {n} 封"),
    "aside.foreign": ("{n} in other languages", "其他语言的 {n} 封", "其他語言的 {n} 封"),
    "aside.off": ("{n} that asked not to be", "设为不检查的 {n} 封", "設為不檢查的 {n} 封"),
    "aside.encrypted": (
        "{n} encrypted but for the subject",
        "已加密、只看了主题的 {n} 封",
        "已加密、只看了主旨的 {n} 封",
    ),
    "about.made": (
        "Made by maillint {version} on {day}.",
        "由 maillint {version} 生成，{day}。",
        "由 maillint {version} 產生，{day}。",
    ),
    "figures": ("The figures", "数据表", "數據表"),
    "no-charts": (
        "Tables stand in for the charts: pip install 'maillint[audit]' brings what draws them.",
        "这里用表格代替图表；安装 maillint[audit] 后即可显示图表。",
        "這裡用表格代替圖表；安裝 maillint[audit] 後即可顯示圖表。",
    ),
    "col.messages": ("messages", "邮件数", "郵件數"),
    "col.average": ("average", "平均分", "平均分"),
    "col.apart": ("to the whole", "与总平均差", "與總平均差"),
    "col.low": ("lower quarter", "下四分位", "下四分位"),
    "col.high": ("upper quarter", "上四分位", "上四分位"),
    "col.score": ("score", "得分", "得分"),
    "col.date": ("date", "日期", "日期"),
    "col.place": ("message", "邮件", "郵件"),
    "col.why": ("because of", "原因", "原因"),
    "col.chapter": ("chapter", "类别", "類別"),
    "col.points": ("points a message", "每封扣分", "每封扣分"),
    "col.check": ("check", "检查项", "檢查項"),
    "col.findings": ("findings", "发现", "發現"),
    "col.per": ("findings a message", "每封发现", "每封發現"),
    "col.share": ("share", "占比", "占比"),
    "col.gain": ("average gains", "平均分可提高", "平均分可提高"),
    "col.impolite": ("tone, service", "语气、服务", "語氣、服務"),
    "col.waited": ("answered after", "多久回复", "多久回覆"),
    "col.error": ("why", "原因", "原因"),
}


def say(language: str, key: str, **args: Any) -> str:
    """The text of ``key``, with ``args`` filled in."""
    return strings.spoken(_HABITS if key in _HABITS else _TEXTS, language, key, **args)


def knows(key: str) -> bool:
    """Whether there is a text of this key."""
    return key in _TEXTS


def day(language: str, value: date) -> str:
    """A date in words, without its weekday."""
    if language == "en":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{value.year}年{value.month}月{value.day}日"


def weekdays(language: str) -> tuple[str, ...]:
    """Monday to Sunday, short."""
    return tuple(strings.spoken({"day": names}, language, "day") for names in _WEEKDAYS)
