"""British and American spelling as the command line holds them: by configuration, or by the message itself."""

import json
import subprocess
import sys

import pytest

TEXT = "The colour of the label is your favourite in the centre, and we analyze it in Malmö. 谢谢 🙂"


@pytest.fixture
def found(tmp_path):
    """The words that are flagged in a message under a configuration, and what they become."""

    def run(text: str, english: str = "", subject: str = "Order 4471") -> list[tuple[str, str]]:
        config = f'[checks.spelling-variety]\nenglish = "{english}"\n' if english else ""
        (tmp_path / "maillint.toml").write_text(config, encoding="utf-8")
        mail = f"From: a@north.example\nTo: b@south.example\nSubject: {subject}\n\nDear Tom,\n\n{text}\n\nKind regards,\nAnna\n"
        command = [sys.executable, "-m", "maillint", "-", "--only", "spelling-variety", "--format", "json"]
        done = subprocess.run(command, input=mail.encode(), cwd=tmp_path, capture_output=True, check=False)
        (message,) = json.loads(done.stdout)["messages"]
        return [(one["text"], one["rewrite"]["edits"][0]["replacement"]) for one in message["findings"]]

    return run


@pytest.mark.parametrize(
    ("english", "flagged"),
    [
        ("", [("analyze", "analyse")]),
        ("en-GB", [("analyze", "analyse")]),
        ("en-US", [("colour", "color"), ("favourite", "favorite"), ("centre", "center")]),
        ("any", []),
    ],
)
def test_the_configuration_decides_else_the_message_itself(found, english, flagged):
    assert found(TEXT, english) == flagged


@pytest.mark.parametrize(
    "text", ["We organise the color charts.", "Our colour, our centre.", "请把colour表寄来，color 也要。"]
)
def test_a_message_without_a_clear_habit_is_left_alone(found, text):
    assert found(text) == []


def test_the_subject_is_held_too_and_names_are_not(found):
    assert found("See the Harbor Center.", "en-GB", subject="New colors for Harbor Center") == [("colors", "colours")]
