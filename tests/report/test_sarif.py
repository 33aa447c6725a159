import json

import pytest

from maillint.report import make
from maillint.report.renderer import Summary


def log(reports, look, datas=None):
    renderer = make("sarif", look)
    total = Summary()
    for report in reports:
        total.count(report, failed=False)
    bodies = [renderer.body(report, data) for report, data in zip(reports, datas or [b""] * len(reports), strict=True)]
    return json.loads(renderer.head() + renderer.separator.join(filter(None, bodies)) + renderer.foot(total))


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_log_holds_what_the_standard_requires(reports, look, held, language):
    document = log(reports, look(language))
    held(f"run.{language}.sarif", json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert run["tool"]["driver"]["name"] == "maillint"
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["ruleId"] in rules
        assert result["level"] in ("none", "note", "warning", "error")
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1


def test_unreadable_inputs_are_notifications(reports, look):
    (invocation,) = log(reports, look())["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "gone.eml"


def test_run_without_findings_is_a_log(look):
    assert log([], look())["runs"][0]["results"] == []


def test_places_are_lines_of_the_file(english, look):
    data = b"Subject: Question\r\nTo: tom@south.example\r\n\r\n" + english.text.replace("\n", "\r\n").encode()
    results = log([english], look(), [data])["runs"][0]["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert [region["startLine"] for region in regions] == [1, 6, 6, 7]
    assert regions[2]["startColumn"] == 15
    assert regions[2]["endColumn"] == 29


def test_fingerprint_stays_when_the_words_move(english, look):
    finding = english.findings[2]
    span = finding.span._replace(start=finding.span.start + 7, end=finding.span.end + 7)
    moved = english._replace(text="P.S.:\n\n" + english.text, findings=(finding._replace(span=span),))
    first = log([english], look())["runs"][0]["results"][2]
    second = log([moved], look())["runs"][0]["results"][0]
    assert first["partialFingerprints"] == second["partialFingerprints"]


def test_paths_are_uri_references(chinese, look):
    result = log([chinese], look())["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%E9%82%AE%E4%BB%B6/%E5%90%88%E5%90%8C.eml"
