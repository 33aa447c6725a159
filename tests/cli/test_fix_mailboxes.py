"""``maillint fix`` on mboxes and maildirs: what was not fixed stays to the octet, and nothing is lost."""

from __future__ import annotations

import fcntl
import mailbox
import os
import re
import time
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message import mbox
from maillint.rewrite import mboxes

SEPARATOR = b"From anna@north.example Wed Nov 25 10:00:00 2026\n"
HEAD = (
    b"From: Anna Berg <anna.berg@north.example>\nTo: Tom Reed <tom.reed@south.example>\nSubject: Parts for 4471\n"
    b"Date: Wed, 25 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
)
OATH = "Hi Tom,\n\nzounds, the parts are in Malmö 🚚.\n\nBest regards,\nAnna Berg\n".encode()
FINE = "李明：\n\n您好！零件到了。\n\n顺颂商祺\n王芳\n".encode()


@pytest.fixture
def safe(desk):
    check = desk / "pack" / "oath" / "old.toml"
    check.write_text('grade = "safe"\n' + check.read_text(encoding="utf-8"), encoding="utf-8")


def boxed(*messages):
    return b"".join(SEPARATOR + message + b"\n" for message in messages)


@pytest.fixture
def box(desk, safe):
    """``box(message, ...)``: an mbox of them."""

    def make(*messages):
        path = desk / "box.mbox"
        path.write_bytes(boxed(*messages))
        return path

    return make


def test_messages_of_an_mbox_are_fixed_in_place_and_the_original_is_kept(maillint, box):
    path = box(HEAD + b"\n" + OATH, HEAD + b"\n" + FINE, HEAD + b"X-Status: A\n\n" + OATH)
    before = path.read_bytes()
    done = maillint("fix", "box.mbox")
    assert path.read_bytes() == before.replace(b"zounds", b"well")
    assert path.with_name("box.mbox.orig").read_bytes() == before
    assert "box.mbox#1: 1 rewrite applied" in done.out
    assert "box.mbox#2: nothing to rewrite" in done.out
    assert done.out.endswith("box.mbox: 2 messages of the mailbox written; the original is box.mbox.orig\n")
    assert "nothing to rewrite" in maillint("fix", "box.mbox").out
    assert not path.with_name("box.mbox.2.orig").exists()


def test_quoting_stays_as_the_mbox_has_it_and_new_lines_are_quoted(maillint, box):
    quoted = b">From here the road is ours.\n>>From him.\nfrom Malm\xc3\xb6\n"
    path = box(HEAD + b"\n" + OATH + quoted, HEAD + b"\n" + FINE)
    before = path.read_bytes()
    maillint("fix", "--no-backup", "box.mbox")
    assert path.read_bytes() == before.replace(b"zounds", b"well")
    with closing(mailbox.mbox(path)) as read:
        assert len(read) == 2


def test_a_new_line_that_begins_with_from_is_quoted_and_sizes_go_along():
    head = HEAD + b"Content-Length: %d\nLines: %d\n" % (len(OATH), OATH.count(b"\n"))
    raw = head + b"\n" + OATH + b"\n"
    before = mbox.unquote(raw)
    new = mboxes.requoted(raw, before, before.replace(b"zounds", b"From \xe5\xad\x97\nzounds"))
    body = new.partition(b"\n\n")[2].removesuffix(b"\n")
    assert b"\n>From \xe5\xad\x97\nzounds" in new
    assert b"Content-Length: %d\nLines: %d\n" % (len(body), body.count(b"\n")) in new
    assert mbox.unquote(new).replace(b"From \xe5\xad\x97\n", b"").endswith(OATH)


@pytest.mark.parametrize("flags", [("--diff",), ("--split", "out")])
def test_showing_and_splitting_leave_an_mbox_as_it_is(maillint, box, flags):
    path = box(HEAD + b"\n" + OATH, HEAD + b"\n" + FINE)
    before = path.read_bytes()
    maillint("fix", *flags, "box.mbox")
    assert path.read_bytes() == before


def test_an_mbox_that_is_locked_is_left_and_told(maillint, box):
    path = box(HEAD + b"\n" + OATH, HEAD + b"\n" + FINE)
    before = path.read_bytes()
    path.with_name("box.mbox.lock").touch()
    done = maillint("fix", "box.mbox")
    assert "could not be written, and is as it was: another program has it locked" in done.out
    assert (done.status, path.read_bytes()) == (3, before)
    assert sorted(name for name in os.listdir() if name.startswith(("box", ".box"))) == ["box.mbox", "box.mbox.lock"]


def test_an_mbox_is_not_written_while_it_is_locked_for_the_system(box):
    path = box(HEAD + b"\n" + OATH, HEAD + b"\n" + FINE)
    seen, child = mboxes.state(str(path)), os.fork()
    if not child:  # a lock holds against other processes only
        file = path.open("r+b")
        fcntl.lockf(file, fcntl.LOCK_EX)
        path.with_name("held").touch()
        time.sleep(60)
    try:
        while not path.with_name("held").exists():
            time.sleep(0.01)
        with pytest.raises(OSError, match="locked"):
            mboxes.replace(str(path), [], seen=seen, keep=True)
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)


