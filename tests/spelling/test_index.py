from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from maillint import cachedir
from maillint.language import spelling
from maillint.language.spelling import build, lexicon


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache directory and a fresh memory."""
    monkeypatch.setenv("MAILLINT_CACHE_DIR", str(tmp_path / "cache"))
    cachedir.folder.cache_clear()
    lexicon.lexicon.cache_clear()
    yield tmp_path / "cache"
    monkeypatch.undo()
    cachedir.folder.cache_clear()
    lexicon.lexicon.cache_clear()


@pytest.fixture
def few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word lists that need neither wordfreq nor typos."""
    monkeypatch.setattr(build, "_frequencies", lambda: {"address": 5.0, "the": 7.7, "adress": 2.0, "xyloid": 1.0})
    monkeypatch.setattr(build, "_corrections", lambda words: {"adress": ["address"]})


@pytest.mark.usefixtures("few_words")
def test_the_index_is_built_once_and_read_back(own_cache: Path) -> None:
    assert not spelling.is_ready()
    assert spelling.prepare()
    assert spelling.is_ready()
    index = lexicon.lexicon()
    assert index is not None
    assert index.zipf("address") == pytest.approx(5.0)
    assert index.value("adress") == "^address"
    assert index.value("xyloid") == index.value("nothing") == ""
    assert sorted(index.meant({"address", "the", "xyloid"})) == ["address", "the"]
    assert [path.suffix for path in own_cache.iterdir()] == [".index"]


@pytest.mark.usefixtures("few_words")
def test_many_questions_get_the_same_answers_as_few(own_cache: Path) -> None:
    assert spelling.prepare()
    index = lexicon.lexicon()
    assert index is not None
    answers = [sorted(index.meant({"address", "the", "adress"})) for _ in range(lexicon.FEW + 2)]
    assert answers == [["address", "the"]] * len(answers)
    assert own_cache.exists()


@pytest.mark.usefixtures("few_words")
def test_other_packages_make_another_index(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert spelling.prepare()
    path = Path(lexicon.path())
    before = path.stat().st_mtime_ns
    assert spelling.prepare()
    assert path.stat().st_mtime_ns == before
    monkeypatch.setattr(build.metadata, "version", lambda name: "99")
    assert spelling.prepare()
    assert b" 99 99" in path.read_bytes()[:80]
    assert own_cache.exists()


@pytest.mark.usefixtures("few_words")
@pytest.mark.parametrize("content", [b"", b"maillint spelling 0\n", b"\0" * 100, lexicon.FORMAT])
def test_a_broken_index_is_built_anew(own_cache: Path, content: bytes) -> None:
    own_cache.mkdir()
    Path(lexicon.path()).write_bytes(content)
    index = lexicon.lexicon()
    assert index is not None
    assert index.value("adress") == "^address"


def test_without_a_writable_cache_there_is_no_index(own_cache: Path) -> None:
    own_cache.write_text("a file where the folder should be")
    assert not spelling.prepare()
    assert lexicon.lexicon() is None
    assert spelling.find("teh adress", lambda word, is_slip: False) == []


@pytest.mark.parametrize("error", [FileNotFoundError("typos"), subprocess.SubprocessError(), ImportError("wordfreq")])
def test_without_word_lists_there_is_no_index(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> bytes:
        raise error

    monkeypatch.setattr(build, "make", fail)
    assert not spelling.prepare()
    assert not own_cache.exists()


def test_the_program_typos_judges_the_words_it_is_given() -> None:
    found = build._corrections(["recieve", "receive", "teh"])
    assert found["recieve"] == ["receive"]
    assert "receive" not in found


def test_likely_slips_are_no_words_of_the_list() -> None:
    assert {"watr", "watter", "wtaer", "weter"} <= build._probes({"water": 5.0, "walter": 4.0})
    assert "walter" not in build._probes({"water": 5.0, "walter": 4.0})
