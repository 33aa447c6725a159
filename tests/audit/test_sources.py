"""Where messages come from: every carrier gives the same octets, and nothing hostile hurts."""

import io
import mailbox
import os
import random
import sys
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.audit.sources import Piece, batched
from maillint.audit.sources.files import Files
from maillint.audit.sources.load import emlx, load
from maillint.audit.store import Place, Store
from maillint.message import read

sys.path.insert(0, str(Path(__file__).parent))
import compound

HELLO = "From: Åsa <asa@north.example>\nTo: tom@south.example\nSubject: 报价\n\n您好！\n\nFrom now on we meet on 5 May.\n".encode()
OTHER = HELLO.replace("报价".encode(), "報價".encode())


@pytest.fixture
def met(tmp_path):
    """What a source finds: path below the folder -> octets, or the error in brackets."""
    store = Store(str(tmp_path / "audit.db"))
    store.begin("rules", [])

    def meet(*paths):
        found = {}
        for batch in Files([str(path) for path in paths], store).batches():
            for item in map(load, batch.pieces):
                found[os.path.relpath(item.path, tmp_path)] = f"({item.error})" if item.error else item.data
        return found

    yield meet
    store.close()


@pytest.fixture
def mail(tmp_path):
    """An empty folder."""
    folder = tmp_path / "mail"
    folder.mkdir()
    return folder


def test_a_tree_of_files(mail, met):
    (mail / "2026").mkdir()
    (mail / "2026" / "å.eml").write_bytes(HELLO)
    (mail / "b.EML").write_bytes(OTHER)
    (mail / "notes.txt").write_text("Buy milk.\n")
    (mail / ".hidden.eml").write_bytes(HELLO)
    assert met(mail) == {"mail/2026/å.eml": HELLO, "mail/b.EML": OTHER}


def test_nobody_waits_for_a_pipe_in_a_folder(mail, met):
    os.mkfifo(mail / "a.eml")
    (mail / "b.eml").write_bytes(HELLO)
    assert met(mail) == {"mail/b.eml": HELLO}


def test_a_maildir_made_by_python_itself(mail, met):
    box = mailbox.Maildir(str(mail / "Sent"), create=True)
    key = box.add(HELLO)
    box.add_folder("旧").add(OTHER)
    found = met(mail)
    assert sorted(found.values()) == sorted([HELLO, OTHER])
    assert any(key in path for path in found)


def test_an_mbox_whose_froms_were_quoted_twice(mail, met):
    """mboxrd: each ``From`` at the start of a line has one > more than it had."""
    twice = HELLO.replace(b"From now", b">From now")
    box = b"".join(
        b"From asa@north.example Wed Nov 25 10:00:00 2026\n"
        + data.replace(b"\n>From ", b"\n>>From ").replace(b"\nFrom ", b"\n>From ")
        + b"\n"
        for data in (HELLO, twice)
    )
    (mail / "Sent.mbox").write_bytes(box)
    assert met(mail) == {"mail/Sent.mbox#1": HELLO, "mail/Sent.mbox#2": twice}


@pytest.mark.parametrize(
    "line",
    [
        b"From - Wed Nov 25 10:00:00 2026",
        b"From 12345@xxx Wed Nov 25 10:00:00 +0000 2026",
        b"From ???@??? Wed Nov 25 10:00:00 2026",
    ],
)
def test_the_from_lines_of_thunderbird_takeout_and_eudora(mail, met, line):
    """A sentence that begins with From and was not quoted at all is no new message."""
    (mail / "Sent").write_bytes(line + b"\n" + HELLO + b"\n" + line + b"\n" + OTHER + b"\n")
    assert met(mail) == {"mail/Sent#1": HELLO, "mail/Sent#2": OTHER}


def test_an_mbox_with_line_ends_of_windows(mail, met):
    line = b"From - Wed Nov 25 10:00:00 2026\r\n"
    wide = HELLO.replace(b"\n", b"\r\n")
    (mail / "Sent.mbox").write_bytes(line + wide + b"\r\n" + line + wide + b"\r\n")
    assert met(mail) == {"mail/Sent.mbox#1": wide, "mail/Sent.mbox#2": wide}


