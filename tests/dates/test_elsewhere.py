"""Other languages, and what dateparser says of the same words."""

import os
from datetime import date, datetime

import dateparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.engine import checkfile, packs
from maillint.engine.examples import findings_of
from maillint.engine.packs import Spec
from maillint.language.dates import find, in_words
from maillint.language.dates.elsewhere import merged as elsewhere
from maillint.message import from_compose

REFERENCE = datetime.fromisoformat("2026-11-25T10:00:00+01:00")
GERMAN = "Sehr geehrte Frau Berg,\n\nwir treffen uns am {} um 10 Uhr in unserem Werk und freuen uns auf Sie.\n\nMit freundlichen Grüßen\nT. Reed"
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))


def written(text):
    return elsewhere([], text, 0, len(text), REFERENCE)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Wir treffen uns am 3. Dezember 2026.", "3. Dezember 2026", "2026-12-03"),
        ("Wir treffen uns am 20. Januar.", "20. Januar", "2027-01-20"),
        ("Réunion le 3 décembre 2026.", "3 décembre 2026", "2026-12-03"),
        ("Nos vemos el 2 de diciembre de 2026.", "2 de diciembre de 2026", "2026-12-02"),
        ("Встреча 2 декабря 2026 в офисе.", "2 декабря 2026", "2026-12-02"),
    ],
)
def test_written_dates_of_other_languages(text, words, day):
    (found,) = written(text)
    assert (found.text, str(found.readings[0][0])) == (words, day)


@pytest.mark.parametrize(
    "text", ["7 Stück zu 20 Euro", "in 3 Wochen", "5 personnes", "12 Monate Garantie", "40 Dezember"]
)
def test_numbers_before_other_words(text):
    assert written(text) == []


def test_a_weekday_beside_it_is_read_in_the_same_language():
    (found,) = written("am Mittwoch, 3. Dezember 2026")
    assert found.pairs == ((2, date(2026, 12, 3)),)


@pytest.mark.parametrize(("day", "count"), [("Mittwoch, 3. Dezember 2026", 1), ("Donnerstag, 3. Dezember 2026", 0)])
def test_a_german_mail_with_the_wrong_weekday(day, count):
    fields = {"from": "Anna <anna@north.example>", "to": "Tom <tom@south.example>", "subject": "Treffen"}
    draft = from_compose(fields | {"date": "2026-11-25T10:00:00+01:00", "text": GERMAN.format(day)})
    spec = Spec(*packs.run_data(checkfile.read(os.path.join(ROOT, "checks", "date", "weekday.toml"))))
    assert draft.language == "other"
    assert len(findings_of(spec, draft, {})) == count


@pytest.mark.parametrize(
    "text",
    [
        "12 August 2026",
        "August 12, 2026",
        "12th of August 2026",
        "Aug 12 2026",
        "2026-08-12",
        "31/12/2026",
        "3 Dec 2026",
        "Sep 9, 2026",
    ],
)
def test_dateparser_reads_the_same_day(text):
    (found,) = find(f"on {text}", reference=REFERENCE)
    theirs = dateparser.parse(text, languages=["en"])
    assert theirs is not None
    assert found.readings[0][0] == theirs.date()


@given(
    st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["en", "zh-Hans"]),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_again(day, language, month_first):
    text = in_words(day, language, month_first=month_first)
    (found,) = find(text, reference=REFERENCE)
    assert (found.kind, found.text, found.readings) == ("exact", text, ((day, day),))
    assert dateparser.parse(text, languages=[language[:2]]).date() == day
