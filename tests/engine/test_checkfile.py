import pytest

from maillint.engine import examples
from maillint.engine.checkfile import CheckFileError, read


def test_the_path_gives_group_and_name(make_pack):
    check = read(make_pack() + "/tone/pet-word.toml")
    assert (check.name, check.group, check.code) == ("tone-pet-word", "tone", "")


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ("colour = 1", "unknown key 'colour'"),
        ("normz = []", "the nearest is 'norms'"),
        ('per = "day"', "it may be finding, message"),
        ('preview = "yes"', "preview has the wrong type"),
        ("[options.max]\ntype = 'int'\ndefault = 'viel'\nhelp.en = 'x'", "options.max.default is no int"),
        ("[options.max]\ntype = 'int'", "options.max needs type, default and help"),
        ("[message.other]\nen = ' '", "message.other has no text in en, zh-Hans, zh-Hant"),
        ("[message.other]\nde = 'nur Deutsch'", "message.other has 'de'; it may be en, zh-Hans, zh-Hant"),
        (
            "[message.other]\nzh_CN = '简体'",
            "message.other has 'zh_CN'; it may be en, zh-Hans, zh-Hant; the nearest is 'zh-Hans'",
        ),
        ("[advice.main]\nzh-hant = '繁體'", "the nearest is 'zh-Hant'"),
        ("[advice.main]\nzh-TW = '繁體'", "the nearest is 'zh-Hant'"),
        (
            "languages = ['zh-hans']",
            "languages has 'zh-hans'; it may be *, en, zh, zh-Hans, zh-Hant; the nearest is 'zh-Hans'",
        ),
        ("[options.max]\ntype = 'int'\ndefault = 1\nhelp.zh_HK = 'x'", "options.max.help has 'zh_HK'"),
        ("[message.other]\nen = 'half a {text'", "a brace that is to be seen is doubled"),
        ("[message.other]\nen = '“{0}”'", "{0} is no placeholder"),
        ("[profiles.friends]\ncost = 1", "profiles is 'friends'"),
    ],
)
def test_what_breaks_the_format_is_named(make_pack, extra, words):
    path = make_pack(extra=extra) + "/tone/pet-word.toml"
    with pytest.raises(CheckFileError) as caught:
        read(path)
    assert str(caught.value).startswith(path)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("en = 'English'", ("English", "English", "English")),
        ("zh-Hant = '繁體'", ("繁體", "繁體", "繁體")),
        ("en = 'English'\nzh-Hans = '简体'", ("English", "简体", "简体")),
    ],
)
def test_a_pack_may_speak_fewer_languages(make_pack, text, words):
    message = read(make_pack(extra=f"[message.other]\n{text}") + "/tone/pet-word.toml").data["message"]["other"]
    assert (message["en"], message["zh-Hans"], message["zh-Hant"]) == words


def test_built_in_checks_speak_three_languages(make_pack, monkeypatch):
    folder = make_pack(extra="[message.other]\nen = 'only English'")
    monkeypatch.setattr("maillint.engine.packs.BUILT_IN", folder)
    problems = [result.problem.text() for result in examples.run(folder + "/tone/pet-word.toml") if result.problem]
    assert "message.other.zh-Hans is missing: built-in checks speak three languages" in problems


def test_examples_are_tried_and_counted(make_pack):
    results = list(examples.run(make_pack() + "/tone/pet-word.toml"))
    tried = [(result.kind, result.problem) for result in results if result.kind]
    assert tried == [("bad", None), ("fine", None)]
    assert sum(result.problem is not None and result.problem.key == "few" for result in results) == 6


def test_an_example_that_is_missed_is_a_problem(make_pack):
    results = list(examples.run(make_pack(phrases='[phrases]\nen = ["frankly"]') + "/tone/pet-word.toml"))
    assert results[0].problem.text() == "a bad example drew nothing"
