"""Which of many folders holds the sent mail."""

from __future__ import annotations

import pytest

from maillint.audit.imap.address import parse
from maillint.audit.imap.folders import Folder, chosen, listed
from maillint.audit.imap.problems import ImapError

HOST = "imaps://anna@mail.north.example"


def folders(*names: str, separator: str = "/") -> list[Folder]:
    """Folders by name; ``Name*`` is marked as that of sent mail, ``Name!`` cannot be opened."""
    return [Folder(name.rstrip("*!"), name.endswith("*"), not name.endswith("!"), separator) for name in names]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["INBOX", "Ausgang*", "Sent"], "Ausgang"),
        (["INBOX", "[Gmail]!", "[Gmail]/Sent Mail", "[Gmail]/All Mail"], "[Gmail]/Sent Mail"),
        (["INBOX", "已发送", "已删除", "草稿箱"], "已发送"),
        (["INBOX", "Sent Messages", "Drafts", "Junk"], "Sent Messages"),
        (["INBOX", "寄件備份", "寄件匣", "刪除的郵件"], "寄件備份"),
        (["INBOX", "寄件匣"], "寄件匣"),
        (["INBOX", "SENT ITEMS", "Archive/Sent"], "SENT ITEMS"),
        (["INBOX", "Sent!", "已发送邮件"], "已发送邮件"),
    ],
)
def test_the_folder_of_sent_mail(names, found) -> None:
    assert chosen(folders(*names), parse(HOST)) == found


def test_below_the_inbox_and_with_another_separator() -> None:
    there = folders("INBOX", "INBOX.Sent", "INBOX.Sent.2024", separator=".")
    assert chosen(there, parse(HOST)) == "INBOX.Sent"
    assert chosen(there, parse(f"{HOST}/INBOX/Sent/2024")) == "INBOX.Sent.2024"
    assert chosen(there, parse(f"{HOST}/INBOX.Sent.2024")) == "INBOX.Sent.2024"


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (["Sent", "Sent Items"], "several-sent"),
        (["A*", "B*"], "several-sent"),
        (["INBOX", "项目"], "no-sent"),
        ([], "no-sent"),
    ],
)
def test_it_asks_rather_than_guesses(names, key) -> None:
    with pytest.raises(ImapError) as caught:
        chosen(folders(*names), parse(HOST))
    text = caught.value.text("zh-Hans")
    assert caught.value.key == key
    assert all(name.rstrip("*") in text for name in names)
    assert "imaps://anna@mail.north.example/" in text


def test_a_long_list_is_cut_and_control_characters_are_not_shown() -> None:
    there = folders(*(f"项目{number}\x1b[31m" for number in range(100)))
    with pytest.raises(ImapError) as caught:
        chosen(there, parse(f"{HOST}/nope"))
    assert "项目39" in str(caught.value)
    assert "项目40" not in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_what_a_server_lists() -> None:
    class Client:
        def list_folders(self):
            return [((b"\\HasNoChildren", b"\\SENT"), b"/", "已发送"), ((b"\\Noselect",), None, "[Gmail]")]

    assert listed(Client()) == [Folder("[Gmail]", is_open=False, separator=""), Folder("已发送", is_sent=True)]
