"""Where the milter listens: addresses as Postfix and Sendmail write them, and sockets that systemd hands over."""

from __future__ import annotations

import os
import socket
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

BACKLOG = 512
"""Connections that may wait, as while the milter starts anew under load."""
FIRST_PASSED = 3
"""The first file descriptor that systemd passes on (sd_listen_fds(3))."""


class AddressError(ValueError):
    """An address cannot be used; the text says why."""


class Address(NamedTuple):
    """A place to listen at: ``path`` of a local socket, or ``host`` and ``port``."""

    path: str = ""
    host: str = ""
    port: int = 0

    def __str__(self) -> str:
        """As Postfix writes it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"unix:{self.path}" if self.path else f"inet:{host}:{self.port}"


def parse(text: str) -> Address:
    """An address: ``unix:/path``, ``inet:host:port`` (Postfix), ``local:/path``, ``inet:port@host`` (Sendmail).

    Raises:
        AddressError: it is none of them.
    """
    kind, colon, rest = text.partition(":")
    if colon and kind in ("unix", "local") and rest:
        return Address(path=rest)
    if colon and kind in ("inet", "inet6"):
        return Address("", *_host_and_port(rest, text))
    raise AddressError(f"{text}: write it as unix:/path/of/socket or inet:127.0.0.1:port")


def loopback(text: str) -> Address:
    """``host:port`` on this machine only; a port alone means 127.0.0.1.

    Raises:
        AddressError: it is no such pair, or can be reached from elsewhere.
    """
    host, port = _host_and_port(text, text)
    if not is_loopback(host):
        raise AddressError(f"{text}: it may only be on this machine, such as 127.0.0.1:9901")
    return Address("", host, port)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    return host in ("localhost", "::1") or host.startswith("127.")


def opened(address: Address, mode: int = 0o660) -> socket.socket:
    """A socket that listens there; ``mode`` is that of a local socket's file.

    Raises:
        AddressError: it is taken, or not ours to open.
    """
    try:
        return _local(address.path, mode) if address.path else _inet(address)
    except OSError as error:
        raise AddressError(f"{address}: {error.strerror or error}") from error


def passed(environment: Mapping[str, str]) -> list[socket.socket]:
    """The sockets that systemd opened for us (sd_listen_fds(3)); none where it did not start us so."""
    if environment.get("LISTEN_PID") != str(os.getpid()):
        return []
    count = int(environment.get("LISTEN_FDS", "0"))
    sockets = [socket.socket(fileno=number) for number in range(FIRST_PASSED, FIRST_PASSED + count)]
    for one in sockets:
        one.set_inheritable(False)
    return sockets


def remove(address: Address) -> None:
    """Take away the file of a local socket that nobody listens at any more."""
    with suppress(OSError):
        if address.path and stat.S_ISSOCK(os.stat(address.path).st_mode):
            os.unlink(address.path)


def _host_and_port(text: str, whole: str) -> tuple[str, int]:
    if "@" in text:
        port, _, host = text.partition("@")
    else:
        host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") or "127.0.0.1"
    if not (port.isascii() and port.isdecimal() and int(port) < 65_536):
        raise AddressError(f"{whole}: there is no port {port!r}")
    return host, int(port)


def _local(path: str, mode: int) -> socket.socket:
    if not _is_alive(path):
        remove(Address(path=path))
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        before = os.umask(0o777 & ~mode)
        try:
            made.bind(path)
        finally:
            os.umask(before)
        made.listen(BACKLOG)
    except OSError:
        made.close()
        raise
    return made


def _is_alive(path: str) -> bool:
    """Whether somebody listens at a local socket; one that was left behind by a process that was killed is free."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trial:
        try:
            trial.connect(path)
        except OSError:
            return False
    return True


def _inet(address: Address) -> socket.socket:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    return socket.create_server((address.host, address.port), family=family, backlog=BACKLOG)
