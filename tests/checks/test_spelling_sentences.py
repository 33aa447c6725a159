"""Words that exist but are not the ones meant, sentence by sentence; the sentences are in spelling_sentences.txt."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import maillint.checks
from maillint.engine import Config, lint, load
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


def test_the_word_that_may_be_wrong_stands_in_its_phrase() -> None:
    listed = tomllib.loads((Path(maillint.checks.__path__[0]) / "spelling/confusion.toml").read_text("utf-8"))
    told = {phrase: value for phrase, value in listed["phrases"]["en"].items() if value.startswith("~")}
    assert all(value[1:].partition("\n")[0] in phrase and "\n" in value for phrase, value in told.items())