def test_apple_mails_emlx(mail, met):
    (mail / "1.emlx").write_bytes(b"%-10d\n" % len(HELLO) + HELLO + b'<?xml version="1.0"?>\n<plist version="1.0"/>\n')
    assert met(mail) == {"mail/1.emlx": HELLO}


@given(st.binary(max_size=60))
def test_any_emlx_is_some_octets(data):
    assert emlx(data) in data


def test_outlooks_msg(mail, met):
    data = compound.msg(
        "您好！\r\n\r\nPlease send it asap. 😀\r\n",
        html="<p>您好！</p><p>Please send it <b>asap</b>. 😀</p>",
        sent=datetime(2026, 11, 25, 2, tzinfo=UTC),
        recipients=[
            (1, "Tom Reed", "tom@south.example"),
            (2, "李明", "li@east.example"),
            (3, "", "boss@north.example"),
        ],
        attachments=[("报价单.pdf", b"%PDF" * 2000), ("å.txt", b"x")],
        x0037="报价 budget",
        x0c1a="Åsa Berg",
        x5d01="asa@north.example",
        x1035="<1@north.example>",
        x1042="<0@south.example>",
    )
    (mail / "a.msg").write_bytes(data)
    draft = read(met(mail)["mail/a.msg"])
    assert (draft.subject, draft.sender) == ("报价 budget", ("Åsa Berg", "asa@north.example"))
    assert [address.email for address in draft.to + draft.cc + draft.bcc] == [
        *("tom@south.example", "li@east.example", "boss@north.example"),
    ]
    assert draft.date == datetime(2026, 11, 25, 2, tzinfo=UTC)
    assert draft.text.split() == ["您好！", "Please", "send", "it", "asap.", "😀"]
    assert [(attachment.name, attachment.load()) for attachment in draft.attachments] == [
        ("报价单.pdf", b"%PDF" * 2000),
        ("å.txt", b"x".ljust(4096, b"\0")),
    ]
    assert draft.header("Message-ID") == "<1@north.example>"
    assert draft.is_reply
    assert met(mail)["mail/a.msg"] == met(mail)["mail/a.msg"]


def test_the_header_that_outlook_kept_says_more(mail, met):
    header = "From: =?utf-8?q?=C3=85sa?= <asa@north.example>\r\nDate: Wed, 25 Nov 2026 10:00:00 +0800\r\nTo: tom@south.example\r\n"
    (mail / "a.msg").write_bytes(compound.msg("Hello\r\n", x0037="å", x007d=header))
    draft = read(met(mail)["mail/a.msg"])
    assert draft.date.isoformat() == "2026-11-25T10:00:00+08:00"
    assert draft.sender == ("Åsa", "asa@north.example")


def test_a_damaged_msg_is_a_row(mail, met):
    data = compound.msg("Hello", x0037="å")
    for length in range(8, len(data), 997):
        (mail / f"{length:06}.msg").write_bytes(data[:length])
    (mail / "text.msg").write_bytes(HELLO)
    found = met(mail)
    assert found.pop("mail/text.msg") == HELLO
    assert {value for value in found.values() if isinstance(value, str)} <= {"(not-a-message)"}


def test_without_olefile_the_row_says_what_to_install(mail, met, monkeypatch):
    monkeypatch.setitem(sys.modules, "olefile", None)
    (mail / "a.msg").write_bytes(compound.msg("Hello", x0037="å"))
    assert met(mail) == {"mail/a.msg": "(no-msg-reader)"}


