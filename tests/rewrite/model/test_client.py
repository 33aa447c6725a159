"""A model asked over real HTTP: what goes out, and every way in which nothing usable comes back."""

from __future__ import annotations

import json
import socket
import threading
import time

import pytest

from maillint.rewrite.model.client import Model, ModelError, checked


def ask(url, **settings):
    return Model(url, "qwen3", **{"timeout": 5, **settings}).ask("Edit.", "Schade, 李明 🚚")


def reason(url, **settings):
    with pytest.raises(ModelError) as caught:
        ask(url, **settings)
    return caught.value.reason, caught.value.detail


def test_the_question_has_the_form_that_servers_expect(chat):
    chat.answers = lambda text: f"  {text}!\n"
    assert ask(chat.url) == "Schade, 李明 🚚!"
    path, fields, body = chat.asked[0]
    assert path == "/v1/chat/completions"
    assert body == {
        "model": "qwen3",
        "messages": [{"role": "system", "content": "Edit."}, {"role": "user", "content": "Schade, 李明 🚚"}],
        "temperature": 0,
        "stream": False,
    }
    assert (fields["Content-Type"], fields.get("Authorization")) == ("application/json", None)


def test_a_key_goes_along_where_there_is_one(chat):
    ask(chat.url, key="s3cret")
    assert chat.asked[0][1]["Authorization"] == "Bearer s3cret"


def test_thoughts_before_the_answer_are_left_out(chat):
    chat.answers = lambda _: "<think>\nHe wants a crane?\n</think>\n\nPlease send the crane."
    assert ask(chat.url) == "Please send the crane."


def test_a_proxy_of_the_environment_is_not_used(chat, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert ask(chat.url) == ""


def test_a_proxy_that_is_named_is_used(chat):
    chat.answers = lambda _: "through"
    proxy = chat.url.removesuffix("/v1")
    assert ask("http://model.internal:8080/v1", proxy=proxy) == "through"
    assert chat.asked[0][0] == "http://model.internal:8080/v1/chat/completions"


def test_a_redirect_is_not_followed(chat, answered):
    with_other = []
    chat.behave = lambda handler: answered(handler, b"", status=307, Location="http://127.0.0.1:9/v1/chat/completions")
    assert reason(chat.url) == ("redirect", "http://127.0.0.1:9/v1/chat/completions")
    assert (len(chat.asked), with_other) == (1, [])


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_a_server_that_refuses_is_told_by_its_number(chat, answered, status):
    chat.behave = lambda handler: answered(handler, b'{"error": 1}', status=status)
    assert reason(chat.url) == ("status", str(status))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        b"\xff\xfe",
        b'{"choices": [{"message": "x"}]}',
        b'{"choices": 7}',
        b"[" * 100000,
        b'{"choices": [{"message": {"content": 1}}]}',
    ],
)
def test_junk_is_no_answer(chat, answered, data):
    chat.behave = lambda handler: answered(handler, data)
    assert reason(chat.url)[0] == "junk"


def test_a_giant_answer_is_not_read_to_its_end(chat, answered, completed):
    chat.behave = lambda handler: answered(handler, completed("å" * (1 << 20)))
    assert reason(chat.url)[0] == "large"


def test_a_stream_that_nobody_asked_for_is_refused(chat, answered):
    chat.behave = lambda handler: answered(handler, b"data: {}\n\n", kind="text/event-stream; charset=utf-8")
    assert reason(chat.url)[0] == "stream"


def test_who_says_nothing_is_not_waited_for(chat):
    chat.behave = lambda _: time.sleep(1)
    started = time.monotonic()
    assert reason(chat.url, timeout=0.2)[0] == "timeout"
    assert time.monotonic() - started < 0.9


def test_who_drips_is_hung_up_on(chat):
    def drip(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    chat.behave = drip
    started = time.monotonic()
    assert reason(chat.url, timeout=0.4)[0] == "timeout"
    assert time.monotonic() - started < 1.5


def test_a_connection_cut_in_the_middle_is_no_answer(chat):
    def cut(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"choices"')
        handler.connection.shutdown(socket.SHUT_RDWR)

    chat.behave = cut
    assert reason(chat.url)[0] == "unreachable"


def test_nobody_there_is_told_at_once():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        assert reason(f"http://127.0.0.1:{held.getsockname()[1]}/v1")[0] == "unreachable"


def test_a_server_that_speaks_no_http_is_no_answer():
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet():
            client, _ = server.accept()
            with client:
                client.recv(100)
                client.sendall(b"220 mail.example ESMTP\r\n")

        thread = threading.Thread(target=greet)
        thread.start()
        assert reason(f"http://127.0.0.1:{server.getsockname()[1]}")[0] == "unreachable"
        thread.join()


@pytest.mark.parametrize(
    "url",
    ["", "127.0.0.1:11434", "ftp://x/v1", "file:///etc/passwd", "http://", "http://[::1", "http://a:b@127.0.0.1/v1"],
)
def test_what_is_no_address_is_said(url):
    with pytest.raises(ModelError) as caught:
        checked(url)
    assert caught.value.reason == "url"


@pytest.mark.parametrize("url", ["http://api.openai.com/v1", "http://8.8.8.8/v1", "http://model.example:11434/v1"])
def test_text_does_not_leave_the_house_in_the_clear(url):
    assert reason(url) == ("plain-http", url)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:11434/v1",
        "http://[::1]:8080",
        "http://192.168.1.7/v1",
        "http://gpu.lan/v1",
        "https://api.example/v1",
    ],
)
def test_the_house_and_https_will_do(url):
    assert checked(url).hostname


def test_the_answer_is_json_with_its_characters_as_they_are(chat):
    ask(chat.url)
    assert json.dumps(chat.asked[0][2], ensure_ascii=False).count("李明") == 1
