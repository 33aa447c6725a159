"""What a few words tell besides thanks and yes."""

import pytest

from maillint.language.acknowledgements import told_besides


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, noted!",
        "Sounds good.",
        "Well deserved 🥳🥳",
        "Sooo great, congrats to Åsa!",
        "收到，谢谢！",
        "好的，我们按通知执行。",
        "恭喜恭喜！實至名歸",
    ],
)
def test_courtesies_tell_nothing_besides(text):
    assert told_besides(text) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, the printer works again.",
        "Maria, tomorrow morning.",
        "收到，三号厅的还没修好。",
        "好的，我來訂三樓會議室。",
    ],
)
def test_news_is_told(text):
    assert told_besides(text) > 1
