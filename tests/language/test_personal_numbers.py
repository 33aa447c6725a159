"""Numbers that belong to a person are told from order numbers by their check digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.personal_numbers import find, is_identity, is_luhn


def kinds(text):
    return [number.kind for number in find(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("My card is 4532 0151 1283 0366.", "card"),
        ("卡号：5425233430109903，有效期03/28", "card"),
        ("身份证号11010519491231002X，请登记", "identity"),
        ("IBAN GB82 WEST 1234 5698 7654 32", "iban"),
        ("her SSN is 219-09-9999", "ssn"),
        ("手機13812345678", "mobile"),
    ],
)
def test_a_persons_number_is_known(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "4532 0151 1283 0367",  # Luhn's digit is wrong
        "order 4532015112830366",
        "运单号：4532015112830366",
        "4532015112830366",  # neither in groups nor called a card
        "test card 4111 1111 1111 1111",
        "11010519491231002Y, 110105194912310020",
        "110105194913310021",  # month 13
        "219-09-9999",
        "GB82 WEST 1234 5698 7654 33",
        "https://x.example/13812345678",
        "收款账户户名：北方阀门，卡号6228480402564890018",
        "v13812345678, 138123456789",
    ],
)
def test_other_long_numbers_are_left_alone(text):
    assert kinds(text) == []


def test_the_masked_number_still_tells_which_one_is_meant():
    (number,) = find("Card 4532-0151-1283-0366, thanks")
    assert number.masked == "4532-****-****-0366"


@given(st.text(alphabet="0123456789 -XxGBDE卡号", max_size=120))
def test_spans_are_verbatim_and_masks_as_long(text):
    for number in find(text):
        assert len(number.masked) == number.end - number.start
        assert text[number.start : number.end][:3] == number.masked[:3]
        assert "*" in number.masked


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_exactly_one_last_digit_satisfies_luhn(number):
    assert sum(is_luhn(f"{number:015}{digit}") for digit in range(10)) == 1


def test_exactly_one_check_character_fits_an_identity():
    assert [sign for sign in "0123456789X" if is_identity("11010519491231002" + sign)] == ["X"]
