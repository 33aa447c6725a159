"""The table ``[gate]`` of the configuration: schema, layers, locks."""

from __future__ import annotations

import pytest

from maillint.cli.show_config import text
from maillint.engine.config import Config, Layer, discover, merge
from maillint.engine.keys import ConfigError
from maillint.engine.tables import filled


def gate(origin: str = "maillint.toml", **values) -> Layer:
    return Layer(origin, {"gate": {key.replace("_", "-"): value for key, value in values.items()}})


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"actoin": "tag"}, "unknown key 'gate.actoin'; the nearest is 'action'"),
        ({"action": "bounce"}, "gate.action is 'bounce'; it may be auto, pass, tag, warn, hold, reject"),
        ({"time_limit": "5"}, "gate.time-limit must be a number, not '5'"),
        ({"time_limit": True}, "gate.time-limit must be a number, not True"),
        ({"time_limit": -1}, "gate.time-limit is -1; it may be a number from 0 to 86400"),
        ({"max_size": 1.5}, "gate.max-size must be a whole number, not 1.5"),
        ({"rules": [{"sender": "*"}]}, "each [[gate.rules]] needs action"),
        ({"rules": ["reject"]}, "each [[gate.rules]] needs action"),
        (
            {"rules": [{"action": "hold", "recipients": "*"}]},
            "unknown key 'gate.rules.recipients'; the nearest is 'recipient'",
        ),
        ({"rules": [{"action": "hold", "checks": [1]}]}, "gate.rules.checks is a list of strings"),
        ({"rules": [{"action": "hold", "below": "å"}]}, "gate.rules.below must be a number, not 'å'"),
    ],
)
def test_what_breaks_the_schema_is_an_error_that_says_how(values, words) -> None:
    with pytest.raises(ConfigError) as error:
        merge([gate(**values)])
    assert str(error.value).startswith("maillint.toml: ")
    assert words in str(error.value)


def test_the_table_itself_must_be_one() -> None:
    with pytest.raises(ConfigError, match="gate must be a table"):
        merge([Layer("maillint.toml", {"gate": "reject"})])


def test_later_layers_win_key_by_key_and_each_is_traced() -> None:
    config = merge([gate("site.toml", action="tag", min_score=50), gate("user.toml", min_score=70)])
    assert (config["gate"], config.origins["gate.min-score"]) == ({"action": "tag", "min-score": 70}, "user.toml")
    assert filled(config, "gate")["fail-on"] == "error"
    assert 'gate.action = "tag"' in text(config)


@pytest.mark.parametrize("lock", ["gate", "gate.action"])
def test_a_lock_holds_the_table_or_one_key(lock) -> None:
    site = Layer("site.toml", {"gate": {"action": "reject"}, "locked": [lock]})
    config = merge([site, gate("user.toml", action="pass", min_score=70)])
    assert config["gate"]["action"] == "reject"
    assert ("min-score" in config["gate"]) == (lock == "gate.action")


def test_the_log_lies_relative_to_the_file_that_names_it(tmp_path, monkeypatch) -> None:
    (tmp_path / "maillint.toml").write_text('[gate]\nlog = "日志/gate.jsonl"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path.parent)
    assert discover(str(tmp_path))["gate"]["log"] == str(tmp_path / "日志" / "gate.jsonl")


def test_nothing_of_it_is_shown_where_nothing_is_set() -> None:
    assert "gate" not in text(Config())
