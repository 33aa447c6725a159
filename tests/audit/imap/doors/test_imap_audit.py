"""A mailbox on a real server is read once, whole, whatever happens meanwhile, and left as it was."""

from __future__ import annotations

import re
import shutil

from tests.audit.imap.doors.conftest import wire
from tests.audit.imap.doors.dovecot import running

MANY = 2000


def test_a_mailbox_is_judged_and_left_as_it_was(audit, dovecot, user, url) -> None:
    dovecot.put(user, map(wire, range(30)))
    with dovecot.client(user) as client:
        client.select_folder("Sent")
        client.remove_flags(client.search()[:10], [b"\\Seen"])
        client.add_flags([3, 4], [b"\\Flagged", "已处理".encode("utf-7").replace(b"+", b"k").replace(b"-", b"")])
    before = dovecot.state(user)
    done = audit(url())
    assert (done.status, audit.count()) == (0, 30)
    assert "30 messages" in done.out
    assert dovecot.state(user) == before
    assert sum(b"\\Seen" in flags for flags, _ in before.values()) == 20


def test_killed_twice_and_resumed_each_message_is_judged_once(audit, dovecot, user, url) -> None:
    dovecot.put(user, map(wire, range(MANY)))
    before = dovecot.state(user)
    first = audit.killed_after(1, url(), "--jobs", "2")
    second = audit.killed_after(first + 1, url(), "--jobs", "2")
    assert 0 < first < second < MANY
    done = audit(url(), "--jobs", "2")
    assert (done.status, audit.count()) == (0, MANY)
    assert audit.asked("SELECT sum(judged) FROM runs") == [(MANY,)]
    assert audit.asked("SELECT count(*), count(DISTINCT path), count(DISTINCT message) FROM places") == [(MANY,) * 3]
    assert f"{MANY - second:,} judged, {second:,} known already" in done.err
    assert dovecot.state(user) == before


def test_a_second_run_reads_only_what_is_new(audit, dovecot, user, url) -> None:
    folder = dovecot.put(user, map(wire, range(20)))
    audit(url())
    dovecot.put(user, map(wire, range(20, 25)))
    min((folder / "cur").iterdir()).unlink()
    done = audit(url())
    assert (done.status, audit.count()) == (0, 25)
    assert "5 judged, 19 known already" in done.err
    assert audit.asked("SELECT judged FROM runs ORDER BY id") == [(20,), (5,)]


def test_other_checks_judge_all_anew(audit, dovecot, user, url) -> None:
    dovecot.put(user, map(wire, range(10)))
    audit(url())
    done = audit(url(), "--ignore", "date")
    assert (done.status, audit.count()) == (0, 10)
    assert audit.asked("SELECT judged FROM runs ORDER BY id") == [(10,), (10,)]


def test_numbered_anew_by_the_server_nothing_counts_twice(audit, dovecot, user, url) -> None:
    folder = dovecot.put(user, map(wire, range(20)))
    audit(url())
    for name in folder.glob("dovecot*"):
        shutil.rmtree(name) if name.is_dir() else name.unlink()
    lines = "\n".join(f"{number + 500} :{path.name}" for number, path in enumerate(sorted((folder / "cur").iterdir())))
    (folder / "dovecot-uidlist").write_text(f"3 V4711 N900 G{'a' * 32}\n{lines}\n")
    done = audit(url())
    assert done.status == 0
    assert "numbered Sent anew (UIDVALIDITY)" in done.err
    assert audit.count() == 20
    assert audit.asked("SELECT judged FROM runs ORDER BY id") == [(20,), (0,)]
    assert audit.asked("SELECT uidvalidity FROM folders") == [(4711,)]
    assert audit.asked("SELECT count(*) FROM places") == [(20,)]
    assert "again" not in done.out


def test_a_message_counts_once_in_two_folders_and_on_the_disk(audit, dovecot, user, url, tmp_path) -> None:
    dovecot.put(user, map(wire, range(5)))
    dovecot.put(user, map(wire, range(3, 8)), "Archiv")
    (tmp_path / "here.eml").write_bytes(wire(4).replace(b"\r\n", b"\n"))
    done = audit(url("Sent"), url("Archiv"), str(tmp_path / "here.eml"))
    assert (done.status, audit.count()) == (0, 8)
    assert audit.asked("SELECT count(*) FROM places") == [(11,)]


def test_a_giant_message_is_judged_by_its_beginning(audit, dovecot, user, url) -> None:
    head, text = wire(1).split(b"\r\n\r\n", 1)
    head = head.replace(b"Content-Type: text/plain; charset=utf-8", b"Content-Type: multipart/mixed; boundary=xx")
    part = b"--xx\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text
    film = b"--xx\r\nContent-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    giant = head + b"\r\n\r\n" + part + film + (b"A" * 76 + b"\r\n") * 300_000 + b"--xx--\r\n"
    dovecot.put(user, [wire(0), giant, wire(2)])
    done = audit(url(), "--format", "json")
    assert (done.status, audit.count()) == (0, 3)
    assert audit.asked("SELECT count(*) FROM messages WHERE error <> '' OR score = 0") == [(0,)]


def test_what_is_no_message_is_a_row_and_not_the_end(audit, dovecot, user, url) -> None:
    dovecot.put(user, [wire(0), b"", b"\0\1\2" * 500, wire(1)])
    done = audit(url())
    assert (done.status, audit.count()) == (0, 4)
    assert audit.asked("SELECT count(*) FROM messages WHERE error = ''") == [(2,)]


def test_an_empty_folder(audit, dovecot, user, url) -> None:
    dovecot.put(user, [])
    done = audit(url())
    assert done.status == 3
    assert f"{url()}: no message was found\n" in done.err


def test_folders_are_found_in_every_script() -> None:
    from maillint.audit.imap.address import parse
    from maillint.audit.imap.folders import chosen, listed

    named = {"a": "已发送", "b": "寄件備份", "c": "Sent Items", "d": "已发送邮件", "e": "寄件匣"}
    with running(mailboxes="") as server:
        for user, folder in named.items():
            server.put(user, [], "INBOX")
            with server.client(user) as client:
                client.create_folder(folder)
                client.create_folder("草稿箱")
                client.create_folder("Archive/Sent")
                assert chosen(listed(client), parse(f"imap://{user}@127.0.0.1")) == folder


def test_a_folder_named_in_chinese(audit, dovecot, user, url) -> None:
    dovecot.put(user, [], "INBOX")
    with dovecot.client(user) as client:
        client.create_folder("项目/已发送 100%")
        for number in range(3):
            client.append("项目/已发送 100%", wire(number), [b"\\Seen"])
    done = audit(url("项目/已发送 100%"))
    assert (done.status, audit.count()) == (0, 3)
    (path,) = audit.asked("SELECT min(path) FROM places")[0]
    assert re.fullmatch(r"imap://.*@127\.0\.0\.1:\d+/项目/已发送%20100%25;UIDVALIDITY=\d+;UID=1", path)
