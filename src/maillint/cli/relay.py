"""``maillint relay``: options into terms, and the service started."""

from __future__ import annotations

import asyncio
import os
import ssl
from importlib.util import find_spec
from ipaddress import ip_address
from typing import TYPE_CHECKING

from maillint import passwords
from maillint.cli.forms import one_of
from maillint.cli.gates import prepared
from maillint.cli.guard import tell
from maillint.cli.request import PASSED, Request, UsageError
from maillint.gate.policy import RELAY
from maillint.gate.texts import say
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.gate.policy import Policy
    from maillint.gate.relay.nexthop import NextHop
    from maillint.gate.relay.terms import Login, Terms

_PORTS = {"starttls": 587, "tls": 465, "none": 25}


class Wish(NamedTuple):
    """What the user asked ``relay`` for."""

    next_hop: str
    next_tls: str
    next_ca: str | None
    next_user: str | None
    next_password: str | None
    listen: str
    user: str
    password: str | None
    is_open: bool
    cert: str | None
    is_tls: bool
    most_octets: int
    profile: str | None
    config: str | None
    lang: str | None
    is_enforced: bool
    log: str | None
    grace: float


def run(wish: Wish) -> int:
    """Serve until told to end.

    Raises:
        UsageError: an option or the configuration cannot be used, or the port cannot be had.
    """
    if not (find_spec("aiosmtpd") and find_spec("aiosmtplib")):
        raise UsageError("maillint relay needs two libraries: pip install 'maillint[relay]'")
    host, port = _loopback(wish.listen)
    request = Request(profile=wish.profile, config=wish.config, lang=wish.lang)
    on_failure = "defer" if wish.is_enforced else None
    policy, language = prepared(request, RELAY, on_failure=on_failure, log=wish.log)
    try:
        asyncio.run(_serve(wish, policy, language, (host, port)))
    except passwords.PasswordError as error:
        raise UsageError(error.told(language)) from error
    except OSError as error:
        raise UsageError(f"{wish.listen}: {error.strerror or error}") from error
    return PASSED


async def _serve(wish: Wish, policy: Policy, language: str, at: tuple[str, int]) -> None:
    from maillint.gate.relay.judge import JudgeError
    from maillint.gate.relay.service import Place, serve

    hop = _next_hop(wish)
    tls = _certificate(wish.cert) if wish.cert else None
    if wish.is_tls and tls is None:
        raise UsageError("--tls needs --cert")
    login, words = _login(wish, language)
    terms = _terms(wish, policy, _teller(language), hop)
    terms = terms._replace(login=login, tls=None if wish.is_tls else tls)

    def ready(host: str, port: int) -> None:
        tell(f"maillint: {say(language, 'relay.ready', at=f'{host}:{port}', hop=hop.name)}")
        if words:
            tell(f"maillint: {words}")

    try:
        await serve(Place(*at, tls if wish.is_tls else None, wish.grace), terms, ready)
    except JudgeError as error:
        raise UsageError("the process that judges does not start") from error


def _terms(wish: Wish, policy: Policy, teller: Callable[[str, str], object], hop: NextHop) -> Terms:
    from maillint.gate.relay.judge import Judge
    from maillint.gate.relay.terms import Terms

    options = {"config": wish.config, "profile": wish.profile, "on_failure": policy.on_failure.value}
    return Terms(policy, Judge(policy, options, teller), hop, teller, most_octets=wish.most_octets)


def _teller(language: str) -> Callable[[str, str], object]:
    def told(key: str, why: str) -> None:
        reason = say(language, why) if why in ("late", "crashed") else why
        tell(f"maillint: {say(language, key, why=reason)}")

    return told


def _login(wish: Wish, language: str) -> tuple[Login | None, str]:
    """Who may send, and what whoever started the relay should hear of it."""
    from maillint.gate.relay.terms import Login

    if wish.is_open:
        return None, say(language, "relay.open")
    if wish.password:
        return Login(wish.user, passwords.password(wish.password)), ""
    from platformdirs import user_config_dir

    path = os.path.join(user_config_dir("maillint", appauthor=False), "relay-password")
    return Login(wish.user, passwords.own(path)), say(language, "relay.login", user=wish.user, path=path)


def _next_hop(wish: Wish) -> NextHop:
    from maillint.gate.relay.nexthop import NextHop

    tls = wish.next_tls or ("tls" if wish.next_hop.endswith(":465") else "starttls")
    one_of("--next-tls", tls, tuple(_PORTS))
    host, port = _address(wish.next_hop, _PORTS[tls])
    if wish.next_user and tls == "none" and not _is_here(host):
        raise UsageError("--next-tls none: a password would cross the net for all to read")
    if bool(wish.next_user) != bool(wish.next_password):
        raise UsageError("--next-user and --next-password go together")
    secret = passwords.password(wish.next_password) if wish.next_password else None
    return NextHop(host, port, tls, wish.next_user, secret, _authorities(wish.next_ca) if wish.next_ca else None)


def _loopback(text: str) -> tuple[str, int]:
    host, port = _address(text, 2525)
    if not _is_here(host):
        raise UsageError(f"--listen {text}: the relay listens on this machine only, such as 127.0.0.1:2525")
    return host, port


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _address(text: str, usual: int) -> tuple[str, int]:
    """Host and port; an IPv6 address stands in brackets where a port follows."""
    host, colon, port = text.rpartition(":")
    if not colon or text.endswith("]") or (":" in host.strip("[]") and not host.endswith("]")):
        return text.strip("[]"), usual
    if not (host and port.isascii() and port.isdigit() and int(port) < 65536):
        raise UsageError(f"{text}: write it as host:port")
    return host.strip("[]"), int(port)


def _certificate(path: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(path)
    except OSError as error:
        raise UsageError(f"--cert {path}: {error.strerror or error}") from error
    return context


def _authorities(path: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=path)
    except OSError as error:
        raise UsageError(f"--next-ca {path}: {error.strerror or error}") from error
