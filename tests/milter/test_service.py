"""A milter as a process of its own, asked as a mail server asks."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import struct
import subprocess
import sys
import time

import pytest

GOOD = "Dear Tom,\r\n\r\nYour order leaves our works on 2 December 2026.\r\n\r\nKind regards,\r\nAnna\r\n"


def letters(packets: list[bytes]) -> bytes:
    """The packets' letters, without those that say that there is progress: how often depends on the machine."""
    return b"".join(packet[:1] for packet in packets).replace(b"p", b"")


def workers_of(milter) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(milter.process.pid)], capture_output=True, check=False).stdout
    return [int(number) for number in found.split()]


def wait_for(condition, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_two_messages_in_one_connection_and_the_next_client_in_the_same(start, rules, server, port) -> None:
    start("--listen", f"inet:127.0.0.1:{port}", "--config", rules())
    asked = server()
    assert letters(asked.message("anna@north.example")) == b"c"
    refused = asked.message("reject@north.example")
    assert letters(refused) == b"y"
    assert refused[0].startswith(b"y550")
    asked.send(b"K")
    tagged = asked.message("tag@north.example")
    assert letters(tagged) == b"hc"
    assert tagged[0] == b"hX-Maillint-Result\0 score=100; grade=A\0"
    assert letters(asked.message("hold@north.example")) == b"hqc"
    asked.close()


def test_an_aborted_message_and_an_old_server(start, rules, server, port) -> None:
    start("--listen", f"inet:127.0.0.1:{port}", "--config", rules())
    asked = server((2, 0x3F, 0x3F))
    asked.begin("reject@north.example")
    assert [asked.read() for _ in range(7)] == [b"c"] * 7
    asked.send(b"A")
    asked.send(b"M", b"<tag@north.example>\0")
    assert asked.read() == b"c"
    asked.send(b"E", GOOD.encode())
    tagged, end = asked.verdict()
    assert tagged.startswith(b"hX-Maillint-Result\0score=")
    assert b"subject-missing" in tagged
    assert end == b"c"


def test_it_says_that_it_is_at_work(start, rules, misdeeds, server, port) -> None:
    start("--listen", f"inet:127.0.0.1:{port}", "--config", rules(more=misdeeds))
    packets = server().message("tag@north.example", "Dear Tom,\r\n\r\nplease dawdle.\r\n\r\nKind regards,\r\nAnna\r\n")
    assert packets[0] == b"p"
    assert letters(packets) == b"hc"


@pytest.mark.parametrize(("on_failure", "answer"), [("pass", b"c"), ("defer", b"y451")])
def test_a_worker_that_hangs_is_ended_and_its_place_filled(
    start, rules, misdeeds, server, port, fetch, on_failure, answer
) -> None:
    milter = start(
        *(
            "--listen",
            f"inet:127.0.0.1:{port}",
            "--metrics",
            f"127.0.0.1:{(metrics := port_beside())}",
            "--workers",
            "1",
        ),
        *("--config", rules(limit=1, on_failure=on_failure, more=misdeeds)),
    )
    asked = server()
    begin = time.monotonic()
    packets = asked.message("reject@north.example", "Dear Tom,\r\n\r\nplease hang.\r\n\r\nKind regards,\r\nAnna\r\n")
    assert packets[-1].startswith(answer)
    assert 1 <= time.monotonic() - begin < 60  # the check would take ten minutes
    wait_for(lambda: asked.message("reject@north.example")[-1].startswith(b"y550"))
    assert fetch(metrics, "/healthz") == (200, "ok\n")
    assert "maillint_milter_workers_killed_total 0.0" not in fetch(metrics, "/metrics")[1]
    wait_for(lambda: len(workers_of(milter)) == 1)


def port_beside() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def test_a_message_that_ends_its_workers_passes_after_a_while(start, rules, misdeeds, server, port) -> None:
    milter = start("--listen", f"inet:127.0.0.1:{port}", "--config", rules(more=misdeeds), "--workers", "2")
    asked = server()
    assert letters(asked.message("reject@north.example", "Dear Tom,\r\n\r\nplease die.\r\n")) == b"c"
    wait_for(lambda: len(workers_of(milter)) == 2)
    assert letters(asked.message("reject@north.example")) == b"y"


def test_a_worker_that_somebody_ends_costs_no_verdict(start, rules, server, port) -> None:
    milter = start("--listen", f"inet:127.0.0.1:{port}", "--config", rules(), "--workers", "2")
    asked = server()
    for worker in workers_of(milter):
        os.kill(worker, signal.SIGKILL)
    assert letters(asked.message("reject@north.example")) == b"y"


def test_what_is_no_milter_protocol_ends_that_connection_only(start, rules, server, port) -> None:
    milter = start("--listen", f"inet:127.0.0.1:{port}", "--config", rules())
    for garbage in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\0\0\0\0", struct.pack("!I", 1) + b"?", b"\xff" * 9):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as stranger:
            stranger.sendall(garbage)
            assert stranger.recv(100) == b""
    assert letters(server().message("reject@north.example")) == b"y"
    assert milter.process.poll() is None


def test_sighup_reads_the_configuration_anew_and_keeps_it_where_it_cannot_be_used(start, rules, server, port) -> None:
    path = rules()
    milter = start("--listen", f"inet:127.0.0.1:{port}", "--config", path)
    asked = server()
    assert letters(asked.message("reject@north.example")) == b"y"
    with open(path, "a", encoding="utf-8") as file:
        file.write('nonsense = "å"\n')
    milter.send(signal.SIGHUP)
    milter.said("the configuration stays as it was").said("unknown key")
    assert letters(asked.message("reject@north.example")) == b"y"
    with open(path, "w", encoding="utf-8") as file:
        file.write('[gate]\naction = "pass"\n')
    milter.send(signal.SIGHUP)
    milter.said("the configuration was read anew")
    assert letters(asked.message("reject@north.example")) == b"c"


def test_sigterm_lets_a_message_end_and_leaves_nothing_behind(start, rules, misdeeds, server, port) -> None:
    milter = start("--listen", f"inet:127.0.0.1:{port}", "--config", rules(more=misdeeds), "--grace", "60")
    asked = server()
    asked.begin("reject@north.example")
    asked.send(b"E", b"Dear Tom,\r\n\r\nplease dawdle.\r\n\r\nKind regards,\r\nAnna\r\n")
    time.sleep(0.5)
    workers = workers_of(milter)
    milter.send(signal.SIGTERM)
    assert letters(asked.verdict()) == b"y"
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=10)
    asked.close()
    assert milter.process.wait(60) == 0
    assert [worker for worker in workers if os.path.exists(f"/proc/{worker}")] == []


