"""Which folder holds the sent mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.audit.imap.problems import ImapError
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from maillint.audit.imap.address import Address

NAMES = frozenset(
    (
        "sent", "sent items", "sent mail", "sent messages", "sentmail", "sent-mail", "[gmail]/sent mail",
        "[google mail]/sent mail", "已发送", "已发送邮件", "已发送的邮件", "已发邮件", "[gmail]/已发邮件",
        "已發送", "已傳送",
        "已傳送郵件", "已傳送的郵件", "已寄出", "已寄郵件", "寄件備份", "[gmail]/寄件備份", "送信済み", "gesendet",
        "gesendete elemente", "éléments envoyés", "elementos enviados",
    )
)  # fmt: skip
"""In small letters, below the folder that holds all others."""
SECOND_NAMES = frozenset(("寄件匣", "发件箱", "outbox"))
"""Where some programs keep sent mail, and most what is not sent yet: only if there is nothing else."""
_MOST_NAMED = 40


class Folder(NamedTuple):
    """One folder of a mailbox."""

    name: str
    is_sent: bool = False
    """Whether the server says that sent mail goes there (RFC 6154)."""
    is_open: bool = True
    separator: str = "/"

    @property
    def bare(self) -> str:
        """Its name in small letters, below INBOX where a server keeps all folders there."""
        parts = self.name.split(self.separator) if self.separator else [self.name]
        return "/".join(parts[1:] if parts[0].upper() == "INBOX" and parts[1:] else parts).casefold()


def listed(client: Any) -> list[Folder]:
    """All folders of a mailbox."""
    folders = []
    for flags, separator, name in client.list_folders():
        marks = {flag.lower() for flag in flags}
        is_open = marks.isdisjoint((b"\\noselect", b"\\nonexistent"))
        folders.append(Folder(str(name), b"\\sent" in marks, is_open, (separator or b"").decode("ascii", "replace")))
    return sorted(folders)


def chosen(folders: list[Folder], address: Address) -> str:
    """The folder that an address means.

    Raises:
        ImapError: there is none, or there are several; with the names of those there are.
    """
    open_ones = [folder for folder in folders if folder.is_open]
    if address.folder:
        return _named(open_ones, address)
    for candidates in (
        [folder for folder in open_ones if folder.is_sent],
        [folder for folder in open_ones if folder.bare in NAMES],
        [folder for folder in open_ones if folder.bare in SECOND_NAMES],
    ):
        if len(candidates) == 1:
            return candidates[0].name
        if candidates:
            raise _unsure("several-sent", address, candidates)
    raise _unsure("no-sent", address, open_ones)


def _named(folders: list[Folder], address: Address) -> str:
    wanted = address.folder
    for folder in folders:
        if folder.name == wanted or (folder.separator and folder.name == wanted.replace("/", folder.separator)):
            return folder.name
    if wanted.upper() == "INBOX":
        return "INBOX"
    raise ImapError("no-folder", at=address.at, user=address.user, folder=wanted, folders=_names(folders))


def _unsure(key: str, address: Address, folders: list[Folder]) -> ImapError:
    first = folders[0].name if folders else "Sent"
    example = address.url(first)
    if address.is_tls:
        example = example.replace("imap://", "imaps://", 1)
    return ImapError(key, at=address.at, user=address.user, folders=_names(folders), example=example)


def _names(folders: list[Folder]) -> str:
    names = ["".join(one if one.isprintable() else "?" for one in folder.name) for folder in folders]
    return ", ".join(names[:_MOST_NAMED]) + (", ..." if len(names) > _MOST_NAMED else "")
