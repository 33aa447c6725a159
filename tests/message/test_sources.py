"""Where messages come from."""

import io
import os
import pickle
import sys

import pytest

from maillint.message import sources
from maillint.message.sources import Entry, Item, iterate, load, locate

MAIL = b"From: anna@north.example\r\nSubject: Offer\r\n\r\ntext\r\n"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder that is also the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(place, name, data=MAIL):
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_a_file_goes_by_the_name_the_user_gave(place):
    write(place, "草稿.eml")
    assert list(iterate(["草稿.eml", "./草稿.eml"])) == [Item("草稿.eml", MAIL), Item("./草稿.eml", MAIL)]


def test_a_folder_is_searched_in_order_and_what_is_no_mail_passed_over(place):
    for name in ("b.eml", "a.eml", "sub/c.eml", "sub/message", ".hidden/d.eml", ".e.eml"):
        write(place, f"box/{name}")
    write(place, "box/notes.txt", b"Just: notes\n")
    write(place, "box/logo.png", b"\x89PNG\r\n\x1a\n\0\0")
    skipped = []
    found = [item.path for item in iterate(["box"], skipped)]
    assert found == [os.path.join("box", name) for name in ("a.eml", "b.eml", "sub/c.eml", "sub/message")]
    assert skipped == [os.path.join("box", name) for name in ("logo.png", "notes.txt")]


def test_a_maildir_with_its_subfolders(place):
    for name in ("cur/1:2,S", "new/2", "tmp/3", ".Sent/cur/4", ".Sent/new/.keep", ".Sent/tmp/5"):
        write(place, f"Maildir/{name}")
    (place / "Maildir/.Sent/new/.keep").unlink()
    assert [item.path for item in iterate(["Maildir"])] == [
        os.path.join("Maildir", name) for name in (".Sent/cur/4", "cur/1:2,S", "new/2")
    ]


MBOX = (
    b"From anna@x.example Wed Nov 25 10:00:00 2026\n"
    + MAIL
    + b"\nFrom tom@x.example Thu Nov 26 10:00:00 2026\nSubject: two\n\nFrom here on\n\nFrom Monday, all is new.\n>From me\n>>From you\n\n"
)


def test_an_mbox_is_cut_at_its_from_lines_only(place):
    write(place, "inbox.mbox", MBOX)
    first, second = iterate(["inbox.mbox"])
    assert first == Item("inbox.mbox#1", MAIL)
    assert second == Item(
        "inbox.mbox#2", b"Subject: two\n\nFrom here on\n\nFrom Monday, all is new.\nFrom me\n>From you\n"
    )


def test_an_mbox_in_a_folder_needs_no_suffix(place):
    write(place, "mail/Sent", MBOX)
    assert [entry.path for entry in locate(["mail"])] == [os.path.join("mail", f"Sent#{number}") for number in (1, 2)]


def test_one_message_with_its_from_line_goes_by_the_name_of_the_file(place):
    write(place, "one.eml", b"From a@x.example Wed Nov 25 10:00:00 2026\n" + MAIL)
    assert [item.path for item in iterate(["one.eml"])] == ["one.eml"]


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MAIL)))
    assert list(iterate(["-"])) == [Item("-", MAIL)]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "not-a-message"),
        ("just a few words, 没有标题".encode(), ""),
        (MAIL + bytes(range(256)) * 40, ""),
    ],
)
def test_what_cannot_be_a_message_is_told(place, data, error):
    write(place, "x.eml", data)
    assert [item.error for item in iterate(["x.eml"])] == [error]


def test_what_is_not_there_or_may_not_be_read(place, monkeypatch):
    (place / "empty").mkdir()
    write(place, "locked.eml")
    write(place, "fine.eml")
    real = open

    def guarded(path, *args, **kwargs):
        if str(path) == "locked.eml":
            raise PermissionError(path)
        return real(path, *args, **kwargs)

    monkeypatch.setattr("builtins.open", guarded)
    found = [(item.path, item.error) for item in iterate(["gone.eml", "empty", "locked.eml", "fine.eml"])]
    assert found == [("gone.eml", "missing"), ("empty", "no-messages"), ("locked.eml", "unreadable"), ("fine.eml", "")]


def test_a_file_that_vanishes_between_the_two_steps_is_missing(place):
    assert load(Entry("gone.eml", "gone.eml")) == Item("gone.eml", error="missing")


def test_a_message_beyond_the_bound_is_refused(place, monkeypatch):
    monkeypatch.setattr(sources, "LARGEST", 100)
    write(place, "big.eml", MAIL + b"x" * 100)
    assert next(iterate(["big.eml"])) == Item("big.eml", error="too-large")


def test_entries_travel_to_other_processes(place):
    write(place, "inbox.mbox", MBOX)
    entries = list(locate(["inbox.mbox"]))
    assert pickle.loads(pickle.dumps(entries)) == entries
    assert [load(entry).error for entry in entries] == ["", ""]


@pytest.mark.parametrize(
    ("head", "is_mail"),
    [
        (b"Content-Type: text/plain\n\nx", True),
        (b"From:<a@x.example>\n\nx", True),
        (b"X-Own: 1\nX-Other: 2\nReceived: by x\nSubject: y\n\n", True),
        (b"\xef\xbb\xbfReceived: by x\n\n", True),
        (b"Just: notes\nAnd: more\n\n", False),
        (b"Hello Tom,\nSubject: none\n", False),
        (b"", False),
    ],
)
def test_what_in_a_folder_is_mail(place, head, is_mail):
    write(place, "box/file", head)
    assert [item.error for item in iterate(["box"])] == ["" if is_mail else "no-messages"]
