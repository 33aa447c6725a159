"""What mail programs write above the message they quote or pass on, in the languages they speak.

Outlook, Gmail, Apple Mail, Thunderbird, Lotus Notes, Foxmail, QQ, NetEase, WeCom and their like.
"""

from __future__ import annotations

import re
from functools import cache

from maillint.language.tables import phrases

FROM: tuple[str, ...] = phrases("""
From: | Von: | De : | De: | Da: | Van: | Från: | Fra: | Od: | От: | Lähettäjä: | Kimden: | Feladó: | 发件人
發件人 | 寄件者 | 寄件人 | 差出人 | 送信者 | 보낸 사람 | 보낸사람
""")
"""Names of the field that opens a block of copied header fields."""

TO: tuple[str, ...] = (
    "To:",
    "An:",
    "À :",
    "A:",
    "Para:",
    "Aan:",
    "Till:",
    "Til:",
    "Do:",
    "收件人",
    "收件者",
    "宛先",
    "받는 사람",
    "Sent by:",
)

OTHER = phrases("""
Sent: | Date: | Cc: | CC: | cc: | Bcc: | Subject: | Reply-To: | Attachments: | Importance: | Sent by:
Gesendet: | Datum: | Kopie: | Betreff: | Anlagen: | Wichtigkeit: | Envoyé : | Envoyé: | Date : | Objet :
Objet: | Cc : | Enviado: | Enviado el: | Fecha: | Asunto: | Assunto: | Data: | Inviato: | Oggetto: | Verzonden:
Onderwerp: | Skickat: | Ämne: | Sendt: | Emne: | Wysłano: | Temat: | Отправлено: | Кому: | 发送时间 | 發送時間
发送日期 | 發送日期 | 寄件日期 | 日期 | 时间 | 時間 | 抄送 | 副本 | 主题 | 主題 | 主旨 | 件名 | 送信日時 | 날짜
제목 | 附件 | 密送
""")
"""Names of the fields that follow."""

_ORIGINAL = phrases("""
original message | original appointment | original-nachricht | ursprüngliche nachricht | ursprüngliche mail
message d'origine | message original | mensaje original | mensagem original | messaggio originale
oorspronkelijk bericht | ursprungligt meddelande | oprindelig meddelelse | opprinnelig melding | original email
reply message | wiadomość oryginalna | исходное сообщение | original mail | 原始邮件 | 原始郵件 | 原邮件
原郵件 | 回复邮件 | 回復郵件 | 邮件原件 | 原始信件 | 元のメッセージ | 원본 메시지 | 原始消息
""")
_FORWARDED = phrases("""
forwarded by | forwarded message | forwarded mail | forwarding messages | forwarded email | start forwarded
weitergeleitete nachricht | message transféré | mensaje reenviado | messaggio inoltrato | mensagem encaminhada
doorgestuurd bericht | vidarebefordrat meddelande | 転送 | 转发邮件 | 轉寄郵件 | 转发的邮件 | 轉發郵件
转寄的邮件 | 轉寄的郵件 | 被转发邮件 | 转发邮件信息 | 轉寄信件 | 已转发邮件
""")
_BEGINS_FORWARDED = phrases("""
begin forwarded message | anfang der weitergeleiteten | début du message | inizio messaggio inoltrato
inicio del mensaje reenviado | 以下是转发的邮件 | 开始转发的邮件 | 下面是被转发的邮件 | 以下為轉寄的郵件
開始轉寄郵件 | 以下是轉寄
""")
RULES: frozenset[str] = frozenset("-_=*—–─━~")
"""Characters of which ruled lines are drawn."""
WROTE = phrases("""
wrote: | writes: | wrote : | said: | schrieb: | geschrieben: | a écrit : | a écrit: | escribió: | escreveu:
ha scritto: | schreef: | skrev: | napisał(a): | napisał: | написал: | пишет: | написал(а): | 写道： | 写道:
寫道： | 寫道: | 写到： | 寫到： | 来信： | のメール: | のメール：
""")
"""Ends of the line that names whom the quoted words below come from."""


_ATTRIBUTION_STARTS = (
    *"0123456789",
    "On ",
    "Am ",
    "Le ",
    "El ",
    "Il ",
    "Op ",
    "Em ",
    "Den ",
    "W dniu ",
    "在",
    "于",
    "於",
)


def separator(line: str) -> str:
    """Whether a ruled line such as ``-----Original Message-----`` opens a quote: "quote", "forward" or ""."""
    if not line.strip("-_=*—–─━~ "):
        return ""
    head = line[:160].lower()
    if any(name in head for name in _FORWARDED):
        return "forward"
    if " wrote " in head and any(map(str.isdigit, head)):
        return "quote"
    is_quote = any(name in head for name in _ORIGINAL) or head.strip("-_=*—–─━~ ") == "original"
    return "quote" if is_quote else ""


def is_rule(line: str) -> bool:
    """Whether a line is drawn, not written."""
    return len(line) > 4 and line[0] in RULES and not line.strip("-_=*—–─━~ ")


def begins_forward(line: str) -> bool:
    """Apple Mail's line above a forwarded message."""
    return len(line) < 60 and line.lower().startswith(_BEGINS_FORWARDED)


def begins_attribution(line: str) -> bool:
    """Whether the first line of an attribution wrapped over two or three: ``On Mon, 3 Nov 2025 Tom Reed``."""
    return line.startswith(_ATTRIBUTION_STARTS) and any(map(str.isdigit, line))


@cache
def _attribution() -> re.Pattern[str]:
    return re.compile(
        r"@|\d{4}|\d{1,2}[./:]\d{2}|\d 日|\b(?:on|am|le|el|il|op|den)\b .{0,60}\d"
        r"|^(?!(?:as|he|she|they|you|we|it|so|and)\b)[\w.' -]{2,40}(?:wrote|schrieb|writes) ?:$"
        r"|^.{1,30}(?:写道|寫道)[:：]$",
        re.IGNORECASE,
    )


def is_attribution(line: str) -> bool:
    """Whether a line that ends like ``... wrote:`` names a writer or a time of writing, as mail programs do."""
    return len(line) < 400 and _attribution().search(line) is not None


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? +\d{1,2}[:.]\d{2}")


def has_clock(line: str) -> bool:
    """Whether a line carries a date in figures and a clock time, as Lotus Notes writes them."""
    return _clock().search(line[:200]) is not None
