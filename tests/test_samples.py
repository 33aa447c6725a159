"""Each draft in samples/ draws what stands beside it; `./task docs` writes that anew, and the diff is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from maillint.engine import Config, Report, Ruleset, lint, load
from maillint.message import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.finding import Finding

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.eml"))
FAULTLESS = ("ready", "reply", "zh-hans-ready", "zh-hant-ready")


def named(*stems: str) -> pytest.MarkDecorator:
    """A test for each of these samples."""
    chosen = [sample for sample in SAMPLES if not stems or sample.stem in stems]
    return pytest.mark.parametrize("sample", chosen, ids=[sample.stem for sample in chosen])


@pytest.fixture(scope="module")
def judge() -> Callable[[Path], Report]:
    """A sample under the built-in checks and no configuration."""
    ruleset: Ruleset = load(Config())
    return lambda sample: lint(read(sample.read_bytes()), ruleset, sample.name)


def in_lines(report: Report) -> str:
    """The report as JSON with one finding a line, so that a diff can be read."""
    head = {"score": report.score, "after": report.after, "language": report.language, "profile": report.profile}
    findings = ",\n".join(f"    {json.dumps(brief(finding), ensure_ascii=False)}" for finding in report.findings)
    listed = f"[\n{findings}\n  ]" if findings else "[]"
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    return "{\n" + ",\n".join([*lines, f'  "findings": {listed}']) + "\n}\n"


def brief(finding: Finding) -> dict[str, Any]:
    """What a finding comes to: which check, where, what stands there, what should."""
    span = finding.span
    edits = finding.rewrite.edits if finding.rewrite else ()
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "at": [span.zone, span.start, span.end],
        "text": finding.text,
        "becomes": [edit.replacement for edit in edits],
    }


@named()
def test_a_sample_draws_what_stands_beside_it(
    sample: Path, judge: Callable[[Path], Report], golden: Callable[[Path, str], None]
) -> None:
    golden(sample.with_suffix(".expected.json"), in_lines(judge(sample)))


@named(*FAULTLESS)
def test_a_draft_that_is_ready_draws_nothing(sample: Path, judge: Callable[[Path], Report]) -> None:
    report = judge(sample)
    assert [(finding.check, finding.text) for finding in report.findings] == []
    assert (report.score, report.grade) == (100, "A")


@named()
def test_a_finding_shows_the_draft_verbatim(sample: Path, judge: Callable[[Path], Report]) -> None:
    report = judge(sample)
    assert report.text.strip()
    for finding in report.findings:
        assert finding.key != "crashed", finding.args["error"]
        source = report.subject if finding.span.zone == "subject" else report.text
        assert source[finding.span.start : finding.span.end] == finding.text


@named()
def test_no_character_of_a_sample_is_garbled(sample: Path, judge: Callable[[Path], Report]) -> None:
    report = judge(sample)
    assert "\ufffd" not in report.subject + report.text
    assert report.defects == ()


def test_the_quote_of_a_reply_draws_nothing(judge: Callable[[Path], Report]) -> None:
    samples = {sample.stem: sample for sample in SAMPLES}
    for stem, first_of_quote in (("reply", "On Tue, 24 Nov"), ("zh-mixed-reply", "发件人")):
        report = judge(samples[stem])
        assert all(finding.span.end <= report.text.index(first_of_quote) for finding in report.findings)


def test_every_sample_has_its_expectation_and_the_other_way_round() -> None:
    folder = SAMPLES[0].parent
    expected = {path.name.removesuffix(".expected.json") for path in folder.glob("*.expected.json")}
    assert {sample.stem for sample in SAMPLES} == expected
