"""Both parsers of the command line say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.cli import app, lint, plain
from maillint.cli.request import Request

OPTIONS = st.one_of(
    st.sampled_from(
        [("--format", "json"), ("-f", "jsonl"), ("--format=html",), ("--fail-on", "never"), ("--color=never",)]
    ),
    st.sampled_from([("--breakdown",), ("--why",), ("--stats",), ("--quiet",), ("-q",), ("--preview",), ("--debug",)]),
    st.sampled_from([("--min-score", "70"), ("--min-score=82.5",), ("--jobs", "2"), ("-j", "0")]),
    st.sampled_from([("--only", "date"), ("--ignore=tone-casual",), ("--only=subject-vague",), ("--ignore", "body")]),
    st.sampled_from([("--lang", "zh-TW"), ("--date=2026-11-25",), ("--output", "out.txt"), ("-o", "报告.html")]),
    st.sampled_from([("--profile", "internal"), ("--config=a.toml",)]),
)
PATHS = st.sampled_from([("draft.eml",), ("-",), ("邮件/草稿.eml",), ("a b.eml",)])


def full(arguments: list[str]) -> Request:
    seen: list[Request] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lint, "run", lambda request: seen.append(request) or 0)
        app.run(arguments)
    return seen[0]


@given(st.lists(st.one_of(OPTIONS, PATHS), max_size=7), PATHS, st.booleans())
def test_plain_forms_mean_the_same_to_both(parts, path, is_named):
    arguments = [*(["lint"] if is_named else []), *path, *(word for part in parts for word in part)]
    assert plain.parse(arguments) == full(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["-h"],
        ["explain", "date-relative"],
        ["draft.eml", "--nope"],
        ["draft.eml", "--format"],
        ["--why"],
    ],
)
def test_everything_else_is_left_to_the_full_parser(arguments):
    assert plain.parse(arguments) is None
