"""Lists of own words: found beside configurations, added up, locked, edited without loss, asked by the checks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.engine import Config, ConfigError, Ruleset, lint, load, wordlist
from maillint.engine.config import discover
from maillint.engine.wordlist import OwnWords, edited, is_word, parse
from maillint.message import read

WORDS = st.one_of(
    st.text(max_size=12), st.sampled_from(["Kestrelon", "kestrelon", "灵犀阁", "靈犀閣", "Åkervall", "# x"])
)
LISTS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\r# not:ab犀")), max_size=80)


@pytest.fixture(autouse=True)
def _no_files_of_this_machine(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("MAILLINT_SITE_CONFIG", str(tmp_path / "site" / "maillint.toml"))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def mail(text, subject="Delivery of order 4471"):
    head = "From: Anna Berg <anna@north.example>\nTo: Tom Reed <tom@south.example>\nContent-Type: text/plain; charset=utf-8"
    return read(f"{head}\nContent-Transfer-Encoding: 8bit\nSubject: {subject}\n\n{text}".encode())


def slips(text, *words, subject="Delivery of order 4471", tmp_path):
    path = write(tmp_path / "words.txt", "\n".join(words))
    report = lint(mail(text, subject), load(Config({**Config().values, "words": [path]})))
    return [finding.text for finding in report.findings if finding.check.startswith("spelling")]


def test_a_list_has_one_word_a_line_and_comments():
    text = "\ufeff# our pumps\r\nKestrelon\r\n  灵犀阁   # our hall\r\n\r\nC#\nKESTRELON\nGrüne  Höhle\n# not: teh\n#NOT:hte"
    assert parse(text) == (("Kestrelon", "灵犀阁", "C#", "Grüne Höhle"), ("teh", "hte"))


def test_lists_are_found_beside_configurations_and_upward_and_add_up(tmp_path):
    site = write(tmp_path / "site" / "maillint-words.txt", "Orgword")
    user = write(tmp_path / "user" / "maillint" / "maillint-words.txt", "Mine")
    upper = write(tmp_path / "a" / "maillint-words.txt", "Upper")
    lower = write(tmp_path / "a" / "b" / "maillint-words.txt", "Lower")
    named = write(tmp_path / "a" / "b" / "terms" / "legal.txt", "犀")
    toml = write(tmp_path / "a" / "b" / "maillint.toml", 'words = ["terms/legal.txt"]')
    config = discover(str(tmp_path / "a" / "b"))
    assert config["words"] == [site, user, lower, upper, named]
    assert config.origins["words"] == f"found, {toml}"
    assert config.files == (toml,)


def test_a_file_named_by_hand_takes_the_place_of_what_would_be_found(tmp_path):
    write(tmp_path / "user" / "maillint" / "maillint-words.txt", "Mine")
    write(tmp_path / "maillint-words.txt", "Near")
    site = write(tmp_path / "site" / "maillint-words.txt", "Orgword")
    toml = write(tmp_path / "ci" / "maillint.toml", "")
    beside = write(tmp_path / "ci" / "maillint-words.txt", "Ci")
    assert discover(str(tmp_path), explicit=toml)["words"] == [site, beside]


def test_an_organisation_can_lock_its_words(tmp_path):
    site = write(tmp_path / "site" / "maillint-words.txt", "Orgword")
    toml = write(tmp_path / "site" / "maillint.toml", 'locked = ["words"]')
    write(tmp_path / "maillint-words.txt", "Near")
    config = discover(str(tmp_path))
    assert config["words"] == [site]
    assert config.locks == {"words": toml}


def test_a_list_that_is_named_and_missing_is_told_with_its_line(tmp_path):
    toml = write(tmp_path / "maillint.toml", 'lang = "en"\nwords = ["legal.txt"]')
    with pytest.raises(ConfigError) as told:
        discover(str(tmp_path))
    assert str(told.value) == (
        f"{toml}:2: words names 'legal.txt', but there is no file {tmp_path}/legal.txt; "
        "create it, one word a line, or take the entry out"
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("# 词表\n灵犀阁\n".encode("gb18030"), ":1: is no UTF-8 text"),
        (b"Kestrelon\n\xff\n", ":2: is no UTF-8 text"),
        (b"a\nb\nc\0\n", ":3: is no text"),
    ],
)
def test_a_list_that_is_no_utf8_text_is_told_with_its_line(tmp_path, data, why):
    path = write(tmp_path / "maillint-words.txt", data)
    with pytest.raises(ConfigError) as told:
        discover(str(tmp_path))
    assert str(told.value).startswith(f"{path}{why}")


def test_words_must_be_a_list_of_strings(tmp_path):
    for text in ('words = "a.txt"', "words = [1]"):
        write(tmp_path / "maillint.toml", text)
        with pytest.raises(ConfigError, match="words"):
            discover(str(tmp_path))


def test_no_list_is_read_before_something_looks_like_a_slip(tmp_path, monkeypatch):
    path = write(tmp_path / "maillint-words.txt", "Kestrelon")
    ruleset = load(Config({**Config().values, "words": [path]}))
    read_paths = []
    monkeypatch.setattr(wordlist, "read", lambda path: read_paths.append(path) or "recieved")
    lint(mail("Dear Tom,\n\nThe pumps are here.\n\nBest regards,\nAnna"), ruleset)
    assert read_paths == []
    lint(mail("Dear Tom,\n\nWe recieved the pumps.\n\nBest regards,\nAnna"), ruleset)
    assert read_paths == [path]
    assert isinstance(ruleset, Ruleset)


def test_a_listed_word_is_no_slip(tmp_path):
    text = "Dear Tom,\n\nWe recieved the pumps. We seperate both.\n\nBest regards,\nAnna"
    assert slips(text, tmp_path=tmp_path) == ["recieved", "seperate"]
    assert slips(text, "RECIEVED", tmp_path=tmp_path) == ["seperate"]
    assert slips(text, "Recieved", "seperate", tmp_path=tmp_path) == []


def test_a_listed_word_is_no_slip_in_the_subject_either(tmp_path):
    subject, text = "Oppurtunity to visit", "Dear Tom,\n\nPlease come.\n\nBest regards,\nAnna"
    assert slips(text, tmp_path=tmp_path, subject=subject) == ["Oppurtunity"]
    assert slips(text, "oppurtunity", tmp_path=tmp_path, subject=subject) == []


def test_a_listed_phrase_excuses_its_words_and_no_others(tmp_path):
    text = "Dear Tom,\n\nAlot\nof Nature is our shop. We need alot of pumps.\n\nBest regards,\nAnna"
    assert slips(text, tmp_path=tmp_path) == ["Alot", "alot"]
    assert slips(text, "alot of nature", tmp_path=tmp_path) == ["alot"]


@pytest.mark.parametrize(
    ("text", "slip"),
    [("李经理：\n\n您好！请尽快按排发货。\n\n王芳", "按排"), ("李經理：\n\n您好！請儘快按排出貨。\n\n王芳", "按排")],
)
def test_a_listed_chinese_term_is_no_slip(tmp_path, text, slip):
    assert slips(text, tmp_path=tmp_path) == [slip]
    assert slips(text, slip, tmp_path=tmp_path) == []


def test_a_han_term_excuses_what_overlaps_it():
    words, text = OwnWords(["恒彭科技", "鹏"]), "请恒彭科技的王工回复鹏程"
    assert words.excuse(text, 1, 3)
    assert words.excuse(text, 0, 2)
    assert words.excuse(text, 4, 6)
    assert not words.excuse(text, 5, 7)
    assert not words.excuse(text, text.index("鹏"), len(text))


def test_a_latin_term_excuses_only_what_lies_inside_it():
    words, text = OwnWords(["Grüne Höhle", "Åre"]), "Grüne Höhle and xgrüne höhle of Årevik, Åre's"
    assert words.excuse(text, 0, 5)
    assert not words.excuse(text, 0, 15)
    assert not words.excuse(text, text.index("höhle of"), text.index(" of"))
    assert not words.excuse(text, text.index("Årevik"), text.index("Årevik") + 6)
    assert words.excuse(text, len(text) - 5, len(text))
    assert "ÅRE" in words
    assert "A\u030are" in words
    assert len(words) == 2


@given(LISTS, st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_editing_twice_is_editing_once(text, keep, reject):
    once = edited(text, keep=keep, reject=reject)
    assert edited(once, keep=keep, reject=reject) == once
    assert {wordlist.key(word) for word in keep if is_word(word)} <= {wordlist.key(word) for word in parse(once).kept}


@given(LISTS, st.lists(WORDS, max_size=4))
def test_editing_never_loses_a_word(text, keep):
    before, after = parse(text), parse(edited(text, keep=keep))
    assert after.kept[: len(before.kept)] == before.kept
    lost = {wordlist.key(word) for word in before.rejected} - {wordlist.key(word) for word in after.rejected}
    assert lost <= {wordlist.key(word) for word in keep}


@given(LISTS, WORDS.filter(is_word))
def test_what_was_added_can_be_taken_back(text, word):
    known = {wordlist.key(one) for words in parse(text) for one in words}
    there = edited(text, keep=[word])
    back = edited(there, forget=[word])
    assert wordlist.key(word) not in {wordlist.key(one) for words in parse(back) for one in words}
    if wordlist.key(word) not in known:
        assert back.rstrip("\r\n") == text.rstrip("\r\n")


def test_a_list_keeps_its_comments_order_line_ends_and_permissions(tmp_path):
    path = tmp_path / "words.txt"
    write(path, "# ours\r\nKestrelon\r\n# not: teh")
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    wordlist.write(str(link), edited(wordlist.read(str(path)), keep=["灵犀阁", "teh"], reject=["hte", "KESTRELON"]))
    assert path.read_bytes().decode() == "# ours\r\nKestrelon\r\n灵犀阁\r\nteh\r\n# not: hte\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["link.txt", "words.txt"]
