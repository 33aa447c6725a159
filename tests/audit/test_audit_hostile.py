"""What may befall an audit: odd names, bombs, full disks, two at a time; nothing is lost, nothing counts twice."""

import io
import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import tarfile
import threading
import time
import zipfile
from contextlib import closing

import pytest

from maillint.__main__ import main
from maillint.audit.export import _tame
from maillint.audit.judging import judge
from maillint.audit.opening import StoreError
from maillint.audit.record import failed
from maillint.audit.store import AGAIN, Place, Store
from maillint.engine import load
from tests.audit.conftest import written

RULESET = load()
LINE = b"From - Wed Nov 25 10:00:00 2026\n"


@pytest.fixture
def maillint(monkeypatch, capfd, tmp_path, data):
    """Runs the command line in a folder of its own; returns status, output and complaints."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["maillint", *map(str, arguments)])
        status = main()
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return status, out, err

    return run


@pytest.fixture
def asked(tmp_path):
    """Asks a store: ``asked("a.db", "SELECT ...")``."""

    def ask(store, statement):
        with closing(sqlite3.connect(tmp_path / store)) as connection:
            return connection.execute(statement).fetchall()

    return ask


def box(*numbers):
    """An mbox of messages."""
    return b"".join(LINE + written(number) + b"\n" for number in numbers)


# --- names ---------------------------------------------------------------------------------------------------------


def test_a_file_whose_name_is_no_text_is_judged_with_the_rest(maillint, sent, asked):
    with open(os.fsencode(sent) + b"/\xc4\xe3\xba\xc3 \xe9.eml", "wb") as file:  # 你好 in GBK
        file.write(written(900))
    status, out, _ = maillint("audit", "sent", "--store", "a.db")
    assert (status, out.split()[0]) == (0, "31")
    assert asked("a.db", "SELECT path FROM places WHERE path LIKE '%udc%'") == [
        ("sent/\\udcc4\\udce3\\udcba\\udcc3 \\udce9.eml",)
    ]
    assert "0 judged, 31 known already" in maillint("audit", "sent", "--store", "a.db")[2]
    assert maillint("audit", "export", "a.db", "-f", "jsonl", "-o", "a.jsonl")[0] == 0
    assert maillint("audit", "export", "a.db", "-o", "a")[0] == 0


def test_names_in_an_archive_are_shown_and_nothing_else(maillint, tmp_path, asked):
    odd = ["/etc/x.eml", "../../y.eml", "<script>alert(1)</script>.eml", "\x1b[31mred.eml", "=cmd|calc!A1.eml"]
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for number, name in enumerate([*odd, b"\xff\xfe.eml".decode("utf-8", "surrogateescape"), "same", "same"]):
            member = tarfile.TarInfo(name)
            member.size = len(written(number))
            archive.addfile(member, io.BytesIO(written(number)))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            member = tarfile.TarInfo("link.eml")
            member.type, member.linkname = kind, "/etc/shadow"
            archive.addfile(member)
    status, out, _ = maillint("audit", "a.tar", "--store", "a.db", "--report", "page.html")
    assert (status, out.split()[0]) == (0, "8")
    assert "\x1b" not in out
    assert "<script>alert" not in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert len(asked("a.db", "SELECT DISTINCT message FROM places")) == 8
    assert sorted(os.listdir(tmp_path)) == ["a.db", "a.tar", "page.html"]


# --- bombs ---------------------------------------------------------------------------------------------------------


def test_a_zip_bomb_is_left_alone(maillint, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.eml", b"Subject: x\n\n" + bytes(32 << 20))
        archive.writestr("1.eml", written(1))
    _, out, _ = maillint("audit", "a.zip")
    assert out.startswith("2 messages")
    assert "a.zip!bomb.eml: is packed two hundredfold and more" in out


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz"])
def test_a_tar_bomb_is_read_so_far_and_no_further(maillint, tmp_path, monkeypatch, packing):
    monkeypatch.setattr("maillint.audit.sources.archives.ALWAYS", 4 << 20)
    with tarfile.open(tmp_path / f"a.tar.{packing}", f"w:{packing}") as archive:
        for name, data in (("1.eml", written(1)), ("zeros.bin", bytes(64 << 20)), ("2.eml", written(2))):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    _, out, _ = maillint("audit", f"a.tar.{packing}")
    assert out.startswith("2 messages")  # the first one, and the archive as what could not be read
    assert "unpacks to more than any mailbox holds" in out


def test_an_mbox_of_one_giant_line(maillint, tmp_path):
    (tmp_path / "a.mbox").write_bytes(LINE + "å".encode() * (8 << 20))
    assert maillint("audit", "a.mbox")[1].startswith("1 message\n")


# --- what changes ----------------------------------------------------------------------------------------------------


def test_an_mbox_from_which_mail_was_deleted_counts_as_it_is_now(maillint, tmp_path, asked):
    (tmp_path / "a.mbox").write_bytes(box(1, 2, 3, 4))
    maillint("audit", "a.mbox", "--store", "a.db")
    (tmp_path / "a.mbox").write_bytes(box(2, 4))
    out = maillint("audit", "a.mbox", "--store", "a.db")[1]
    assert out.startswith("2 messages")
    assert "lie at several places" not in out
    assert asked("a.db", "SELECT path FROM places ORDER BY path") == [("a.mbox#1",), ("a.mbox#2",)]
    (tmp_path / "a.mbox").write_bytes(box(2))
    maillint("audit", "a.mbox", "--store", "a.db")
    (tmp_path / "a.mbox").write_bytes(box(2, 5))
    assert maillint("audit", "a.mbox", "--store", "a.db")[1].startswith("2 messages")


def test_an_archive_that_was_damaged_and_is_whole_again_has_no_error_left(maillint, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.eml", written(1))
    whole = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(whole[:-30])
    assert maillint("audit", "a.zip", "--store", "a.db")[0] == 3
    (tmp_path / "a.zip").write_bytes(whole)
    status, out, _ = maillint("audit", "a.zip", "--store", "a.db")
    assert (status, out.split(",")[0]) == (0, "1 message")
    assert "could not be read" not in out


def test_what_could_not_be_read_for_want_of_a_reader_is_read_once_there_is_one(maillint, tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        archive.write(tmp_path / "in" / "1.msg", "2.msg")
    monkeypatch.setitem(sys.modules, "olefile", None)
    out = maillint("audit", "in", "--store", "a.db")[1]
    assert out.count("need olefile") == 2
    monkeypatch.delitem(sys.modules, "olefile")
    out = maillint("audit", "in", "--store", "a.db")[1]
    assert "olefile" not in out
    assert "in/1.msg" in out
    assert out.startswith("2 messages")


def test_a_place_that_could_not_be_read_is_not_one_that_is_unchanged(tmp_path):
    with Store(str(tmp_path / "a.db")) as store:
        store.begin("rules", [])
        store.add([(Place("x", AGAIN, 5), failed("x", "unreadable"))])
        assert store.unchanged([Place("x", AGAIN, 5), Place("x", 7, 5)]) == set()
        assert list(store.below("x")) == []


# --- disks -----------------------------------------------------------------------------------------------------------


def test_a_full_disk_is_one_line_and_no_harm(maillint, sent, more, tmp_path):
    more(400)
    command = [sys.executable, "-m", "maillint", "audit", "sent", "--store", "a.db", "--jobs", "1"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
    )
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert done.stderr.startswith("maillint: a.db: cannot be written (")
    assert done.stderr.count("\n") == 1
    status, out, _ = maillint("audit", "sent", "--store", "a.db")
    assert (status, out.split()[0]) == (0, "400")


def test_a_store_on_a_disk_that_takes_no_writing_is_shown_all_the_same(maillint, sent, tmp_path):
    out = maillint("audit", "sent", "--store", "a.db")[1]
    (tmp_path / "a.db-shm").mkdir()  # nothing can be written beside it
    (tmp_path / "a.db").chmod(0o400)
    assert maillint("audit", "report", "a.db") == (0, out, "")
    assert maillint("audit", "report", "a.db", "--report", "a.html")[0] == 0
    assert maillint("audit", "diff", "a.db", "a.db")[0] == 0


def test_looking_at_a_store_changes_nothing_in_it(maillint, sent, tmp_path):
    maillint("audit", "sent", "--store", "a.db")
    before = (tmp_path / "a.db").read_bytes(), (tmp_path / "a.db").stat().st_mtime_ns
    assert maillint("audit", "report", "a.db", "--report", "a.html")[0] == 0
    assert maillint("audit", "export", "a.db", "-f", "csv", "-o", "out")[0] == 0
    assert maillint("audit", "baseline", "a.db")[0] == 0
    assert before == ((tmp_path / "a.db").read_bytes(), (tmp_path / "a.db").stat().st_mtime_ns)
    assert not os.path.exists(tmp_path / "a.db-wal")


@pytest.mark.parametrize("octets", [b"", b"SQLite format 3\0" + b"\xff" * 5000, "不是".encode()])
def test_what_is_no_store_is_one_line(maillint, tmp_path, octets):
    (tmp_path / "a.db").write_bytes(octets)
    for command in ("report", "export", "baseline", "diff"):
        more = ("a.db",) if command == "diff" else ("-o", "out") if command != "report" else ()
        status, out, err = maillint("audit", command, "a.db", *more)
        assert (status, out, err.count("\n")) == (2, "", 1), err
        assert "bug in maillint" not in err


def test_a_store_that_is_damaged_inside_is_one_line(maillint, sent, tmp_path):
    maillint("audit", "sent", "--store", "a.db")
    octets = bytearray((tmp_path / "a.db").read_bytes())
    octets[4096:] = b"\xa5" * (len(octets) - 4096)
    (tmp_path / "a.db").write_bytes(octets)
    for arguments in (("report", "a.db"), ("export", "a.db", "-f", "jsonl"), ("sent", "--store", "a.db")):
        status, out, err = maillint("audit", *arguments)
        assert (status, out, err.count("\n")) == (2, "", 1), err
        assert "bug in maillint" not in err


def test_a_store_of_another_version(maillint, sent, asked):
    maillint("audit", "sent", "--store", "a.db")
    asked("a.db", "PRAGMA user_version = 99")
    for arguments in (("report", "a.db"), ("sent", "--store", "a.db"), ("merge", "a.db", "--store", "b.db")):
        status, _, err = maillint("audit", *arguments)
        assert (status, "its form is 99" in err) == (2, True)


def test_a_store_merged_into_itself_is_refused(maillint, sent):
    maillint("audit", "sent", "--store", "a.db")
    status, _, err = maillint("audit", "merge", "a.db", "--store", "./a.db", "--lang", "zh-Hans")
    assert (status, "并入的目标" in err) == (2, True)


# --- who may read ------------------------------------------------------------------------------------------------------


def test_all_files_are_their_owners_own(maillint, sent, tmp_path):
    before = os.umask(0o022)
    try:
        maillint("audit", "sent", "--store", "a.db", "--report", "a.html", "--keep-text")
        for form in ("csv", "parquet"):
            maillint("audit", "export", "a.db", "-f", form, "-o", "out")
        maillint("audit", "export", "a.db", "-f", "jsonl", "-o", "a.jsonl")
        maillint("audit", "baseline", "a.db", "-o", "a.json")
        maillint("audit", "pack", "sent", "-o", "packed")
    finally:
        os.umask(before)
    files = [tmp_path / name for name in ("a.db", "a.html", "a.jsonl", "a.json", "packed")]
    files += (tmp_path / "out").iterdir()
    assert [path.name for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    assert len(files) == 9


def test_a_pipe_is_written_into_and_stays_one(maillint, sent, tmp_path):
    maillint("audit", "sent", "--store", "a.db")
    os.mkfifo(tmp_path / "pipe")
    os.symlink("pipe", tmp_path / "link")
    for command in ("export a.db -f jsonl -o link", "baseline a.db -o link", "report a.db --report link"):
        with subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE) as reader:
            assert maillint("audit", *command.split())[0] == 0
            assert reader.stdout.read()
        assert stat.S_ISFIFO(os.stat(tmp_path / "link").st_mode)
    assert sorted(os.listdir(tmp_path)) == ["a.db", "link", "pipe", "sent"]


def test_words_of_the_mail_are_in_no_error(monkeypatch):
    def stumble(*_):
        raise ValueError("invalid literal for int(): 'Kündigung 辞职'")

    monkeypatch.setattr("maillint.audit.judging.lint", stumble)
    record = judge(written(1), "1.eml", RULESET)
    assert record.error == "crashed"
    assert record.reason.startswith("ValueError in test_audit_hostile.py, line ")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＠x", "－1"])
def test_a_formula_in_a_table_stays_text(text):
    assert _tame(text) == f"'{text}"
    assert _tame("价格=1") == "价格=1"


# --- at the same time, and again and again -------------------------------------------------------------------------------


def test_two_audits_into_one_store_judge_each_message_once(sent, more, started, asked, tmp_path):
    more(900)
    both = [started(sent, "--store", tmp_path / "a.db", "--jobs", "1") for _ in range(2)]
    assert [process.wait(120) for process in both] == [0, 0], [process.stderr.read() for process in both]
    assert asked("a.db", "SELECT count(*), (SELECT count(*) FROM places) FROM messages") == [(900, 900)]
    assert asked("a.db", "SELECT sum(judged) FROM runs") == [(900,)]


def test_two_that_begin_the_same_store_at_once(tmp_path):
    errors = []

    def begin():
        try:
            with Store(str(tmp_path / "a.db")) as store:
                store.begin("rules", [])
        except StoreError as error:
            errors.append(error)

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Store(str(tmp_path / "a.db"), must_exist=True) as store:
        assert store.connection.execute("SELECT count(*) FROM runs").fetchone() == (8,)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_impatient_user_presses_ctrl_c_twice(sent, more, started, tmp_path, jobs):
    more(3000)
    store = tmp_path / "a.db"
    process = started(sent, "--store", store, "--jobs", jobs)
    while not store.exists() or not counted(store):
        time.sleep(0.01)
    for _ in range(2):
        process.send_signal(signal.SIGINT)
        time.sleep(0.05)
    assert process.wait(30) == 130
    assert "Traceback" not in process.stderr.read()
    before = counted(store)
    again = started(sent, "--store", store)
    assert again.wait(120) == 0
    assert 0 < before < 3000 == counted(store)


def counted(store):
    try:
        with closing(sqlite3.connect(store)) as connection:
            return connection.execute("SELECT count(*) FROM messages").fetchone()[0]
    except sqlite3.Error:
        return 0
