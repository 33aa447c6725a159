"""A week on Thursday and a fortnight today; invoices that were due; (EOM) and months up to which a state lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maillint.message import read

if TYPE_CHECKING:
    from maillint.message.draft import Draft

HEAD = "From: Åsa <asa@north.example>\nTo: Tom Reed <tom@south.example>\nDate: Wed, 25 Nov 2026 10:00:00 +0100\n"


def draft(text: str) -> Draft:
    return read(f"{HEAD}Subject: Ferry\n\nHi Tom,\n\n{text}\n\nÅsa\n".encode())


def days(text: str) -> list[str]:
    return [str(date.readings[0][0]) for _, date in draft(text).dates if date.kind == "relative"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ferry leaves a week on Thursday.", "2026-12-03"),
        ("The harbour board meets a fortnight today.", "2026-12-09"),
        ("The harbour closes a week tomorrow.", "2026-12-03"),
        ("See you two weeks on Friday.", "2026-12-11"),
        ("It takes a week, on Thursday we leave.", "2026-11-26"),
    ],
)
def test_so_many_weeks_behind_the_day_named(text: str, day: str) -> None:
    assert days(text) == [day]


def test_so_many_times_a_week_is_a_habit() -> None:
    assert days("The ferry leaves twice a week on Monday and Thursday.") == []


def test_an_invoice_that_was_due_is_no_day_to_come() -> None:
    assert [date.is_due for _, date in draft("Please pay it by 3 November 2026.").dates] == [True]
    assert [date.is_due for _, date in draft("Reminder of our invoice 81, due 3 November 2026.").dates] == [False]


def test_the_end_of_the_message_is_no_end_of_a_month() -> None:
    assert days("Let's talk about it (EOM)") == []
    assert days("Please send it by EOM.") == ["2026-11-30"]
