"""The author's own plans, told from what the reader must do."""

import pytest

from maillint.language.plans import is_own_plan


def plan(text: str, day: str) -> bool:
    start = text.index(day)
    return is_own_plan(text, start, start + len(day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I will ring Åsa today and write to you tomorrow.", "tomorrow"),
        ("Please find the list below. We’ll fetch the crates tomorrow.", "tomorrow"),
        ("我明天上午把样品寄给您。", "明天"),
        ("麻煩您了。我們今天下單，明天寄出。", "明天"),
    ],
)
def test_the_author_tells_of_a_plan(text: str, day: str) -> None:
    assert plan(text, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Please ring Åsa tomorrow.", "tomorrow"),
        ("The crates leave tomorrow.", "tomorrow"),
        ("I am here all day. Send the list tomorrow.", "tomorrow"),
        ("I will wait, but you must sign it tomorrow.", "tomorrow"),
        ("我明天能收到样品吗？", "明天"),
        ("請明天回覆。", "明天"),
        ("我希望您明天寄出。", "明天"),
    ],
)
def test_something_is_due_from_the_reader(text: str, day: str) -> None:
    assert not plan(text, day)
