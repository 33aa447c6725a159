"""Names that hold a word of the calendar: Joy Sunday, Dr. Augustus Friday, 周日東先生, 朱明天女士."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_BEFORE_NAME = frozenset(("is", "are", "was", "were", "by", "and", "contact", "named", "called", "with", "our", "meet"))
_AFTER_NAME = frozenset(
    (
        "is", "was", "has", "had", "will", "can", "could", "would", "and", "sang", "wrote", "said", "asked", "joins",
        "leads", "conducted", "signed", "called", "spoke", "from", "who", "whose", "of", "or",
    )
)  # fmt: skip
_HAN_TITLES = ("先生", "女士", "小姐", "太太", "同学", "同學", "师傅", "師傅")
_HAN_POSTS = ("博士", "律师", "律師", "工程师", "工程師", "医生", "醫師", "经理", "經理", "主任")
_NO_GIVEN = frozenset(
    "各请請与與和由跟给給找约約等的在去到让讓叫向陪见見是有我你您他她其该該本新老大小副总總前后後早晚上中下开開来來要"
    "会會将將为為某另一两兩几幾多每全主客设設"
)
_FOND = frozenset("小老阿")
_WEEKDAY_LENGTH = 2


def is_person(item: Found, text: str) -> bool:
    """Whether an English weekday or month is somebody's surname.

    Args:
        item: the expression; its offsets count in ``text``.
        text: the text as written, since capitals tell names.
    """
    before = text[max(0, item.start - 40) : item.start]
    if not text[item.start].isupper() or before[-1:] != " " or "\n" in before[-2:]:
        return False
    written = before.split()
    from maillint.language import titles

    last = written[-1] if written else ""
    if last[:1].isupper() and titles.english(last.strip("(,\"'“")) is not None:
        return True  # Ms Friday
    if (
        len(last) == len("T.")
        and last[0].isupper()
        and last[1] == "."
        and len(written) > 1
        and written[-2][0].isupper()
    ):
        return True  # Mr. T. Friday
    if not last.isalpha() or not last[0].isupper() or last.isupper():
        return False
    if len(written) > 1 and written[-2][:1].isupper() and titles.english(written[-2].strip("(,\"'“")) is not None:
        return True  # Dr. Augustus Friday
    return _is_given_before(last, written[-2] if len(written) > 1 else "", text[item.end : item.end + 16])


def _is_given_before(given: str, earlier: str, after: str) -> bool:
    """Joy Sunday sang; our tech is Joy Sunday; but not: call Tom Friday."""
    following = after.split()
    is_subject = after[:1] == " " and bool(following) and following[0].strip(",.;") in _AFTER_NAME
    if not is_subject and earlier.strip("(,").lower() not in _BEFORE_NAME and earlier[-1:] not in (",", ":"):
        return False
    from maillint.language import nicknames

    return nicknames.is_given(given.lower())


def is_han_person(item: Found, flat: str) -> bool:
    """Whether a Chinese day word is (part of) somebody's name: 周一凡经理, 小周一直在跟, 朱明天先生."""
    word = flat[item.start : item.end]
    if word[0] in "周週":
        return len(word) == _WEEKDAY_LENGTH and _is_zhou(flat, item.start, item.end)
    if word not in ("明天", "今天", "后天", "後天", "清明", "元旦", "中秋"):
        return False
    title = next((title for title in (*_HAN_TITLES, *_HAN_POSTS) if flat.startswith(title, item.end)), "")
    if not title or flat.startswith(("产", "產"), item.end + len(title)):
        return False
    from maillint.language import surnames

    before = flat[max(0, item.start - 2) : item.start]
    return bool(before) and (surnames.is_surname(before[-1]) or surnames.is_surname(before))


def _is_zhou(flat: str, start: int, end: int) -> bool:
    if start and flat[start - 1] in _FOND and flat[start - 2 : start] != "大小":
        return True
    if flat.startswith(_HAN_TITLES, end):
        return True
    given = flat[end : end + 1]
    if not given or given in _NO_GIVEN or not "\u4e00" <= given <= "\u9fff":
        return False
    from maillint.language import surnames, titles

    is_titled = any(
        titles.chinese(flat[end + 1 : end + 1 + length]) == flat[end + 1 : end + 1 + length] for length in (2, 3)
    )
    return is_titled and not surnames.is_surname(given)
