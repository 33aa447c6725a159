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
        ("Mr Alec Tandy", "alec@farm.example", "alec", "tandy", "Mr"),
        ("Dr. Ilse Brandt", "p@x.example", "ilse", "brandt", "Dr"),
        ("Pieter van der Meer", "p@x.example", "pieter", "van der meer", ""),
        ("Zhou Meiling", "meiling.zhou@x.example", "meiling", "zhou", ""),
        ("Jörg Müller-Lüdenscheidt", "j@x.example", "jörg", "müller-lüdenscheidt", ""),
        ("John Doe, PhD", "j@x.example", "john", "doe", ""),
        ("", "jeff.marlow@x.example", "jeff", "marlow", ""),
        ("王芳", "w@x.example", "芳", "王", ""),
        ("欧阳静", "o@x.example", "静", "欧阳", ""),
        ("欧阳女士", "s@x.example", "", "欧阳", "女士"),
        ("會計室 葉經理", "legal@x.example", "", "葉", "經理"),
        ("教务处 佘宁", "s@x.example", "宁", "佘", ""),
        ("何美琳女士", "s@x.example", "美琳", "何", "女士"),
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
        ("行政管理部", "ops@x.example"),
        ("全体员工", "all@x.example"),
        ("高二全體家長", "parents@x.example"),
        ("Year 9 Art", "y9art@x.example"),
        ("Harbour Pilots", "pilots@x.example"),
        ("高三家長", "parents@x.example"),
        ("急救員課程學員", "course@x.example"),
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
    assert not nicknames.are_one("aaron", "seidel")
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
    assert is_near("patricia", "patrecia")
    assert is_near("kathrine", "katherine")
    assert not is_near("anna", "anna")
    assert not is_near("tom", "tim")
    assert not is_near("sander", "seidel")


def test_words_keep_hyphens_and_initials() -> None:
    assert words_of("Jean-Luc O’Neil, J. P. (Köln)") == ["Jean-Luc", "O’Neil", "J.", "P.", "Köln"]
