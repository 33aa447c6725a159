import json
from pathlib import Path

import jsonschema
import pytest

from maillint import report as formats
from maillint.report import make
from maillint.report.renderer import Summary

SCHEMA = json.loads((Path(formats.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))


def document(reports, look) -> str:
    renderer = make("json", look)
    return renderer.head() + renderer.separator.join(map(renderer.body, reports)) + renderer.foot(Summary())


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_document_is_what_the_schema_says(reports, look, held, language):
    text = document(reports, look(language))
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))
    held(f"run.{language}.json", text)


def test_schema_is_a_schema_and_names_every_key(reports, look):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    messages = json.loads(document(reports, look()))["messages"]
    assert set(messages[0]) == set(SCHEMA["$defs"]["message"]["properties"])
    assert set(messages[0]["findings"][0]) == set(SCHEMA["$defs"]["finding"]["properties"])


def test_run_without_messages_is_a_document(look):
    assert json.loads(document([], look())) == {"version": 1, "messages": []}


def test_text_is_the_verbatim_span(reports, look):
    for message, report in zip(json.loads(document(reports, look()))["messages"], reports, strict=True):
        for finding in message["findings"]:
            source = report.subject if finding["zone"] == "subject" else report.text
            assert source[finding["start"] : finding["end"]] == finding["text"]
            line = source.split("\n")[finding["line"] - 1]
            assert line[finding["column"] - 1 :].startswith(finding["text"].split("\n")[0])


def test_points_add_up(reports, look):
    for message in json.loads(document(reports, look()))["messages"]:
        if message["error"] is None:
            assert 100 - sum(message["groups"].values()) == message["score"]


def test_strange_characters_survive_and_touch_no_terminal(hostile, look):
    text = document([hostile], look())
    assert json.loads(text)["messages"][0]["path"] == hostile.path
    assert not any(character in text for character in "\x1b\x07\x9b\u202e\u2067")


def test_lines_are_messages(reports, look):
    renderer = make("jsonl", look())
    text = renderer.head() + renderer.separator.join(map(renderer.body, reports)) + renderer.foot(Summary())
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["path"] for line in lines] == [report.path for report in reports]
    assert {line.pop("version") for line in lines} == {1}
    assert lines == json.loads(document(reports, look()))["messages"]
