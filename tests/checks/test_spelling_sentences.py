"""Words that exist but are not the ones meant, sentence by sentence; the sentences are in spelling_sentences.txt."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import maillint.checks
from maillint.engine import Config, lint, load
from maillint.language.spelling import contexts
from maillint.message import from_compose

HERE = Path(__file__).parent
LINES = [
    line
    for line in (HERE / "spelling_sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
SLIP = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def slips(sentence: str) -> list[tuple[str, str]]:
    draft = from_compose({"subject": "Pump 7 in Malmö", "text": f"Dear Åsa,\n\n{sentence}\n\nKind regards,\nAnna Berg"})
    report = lint(draft, load(Config()))
    return [
        (draft.text[one.span.start : one.span.end], one.rewrite.edits[0].replacement)
        for one in report.findings
        if one.check == "spelling-confusion" and one.rewrite
    ]


@pytest.mark.parametrize("line", LINES)
def test_sentence(line: str) -> None:
    assert slips(SLIP.sub(r"\1", line)) == SLIP.findall(line)


def test_every_word_with_a_pattern_is_looked_for() -> None:
    phrases = tomllib.loads((Path(maillint.checks.__path__[0]) / "spelling/confusion.toml").read_text("utf-8"))
    listed = phrases["phrases"]["en"].items()
    assert {value[1:] or phrase for phrase, value in listed if value.startswith("~")} == contexts.words()
