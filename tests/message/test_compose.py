"""Messages from a compose window."""

import json
from datetime import datetime, timedelta, timezone
from importlib.resources import files

import pytest

from maillint.message import ComposeError, from_compose, read
from maillint.message.compose import KEYS

FULL = {
    "subject": "报价确认",
    "from": "王芳 <wang.fang@north.example>",
    "to": ["Tom Reed <tom@south.example>", {"name": "李明", "email": "li@south.example"}],
    "cc": {"email": "cc@south.example"},
    "bcc": "a@x.example, b@x.example",
    "date": "2026-11-25T10:00:00+08:00",
    "text": "李明：\r\n\r\n请确认。",
    "attachments": [
        "报价.pdf",
        {"name": "logo.png", "content_type": "Image/PNG", "size": 120, "inline": True, "content_id": "<logo@x>"},
    ],
    "headers": {"In-Reply-To": "<1@x.example>"},
}


def test_every_field():
    draft = from_compose(FULL)
    assert draft.subject == "报价确认"
    assert draft.sender == ("王芳", "wang.fang@north.example")
    assert [tuple(each) for each in draft.to] == [("Tom Reed", "tom@south.example"), ("李明", "li@south.example")]
    assert [each.email for each in (*draft.cc, *draft.bcc)] == ["cc@south.example", "a@x.example", "b@x.example"]
    assert draft.date == datetime(2026, 11, 25, 10, tzinfo=timezone(timedelta(hours=8)))
    assert draft.text == "李明：\n\n请确认。"
    assert [tuple(each) for each in draft.attachments] == [
        ("报价.pdf", "application/octet-stream", 0, False, "", None),
        ("logo.png", "image/png", 120, True, "logo@x", None),
    ]
    assert draft.header("in-reply-to") == "<1@x.example>"


def test_nothing_behind_can_tell_a_composed_message_from_a_read_one():
    composed = from_compose({key: FULL[key] for key in ("subject", "from", "to", "date", "text")})
    head = "".join(f"{name}: {value}\r\n" for name, value in composed.headers)
    parsed = read(f"{head}\r\n{composed.text}".encode())
    same = ("headers", "subject", "sender", "to", "date", "shown", "attachments")
    assert [getattr(parsed, name) for name in same] == [getattr(composed, name) for name in same]


def test_html_is_shown_and_text_its_twin():
    draft = from_compose({"html": "<p>Hei <b>Åse</b></p>", "text": "Hei Åse"})
    assert (draft.text, draft.twin, draft.shown.content_type) == ("Hei Åse", "Hei Åse", "text/html")
    assert draft.shown.styles[0].bold


def test_an_empty_window():
    draft = from_compose({})
    assert (draft.text, draft.subject, draft.sender, draft.to, draft.date, draft.headers) == (
        "",
        None,
        None,
        (),
        None,
        (),
    )
    assert from_compose(dict.fromkeys(KEYS)) == draft


def test_a_date_without_an_offset_is_local():
    draft = from_compose({"date": "2026-11-25T10:00:00"})
    assert draft.date.utcoffset() is not None
    assert draft.date.hour == 10


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ([], "message: expected an object"),
        ({"subjekt": "x"}, "subjekt: expected one of the keys subject, from,"),
        ({"subject": 3}, "subject: expected text"),
        ({"text": b"x"}, "text: expected text"),
        ({"html": ["x"]}, "html: expected text"),
        ({"to": 3}, "to[0]: expected text or an object with name and email"),
        ({"to": ["a@x.example", None]}, "to[1]: expected text or an object"),
        ({"to": {"mail": "a@x.example"}}, "to[0]: expected no other keys than name and email"),
        ({"from": {"name": 3}}, "from[0].name: expected text"),
        ({"date": "tomorrow"}, "date: expected ISO 8601 text such as"),
        ({"date": 3}, "date: expected ISO 8601 text such as"),
        ({"attachments": "a.pdf"}, "attachments: expected a list"),
        ({"attachments": [3]}, "attachments[0]: expected a file name or an object"),
        ({"attachments": [{"nome": "a"}]}, "attachments[0]: expected no other keys than"),
        ({"attachments": [{"size": "3"}]}, "attachments[0].size: expected a whole number"),
        ({"attachments": [{"size": True}]}, "attachments[0].size: expected a whole number"),
        ({"attachments": [{"inline": 1}]}, "attachments[0].inline: expected true or false"),
        ({"headers": ["x"]}, "headers: expected an object of names and texts"),
        ({"headers": {"X": 1}}, "headers.X: expected text"),
    ],
)
def test_an_error_names_the_field(fields, message):
    with pytest.raises(ComposeError) as caught:
        from_compose(fields)
    assert str(caught.value).startswith(message)


SCHEMA = json.loads(files("maillint.message").joinpath("compose.schema.json").read_text(encoding="utf-8"))


def test_the_schema_knows_the_same_keys_and_tells_what_they_are():
    assert tuple(SCHEMA["properties"]) == KEYS
    assert SCHEMA["additionalProperties"] is False
    assert all(entry["description"].endswith(".") for entry in SCHEMA["properties"].values())


def test_the_schema_and_the_reader_know_the_same_members():
    attachment = SCHEMA["properties"]["attachments"]["items"]["oneOf"][1]["properties"]
    sample = {"string": "x", "integer": 1, "boolean": True}
    made = from_compose({"attachments": [{key: sample[entry["type"]] for key, entry in attachment.items()}]})
    assert tuple(made.attachments[0])[:5] == ("x", "x", 1, True, "x")
    person = SCHEMA["$defs"]["address"]["oneOf"][1]["properties"]
    assert from_compose({"from": dict.fromkeys(person, "x")}).sender == ("x", "x")
