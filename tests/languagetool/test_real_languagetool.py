"""With a real LanguageTool: ./task test assembles one where Java and Maven are; by hand, assemble.py beside this file."""

from __future__ import annotations

import hashlib
import itertools
import json
import socket
import threading
import time
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import maillint.checks
from maillint.engine import examples
from maillint.finding import Grade
from maillint.language.spelling import languagetool

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("server")

CHECK = f"{maillint.checks.__path__[0]}/spelling/grammar.toml"
ENGLISH = "Dear Tom,\n\n{}\n\nKind regards,\nAnna"
CHINESE = "李明：\n\n您好！{}\n\n祝商祺\n王芳"


def test_the_examples_of_the_check_hold(monkeypatch) -> None:
    find = languagetool.find
    monkeypatch.setattr(languagetool, "find", lambda texts, **how: find(texts, **{**how, "seconds": 60.0}))
    results = list(examples.run(CHECK))
    assert len(results) >= 16
    assert [result for result in results if result.problem] == []


def test_english_slips_are_marked_where_they_stand_with_what_was_meant(grammar) -> None:
    (finding,) = grammar(ENGLISH.format("Thanks 👍🏽 åäö 🙏! The connector doesn't exists in that size."))
    assert finding.text == "exists"
    assert finding.rewrite is not None
    assert finding.rewrite.grade is Grade.SUGGESTED
    assert finding.rewrite.edits[0].replacement == "exist"
    assert finding.span.zone == "body"


def test_simplified_slips_are_marked_behind_characters_of_the_astral_planes(grammar) -> None:
    (finding,) = grammar(CHINESE.format("𠮷野家的合同👍很好。我门已收到样品。"))
    assert finding.text == "门"
    assert finding.rewrite is not None
    assert finding.rewrite.edits[0].replacement == "们"


def test_traditional_and_other_languages_are_not_sent(grammar) -> None:
    assert grammar("李明：\n\n您好！我門己經收到樣品，謝謝。\n\n祝商祺\n王芳") == []
    assert grammar("Lieber Tom,\n\nwir hat die Ware gestern erhaltet und sind sehr zufrieden.\n\nGruß\nAnna") == []


def test_what_the_embedded_engines_see_is_reported_once(judge) -> None:
    text = "The the list was recieved, and it dose not fit. She have your sample. We suggest to wait a week."
    report = judge(ENGLISH.format(text), without=[], words=[])
    spelling = [finding for finding in report.findings if finding.group == "spelling"]
    spans = sorted((finding.span.start, finding.span.end) for finding in spelling)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans)), spelling
    assert {"spelling-typo", "spelling-grammar"} <= {finding.check for finding in spelling}
    chinese = judge(CHINESE.format("我门己经收到付件。")).findings
    assert sorted(finding.text for finding in chinese if finding.group == "spelling") == ["付件", "己经", "我门"]


@pytest.mark.parametrize("word", ["stratobase", "Vallstroem"])
def test_names_and_terms_are_no_typos_even_with_its_dictionary(grammar, word) -> None:
    text = ENGLISH.format(f"The {word} arrives on Monday, and the {word.lower()} is new.")
    unknown = [finding.text for finding in grammar(text, without=[])]
    assert unknown[-1] == word.lower()
    assert grammar(text, without=[], people=("Anna Berg", f"Tom {word}")) == []
    assert grammar(text, without=[], words=[word]) == []
    assert grammar(f"{text}\n\nOn Tue, 24 Nov 2026, Tom Reed wrote:\n> the {word.lower()}", without=[]) == []


def test_english_is_judged_as_the_text_is_spelt(grammar) -> None:
    british = ENGLISH.format("We apologise: the colours of the two samples differ a little.")
    assert grammar(british, without=[]) == []
    assert [one.text for one in grammar(british, without=[], english="en-US")] == ["apologise", "colours"]


def test_rules_that_are_not_wanted_and_categories_not_asked_for_are_silent(grammar) -> None:
    text = ENGLISH.format("The connector doesn't exists in that size, and the price depends of the quantity.")
    assert [one.args["rule"] for one in grammar(text)] == ["DID_BASEFORM", "DEPEND_ON"]
    assert [one.args["rule"] for one in grammar(text, without=["DID_*"])] == ["DEPEND_ON"]
    assert grammar(text, categories=["CASING"]) == []


def test_an_address_may_be_written_in_several_ways(grammar, server) -> None:
    text = ENGLISH.format("The connector doesn't exists in that size.")
    for address in (server, f"{server}/", f"{server}/v2", server.removeprefix("http://")):
        assert [one.text for one in grammar(text, remote=address)] == ["exists"]


def test_a_proxy_never_gets_what_is_for_this_machine(grammar, monkeypatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, address)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert grammar(ENGLISH.format("The connector doesn't exists in that size."), timeout=20.0)[0].text == "exists"


def test_a_language_the_server_lacks_has_no_problems(grammar) -> None:
    assert grammar(ENGLISH.format("The connector doesn't exists in that size."), english="de-DE") == []