def test_workers_end_with_a_milter_that_is_killed(start, rules, port) -> None:
    milter = start("--listen", f"inet:127.0.0.1:{port}", "--config", rules())
    workers = workers_of(milter)
    assert len(workers) >= 1
    milter.stop(signal.SIGKILL)
    wait_for(lambda: not any(os.path.exists(f"/proc/{worker}") for worker in workers))


def test_a_local_socket_is_taken_over_from_one_that_was_killed(start, rules, tmp_path) -> None:
    path = tmp_path / "å.sock"
    address = f"unix:{path}"
    start("--listen", address, "--config", rules()).stop(signal.SIGKILL)
    assert path.exists()
    milter = start("--listen", address, "--config", rules(), "--mode", "600")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connected:
        connected.connect(str(path))
    second = start("--listen", address, "--config", rules(), ready=False)
    assert second.process.wait(60) == 2
    assert "Address already in use" in second.words
    assert milter.stop() == 0
    assert not path.exists()


def test_systemd_passes_its_sockets_on_and_hears_when_it_is_ready(rules, server, port, tmp_path) -> None:
    listening = socket.create_server(("127.0.0.1", port))
    notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    notices.bind(str(tmp_path / "notify"))
    notices.settimeout(60)
    code = (
        "import os, sys; os.dup2(int(sys.argv[1]), 3); os.environ |= {'LISTEN_PID': str(os.getpid()), 'LISTEN_FDS': '1'};"
        "os.execv(sys.executable, [sys.executable, '-m', 'maillint', 'milter', '--config', sys.argv[2]])"
    )
    environment = {**os.environ, "NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "200000"}
    command = [sys.executable, "-c", code, str(listening.fileno()), rules()]
    with subprocess.Popen(command, pass_fds=[listening.fileno()], env=environment, stderr=subprocess.DEVNULL) as milter:
        listening.close()
        try:
            assert notices.recv(100) == b"READY=1"
            assert letters(server().message("reject@north.example")) == b"y"
            assert {notices.recv(100) for _ in range(3)} == {b"WATCHDOG=1"}
            milter.terminate()
            while (notice := notices.recv(100)) == b"WATCHDOG=1":
                pass
            assert notice == b"STOPPING=1"
            assert milter.wait(60) == 0
        finally:
            milter.kill()
            notices.close()


def test_health_and_metrics_are_served_on_this_machine_only(start, rules, server, port, fetch) -> None:
    metrics = port_beside()
    start("--listen", f"inet:127.0.0.1:{port}", "--config", rules(), "--metrics", f"127.0.0.1:{metrics}")
    asked = server()
    asked.message("reject@north.example")
    assert fetch(metrics, "/healthz") == (200, "ok\n")
    assert fetch(metrics, "/elsewhere")[0] == 404
    page = fetch(metrics, "/metrics")[1]
    assert 'maillint_milter_messages_total{action="reject",reason="rule"} 1.0' in page
    assert "maillint_milter_seconds_count 1.0" in page
    assert "maillint_milter_connections 1.0" in page


def test_decisions_are_logged_without_a_word_of_the_mail(start, rules, server, port, tmp_path) -> None:
    log = tmp_path / "decisions.jsonl"
    start("--listen", f"inet:127.0.0.1:{port}", "--config", rules(), "--log", str(log))
    server().message("reject@north.example", "Dear Tom,\r\n\r\nThe secret is 王芳 🙏.\r\n")
    (line,) = map(json.loads, log.read_text("utf-8").splitlines())
    assert (line["door"], line["action"], line["reason"], line["queue_id"]) == ("milter", "reject", "rule", "4F2A")
    assert not {"secret", "王芳", "tom@south", "4471"} & set(log.read_text("utf-8").split('"'))


def test_a_full_disk_behind_its_log_stops_nothing(start, rules, server, port) -> None:
    milter = start("--listen", f"inet:127.0.0.1:{port}", "--config", rules(), "--log", "/dev/full")
    asked = server()
    assert letters(asked.message("reject@north.example")) == b"y"
    assert letters(asked.message("tag@north.example")) == b"hc"
    milter.said("/dev/full: No space left on device")


def test_only_authenticated_leaves_incoming_mail_alone(start, rules, server, port) -> None:
    start("--listen", f"inet:127.0.0.1:{port}", "--config", rules(), "--only-authenticated")
    asked = server()
    assert letters(asked.message("reject@north.example")) == b"y"
    asked.send(b"C", b"mx.south.example\x004\x00\x19192.0.2.9\0")
    asked.send(b"M", b"<reject@south.example>\0")
    asked.send(b"L", b"X-Maillint-Result\0 score=100\0")
    asked.send(b"E", GOOD.encode())
    assert asked.verdict() == [b"m\0\0\0\1X-Maillint-Result\0\0", b"c"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "say where to listen"),
        (("--listen", "9900"), "write it as unix:/path/of/socket or inet:127.0.0.1:port"),
        (("--listen", "inet:127.0.0.1:99999"), "there is no port"),
        (("--listen", "inet:127.0.0.1:0", "--metrics", "0.0.0.0:9901"), "only be on this machine"),
        (("--listen", "inet:127.0.0.1:0", "--mode", "rw"), "octal"),
        (("--listen", "inet:127.0.0.1:0", "--config", "none.toml"), "none.toml"),
        (("--print-unit", "timer"), "service or socket"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(start, arguments, complaint) -> None:
    milter = start(*arguments, ready=False)
    assert milter.process.wait(60) == 2
    said = milter.words
    assert complaint in said
    assert said.count("\n") == 1


def test_the_units_name_the_command_that_prints_them() -> None:
    def unit(kind: str) -> str:
        command = [sys.executable, "-m", "maillint", "milter", "--print-unit", kind]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    service = unit("service")
    (start_line,) = [line for line in service.splitlines() if line.startswith("ExecStart=")]
    assert os.path.exists(start_line.removeprefix("ExecStart=").split()[0])
    assert "ProtectSystem=strict" in service
    assert "ListenStream=" in unit("socket")
