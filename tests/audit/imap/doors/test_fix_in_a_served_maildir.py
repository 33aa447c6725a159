"""``maillint fix`` on a maildir that a real Dovecot serves: another message in the place of one, and nothing besides."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from maillint.cli.fix import Wish, run
from maillint.cli.request import Request
from maillint.rewrite import maildirs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.audit.imap.doors.dovecot import Dovecot

SLIP = (
    "From: Åsa Lind <asa@mill.example>\nTo: Tom Reed <tom@yard.example>\nSubject: Felt for the looms\n"
    "Date: Wed, 25 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: 8bit\n\nDear Tom,\n\nWe recieved the 毛毡 in Borås.\n\nKind regards,\nÅsa\n"
).encode()
FINE = SLIP.replace(b"recieved", b"received")
MANY = 5


@contextmanager
def served(dovecot: Dovecot, user: str) -> Iterator[Path]:
    """Five messages of a user, the third with a slip and with sizes in its name, after Dovecot has seen and cached them."""
    home = dovecot.put(user, [FINE] * MANY)
    third = sorted((home / "cur").iterdir())[2]
    third.write_bytes(SLIP)
    sized = f",S={len(SLIP)},W={len(SLIP) + SLIP.count(b'%c' % 10)}"
    third.rename(third.with_name(third.name.replace(":2,", f"{sized}:2,")))
    with dovecot.client(user) as client:
        client.select_folder("Sent")
        client.fetch(
            client.search(), ["ENVELOPE", "RFC822.SIZE", "BODYSTRUCTURE", "BODY.PEEK[HEADER.FIELDS (SUBJECT)]"]
        )
        client.add_flags([client.search()[2]], [b"\\Answered", b"\\Flagged", b"$Umbau"])
    yield home


def fixed(home: Path, *, backup: bool = True) -> str:
    """Fix the slip; what is said."""
    said: list[str] = []
    run(Wish(Request(paths=(str(home),), lang="en"), only=("spelling-typo",), backup=backup), said.append)
    return "".join(said)


def test_the_changed_message_is_there_with_its_flags_and_the_others_are_as_they_were(dovecot):
    with served(dovecot, "fixed") as home:
        before = dovecot.state("fixed")
        assert "1 rewrite applied" in fixed(home)
        after = dovecot.state("fixed")
        (old,), (new,) = set(before) - set(after), set(after) - set(before)
        assert len(after) == MANY
        assert set(after[new][0]) - {b"\\Recent"} == set(before[old][0]) >= {b"$Umbau", b"\\Answered"}
        assert after[new][1] == before[old][1].replace(b"recieved", b"received")
        assert new > max(before)
        assert {uid: after[uid] for uid in after if uid != new} == {uid: before[uid] for uid in before if uid != old}


def test_sizes_and_texts_are_those_of_the_new_message_not_of_the_cache(dovecot):
    with served(dovecot, "sized") as home:
        fixed(home)
        with dovecot.client("sized") as client:
            client.select_folder("Sent", readonly=True)
            found = client.fetch(client.search(), ["RFC822.SIZE", "BODY.PEEK[]", "BODY.PEEK[TEXT]"])
            assert all(one[b"RFC822.SIZE"] == len(one[b"BODY[]"]) for one in found.values())
            assert all(b"received" in one[b"BODY[TEXT]"] for one in found.values())
            assert client.search(["TEXT", "recieved"]) == []
        assert "Error" not in dovecot.log


def test_an_open_mail_program_sees_one_message_go_and_one_come(dovecot):
    with served(dovecot, "watched") as home, dovecot.client("watched") as client:
        client.select_folder("Sent")
        fixed(home)
        told = client.noop()[1]
        assert [one for one in told if one[1] == b"EXPUNGE"]
        assert (MANY, b"EXISTS") in told
        assert len(client.search()) == MANY


@pytest.mark.parametrize("is_deleted", [False, True], ids=["read meanwhile", "deleted meanwhile"])
def test_what_the_reader_does_meanwhile_is_what_counts(dovecot, monkeypatch, is_deleted):
    user = f"meanwhile-{is_deleted}".lower()
    with served(dovecot, user) as home:
        settle = maildirs._settle

        def meddled(folder: str) -> None:
            settle(folder)
            with dovecot.client(user) as client:
                client.select_folder("Sent")
                odd = client.search(["BODY", "recieved"])
                client.add_flags(odd, [b"\\Deleted" if is_deleted else b"\\Draft"])
                if is_deleted:
                    client.expunge()

        monkeypatch.setattr(maildirs, "_settle", meddled)
        said = fixed(home)
        state = dovecot.state(user)
        assert len(state) == MANY - is_deleted
        assert not [text for _, text in state.values() if b"recieved" in text]
        assert ("it was deleted while" in said) is is_deleted
        assert is_deleted or [flags for flags, _ in state.values() if b"\\Draft" in flags and b"\\Answered" in flags]


def test_kept_originals_are_no_mailbox_and_no_message(dovecot):
    with served(dovecot, "kept") as home:
        fixed(home)
        (original,) = home.rglob("*.orig")
        assert original.read_bytes() == SLIP
        assert original.stat().st_uid == home.stat().st_uid
        with dovecot.client("kept") as client:
            assert {name for _, _, name in client.list_folders()} == {"INBOX", "Sent"}


def test_fixing_twice_leaves_names_and_numbers_alone(dovecot):
    with served(dovecot, "twice") as home:
        fixed(home, backup=False)
        first = dovecot.state("twice"), sorted(os.listdir(home / "cur"))
        fixed(home, backup=False)
        assert (dovecot.state("twice"), sorted(os.listdir(home / "cur"))) == first
        sizes = re.findall(r",S=(\d+),W=(\d+):2,", "\n".join(first[1]))
        assert sizes == [(str(len(FINE)), str(len(FINE) + FINE.count(b"%c" % 10)))]