@pytest.mark.parametrize(
    "odd",
    ["\ud83d", "\0\x01\x1b[31m", "\u202e\u2066\ufeff", "a" * 15_000, "👍" * 300, "&<>\"';--%00\\", "\u0301" * 500],
)
def test_odd_characters_silence_nothing_and_shift_nothing(odd) -> None:
    paragraphs = [(odd, "en-US"), ("The connector doesn't exists in that size.", "en-US")]
    found = languagetool.find(paragraphs, remote="", seconds=60, categories=["GRAMMAR"])
    text = paragraphs[1][0]
    assert [text[one.start : one.end] for one in found[1]] == ["exists"]


def test_a_time_limit_that_is_too_short_costs_one_note(grammar, judge) -> None:
    much = " ".join(f"Panel {number} has {number + 3} connectors on its back." for number in range(200))
    text = ENGLISH.format(f"{much} The connector doesn't exists in that size.")  # a short one may come back at once
    (note,) = grammar(text, timeout=0.0001)
    assert (note.key, note.cost) == ("silent", 0)
    assert grammar(text) == []  # it rests
    languagetool.forget()
    assert [one.text for one in grammar(text)] == ["exists"]


def test_a_warm_server_answers_soon(judge) -> None:
    text = ENGLISH.format("We thank you for your order. The pumps leave our works on Friday, 4 December 2026. " * 8)
    judge(text)
    start = time.perf_counter()
    report = judge(text.replace("thank", "thanks"))
    assert time.perf_counter() - start < 5
    assert report.language == "en"


def test_a_second_start_changes_nothing(maillint, server, jars) -> None:
    again = maillint("languagetool", "start", "--jars", jars)
    assert (again.returncode, again.stdout) == (0, f"it runs already at {server}\n")
    told = maillint("languagetool", "status")
    assert told.returncode == 0
    assert f"running at {server}, process " in told.stdout


def test_doctor_says_how_it_stands(maillint, server, tmp_path) -> None:
    config = tmp_path / "maillint.toml"
    config.write_text('[checks.spelling-grammar]\nseverity = "warning"\n')
    assert f"ok       LanguageTool: running at {server}" in maillint("doctor", str(tmp_path)).stdout
    config.write_text(f'[checks.spelling-grammar]\nseverity = "info"\nremote = "{server}"\n')
    assert f"ok       LanguageTool: {server}, on this machine" in maillint("doctor", str(tmp_path)).stdout


def test_it_listens_on_this_machine_only(server) -> None:
    port = int(server.rpartition(":")[2])
    with pytest.raises(OSError), socket.create_connection((_outer_address(), port), timeout=2):
        pass


def _outer_address() -> str:
    """Another address of this machine; one of the documentation range where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "192.0.2.1"
        address = str(probe.getsockname()[0])
    return "192.0.2.1" if address.startswith("127.") else address


@pytest.fixture
def mirror(jars, tmp_path, monkeypatch) -> Iterator[None]:
    """A host that gives the real LanguageTool as the archive that language-tool-python asks for."""
    archive = tmp_path / "mirror" / "LanguageTool-6.8.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as packed:
        for path in Path(jars).rglob("*.jar"):
            packed.write(path, path.relative_to(jars))
    handler = partial(SimpleHTTPRequestHandler, directory=str(archive.parent))
    handler.log_message = lambda *_: None  # type: ignore[attr-defined]
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        monkeypatch.setenv("LTP_DOWNLOAD_HOST_NEW_RELEASES", f"http://127.0.0.1:{host.server_port}/")
        monkeypatch.setenv("LTP_DOWNLOAD_SHA256", hashlib.sha256(archive.read_bytes()).hexdigest())
        monkeypatch.setenv("LTP_PATH", str(tmp_path / "fetched"))
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield
        host.shutdown()


def test_a_fetched_one_starts_stops_and_starts_again_after_it_was_killed(
    maillint, server, mirror, tmp_path, monkeypatch
) -> None:
    import psutil

    monkeypatch.setenv("MAILLINT_CACHE_DIR", str(tmp_path))
    assert maillint("languagetool", "start").returncode == 2
    first = maillint("languagetool", "start", "--download", "--memory", "400")
    assert first.returncode == 0, first.stderr
    assert str(tmp_path / "fetched" / "LanguageTool-6.8") in maillint("languagetool", "status").stdout
    state = json.loads((tmp_path / "languagetool.json").read_text())
    psutil.Process(state["pid"]).kill()
    assert "not running any more" in maillint("languagetool", "status").stdout
    second = maillint("languagetool", "start", "--port", str(state["port"]))
    assert second.stdout.startswith(f"LanguageTool answers at http://127.0.0.1:{state['port']} ("), second.stderr
    assert maillint("languagetool", "stop").stdout == "stopped\n"
    assert maillint("languagetool", "stop").stdout == "it was not running\n"
    assert maillint("languagetool", "status").returncode == 1


def test_a_port_that_is_taken_is_said(maillint, server, jars, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("MAILLINT_CACHE_DIR", str(tmp_path))
    port = server.rpartition(":")[2]
    answer = maillint("languagetool", "start", "--jars", jars, "--port", port)
    assert answer.returncode == 2
    assert f"--port {port} cannot be used" in answer.stderr
    assert not (tmp_path / "languagetool.json").exists()
