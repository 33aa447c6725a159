"""All modules of a run in one file of the user's cache: one read in place of two hundred look-ups in folders.

The file holds what each module compiled to, with the size and time of its source. A module whose source has changed, or
that no earlier run needed, is imported as ever and taken up when the run ends.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

from maillint import cache

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    Entry = tuple[str, tuple[int, int], bool, bytes]
    """Source file, its size and time, whether it is a package, and the marshalled code."""


class Bundle:
    """A finder and loader (PEP 451) of the modules that earlier runs compiled."""

    def __init__(self) -> None:
        self._path = cache.place("modules", (os.path.dirname(__file__),))
        stored = cache.read(self._path)
        self._entries: dict[str, Entry] = stored[0] if stored else {}
        self._missed: list[str] = []

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: object = None) -> ModuleSpec | None:
        """The module as an earlier run compiled it; None when it is to be looked for elsewhere."""
        if not name.startswith("maillint."):
            return None
        entry = self._entries.get(name)
        if entry is None or _stamp(entry[0]) != entry[1]:
            self._missed.append(name)
            return None
        source, _, is_package, _ = entry
        spec = ModuleSpec(name, self, origin=source, is_package=is_package)  # type: ignore[arg-type]
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec

    def create_module(self, _spec: ModuleSpec) -> None:
        """An ordinary module will do."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        exec(marshal.loads(self._entries[module.__name__][3]), module.__dict__)  # noqa: S102, S302 - our own code

    def keep(self) -> None:
        """Take up what this run imported from its source; the next run finds it in the bundle."""
        found = {name: entry for name in self._missed if (entry := _compiled(sys.modules.get(name)))}
        if found:
            cache.write(self._path, self._entries | found)


def _compiled(module: ModuleType | None) -> Entry | None:
    spec = getattr(module, "__spec__", None)
    if spec is None or not spec.has_location or not hasattr(spec.loader, "get_code"):
        return None
    stamp, code = _stamp(spec.origin), spec.loader.get_code(spec.name)
    return (spec.origin, stamp, spec.submodule_search_locations is not None, marshal.dumps(code)) if stamp else None


def _stamp(source: str) -> tuple[int, int] | None:
    try:
        status = os.stat(source)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
