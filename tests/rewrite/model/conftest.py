"""A real HTTP server that speaks chat completions, for tests: it answers what it is told to, or misbehaves."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Chat:
    """What the server was asked, and how it answers."""

    def __init__(self):
        self.asked = []
        """Path, header fields and body of each request."""
        self.answers = lambda _text: ""
        """The user's text -> the model's answer."""
        self.behave = None
        """A function of the request's handler that answers in the place of ``answers``."""
        self.url = ""

    @property
    def texts(self):
        return [body["messages"][1]["content"] for _, _, body in self.asked]


def sent(handler, data, *, status=200, kind="application/json", **fields):
    """Answer with octets."""
    handler.send_response(status)
    for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **fields}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


def completion(text):
    """An answer as chat completions have it."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return json.dumps({"id": "x", "object": "chat.completion", "choices": [choice]}, ensure_ascii=False).encode()


@contextmanager
def serving():
    """A server on a free port of this machine until the block ends."""
    chat = Chat()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            chat.asked.append((self.path, dict(self.headers), body))
            with suppress(BrokenPipeError, ConnectionResetError):
                if chat.behave:
                    chat.behave(self)
                else:
                    sent(self, completion(chat.answers(body["messages"][1]["content"])))

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    chat.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield chat
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def chat():
    """A server to ask; ``chat.answers`` and ``chat.behave`` say how it answers."""
    with serving() as running:
        yield running


@pytest.fixture
def answered():
    """``answered(handler, octets, status=500, kind="text/html")`` answers a request with octets."""
    return sent


@pytest.fixture
def completed():
    """``completed(text)``: an answer in the form of chat completions."""
    return completion
