"""The address of a mailbox: ``imaps://user@host[:port]/[Folder]`` (after RFC 5092), without a password."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import quote, unquote

from maillint.audit.imap.problems import ImapError
from maillint.records import NamedTuple

_PORTS = {"imap": 143, "imaps": 993}
_PLAIN = re.compile(r"[%;?#\x00-\x20\x7f]")


class Address(NamedTuple):
    """A folder of somebody's on a server."""

    host: str
    port: int
    is_tls: bool
    """Whether TLS begins with the first octet (RFC 8314), else by STARTTLS."""
    user: str
    folder: str = ""
    """Empty for the one of sent mail."""

    @property
    def at(self) -> str:
        """The server as messages name it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_here(self) -> bool:
        """Whether the server is on this machine."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False

    def url(self, folder: str) -> str:
        """A folder's name in stores and reports: the same however one connects, and legible in every script."""
        host = self.at if self.port not in _PORTS.values() else self.at.rpartition(":")[0]
        return f"imap://{quote(self.user, safe='')}@{host}/{_PLAIN.sub(_encoded, folder)}"


def is_address(source: str) -> bool:
    """Whether a source of an audit is a mailbox on a server."""
    return source.lower().startswith(("imap://", "imaps://"))


def parse(url: str) -> Address:
    """Read an address. No error tells what stands in it, since that may be a password.

    Raises:
        ImapError: it is none, or holds a password.
    """
    scheme, _, rest = url.partition("://")
    authority, _, folder = rest.partition("/")
    user, _, server = authority.rpartition("@")
    if ":" in user or _may_hide_password(authority, rest):
        raise ImapError("url-password", is_usage=True)
    host, port = _server(server)
    if not user or port is None or not host or scheme.lower() not in _PORTS:
        raise ImapError("url", is_usage=True)
    scheme = scheme.lower()
    return Address(host, port or _PORTS[scheme], scheme == "imaps", _decoded(user), _decoded(folder).strip("/"))


def _may_hide_password(authority: str, rest: str) -> bool:
    """``anna:pa/ss@host``: the first slash is not where the host ends."""
    return "@" not in authority and ":" in authority and "@" in rest


def _server(text: str) -> tuple[str, int | None]:
    """Host and port: 0 where there is none, None where it is no port."""
    bracketed = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](?::(\d{1,5}))?", text)
    plain = bracketed or re.fullmatch(r"([^\[\]:\s]+)(?::(\d{1,5}))?", text)
    if not plain:
        return "", None
    port = int(plain[2] or 0)
    return plain[1], port if port < 65536 else None


def _decoded(text: str) -> str:
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError as error:
        raise ImapError("url", is_usage=True) from error


def _encoded(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"
