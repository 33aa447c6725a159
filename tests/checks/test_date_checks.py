"""The date checks: rewrites that put the day beside the word, both readings where there are two."""

import os
from functools import cache

import pytest

from maillint.engine import checkfile, packs
from maillint.engine.examples import apply, findings_of
from maillint.engine.packs import Spec
from maillint.finding import Grade
from maillint.message import from_compose

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
WEDNESDAY = "2026-11-25T10:00:00+01:00"
MONDAY = "2026-11-23T10:00:00+01:00"
SUNDAY = "2026-11-29T10:00:00+08:00"


@cache
def spec(name):
    return Spec(*packs.run_data(checkfile.read(os.path.join(ROOT, "checks", "date", f"{name}.toml"))))


def compose(text, *, date=WEDNESDAY, subject="4471", **fields):
    message = {"from": "Anna <anna@north.example>", "to": "Tom <tom@south.example>", "subject": subject, "text": text}
    return from_compose(message | ({"date": date} if date else {}) | fields)


def findings(name, draft):
    return findings_of(spec(name), draft, {})


REWRITTEN = [
    ("Please answer by tomorrow.", "Please answer by tomorrow (Thursday, 26 November 2026)."),
    ("Please answer by Monday.", "Please answer by Monday (30 November 2026)."),
    ("It starts next month.", "It starts next month (December 2026)."),
    ("Can you send it by the end of the month?", "Can you send it by the end of the month (Monday, 30 November 2026)?"),
    ("See you on Friday at 3 pm.", "See you on Friday (27 November 2026) at 3 pm."),
    ("We will meet next week.", "We will meet next week (week of 30 November 2026)."),
    ("We will pay in two weeks.", "We will pay in two weeks (Wednesday, 9 December 2026)."),
    ("We will work over the weekend.", "We will work over the weekend (28–29 November 2026)."),
    ("Please reply within 3 days.", "Please reply within 3 days (Saturday, 28 November 2026)."),
    ("请明天回复。", "请明天（11月26日，周四）回复。"),
    ("请下周三下午三点前回复。", "请下周三（12月2日，周三）下午三点前回复。"),
    ("请在本周五17:00前提交。", "请在本周五（11月27日，周五）17:00前提交。"),
    ("下个月起执行新价格。", "下个月（12月）起执行新价格。"),
    ("我们下周发货。", "我们下周（11月30日至12月6日）发货。"),
    ("請於下週三前回覆。", "請於下週三（12月2日，週三）前回覆。"),
    ("請在星期五前確認。", "請在星期五（11月27日，星期五）前確認。"),
    ("三天内给您答复。", "三天内（11月28日前）给您答复。"),
    ("明年1月5日前可以，下周一也行。", "明年1月5日前可以，下周一（11月30日，周一）也行。"),
]


@pytest.mark.parametrize(("text", "better"), REWRITTEN)
def test_the_day_is_put_beside_the_word(text, better):
    draft = compose(text)
    edits = [edit for finding in findings("relative", draft) for edit in finding.rewrite.edits]
    assert apply(draft.text, edits) == better


@pytest.mark.parametrize(("_text", "better"), REWRITTEN)
def test_a_word_that_has_its_day_beside_it_is_left_alone(_text, better):
    assert findings("relative", compose(better)) == ()
    assert findings("weekday", compose(better)) == ()


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Please answer by tomorrow.", Grade.SAFE),
        ("请下周三前回复。", Grade.SAFE),
        ("Please reply within 3 days.", Grade.SUGGESTED),
        ("Please answer by EOD.", Grade.SUGGESTED),
        ("We will meet next week.", Grade.SUGGESTED),
    ],
)
def test_only_what_has_one_reading_by_its_words_is_safe(text, grade):
    (finding,) = findings("relative", compose(text))
    assert finding.rewrite.grade is grade


def test_next_friday_on_a_monday_shows_both_fridays():
    (finding,) = findings("relative", compose("Would next Friday suit you?", date=MONDAY))
    assert finding.key == "two-readings"
    assert finding.rewrite.grade is Grade.SUGGESTED
    choices = [finding.rewrite.edits, *finding.rewrite.alternatives]
    assert [edits[0].replacement for edits in choices] == [" (4 December 2026)", " (27 November 2026)"]


def test_a_chinese_week_begins_on_monday_but_on_a_sunday_both_weeks_are_shown():
    (finding,) = findings("relative", compose("请下周二来验货。", date=SUNDAY))
    assert [str(finding.args[key]) for key in ("first", "second")] == ["2026-12-01", "2026-12-08"]