def test_mail_that_came_meanwhile_is_not_lost(box):
    path = box(HEAD + b"\n" + OATH, HEAD + b"\n" + FINE)
    seen = mboxes.state(str(path))
    with path.open("ab") as file:
        file.write(boxed(HEAD + b"\n" + FINE))
    before = path.read_bytes()
    with pytest.raises(OSError, match="changed"):
        mboxes.replace(str(path), [], seen=seen, keep=True)
    assert path.read_bytes() == before
    assert not path.with_name("box.mbox.lock").exists()


lines = st.lists(
    st.sampled_from(
        [b"From ", b">From x", b">>From \xe5", b"", b"a", "字".encode(), b"From a@b.c Wed Nov 25 10:00:00 2026"]
    )
)


@given(lines, lines, st.sampled_from([b"\n", b"\r\n"]))
def test_any_message_comes_back_as_it_was_put_there(old, new, end):
    top = b"Subject: x" + end + end
    raw = top + end.join(b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in [*old, b""]) + end
    after = top + end.join([*new, b""])
    stored = mboxes.requoted(raw, mbox.unquote(raw), after)
    read = mbox.unquote(stored)
    assert read == (after if after.endswith(b"\n") else after + end)


@pytest.fixture
def maildir(desk, safe):
    """A maildir with a message read and answered, and a new one."""
    home = desk / "Mail"
    for name in ("cur", "new", "tmp"):
        (home / name).mkdir(parents=True)
    message = HEAD + b"\n" + OATH
    sizes = f",S={len(message)},W={len(message) + message.count(b'%c' % 10)}"
    (home / "cur" / f"1764061200.M1P2.host{sizes}:2,RS").write_bytes(message)
    (home / "new" / "1764061201.M1P2.host").write_bytes(message)
    for path in home.glob("*/1*"):
        os.utime(path, (1764061200, 1764061200))
    return home


def test_a_maildir_gets_another_message_with_the_flags_and_the_sizes_right(maillint, maildir):
    done = maillint("fix", "Mail")
    (read,), (new,) = (list((maildir / name).iterdir()) for name in ("cur", "new"))
    size = len(HEAD + b"\n" + OATH) - 2
    lines = (HEAD + b"\n" + OATH).count(b"\n")
    assert re.fullmatch(rf"\d+\.M\d+P\d+Q\d+\.[^,:/]+,S={size},W={size + lines}:2,RS", read.name)
    assert "," not in new.name
    assert read.read_bytes() == new.read_bytes() == HEAD + b"\n" + OATH.replace(b"zounds", b"well")
    assert read.stat().st_mtime == new.stat().st_mtime == 1764061200
    assert not list((maildir / "tmp").iterdir())
    assert f"it is now Mail/cur/{read.name}" in done.out
    originals = sorted(path.name for path in maildir.iterdir() if path.is_file())
    assert [name.endswith(".orig") for name in originals] == [True, True]
    assert sorted(message.get_flags() for message in mailbox.Maildir(maildir)) == ["", "RS"]
    assert maillint("fix", "Mail").out.count("nothing to rewrite") == 2


def test_a_message_of_a_maildir_is_never_gone_when_writing_fails(maillint, maildir, monkeypatch):
    before = {path: path.read_bytes() for path in maildir.glob("*/1*")}

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    done = maillint("fix", "--no-backup", "Mail")
    assert "could not be written, and is as it was: No space left on device" in done.out
    assert {path: path.read_bytes() for path in maildir.glob("*/*") if path.is_file()} == before


def test_a_file_of_apple_mail_is_left_and_told(maillint, desk, safe):
    path = desk / "12.emlx"
    message = HEAD + b"\n" + OATH
    path.write_bytes(b"%d\n" % len(message) + message + b"<?xml version='1.0'?><plist></plist>\n")
    before = path.read_bytes()
    done = maillint("fix", "12.emlx")
    assert "write it elsewhere with -o" in done.out
    assert path.read_bytes() == before


def test_matters_of_a_mailbox_go_into_drafts_named_by_their_message(maillint, box):
    text = (
        b"Hi Tom,\n\nInvoice 4471 charges twelve cartons of gaskets although the note lists ten; please correct it.\n\n"
        b"On a different note, could you book two parking spaces for our visit to the new warehouse?\n\n"
        b"Best regards,\nAnna Berg\n"
    )
    box(HEAD + b"\n" + text, HEAD + b"\n" + text).with_name("maillint.toml").unlink()
    done = maillint("fix", "--split", "out", "box.mbox")
    assert done.out.count("2 matters") == 2
    assert {name[:7] for name in os.listdir("out")} == {"box-1-1", "box-1-2", "box-2-1", "box-2-2"}
