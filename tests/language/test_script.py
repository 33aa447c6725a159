from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.script import language_of, script_of

LANGUAGES = {"en", "zh-Hans", "zh-Hant", "mixed", "other"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dear Åsa, please find the report enclosed.", "en"),
        ("Hi Fang (王芳), could you please send me the drawing?", "en"),
        ("The resistor has 5 Ω and the angle α is 3°.", "en"),
        ("10 Nov, 14:00, room Ångström", "en"),
        ("👍", "en"),
        ("", "en"),
        ("王经理，您好！附件是报价单，请您查收。", "zh-Hans"),
        ("王經理，您好！附件是報價單，請您查收。", "zh-Hant"),
        ("请把 Microsoft Office 365 Business Premium 的授权发给我。", "zh-Hans"),
        ("各位好，RFP 已经 release，请大家 review 一下 deck 再 feedback。", "zh-Hans"),
        ("您好，请看报告。Please let me know if you have any questions about it. 谢谢！", "mixed"),
        ("Guten Tag, bitte senden Sie mir den Bericht für das dritte Quartal.", "other"),
        ("Bonjour, je vous remercie pour votre message.", "other"),
        ("お世話になっております。田中です。よろしくお願いします。", "other"),
        ("안녕하세요, 보고서를 보내 드립니다.", "other"),
        ("Добрый день, высылаю отчёт.", "other"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_chinese_that_does_not_tell_is_taken_for_the_script_around_it() -> None:
    assert language_of("林小姐您好", "zh-Hant") == "zh-Hant"
    assert language_of("林小姐您好") == "zh-Hans"


def test_one_quoted_character_of_the_other_script_changes_nothing() -> None:
    assert script_of("請查收附件，收件人寫作「张」。") == "zh-Hant"
    assert script_of("请查收附件，收件人写作“張”。") == "zh-Hans"
    assert script_of("林小姐") == ""


@given(st.text())
def test_every_text_has_a_language(text: str) -> None:
    assert language_of(text) in LANGUAGES
