"""Widths, excerpts, changes, escapes: the small parts under every format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.engine import Report
from maillint.finding import Confidence, Edit, Finding, Grade, Rewrite, Severity, Span
from maillint.report.change import COLUMNS, changes, preview
from maillint.report.excerpt import excerpt, scene, within
from maillint.report.languages import from_environment, normalise
from maillint.report.safe import visible, visible_json
from maillint.report.strings import count, say
from maillint.report.width import clip_left, clip_right, fitting, width

EVERYTHING = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("naïve", 5),
        ("下周三", 6),
        ("，。", 4),
        ("ｆｕｌｌ", 8),
        ("🙂", 2),
        ("👍🏽", 2),
        ("👨‍👩‍👧", 2),
        ("❤️", 2),
        ("e\u0301", 1),
        ("한국", 4),
        ("", 0),
    ],
)
def test_width(text, columns):
    assert width(text) == columns


@given(EVERYTHING, st.integers(2, 30))
def test_clipped_text_fits(text, columns):
    assert width(clip_right(text, columns)) <= max(columns, width(text[:1]))
    assert width(clip_left(text, columns)) <= max(columns, width(text))
    assert width(text[: fitting(text, columns)]) <= columns


@given(EVERYTHING)
def test_visible_text_is_one_line_that_commands_nothing(text):
    shown = visible(text)
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    assert not any(character in shown for character in "\u202e\u2066\u2028\u200b\ufeff")
    shown.encode()


def test_joiners_of_emoji_and_scripts_stay():
    assert visible("👨‍👩‍👧 می‌خواهم") == "👨‍👩‍👧 می‌خواهم"


@given(st.recursive(EVERYTHING, st.lists))
def test_json_says_the_same_with_more_escapes(value):
    import json

    document = visible_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(document) == value
    assert "\u202e" not in document


def test_excerpt_of_an_endless_line_fits():
    text = "x" * 500_000 + " next Wednesday " + "长" * 500_000
    shown = excerpt(text, Span("body", 500_001, 500_015))
    assert shown.marked == "next Wednesday"
    assert width(shown.before + shown.marked + shown.after) <= COLUMNS + 2
    assert shown.carets.lstrip() == "^" * 14


@given(EVERYTHING, st.data())
def test_excerpts_mark_the_beginning_of_their_span(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = excerpt(text, Span("body", start, end))
    if shown is not None:
        assert shown.carets.strip()
        assert visible(text[start:end].lstrip("\r\n").split("\n")[0]).startswith(shown.marked.rstrip("…").rstrip())


def report(text: str, subject: str = "") -> Report:
    return Report("a.eml", 100, 100, "en", "external", {}, (), subject=subject, text=text)


def edit(text: str, old: str, new: str, zone: str = "body") -> Edit:
    start = text.index(old)
    return Edit(Span(zone, start, start + len(old)), new)


def test_change_of_one_line():
    text = "Dear Åsa,\nsee you 下周三 then\nBye\n"
    (change,) = changes(report(text), [edit(text, "下周三", "12月2日")])
    assert (change.old, change.new) == (("see you 下周三 then",), ("see you 12月2日 then",))
    assert within(change, edit(text, "下周三", "").span).marked == "下周三"


def test_new_lines_stand_alone():
    text = "see you then\n"
    (change,) = changes(report(text), [Edit(Span("salutation", 0, 0), "Dear Mr Reed,\n\n")])
    assert (change.old, change.new) == ((), ("Dear Mr Reed,", ""))


@given(st.integers(24, 100), st.integers(0, 60), st.sampled_from(["x ", "长", "🙂 "]))
def test_mark_and_rewrite_fit_a_narrow_screen(columns, words, word):
    text = word * words + "下周三" + word * 60
    fix = edit(text, "下周三", "12月2日（周三）")
    rewrite = Rewrite(Grade.SAFE, (fix,))
    finding = Finding("date-relative", Severity.WARNING, Confidence.HIGH, fix.span, "下周三", 4, rewrite=rewrite)
    shown = scene(report(text), finding, columns)
    assert shown.excerpt.marked == "下周三"
    line = shown.excerpt.before + shown.excerpt.marked + shown.excerpt.after
    assert width(line) <= columns + 2
    assert "12月" in clip_right(shown.changes[0].new[0], columns)


def test_edits_of_subject_and_far_lines_are_changes_of_their_own():
    text = "one\ntwo\nthree\n"
    edits = [edit(text, "one", "1"), edit(text, "three", "3"), edit("Hi", "Hi", "Offer 4471", "subject")]
    assert [change.new for change in changes(report(text, "Hi"), edits)] == [("Offer 4471",), ("1",), ("3",)]
    assert preview(report(text, "Hi"), edits) == "Offer 4471\n1\n3"


@given(st.text("ab \n长🙂", max_size=300), st.data())
def test_changes_say_what_the_edits_do(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text("xy\n", max_size=8))
    (change,) = changes(report(text), [Edit(Span("body", start, end), new)])
    after = text[:start] + new + text[end:]
    for lines, whole in ((change.old, text), (change.new, after)):
        assert "\n".join(lines).strip("…") in whole


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en_GB.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("de_DE", None),
    ],
)
def test_language_tags(tag, language):
    assert normalise(tag) == language


def test_locale_variables_in_their_order():
    assert from_environment({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}) == "zh-Hant"
    assert from_environment({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}) == "en"
    assert from_environment({"LANG": "de_DE.UTF-8"}) == "en"
    assert from_environment({}) == "en"


def test_every_text_of_the_program_is_there_in_three_languages():
    from maillint.report.strings import _TEXTS

    fields = {
        key: [sorted(part.split("}")[0] for part in text.split("{")[1:]) for text in texts]
        for key, texts in _TEXTS.items()
    }
    assert all(first == second == third for first, second, third in fields.values())
    assert all(text.strip() for texts in _TEXTS.values() for text in texts)


def test_numbers_of_things():
    assert [count("en", "error", n) for n in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]
    assert count("en", "advice", 1) == "1 piece of advice"
    assert count("zh-Hant", "message", 20_000) == "20,000 封郵件"
    assert say("zh-Hans", "zone.subject") == "主题"
