"""The house keeps its shape: small rooms, small functions, a small public face, and nothing heavy at the door."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import maillint.checks
from maillint import authoring, engine, finding, message, rewrite

SOURCE = Path(engine.__file__).parent.parent
CHECKS = Path(maillint.checks.__path__[0])
FILES = sorted({*SOURCE.rglob("*.py"), *CHECKS.rglob("*.py")})
MOST_LINES = 300
MOST_FUNCTION_LINES = 40
HEAVY = (
    "autocorrect_py",
    "click",
    "dateparser",
    "email",
    "jieba",
    "mailparser",
    "pydantic",
    "regex",
    "rich",
    "rjieba",
    "typer",
    "wordfreq",
)


def brief(path: Path) -> str:
    """A file's name within the package, for test ids."""
    base = CHECKS.parent if path.is_relative_to(CHECKS) else SOURCE
    return path.relative_to(base).as_posix()


@pytest.mark.parametrize("path", FILES, ids=brief)
def test_a_file_fits_a_readers_head(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    functions = [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    long = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in long.items() if lines > MOST_FUNCTION_LINES} == {}


@pytest.mark.parametrize("path", FILES, ids=brief)
def test_a_file_is_named_in_lower_case_words(path: Path) -> None:
    assert path.stem in {"__init__", "__main__"} or path.stem.replace("_", "").isalnum()
    assert path.name == path.name.lower()
    assert path.name.isascii()


def test_every_folder_of_code_is_named_as_a_package(root: Path) -> None:
    listed = set(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"])
    folders = {path.parent for path in (*FILES, *CHECKS.rglob("*.toml"))}
    rooms = {
        path.relative_to(SOURCE.parent)
        for path in folders
        if path.is_relative_to(SOURCE) and CHECKS not in (path, *path.parents)
    }
    groups = {Path("maillint", "checks", path.relative_to(CHECKS)) for path in folders if path.is_relative_to(CHECKS)}
    assert listed == {".".join(path.parts) for path in rooms | groups}


@pytest.mark.parametrize("module", [authoring, engine, message, rewrite], ids=lambda module: module.__name__)
def test_exported_names_are_there_and_sorted(module: object) -> None:
    names = module.__all__  # type: ignore[attr-defined]
    assert [name for name in names if not hasattr(module, name)] == []
    assert sorted(names) == list(names)


def test_what_checks_may_import_is_one_module() -> None:
    for path in (path for path in FILES if path.is_relative_to(CHECKS)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("maillint"):
                assert node.module == "maillint.authoring", f"{brief(path)} imports {node.module}"


def test_a_finding_holds_no_prose() -> None:
    assert {"message", "title", "why"}.isdisjoint(finding.Finding._fields)


def loaded_by(code: str) -> set[str]:
    """The top-level packages a fresh interpreter has after running code."""
    script = (
        f"import sys\n{code}\nprint('\\n'.join({{name.partition('.')[0] for name in sys.modules}}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


IMPORT = "import maillint.__main__"
RUN = "sys.argv = ['maillint', '--fail-on', 'never', {draft!r}]; import maillint.__main__ as door; door.main()"


def test_nothing_heavy_is_imported_at_the_door() -> None:
    names = loaded_by(IMPORT)
    assert "maillint" in names
    assert names.isdisjoint(HEAVY)


def test_nothing_heavy_is_loaded_by_a_plain_run(root: Path) -> None:
    code = RUN.format(draft=str(root / "samples" / "hasty.eml"))
    loaded_by(code)  # the first run may have to fill the cache
    names = loaded_by(code)
    assert "maillint" in names
    assert names.isdisjoint((*HEAVY, "dataclasses", "inspect"))
