"""A language model asked over HTTP, in the form that llama.cpp, Ollama, vLLM and OpenAI speak (chat completions).

Nothing goes anywhere but to the address that is configured: no redirect is followed, no proxy used unless named.
"""

from __future__ import annotations

import json
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection, IncompleteRead
from socket import SHUT_RDWR
from threading import Event, Timer
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from socket import socket
    from urllib.parse import SplitResult

_LARGEST = 1 << 20
"""Octets of an answer that are read; a paragraph has a few thousand."""
_PATH = "/chat/completions"
_NEAR = (".local", ".lan", ".internal", ".home", ".localdomain", ".home.arpa")


class ModelError(Exception):
    """No answer could be had; the first argument is a stable word, the second the detail.

    "unreachable", "timeout", "status" (with the number), "redirect", "large", "junk", "stream", "url", "plain-http".
    """

    @property
    def reason(self) -> str:
        """The stable word."""
        return str(self.args[0])

    @property
    def detail(self) -> str:
        """What else is known; empty where nothing is."""
        return str(self.args[1]) if len(self.args) > 1 else ""


class Model(NamedTuple):
    """Where a model is asked, and how."""

    url: str
    """The base, such as ``http://127.0.0.1:11434/v1``."""
    name: str
    timeout: float = 60
    """Seconds for one answer, from the first octet sent to the last one read."""
    key: str = ""
    proxy: str = ""
    """``http://proxy.example:3128``; empty for none, whatever the environment says."""

    def ask(self, system: str, user: str) -> str:
        """The model's answer to one question.

        Raises:
            ModelError: there is none in time, or none that can be read.
        """
        return _content(self._sent(_asked(self.name, system, user)))

    def _sent(self, body: bytes) -> bytes:
        url = checked(self.url)
        connection, path = self._connection(url)
        started = monotonic()
        late = Event()
        try:
            connection.connect()
            with _deadline(connection.sock, started + self.timeout, late):
                connection.request("POST", path, body, self._headers())
                return _read(connection)
        except (OSError, HTTPException, ValueError) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                raise ModelError("timeout") from error
            raise ModelError("unreachable", str(error) or type(error).__name__) from error
        finally:
            connection.close()

    def _connection(self, url: SplitResult) -> tuple[HTTPConnection, str]:
        is_secure, path = url.scheme == "https", url.path.rstrip("/") + _PATH
        kind = HTTPSConnection if is_secure else HTTPConnection
        host, port = str(url.hostname), url.port
        if not self.proxy:
            return kind(host, port, timeout=self.timeout), path
        proxy = urlsplit(self.proxy)
        connection = kind(str(proxy.hostname), proxy.port or 3128, timeout=self.timeout)
        if is_secure:
            connection.set_tunnel(host, port)
            return connection, path
        return connection, f"{url.scheme}://{url.netloc}{path}"

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "maillint"}
        return {**headers, "Authorization": f"Bearer {self.key}"} if self.key else headers


def checked(url: str) -> SplitResult:
    """The address taken apart.

    Raises:
        ModelError: it is none ("url"), or leads out of the house in the clear ("plain-http").
    """
    try:
        parts = urlsplit(url)
        is_right = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) and not parts.query
    except ValueError:
        is_right = False
    if not is_right or parts.username:
        raise ModelError("url", url)
    if parts.scheme == "http" and not _is_near(str(parts.hostname)):
        raise ModelError("plain-http", url)
    return parts


def _is_near(host: str) -> bool:
    """Whether a host is this machine or one in the house."""
    from ipaddress import ip_address

    try:
        address = ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_NEAR)
    return address.is_private or address.is_loopback


@contextmanager
def _deadline(connected: socket, end: float, late: Event) -> Iterator[None]:
    """End a conversation that takes too long, however the other side spins it out."""

    def hang_up() -> None:
        late.set()
        with suppress(OSError):
            connected.shutdown(SHUT_RDWR)

    timer = Timer(max(0, end - monotonic()), hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _asked(model: str, system: str, user: str) -> bytes:
    messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    question = {"model": model, "messages": messages, "temperature": 0, "stream": False}
    return json.dumps(question, ensure_ascii=False).encode()


def _read(connection: HTTPConnection) -> bytes:
    with connection.getresponse() as response:
        if 300 <= response.status < 400:
            raise ModelError("redirect", response.headers.get("Location", ""))
        if response.status != HTTPStatus.OK:
            raise ModelError("status", str(response.status))
        if response.headers.get_content_type() == "text/event-stream":
            raise ModelError("stream")
        data = response.read(_LARGEST + 1)
        if response.length and len(data) <= _LARGEST:
            raise IncompleteRead(data, response.length)
    if len(data) > _LARGEST:
        raise ModelError("large")
    return data


def _content(data: bytes) -> str:
    """The text of the first choice, without the thoughts that some models put before it."""
    try:
        answer: Any = json.loads(data)
        text = answer["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ModelError("junk") from error
    if not isinstance(text, str):
        raise ModelError("junk")
    thought, mark, rest = text.partition("</think>")
    return (rest if mark and "<think>" in thought else text).strip()
