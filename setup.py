"""Compiles the busiest modules to machine code, by mypy's own compiler, where a C compiler is at hand.

Nothing depends on it: without one, or in a checkout (``pip install --editable``), the same files run as Python, about a
sixth slower. ``MAILLINT_PURE=1`` builds a wheel of Python alone. All else about the package stands in pyproject.toml.
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
slips wordings engine/hits engine/needs engine/run engine/score
language/closings language/keywords language/matters language/names language/overlap language/paragraphs
language/placeholders language/promises language/proposals_en language/proposals_zh language/salutations
language/salutations_en language/salutations_zh language/script language/sentences language/shouting language/subjects
language/symbols language/text language/titles language/topics language/verbatim language/words
language/dates/absolute language/dates/context language/dates/counted language/dates/english language/dates/found
language/dates/grammar language/dates/habits_en language/dates/habits_zh language/dates/han language/dates/joining
language/dates/lengths_en language/dates/lexer language/dates/lookalikes language/dates/numbers language/dates/reading
language/dates/relative language/dates/render language/dates/search language/dates/sentences language/dates/tense_en
language/dates/vague_zh language/dates/weekdays
language/spelling/contexts language/spelling/search language/spelling/surroundings
language/spelling/lattice/__init__ language/spelling/lattice/strangers
message/addresses message/charset message/content message/datefield message/headers message/mime message/own
message/params message/proposals message/reader message/rendering message/words
message/html/elements message/html/emphasis message/html/entities message/html/owners message/html/page
message/html/render
message/zones/cutting message/zones/endings message/zones/footers message/zones/lines message/zones/markers
message/zones/openings message/zones/personal message/zones/quotes message/zones/signatures message/zones/signers
message/zones/subject_prefixes
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
    except SystemExit:  # its way to say that it cannot; why stands above, in the build's own output
        sys.stderr.write("maillint stays Python, since mypyc refuses one of its modules\n")
        return []


setup(ext_modules=compiled(), cmdclass={"build_ext": OptionalBuild})
