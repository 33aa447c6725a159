"""Messages as Arrow batches: one row in, one row out, the same judgement as from a file."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pyarrow as pa
import pytest

from maillint.audit import graph, tabular
from maillint.audit.judging import judge
from maillint.engine import Config, load

MAIL = (
    "From: 王芳 <wang@north.example>\nTo: 李明 <li@south.example>\nSubject: 第三版报价单\n"
    "Date: Wed, 25 Nov 2026 10:00:00 +0800\nMessage-ID: <3@north.example>\n"
    "Content-Type: text/plain; charset=utf-8\n\n李经理：\n\n您好！报价单请于下周三之前确认。😀\n\n此致\n敬礼\n王芳\n"
).encode()


@pytest.fixture(scope="module")
def ruleset():
    return load(Config())


def item(**changes):
    return {
        "subject": "第三版报价单",
        "body": {"contentType": "html", "content": "<p>李经理：</p><p>您好！报价单请于下周三之前确认。</p><p>此致<br>敬礼<br>王芳</p>"},
        "from": {"emailAddress": {"name": "王芳", "address": "wang@north.example"}},
        "toRecipients": [{"emailAddress": {"name": "李明", "address": "li@south.example"}}],
        "ccRecipients": [],
        "bccRecipients": None,
        "sentDateTime": "2026-11-25T02:00:00Z",
        "internetMessageId": "<3@north.example>",
        "hasAttachments": False,
        "importance": "normal",
        **changes,
    }  # fmt: skip


@pytest.mark.parametrize("column", tabular.CONTENT)
def test_a_row_is_judged_as_its_octets_are(ruleset, column) -> None:
    batch = pa.RecordBatch.from_pylist([{"path": "file:/sent/草稿 1.eml", column: MAIL}])
    (row,) = tabular.judged(batch, ruleset, keep_text=True).to_pylist()
    assert tabular.record(row) == judge(MAIL, "/sent/草稿 1.eml", ruleset, keep_text=True)


def test_every_row_in_is_a_row_out_in_the_same_order(ruleset) -> None:
    contents = [MAIL, None, b"", b"\0\1\2\xff" * 50, MAIL.replace(b"<3@", b"<4@")]
    batch = pa.RecordBatch.from_pylist([{"path": str(n), "content": one} for n, one in enumerate(contents)])
    rows = tabular.judged(batch, ruleset).to_pylist()
    assert [row["path"] for row in rows] == ["0", "1", "2", "3", "4"]
    assert [row["error"] for row in rows] == ["", "empty", "empty", "not-a-message", ""]


def test_an_empty_batch_is_one_of_the_same_columns(ruleset) -> None:
    batch = pa.RecordBatch.from_pylist([], schema=pa.schema([("content", pa.binary())]))
    assert tabular.judged(batch, ruleset).schema == tabular.JUDGED


def test_other_columns_are_an_error_that_names_them(ruleset) -> None:
    with pytest.raises(tabular.ColumnsError, match="a, b"):
        tabular.judged(pa.RecordBatch.from_pylist([{"a": 1, "b": 2}]), ruleset)


def test_a_sent_item_of_graph_is_judged_by_its_fields(ruleset) -> None:
    record = graph.judge("AAMk=", item(), ruleset, keep_text=True)
    assert (record.sender, record.recipients, record.message_id) == (
        "wang@north.example",
        ("li@south.example",),
        "<3@north.example>",
    )
    assert record.epoch == datetime(2026, 11, 25, 2, tzinfo=UTC).timestamp()
    assert [mark.check for mark in record.findings] == ["date-relative"]


@pytest.mark.parametrize(
    "form",
    [
        lambda fields: fields,
        lambda fields: {name[0].upper() + name[1:]: value for name, value in fields.items()},
        lambda fields: {
            name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
            for name, value in fields.items()
        },
        lambda fields: {**fields, "sentDateTime": datetime(2026, 11, 25, 2)},  # noqa: DTZ001 - as clusters give it
    ],
    ids=["Graph", "capitals", "JSON text", "a time"],
)
def test_the_forms_in_which_sent_items_come_are_one(ruleset, form) -> None:
    plain, other = (graph.judge("", one, ruleset) for one in (item(), form(item())))
    assert other._replace(key=plain.key) == plain


def test_what_is_attached_counts_even_where_only_the_fact_is_known(ruleset) -> None:
    promise = {"contentType": "text", "content": "李经理：\n\n您好！报价单见附件，请查收。\n\n此致\n敬礼\n王芳\n"}
    missing = graph.judge("", item(body=promise), ruleset)
    there = graph.judge("", item(body=promise, hasAttachments=True), ruleset)
    assert "attachment-missing" in [mark.check for mark in missing.findings]
    assert "attachment-missing" not in [mark.check for mark in there.findings]


@pytest.mark.parametrize("body", [None, 7, "plain words", {"content": 7}])
def test_a_broken_item_is_a_row_too(ruleset, body) -> None:
    assert graph.judge("x", item(body=body), ruleset).path == "x"
