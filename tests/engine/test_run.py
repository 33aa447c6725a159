import pytest

from maillint import engine
from maillint.engine import Config, ConfigError, phrases
from maillint.engine.catalog import Catalog
from maillint.message import from_compose

CODE = """
from maillint.authoring import Grade, replace
def find(draft, rule, hits):
    for hit in hits:
        yield rule.finding(draft, hit.span, rewrite=replace(Grade.SAFE, [(hit.span, "")]), days=rule.options.get("days"))
"""


def draft(text="Hi Tom,\n\nBasically we are done. So BASICALLY: done.\n\nBest regards,\nAnna", **fields):
    base = {
        "from": "Anna Åberg <anna@north.example>",
        "to": "Tom <tom@south.example>",
        "date": "2026-11-25T10:00:00+01:00",
        "subject": "Order 4471 delivered",
        "text": text,
    }
    return from_compose(base | fields)


def ruleset(pack, **values):
    base = Config()
    return engine.load(Config({**base.values, "packs": [pack], **values}, base.origins))


def pet_words(report):
    return [finding for finding in report.findings if finding.check == "tone-pet-word"]


def test_every_phrase_in_the_authors_words_is_a_finding(make_pack):
    report = engine.lint(draft(), ruleset(make_pack()), "a.eml")
    assert [finding.text for finding in pet_words(report)] == ["Basically", "BASICALLY"]
    assert report.path == "a.eml"


def test_quotes_never_draw_findings(make_pack):
    text = "Hi Tom,\n\nDone.\n\nAnna\n\nOn Tue, 24 Nov 2026 at 09:00, Tom <tom@south.example> wrote:\n> basically no\n"
    assert pet_words(engine.lint(draft(text), ruleset(make_pack()))) == []


def test_a_yielding_check_gives_way_on_words_another_check_of_its_group_speaks_of(make_pack):
    text = "Hi Tom,\n\nWe are gonna be done on Friday, basically.\n\nBest regards,\nAnna"
    phrases = '[phrases]\nen = ["gonna be", "basically"]'
    plain = engine.lint(draft(text), ruleset(make_pack(phrases=phrases)))
    yielding = engine.lint(draft(text), ruleset(make_pack(phrases=phrases, extra="yields = true")))
    assert [finding.text for finding in pet_words(plain)] == ["gonna be", "basically"]
    assert [finding.text for finding in pet_words(yielding)] == ["basically"]
    assert {finding.check for finding in plain.findings} == {finding.check for finding in yielding.findings}


def test_chinese_phrases_need_no_boundaries(make_pack):
    report = engine.lint(draft("李经理：\n\n这件事说白了就是延期。\n\n祝好\n王芳"), ruleset(make_pack()))
    assert [finding.text for finding in pet_words(report)] == ["说白了"]


def test_a_list_can_ask_for_the_words_around_its_phrases_and_name_what_only_looks_like_one(make_pack):
    asked = '{ "basically" = "[opens] in short", "not basically" = "[fine]", "right" = "[closes]" }'
    rules = ruleset(make_pack(phrases=f"[phrases]\nen = {asked}\nzh-Hans = {{ '说白了' = '[not after 好]' }}"))
    text = "Hi Tom,\n\nBasically, we are basically right. Not basically, right?\n\n说白了，å 好说白了。\n\nAnna"
    found = engine.lint(draft(text), rules).findings
    mine = [finding for finding in found if finding.check == "tone-pet-word"]
    assert [finding.text for finding in mine] == ["Basically", "right", "right", "说白了"]
    assert [finding.rewrite.edits[0].replacement if finding.rewrite else "" for finding in mine] == [
        "in short",
        "",
        "",
        "",
    ]


def test_the_group_costs_no_more_than_its_cap(make_pack):
    report = engine.lint(draft(), ruleset(make_pack(cap=10)))
    assert report.groups["tone"] == 10
    assert round(report.score + sum(report.groups.values()), 1) == 100


def test_the_rewrites_raise_the_score(make_pack):
    report = engine.lint(draft(), ruleset(make_pack(code=CODE)))
    assert report.after == report.score + 10
    assert report.after_safe == report.after


