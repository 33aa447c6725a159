import json
from itertools import pairwise

import pytest

from maillint.report import make
from maillint.report.renderer import Summary
from maillint.report.width import width


def rendered(bodies, reports, look) -> str:
    renderer = make("text", look)
    total = Summary()
    for report in reports:
        total.count(report, failed=bool(report.findings))
    return renderer.head() + renderer.separator.join(bodies(renderer, reports)) + renderer.foot(total)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_run_reads_as_agreed(bodies, reports, look, held, language):
    held(f"run.{language}.txt", rendered(bodies, reports, look(language)))


def test_everything_asked_for(bodies, english, look, held):
    held("everything.txt", rendered(bodies, [english], look(why=True, breakdown=True)))


def test_colour(bodies, chinese, look, held):
    held("colour.txt", rendered(bodies, [chinese], look("zh-Hans", colour=True)))


def test_carets_stand_under_their_words_on_a_narrow_screen(english, chinese, look):
    for report in (english, chinese):
        lines = make("text", look(columns=40)).body(report).splitlines()
        marks = [(before, line) for before, line in pairwise(lines) if line.strip(" ^") == "" and "^" in line]
        assert marks
        assert all(width(before) <= 47 and line.index("^") < width(before) for before, line in marks)


def test_carets_stand_under_full_width_text(chinese, look):
    lines = make("text", look("zh-Hans")).body(chinese).splitlines()
    caret = next(index for index, line in enumerate(lines) if "^" in line)
    marked, carets = lines[caret - 1], lines[caret]
    assert width(marked[: marked.index("下周三")]) == carets.index("^")
    assert carets.count("^") == 6


def test_quiet_shows_what_fails_and_nothing_else(english, look):
    text = make("text", look(quiet=True, threshold=0)).body(english)
    assert (
        text
        == "mail/offer.eml, line 3 of the text: error: the text promises an attachment; none is there [attachment-missing]\n"
    )


def test_findings_are_counted_at_the_end(bodies, reports, look):
    text = rendered(bodies, reports, look("zh-Hant", stats=True))
    assert text.endswith(
        "     4  date-relative       沒有寫明日期\n     2  subject-vague       主旨空泛\n"
        "     1  attachment-missing  提到附件卻沒有附上\n     1  emphasis-capitals   大寫喊話\n"
    )


def test_breakdown_adds_up(english, look):
    from maillint.report.table import rows

    points = [float(row[0]) for row in rows(english, look())]
    assert sum(points[:-1]) == points[-1]
    (last,) = rows(english._replace(after_safe=70), look("zh-Hant"))[-1:]
    assert last == ("70", "只做可靠的改寫後", "")


def test_nothing_reaches_the_terminal_that_it_obeys(hostile, look):
    text = make("text", look(why=True, breakdown=True)).body(hostile)
    assert not any(character in text for character in "\x1b\x07\x9b\u202e\u2067")


def test_text_is_the_same_every_time(bodies, reports, look):
    assert rendered(bodies, reports, look()) == rendered(bodies, reports, look())


def test_words_hidden_by_an_encoding_are_placed_in_the_text(chinese, look):
    text = make("text", look("zh-Hant")).body(chinese, b"To: x\nContent-Transfer-Encoding: base64\n\n5p2O57u=")
    assert "邮件/合同.eml，內文第 3 行： 警告：" in text


@pytest.mark.parametrize("form", ["[{}]", "title={}::", '<p class="dim"><code>{}</code></p>'])
def test_what_two_checks_say_of_the_same_words_by_the_same_norm_stands_there_once(twice, look, form):
    kind = {"[": "text", "t": "github", "<": "html"}[form[0]]
    body = make(kind, look()).body(twice).replace("%2C", ",")
    names = ("emphasis-emoji, tone-casual", "date-relative", "subject-vague", "tone-casual", "emphasis-emoji")
    assert [body.count(form.format(name)) for name in names] == [1, 1, 1, 0, 0]


def test_programs_hear_both(twice, look):
    body = make("json", look()).body(twice)
    assert [entry["check"] for entry in json.loads(body)["findings"]][:2] == ["emphasis-emoji", "tone-casual"]