def packed(path, members):
    """An archive of (name, octets), by the end of its name a zip or a tar."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members:
                archive.writestr(name, data)
        return
    with tarfile.open(
        path, "w:gz" if path.suffix in (".tgz", ".gz") else "w:xz" if path.suffix == ".xz" else "w"
    ) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz", "a.tar.gz", "a.tar.xz"])
def test_archives_are_read_without_being_unpacked(mail, met, name):
    line = b"From - Wed Nov 25 10:00:00 2026\n"
    members = [
        ("已发送/1.eml", HELLO),
        ("Takeout/Sent.mbox", line + HELLO + b"\n" + line + OTHER + b"\n"),
        ("m/2.emlx", b"%d\n" % len(OTHER) + OTHER + b"<plist/>"),
        ("notes.txt", b"Buy milk."),
        ("__MACOSX/1.eml", b"\0\0"),
        ("../../etc/passwd.eml", OTHER),
    ]
    packed(mail / name, members)
    before = sorted(os.listdir(mail))
    assert met(mail) == {
        f"mail/{name}!已发送/1.eml": HELLO,
        f"mail/{name}!Takeout/Sent.mbox#1": HELLO,
        f"mail/{name}!Takeout/Sent.mbox#2": OTHER,
        f"mail/{name}!m/2.emlx": OTHER,
        os.path.normpath(f"mail/{name}!../../etc/passwd.eml"): OTHER,
    }
    assert sorted(os.listdir(mail)) == before


def test_an_archive_in_an_archive_is_named_and_left_closed(mail, met):
    packed(mail / "a.zip", [("inner.zip", b"PK"), ("1.eml", HELLO)])
    assert met(mail) == {"mail/a.zip!inner.zip": "(nested-archive)", "mail/a.zip!1.eml": HELLO}


def test_a_bomb_costs_no_more_than_the_longest_message(mail, met, monkeypatch):
    monkeypatch.setattr("maillint.message.sources.LARGEST", 1 << 20)
    line = b"From - Wed Nov 25 10:00:00 2026\n"
    bomb = b"Subject: x\n\n" + random.Random(1).randbytes(2 << 20).hex().encode()
    packed(mail / "a.zip", [("1.eml", bomb), ("2.mbox", line + bomb + b"\n\n" + line + HELLO), ("3.eml", HELLO)])
    assert met(mail) == {
        "mail/a.zip!1.eml": "(too-large)",
        "mail/a.zip!2.mbox#1": "(too-large)",
        "mail/a.zip!2.mbox#2": HELLO,
        "mail/a.zip!3.eml": HELLO,
    }


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz"])
def test_a_damaged_archive_is_a_row_after_what_could_be_read(mail, met, name):
    packed(mail / name, [(f"{number}.eml", HELLO + os.urandom(3000).hex().encode()) for number in range(20)])
    whole = (mail / name).read_bytes()
    (mail / name).write_bytes(whole[: len(whole) // 2])
    assert met(mail)[f"mail/{name}"] == "(damaged-archive)"


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["zip", "tar", "tgz"]))
def test_any_octets_called_an_archive_are_a_row(tmp_path_factory, data, extension):
    path = tmp_path_factory.mktemp("x") / f"a.{extension}"
    path.write_bytes(data)
    with Store(str(path.parent / "audit.db")) as store:
        store.begin("rules", [])
        pieces = [piece for batch in Files([str(path)], store).batches() for piece in batch.pieces]
    assert {piece.error for piece in pieces} <= {"damaged-archive"}


@given(st.lists(st.integers(0, 20), max_size=40), st.integers(1, 7), st.integers(1, 30))
def test_batches_hold_every_piece_in_order_and_are_bounded(sizes, most, octets):
    pieces = [Piece(Place(str(number)), data=b"x" * size) for number, size in enumerate(sizes)]
    batches = list(batched(pieces, most, octets))
    assert [piece for batch in batches for piece in batch] == pieces
    for batch in batches:
        assert len(batch) <= most
        assert len(batch) == 1 or sum(piece.weight for piece in batch) <= octets


@pytest.mark.parametrize("name", ["Sent.mbox", "a.zip", "mail"])
def test_the_weights_of_the_batches_add_up_to_that_of_the_source(mail, tmp_path, name):
    line = b"From - Wed Nov 25 10:00:00 2026\n"
    (mail / "Sent.mbox").write_bytes((line + HELLO + b"\n") * 5)
    packed(mail / "a.zip", [("1.eml", HELLO)])
    (mail / "notes.txt").write_text("Buy milk.\n")
    (mail / "1.eml").write_bytes(HELLO)
    with Store(str(tmp_path / "audit.db")) as store:
        store.begin("rules", [])
        source = Files([str(mail if name == "mail" else mail / name)], store)
        assert sum(batch.weight for batch in source.batches()) == source.weight() > 0