def test_a_check_that_crashes_is_one_finding_and_the_others_go_on(make_pack):
    report = engine.lint(draft(), ruleset(make_pack(code="def find(draft, rule, hits):\n    raise KeyError('å')")))
    [crash] = pet_words(report)
    assert (crash.key, crash.cost) == ("crashed", 0)
    assert "KeyError" in Catalog((), "zh-Hans").message(crash)


@pytest.mark.parametrize("value", ["off", "OFF "])
def test_a_message_can_be_switched_off_by_header(make_pack, value):
    report = engine.lint(draft(headers={"X-Maillint": value}), ruleset(make_pack()))
    assert (report.findings, report.score, report.note) == ((), 100, "off")


def test_a_check_can_be_ignored_by_header_and_unused_ones_are_told(make_pack):
    header = {"X-Maillint-Ignore": "tone-pet-word, date-past; tone-pet-wort"}
    report = engine.lint(draft(headers=header), ruleset(make_pack()))
    assert pet_words(report) == []
    assert (report.unused, report.unknown) == (("date-past",), ("tone-pet-wort",))


def test_a_group_can_be_ignored(make_pack):
    by_header = engine.lint(draft(headers={"X-Maillint-Ignore": "tone"}), ruleset(make_pack()))
    assert (pet_words(by_header), by_header.unused, by_header.unknown) == ([], (), ())
    assert pet_words(engine.lint(draft(), ruleset(make_pack(), ignore=["tone"]))) == []


def test_another_language_is_told_and_not_praised(make_pack):
    text = "Hallo Tom,\n\nwir haben die Unterlagen nicht erhalten und bitten um eine Antwort von Ihnen.\n\nGruß\nAnna"
    assert engine.lint(draft(text), ruleset(make_pack())).note == "foreign"


def test_exceptions_for_readers_must_name_checks(make_pack):
    with pytest.raises(ConfigError, match="there is no check 'date-pastt'"):
        ruleset(make_pack(), recipients=[{"match": "*@south.example", "ignore": ["date-pastt"]}])


def test_a_check_can_be_ignored_for_a_reader(make_pack):
    entry = {"match": "*@south.example", "ignore": ["tone-pet-word"]}
    assert pet_words(engine.lint(draft(), ruleset(make_pack(), recipients=[entry]))) == []
    assert pet_words(engine.lint(draft(to="Eva <eva@west.example>"), ruleset(make_pack(), recipients=[entry])))


def test_machines_are_not_judged(make_pack):
    report = engine.lint(draft(headers={"Auto-Submitted": "auto-replied"}), ruleset(make_pack()))
    assert (report.findings, report.note) == ((), "automatic")


def test_the_readers_domains_choose_the_profile(make_pack):
    rules = ruleset(make_pack(extra='[profiles.internal]\nseverity = "off"'))
    inside = engine.lint(draft(to="Eva <eva@north.example>"), rules)
    assert (inside.profile, pet_words(inside)) == ("internal", [])
    outside = engine.lint(draft(), rules)
    assert (outside.profile, len(pet_words(outside))) == ("external", 2)


def test_options_reach_the_check(make_pack):
    option = "[options.days]\ntype = 'int'\ndefault = 2\nhelp.en = 'days'"
    pack = make_pack(extra=option, code=CODE)
    assert pet_words(engine.lint(draft(), ruleset(pack)))[0].args["days"] == 2
    changed = ruleset(pack, checks={"tone-pet-word": {"days": 7, "severity": "error"}})
    assert pet_words(engine.lint(draft(), changed))[0].args["days"] == 7


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        ({"tone-pet-wort": {}}, "the nearest is 'tone-pet-word'"),
        ({"tone-pet-word": {"dayz": 1}}, "the nearest is 'days'"),
        ({"tone-pet-word": {"days": "zwei"}}, "must be of type int"),
        ({"tone-pet-word": {"severity": "fatal"}}, "may be error, warning, info, advice or off"),
    ],
)
def test_a_configuration_that_names_nothing_is_an_error(make_pack, checks, words):
    option = "[options.days]\ntype = 'int'\ndefault = 2\nhelp.en = 'days'"
    with pytest.raises(ConfigError, match=words):
        ruleset(make_pack(extra=option), checks=checks)


