"""Chinese words of the same sound that the input method slipped in: from a list, and by ear where a model is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Confidence,
    Grade,
    Span,
    homophones,
    is_code,
    is_quoted,
    line_around,
    own_zones,
    replace,
    slips,
    spoilt_complement,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Address, Draft, Finding, Hit, Rule

_PAIRED = frozenset(("既使", "既便", "既将", "既將"))
_AFTER = ("后", "後", "之前", "以前", "的时候", "的時候", "期间", "期間", "过程", "過程")
_WHILE = ("时", "時", "前", "中", "上", "里", "裡", "内", "內")
_ASKED = frozenset("上请請您你烦煩会會要想能以后後先次天须須需，。；,\n ")
"""Before one of these, 在发一份 asks for one more: 请在发一份, and not 系统在发一份通知."""
_CLAUSE = 40
_HOW = "=得"
"""The value of a phrase whose 的 may stand for 得, as the words around it tell."""
_FRAMED = "+"
"""Among the characters before, in an entry of the list: 在 and 以 are a slip only in the frames below."""
_ASKING = tuple(
    "请 請 烦请 煩請 敬请 敬請 麻烦 麻煩 麻烦您 麻煩您 麻烦你 麻煩你 请您 請您 请你 請你 会 會 要 可以 不能 不要 "
    "别 別 勿 不用 无需 無需 无须 無須 不必 不会 不會 尽快 儘快 盡快 稍后 稍後 随后 隨後 之后 之後 然后 然後 后 "
    "後 后续 後續 改天 回头 回頭 下次 明天 下周 下週 到时 到時 届时 屆時 另外 另行 有空 有问题 有問題 好了 需要 "
    "应该 應該 切勿 不得".split()
)
"""What stands before 再 in a request or a promise; nothing does where the clause begins with it."""
_ADDRESSED = frozenset("您我你")
_PLACED = frozenset("后後前时時中里裡内內上下处處期间間日起际際年程单單函表书書页頁栏欄区區端口群层層楼樓室厅廳途段方")
"""In the clause behind 在 one of these shows that 在 tells when or where: 请在确认单上签字, 会在付款后发货."""
_SUBJECTS = tuple(
    "我 我们 我們 我司 我方 公司 贵司 貴司 您 你们 你們 他们 他們 对方 對方 客户 客戶 供应商 供應商 厂家 廠家 "
    "工厂 工廠 仓库 倉庫 财务 財務 代理 司机 司機 同事 经理 經理 物业 物業 银行 銀行 海关 海關 法务 法務 总部 "
    "總部 货物 貨物 货 貨 样品 樣品 样件 樣件 设备 設備 机器 機器 发票 發票 合同 合約 订单 訂單 款项 款項 款 货款 "
    "貨款 定金 訂金 邮件 郵件 快递 快遞 包裹 资料 資料 文件 附件 报告 報告 问题 問題 故障 系统 系統 数据 數據 "
    "车辆 車輛 车 車 机具 機具 名额 名額 图纸 圖紙 圖面 方案 报价 報價 申请 申請 手续 手續 证书 證書 护照 護照 "
    "签证 簽證 机票 機票 酒店 会议室 會議室 场地 場地 名单 名單 材料 零件 配件 产品 產品 标书 標書 模具 门店 門市 "
    "账户 帳戶 账号 帳號 费用 費用 押金 保证金 保證金 均 都 也 现 現 早 皆".split()
)
"""What stands before 已 and seldom before 以, no farther than that from where the clause begins."""
_FARTHEST = 6
_OTHERWISE = frozenset("请請望让讓由给給把被对對向按将將可所得选選择擇击擊执執准準养養")
_BY = frozenset("为為作来來而便免之期者式名供求示使算见見")
"""In the clause behind 以 one of these shows that 以 tells how or what for: 以收到货款为准."""
_STOPS = frozenset("，。；！？,.;!?\n ")
_SURE = 0.97
"""Confidence of the model from which its correction may be made unasked; see benchmarks/homophones.py."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each slip of the list, unless the sentence around it makes it right, and for each one heard."""
    worded = [hit for hit in hits if hit.value != _HOW]
    listed = list(slips(draft, rule, (hit for hit in worded if not _is_right(_text(draft, hit), hit))))
    listed += _manners(draft, rule, [hit for hit in hits if hit.value == _HOW], listed)
    yield from listed
    taken = [*(hit.span for hit in hits), *(finding.span for finding in listed)]
    for span, right, confidence in _heard(draft, rule):
        if not any(_meet(span, other) for other in taken):
            grade = Grade.SAFE if confidence >= _SURE else Grade.SUGGESTED
            yield rule.finding(draft, span, rewrite=replace(grade, [(span, right)]), right=right)


