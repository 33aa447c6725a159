"""The documents say what is so: their examples run, and what can be generated is. `./task docs` writes both anew.

In a ``console`` block each ``$ command`` is run in a folder that holds the samples, and the lines under it are what it
prints. A block whose first line is ``# file: NAME`` is that file, for the commands below it. Between ``<!-- NAME -->``
and ``<!-- /NAME -->`` stands what the function of that name gives.
"""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maillint.engine.checkfile import LANGUAGES
from maillint.engine.keys import KEYS
from maillint.engine.tables import RULE, TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PROFILES = " ".join(f"`{name}`" for name in KEYS["profile"].allowed)
"""They stand on the page on configuration."""
FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
GENERATED = re.compile(r"^<!-- (?P<name>\w+) -->\n(?P<text>.*?)^<!-- /(?P=name) -->$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^# file: (?P<name>\S+)\n")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder to run examples in, with the samples at hand."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return tmp_path


def run(command: str, desk: Path) -> str:
    """What a command prints, complaints included."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=desk,
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=60,
    )
    return done.stdout.decode().replace(f"{desk}/", "")


def played(text: str, desk: Path) -> str:
    """A document with the files of its examples laid down and the output of their commands put in."""

    def play(match: re.Match[str]) -> str:
        block = match["text"]
        if file := FILE.match(block):
            place = desk / file["name"]
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block[file.end() :], encoding="utf-8")
        if match["kind"] == "console":
            block = "\n".join(session(block, desk))
        return f"```{match['kind']}\n{block}```"

    return FENCE.sub(play, text)


def session(block: str, desk: Path) -> Iterator[str]:
    """The commands of a block, each with what it prints."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    for command in commands:
        yield command
        yield from run(command[2:], desk).rstrip("\n").splitlines()
    yield ""


def language_of(document: Path) -> str:
    """The language of a document: the folder's name, or English."""
    return document.parent.name if document.parent.name in LANGUAGES else "en"


def filled(text: str, document: Path, root: str) -> str:
    """A document with its generated parts made anew; ``root`` leads from it to the checkout's top."""
    tables = runpy.run_path(str(ROOT / "docs" / "tables.py"))["GENERATORS"]

    def fill(match: re.Match[str]) -> str:
        lines = "\n".join(tables[match["name"]](language_of(document), root))
        return f"<!-- {match['name']} -->\n{lines}\n<!-- /{match['name']} -->"

    return GENERATED.sub(fill, text)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_says_what_is_so(document: Path, desk: Path, golden: Callable[[Path, str], None]) -> None:
    text = document.read_text(encoding="utf-8")
    root = os.path.relpath(ROOT, document.parent).replace(os.sep, "/")
    golden(document, played(filled(text, document, root), desk))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_checks_of_worked_examples_pass(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    commands = len(re.findall(r"^\$ maillint test-checks", text, re.MULTILINE))
    passed = re.findall(r"(?: passed, 0 failed|个通过，0 个不通过|個通過，0 個不通過)$", text, re.MULTILINE)
    assert len(passed) == commands


@pytest.mark.parametrize("folder", ["docs", "docs/zh-Hans", "docs/zh-Hant"])
def test_the_page_on_configuration_names_every_key_and_value(folder: str) -> None:
    page = (ROOT / folder / "configuration.md").read_text(encoding="utf-8")
    names = [name for key, entry in KEYS.items() for name in (key, *entry.allowed)]
    assert [name for name in names if f"`{name}`" not in page] == []


@pytest.mark.parametrize("folder", ["docs", "docs/zh-Hans", "docs/zh-Hant"])
def test_the_page_on_gates_names_every_key_and_value(folder: str) -> None:
    page = (ROOT / folder / "gates.md").read_text(encoding="utf-8")
    keys = {**TABLES["gate"], **RULE}
    names = [name for key, entry in keys.items() for name in (key, *(str(value) for value in entry.allowed))]
    assert [name for name in names if f"`{name}`" not in page and f"`{name}`" not in PROFILES] == []


def test_the_readme_and_ci_name_the_same_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "./task try" in readme
    assert "./task test" in readme
    assert "./task" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_task_file_tells_all_its_tasks() -> None:
    told = re.findall(r"^\./task (\w+)", run(f"sh {ROOT / 'task'}", ROOT), re.MULTILINE)
    known = re.findall(r"^    (\w+)\)", (ROOT / "task").read_text(encoding="utf-8"), re.MULTILINE)
    assert told == known


def test_the_notice_names_what_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=!~ ;\[]", need)[0] for need in project["dependencies"]}
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert set(re.findall(r"^  (\S+)  +\S", notice, re.MULTILINE)) == needed


@pytest.mark.parametrize("folder", ["docs/zh-Hans", "docs/zh-Hant"])
def test_the_chinese_start_page_leads_to_every_page(folder: str) -> None:
    start = (ROOT / folder / "index.md").read_text(encoding="utf-8")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")}
    assert [name for name in sorted(pages) if f"]({name})" not in start and f"](../{name})" not in start] == []


def test_every_page_is_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f"docs/{page.name}" not in readme] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!\w+:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
