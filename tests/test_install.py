"""Both ways of installing carry every check and every data file: as a wheel, and editable."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from maillint.language.dates import lexer

OFFLINE = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check")
DRAFT = Path(__file__).parent.parent / "samples" / "hasty.eml"
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info")


def run(*command: str | Path, cwd: Path, status: int = 0, **environment: str) -> str:
    """What a command prints; one that ends with another status fails the test with its complaints."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | environment
    clean["PATH"] = f"{sysconfig.get_path('scripts')}{os.pathsep}{clean['PATH']}"  # the words come from a program there
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def source(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a release is built from, on its own."""
    copy = tmp_path_factory.mktemp("source")
    for name in ("src", "checks"):
        shutil.copytree(root / name, copy / name, ignore=LEFT_OUT)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(root / name, copy)
    return copy


def build(source: Path, folder: Path, **environment: str) -> Path:
    """A wheel of ``source``, in ``folder``."""
    shutil.rmtree(source / "build", ignore_errors=True)
    run(sys.executable, "-m", "pip", "wheel", *OFFLINE, "--wheel-dir", folder, ".", cwd=source, **environment)
    return next(folder.glob("maillint-*.whl"))


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, as Python: `./task wheel` builds and tests the compiled one."""
    return build(source, tmp_path_factory.mktemp("wheel"), MAILLINT_PURE="1")


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A fresh environment that borrows the dependencies of this one, but not its maillint."""
    borrowed = tmp_path / "borrowed"
    borrowed.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "maillint" not in entry.name and entry.suffix != ".pth":
            (borrowed / entry.name).symlink_to(entry)
    place = tmp_path / "env"
    venv.create(place, with_pip=False, symlinks=True)
    site = next(place.glob("lib/python*/site-packages"))
    (site / "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    return place / "bin"


def test_the_wheel_holds_the_package_and_nothing_else(source: Path, wheel: Path) -> None:
    wanted = {path.relative_to(source / "src").as_posix() for path in (source / "src" / "maillint").rglob("*.*")}
    wanted |= {f"maillint/{path.relative_to(source).as_posix()}" for path in (source / "checks").rglob("*.*")}
    wanted = {name for name in wanted if not name.startswith("maillint.egg-info")}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_a_compiler_that_fails_leaves_the_wheel_as_it_is(source: Path, wheel: Path, tmp_path: Path) -> None:
    failed = build(source, tmp_path, CC="false")
    held, wanted = (sorted(zipfile.ZipFile(path).namelist()) for path in (failed, wheel))
    assert [name for name in held if name.endswith(".so")] == []
    assert len(held) == len(wanted)


def test_a_wheel_is_compiled_where_a_compiler_is_and_a_checkout_never(root: Path) -> None:
    is_wheel = not Path(lexer.__file__).is_relative_to(root / "src")
    has_compiler = bool(shutil.which("cc")) and Path(sysconfig.get_path("include"), "Python.h").exists()
    suffix = ".so" if is_wheel and has_compiler else ".py"
    assert Path(lexer.__file__).suffix == suffix


def test_the_wheel_carries_licence_and_notice(wheel: Path) -> None:
    names = [name.rpartition("/")[2] for name in zipfile.ZipFile(wheel).namelist() if "/licenses/" in name]
    assert sorted(names) == ["LICENSE", "NOTICE"]


@pytest.mark.parametrize("way", ["wheel", "editable"])
def test_an_installation_judges_a_message(
    way: str, source: Path, wheel: Path, environment: Path, tmp_path: Path
) -> None:
    what = (wheel,) if way == "wheel" else ("--editable", source)
    run(environment / "python", "-m", "pip", "install", *OFFLINE, *what, cwd=tmp_path)

    place = run(environment / "python", "-c", "import maillint; print(maillint.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(environment.parent if way == "wheel" else source)

    draft = DRAFT
    printed = run(environment / "maillint", "--format", "json", draft, cwd=tmp_path, status=1)
    expected = json.loads(draft.with_suffix(".expected.json").read_text(encoding="utf-8"))["findings"]
    drawn = json.loads(printed)["messages"][0]["findings"]
    assert [finding["check"] for finding in drawn] == [finding["check"] for finding in expected]
    assert "date-relative" in [finding["check"] for finding in drawn]


def test_the_package_is_typed_for_its_users(wheel: Path) -> None:
    assert "maillint/py.typed" in zipfile.ZipFile(wheel).namelist()
