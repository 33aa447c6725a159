import pytest

from maillint.report import make
from maillint.report.renderer import Summary
from maillint.report.width import width


def rendered(reports, look) -> str:
    renderer = make("text", look)
    total = Summary()
    for report in reports:
        total.count(report, failed=bool(report.findings))
    bodies = [body for body in map(renderer.body, reports) if body]
    return renderer.head() + renderer.separator.join(bodies) + renderer.foot(total)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_run_reads_as_agreed(reports, look, held, language):
    held(f"run.{language}.txt", rendered(reports, look(language)))


def test_everything_asked_for(english, look, held):
    held("everything.txt", rendered([english], look(why=True, breakdown=True)))


def test_colour(chinese, look, held):
    held("colour.txt", rendered([chinese], look("zh-Hans", colour=True)))


def test_carets_stand_under_full_width_text(chinese, look):
    lines = make("text", look("zh-Hans")).body(chinese).splitlines()
    caret = next(index for index, line in enumerate(lines) if "^" in line)
    marked, carets = lines[caret - 1], lines[caret]
    assert width(marked[: marked.index("下周三")]) == carets.index("^")
    assert carets.count("^") == 6


def test_quiet_shows_what_fails_and_nothing_else(english, look):
    text = make("text", look(quiet=True, threshold=0)).body(english)
    assert [line.split()[1] for line in text.splitlines()] == ["error:"]


def test_breakdown_adds_up(english, look):
    from maillint.report.table import rows

    points = [float(row[0]) for row in rows(english, look())]
    assert sum(points[:-1]) == points[-1]


def test_nothing_reaches_the_terminal_that_it_obeys(hostile, look):
    text = make("text", look(why=True, breakdown=True)).body(hostile)
    assert not any(character in text for character in "\x1b\x07\x9b\u202e\u2067")


def test_text_is_the_same_every_time(reports, look):
    assert rendered(reports, look()) == rendered(reports, look())
