"""A second run finds its modules in the bundle of the first, unless their sources have changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import maillint.checks

SOURCE = Path(maillint.__file__).parent
REPORT = "import sys, maillint.cli.lint as lint; print(type(lint.__loader__).__name__, file=sys.stderr)"
DOOR = "import sys; from maillint import __main__ as door; sys.argv = ['maillint', '--only', 'date', sys.argv[1]]; door.leave()"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The package on its own, in a folder that may be edited."""
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    shutil.copytree(SOURCE, tmp_path / "lib" / "maillint", ignore=ignored)
    shutil.copytree(
        maillint.checks.__path__[0], tmp_path / "lib" / "maillint" / "checks", ignore=ignored, dirs_exist_ok=True
    )
    return tmp_path / "lib"


def judged(package: Path, draft: Path) -> tuple[str, str]:
    """What a run prints, and which module of the command line came from where."""
    environment = {**os.environ, "PYTHONPATH": str(package), "MAILLINT_CACHE_DIR": str(package.parent / "cache")}
    door = DOOR.replace("door.leave()", "door.os._exit = lambda status: None; door.leave(); " + REPORT)
    command = [sys.executable, "-c", door, str(draft)]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return done.stdout.decode(), done.stderr.decode().strip()


def bundles(package: Path) -> list[Path]:
    return list((package.parent / "cache").glob("modules-*.bin"))


def test_the_second_run_reads_the_bundle_and_says_the_same(package: Path, root: Path) -> None:
    draft = root / "samples" / "hasty.eml"
    first, came_from = judged(package, draft)
    assert came_from == "SourceFileLoader"
    assert "next Wednesday" in first
    assert judged(package, draft) == (first, "Bundle")
    assert len(bundles(package)) == 1


def test_modules_of_another_kind_of_message_are_taken_up_too(package: Path, root: Path) -> None:
    judged(package, root / "samples" / "ready.eml")
    small = bundles(package)[0].stat().st_size
    printed, _ = judged(package, root / "samples" / "zh-hans-hasty.eml")
    assert "下周三" in printed
    assert bundles(package)[0].stat().st_size > small


def test_a_source_that_has_changed_is_read_anew(package: Path, root: Path) -> None:
    draft = root / "samples" / "hasty.eml"
    judged(package, draft)
    module = package / "maillint" / "cli" / "lint.py"
    module.write_text(module.read_text(encoding="utf-8") + "\nprint('新しい')\n", encoding="utf-8")
    printed, came_from = judged(package, draft)
    assert (printed.splitlines()[0], came_from) == ("新しい", "SourceFileLoader")
    assert judged(package, draft) == (printed, "Bundle")


def test_a_broken_bundle_only_costs_time(package: Path, root: Path) -> None:
    draft = root / "samples" / "hasty.eml"
    first, _ = judged(package, draft)
    bundles(package)[0].write_bytes(b"\x00\x01\x02\x03 no bundle")
    assert judged(package, draft) == (first, "SourceFileLoader")
    assert judged(package, draft) == (first, "Bundle")
