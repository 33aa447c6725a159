"""A later pack changes a check by naming only what it wants otherwise."""

import os

import pytest

from maillint.engine import examples, packs
from maillint.engine.catalog import Catalog
from maillint.engine.checkfile import CheckFileError, read
from maillint.engine.config import Config
from maillint.engine.ruleset import Ruleset
from maillint.engine.run import lint
from maillint.message import from_compose


@pytest.fixture
def change(tmp_path):
    """Writes the second pack, which changes tone-pet-word, and returns its folder."""

    def write(text, code=""):
        group = tmp_path / "house" / "tone"
        group.mkdir(parents=True, exist_ok=True)
        (group / "pet-word.toml").write_text(text, encoding="utf-8")
        if code:
            (group / "pet_word.py").write_text(code, encoding="utf-8")
        return str(tmp_path / "house")

    return write


def findings(folders, text):
    """What tone-pet-word says of a mail."""
    draft = from_compose({"from": "a@x.example", "to": "b@y.example", "subject": "简体 繁體 å", "text": text})
    report = lint(draft, Ruleset(packs.load(folders), Config()))
    return [finding for finding in report.findings if finding.check == "tone-pet-word"]


def found(folders, text):
    return [finding.text.lower() for finding in findings(folders, text)]


def spec_of(folders):
    return next(spec for spec in packs.load(folders).specs if spec.name == "tone-pet-word")


def test_an_editors_hidden_files_are_no_checks(make_pack):
    pack = make_pack()
    group = os.path.join(pack, "tone")
    os.symlink("åsa@loom.4711", os.path.join(group, ".#pet-word.toml"))
    with open(os.path.join(group, "._pet-word.toml"), "wb") as file:
        file.write(b"\0\xff")
    assert "tone-pet-word" in {spec.name for spec in packs.load((pack,)).specs}


def test_a_check_that_is_a_link_to_nothing_is_told(make_pack):
    pack = make_pack()
    os.symlink("gone.toml", link := os.path.join(pack, "tone", "乱.toml"))
    with pytest.raises(CheckFileError, match=r"cannot be read \(No such file"):
        packs.load((pack,))
    os.remove(link)
    os.symlink("loop", os.path.join(pack, "loop"))
    with pytest.raises(CheckFileError, match=r"loop: cannot be read \(Too many levels"):
        packs.load((pack,))


def test_what_is_named_changes_and_all_else_stays(make_pack, change):
    folders = (make_pack(), change('severity = "error"\nmessage.main.en = "Ours: {text}"\n'))
    spec = spec_of(folders)
    assert (spec.severity, spec.cost, spec.zones) == ("error", 6.0, ("body",))
    english, chinese = Catalog(folders, "en"), Catalog(folders, "zh-Hant")
    (finding,) = findings(folders, "So basically done. 😀")
    assert english.message(finding) == "Ours: basically"
    assert chinese.message(finding) == "「basically」沒有內容。"
    assert english.title("tone-pet-word") == "pet word"


@pytest.mark.parametrize(
    ("phrases", "marked"),
    [
        ('phrases.add.en = ["in a sense"]', ["basically", "in a sense"]),
        ('phrases.en = ["in a sense"]', ["in a sense"]),
        ('phrases.drop = ["basically"]', []),
        ('phrases.add.zh-Hant = ["說白了"]', ["basically"]),
    ],
)
def test_phrase_lists_are_lengthened_replaced_and_shortened(make_pack, change, phrases, marked):
    assert found((make_pack(), change(phrases)), "Basically it is, in a sense, done.\n") == marked


def test_the_python_of_the_check_below_still_thinks(make_pack, change):
    silent = "def find(draft, rule, hits):\n    return iter(())\n"
    folders = (make_pack(code=silent), change("cost = 1\n"))
    assert spec_of(folders).code == os.path.join(folders[0], "tone", "pet_word.py")
    assert found(folders, "So basically done.") == []
    both = (folders[0], change("cost = 1\n", code=silent))
    assert spec_of(both).code == os.path.join(both[1], "tone", "pet_word.py")


def test_a_file_that_names_everything_stands_alone(make_pack, change):
    first = make_pack(code="def find(draft, rule, hits):\n    return iter(())\n")
    with open(os.path.join(first, "tone", "pet-word.toml"), encoding="utf-8") as file:
        folders = (first, change(file.read()))
    assert (spec_of(folders).below, spec_of(folders).code) == ((), "")


def test_a_change_needs_a_check_to_change(change):
    with pytest.raises(CheckFileError, match="confidence is missing"):
        packs.load((change('severity = "error"\n'),))


def test_a_change_is_held_against_the_format_too(make_pack, change):
    make_pack()
    with pytest.raises(CheckFileError, match="unknown key 'sverity'; the nearest is 'severity'"):
        packs.load((make_pack(), change('sverity = "error"\n')))


def test_a_changed_check_is_tried_with_examples_of_its_own(make_pack, change):
    below = (os.path.join(make_pack(), "tone", "pet-word.toml"),)
    path = os.path.join(change("cost = 1\n"), "tone", "pet-word.toml")
    assert list(examples.run(path, below)) == []
    change('[[bad]]\nlang = "zh-Hans"\ntext = "李经理：\\n\\n说白了，做完了。\\n\\n王芳"\nmarked = ["说白了"]\n')
    assert [(result.kind, result.problem) for result in examples.run(path, below)] == [("bad", None)]
    assert read(path, below).data["title"]["en"] == "pet word"


def test_a_group_may_be_changed_in_part(make_pack, change):
    folders = (make_pack(cap=10), change("cost = 1\n"))
    with open(os.path.join(folders[1], "tone", "_group.toml"), "w", encoding="utf-8") as file:
        file.write("cap = 3\n")
    assert packs.load(folders).caps["tone"] == 3
    assert packs.load(folders).order["tone"] == 1


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            'phrases.add = ["in a sense"]',
            "phrases.add must be a table of lists: phrases.add.en = [...]; it is ['in a sense']",
        ),
        (
            'phrases.add.en = "in a sense"',
            'phrases.add.en must be a list: ["..."], or a table: { "phrase" = "what instead" }; it is \'in a sense\'',
        ),
        (
            'phrases.add.zh-Hans = "其实"',
            'phrases.add.zh-Hans must be a list: ["..."], or a table: { "phrase" = "what instead" }; it is \'其实\'',
        ),
        (
            'phrases.drop = "basically"',
            "phrases.drop must be one list for all languages: phrases.drop = [\"...\"]; it is 'basically'",
        ),
        (
            'phrases.drop.en = ["basically"]',
            "phrases.drop must be one list for all languages: phrases.drop = [\"...\"]; it is {'en': ['basically']}",
        ),
    ],
)
def test_a_change_of_the_wrong_form_is_named_with_its_file(make_pack, change, text, complaint):
    folders = (make_pack(), change(text))
    with pytest.raises(CheckFileError) as error:
        packs.load(folders)
    assert str(error.value) == f"{folders[1]}/tone/pet-word.toml: {complaint}"


def test_a_table_is_lengthened_by_a_table(make_pack, change):
    folders = (make_pack(phrases='[phrases.en]\n"å basically" = "in short"'), change('phrases.add.en = ["in a sense"]'))
    with pytest.raises(CheckFileError, match="must be a table as the list is"):
        packs.load(folders)
