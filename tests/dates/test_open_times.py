"""Ways to leave a time open, and words that only look like them."""

from datetime import datetime

import pytest

from maillint.language.dates import find

NOW = datetime.fromisoformat("2026-11-25T10:00:00+01:00")


def open_times(text):
    return [
        one.text
        for one in find(text, reference=NOW)
        if one.kind == "indefinite" and not one.is_pinned and (one.form == "strong" or one.asks)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please look at Åsa's draft when you next have a quiet hour.", "when you next have a quiet hour"),
        ("I'll ring the mill once I've had a chance to read it 🙂", "once I've had a chance"),
        ("We will reprice once the market has settled down.", "once the market has settled down"),
        ("Let us meet as soon as your diary allows.", "as soon as your diary allows"),
        ("We'll repaint the hall after the Christmas rush.", "after the Christmas rush"),
        ("We plan to open the second shop by the summer.", "by the summer"),
        ("We will visit you early next year.", "early next year"),
        ("Could he come by some morning next week?", "some morning next week"),
        ("We will bring the samples next month or the month after.", "next month or the month after"),
        ("We hope to ship around the end of the month.", "around the end of the month"),
        ("Please reserve the hall a few days before the fair.", "few days"),
        ("I'll send the photographs later.", "later"),
        ("Could you ring me when you have ten minutes?", "when you have ten minutes"),
        ("Happy to show you the press when things are less hectic.", "when things are less hectic"),
        ("I will drop it off next time I'm over.", "next time I'm"),
    ],
)
def test_english_clauses_and_seasons_leave_a_time_open(text, found):
    assert found in " ".join(open_times(text))


@pytest.mark.parametrize(
    "text",
    [
        "When we had a moment, we read the meter.",
        "Things slowed down after the storm, and nobody was hurt.",
        "The spring in the valve is worn; the summer school is full.",
        "Bring the ladder no later than Friday 4 December 2026.",
        "A week later the pump was back.",
        "You will see the window seats when you have a window seat.",
        "Please tell me when you are free.",
        "Three crates at once is all she can lift.",
        "Our harvest supper is on 5 December 2026.",
        "Let me know when you would like to meet 🍂.",
        "When do you have time on 8 December 2026?",
    ],
)
def test_english_words_that_only_look_so(text):
    assert open_times(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("等忙完这阵子，我们去看您。", "忙完这阵子"),
        ("您有空回我一下，合同我改好了。", "有空"),
        ("天气转暖后，我们安排师傅上门。", "天气转暖后"),
        ("明年夏天再一起去展会吧！", "明年夏天"),
        ("下半年我们会推出新款。", "下半年"),
        ("样品月底左右寄到。", "月底左右"),
        ("最近会有同事跟您对接。", "最近"),
        ("旺季过后，咱们坐下来聊聊。", "旺季过后"),
        ("等忙過這陣子，我們再拜訪您。", "忙過這陣子"),
        ("開春後我們派人丈量（請留門）。", "開春後"),
        ("麻煩您撥冗填一下問卷。", "撥冗"),
        ("遲啲我哋再傾，我會再搵您。", "遲啲"),
        ("元旦前后安排您来厂验货。", "元旦"),
        ("这件事以后再谈。", "以后再"),
    ],
)
def test_chinese_clauses_and_seasons_leave_a_time_open(text, found):
    assert found in open_times(text)


@pytest.mark.parametrize(
    "text",
    [
        "您什么时候有空？",
        "经过一段时间的试用，大家都满意。",
        "请选择机型，再点下一步。",
        "入秋以来，气温一直偏高。",
        "最近收到不少询价。",
        "這個環節後面還有簽核。",
        "他年後有空檔。",
        "請等一下再上傳。",
        "收到以后再付款。",
        "春季招聘的海报印好了🌸。",
        "请勿在短时间内重复提交。",
        "元宵前后人多，难停车。",
    ],
)
def test_chinese_words_that_only_look_so(text):
    assert open_times(text) == []


def test_a_named_day_settles_the_open_word_beside_it():
    assert open_times("Please call me when you have a minute on 8 December 2026.") == []
    assert open_times("等忙完这阵12月8日见，请留座。") == []
