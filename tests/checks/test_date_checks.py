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


def rewritten(draft, check="relative", **options):
    found = findings_of(spec(check), draft, {"options": options})
    return apply(draft.text, [edit for finding in found if finding.rewrite for edit in finding.rewrite.edits])


class TestWorkingDays:
    """Counted by the calendar of the sender's country: its domain, or China for simplified Chinese at UTC+8."""

    def test_over_the_national_holiday(self):
        draft = compose("请在3个工作日内回复。", date="2026-09-29T10:00:00+08:00")
        assert rewritten(draft) == "请在3个工作日内（10月9日前）回复。"

    def test_a_worked_saturday_counts(self):
        draft = compose("请在2个工作日内回复。", date="2026-02-12T10:00:00+08:00")
        assert rewritten(draft) == "请在2个工作日内（2月14日前）回复。"

    @pytest.mark.parametrize(
        ("sender", "day"),
        [("a@b.de", "Monday, 28 December 2026"), ("a@b.ch", "Monday, 28 December 2026"),
         ("a@b.co.uk", "Tuesday, 29 December 2026"), ("a@north.example", "Friday, 25 December 2026")],
    )  # fmt: skip
    def test_christmas(self, sender, day):
        draft = compose(
            "Please reply within 3 business days.",
            date="2026-12-22T10:00:00" + ("+00:00" if "uk" in sender else "+01:00"),
            **{"from": f"Å <{sender}>"},
        )
        assert day in rewritten(draft)

    def test_by_configuration(self):
        draft = compose("Please reply within 2 business days.", date="2026-10-01T10:00:00+01:00")
        assert "(Monday, 5 October 2026)" in rewritten(draft, holidays="none")
        assert "(Friday, 9 October 2026)" in rewritten(draft, holidays="CN")

    def test_close_of_business_on_a_holiday(self):
        draft = compose("Please send it by close of business.", date="2026-12-25T10:00:00+01:00", **{"from": "a@b.de"})
        assert "(Monday, 28 December 2026)" in rewritten(draft)

    def test_an_unknown_country_has_weekends(self):
        draft = compose("Please reply within 2 business days.")
        assert "(Friday, 27 November 2026)" in rewritten(draft, holidays="XX")

    def test_the_rewrite_is_not_told_again(self):
        draft = compose("请在3个工作日内（10月9日前）回复。", date="2026-09-29T10:00:00+08:00")
        assert not findings("relative", draft)


class TestAfterTheHoliday:
    @pytest.mark.parametrize("date", ["2026-09-28T10:00:00+08:00", "2026-10-07T10:00:00+08:00"])
    def test_the_first_working_day(self, date):
        draft = compose("合同节后寄给您。", date=date)
        assert rewritten(draft, "indefinite") == "合同节后（10月8日，周四）寄给您。"

    def test_far_from_any(self):
        draft = compose("合同节后寄给您。", date="2026-07-01T10:00:00+08:00")
        assert [finding.key for finding in findings("indefinite", draft)] == ["main"]


class TestClocksThatDiffer:
    """Evidence that a reader lives by another clock, and what is none."""

    CALL = "Could we have a call on 2 December 2026 at 15:00?"

    def test_a_telephone_number_in_the_thread(self):
        text = f"Hi Åse,\n\n{self.CALL}\n\nAnna\n\nOn 24 November 2026, Åse Lim wrote:\n> Thanks!\n> Åse Lim\n> +65 6123 4567"
        assert findings("no-zone", compose(text, headers={"In-Reply-To": "<1@b.example>"}))

    def test_a_zone_in_the_thread(self):
        text = (
            f"Hi Åse,\n\n{self.CALL}\n\nAnna\n\nOn 24 November 2026, Åse Lim wrote:\n> I am free from 10:00 PST.\n> Åse"
        )
        assert findings("no-zone", compose(text))

    def test_a_japanese_form_of_address(self):
        assert findings("no-zone", compose(f"Dear Sato-san,\n\n{self.CALL}\n\nAnna"))

    def test_a_clock_of_no_known_place_is_no_evidence(self):
        draft = compose(self.CALL, date="2026-11-25T10:00:00+00:00", to="Jonas <j@vogel.de>")
        assert not findings("no-zone", draft)

    def test_without_date_field(self):
        assert not findings("no-zone", compose(self.CALL, date=None, to="Jonas <j@vogel.de>"))

    def test_each_time_gets_its_zone(self):
        draft = compose(
            "Could we have a call on 2 December 2026 at 15:00 or on 3 December 2026 at 4 pm?",
            to="Jonas <j@vogel.com.sg>",
        )
        assert rewritten(draft, "no-zone") == (
            "Could we have a call on 2 December 2026 at 15:00 (UTC+1) or on 3 December 2026 at 4 pm (UTC+1)?"
        )

    def test_a_meeting_in_one_place_goes_by_its_clock(self):
        draft = compose("We meet at the gate on 2 December 2026 at 15:00.", to="Jonas <j@vogel.com.sg>")
        assert not findings("no-zone", draft)

    def test_the_abbreviation_that_fits_the_sender(self):
        draft = compose(
            "The call is on 2 December 2026 at 10:00 IST.", date="2026-11-25T10:00:00+05:30", to="Bill <b@horn.us>"
        )
        assert rewritten(draft, "no-zone") == "The call is on 2 December 2026 at 10:00 UTC+5:30."


class TestBothHalvesOfTheDay:
    def test_the_other_hour_is_a_choice(self):
        (finding,) = findings("time-ambiguous", compose("It starts on 2 December 2026 at 7:30."))
        texts = [choice[0].replacement for choice in (finding.rewrite.edits, *finding.rewrite.alternatives)]
        assert texts == ["07:30", "19:30"]

    def test_the_rewrite_is_not_told_again(self):
        assert not findings("time-ambiguous", compose("It starts on 2 December 2026 at 07:30."))
        assert not findings("time-ambiguous", compose("12月2日上午8点在门口见。"))


@pytest.mark.parametrize("text", ["合同节后寄给您。", "合約節後寄給您。"])
def test_a_dated_return_to_work_is_not_told_again(text):
    date = "2026-09-28T10:00:00+08:00"
    better = rewritten(compose(text, date=date), "indefinite", holidays="CN")
    assert "10月8日" in better
    assert not findings_of(spec("indefinite"), compose(better, date=date), {"options": {"holidays": "CN"}})
