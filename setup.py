"""Compiles the busiest modules to machine code, by mypy's own compiler, where a C compiler is at hand.

Nothing depends on it: without one, or in a checkout (``pip install --editable``), the same files run as Python, about a
tenth slower. ``MAILLINT_PURE=1`` builds a wheel of Python alone. All else about the package stands in pyproject.toml.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path
from typing import Any

from setuptools import setup
from setuptools.command.build_ext import build_ext

SOURCE = Path("src", "maillint")
BUSIEST = """
engine/needs engine/run
language/keywords language/matters language/names language/proposals_en language/script language/subjects language/text
language/topics
language/dates/context language/dates/english language/dates/found language/dates/grammar language/dates/joining
language/dates/lexer language/dates/numbers language/dates/search language/dates/sentences
language/spelling/contexts language/spelling/search
message/addresses message/charset message/datefield message/headers message/mime message/reader message/rendering
message/html/elements message/html/page message/html/render
message/zones/cutting message/zones/footers message/zones/lines message/zones/personal message/zones/quotes
"""
"""Where a message's time goes, most of it in functions: records and kept properties gain nothing."""


class OptionalBuild(build_ext):
    """All of them or none: a compiler that fails leaves the package as Python."""

    def run(self) -> None:
        try:
            super().run()
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a compiler
            self.warn(f"maillint stays Python, since its compilation failed: {error}")
            for path in self.get_outputs():
                Path(path).unlink(missing_ok=True)
            self.extensions: list[Any] = []


def compiled() -> list[Any]:
    """The extensions of a wheel; none where there is no compiler, or none is wanted."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if "bdist_wheel" not in sys.argv or os.environ.get("MAILLINT_PURE") or not shutil.which(compiler):
        return []
    try:
        from mypyc.build import mypycify
    except ImportError:  # a build without isolation
        return []
    options = ["--config-file=", "--ignore-missing-imports"]  # what maillint depends on is not there during a build
    paths = [str(SOURCE / f"{name}.py") for name in BUSIEST.split()]
    try:
        return mypycify([*options, *paths], opt_level="2", debug_level="0", group_name="maillint")
    except SystemExit:  # its way to say that it cannot
        return []


setup(ext_modules=compiled(), cmdclass={"build_ext": OptionalBuild})
