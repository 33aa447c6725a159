"""A check that the organisation has locked stays on, whatever a user sets."""

import pytest

from maillint import engine
from maillint.engine import ConfigError, Ruleset
from maillint.engine.config import Layer, merge
from maillint.message import from_compose

TEXT = "Hi Åsa,\n\nBasically we are done. 其实 📦 done.\n\nBest regards,\nAnna"


@pytest.fixture
def judge(make_pack):
    """Judges a draft under the organisation's file and a user's; says what tone-pet-word marks and the report."""
    pack = make_pack(extra='[profiles.patch]\nseverity = "off"\n[profiles.internal]\nseverity = "off"')

    def run(user=None, *, site=None, only=None, **fields):
        site = {"packs": [pack], "locked": ["checks.tone-pet-word"], **(site or {})}
        ruleset = engine.load(merge([Layer("site.toml", site), Layer("user.toml", user or {})]))
        if only is not None:
            ruleset = Ruleset(ruleset.pack, ruleset.config, frozenset(only))
        base = {"from": "a@north.example", "to": "åsa@south.example", "subject": "Order 4471 delivered", "text": TEXT}
        report = engine.lint(from_compose(base | fields), ruleset)
        return [finding.text for finding in report.findings if finding.check == "tone-pet-word"], report

    return run


@pytest.mark.parametrize(
    "user",
    [
        {},
        {"ignore": ["tone-pet-word"]},
        {"ignore": ["tone"]},
        {"checks": {"tone-pet-word": {"severity": "off"}}},
        {"profile": "patch"},
        {"recipients": [{"match": "*@south.example", "ignore": ["tone"]}]},
        {"recipients": [{"match": "*", "profile": "patch"}]},
        {"internal-domains": ["south.example"]},
        {"packs": []},
        {"locked": []},
        {"preview": False, "checks": {"tone-pet-word": {"preview": True}}},
    ],
    ids=str,
)
@pytest.mark.parametrize("lock", ["checks", "checks.tone-pet-word", "checks.tone-pet-word.severity"])
def test_nothing_in_a_users_file_switches_a_locked_check_off(judge, user, lock):
    assert judge(user, site={"locked": [lock]})[0] == ["Basically"]


@pytest.mark.parametrize("only", [(), ("date-relative",)])
def test_a_run_that_asks_for_others_has_it_too(judge, only):
    marked, report = judge(only=only)
    assert marked == ["Basically"]
    assert {finding.check for finding in report.findings} == {"tone-pet-word"}


@pytest.mark.parametrize("names", ["tone-pet-word", "tone", "tone-pet-word; emphasis"])
def test_the_header_does_not_quiet_it_and_that_is_told(judge, names):
    marked, report = judge(headers={"X-Maillint-Ignore": names})
    assert (marked, report.locked, report.note) == (["Basically"], ("tone-pet-word",), "")


def test_a_message_that_is_switched_off_is_judged_by_what_is_locked_alone(judge):
    marked, report = judge(headers={"X-Maillint": "off"}, subject="")
    assert (marked, report.note) == (["Basically"], "locked")
    assert {finding.check for finding in report.findings} == {"tone-pet-word"}
    assert judge(site={"locked": ["fail-on"]}, headers={"X-Maillint": "off"})[1].note == "off"


@pytest.mark.parametrize("field", [{"Auto-Submitted": "auto-replied"}, {"Return-Path": "<>"}], ids=str)
def test_nor_does_a_header_that_calls_itself_automatic(judge, field):
    marked, report = judge(headers=field, subject="")
    assert (marked, report.note) == (["Basically"], "locked")
    assert {finding.check for finding in report.findings} == {"tone-pet-word"}
    assert judge(site={"locked": ["fail-on"]}, headers=field)[1].note == "automatic"


def test_a_locked_check_on_trial_stays_on(judge):
    site = {"preview": True, "checks": {"tone-pet-word": {"preview": True}}}
    assert judge({"preview": False}, site=site)[0] == ["Basically"]
    assert judge({"preview": False}, site={**site, "locked": ["fail-on"]})[0] == []


