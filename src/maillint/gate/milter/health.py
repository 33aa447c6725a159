"""``/healthz`` and ``/metrics`` over HTTP, for this machine only."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_REQUEST = 8192
SECONDS = 5.0
"""What a request may take to come in."""

_WELL = ("200 OK", b"ok\n")
_ILL = ("503 Service Unavailable", b"no worker is up\n")


class Page:
    """Answers for monitoring: whether the milter can work, and what it has counted."""

    def __init__(self, is_healthy: Callable[[], bool], metrics: Callable[[], bytes], content_type: str) -> None:
        self._is_healthy, self._metrics, self._content_type = is_healthy, metrics, content_type

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request and close the connection (HTTP/1.1, RFC 9112)."""
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(self._answer(head))
                await writer.drain()
        writer.close()

    def _answer(self, head: bytes) -> bytes:
        method, _, rest = head.partition(b" ")
        path = rest.partition(b" ")[0].partition(b"?")[0]
        if method not in (b"GET", b"HEAD"):
            return _response("405 Method Not Allowed", b"GET only\n")
        if path == b"/healthz":
            is_healthy = self._is_healthy()
            return _response(
                *(("200 OK", b"ok\n") if is_healthy else ("503 Service Unavailable", b"no worker is up\n"))
            )
        if path == b"/metrics":
            return _response("200 OK", self._metrics(), self._content_type)
        return _response("404 Not Found", b"/healthz or /metrics\n")


def _response(status: str, body: bytes, content_type: str = "text/plain; charset=utf-8") -> bytes:
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {content_type}", f"Content-Length: {len(body)}", "Connection: close")
    return "\r\n".join((*lines, "", "")).encode("ascii") + body
