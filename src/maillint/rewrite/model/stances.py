"""What a rewording may turn round without touching a name or a number: who does what, up and down, sure and unsure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_OPPOSITES = (
    (
        "ris(?:e|es|en|ing)|rose|increas|grow(?!n)|higher|上涨|上漲|涨|漲|上升|提高|增加|调高|調高",
        "fall(?:s|en|ing)?(?![a-z])|fell|decreas|drop|declin|reduc|lower|下降|下跌|跌|降低|减少|減少|调低|調低|降价|降價|调降|調降",
    ),
    ("open(?:s|ed|ing)?(?![a-z])|打开|打開|开放|開放", "clos(?:e|es|ed|ing)(?![a-z])|shut|关闭|關閉|关门|關門"),
    ("accept|approv|agree|同意|接受|批准", "reject|refus|declin|拒"),
    ("buy|buys|bought|purchas|买|買|采购|採購", "sell|sells|sold|卖|賣|销售|銷售"),
    ("left(?! out)|左", "right(?! (?:away|now))|右"),
    ("north|北", "south|南"),
    ("east(?!er)|东(?!西)|東(?!西)", "west|西"),
    ("import(?!an)|进口|進口", "export|出口"),
    ("includ|含|包括|包含", "exclud|除外|不含|不包|税外|稅外"),
    ("pass(?:es|ed)?(?![a-z])|succe|合格|通过|通過|成功", "fail|失败|失敗"),
    ("start|begin|began|开始|開始|启动|啟動", "stop|finish|ends?(?![a-z])|停|结束|結束"),
    ("buyer|purchaser|customer|买方|買方|甲方", "seller|supplier|vendor|卖方|賣方|乙方"),
    ("sender|发件人|寄件人|寄方", "recipient|addressee|收件人|收方"),
    ("lend|lent|lender|借给|借給", "borrow|借入"),
    ("(?:he|him|his)(?![a-z])|他(?!们|們)", "(?:she|her|hers)(?![a-z])|她(?!们|們)"),
    ("rare|seldom|hardly|few(?![a-z])|很少|极少|極少|少数|少數", "often|frequent|many|常|经常|經常|多数|多數"),
    ("happy|pleased|glad|乐意|樂意|愿意|願意", "unhappy|displeased|不愿|不願"),
    ("connected|连接|連接", "disconnected|断开|斷開"),
    ("gross|毛重|税前|稅前", "net(?![a-z])|净重|淨重|税后|稅後"),
    ("red(?![a-z])|红|紅", "black|黑"),
    ("green|绿|綠", "blue|蓝|藍"),
    ("white|白(?!天)", "black|黑"),
    ("before|prior|之前|以前", "after|之后|之後|以后|以後"),
    ("arriv|抵达|抵達|到达|到達", "depart|leav(?:e|es|ing)|离开|離開|出发|出發"),
    ("expect|hope|estimat|估计|估計|预计|預計|希望", "guarantee|promis|ensur|保证|保證|确保|確保|承诺|承諾"),
)
"""Where one side goes and the other comes, the sense is turned."""
_KEPT = (
    "guarantee|promis|commit(?:s|ted|ment)|保证|保證|承诺|承諾|确保|確保",
    r"all(?: of)?(?: the| our| your| their| these| those)? (?!times)[a-z]+s(?![a-z'])|全体|全體|全数|全數|所有",
    "most(?: of|ly)?(?= (?:the|our|your|of|[a-z]+s(?![a-z])))|majority|大部分|大多|多数|多數",
    "(?:some|part) of (?!us)|部分(?<!大部分)",
    "(?:previous|current|former|late)ly",
    "将要|將要|即将|即將|将会|將會|将于|將於",
)
"""What neither goes nor comes."""
_STAYING = (
    "probabl|likely|perhaps|maybe|possibl|presumabl|(?:hope|expect|plan|intend)s? to"
    "|大概|可能|也许|也許|或许|或許|预计|預計|估计|估計"
)
"""What makes a statement less than sure: it may come, since it is gentler, and never go."""
_FIRST = "(?:i|we)|我方|我们|我們|我司|本公司|我"
_SECOND = "you|贵方|貴方|贵司|貴司|贵公司|貴公司|你们|你們|您|你"
_IRREGULAR = {
    "paid": "pay",
    "sent": "send",
    "bought": "buy",
    "sold": "sell",
    "gave": "give",
    "took": "take",
    "got": "get",
    "given": "give",
    "taken": "take",
    "made": "make",
    "written": "write",
    "wrote": "write",
    "kept": "keep",
}
_AUXILIARY = (
    "will|would|shall|should|can|could|may|must|have|has|had|do|did|are|were|am|was|be|been|to"
    "|also|then|already|not|never"
)


def turned(before: str, after: str) -> bool:
    """Whether a rewording says the contrary of something, leaves a share or a reserve out, or swaps who does what."""
    old, new = before.lower(), after.lower()
    for one, other in _pairs():
        gone, come = (len(one.findall(new)) - len(one.findall(old)), len(other.findall(new)) - len(other.findall(old)))
        if gone * come < 0:
            return True
    if any(len(kept.findall(old)) != len(kept.findall(new)) for kept in _all(_KEPT)):
        return True
    (reserve,) = _all((_STAYING,))
    is_surer = len(reserve.findall(new)) < len(reserve.findall(old))
    return is_surer or _swaps(old, new) or _is_due_elsewhere(old, new) or _firsts(old) != _firsts(new)


def _is_due_elsewhere(before: str, after: str) -> bool:
    """Whether what has happened in one is to come in the other: "have arrived", "will arrive"."""
    due_old, due_new = (set(map(_root, _due().findall(text))) for text in (before, after))
    done_old, done_new = (set(map(_root, _done().findall(text))) for text in (before, after))
    return bool((due_new - due_old) & done_old or (due_old - due_new) & done_new)


def _firsts(text: str) -> list[str]:
    """What is to be done first: 先付款后发货."""
    return [match[0][1:] for match in _sequence().finditer(text)]


def _swaps(before: str, after: str) -> bool:
    """Whether a verb of both is the author's in one and the reader's in the other, or due in one only."""
    old, new = (_deeds(text) for text in (before, after))
    return any(verb in new and old[verb].isdisjoint(new[verb]) for verb in old)


def _deeds(text: str) -> dict[tuple[str, str], set[tuple[str, bool, bool]]]:
    """Each verb behind "we" or "you", with what it is done to, and whose it is, done or suffered, now or to come."""
    found: dict[tuple[str, str], set[tuple[str, bool, bool]]] = {}
    for who, helpers, verb, behind in _told(text):
        is_suffered = any(word in ("are", "were", "am", "was", "be", "been", "被") for word in helpers)
        is_due = any(word in ("will", "shall", "'ll", "将", "會", "会", "將") for word in helpers)
        found.setdefault((verb, behind), set()).add((who, is_suffered, is_due))
    return found


def _told(text: str) -> Iterator[tuple[str, list[str], str, str]]:
    for match in _deed().finditer(text):
        who = "second" if match["second"] else "first"
        yield who, match["helpers"].replace("'ll", " 'll").split(), _root(match["verb"]), _root(match["object"] or "")
    for match in _han_deed().finditer(text):
        who = "second" if match["second"] else "first"
        for behind in ("", match["object"] or ""):
            yield who, list(match["helpers"]), match["verb"], behind


def _root(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e")


@cache
def _deed() -> re.Pattern[str]:
    """We will pay you the deposit: who, "will", the verb, and the noun it is about."""
    import re

    article = r"(?: (?:you|us|me|them|him|her))?(?: (?:the|a|an|our|your|my|these|this|all|any))?"
    return re.compile(
        rf"(?<![a-z])(?:(?P<second>you)|i|we)(?P<helpers>(?:'ll)?(?: (?:{_AUXILIARY}))*) (?P<verb>[a-z]{{2,}})"
        rf"{article}(?: (?P<object>[a-z]{{3,}}))?"
    )


@cache
def _due() -> re.Pattern[str]:
    """What will happen; "you will" asks for it."""
    import re

    return re.compile(
        r"(?<!you )(?<![a-z])(?:will|shall|'ll|going to) (?!you )(?:be |have |not |also |soon )*([a-z]{3,})"
    )


@cache
def _done() -> re.Pattern[str]:
    import re

    return re.compile(rf"[a-z]+ed(?![a-z])|(?<![a-z])(?:{'|'.join(_IRREGULAR)})(?![a-z])")


@cache
def _sequence() -> re.Pattern[str]:
    import re

    return re.compile(r"先[\u4e00-\u9fff](?=[^，。；]{0,6}[后後再])")


@cache
def _han_deed() -> re.Pattern[str]:
    import re

    return re.compile(
        rf"(?:(?P<second>{_SECOND})|(?:{_FIRST}))(?P<helpers>[会會将將已可愿願来來先再要需须須应應负負承]{{0,3}})"
        r"(?P<verb>[付发發收寄送退赔賠签簽担擔交派订訂])(?P<object>[\u4e00-\u9fff]{2})?"
    )


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_compiled(one), _compiled(other)) for one, other in _OPPOSITES)


@cache
def _all(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_compiled, patterns))


def _compiled(pattern: str) -> re.Pattern[str]:
    import re

    return re.compile(rf"(?<![a-z])(?:{pattern})")
