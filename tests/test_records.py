"""Records behave as typing's named tuples do, and cost less to define."""

from __future__ import annotations

import pickle

import pytest

from maillint.records import NamedTuple


class Place(NamedTuple):
    """Where something is."""

    city: str
    country: str = "日本"
    """Where the city lies."""

    @property
    def brief(self) -> str:
        """Both in one line."""
        return f"{self.city}, {self.country}"


class Home(Place):
    """A place with a memory."""


def test_fields_come_by_name_place_and_default() -> None:
    assert Place("京都") == ("京都", "日本")
    assert Place(city="Malmö", country="Sverige").brief == "Malmö, Sverige"
    assert Place("京都")._replace(country="?") == Place("京都", "?")
    assert Place._fields == ("city", "country")
    assert repr(Place("京都")) == "Place(city='京都', country='日本')"


def test_a_record_is_frozen_and_documented() -> None:
    with pytest.raises(AttributeError):
        Place("京都").city = "大阪"  # type: ignore[misc]
    assert Place.__doc__ == "Where something is."
    assert Place.__module__ == __name__
    assert Place.__annotations__ == {"city": "str", "country": "str"}


def test_a_missing_field_is_an_error() -> None:
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]


def test_a_record_travels_between_processes() -> None:
    from maillint.finding import Span

    assert pickle.loads(pickle.dumps(Span("body", 1, 2))) == Span("body", 1, 2)


def test_a_subclass_may_hold_more() -> None:
    home = Home("京都")
    home.memory = "雪"  # type: ignore[attr-defined]
    assert (home.city, home.memory, home.brief) == ("京都", "雪", "京都, 日本")  # type: ignore[attr-defined]
