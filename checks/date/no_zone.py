"""A clock time that reads as another hour where the reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, advise, dates, is_quoted, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from maillint.authoring import Address, Draft, Expression, Finding, Hit, Rewrite, Rule

_FAR = frozenset(
    """
    call calls video zoom teams skype webex webinar online phone telephone remote remotely dial speak talk
    hangout livestream ring videoconference videocall facetime whatsapp webcast
    """.split()
)
_FAR_HAN = tuple(
    """
    电话 電話 视频 視訊 視頻 线上 線上 通话 通話 连线 連線 直播 截止 視像 视像 远程 遠程 遠端 云会议 雲端會議 腾讯会议
    网络会议 網路會議
    """.split()
)
_DEADLINES = (["by"], ["before"], ["until"], ["till"])
_BREAKS = str.maketrans(dict.fromkeys(".,?!;:()/-", " "))
_NEXT_QUOTE = ("From:", "On ", "发件人", "寄件者", "-----")
_YOURS = tuple(f"{place}是" for place in "你那边 你那邊 您那边 您那邊 你们那边 你們那邊".split())
_HOURS = tuple("早上 上午 中午 下午 傍晚 晚上 深夜 半夜 凌晨 清晨 夜里 夜裡 白天".split())
"""Together they tell that the reader's clock shows another hour: 你那边是凌晨."""
_BEIJING = 8
_SIGNED = 6
"""Lines at the end of a quoted message that may be its signature."""
_SAN = ("-san", " san", "さん")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The first clock time of a call or a deadline that names no zone, between people whose clocks differ."""
    del hits
    timed = [(zone, one) for zone, one in draft.dates if _is_meant(one, draft.reference.date())]
    if not timed or not (timed := [place for place in timed if _is_far(draft, *place)]):
        return
    offset = _offset(draft)
    abbreviated = [place for place in timed if _abbreviation(draft, *place)]
    if not abbreviated and any(dates.places.is_stated(text) for text in (draft.own_text, draft.subject or "")):
        return
    if not _are_apart(draft, offset):
        return
    if abbreviated:
        yield from (_ambiguous(draft, rule, offset, *place) for place in abbreviated)
        return
    bare = [place for place in timed if not dates.places.behind(_source(draft, place[0]), _end(place[1]))]
    if bare:
        zone, first = bare[0]
        span = Span(zone, first.start, first.end)
        yield rule.finding(draft, span, rewrite=_rewrite(draft, bare), zone=dates.places.written(offset or 0))


def _source(draft: Draft, zone: str) -> str:
    return (draft.subject or "") if zone == "subject" else draft.text


def _is_meant(expression: Expression, today: date) -> bool:
    """A clock time on a day that is still to come."""
    if expression.time is None or expression.form == "clock" or expression.kind in ("past", "habitual", "duration"):
        return False
    return any(last >= today for _, last in expression.readings)


def _is_far(draft: Draft, zone: str, expression: Expression) -> bool:
    """A call or a deadline; a meeting goes by the clock of its place."""
    source = _source(draft, zone)
    if is_quoted(source, expression.start, expression.end):
        return False
    if source[max(0, expression.start - 24) : expression.start].lower().split()[-1:] in _DEADLINES:
        return True
    text = draft.own_text.lower() + " " + (draft.subject or "").lower()
    if not _FAR.isdisjoint(text.translate(_BREAKS).split()):
        return True
    return any(word in text for word in _FAR_HAN) or source[expression.end : expression.end + 1] == "前"


def _end(expression: Expression) -> int:
    end = dates.clocks.end(expression.text)
    return expression.start + (len(expression.text) if end is None else end)


def _abbreviation(draft: Draft, zone: str, expression: Expression) -> str:
    """CST and the like behind the time, as written."""
    word = dates.places.behind(_source(draft, zone), _end(expression))
    return word if word.lower() in dates.places.AMBIGUOUS else ""


def _ambiguous(draft: Draft, rule: Rule, offset: float | None, zone: str, expression: Expression) -> Finding:
    word = _abbreviation(draft, zone, expression)
    start = _source(draft, zone).index(word, _end(expression))
    span = Span(zone, start, start + len(word))
    meanings = dates.places.AMBIGUOUS[word.lower()]
    names = [dates.places.written(meaning) for meaning in meanings]
    own = [dates.places.written(offset)] if offset in meanings and offset is not None else names
    rewrite = replace(Grade.SUGGESTED, *([(span, name)] for name in own))
    return rule.finding(draft, span, key="abbreviation", rewrite=rewrite, first=names[0], second=names[1])


def _offset(draft: Draft) -> float | None:
    """Hours east of Greenwich of the sender's clock; None where the Date field does not tell (mailers write +0000)."""
    offset = draft.date.utcoffset() if draft.date else None
    day = draft.reference.date()
    clocks = dates.places.of_domain(draft.sender.domain, day) if draft.sender else frozenset()
    hours = offset.total_seconds() / 3600 if offset is not None else None
    if hours or (hours == 0 and 0 in clocks):
        return hours if not clocks or hours in clocks else None
    return next(iter(clocks)) if len(clocks) == 1 else None


