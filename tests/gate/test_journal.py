"""The log of decisions says what was decided, and not a word of the mail."""

from __future__ import annotations

import json

from maillint.engine import Config, load
from maillint.gate import tag
from maillint.gate.journal import entry, write
from maillint.gate.policy import SENDMAIL, Action, Decision, Envelope, Policy, decide

MAIL = (
    "From: Åsa Berg <asa@north.example>\nTo: Tom Reed <tom@south.example>\nMessage-ID: <42@north.example>\n"
    "Subject: Zeichnung 機密 4471\nContent-Type: text/plain; charset=utf-8\n\nDear Mr Reed,\n\nI have attached the plan. We meet next Wednesday.\n\nBest regards,\nÅsa\n"
).encode()


def test_an_entry_holds_no_text_and_no_address() -> None:
    line = entry(
        decide(MAIL, Envelope("asa@north.example", ("tom@south.example",)), Policy.of(load(Config()), SENDMAIL)),
        "sendmail",
        queue_id="4ABC",
    )
    assert set(line) == {
        *"time door action reason message_id sha256 size seconds score profile language checks queue_id".split()
    }
    assert line["checks"] == {"attachment-missing": 1, "date-relative": 1}
    assert (line["message_id"], line["action"], line["queue_id"]) == ("<42@north.example>", "reject", "4ABC")
    written = json.dumps(line, ensure_ascii=False)
    assert not [word for word in ("Åsa", "asa@", "tom@", "機密", "plan", "Wednesday", "Zeichnung") if word in written]


def test_a_message_that_was_not_judged_has_no_score() -> None:
    line = entry(Decision(Action.PASS, "calendar", "00", 7), "milter")
    assert (line["reason"], "score" in line) == ("calendar", False)


def test_a_name_that_no_file_can_have_is_told(tmp_path) -> None:
    assert "null" in write(f"{tmp_path}/日\0志", {})


def test_lines_add_up_and_a_moved_file_is_begun_anew(tmp_path) -> None:
    path = tmp_path / "日志.jsonl"
    assert write(str(path), {"message_id": "<å\n@b>"}) == ""
    assert write(str(path), {"n": 2}) == ""
    assert [json.loads(line) for line in path.read_text().splitlines()] == [{"message_id": "<å\n@b>"}, {"n": 2}]
    path.rename(tmp_path / "old")
    write(str(path), {"n": 3})
    assert path.read_text() == '{"n": 3}\n'
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_full_disk_is_told_and_nothing_else() -> None:
    assert write("/dev/full", {"n": 1}) == "/dev/full: No space left on device"
    assert write("/nowhere/å.jsonl", {"n": 1}) == "/nowhere/å.jsonl: No such file or directory"


def test_the_tag_is_one_line_of_ascii() -> None:
    policy = Policy.of(load(Config()), SENDMAIL)
    assert tag.value(decide(MAIL, Envelope(), policy)) == "score=86; grade=B; checks=attachment-missing,date-relative"
    assert tag.value(Decision(Action.PASS, "calendar", "00", 7)) == "unjudged=calendar"
