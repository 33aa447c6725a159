"""Finds the foot of a message: disclaimers, advertisements, list and device lines that the author did not write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import closings
from maillint.language.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.message.zones.lines import Lines

_DEVICE = phrases("""
envoyé depuis | sendt fra min | skickat från min | inviato dal mio | enviado desde
diese nachricht wurde von meinem | sent from windows | sent from mailbox | sent from a mobile | sent from mobile
sent from samsung | sent from huawei | sent from xiaomi | verzonden met | enviado do meu | envoyé à partir
sent from my_ | sent from mail for_ | sent from outlook | sent via_ | get outlook for_ | sent from yahoo
sent with_ | envoyé de mon_ | von meinem_ | gesendet von_ | enviado desde mi_ | inviato da_ | verzonden vanaf_
发自我的 | 發自我的 | 从我的 | 從我的 | 来自我的 | 來自我的 | 发送自 | 傳送自 | 发自 | 發自 | 寄自 | 從 iphone
我的 iphone | 获取 outlook | 取得 outlook | 下载 outlook | iphone から送信
""")
_PROMOTION = phrases("""
do you yahoo!? | get your free_ | free download of msn | get your private, free | join the world's largest
your use of yahoo! groups | to unsubscribe | unsubscribe: | this message was sent to | you received this message
you are receiving this | virus-free. | this email has been checked for viruses | scanned by_ | to be removed
please consider the environment | think before you print | save a tree | get a free_ | get free email | 如需退订
如不想再收到 | 若不想再收到 | 退订 | 取消訂閱 | 请考虑环境 | 打印前请考虑 | 保护环境 | 列印前 | 通过网易邮箱大师
""")
_MESSAGE_WORDS = phrases("""
e-mail | email | message | communication | transmission | information contained | correspondence | mail | 本邮件
此邮件 | 本郵件 | 此郵件 | 该邮件 | 此电邮 | 本電郵 | 此電郵 | 邮件及 | 本信件 | 邮件内容 | 这封邮件
本电子邮件 | 本電子郵件
""")
_LEGAL_WORDS = phrases("""
confidential | privileged | intended recipient | intended solely | intended only | intended for | disclaim
in error | by mistake | unauthorized | unauthorised | do not disclose | proprietary | strictly prohibited | 保密
机密 | 機密 | 误收 | 誤收 | 误发 | 指定收件人 | 指定的收件人 | 非收件人 | 仅供收件 | 僅供收件 | 仅供指定
僅供指定 | 请勿转发 | 請勿轉發 | 勿轉寄 | 请勿泄露 | 請勿洩露 | 请勿复制 | 未经授权 | 未經授權 | 特权
""")
_OPENERS = phrases("""
disclaimer | confidential | legal notice | privacy notice | 免责声明 | 免責聲明 | 保密声明 | 保密聲明
important notice
""")
_FRAMED = ("yahoo! groups sponsor", "this sf.net email is sponsored", "egroups sponsor")
_MOST_LINES = 400
_CHEAP = (
    "confidential",
    "privileged",
    "intended",
    "disclaim",
    "error",
    "mistake",
    "proprietary",
    "密",
    "误",
    "誤",
    "勿",
    "特权",
    "僅供",
    "仅供",
)
"""Where none of these stands, no legal notice does."""


def start(lines: Lines, first: int, last: int) -> int:
    """The first line of the footer at the end of the lines ``first`` to ``last``; ``last`` when there is none."""
    end = lines.previous_full(last - 1, first) + 1
    if end <= first:
        return last
    top = lines.next_full(first, end)
    flat = lines.text[lines.starts[top] : lines.start(end)].lower()
    may_be_legal = any(map(flat.__contains__, _CHEAP))
    foot = _advertised(lines, top, end, flat)
    for begin, behind in _paragraphs_upward(lines, top, foot):
        found = _foot_in(lines, begin, behind)
        if found < 0 and begin > top and lines.next_full(behind, end) == foot and _are_files(lines, begin, behind):
            found = begin
        if found < 0 and may_be_legal and (legal := _legal_line(lines, begin, behind)) > top:
            found = legal
        foot = found if found >= 0 else foot
        is_whole = found == begin or (found < 0 and may_be_legal)
        if not is_whole or end - begin > _MOST_LINES or closings.is_valediction(lines.bare[begin]):
            break
    return _with_rule(lines, foot, top) if foot < end else last


def _advertised(lines: Lines, top: int, end: int, flat: str) -> int:
    """The line where an advertisement that free services frame in rules begins; ``end`` when there is none."""
    if not any(map(flat.__contains__, _FRAMED)):
        return end
    marked = (number for number in range(top + 1, end) if any(mark in lines.bare[number].lower() for mark in _FRAMED))
    return next(marked, end)


def _with_rule(lines: Lines, foot: int, top: int) -> int:
    """Ruled lines above a footer are its own."""
    above = lines.previous_full(foot - 1, top)
    while above >= top and not lines.bare[above].strip("-_=*~#"):
        foot = above
        above = lines.previous_full(foot - 1, top)
    return foot


def _paragraphs_upward(lines: Lines, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of full lines, the last first; a ruled line parts them as a blank one does."""
    behind = end
    while behind > first:
        begin = behind
        while begin > first and lines.bare[begin - 1].strip("-_=*~#"):
            begin -= 1
        if begin < behind:
            yield begin, behind
        behind = begin - 1


def _foot_in(lines: Lines, begin: int, behind: int) -> int:
    """The line of a paragraph where a device line or an advertisement begins; -1 for none."""
    if 1 < behind - begin < 7 and any(
        "/listinfo" in line or "mailing list" in line for line in lines.bare[begin:behind]
    ):
        return begin
    for number in range(begin, min(behind, begin + 12)):
        head = lines.bare[number][:60].lower()
        if (head.startswith(_DEVICE) and len(lines.bare[number]) < 90) or head.startswith(_PROMOTION):
            return number
    return -1


def _are_files(lines: Lines, begin: int, behind: int) -> bool:
    """Names of files as Lotus Notes (`` - plan.doc``) and Outlook (``<<plan.doc>>``) list them below the text."""
    return behind - begin < 40 and all(_is_file(line) for line in lines.bare[begin:behind])


def _is_file(line: str) -> bool:
    if line.startswith("- ") and len(line) < 80:
        return "." in line[-6:-2] and " " not in line[-5:]
    return len(line) < 80 and (
        (line.startswith("<<") and line.endswith(">>")) or not line.replace("[IMAGE]", "").strip()
    )


def _is_legal(lines: Lines, begin: int, behind: int) -> bool:
    text = lines.text[lines.starts[begin] : lines.start(behind)][:1500].lower()
    if any(map(text.__contains__, _LEGAL_WORDS)) and any(map(text.__contains__, _MESSAGE_WORDS)):
        return True
    return behind - begin == 1 and text.lstrip("* #").startswith(_OPENERS)


def _legal_line(lines: Lines, begin: int, behind: int) -> int:
    """The line with which a legal notice in a paragraph begins, a signature may stand right above; -1 for none."""
    if not _is_legal(lines, begin, behind):
        return -1
    for number in range(begin, behind):
        line = lines.bare[number].lower()
        is_long = len(line) > (40 if line.isascii() else 14)
        if (is_long and any(map(line.__contains__, _MESSAGE_WORDS))) or line.lstrip("* #").startswith(_OPENERS):
            return number
    return begin
