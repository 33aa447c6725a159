"""Records: named tuples as typing makes them, at a fraction of the cost."""

from __future__ import annotations

import copy
import pickle

import pytest

from maillint.records import NamedTuple, cached_property


class Reader(NamedTuple):
    """Somebody who reads."""

    name: str
    email: str = "åsa@south.example"

    @property
    def domain(self) -> str:
        """What stands behind the sign."""
        return self.email.rpartition("@")[2]


class Nothing(NamedTuple):
    """No fields at all."""


class Known(Reader):
    """One with something worked out."""

    @cached_property
    def greeting(self) -> str:
        """What one says to the reader."""
        return f"{self.name}，您好"


def test_a_record_is_a_tuple_with_names_and_defaults() -> None:
    reader = Reader("王芳", email="wang@south.example")
    assert reader == ("王芳", "wang@south.example")
    assert reader.domain == "south.example"
    assert Reader("Åsa").email == "åsa@south.example"
    assert repr(Reader("Åsa", "a@b")) == "Reader(name='Åsa', email='a@b')"
    assert Reader._fields == ("name", "email")
    assert Nothing() == ()


def test_a_record_is_changed_into_another_and_taken_apart() -> None:
    reader = Reader("Åsa", "a@b")._replace(name="😀")
    assert reader._asdict() == {"name": "😀", "email": "a@b"}
    match reader:
        case Reader(name, email):
            assert (name, email) == reader
    assert Reader._make(("Tom", "t@b")) == Reader("Tom", "t@b")


def test_what_a_record_has_no_field_for_is_an_error() -> None:
    with pytest.raises(ValueError, match="Reader has no colour"):
        Reader("Tom")._replace(colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="name"):
        Reader(email="a@b")  # type: ignore[call-arg]


def test_records_are_copied_and_pickled_as_what_they_are() -> None:
    for record in (Reader("Åsa"), Known("王芳"), Nothing()):
        for twin in (copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
            assert twin == record
            assert type(twin) is type(record)


def test_what_is_worked_out_is_kept_and_stays_behind_when_a_field_changes() -> None:
    reader = Known("王芳")
    assert reader.greeting is reader.greeting
    assert reader._replace(name="李明").greeting == "李明，您好"
