"""What a check may import is complete, and the page that lists it says what is so."""

import tomllib
from pathlib import Path

import pytest

import maillint.authoring
from maillint.authoring import _HOMES, Draft
from maillint.engine.checkfile import NEEDS
from maillint.finding import LANGUAGES
from maillint.language.wording import CONDITIONS

LISTED = tomllib.loads((Path(__file__).parent.parent / "docs/authoring.toml").read_text(encoding="utf-8"))
NAMES = [entry["name"] for chapter in LISTED["chapter"] for entry in chapter["name"]]


def test_every_name_on_offer_has_a_home():
    assert set(maillint.authoring.__all__) == set(_HOMES)
    assert all(getattr(maillint.authoring, name) is not None for name in _HOMES)


def test_the_page_lists_every_name_and_all_that_a_draft_offers():
    assert sorted(name for name in NAMES if "." not in name) == maillint.authoring.__all__
    offered = {name for name in dir(Draft) if not name.startswith("_")} - set(dir(tuple))
    assert {name.removeprefix("draft.") for name in NAMES if name.startswith("draft.")} == offered


def test_the_page_lists_all_that_a_check_may_ask_of_a_message_and_a_list_of_the_words_around():
    assert {entry["name"] for entry in LISTED["need"]} == {*NEEDS} - {""}
    assert {entry["name"] for entry in LISTED["condition"]} == {*CONDITIONS, "not"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_told_in_every_language(language):
    entries = [entry for chapter in LISTED["chapter"] for entry in chapter["name"]]
    entries += LISTED["need"] + LISTED["condition"]
    assert [entry["name"] for entry in entries if not entry.get(language, "").strip()] == []
    assert all(entry["example"] for chapter in LISTED["chapter"] for entry in chapter["name"])
