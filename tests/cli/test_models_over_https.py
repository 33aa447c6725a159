"""``maillint models install zh`` from a mirror that speaks HTTPS, with and without a proxy, in processes of their own."""

from __future__ import annotations

import hashlib
import os
import select
import socket
import ssl
import subprocess
import sys
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from maillint.cli import request

if TYPE_CHECKING:
    from collections.abc import Iterator

MODEL = b"mmap lm http://kheafield.com/code format version 5\n\0" + "<unk>\0附件\0查收\0".encode()
CERTIFICATE = str(Path(__file__).with_name("mirror.pem"))


@contextmanager
def mirror(content: bytes) -> Iterator[int]:
    """An HTTPS server on this machine that answers /model.deb with the content, and its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/model.deb" else 404)
            self.end_headers()
            if self.path == "/model.deb":
                self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    yield from _running(server)


@contextmanager
def proxy(port: int) -> Iterator[tuple[int, list[str]]]:
    """A proxy that leads every CONNECT to a port of this machine: its own port, and the hosts it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            asked.append(self.path)
            with socket.create_connection(("127.0.0.1", port)) as behind:
                self.send_response(200)
                self.end_headers()
                self._pass_on(behind)

        def _pass_on(self, behind: socket.socket) -> None:
            ends = {self.connection: behind, behind: self.connection}
            while True:
                for ready in select.select(list(ends), [], [], 10)[0] or [None]:
                    data = ready.recv(65536) if ready else b""
                    if not data:
                        return
                    ends[ready].sendall(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    for running in _running(server):
        yield running, asked


def _running(server: ThreadingHTTPServer) -> Iterator[int]:
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("by_proxy", [False, True])
def test_a_model_comes_from_a_mirror_with_or_without_a_proxy(tmp_path, by_proxy):
    with mirror(MODEL) as port, proxy(port) as (gate, asked):
        host = "mirror.example" if by_proxy else "localhost"
        source = f"https://{host}:{port}/model.deb"
        proxied = {"https_proxy": f"http://127.0.0.1:{gate}"} if by_proxy else {"no_proxy": "*"}
        done = run_install(tmp_path, source, hashlib.sha256(MODEL).hexdigest(), proxied)
    assert (tmp_path / "cache" / "zh_CN.lm").read_bytes() == MODEL
    assert hashlib.sha256(MODEL).hexdigest() in done.stdout
    assert asked == ([f"mirror.example:{port}"] if by_proxy else [])


@pytest.mark.parametrize(
    ("name", "checksum", "told"),
    [("model.deb", "00", "nothing was installed"), ("none.deb", "00", "cannot be fetched (HTTP Error 404")],
)
def test_a_mirror_that_has_something_else_installs_nothing(tmp_path, name, checksum, told):
    with mirror(b"something else") as port:
        done = run_install(tmp_path, f"https://localhost:{port}/{name}", checksum, {"no_proxy": "*"})
    assert done.returncode == request.USAGE
    assert told in done.stderr
    assert not (tmp_path / "cache" / "zh_CN.lm").exists()


def test_a_mirror_with_a_certificate_that_nobody_knows_is_not_believed(tmp_path):
    with mirror(b"any") as port:
        done = run_install(tmp_path, f"https://localhost:{port}/model.deb", "00", {"no_proxy": "*"}, certificate="")
    assert done.returncode == request.USAGE
    assert "CERTIFICATE_VERIFY_FAILED" in done.stderr


def run_install(
    tmp_path: Path, source: str, checksum: str, proxied: dict[str, str], certificate: str = CERTIFICATE
) -> subprocess.CompletedProcess[str]:
    """``maillint models install zh`` in a process of its own, on a machine without the model."""
    code = (
        "import sys; from maillint.language.spelling.lattice import model; model._SYSTEM = (sys.argv.pop(1),)\n"
        "from maillint.__main__ import leave; leave()"
    )
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    kept.pop("MAILLINT_ZH_MODEL", None)
    environment = {**kept, "MAILLINT_CACHE_DIR": str(tmp_path / "cache"), **proxied}
    if certificate:
        environment["SSL_CERT_FILE"] = certificate
    command = [sys.executable, "-c", code, str(tmp_path), "models", "install", "zh", "--from", source]
    return subprocess.run(
        [*command, "--sha256", checksum], env=environment, capture_output=True, encoding="utf-8", check=False
    )
