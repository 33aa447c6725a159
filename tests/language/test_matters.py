"""Paragraphs that are a matter of their own, and those that go on with the one before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.matters import (
    asks,
    congratulates,
    is_foreign,
    is_left_open,
    is_of_kin,
    is_personal_wish,
    own_fields,
    stands_alone,
)

PARCELS = "The twelve pallets left our warehouse in Leeds this morning and reach your gate on Thursday."


def test_another_field_without_a_common_word_is_foreign() -> None:
    assert is_foreign(PARCELS, "the canteen closes for repairs, and a caterer cooks outdoors until Friday.")
    assert is_foreign("订单4471的货柜今早已经离港，预计周五到货。", "食堂12月7日停火检修，请自备午饭。")


@pytest.mark.parametrize(
    "paragraph",
    [
        "the canteen will store the pallets until the driver of the truck comes back.",
        "the courier brings another carton with seals and labels tomorrow morning.",
        "the canteen.",
        "",
    ],
)
def test_common_words_a_common_field_or_too_few_words_are_not(paragraph: str) -> None:
    assert not is_foreign(PARCELS, paragraph)


@pytest.mark.parametrize(
    ("told", "matter", "fields"),
    [
        ("Trade fair from 8 December: badges", "The printer comes with the contract of the stand.", {"law"}),
        ("12月12日办公室搬迁须知", "电脑由IT统一拆装，合同另寄。", {"law"}),
        ("12月12日辦公室搬遷須知", "電腦由IT統一拆裝，合約另寄。", {"law"}),
        ("Pallets for Åre", "The printer comes with the contract of the stand.", {"computing", "law"}),
    ],
)
def test_rooms_and_computers_come_with_an_event(told: str, matter: str, fields: set[str]) -> None:
    assert own_fields(told, matter) == fields


@pytest.mark.parametrize(
    "paragraph", [", HR asks everybody to call.", "Grace's farewell is on Friday", "，食堂改为刷卡", "，工會舉辦比賽"]
)
def test_a_thing_of_its_own_stands_alone(paragraph: str) -> None:
    assert stands_alone(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        ", please call.",
        "it closes at noon",
        ", visitor parking is limited",
        "，请准时到场",
        "，届时有茶歇",
        "，停車位有限",
        "",
        "，",
    ],
)
def test_what_leans_on_the_rest_does_not(paragraph: str) -> None:
    assert not stands_alone(paragraph)


def test_requests_are_told_by_plain_words() -> None:
    assert asks("Would you join us?")
    assert asks("HR asks everybody to call.")
    assert asks("有兴趣的找老周报名")
    assert not asks("The canteen closes at two.")
    assert not asks("食堂两点关门。")


def test_congratulations_name_somebody_new() -> None:
    assert congratulates(PARCELS, ", congratulations to Rita Moss, who ran the Bergen marathon!")
    assert not congratulates(PARCELS, ", congratulations to the team!")
    assert not congratulates(PARCELS, ", congratulations: the pallets from Leeds reached Bergen!")
    assert not congratulates(PARCELS, "We send congratulations to Rita Moss in Bergen.")


@pytest.mark.parametrize("text", ["Congratulations on your wedding!", "恭喜您高升！", "Congrats on the new role."])
def test_wishes_for_a_persons_own_occasion(text: str) -> None:
    assert is_personal_wish(text)


@pytest.mark.parametrize("text", ["Congratulations, your bid won.", "恭喜中标！", "Your wedding was lovely.", ""])
def test_good_news_about_business_is_no_wish(text: str) -> None:
    assert not is_personal_wish(text)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_held_against_each_other(before: str, paragraph: str) -> None:
    assert not (is_foreign(before, paragraph) and is_foreign(before + paragraph, paragraph))
    assert not stands_alone(f"please {paragraph}")


@pytest.mark.parametrize(
    "paragraph",
    [
        "my wife sells beeswax candles and looks for a stall at your market.",
        "a friend of mine has an old Åland dinghy for sale, should you know anybody.",
        "，我表弟刚毕业，想找一份会计的工作，您那边招人吗？",
    ],
)
def test_whoever_turns_to_the_family_speaks_of_something_else(paragraph: str) -> None:
    assert is_of_kin(PARCELS, paragraph)


def test_a_relative_who_was_spoken_of_is_no_news() -> None:
    told = "My wife ordered twelve chairs from you in May."
    assert not is_of_kin(told, "my wife would like the invoice in her own name, please.")
    assert not is_of_kin(PARCELS, "my wife.")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("婚宴的菜单已定，请付定金。", "去年租走的香槟塔还没还回来，请安排人送来。"),
        ("冷庫12月3日除霜。", "上個月的過磅單你們還沒給。"),
        ("新教材到校，请派人卸车。", "9月的水费你们还没交。"),
    ],
)
def test_something_older_that_is_still_open_is_another_matter(told: str, sentence: str) -> None:
    assert is_left_open(told, sentence)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("空调机组12月3日安装。", "去年的老机组还没拆。"),  # the same thing
        ("体检报告已出，请来领取。", "上次没到的同事可以补检😊。"),  # who had not come
        ("投标文件缺授权书。", "10月的社保证明还没交。"),  # one item more of what is missing
        ("婚宴的菜单已定。", "香槟塔12月3日送来。"),
        ("", ""),
    ],
)
def test_what_goes_on_with_the_matter_is_none(told: str, sentence: str) -> None:
    assert not is_left_open(told, sentence)
