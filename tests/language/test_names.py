"""Names as mailboxes show them, and which of two can be one person's."""

from __future__ import annotations

import pytest

from maillint.language import nicknames, surnames, titles
from maillint.language.edits import is_near
from maillint.language.names import person, words_of


@pytest.mark.parametrize(
    ("name", "email", "given", "family", "title"),
    [
        ("Tom Reed", "tom.reed@south.example", "tom", "reed", ""),
        ("Reed, Tom", "tr@south.example", "tom", "reed", ""),
        ("Reed, Tom (Sales)", "tr@south.example", "tom", "reed", ""),
        ("Mr Owen Prosser", "owen@farm.example", "owen", "prosser", "Mr"),
        ("Dr. Paloma Reinhart", "p@x.example", "paloma", "reinhart", "Dr"),
        ("Pieter van der Meer", "p@x.example", "pieter", "van der meer", ""),
        ("Wang Meilin", "meilin.wang@x.example", "meilin", "wang", ""),
        ("Jörg Müller-Lüdenscheidt", "j@x.example", "jörg", "müller-lüdenscheidt", ""),
        ("John Doe, PhD", "j@x.example", "john", "doe", ""),
        ("", "jeff.skill@x.example", "jeff", "skill", ""),
        ("王芳", "w@x.example", "芳", "王", ""),
        ("欧阳静", "o@x.example", "静", "欧阳", ""),
        ("司徒女士", "s@x.example", "", "司徒", "女士"),
        ("法務室 鍾經理", "legal@x.example", "", "鍾", "經理"),
        ("科研处 佘丹", "s@x.example", "丹", "佘", ""),
        ("孙雅丽女士", "s@x.example", "雅丽", "孙", "女士"),
    ],
)
def test_parts(name: str, email: str, given: str, family: str, title: str) -> None:
    found = person(name, email)
    assert (found.given, found.family, found.title, found.is_role) == (given, family, title, False)


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Sales Team", "sales@x.example"),
        ("IT Service Desk", "it@x.example"),
        ("", "info@x.example"),
        ("", "public.relations@x.example"),
        ("采购部", "purchase@x.example"),
        ("运营管理部", "ops@x.example"),
        ("全体员工", "all@x.example"),
        ("安全督導員課程學員", "course@x.example"),
        ("", ""),
    ],
)
def test_departments_lists_and_shops_are_nobody_in_particular(name: str, email: str) -> None:
    assert person(name, email).is_role


def test_gender_comes_from_titles_only() -> None:
    assert person("Ms Gloria Payne", "g@x.example").gender == "f"
    assert person("葉先生", "y@x.example").gender == "m"
    assert person("Gloria Payne", "g@x.example").gender == ""
    assert titles.english("Mrs.") == "f"
    assert titles.english("Tom") is None
    assert titles.chinese("范課長") == "課長"


def test_nicknames() -> None:
    assert nicknames.are_one("bob", "robert")
    assert nicknames.are_one("liz", "elizabeth")
    assert nicknames.are_one("bill", "william")
    assert not nicknames.are_one("bob", "william")
    assert not nicknames.are_one("aaron", "feldman")
    assert nicknames.is_given("shyam")
    assert not nicknames.is_given("however")


def test_surnames_and_their_spellings() -> None:
    assert surnames.family_of("欧阳静") == "欧阳"
    assert surnames.family_of("陳小明") == "陳"
    assert surnames.family_of("时间") == "时"
    assert "chan" in surnames.spellings("陈")
    assert "wong" in surnames.spellings("黃")
    assert surnames.spellings("的") == ()


def test_slips_of_the_pen() -> None:
    assert is_near("micheal", "michael")
    assert is_near("felicia", "felecia")
    assert is_near("kathrine", "katherine")
    assert not is_near("anna", "anna")
    assert not is_near("tom", "tim")
    assert not is_near("friedman", "feldman")


def test_words_keep_hyphens_and_initials() -> None:
    assert words_of("Jean-Luc O’Neil, J. P. (Köln)") == ["Jean-Luc", "O’Neil", "J.", "P.", "Köln"]
