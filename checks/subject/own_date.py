"""Subjects that carry the day of writing, which every mail has anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_split = str.split
_OF_THE_DAY = tuple(
    _split(
        """
        report minutes meeting agenda menu status update summary statement invoice daily weekly monthly call today
        visit order news digest results log sales prices rates closing backup issue edition release version delivery
        departure arrival deadline due quote quotation shift roster lunch event webinar workshop training interview
        commentary review bulletin brief latest schedule plan list notes record holiday starting effective
        报 報 纪要 紀要 会 會 记录 記錄 通知 菜单 菜單 价 價 订单 訂單 对账 對帳 對賬 账 帳 起 前 截止 止 今日 今天
        到货 到貨 发货 發貨 交 班 出 来访 來訪 活动 活動 培训 培訓 面试 面試 放假 停 版 至 后 後 于 於 数据 數據 清单
        清單 日程 行程 生效 签 簽 时 時
        """
    )
)
_PREPOSITIONS = (" for", " on", " by", " at", " of", " from", "before", "until", "till", "since", "due", "as of")
_MONTHS = "January February March April May June July August September October November December".split()
_EDGES = " -–—_,，.。:：;；|/()（）[]【】"


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """A full date that is the day of sending, at either end of the subject, where the matter has no day of its own."""
    subject = draft.subject or ""
    place, form = next(((at, form) for form in _forms(draft) if (at := subject.find(form)) >= 0), (-1, ""))
    if place < 0:
        return
    before, behind = subject[:place], subject[place + len(form) :]
    rest = f"{before} {behind}".lower()
    if before.rstrip().lower().endswith(_PREPOSITIONS):
        return
    is_inside = before.strip(_EDGES) and behind.strip(_EDGES)
    if is_inside or len(rest.strip(_EDGES)) < rule.options["least-rest"] or any(word in rest for word in _OF_THE_DAY):
        return
    start, end = len(before.rstrip(_EDGES)), len(subject) - len(behind.lstrip(_EDGES))
    span = Span("subject", start if before.strip(_EDGES) else 0, end if behind.strip(_EDGES) else len(subject))
    rewrite = replace(Grade.SUGGESTED, [(span, "")])
    yield rule.finding(draft, Span("subject", place, place + len(form)), rewrite=rewrite)


def _forms(draft: Draft) -> tuple[str, ...]:
    """The day of sending as subjects write it, the year always with it."""
    day = draft.reference
    year, month, number = day.year, day.month, day.day
    name = _MONTHS[month - 1]
    return (
        *(f"{year}{sign}{month:02}{sign}{number:02}" for sign in ("-", "/", ".", "")),
        *(f"{number:02}{sign}{month:02}{sign}{year}" for sign in ("/", ".", "-")),
        *(f"{year}年{month}月{number}日", f"{year}年{month:02}月{number:02}日", f"{year}/{month}/{number}"),
        *(f"{month}/{number}/{year}", f"{number}/{month}/{year}", f"{number}.{month}.{year}"),
        *(f"{number} {name} {year}", f"{name} {number}, {year}", f"{name} {number} {year}"),
        *(f"{number} {name[:3]} {year}", f"{name[:3]} {number}, {year}", f"{number} {name[:3]}. {year}"),
    )
