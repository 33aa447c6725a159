"""Where a text plainly asks its reader for something."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_NO_DEED = (
    r"(?!\.?,? (?:find|see|refer|note|accept|be (?:advised|aware|assured|informed)|feel free|(?:do not|don't) hesitate"
    r"|excuse|forgive|pardon|bear with|rest assured|know that)\b)"
)
_ENGLISH = (
    rf"(?<![\s:=])\?(?![\w\"”])|(?<!if you )(?<![a-z])(?:please|kindly|pls){_NO_DEED}(?![a-z])"
    r"|(?<![a-z])(?<!why )(?<!how )(?<!then )(?:could|can|would|will) (?:you|somebody|someone|anyone)(?![a-z])"
    r"|(?<![a-z])(?:(?:i|we)(?: would|'d)? (?:need|like|ask|want|expect|invite|urge|request) (?:you|that you)"
    r"|you (?:need to|must|have to|will need to|are (?:asked|requested|invited|required) to)"
    r"|(?:grateful|obliged|appreciate it|appreciated|glad|helpful|great|good) if you"
    r"|let (?:me|us) (?:know|have) (?!if (?:you have|there|anything|any)(?![a-z]))"
    r"|(?:make sure|be sure|remember|do not forget|don't forget) to"
    r"|look(?:ing)? forward to (?:your (?:decision|approval|confirmation|order|answer|feedback)))(?![a-z])"
    r"|(?:^|[\n.;:])[\s\d.)•*-]*(?:send|call|sign|confirm|check|review|reply|approve|tell|give|return|fill|submit|bring"
    r"|join|register|pay|choose|decide|forward|complete|update|upload|book|ask|note down)(?= (?:it|me|us|the|your|this"
    r"|that|these|those|all|by|and|to|in|a|an|page|pages|both)\b)"
)
_CHINESE = (
    r"|？|[请請](?!查[收阅閱]|[见見参參]|放心|[谅諒]解|原[谅諒]|[体體][谅諒]|假|客|示|[教柬帖])|[烦煩][请請劳勞]"
    r"|麻[烦煩](?:[您你贵貴]|大家|各)"
    r"|能否|可否|能不能|可不可以|是否(?:可以|能|方便)|[盼望希][您你贵貴]|希望(?:[您你贵貴].{0,4}能|能得到)"
    r"|[务務]必|需要?(?:[您你]|贵司|貴司|大家|各)|[报報]名|[提]交"
    r"|[拨撥]冗|[惠]示|回[复覆]我|告[诉訴知]我|[记記]得|[帮幫]忙|[帮幫]我"
)


_OFFER = (
    r"(?:if|should) (?:you|there|anyone|anything)\b.{0,60}"
    r"\b(?:question|comment|concern|further|additional|more|need|help|problem|interest)"
    r"|for (?:more|further|additional) (?:information|details)"
    r"|any(?:thing else| questions)|feel free|don't hesitate|not hesitate"
    r"|如有|若有|如需|若需|有任何|有什么|有什麼|随时|隨時"
)
_BACK = 160
_STOPS = (". ", "! ", "? ", "\n\n", "。", "！", "？")


@cache
def _offer() -> re.Pattern[str]:
    import re

    return re.compile(_OFFER)


@cache
def _pattern() -> re.Pattern[str]:
    import re

    return re.compile(_ENGLISH + _CHINESE)


@cache
def _english() -> re.Pattern[str]:
    import re

    return re.compile(_ENGLISH)


def first_request(flat: str, start: int = 0, end: int | None = None) -> int:
    """Where the first plain request or question begins; -1 where there is none.

    Offers ("please call if ...", "let me know if there are any issues"), pointers ("please find attached", 请查收) and
    wishes that name no deed are no requests.

    Args:
        flat: a text in lower case, such as ``Draft.flat``.
        start: where to begin, in code points.
        end: where to stop; at the end of the text when left out.
    """
    pattern = _english() if flat.isascii() else _pattern()
    for match in pattern.finditer(flat, start, len(flat) if end is None else end):
        if not _offer().search(_sentence(flat, match.start())):
            return match.start()
    return -1


def _sentence(flat: str, place: int) -> str:
    """The sentence around a place, as far as it is near."""
    before, after = flat[max(0, place - _BACK) : place], flat[place : place + _BACK]
    start = max(before.rfind(stop) + len(stop) if stop in before else 0 for stop in _STOPS)
    end = min((at for stop in _STOPS if (at := after.find(stop)) >= 0), default=_BACK)
    return before[start:] + after[:end]
