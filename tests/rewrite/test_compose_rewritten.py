"""The fields of a compose window: edits in, a new draft out."""

from __future__ import annotations

from maillint.message import from_compose
from maillint.rewrite import rewrite_fields

FIELDS = {
    "subject": "Update",
    "to": "Tom Reed <tom@south.example>",
    "html": "<p>Hi Tim,</p>\r\n<p>it leaves next Monday &amp; soon.</p>",
    "text": "Hi Tim,\r\n\r\nit leaves next Monday & soon.",
    "attachments": ["計劃.pdf"],
}


def test_subject_html_and_text_are_rewritten_in_step(finding):
    draft = from_compose(FIELDS)
    found = [
        finding(draft, "Tim", "Tom"),
        finding(draft, "Monday", "Monday（30日）"),
        finding(draft, "Update", "閥門", zone="subject"),
    ]
    after, outcome = rewrite_fields(FIELDS, found)
    assert after == {
        **FIELDS,
        "subject": "閥門",
        "html": "<p>Hi Tom,</p>\r\n<p>it leaves next Monday（30日） &amp; soon.</p>",
        "text": "Hi Tom,\r\n\r\nit leaves next Monday（30日） & soon.",
    }
    assert outcome.applied == (found[2], *found[:2])
    assert FIELDS["subject"] == "Update"


def test_plain_text_alone_and_what_cannot_be_done(finding):
    fields = {"text": "Hi Tim"}
    after, _ = rewrite_fields(fields, [finding(from_compose(fields), "Tim", "Tom")])
    assert after == {"text": "Hi Tom"}
    fields = {"html": "<ul><li>a</li><li>b</li></ul>"}
    after, outcome = rewrite_fields(fields, [finding(from_compose(fields), "- a\n- b", "a, b")])
    assert (after, outcome.left[0].reason) == (fields, "place")


def test_a_window_without_a_subject_gets_one(finding):
    fields = {"text": "Hi Tom"}
    after, _ = rewrite_fields(fields, [finding(from_compose(fields), "", "Valves", zone="subject", at=0)])
    assert after == {"text": "Hi Tom", "subject": "Valves"}
