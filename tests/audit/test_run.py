"""A run: every message once, whatever it lies in and whatever interrupts."""

import os
import signal
import sqlite3
import time

import pytest

from maillint.audit import signature
from maillint.audit.run import Run
from maillint.audit.sources import Batch, Piece
from maillint.audit.sources.files import Files
from maillint.audit.store import Place, Store
from maillint.audit.worker import Terms
from maillint.engine import load
from maillint.engine.config import discover

RULESET = load()
RULES = signature.of(RULESET)


@pytest.fixture
def audited(tmp_path):
    """Audits paths into a store, which is left open."""
    opened = []

    def audit(*paths, jobs=1):
        store = Store(str(tmp_path / "audit.db"))
        opened.append(store)
        store.begin(RULES, list(map(str, paths)))
        files = Files(list(map(str, paths)), store)
        outcome = Run(store, Terms(store.path, RULES, RULESET.config), RULESET, jobs).through([files])
        store.finish()
        return outcome, files, store

    yield audit
    for store in opened:
        store.close()


def counted(path):
    """Messages in a store that somebody may be writing, and how many its runs say they stored."""
    reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        statement = "SELECT (SELECT count(*) FROM messages), (SELECT coalesce(sum(judged), 0) FROM runs)"
        return reader.execute(statement).fetchone()
    except sqlite3.Error:
        return 0, 0
    finally:
        reader.close()


def test_a_second_run_reads_nothing_that_is_unchanged(audited, sent, monkeypatch):
    outcome, _, store = audited(sent)
    assert (outcome.met, outcome.judged) == (30, 30)
    monkeypatch.setattr("maillint.audit.worker.load", lambda _: pytest.fail("a file was read"))
    outcome, files, _ = audited(sent)
    assert (outcome.met, files.unchanged) == (0, 30)
    assert len(store) == 30


def test_a_touched_file_is_read_and_not_judged_again(audited, sent, monkeypatch):
    audited(sent)
    os.utime(sent / "007.eml", (1, 1))
    monkeypatch.setattr("maillint.audit.worker.judge", lambda *_, **__: pytest.fail("it was judged again"))
    outcome, files, _ = audited(sent)
    assert (outcome.met, outcome.judged, files.unchanged) == (1, 0, 29)


def test_processes_change_nothing_but_the_time(audited, sent, tmp_path):
    _, _, store = audited(sent)
    alone = list(store.records())
    os.remove(tmp_path / "audit.db")
    _, _, store = audited(sent, jobs=2)
    assert list(store.records()) == alone


def test_one_broken_message_is_a_row(audited, sent):
    (sent / "broken.eml").write_bytes(b"\x89PNG\0\0\0\0" * 500)
    (sent / "empty.eml").write_bytes(b"")
    (sent / "notes.bin").write_bytes(b"\0" * 100)
    _, files, store = audited(sent)
    errors = {os.path.basename(record.path): record.error for record in store.records() if record.error}
    assert errors == {"broken.eml": "not-a-message", "empty.eml": "empty"}
    assert files.passed_over == 1


def _killing(piece):
    if piece.place.path.endswith("013.eml"):
        os.kill(os.getpid(), signal.SIGKILL)
    from maillint.audit.sources.load import load

    return load(piece)


def test_a_message_that_ends_its_process_is_a_row_and_the_others_go_on(sent, tmp_path, monkeypatch):
    """The worker is killed as the system kills for want of memory."""
    from maillint.audit import worker

    def begin(terms):
        worker.start(terms)
        worker.load = _killing

    monkeypatch.setattr("maillint.audit.run._context", lambda: None)
    monkeypatch.setattr("maillint.audit.run.start", begin)
    with Store(str(tmp_path / "audit.db")) as store:
        store.begin(RULES, ["sent"])
        terms = Terms(store.path, RULES, RULESET.config)
        Run(store, terms, RULESET, 2).through([Files([str(sent)], store)])
        records = {os.path.basename(record.path): record for record in store.records()}
    assert len(records) == 30
    assert [name for name, record in records.items() if record.error] == ["013.eml"]
    assert records["013.eml"].error == "crashed"


def test_batches_may_bring_octets(tmp_path, sent):
    data = (sent / "000.eml").read_bytes()

    class Server:
        def weight(self):
            return 2

        def batches(self):
            yield Batch((Piece(Place("imap://mail.example/Sent;UID=1"), data=data),), 1)
            yield Batch((Piece(Place("imap://mail.example/Sent;UID=2"), data=data),), 1)

    with Store(str(tmp_path / "audit.db")) as store:
        store.begin(RULES, ["imap://mail.example/Sent"])
        outcome = Run(store, Terms(store.path, RULES, RULESET.config), RULESET, 1).through([Server()])
        assert (outcome.met, outcome.judged, len(store)) == (2, 1, 1)


def test_killed_twice_each_message_is_judged_exactly_once(started, sent, more, tmp_path):
    """``kill -9`` of the whole run; what it had stored is whole, and the next run goes on from there."""
    more(3000)
    store = tmp_path / "killed.db"
    for least in (1, 900):
        process = started(sent, "--store", store, "--jobs", "2")
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None:
            if store.exists() and counted(store)[0] >= least:
                break
            time.sleep(0.01)
        process.kill()
        process.communicate()
        assert least <= counted(store)[0] < 3000
    process = started(sent, "--store", store, "--jobs", "2")
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert "3,000 messages" in out
    assert counted(store) == (3000, 3000)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_and_sigterm_end_it_in_peace_and_say_how_to_go_on(started, sent, more, tmp_path, number, status):
    more(2000)
    store = tmp_path / "stopped.db"
    process = started(sent, "--store", store, "--jobs", "2", "--lang", "en")
    while not (store.exists() and counted(store)[0]) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert process.returncode == status
    assert "stopped; " in err
    assert "the same command goes on from there" in err
    assert len(err.splitlines()) == 1


def test_a_worker_holds_to_what_is_locked(tmp_path, monkeypatch):
    """A pack of the user's does not raise what the organisation's group may cost."""
    (tmp_path / "own" / "subject").mkdir(parents=True)
    (tmp_path / "own" / "subject" / "_group.toml").write_text(
        'title = {en = "Subject", zh-Hans = "主题", zh-Hant = "主旨"}\ncap = 1\norder = 1\n', encoding="utf-8"
    )
    (tmp_path / "site.toml").write_text('locked = ["checks.subject-vague"]\n')
    (tmp_path / "maillint.toml").write_text('packs = ["own"]\n')
    monkeypatch.setenv("MAILLINT_SITE_CONFIG", str(tmp_path / "site.toml"))
    config = discover(str(tmp_path))
    caps = Terms("x.db", RULES, config).ruleset().pack.caps
    assert caps == load(config).pack.caps
    assert caps["subject"] == RULESET.pack.caps["subject"]
