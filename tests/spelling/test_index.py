from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    assert index.near("addrwss") == ["address"]
    assert index.near("xyloi") == index.near("the") == []
    assert [path.suffix for path in own_cache.iterdir()] == [".index"]


@given(st.sampled_from(["address", "delivery", "the"]), st.integers(0, 7), st.sampled_from("aeisz"), st.integers(0, 3))
def test_words_one_slip_apart_share_a_shortened_form(word: str, place: int, letter: str, kind: int) -> None:
    head, tail = word[:place], word[place:]
    swapped = head + tail[1:2] + tail[:1] + tail[2:]
    wrong = (head + letter + tail, head + tail[1:], head + letter + tail[1:], swapped)[kind]
    assert {wrong, *lexicon.shortened(wrong)} & {word, *lexicon.shortened(word)}


def test_near_words_are_frequent_ones() -> None:
    assert spelling.prepare()
    index = lexicon.lexicon()
    assert index is not None
    assert {"receive", "relieve"} == set(index.near("recieve"))
    assert index.near("confrim") == ["confirm"]
    assert index.near("") == []


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
