"""The documents say what is so: their examples run, and what can be generated is. `./task docs` writes both anew.

In a ``console`` block each ``$ command`` is run in a folder that holds the samples, and the lines under it are what it
prints. A block whose first line is ``# file: NAME`` is that file, for the commands below it. Between ``<!-- NAME -->``
and ``<!-- /NAME -->`` stands what the function of that name gives.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maillint.engine import packs
from maillint.engine.catalog import catalog
from maillint.engine.config import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
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


def groups() -> Iterator[str]:
    """The groups of checks and the most each can cost."""
    prose, pack = catalog("en"), packs.load()
    yield "| group | about | at most |"
    yield "|---|---|---|"
    for name in sorted(pack.caps, key=lambda name: (pack.order[name], name)):
        yield f"| `{name}` | {prose.title(name)} | {pack.caps[name]:g} points |"


def checks() -> Iterator[str]:
    """Every check, by group."""
    prose, pack = catalog("en"), packs.load()
    for group in sorted(pack.caps, key=lambda name: (pack.order[name], name)):
        yield f"\n## {prose.title(group)}\n"
        yield "| check | what is wrong | severity | costs | norms |"
        yield "|---|---|---|---|---|"
        for spec in (spec for spec in pack.specs if spec.group == group):
            notes = [prose.title(spec.name), "preview" if spec.preview else ""]
            title = ", ".join(filter(None, notes))
            yield f"| `{spec.name}` | {title} | {spec.severity} | {spec.cost:g} | {', '.join(prose.norms(spec.name))} |"
    yield ""


GENERATORS = {"groups": groups, "checks": checks}


def filled(text: str) -> str:
    """A document with its generated parts made anew."""

    def fill(match: re.Match[str]) -> str:
        lines = "\n".join(GENERATORS[match["name"]]())
        return f"<!-- {match['name']} -->\n{lines}\n<!-- /{match['name']} -->"

    return GENERATED.sub(fill, text)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_says_what_is_so(document: Path, desk: Path, golden: Callable[[Path, str], None]) -> None:
    text = document.read_text(encoding="utf-8")
    golden(document, played(filled(text), desk))


def test_the_page_on_configuration_names_every_key_and_value() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    names = [name for key, entry in KEYS.items() for name in (key, *entry.allowed)]
    assert [name for name in names if f"`{name}`" not in page] == []


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


def test_every_page_is_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f"docs/{page.name}" not in readme] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!\w+:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
