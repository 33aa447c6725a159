"""How much a decoded text looks like Chinese that somebody wrote: the judge between lying charsets."""

from __future__ import annotations

_FREQUENT = frozenset(
    "的一是不了在有我他这中大来上个国和也子时道说为就下得着你人地对到以要会可好自生过后多没看起用天作那能还去家然"
    "都小学于之成分只年心事而很想种间面前种因果其开样些如现动情已意第所但由问日本者经发头应无电工同公司您请谢们件"
    "及并与或此将月号时收回附邮订单价货款合理部客户产品会议今明安排需确认通知系统信息服务联系技术报告项目计划处"
    "這個來們為說對時後過還沒會學國問請謝與將號訂單價貨務聯繫術報項計劃處應當電話經發頭開樣現動間麼無產業議確認"
    "從進關點實體長門車東書見貝買賣員圓園圖團場塊壓歡氣況測準優備傳價儘兩幾兒勞動區協參雙變讓該詳語調論議證識"
    "从进关点实体长门车东书见买卖员园图团场块压欢气况测准优备传两几儿劳区协参双变让该详语调论证识主义力行方法定"
    "高新全重文内外三二四五六七八九十百千万元市区路先生女士老师经总您好敬上祝顺商祺提供进度表更正关于最再次给把被"
    "内北京海深广台香港湾灣萬圓總師順關於給華東西南加入出口名字版本件样品质量測試试用原始主旨日期寄收抄送者人發件"
    "，。、；：？！（）《》「」『』“”‘’…—～　【】·％＊／－"
)
_MISREAD = ("\ue000", "\uf8ff")
"""Private use: where GB 18030 and Big5 put what they do not know."""


def score(text: str) -> float:
    """How plausible the non-ASCII characters of ``text`` are as Chinese, from about -1 to 1."""
    strange = [char for char in text[:20_000] if char > "\x7f"]
    if not strange:
        return 0.0
    points = sum(_points(char) for char in strange)
    return points / len(strange)


def _points(char: str) -> float:
    if char in _FREQUENT:
        return 1.0
    if "\u4e00" <= char <= "\u9fff":
        return _rank(char)
    if _MISREAD[0] <= char <= _MISREAD[1] or char == "\ufffd":
        return -3.0
    if "\u00c0" <= char <= "\u024f":
        return 0.1
    return 0.2 if "\u2010" <= char <= "\u2fff" or "\uff01" <= char <= "\uff5e" else -0.5


def _rank(char: str) -> float:
    """The first levels of GB 2312 and of Big5 hold the characters in daily use."""
    for codec, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            lead = char.encode(codec)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last:
            return 0.5
    return -0.5