def _are_apart(draft: Draft, offset: float | None) -> bool:
    """Whether a reader, the text or the quoted thread shows another clock."""
    if offset is None:
        return False
    day = draft.reference.date()
    own = draft.sender.domain if draft.sender else ""
    if any(_lives_elsewhere(draft, one, offset, day) for one in draft.readers if one.domain != own):
        return True
    return _is_told(draft, offset, day) or (not draft.is_forward and _is_quoted_elsewhere(draft, offset, day))


def _is_told(draft: Draft, offset: float, day: date) -> bool:
    """Your team in Denver, a fee of £450, Tanaka-san."""
    name = draft.salutation.name.lower() if draft.salutation else ""
    if name.endswith(_SAN) and offset != 9:
        return True
    text = draft.own_text
    if _names_their_hour(text) or _writes_from_abroad(draft, offset):
        return True
    if any(dates.abroad.are_far(clocks, offset) for clocks in dates.abroad.of_money(text, day)):
        return True
    return any(clocks and offset not in clocks for clocks in dates.cities.of_reader(text, day))


def _names_their_hour(text: str) -> bool:
    return any(text.startswith(_HOURS, text.find(word) + len(word)) for word in _YOURS if word in text)


def _writes_from_abroad(draft: Draft, offset: float) -> bool:
    """A mail in simplified Chinese to another house's 范工, sent where it is not Beijing time."""
    own = draft.sender.domain if draft.sender else ""
    others = [one.name for one in draft.readers if one.domain != own]
    is_to_china = any("\u4e00" <= name[:1] <= "\u9fff" for name in others)
    return draft.language == "zh-Hans" and offset != _BEIJING and is_to_china


def _is_quoted_elsewhere(draft: Draft, offset: float, day: date) -> bool:
    """The message that is answered has another offset, a number or a signature from abroad."""
    quotes = "\n".join(draft.zone_texts("quote"))
    if not quotes:
        return False
    places = (*dates.places.of_numbers(quotes, day), *_of_quoted_signature(quotes, day))
    return any(clocks and offset not in clocks for clocks in places) or any(
        clock != offset for clock in dates.places.named(quotes)
    )


def _lives_elsewhere(draft: Draft, reader: Address, offset: float, day: date) -> bool:
    """Whether a reader of another house has a domain or a name from far away."""
    country = dates.places.of_domain(reader.domain, day)
    if country:
        return offset not in country
    clocks = dates.abroad.of_domain_name(reader.domain, day)
    sender = draft.sender.name if draft.sender else ""
    return dates.abroad.are_far(clocks, offset) or dates.abroad.is_elsewhere(reader.name, sender, offset)


def _of_quoted_signature(quotes: str, day: date) -> Iterator[frozenset[float]]:
    """The clocks of the places in the last lines of the message that is answered."""
    lines = [line.strip("> ") for line in quotes.split("\n")]
    written = [line for line in lines if line]
    ends = next((index for index, line in enumerate(written[1:], 1) if line.startswith(_NEXT_QUOTE)), len(written))
    return dates.abroad.of_signature(written[max(0, ends - _SIGNED) : ends], day)


def _rewrite(draft: Draft, bare: list[tuple[str, Expression]]) -> Rewrite:
    """The zone of the Date field behind each of the times."""
    offset = _offset(draft)
    if offset is None:
        return advise()
    zone = dates.places.written(offset)
    edits = []
    for kind, expression in bare:
        place = _end(expression)
        is_han = any("\u4e00" <= character <= "\u9fff" for character in expression.text)
        edits.append((Span(kind, place, place), f"（{zone}）" if is_han else f" ({zone})"))
    return replace(Grade.SUGGESTED, edits)
