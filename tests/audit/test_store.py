"""The store: each content once, nothing lost, nothing readable by others."""

import os
import sqlite3
import stat

import pytest

from maillint.audit.record import Mark, Record, failed
from maillint.audit.store import Folder, Place, Store, StoreError

MARK = Mark("tone-rude", "tone", "error", "high", 10, 10, "body", 3, 9, "advice", "f" * 64)
ONE = Record(
    "a" * 64,
    "sent/å 简体.eml",
    "<1@north.example>",
    "2026-11-25T10:00:00+08:00",
    1795572000,
    "anna@north.example",
    ("tom@south.example", "李明@東.example"),
    ("<0@south.example>",),
    1795570000,
    is_reply=True,
    score=90,
    after=90,
    after_safe=90,
    grade="A",
    language="zh-Hans",
    profile="external",
    groups={"tone": 10.0},
    findings=(MARK, MARK._replace(check="date-relative", group="date", start=20, end=30)),
)


@pytest.fixture
def store(tmp_path):
    with Store(str(tmp_path / "audit.db")) as opened:
        opened.begin("rules-1", ["sent"])
        yield opened


def test_what_goes_in_comes_out(store):
    assert store.add([(Place("sent/å 简体.eml", 10, 20), ONE), (Place("b.eml"), failed("b.eml", "empty"))]) == 2
    assert list(store.records()) == [ONE, failed("b.eml", "empty")]


def test_the_same_message_twice_counts_once(store):
    assert store.add([(Place("a.eml", 1, 1), ONE)]) == 1
    assert store.add([(Place("b.eml", 1, 1), ONE), (Place("c.eml", 1, 1), ONE.key)]) == 0
    assert len(store) == 1
    assert store.unchanged([Place("b.eml", 1, 1), Place("c.eml", 1, 1)]) == {"b.eml", "c.eml"}


def test_a_file_is_unchanged_while_its_size_and_time_are(store):
    store.add([(Place("a.eml", 10, 20), ONE)])
    assert store.unchanged([Place("a.eml", 10, 20)]) == {"a.eml"}
    assert store.unchanged([Place("a.eml", 11, 20)]) == set()
    assert store.unchanged([Place("a.eml", 10, 21)]) == set()


def test_another_ruleset_judges_anew(store):
    store.add([(Place("a.eml", 10, 20), ONE)])
    store.begin("rules-2", ["sent"])
    assert store.unchanged([Place("a.eml", 10, 20)]) == store.known([ONE.key]) == set()
    assert store.add([(Place("a.eml", 10, 20), ONE._replace(score=50, findings=()))]) == 1
    assert [record.score for record in store.records()] == [50]
    assert store.known([ONE.key]) == {ONE.key}


def test_an_edited_file_takes_the_place_of_what_it_was(store):
    store.add([(Place("a.eml", 10, 20), ONE)])
    store.add([(Place("a.eml", 12, 30), ONE._replace(key="b" * 64, findings=()))])
    assert [record.key for record in store.records()] == ["b" * 64]
    assert store.connection.execute("SELECT count(*) FROM findings").fetchone() == (0,)


def test_a_batch_is_stored_wholly_or_not_at_all(store):
    def batch():
        yield Place("a.eml", 1, 1), ONE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(batch())
    assert len(store) == 0


def test_a_full_disk_is_told_and_what_was_stored_stays(store):
    store.add([(Place("a.eml", 1, 1), ONE)])
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    batch = [(Place(f"{n}.eml", 1, 1), ONE._replace(key=f"{n:064}")) for n in range(500)]
    with pytest.raises(StoreError, match=r"audit\.db: cannot be written \(database or disk is full\)"):
        store.add(batch)
    assert list(store.records()) == [ONE]


def test_a_run_counts_what_it_stored(store):
    store.add([(Place("a.eml", 1, 1), ONE), (Place("b.eml", 1, 1), ONE)])
    store.finish()
    ((judged, finished),) = store.connection.execute("SELECT judged, finished FROM runs")
    assert judged == 1
    assert finished > 0


def test_a_container_is_complete_while_it_is_unchanged(store):
    place = Place("sent.mbox", 100, 5)
    assert not store.is_complete(place)
    store.complete(place)
    assert store.is_complete(place)
    assert not store.is_complete(place._replace(size=101))


def test_how_far_a_folder_was_read_is_stored_with_its_messages(store):
    folder = Folder("imap://mail.example/已发送", 7, 42, 9)
    store.add([(Place("imap://mail.example/已发送;UIDVALIDITY=7;UID=42"), ONE)], folder)
    assert store.folder(folder.url) == folder
    assert store.folder("imap://mail.example/Drafts") is None


def test_only_the_owner_may_read_it(store):
    assert stat.S_IMODE(os.stat(store.path).st_mode) == 0o600


def test_others_read_while_it_is_written(store):
    with store.transaction(), sqlite3.connect(f"file:{store.path}?mode=ro", uri=True) as reader:
        assert reader.execute("SELECT count(*) FROM messages").fetchone() == (0,)
    reader.close()


def test_what_is_no_store_is_an_error_that_says_so(tmp_path):
    text = tmp_path / "a.eml"
    text.write_text("Subject: no database, but long enough to be looked at\n" * 40)
    with pytest.raises(StoreError, match="this is no store of an audit"):
        Store(str(text))
    other = sqlite3.connect(tmp_path / "b.db")
    other.execute("CREATE TABLE x (y)")
    other.close()
    with pytest.raises(StoreError, match="but no store of an audit"):
        Store(str(tmp_path / "b.db"))
    with pytest.raises(StoreError, match="there is no such store"):
        Store(str(tmp_path / "none.db"), must_exist=True)


def test_a_store_of_another_version_is_left_alone(store):
    store.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="its form is 99"):
        Store(store.path)