def test_a_later_pack_does_not_make_it_cost_nothing(judge, tmp_path):
    group = tmp_path / "mine" / "tone"
    group.mkdir(parents=True)
    (group / "_group.toml").write_text("cap = 0\n", encoding="utf-8")
    user = {"packs": [str(group.parent)]}
    assert judge(user)[1].groups["tone"] == judge()[1].groups["tone"] > 0
    assert "tone" not in judge(user, site={"locked": ["fail-on"]})[1].groups


def test_without_a_lock_all_that_works(judge):
    site = {"locked": ["fail-on", "checks.tone-pet-word.cost"]}
    assert judge({"ignore": ["tone"]}, site=site)[0] == []
    assert judge({"profile": "patch"}, site=site)[0] == []
    assert judge(only=["date-relative"], site=site)[0] == []
    assert judge(headers={"X-Maillint-Ignore": "tone"}, site=site)[0] == []


def test_he_who_locks_may_make_exceptions(judge):
    exception = {"recipients": [{"match": "*@south.example", "ignore": ["tone-pet-word"]}]}
    assert judge(site=exception)[0] == []
    assert judge({"recipients": []}, site=exception)[0] == []
    assert judge(site={"profile": "patch"})[0] == []
    assert judge({"profile": "external"}, site={"ignore": ["tone"]})[0] == []


def test_a_later_pack_may_not_change_what_is_locked(judge, tmp_path):
    group = tmp_path / "mine" / "tone"
    group.mkdir(parents=True)
    (group / "pet-word.toml").write_text('phrases.drop = ["basically"]\n', encoding="utf-8")
    pack = str(tmp_path / "mine")
    with pytest.raises(ConfigError, match=f"the pack {pack} changes tone-pet-word, which site.toml has locked"):
        judge({"packs": [pack]})
    (group / "pet-word.toml").unlink()
    assert judge({"packs": [pack]})[0] == ["Basically"]


@pytest.mark.parametrize(
    ("lock", "words"),
    [
        ("fial-on", "locked names 'fial-on', which is no key; the nearest is 'fail-on'"),
        ("tone-pet-word", 'which is no key; a check is locked as "checks.NAME"'),
        ("checks.tone-pet-wort", "but there is no check 'tone-pet-wort'; the nearest is 'tone-pet-word'"),
        ("checks.语气", "but there is no check '语气'"),
        ("checks.tone-pet-word.sverity", "has no option 'sverity'; the nearest is 'severity'"),
        ("gate.acton", "which is no key; the nearest is 'action'"),
        ("checks.", "which lacks a name"),
        ("checks.tone-pet-word.", "which lacks a name"),
        ("gate.", 'which lacks a name; write "KEY", "checks.NAME" or "gate.KEY"'),
        ("", "which lacks a name"),
        ("fail-on.error", "but fail-on has no keys of its own; lock 'fail-on'"),
    ],
)
def test_a_lock_on_nothing_is_an_error(judge, lock, words):
    with pytest.raises(ConfigError) as caught:
        judge(site={"locked": [lock]})
    assert str(caught.value).startswith("site.toml: ")
    assert words in str(caught.value)


def test_the_first_who_locks_holds_and_later_locks_add_up():
    config = merge(
        [
            Layer("site.toml", {"locked": ["lang"], "lang": "zh-Hant"}),
            Layer("user.toml", {"locked": ["lang", "profile"], "lang": "en", "profile": "internal"}),
            Layer("near.toml", {"profile": "patch"}),
        ]
    )
    assert config.locks == {"lang": "site.toml", "profile": "user.toml"}
    assert (config["lang"], config["profile"], config["locked"]) == ("zh-Hant", "internal", ["lang", "profile"])


def test_a_lock_on_locked_is_the_last_one():
    config = merge([Layer("site.toml", {"locked": ["locked", "lang"]}), Layer("user.toml", {"locked": ["profile"]})])
    assert config.locks == {"locked": "site.toml", "lang": "site.toml"}
    assert config["locked"] == ["locked", "lang"]
