"""What only a process of its own shows: pipes, terminals, signals, encodings."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "maillint"]


def test_standard_input(desk):
    data = (desk / "mail" / "a-oath.eml").read_bytes()
    done = subprocess.run([*COMMAND, "-", "--only", "oath"], input=data, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"-:8:1: warning:" in done.stdout


def test_a_reader_that_leaves_early_is_no_error(desk):
    shell = f"{sys.executable} -m maillint {'mail ' * 400} --only oath | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode == 141


def test_a_full_disk_is_one_clear_line(desk):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "mail", "--only", "oath"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b"maillint: standard output: cannot be written (No space left on device)\n"
    assert done.returncode == 2


@pytest.mark.parametrize("stream", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams(desk, stream):
    shell = f"{sys.executable} -m maillint gone.eml mail --only oath {stream}"
    assert subprocess.run(["bash", "-c", shell], capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize(
    ("command", "status"), [("- --only oath", 3), ("fix -i mail", 1), ("sendmail --batch -- cat", 65)]
)
def test_a_closed_input_is_an_empty_one(desk, command, status):
    shell = f"{sys.executable} -m maillint {command} <&-"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False)
    assert (done.returncode, b"bug" in done.stderr) == (status, False)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_terminals_that_cannot_show_everything(desk, encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [*COMMAND, "mail/c-zh.eml", "--only", "oath", "--lang", "zh-Hant"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    shown = done.stdout.decode(encoding)
    assert "得分" in shown or r"\u5f97\u5206" in shown
    done = subprocess.run([*command, "--format", "json"], capture_output=True, env=environment, check=False)
    assert "您好" in done.stdout.decode("utf-8") or "zounds" in done.stdout.decode("utf-8")


def on_terminal(command: list[str], **variables: str) -> str:
    """What a terminal receives from a command."""
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"} | variables
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    received = bytearray()
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            break
        received += chunk
    process.wait()
    os.close(ours)
    return received.decode()


def test_colour_on_a_terminal_only(desk):
    command = [*COMMAND, "mail/a-oath.eml", "--only", "oath"]
    assert "\x1b[33mwarning: \x1b[0m" in on_terminal(command)
    assert "\x1b" not in on_terminal(command, NO_COLOR="1")
    assert "\x1b" not in on_terminal([*command, "--color", "never"])
    assert b"\x1b" not in subprocess.run(command, capture_output=True, check=False).stdout
    assert b"\x1b" in subprocess.run([*command, "--color=always"], capture_output=True, check=False).stdout


def test_whoever_waits_sees_a_counter(desk):
    message = (desk / "mail" / "b-fine.eml").read_bytes()
    for number in range(60):
        (desk / "mail" / f"m{number}.eml").write_bytes(message)
    command = [*COMMAND, "mail", "--only", "oath", "--lang", "zh-Hans"]
    shown = on_terminal([*command, "--output", "report.txt"])
    assert "\r已读 51 封邮件\x1b[K" in shown
    assert shown.endswith("\r\x1b[K")
    assert "已读" not in on_terminal(command)
    assert subprocess.run(command, capture_output=True, check=False).stderr == b""


def test_plain_runs_wait_for_no_parser_library(desk):
    code = (
        "import sys; sys.argv = ['maillint', 'mail/a-oath.eml', '--format', 'json', '--only', 'oath-old'];"
        "from maillint.__main__ import main; main();"
        "heavy = {'typer', 'click', 'rich', 'argparse', 'email', 'dateparser', 'multiprocessing', 'asyncio'} & set(sys.modules);"
        "print(heavy, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stderr == b"set()\n"


def test_a_keyboard_interrupt_is_quiet(desk, maillint, monkeypatch):
    from maillint.cli import lint

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(lint, "judge", interrupted)
    answer = maillint("mail")
    assert (answer.status, answer.err) == (130, "")


def test_the_installed_command_is_the_same_program(desk):
    script = Path(sys.executable).with_name("maillint")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("maillint 0.")


def test_complaints_stand_behind_what_was_printed_before_them(desk):
    command = [*COMMAND, "new-check", "house-buzzword", "--pack", "ours"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert [line.split()[0] for line in done.stdout.splitlines()][-1] == "maillint:"
    assert "house/buzzword.toml" in done.stdout.splitlines()[0]
