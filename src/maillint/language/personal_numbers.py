"""Numbers that name one person or open an account, told from other long numbers by their check digits."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_DIGITS = "10X98765432"
_TEST_CARDS = frozenset(
    ("4111111111111111", "4242424242424242", "5555555555554444", "378282246310005", "4012888888881881")
)
_REACH = 40
_CARD_WORDS = ("card", "visa", "mastercard", "amex", "卡号", "卡號", "信用卡", "银行卡", "銀行卡", "借记卡", "提款卡")
_OTHER_NUMBERS = (
    *("order", "tracking", "invoice", "serial", "ticket", "parcel", "shipment", "reference", "imei", "iccid"),
    *("part no", "单号", "單號", "订单", "訂單", "运单", "運單", "快递", "快遞", "编号", "編號", "编码"),
    *("編碼", "发票", "發票", "条码", "條碼", "序列号", "序號", "流水号", "流水號"),
)
_ACCOUNT_WORDS = (
    *("开户", "開戶", "户名", "戶名", "收款", "打款", "汇款", "匯款", "转账", "轉帳", "轉賬", "对公", "账户"),
    *("帳戶",),
)
"""Where money is to go: such card numbers are meant to be known."""
_SSN_WORDS = ("ssn", "social security")
_IBAN_LENGTHS = {
    "AT": 20, "BE": 16, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27,
    "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
    "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "TR": 26,
}  # fmt: skip


class Number(NamedTuple):
    """One number in a text; ``kind`` is "identity", "card", "iban", "ssn" or "mobile"."""

    kind: str
    start: int
    end: int
    masked: str
    """The number with its middle starred out, of the same length."""


def find(text: str) -> Iterator[Number]:
    """The personal numbers of a text, in order.

    Chinese identity numbers (GB 11643) and IBANs (ISO 13616) by their check digits, payment cards (ISO/IEC 7812) by
    Luhn's digit and their issuers' lengths, US social security numbers by shape beside the words for them, mobiles of
    mainland China by their shape.
    """
    for match in _number().finditer(text):
        shown = match.group().rstrip(" -")
        plain = shown.replace(" ", "").replace("-", "").upper()
        if kind := _kind(plain, shown, text, match.start()):
            yield Number(kind, match.start(), match.start() + len(shown), _masked(shown))


@cache
def _number() -> re.Pattern[str]:
    import re

    return re.compile(
        r"(?<![A-Za-z0-9/=_.%-])(?:[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}|[0-9](?:[ -]?[0-9]){8,18}[Xx]?)"
        r"(?![A-Za-z0-9_=/%])"
    )


def _kind(plain: str, shown: str, text: str, start: int) -> str:
    before = text[max(start - _REACH, 0) : start].lower()
    if plain[0].isalpha():
        return "iban" if _is_iban(plain) else ""
    if len(plain) == 18 and shown.upper() == plain and is_identity(plain):
        return "identity"
    if not plain.isdigit():
        return ""
    if len(plain) == 9:
        is_ssn = shown[3:4] == shown[6:7] == "-" and any(word in before for word in _SSN_WORDS)
        return "ssn" if is_ssn and plain[:3] not in ("000", "666") and plain[0] != "9" else ""
    if len(plain) == 11:
        return "mobile" if plain[0] == "1" and plain[1] in "3456789" else ""
    return "card" if _is_card(plain) and _is_said_card(plain, shown, before) else ""


def is_identity(number: str) -> bool:
    """Whether 18 characters are a resident identity number: a province, a day of birth and the check digit."""
    if not number[:17].isdigit() or number[0] not in "12345678" or number[6:8] not in ("19", "20"):
        return False
    month, day = int(number[10:12]), int(number[12:14])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, number, strict=False))
    return _ID_DIGITS[total % 11] == number[17]


def _is_card(number: str) -> bool:
    length, first = len(number), int(number[:4])
    is_known = (
        (first // 1000 == 4 and length in (13, 16, 19))
        or ((51 <= first // 100 <= 55 or 2221 <= first <= 2720) and length == 16)
        or (first // 100 in (34, 37) and length == 15)
        or (first // 100 == 62 and 16 <= length <= 19)
        or ((first == 6011 or first // 100 == 65 or 3528 <= first <= 3589) and length == 16)
    )
    return is_known and number not in _TEST_CARDS and len(set(number)) > 3 and is_luhn(number)


def is_luhn(number: str) -> bool:
    """Whether the last digit is the one Luhn's rule asks for (ISO/IEC 7812-1 annex B)."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(doubled) + sum(map(int, number[-1::-2]))) % 10 == 0


def _is_said_card(number: str, shown: str, before: str) -> bool:
    """Whether the number stands as cards do, in groups or beside the word, and money is not asked to go there."""
    if any(word in before for word in _OTHER_NUMBERS):
        return False
    if number.startswith("62") and any(word in before for word in _ACCOUNT_WORDS):
        return False
    is_grouped = len(shown) > 4 and shown[4] in " -" and len(shown.replace("-", " ").split()) > 2
    return is_grouped or any(word in before for word in _CARD_WORDS)


def _is_iban(number: str) -> bool:
    if _IBAN_LENGTHS.get(number[:2]) != len(number):
        return False
    turned = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _masked(shown: str) -> str:
    """All but the first and last few figures starred out, blanks and hyphens kept."""
    figures = sum(map(str.isalnum, shown))
    keep_first = 3 if figures < 12 else 4
    kept, seen = [], 0
    for sign in shown:
        if sign.isalnum():
            seen += 1
            kept.append(sign if seen <= keep_first or seen > figures - 4 else "*")
        else:
            kept.append(sign)
    return "".join(kept)