def test_days_are_those_of_the_sender_not_of_greenwich():
    draft = compose("Please answer by tomorrow.", date="2026-11-25T23:30:00-08:00")
    (finding,) = findings("relative", draft)
    assert str(finding.args["first"]) == "2026-11-26"


def test_american_order_where_the_author_writes_it():
    draft = compose("The permit of October 2, 2025 ends. Please answer by Monday.")
    (finding,) = findings("relative", draft)
    assert finding.rewrite.edits[0].replacement == " (November 30, 2026)"


def test_without_a_date_field_days_count_from_now():
    draft = compose("Please answer by tomorrow.", date=None)
    (finding,) = findings("relative", draft)
    assert (finding.args["first"] - draft.reference.date()).days == 1


def test_subject_words_are_marked_in_the_subject():
    (finding,) = findings("relative", compose("See the agenda.", subject="Roof inspection tomorrow"))
    assert (finding.span.zone, finding.text) == ("subject", "tomorrow")
    assert finding.rewrite.edits[0].span.start == len("Roof inspection tomorrow")


def test_quotes_draw_nothing():
    text = "Fine with me.\n\nOn Tue, 24 Nov 2026 at 10:00, Tom Reed <tom@south.example> wrote:\n\n> Can we meet tomorrow, ASAP?\n"
    draft = compose(text)
    assert [findings(name, draft) for name in ("relative", "indefinite")] == [(), ()]


def test_a_possessive_is_advised_not_edited():
    (finding,) = findings("relative", compose("Please see the agenda for tomorrow's meeting."))
    assert (finding.rewrite.grade, finding.rewrite.edits) == (Grade.ADVICE, ())


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("See you on Wednesday, 3 December 2026.", ["Thursday, 3 December 2026", "Wednesday, 2 December 2026"]),
        ("See you on Wed, Dec. 3rd.", ["Thu, Dec. 3rd", "Wed, Dec. 2nd"]),
        ("请于12月3日（周五）前回复。", ["12月3日（周四）", "12月4日（周五）"]),
        ("請於12月3日（五）前回覆。", ["12月3日（四）", "12月4日（五）"]),
        ("See you on Tuesday, 30 November 2026.", ["Monday, 30 November 2026"]),
    ],
)
def test_a_weekday_that_contradicts_its_date_has_two_ways_out(text, choices):
    (finding,) = findings("weekday", compose(text))
    assert finding.rewrite.grade is Grade.SUGGESTED
    assert [edits[0].replacement for edits in (finding.rewrite.edits, *finding.rewrite.alternatives)] == choices


def test_a_date_without_a_year_is_the_coming_one():
    assert findings("weekday", compose("We meet on Friday 8 January.")) == ()
    assert len(findings("weekday", compose("We meet on Thursday 8 January."))) == 1


@pytest.mark.parametrize(
    ("date", "first"), [("2026-11-25T10:00:00+01:00", "5 December 2026"), ("2026-11-25T10:00:00-06:00", "12 May 2026")]
)
def test_the_senders_clock_tells_which_order_comes_first(date, first):
    (finding,) = findings("ambiguous", compose("The offer ends on 05/12/2026.", date=date))
    assert finding.rewrite.edits[0].replacement == first
    assert len(finding.rewrite.alternatives) == 1


def test_another_date_in_figures_settles_the_order():
    assert findings("ambiguous", compose("The fair is from 28/11/2026 to 05/12/2026.")) == ()


def test_narration_of_a_deadline_is_no_past_deadline():
    assert findings("past", compose("You asked us to reply by 3 November 2026, and we did.")) == ()
    assert len(findings("past", compose("Please reply by 3 November 2026."))) == 1


def test_the_script_is_that_of_the_words_around():
    traditional = compose(
        "Dear all, please see below, thank you for your help with this.\n\n請於明天前回覆，謝謝您的協助。"
    )
    (finding,) = findings("relative", traditional)
    assert finding.rewrite.edits[0].replacement == "（11月26日，週四）"


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("I will order the seals today and ring you tomorrow morning.", ["info", "info"]),
        ("我今天下单，明天把确认函发给您。", ["info", "info"]),
        ("Please ring me tomorrow.", ["warning"]),
        ("I will ring you by tomorrow.", ["warning"]),
        ("I will ring you next Wednesday.", ["warning"]),
    ],
)
def test_the_authors_own_plan_for_today_or_tomorrow_is_a_note(text, severities):
    assert [str(finding.severity.value) for finding in findings("relative", compose(text))] == severities


def test_what_holds_until_mid_december_is_a_note():
    [holds] = findings("indefinite", compose("We will keep the rate until mid-December."))
    [due] = findings("indefinite", compose("Please answer by mid-December."))
    assert (holds.severity.value, due.severity.value) == ("info", "warning")
    assert holds.cost < due.cost
