"""A folder of many messages: shared out, in order, the same as by one process."""

import json
import os

import pytest

from maillint import processes
from maillint.cli import pool, request


@pytest.fixture
def folder(desk):
    oath = (desk / "mail" / "a-oath.eml").read_bytes()
    many = desk / "many"
    many.mkdir()
    for number in range(30):
        text = b"zounds" if number % 3 == 0 else b"behold"
        (many / f"m{number:02}.eml").write_bytes(oath.replace(b"zounds", text))
    (many / "m07.eml").write_bytes(b"\x00\xff\x00" * 2000)
    (many / "notes.bin").write_bytes(b"\x00" * 100)
    return many


@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "sarif", "github", "html"])
def test_processes_change_nothing_but_the_time(maillint, folder, monkeypatch, format_):
    monkeypatch.setattr(pool, "CHUNK", 4)
    alone = maillint("many", "mail", "--only", "oath", "--format", format_)
    together = maillint("many", "mail", "--only", "oath", "--format", format_, "--jobs", "2")
    assert together == alone
    assert alone.status == (request.PASSED if format_ == "sarif" else request.FINDINGS)


def test_few_messages_start_no_process(maillint, folder, monkeypatch):
    monkeypatch.setattr(processes, "ProcessPoolExecutor", lambda *_, **__: pytest.fail("a process was started"))
    answer = maillint("many", "--only", "oath", "--jobs", "0", "--format", "json")
    paths = [message["path"] for message in json.loads(answer.out)["messages"]]
    assert paths == [f"many/{name}" for name in sorted(os.listdir(folder))]


def test_where_there_is_no_shared_memory_one_process_does_it_all(maillint, folder, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(pool, "CHUNK", 4)
    alone = maillint("many", "--only", "oath", "--format", "jsonl")
    monkeypatch.setattr(processes, "ProcessPoolExecutor", refuse)
    assert maillint("many", "--only", "oath", "--format", "jsonl", "--jobs", "2") == alone


def test_programs_hear_of_files_passed_over(maillint, folder):
    answer = maillint("many", "--only", "oath", "--format", "jsonl", "--fail-on", "never")
    last = json.loads(answer.out.splitlines()[-1])
    assert (last["path"], last["error"], last["note"]) == ("many/notes.bin", "not-a-message", "passed-over")
    (folder / "m07.eml").unlink()
    assert maillint("many", "--only", "oath", "--fail-on", "never").status == request.PASSED


def test_the_summary_counts_everything(maillint, folder):
    answer = maillint("many", "--only", "oath")
    assert answer.out.endswith(
        "\n30 messages, 10 not ready to send, 1 unreadable, 1 other file passed over, average score 97.6\n"
    )
    assert (
        answer.err
        == "maillint: many/m07.eml: is no e-mail message; maillint reads .eml files, maildirs and mbox files\n"
    )


def test_a_mailbox(maillint, desk):
    one = (desk / "mail" / "a-oath.eml").read_text()
    (desk / "all.mbox").write_text(
        "".join(f"From anna@north.example Wed Nov 25 10:00:00 2026\n{one}\n" for _ in range(3))
    )
    answer = maillint("all.mbox", "--only", "oath", "--quiet")
    assert [line.split(":")[0] for line in answer.out.splitlines()] == ["all.mbox#1", "all.mbox#2", "all.mbox#3"]


def test_a_folder_without_mail(maillint, desk):
    (desk / "nothing").mkdir()
    answer = maillint("nothing")
    assert answer.status == request.UNREADABLE
    assert (
        answer.err == "maillint: nothing: holds no messages; maillint looks for .eml files, maildirs and mbox files\n"
    )


def _processes(monkeypatch, cores):
    """The sizes of the pools a run starts."""
    started = []
    real = processes.ProcessPoolExecutor
    monkeypatch.setattr(processes.os, "sched_getaffinity", lambda _: set(range(cores)))
    monkeypatch.setattr(
        processes, "ProcessPoolExecutor", lambda jobs, *rest, **more: started.append(jobs) or real(jobs, *rest, **more)
    )
    return started


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("cores", "chunk", "started"), [(2, 10, [2]), (64, 16, [2]), (1, 4, [])])
def test_never_more_processes_than_cores_or_chunks(maillint, monkeypatch, cores, chunk, started):
    monkeypatch.setattr(pool, "CHUNK", chunk)
    monkeypatch.setattr(pool, "WORTHWHILE", 20)
    sizes = _processes(monkeypatch, cores)
    assert maillint("many", "--only", "oath", "-j", "0") == maillint("many", "--only", "oath")
    assert sizes == started


def test_a_small_folder_is_not_worth_a_second_process_unless_asked_for(maillint, folder, monkeypatch):
    monkeypatch.setattr(pool, "CHUNK", 4)
    sizes = _processes(monkeypatch, 8)
    maillint("many", "--only", "oath", "-j", "0")
    assert sizes == []
    maillint("many", "--only", "oath", "-j", "2")
    assert sizes == [2]


@pytest.mark.parametrize("option", [("-j", "-3"), ("--jobs=-3",)])
def test_a_negative_number_of_processes(maillint, folder, option):
    answer = maillint("many", *option)
    assert (answer.status, answer.out) == (request.USAGE, "")
    assert answer.err == "maillint: --jobs -3: give the number of processes, or 0 for one each core\n"
