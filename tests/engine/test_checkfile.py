import pytest

from maillint.engine import examples, packs, shapes
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
        ('preview = "yes"', "preview must be true or false; it is 'yes'"),
        ("[options.max]\ntype = 'int'\ndefault = 'viel'\nhelp.en = 'x'", "options.max.default is no whole number"),
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
        ("[advice.main]\nen = '“{text:d}”'", "advice.main.en: a placeholder is a name alone; write {text} in"),
        ("[advice.main]\nen = '“{text!z}” 好'", "advice.main.en: a placeholder is a name alone; write {text} in"),
        ("[advice.main]\nen = 5", "advice.main.en must be a text in quotes; it is 5"),
        ("[advice]\nmain = '好'", "advice.main must be a table: [advice.main]; it is '好'"),
        ("languages = [1]", "languages, entry 1, must be a text in quotes; it is 1"),
        ("otherwise = []", "otherwise must be a text in quotes; it is []"),
        ("[profiles.patch]\nseverity = 'loud'", "profiles.patch.severity is 'loud'; it may be error, warning"),
        ("[profiles.patch]\ncost = '五'", "profiles.patch.cost must be a number of points from 0 to 100; it is '五'"),
        ("[profiles.patch]\noptions.max = 1", "profiles.patch.options.max: the check has no such option"),
        ("[profiles]\npatch = 'off'", "profiles.patch must be a table: [profiles.patch]; it is 'off'"),
        ("[options.max]\ntype = 'int'\ndefault = 1\nhelp = 5", "options.max.help must be a table"),
        ("[options.max]\ntype = 'float'\ndefault = nan\nhelp.en = 'x'", "options.max.default is no number"),
        ("[options.own]\ntype = 'list'\ndefault = [5]\nhelp.en = 'x'", "options.own.default is no list of texts"),
        (f"x = {'[' * 3000}{']' * 3000}", "is nested too deeply"),
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


@pytest.mark.parametrize(
    ("phrases", "words"),
    [
        ("phrases.en = [1, 2]", "phrases.en, entry 1, must be a phrase in quotes"),
        ("phrases.en = { x = 1 }", "phrases.en.x must be a text in quotes; it is 1"),
        (
            'phrases.zh-Hans = ["说白了", ""]',
            "phrases.zh-Hans, entry 2, must be a phrase in quotes, of one word at least",
        ),
        (
            'phrases.zh = ["说白了"]',
            "phrases.zh is no language code, nor another name in lower case; the nearest is 'zh-H",
        ),
        ('phrases.zh-Hant = "說白了"', 'phrases.zh-Hant must be a list: ["..."], or a table'),
        ('phrases.drop = ["basically"]', "phrases.drop changes a check of an earlier pack, and this is a whole one"),
        ('phrases.add.en = ["frankly"]', "phrases.add changes a check of an earlier pack, and this is a whole one"),
    ],
)
def test_phrases_are_texts(make_pack, phrases, words):
    path = make_pack(phrases=phrases.replace("phrases.", "[phrases]\n", 1)) + "/tone/pet-word.toml"
    with pytest.raises(CheckFileError) as caught:
        read(path)
    assert str(caught.value).startswith(path)
    assert words in str(caught.value)


@pytest.mark.parametrize("line", ["cost = -50", "cost = nan", "cost = inf", "cost = true", "norms = [{}]"])
def test_numbers_keep_to_their_range(make_pack, line):
    path = make_pack() + "/tone/pet-word.toml"
    key = line.partition(" ")[0]
    with open(path, encoding="utf-8") as file:
        lines = [line if old.startswith(f"{key} ") else old for old in file.read().splitlines()]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    with pytest.raises(CheckFileError, match=f"pet-word.toml: {key}"):
        read(path)


@pytest.mark.parametrize("cap", ["-5", "nan", "101", "true", '"十"'])
def test_the_cap_of_a_group_is_a_number_of_points(make_pack, cap):
    folder = make_pack(cap=cap)
    with pytest.raises(CheckFileError, match=r"_group.toml: cap must be a number of points from 0 to 100"):
        packs.load((folder,))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('date = "foo"', "date: expected ISO 8601 text"),
        ("subject = 5", "subject must be a text in quotes; it is 5"),
        ("options = 5", "options must be a table"),
        ("options.max = 5", "the check has no option 'max'"),
        ('marked = "basically"', "marked must be a list"),
        ('profile = "朋友"', "profile is '朋友'; it may be internal"),
        ("to = 5", "to[0]: expected text or an object"),
    ],
)
def test_an_example_that_is_no_message_is_named(make_pack, line, words):
    path = make_pack() + "/tone/pet-word.toml"
    with open(path, "a", encoding="utf-8") as file:
        file.write(f'\n[[fine]]\nlang = "en"\ntext = "Hi Åsa"\n{line}\n')
    with pytest.raises(CheckFileError) as caught:
        list(examples.run(path))
    assert str(caught.value).startswith(f"{path}: fine 2: ")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("shape", "document", "words"),
    [
        (shapes.CHECK, {"bad": {"text": "好"}}, "bad must be a list: [[bad]]; it is {'text': '好'}"),
        (shapes.CHECK, {"fine": ["å"]}, "fine, entry 1, must be a table; it is 'å'"),
        (
            shapes.NORMS,
            {"chapter": [{}, {"titel": {}}]},
            "unknown key 'chapter, entry 2.titel'; the nearest is 'title'",
        ),
        (
            shapes.NORMS,
            {"chapter": [{"norm": [{"en": 5}]}]},
            "chapter, entry 1.norm, entry 1.en must be a text in quotes",
        ),
    ],
)
def test_an_entry_of_a_list_is_named_by_its_number(shape, document, words):
    with pytest.raises(shapes.ShapeError) as caught:
        shape("", document)
    assert str(caught.value).startswith(words)
