"""Slips in a check's file that only its author can see, each told with the nearest right name."""

import os

import pytest

from maillint.engine import examples, proofread


def told(path, below=(), language="en"):
    """What is wrong with a check's file as a whole, but for too few examples."""
    results = [result for result in examples.run(path, below) if result.problem and not result.kind]
    return [result.problem.text(language) for result in results if result.problem.key != "few"]


@pytest.fixture
def pet_word(make_pack):
    return lambda **parts: os.path.join(make_pack(**parts), "tone", "pet-word.toml")


@pytest.fixture
def change(pet_word, tmp_path):
    """Writes a second pack that changes tone-pet-word; says what is wrong with its file."""

    def write(text, language="en", **parts):
        below = pet_word(**parts)
        path = tmp_path / "house" / "tone" / "pet-word.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return told(str(path), (below,), language)

    return write


def test_a_right_file_draws_nothing(pet_word):
    assert told(pet_word()) == []


@pytest.mark.parametrize(
    ("norms", "words"),
    [
        ('["E999"]', ["there is no norm 'E999' in docs/norms.md or a _norms.toml; the nearest is 'E99'"]),
        ('["规范1"]', ["there is no norm '规范1' in docs/norms.md or a _norms.toml"]),
        ('["E14"]', []),
    ],
)
def test_norms_must_be_there(pet_word, norms, words):
    path = pet_word()
    with open(path, encoding="utf-8") as file:
        text = file.read().replace('norms = ["E14"]', f"norms = {norms}")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    assert told(path) == words


def test_norms_of_ones_own_count(change, tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "_norms.toml").write_text(
        '[[chapter]]\ntitle = { en = "å", zh-Hans = "手册", zh-Hant = "手冊" }\n'
        '[[chapter.norm]]\nnumber = "A1"\nen = "a"\nzh-Hans = "一"\nzh-Hant = "一"\n',
        encoding="utf-8",
    )
    assert change('norms = ["A1"]') == []
    assert change('norms = ["A11"]', "zh-Hans") == [
        "docs/norms.md 和 _norms.toml 里都没有编号 'A11' 的规范；最接近的是 'A1'"
    ]


@pytest.mark.parametrize(
    ("dropped", "words"),
    [
        ("basically", []),
        ("basicaly", ["phrases.drop: tone-pet-word has no phrase 'basicaly'; the nearest is 'basically'"]),
        ("白了", ["phrases.drop: tone-pet-word has no phrase '白了'; it has '说白了'"]),
        ("🎉", ["phrases.drop: tone-pet-word has no phrase '🎉'"]),
    ],
)
def test_what_is_dropped_must_be_there(change, dropped, words):
    assert change(f'phrases.drop = ["{dropped}"]') == words


def test_a_fine_example_names_the_phrase_that_is_left(change, tmp_path):
    fine = '[[fine]]\nlang = "zh-Hans"\ntext = "李经理：\\n\\n说白了，做完了。\\n\\n王芳"\n'
    change(f'phrases.drop = ["basically"]\n{fine}')
    pack, house = tmp_path / "pack" / "tone" / "pet-word.toml", tmp_path / "house" / "tone" / "pet-word.toml"
    (result,) = examples.run(str(house), (str(pack),))
    assert result.problem.text() == (
        "a fine example drew ['说白了']: ['说白了'] in phrases.zh-Hans (phrases.drop takes out just what it names)"
    )
    assert "要去掉的词须原样写进 phrases.drop" in result.problem.text("zh-Hans")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“{text}” here", []),
        ("{{braces}} 與 {text!s}", []),
        ("“{txt}” here", ["message.main.en: nothing fills {txt}; there is {text}; the nearest is 'text'"]),
        ("{日期}", ["message.main.en: nothing fills {日期}; there is {text}"]),
    ],
)
def test_placeholders_of_phrases(change, text, words):
    assert change(f"message.main.en = '{text}'") == words


@pytest.mark.parametrize(
    ("phrases", "words"),
    [
        ('add.en = { "frankly" = "[exclaimed]" }', []),
        ('en = { "frankly" = "[opens; not before 好/å]", "frankly speaking" = "[fine]" }', []),
        ('add.zh-Hant = { "老實說" = "[opnes]" }', ["phrases.zh-Hant: '老實說' asks for 'opnes'"]),
    ],
)
def test_conditions_must_be_known(change, phrases, words):
    start = [line.partition(";")[0] for line in change(f"[phrases]\n{phrases}", phrases=TABLE)]
    assert start == words


def test_a_check_with_an_unknown_condition_is_not_tried(make_pack):
    path = os.path.join(make_pack(phrases='[phrases]\nen = { "basically" = "[asks]" }'), "tone", "pet-word.toml")
    problems = [result.problem for result in examples.run(path) if result.problem]
    assert [found.key for found in problems if found.key not in ("few", "untranslated")] == ["condition"]
    assert problems[0].text("zh-Hans").startswith("phrases.en：'basically' 写的条件是 'asks'，可用的是 opens,")


def test_a_missed_example_that_holds_a_phrase_says_so(make_pack):
    table = '[phrases]\nen = { "basically" = "[asked]" }'
    path = os.path.join(make_pack(phrases=table), "tone", "pet-word.toml")
    found = next(result.problem for result in examples.run(path) if result.kind == "bad")
    assert found.text().startswith("a bad example drew nothing, though it holds 'basically': look at the phrase's cond")
    assert found.text("zh-Hant") == "要標的沒有標出來，雖然裡面有 'basically'：請看詞的條件、zones 和 Python"


TABLE = '[phrases]\nen = { "basically" = "" }\nzh-Hant = { "說白了" = "" }'
CODE = "def find(draft, rule, hits):\n    for hit in hits:\n        yield rule.finding(draft, hit.span, days=3)\n"


def test_placeholders_of_python_are_what_its_examples_show(change):
    assert change("message.main.en = '{days} {text}'", code=CODE) == []
    assert change("message.main.en = '{dayz}'", code=CODE) == [
        "message.main.en: nothing fills {dayz}; there is {days}, {text}; the nearest is 'days'"
    ]
    assert change("message.other.en = '{anything}'", code=CODE) == []


def test_a_python_file_with_hyphens_is_never_loaded(pet_word):
    path = pet_word()
    stray = path.replace(".toml", ".py")
    open(stray, "w").close()
    assert told(path) == [f"{stray} is never loaded: the check's Python file is to be named pet_word.py"]
    assert told(path, language="zh-Hant") == [f"{stray} 不會被載入：這項檢查的 Python 檔應命名為 pet_word.py"]


def test_nor_is_one_beside_which_no_check_stands(pet_word):
    group = os.path.dirname(pet_word(code=CODE))
    for name in ("pet_wort.py", "__init__.py", "_notes.py"):
        open(os.path.join(group, name), "w").close()
    (orphan,) = proofread.orphans(group)
    assert orphan.text() == f"{group}/pet_wort.py is never loaded: there is no pet-wort.toml beside it"
