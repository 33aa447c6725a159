"""Sentences as people write them, and what the date checks mark in each."""

import os
from functools import cache

import pytest

from maillint.engine import checkfile, packs
from maillint.engine.examples import apply, findings_of
from maillint.engine.packs import Spec
from maillint.message import from_compose

HERE = os.path.dirname(__file__)
ROOT = os.path.dirname(os.path.dirname(HERE))
CHECKS = ("relative", "indefinite", "weekday", "ambiguous", "past", "impossible")


@cache
def spec(name):
    path = os.path.join(ROOT, "checks", "date", f"{name}.toml")
    return Spec(*packs.run_data(checkfile.read(path)))


def sentences(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]


def draft(text, *, date):
    frame = (
        "李经理：\n\n{}\n\n王芳" if any("\u4e00" <= letter <= "\u9fff" for letter in text) else "Hi Tom,\n\n{}\n\nAnna"
    )
    return from_compose(
        {
            "from": "Anna Berg <anna.berg@north.example>",
            "to": "Tom Reed <tom.reed@south.example>",
            "subject": "4471",
            "date": date,
            "text": frame.format(text),
        }
    )


def marks(text, *, date):
    message = draft(text, date=date)
    found = [
        (finding.span.start, name, finding.text) for name in CHECKS for finding in findings_of(spec(name), message, {})
    ]
    return "|".join(f"{name}:{words}" for _, name, words in sorted(found))


@pytest.mark.parametrize("line", sentences("date_sentences_en.txt"))
def test_english(line):
    text, _, wanted = line.partition(" => ")
    assert marks(text, date="2026-11-25T10:00:00+01:00") == wanted


@pytest.mark.parametrize("line", sentences("date_sentences_zh.txt"))
def test_chinese(line):
    text, _, wanted = line.partition(" => ")
    assert marks(text, date="2026-11-25T10:00:00+08:00") == wanted


@pytest.mark.parametrize(("name", "zone"), [("date_habits_en.txt", "+01:00"), ("date_habits_zh.txt", "+08:00")])
def test_only_what_is_ahead_is_marked(name, zone):
    """Hundreds of sentences with words of the calendar, most of which set no date."""
    date = f"2026-11-25T10:00:00{zone}"
    parts = [line.partition(" => ") for line in sentences(name)]
    wrong = [(text, found) for text, _, wanted in parts if (found := marks(text, date=date)) != wanted]
    assert wrong == []


REWRITING = ("relative", "indefinite", "weekday", "ambiguous", "no-zone")


def mended(message):
    """The text with the first choice of every rewrite, overlapping ones left out."""
    edits = []
    for name in REWRITING:
        for finding in findings_of(spec(name), message, {}):
            for edit in finding.rewrite.edits if finding.rewrite else ():
                if all(edit.span.end <= one.span.start or one.span.end <= edit.span.start for one in edits):
                    edits.append(edit)
    return apply(message.text, edits)


@pytest.mark.parametrize(("name", "zone"), [("date_sentences_en.txt", "+01:00"), ("date_sentences_zh.txt", "+08:00")])
def test_a_rewrite_leaves_nothing_to_rewrite(name, zone):
    date = f"2026-11-25T10:00:00{zone}"
    for line in sentences(name):
        message = draft(line.partition(" => ")[0], date=date)
        once = mended(message)
        assert mended(message._replace(shown=message.shown._replace(text=once))) == once
