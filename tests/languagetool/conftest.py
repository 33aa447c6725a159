"""A real LanguageTool, assembled once with Maven, started on a free port and stopped after the tests."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from maillint.engine import lint, load
from maillint.engine.config import Layer, merge
from maillint.language.spelling import languagetool
from maillint.message import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maillint.engine import Report
    from maillint.finding import Finding


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """``maillint`` with arguments, as a process of its own."""
    whole = [sys.executable, "-m", "maillint", *arguments]
    return subprocess.run(whole, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


@pytest.fixture
def maillint() -> Callable[..., subprocess.CompletedProcess[str]]:
    return command


@pytest.fixture(scope="session")
def jars() -> str:
    """The folder of a real LanguageTool."""
    return str(runpy.run_path(str(Path(__file__).with_name("assemble.py")))["assembled"]())


@pytest.fixture(scope="module")
def server(jars: str) -> Iterator[str]:
    """The address of a real server, started as a user would."""
    started = command("languagetool", "start", "--jars", jars)
    assert started.returncode == 0, started.stderr
    yield languagetool.local_address()
    assert command("languagetool", "stop").stdout == "stopped\n"


@pytest.fixture(autouse=True)
def _unbiased() -> Iterator[None]:
    """No failure of an earlier test is remembered."""
    languagetool.forget()
    yield
    languagetool.forget()


def mail(
    body: str, *, subject: str = "Delivery of order 4471", people: Sequence[str] = ("Anna Berg", "Tom Reed")
) -> bytes:
    """A message from the first to the other people."""
    sender, *readers = (f"{name} <p{number}@north.example>" for number, name in enumerate(people))
    return (
        f"From: {sender}\nTo: {', '.join(readers)}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
    ).encode()


@pytest.fixture
def judge() -> Callable[..., Report]:
    """``judge(body, people=(...), timeout=1.0)``: the report with the check switched on and its options."""

    def run(
        body: str, people: Sequence[str] = ("Anna Berg", "Tom Reed"), ignore: Sequence[str] = (), **options: Any
    ) -> Report:
        settings = {"severity": "warning", "timeout": 20.0, **options}
        config = merge([Layer("test", {"checks": {"spelling-grammar": settings}, "ignore": list(ignore)})])
        return lint(read(mail(body, people=people)), load(config))

    return run


@pytest.fixture
def grammar(judge: Callable[..., Report]) -> Callable[..., list[Finding]]:
    """``grammar(body, ...)``: what LanguageTool alone says."""
    others = [spec.name for spec in load().pack.specs if spec.name != "spelling-grammar"]

    def run(body: str, **options: Any) -> list[Finding]:
        return list(judge(body, ignore=others, **options).findings)

    return run