def test_preview_checks_are_off_until_asked_for(make_pack):
    pack = make_pack(extra="preview = true")
    assert pet_words(engine.lint(draft(), ruleset(pack))) == []
    assert pet_words(engine.lint(draft(), ruleset(pack, preview=True)))
    assert pet_words(engine.lint(draft(), ruleset(pack, checks={"tone-pet-word": {"severity": "info"}})))


def test_a_mended_file_is_seen_at_once(make_pack):
    pack = make_pack()
    assert pet_words(engine.lint(draft(), ruleset(pack)))
    make_pack(phrases='[phrases]\nen = ["frankly"]')
    assert pet_words(engine.lint(draft(), ruleset(pack))) == []


def test_a_hostile_text_is_judged_as_far_as_anybody_writes(make_pack):
    report = engine.lint(draft("Hi Tom,\n\n" + "basically " * 100_000), ruleset(make_pack()))
    assert len(report.text) == 200_000
    assert "text-cut-short" in report.defects


@pytest.mark.parametrize("phrase", ["basically", "it's basically", "<3", "å basically", "naïve"])
def test_the_first_and_the_later_messages_are_scanned_alike(make_pack, phrase, monkeypatch):
    monkeypatch.setattr(phrases, "_FEW", 3)
    rules = ruleset(make_pack(phrases=f'[phrases]\nen = ["{phrase}", "done", "we are done"]'))
    text = f"Hi Tom,\n\nSo {phrase}! We are done, {phrase}. Undone{phrase}\n\nBest regards,\nAnna"
    drawn = [[finding.span for finding in pet_words(engine.lint(draft(text), rules))] for _ in range(6)]
    assert len(drawn[0]) >= 3
    assert all(spans == drawn[0] for spans in drawn)


@pytest.mark.parametrize("phrase", ["其实", "嗯", "其实吧", "ok啦", "其實", "～～"])
def test_so_are_chinese_ones_short_and_long(make_pack, phrase, monkeypatch):
    monkeypatch.setattr(phrases, "_FEW", 3)
    monkeypatch.setattr(phrases, "_LONG", 1000)
    rules = ruleset(make_pack(phrases=f'[phrases]\nzh-Hans = ["{phrase}", "其实不难"]'))
    text = f"王经理，您好：\n\n{phrase}，方案已改好，{phrase}可以发了。其实不难。\n\n祝好\n李明"
    drawn = [[finding.span for finding in pet_words(engine.lint(draft(text), rules))] for _ in range(6)]
    assert len(drawn[0]) >= 3
    assert all(spans == drawn[0] for spans in drawn)
    long = text.replace("可以发了。", "可以发了。" + "春江花月夜。" * 400)
    assert len(
        pet_words(
            engine.lint(draft(long), ruleset(make_pack(phrases=f'[phrases]\nzh-Hans = ["{phrase}", "其实不难"]')))
        )
    ) == len(drawn[0])


def test_a_phrase_inside_a_longer_name_is_no_hit(make_pack):
    text = "Hi Tom,\n\nThe basically-gateway and form X-BASICALLY are ready. Basically - done.\n\nBest regards,\nAnna"
    assert [finding.text for finding in pet_words(engine.lint(draft(text), ruleset(make_pack())))] == ["Basically"]


def test_a_phrase_is_found_across_a_line_that_ends_in_a_blank(make_pack):
    text = "Hej Åsa,\n\nAt the end \nof the day  it works.\n\nBest regards,\nAnna"
    phrases = '[phrases]\nen = ["at the end of the day"]'
    [found] = pet_words(engine.lint(draft(text), ruleset(make_pack(phrases=phrases))))
    assert found.text == "At the end \nof the day"


def test_a_long_finding_gives_way_to_graver_words_in_it_and_to_no_lesser_ones(make_pack):
    text = "Hi Tom,\n\nYou people are gonna regret it.\n\nBest regards,\nAnna"
    phrases = '[phrases]\nen = ["people are gonna regret it"]'
    made = make_pack(phrases=phrases, extra="yields = true")
    assert pet_words(engine.lint(draft(text), ruleset(made))) == []
    calm = text.replace("You people", "The people")
    assert len(pet_words(engine.lint(draft(calm), ruleset(made)))) == 1
