"""Languages and scripts that meet in one message; what the examples in the checks' files do not show."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint import engine
from maillint.engine import Config
from maillint.engine.needs import meets
from maillint.language.counterparts import strays
from maillint.language.script import may_mix_scripts
from maillint.message import from_compose, read
from maillint.message.html.styles import points
from maillint.message.own import signature_lines


def draft(text: str, **fields: Any):
    base = {"from": "Åsa Berg <asa@north.example>", "to": ["李明 <li@south.example>"], "subject": "Order 4471"}
    return from_compose({"date": "2026-11-25T10:00:00+01:00", **base, "text": text, **fields})


@pytest.mark.parametrize(
    ("need", "text", "other"),
    [
        ("chinese", "李明：\n\n样品已寄出。\n\n王芳", "Hi,\n\nit left today.\n\nÅsa"),
        ("two-scripts", "這個项目已經结束。", "這個專案已經結束 😀"),
        ("garbled", "The caf\u00c3\u00a9 is shut.", "The café is shut; 門口見。"),
        ("signature-block", "Hi,\n\nFine.\n\n-- \nÅsa Berg\nNorth AB\n+46 8 555 010", "Hi,\n\nFine.\n\nÅsa"),
        ("long-signature", "Hi,\n\nFine.\n\n-- \nÅsa Berg\nBuyer\nNorth AB\nBox 1\nUmeå", "Hi,\n\nFine.\n\n-- \nÅsa Berg\nNorth"),
        ("shared-line", "李明，样品今天已经寄出。\n\n王芳", "李明：\n\n样品今天已经寄出。\n\n王芳"),
    ],
)  # fmt: skip
def test_needs_of_checks_of_language_and_layout(need: str, text: str, other: str) -> None:
    assert meets(draft(text), need)
    assert not meets(draft(other), need)


def test_each_script_is_turned_into_the_other() -> None:
    assert strays("请您收到後回复樣品", "zh-Hans") == [(4, "后"), (7, "样")]
    assert strays("請您收到后回覆样品", "zh-Hant") == [(7, "樣")]
    assert strays("后里于周台", "zh-Hant") == []


@given(st.text(alphabet="這这個个们們后後åa 。😀", max_size=40))
def test_texts_without_strays_of_a_script_do_not_mix(text: str) -> None:
    mixes = bool(strays(text, "zh-Hans")) and bool(strays(text, "zh-Hant"))
    assert mixes == may_mix_scripts(text)


@pytest.mark.parametrize(
    ("size", "told"), [("11pt", 11), ("16px", 12), ("1.5em", 18), ("120%", 14.4), ("x-large", 18), ("åpt", 0), ("", 0)]
)
def test_sizes_in_points(size: str, told: float) -> None:
    assert points(size) == pytest.approx(told)


def test_a_name_above_a_rule_is_no_line_of_the_block() -> None:
    text = "Hi,\n\nFine.\n\nÅsa\n\n-- \nÅsa Berg\n\nNorth AB"
    assert [line for _, line in signature_lines(draft(text))] == ["Åsa Berg", "North AB"]
    assert all(text.startswith(line, at) for at, line in signature_lines(draft(text)))
    assert signature_lines(draft("Hi,\n\nfine.")) == []


def test_a_public_key_is_no_line_of_the_block() -> None:
    key = "-----BEGIN PGP PUBLIC KEY BLOCK-----\nVersion: 2.6.2\n\nmQCNAy+QZDIAAAEEANLipp\n-----END PGP PUBLIC KEY BLOCK-----"
    assert [line for _, line in signature_lines(draft(f"Hi,\n\nFine.\n\n-- \nÅsa Berg\n\n{key}"))] == ["Åsa Berg"]


def test_a_wrong_charset_is_told_once_and_costs_nothing() -> None:
    mail = (
        b"From: a@north.example\nTo: b@south.example\nSubject: Caf\xc3\xa9\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=no-such-charset\n\nHi B,\n\nThe caf\xc3\xa9 is open.\n\nRegards,\nA\n"
    )
    report = engine.lint(read(mail), engine.load(Config({**Config().values})))
    [finding] = [finding for finding in report.findings if finding.check == "language-charset"]
    assert (finding.key, finding.severity.value, finding.cost) == ("declared", "advice", 0.0)


def test_bounces_are_automatic() -> None:
    assert draft("Hi.", **{"from": "Mail Delivery <MAILER-DAEMON@north.example>"}).is_automatic
