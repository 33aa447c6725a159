"""``maillint test-checks``: the examples of any pack, tried by the same runner that our own suite uses."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maillint.cli.request import UsageError
from maillint.engine import checkfile, crash, examples, packs, proofread
from maillint.engine.checkfile import CheckFileError
from maillint.report.strings import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Tally:
    """What came of a pack's examples."""

    language: str = "en"
    debug: bool = False
    checks: int = 0
    passed: int = 0
    problems: list[str] = field(default_factory=list)
    traces: dict[str, None] = field(default_factory=dict)
    """The tracebacks of what the Python of checks raised."""

    def text(self) -> str:
        """The problems, one a line, and the sum."""
        checks = spoken(_TEXTS, self.language, "checks", n=self.checks)
        total = spoken(_TEXTS, self.language, "total", checks=checks, passed=self.passed, failed=len(self.problems))
        traces = self.traces if self.debug else ()
        untried = () if self.passed or self.problems else (spoken(_TEXTS, self.language, "untried"),)
        return "".join(f"{line}\n" for line in (*self.problems, *map(str.rstrip, traces), *untried, total))

    def add(self, file: str, result: examples.Result) -> None:
        """Count one result."""
        if result.problem is None:
            self.passed += 1
            return
        which = f" {result.kind} {result.number} ({result.lang}):" if result.kind else ""
        self.problems.append(f"{file}:{which} {result.problem.text(self.language)}")
        if trace := result.problem.args.get("trace"):
            self.traces[trace] = None


_TEXTS = {
    "checks": ("{n} check(s)", "{n} 项检查", "{n} 項檢查"),
    "total": (
        "{checks}: {passed} passed, {failed} failed",
        "{checks}：{passed} 个通过，{failed} 个不通过",
        "{checks}：{passed} 個通過，{failed} 個不通過",
    ),
    "untried": (
        "no example was tried: what changes a check is tried with examples of its own ([[bad]], [[fine]])",
        "没有试例子：修改检查的文件只用自己的例子来试（[[bad]]、[[fine]]）",
        "沒有試例子：修改檢查的檔案只用自己的例子來試（[[bad]]、[[fine]]）",
    ),
    "none": (
        "test-checks {path}: there are no checks; name a check's .toml file, a group or a pack",
        "test-checks {path}：没有检查；请写检查的 .toml 文件、组或检查包",
        "test-checks {path}：沒有檢查；請寫檢查的 .toml 檔、組或檢查包",
    ),
}


def tried(paths: list[str], language: str = "en", *, debug: bool = False) -> Tally:
    """Try the examples of check files, groups and packs; without paths, of the built-in checks.

    Args:
        paths: files and folders, a later pack over an earlier one.
        language: in which the author is told.
        debug: show the tracebacks of what the Python of checks raises, each once.

    Raises:
        UsageError: a path does not exist or holds no checks.
    """
    tally = Tally(language, debug=debug)
    layers: dict[str, tuple[str, ...]] = {}
    found = [file for path in paths or [packs.BUILT_IN] for file in files(path, language)]
    folders = tuple(dict.fromkeys(os.path.dirname(os.path.dirname(os.path.abspath(file))) for file in found))
    for file in found:
        tally.checks += 1
        try:
            for result in examples.run(file, _below_it(file, layers), folders):
                tally.add(file, result)
        except CheckFileError as error:
            tally.problems.append(str(error))
            if error.__cause__:
                tally.traces[crash.trace(error)] = None
    for group in dict.fromkeys(os.path.dirname(file) for file in found if file not in paths):
        tally.problems += [orphan.text(language) for orphan in proofread.orphans(group)]
    return tally


def _below_it(file: str, layers: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The files of the same check that come before: the built-in one, and those of packs tried before."""
    name = checkfile.name_of(file)
    if name not in layers:
        group = os.path.basename(os.path.dirname(file))
        built_in = os.path.join(packs.BUILT_IN, group, os.path.basename(file))
        is_other = os.path.exists(built_in) and not os.path.samefile(built_in, file)
        layers[name] = (built_in,) if is_other else ()
    below = layers[name]
    layers[name] = (*below, file)
    return below


def files(path: str, language: str = "en") -> list[str]:
    """The check files a path stands for.

    Raises:
        UsageError: there are none, or a folder cannot be read.
    """
    if os.path.isfile(path):
        return [path]
    try:
        found = list(_below(path)) if os.path.isdir(path) else []
    except (OSError, CheckFileError) as error:
        raise UsageError(str(error)) from error
    if not found:
        raise UsageError(spoken(_TEXTS, language, "none", path=path))
    return found


def _below(folder: str) -> Iterator[str]:
    own = [entry.path for entry in os.scandir(folder) if _is_check(entry.path)]
    yield from sorted(own) or filter(_is_check, packs.files(folder))


def _is_check(path: str) -> bool:
    return path.endswith(".toml") and not os.path.basename(path).startswith(("_", "."))