def _manners(draft: Draft, rule: Rule, hits: Sequence[Hit], told: Sequence[Finding]) -> Iterator[Finding]:
    """Each 的 that stands for 得, where no entry of the list has told of it."""
    for hit in hits:
        text = _text(draft, hit)
        place = spoilt_complement(text, hit.span.start)
        if place is None or is_quoted(text, *place) or is_code(line_around(text, hit.span.start)):
            continue
        span = Span(hit.span.zone, *place)
        if not any(_meet(span, other.span) for other in told):
            at = hit.span.start - place[0]
            right = f"{text[place[0] : hit.span.start]}得{text[place[0] + at + 1 : place[1]]}"
            rewrite = replace(Grade.SUGGESTED, [(span, right)])
            yield rule.finding(draft, span, rewrite=rewrite, confidence=Confidence.MEDIUM, right=right)


def _text(draft: Draft, hit: Hit) -> str:
    return (draft.subject or "") if hit.span.zone == "subject" else draft.text


def _is_right(text: str, hit: Hit) -> bool:
    """Whether it is 既使…又…, 在…时 or a 的多 that compares nothing: 简单的多人游戏."""
    start, end = hit.span.start, hit.span.end
    if hit.text in _PAIRED:
        return "又" in text[end : end + 30]
    if hit.text[0] == "在" and "一" in hit.text and text[max(0, start - 1) : start] not in {"", *_ASKED}:
        return True
    if _FRAMED in hit.value:
        return not (_is_done(text, start, end) if hit.text[0] == "以" else _is_asked(text, start, end))
    if "在" in hit.text and "再" in hit.value:
        return _is_while(text[end : end + _CLAUSE])
    if hit.text.endswith("的多"):
        return "比" not in text[max(0, start - 15) : start] or text[end : end + 1] not in _STOPS
    return False


def _is_asked(text: str, start: int, end: int) -> bool:
    """Whether 在 asks or promises to do something again, or next: 另外在联系工厂, 做完在通知我."""
    before, behind = _around(text, start, end)
    if _goes_on(text, end + len(behind)) or not _PLACED.isdisjoint(behind.replace("一下", "")):
        return False
    if text[start:end] == "在不":
        return not before and "就" in behind
    if before:
        return before.endswith(_ASKING)
    return "的" not in behind and not _ADDRESSED.isdisjoint(text[start + 1 : end + 1])


def _goes_on(text: str, end: int) -> bool:
    """Whether Latin letters or figures go on with a clause behind a space: 以在 Dynamics 365 中创建订单."""
    behind = text[end : end + 2]
    return len(behind) > 1 and behind[0] == " " and behind.isascii()


def _is_done(text: str, start: int, end: int) -> bool:
    """Whether 以 tells what has been done: 款项以付清, and not 以付清款项为条件."""
    before, behind = _around(text, start, end)
    if _goes_on(text, end + len(behind)):
        return False
    is_subject = len(before) <= _FARTHEST and before.endswith(_SUBJECTS) and _OTHERWISE.isdisjoint(before)
    return is_subject and _BY.isdisjoint(_without_words(behind))


def _without_words(clause: str) -> str:
    """The clause without words in which those characters say nothing of the kind."""
    for word in ("代为", "代為", "认为", "認為", "日期"):
        clause = clause.replace(word, "")
    return clause


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The clause before a place, and behind it."""
    before, behind = text[max(0, start - _CLAUSE) : start], text[end : end + _CLAUSE]
    first = max((before.rfind(stop) for stop in _STOPS), default=-1)
    last = min((at for at in map(behind.find, _STOPS) if at >= 0), default=len(behind))
    return before[first + 1 :], behind[:last]


def _is_while(following: str) -> bool:
    """Whether 在 opens a time: 会在跟您确认后付款, 之后在讨论会议安排的过程中."""
    clause = following
    for stop in _STOPS - {" "}:
        clause = clause.partition(stop)[0]
    return clause.endswith(_WHILE) or any(word in clause for word in _AFTER)


def _heard(draft: Draft, rule: Rule) -> Iterator[tuple[Span, str, float]]:
    """What the language model takes for a slip, unless others use the word too: then it is a term or a name."""
    known = [*rule.options["words"], *(address.name for address in _addressed(draft))]
    elsewhere = [*draft.zone_texts("signature", "footer", "quote", "forward"), *known]
    elsewhere += [file.name for file in draft.attachments]
    own = [draft.subject or "", draft.text]
    for zone, offset, text in own_zones(draft):
        for slip in homophones(text, known) if zone != "salutation" else ():
            word = text[max(0, slip.start - 1) : slip.end + 1] if slip.is_single else slip.wrong
            if (
                slip.is_believed
                and not (slip.confidence < _SURE and len(word) > 1 and sum(part.count(word) for part in own) > 1)
                and not is_quoted(text, slip.start, slip.end)
                and not is_code(line_around(text, slip.start))
                and not any(word in other for other in elsewhere)
            ):
                yield Span(zone, offset + slip.start, offset + slip.end), slip.right, slip.confidence


def _addressed(draft: Draft) -> Iterator[Address]:
    yield from (address for address in (draft.sender, *draft.readers, *draft.bcc) if address)


def _meet(one: Span, other: Span) -> bool:
    return one.zone == other.zone and one.start < other.end and other.start < one.end
