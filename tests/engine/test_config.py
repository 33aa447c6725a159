import pytest

from maillint.engine import load
from maillint.engine.config import Config, Layer, discover, merge
from maillint.engine.keys import ConfigError


@pytest.fixture(autouse=True)
def _no_files_of_this_machine(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("MAILLINT_SITE_CONFIG", str(tmp_path / "site.toml"))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_without_files_the_defaults_are_in_force(tmp_path):
    config = discover(str(tmp_path))
    assert config["fail-on"] == "warning"
    assert config.origins["fail-on"] == "built-in"


def test_the_nearest_file_upward_from_the_draft_is_read(tmp_path):
    file = write(tmp_path / "maillint.toml", 'fail-on = "error"')
    drafts = tmp_path / "drafts" / "十一月"
    drafts.mkdir(parents=True)
    config = discover(str(drafts))
    assert config["fail-on"] == "error"
    assert config.origins["fail-on"] == file


def test_pyproject_counts_only_with_our_table(tmp_path):
    write(tmp_path / "maillint.toml", "min-score = 70")
    write(tmp_path / "a" / "pyproject.toml", "[tool.other]\nx = 1")
    write(tmp_path / "b" / "pyproject.toml", "[tool.maillint]\nmin-score = 80")
    assert discover(str(tmp_path / "a"))["min-score"] == 70
    assert discover(str(tmp_path / "b"))["min-score"] == 80


def test_later_layers_win_and_say_so(tmp_path):
    write(tmp_path / "user" / "maillint" / "maillint.toml", 'lang = "zh-Hant"\nmin-score = 50')
    near = write(tmp_path / "maillint.toml", "min-score = 60")
    config = discover(str(tmp_path), overrides={"lang": "en"})
    assert (config["lang"], config["min-score"]) == ("en", 60)
    assert (config.origins["lang"], config.origins["min-score"]) == ("command line", near)


def test_what_the_organisation_locks_stays(tmp_path):
    site = write(tmp_path / "site.toml", 'fail-on = "error"\nlocked = ["fail-on", "checks.subject-long"]')
    write(
        tmp_path / "maillint.toml",
        'fail-on = "never"\n[checks.subject-long]\nseverity = "off"\n[checks.subject-vague]\nseverity = "info"',
    )
    config = discover(str(tmp_path))
    assert config["fail-on"] == "error"
    assert config.origins["fail-on"] == site
    assert config["checks"] == {"subject-vague": {"severity": "info"}}


def test_checks_are_merged_key_by_key():
    config = merge(
        [
            Layer("user", {"checks": {"body-long-paragraph": {"max-words": 120, "severity": "info"}}}),
            Layer("project", {"checks": {"body-long-paragraph": {"max-words": 90}}}),
        ]
    )
    assert config["checks"] == {"body-long-paragraph": {"max-words": 90, "severity": "info"}}
    assert config.origins["checks.body-long-paragraph.max-words"] == "project"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fail_on = 1", "the nearest is 'fail-on'"),
        ('fail-on = "wrong"', "it may be error, warning, info, advice, never"),
        ("min-score = true", "min-score must be a number"),
        ("min-score = 'å'", "min-score must be a number"),
        ("ignore = [1]", "ignore is a list of strings"),
        ("[[recipients]]\nprofile = 'internal'", "needs match"),
        ("[[recipients]]\nmatch = '*@例子.example'\ncolour = 1", "unknown key 'recipients.colour'"),
        ("[[recipients]]\nmatch = 5", "recipients.match must be a string, not 5"),
        ("[[recipients]]\nmatch = '*'\nignore = 5", "recipients.ignore must be a list, not 5"),
        ("[[recipients]]\nmatch = '*'\nignore = [5]", "recipients.ignore is a list of strings, not [5]"),
        ("[[recipients]]\nmatch = '*'\nprofile = '朋友'", "recipients.profile is '朋友'; it may be internal, external"),
        ("recipients = ['*']", "needs match"),
        (
            "[recipients]\nmatch = '*@例子.example'",
            "recipients must be a list of tables: write [[recipients]], with two",
        ),
        (
            "[gate.rules]\naction = 'hold'",
            "gate.rules must be a list of tables: write [[gate.rules]], with two brackets",
        ),
        ("ignore = '语气'", "ignore must be a list, such as [\"语气\"], not '语气'"),
        ("packs = 'acme'", 'packs must be a list, such as ["acme"]'),
        ("min-score = nan", "min-score is nan; it may be a number from 0 to 100"),
        ("min-score = inf", "min-score is inf; it may be a number from 0 to 100"),
        ("rewrite.checks = ['tonne']", "there is no check 'tonne'; the nearest is 'tone'"),
        ("rewrite.timeout = inf", "rewrite.timeout is inf; it may be a number from 0 to 86400"),
        ("gate.time-limit = nan", "gate.time-limit is nan; it may be a number from 0 to 86400"),
        ("gate = 5", "gate must be a table, not 5"),
        ("locked = ['']", "locked names '', which lacks a name"),
        (f"ignore = {'[' * 5000}{']' * 5000}", "is nested too deeply"),
        ("checks.subject-long = 3", "must be a table"),
        ("= broken", "is no valid toml"),
        (f"min-score = {'9' * 5000}", "is no valid toml"),
        ("preview = true".encode("utf-16"), "is no UTF-8 text; save it as UTF-8"),
    ],
)
def test_what_is_wrong_is_said_with_its_file(tmp_path, text, words):
    path = tmp_path / "maillint.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as caught:
        load(discover(str(tmp_path)))
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert words in str(caught.value)


def test_a_file_may_begin_with_the_mark_of_windows_editors(tmp_path):
    (tmp_path / "maillint.toml").write_bytes(
        "min-score = 7\r\ninternal-domains = ['bücher.example']\r\n".encode("utf-8-sig")
    )
    config = discover(str(tmp_path))
    assert (config["min-score"], config["internal-domains"]) == (7, ["bücher.example"])


@pytest.mark.parametrize("text", ["tool = 5\n#[tool.maillint", "[tool]\nmaillint = '好'\n#[tool.maillint"])
def test_a_pyproject_without_a_table_is_told(tmp_path, text):
    write(tmp_path / "pyproject.toml", text)
    with pytest.raises(ConfigError, match=r"pyproject.toml: \w+ must be a table, such as \[tool.maillint\]"):
        discover(str(tmp_path))


def test_a_named_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        discover(str(tmp_path), explicit=str(tmp_path / "none.toml"))


def test_packs_are_found_beside_the_file_that_names_them(tmp_path):
    write(tmp_path / "maillint.toml", 'packs = ["etiquette-acme"]')
    assert discover(str(tmp_path))["packs"] == [str(tmp_path / "etiquette-acme")]


def test_a_config_can_be_made_without_any_file():
    assert Config()["profile"] == "auto"
