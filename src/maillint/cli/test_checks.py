"""``maillint test-checks``: the examples of any pack, tried by the same runner that our own suite uses."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maillint.cli.request import UsageError
from maillint.engine import checkfile, examples, packs
from maillint.engine.checkfile import CheckFileError

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Tally:
    """What came of a pack's examples."""

    checks: int = 0
    passed: int = 0
    problems: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The problems, one a line, and the sum."""
        noun = "check" if self.checks == 1 else "checks"
        total = f"{self.checks} {noun}: {self.passed} passed, {len(self.problems)} failed"
        return "".join(f"{line}\n" for line in (*self.problems, total))


def tried(paths: list[str]) -> Tally:
    """Try the examples of check files, groups and packs; without paths, of the built-in checks.

    Raises:
        UsageError: a path does not exist or holds no checks.
    """
    tally = Tally()
    layers: dict[str, tuple[str, ...]] = {}
    for file in (file for path in paths or [packs.BUILT_IN] for file in files(path)):
        tally.checks += 1
        try:
            for result in examples.run(file, _below_it(file, layers)):
                if result.problem:
                    tally.problems.append(f"{file}: {result.kind} {result.number} ({result.lang}): {result.problem}")
                else:
                    tally.passed += 1
        except CheckFileError as error:
            tally.problems.append(str(error))
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


def files(path: str) -> list[str]:
    """The check files a path stands for.

    Raises:
        UsageError: there are none.
    """
    if os.path.isfile(path):
        return [path]
    found = list(_below(path)) if os.path.isdir(path) else []
    if not found:
        raise UsageError(f"test-checks {path}: there are no checks; name a check's .toml file, a group or a pack")
    return found


def _below(folder: str) -> Iterator[str]:
    own = [entry.path for entry in os.scandir(folder) if _is_check(entry.path)]
    yield from sorted(own) or filter(_is_check, packs.files(folder))


def _is_check(path: str) -> bool:
    return path.endswith(".toml") and not os.path.basename(path).startswith("_")
