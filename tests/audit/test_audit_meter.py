"""What somebody who waits is told."""

import io

import pytest

from maillint.cli.audit_meter import Meter, clock


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "12,000 messages, 400 a second · 60 % · 0:20 left"),
        ("zh-Hans", "12,000 封，每秒 400 封 · 60% · 还需 0:20"),
        ("zh-Hant", "12,000 封，每秒 400 封 · 60% · 還需 0:20"),
    ],
)
def test_a_line_has_rate_share_and_what_is_left(language, line):
    meter = Meter(language)
    meter.begins(1000)
    assert meter.line(12_000, 600, 30.0) == line


def test_nothing_is_promised_at_the_beginning_or_where_nobody_knows_the_end():
    meter = Meter("en")
    meter.begins(1000)
    assert meter.line(100, 10, 0.5) == "100 messages, 200 a second"
    meter.begins(0)
    assert meter.line(100, 10, 50.0) == "100 messages, 2 a second"


def test_a_terminal_sees_it_and_is_left_clean(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("maillint.cli.audit_meter._EVERY", 0)
    meter = Meter("en")
    meter.begins(10)
    meter.at(5, 5)
    assert screen.getvalue().startswith("\r5 messages, ")
    meter.clear()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_log_file_sees_nothing(capsys):
    meter = Meter("en")
    meter.begins(10)
    meter.at(5, 5)
    meter.clear()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("seconds", "told"), [(0, "0:00"), (42.4, "0:42"), (600, "10:00"), (3905, "1:05:05")])
def test_a_clock(seconds, told):
    assert clock(seconds) == told
