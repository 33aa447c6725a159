"""Checks of dates are loaded for the kinds of dates that a message has."""

import subprocess
import sys

import pytest

_RUN = """
import sys
from maillint import engine
from maillint.engine import config
from maillint.message import from_compose
ruleset = engine.load(config.discover("/"))
fields = {"from": "a@north.example", "to": "b@south.example", "subject": "Besuch 來訪", "text": sys.argv[1]}
engine.lint(from_compose(fields), ruleset)
print(*sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("maillint.checks.date.")))
"""


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("The smörgås is ready. 🎉", ""),
        ("Please send it by Friday.", "relative"),
        ("请尽快发给我。", "indefinite"),
        ("请在12月3日（周三）前答复。", "weekday"),
        ("The fair ends on 31 June.", "impossible"),
    ],
)
def test_only_the_checks_concerned_are_loaded(text, loaded):
    run = subprocess.run([sys.executable, "-c", _RUN, text], capture_output=True, text=True, check=True)
    assert run.stdout.split() == loaded.split()
