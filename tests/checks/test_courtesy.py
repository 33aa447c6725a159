"""Salutation, closing and signature: what is asked of letters, and of nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import maillint.checks
from maillint.engine import examples, packs
from maillint.engine.checkfile import read
from maillint.engine.packs import Spec
from maillint.message import from_compose
from maillint.message.zones import courtesy, is_personal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.finding import Finding

FILES = ("salutation/missing", "salutation/mismatch", "salutation/form", "closing/missing", "signature/missing")


@cache
def spec(name: str) -> Spec:
    return Spec(*packs.run_data(read(f"{maillint.checks.__path__[0]}/{name}.toml")))


def judge(name: str, text: str, **example: Any) -> Sequence[Finding]:
    example = {"lang": "en" if text.isascii() else "zh-Hans", "text": text, **example}
    return examples.findings_of(spec(name), examples.compose(example), example)


def changed(name: str, text: str, **example: Any) -> str:
    finding = judge(name, text, **example)[0]
    assert finding.rewrite
    return examples.apply(text, finding.rewrite.edits)


@pytest.mark.parametrize("name", FILES)
def test_the_examples_come_out_as_they_say(name: str) -> None:
    assert [result for result in examples.run(spec(name).path) if result.problem] == []


@pytest.mark.parametrize(
    ("text", "to", "told"),
    [
        ("Hi Martin,\n\nThe keys are here.\n", "Susan Miller <susan@south.example>", "Susan Miller"),
        ("Hi Martin,\n\nThe keys are here.\n", '"Miller, Susan" <susan@south.example>', "Susan"),
        ("张经理：\n\n样品已寄出。\n", "王建国 <wang.jg@south.example>", "王建国"),
        ("張經理：\n\n樣品已寄出。\n", "王建國 <wang.jg@south.example>", "王建國"),
    ],
)
def test_the_reader_is_named_in_full(text: str, to: str, told: str) -> None:
    (finding,) = judge("salutation/mismatch", text, to=to)
    assert (finding.key, finding.args["name"]) == ("other", told)


@pytest.mark.parametrize("name", ["salutation/missing", "closing/missing", "signature/missing"])
@pytest.mark.parametrize(
    "example",
    [
        {"text": "milk, stamps", "to": "Anna Berg <anna.berg@north.example>"},
        {"text": "The backup of host mars is done.", "headers": {"Auto-Submitted": "auto-generated"}},
        {"text": "Ten per cent off all week.", "headers": {"List-Unsubscribe": "<mailto:out@shop.example>"}},
        {"text": "Ten per cent off. If you no longer wish to receive our news, tell us."},
        {"text": "This is an automatically generated message about ticket 12."},
        {"text": "本邮件由系统自动发送。工单已关闭。", "lang": "zh-Hans"},
        {"text": "Report ready: https://reports.example/?id=12&cat=3", "to": ["a@x.example", "b@x.example"]},
        {"text": "---------- Forwarded message ---------\nFrom: V <v@x.example>\nSubject: S\nTo: A\n\nPrices rise."},
        {"text": "  \n\n "},
    ],
)
def test_nothing_is_asked_of_what_is_no_letter(name: str, example: dict[str, Any]) -> None:
    assert not judge(name, **example)


@pytest.mark.parametrize("text", ["Thoughts?", "Ok noted.", "可以的", "FYI，你们看一下"])
def test_short_answers_are_letters_too(text: str) -> None:
    for name in ("salutation/missing", "closing/missing", "signature/missing"):
        assert len(judge(name, text)) == 1, name


def test_a_mail_to_oneself_that_speaks_to_hidden_readers_is_a_letter() -> None:
    fields = {
        "from": "Anna <a@north.example>",
        "to": "Anna <a@north.example>",
        "text": "You will need to sign up by Friday.",
    }
    assert is_personal(from_compose(fields))
    assert not is_personal(from_compose({**fields, "text": "sign up by Friday"}))


@pytest.mark.parametrize(
    ("to", "line"),
    [
        ("Tom Reed <t@south.example>", "Dear Tom,"),
        ("Mr Alec Tandy <o@south.example>", "Dear Mr Tandy,"),
        ("Ms. Paula Winkler <t@south.example>", "Dear Ms. Winkler,"),
        ("Ronan McKay <r@south.example>", "Dear Ronan,"),
        ("jeff.marlow@south.example", "Dear Jeff,"),
        ("xq17@south.example", "Hello,"),
        ("Support <support@south.example>", "Hello,"),
        (["Tom Reed <t@south.example>", "Åsa Lind <a@south.example>"], "Dear Tom and Åsa,"),
        (["A B <a@x.example>", "C D <c@x.example>", "E F <e@x.example>", "G H <g@x.example>"], "Dear all,"),
        ("Tom Reed <t@north.example>", "Hi Tom,"),
        ("Everybody <all@north.example>", "Hi all,"),
        ("李明 <li.ming@south.example>", "Dear Li Ming,"),
    ],
)
def test_english_salutations_are_made_from_the_header(to: str | list[str], line: str) -> None:
    assert changed("salutation/missing", "The plan is ready.\n\nBest,\nAnna", to=to).startswith(f"{line}\n\nThe plan")


@pytest.mark.parametrize(
    ("to", "line"),
    [
        ("李明 <li@south.example>", "李明，您好："),
        ("陈经理 <chen@south.example>", "陈经理："),
        ("采购部 <p@south.example>", "您好："),
        ("Tom Reed <t@south.example>", "Tom，您好："),
        (["李明 <l@south.example>", "陈静 <c@south.example>"], "各位好："),
        (["李明 <l@north.example>", "陈静 <c@north.example>"], "各位同事："),
    ],
)
def test_chinese_salutations_are_made_from_the_header(to: str | list[str], line: str) -> None:
    assert changed("salutation/missing", "资料已经备齐，请过目。\n\n祝好\n王芳", to=to).startswith(f"{line}\n\n资料")


def test_the_salutation_goes_above_the_first_words_below_a_quote() -> None:
    text = "> Thursday?\n\nNo, Friday.\n\nThanks,\nAnna"
    assert changed("salutation/missing", text) == "> Thursday?\n\nDear Tom,\n\nNo, Friday.\n\nThanks,\nAnna"


def test_a_closing_goes_between_the_last_words_and_the_name() -> None:
    assert (
        changed("closing/missing", "Hi Tom,\n\nThe van is late.\n\nAnna")
        == "Hi Tom,\n\nThe van is late.\n\nBest regards,\nAnna"
    )
    delimited = "Hi Tom,\n\nThe van is late.\n\n-- \nAnna Berg\nNorth Ltd."
    assert "late.\n\nBest regards,\n\n-- \nAnna" in changed("closing/missing", delimited)
    quoted = "Hi Tom,\n\nThe van is late.\n\n> Is it?\n"
    assert changed("closing/missing", quoted).startswith("Hi Tom,\n\nThe van is late.\n\nBest regards,\n\n> Is")


def test_the_name_goes_below_the_closing_and_above_the_quote() -> None:
    text = "Hi Tom,\n\nThe van is late.\n\nThanks,\n\n> Is it?\n"
    assert changed("signature/missing", text).startswith("Hi Tom,\n\nThe van is late.\n\nThanks,\nAnna Berg\n\n> Is")
    assert not judge("signature/missing", text, **{"from": "office@north.example"})[0].rewrite.edits  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("to", "line"),
    [
        ("Robert Hale <r.hale@south.example>", "Hi Bob,"),
        ("Robert Hale <r.hale@south.example>", "Dear Mr Hale,"),
        ("Margaret Smith-Jones <m@south.example>", "Dear Mrs Jones,"),
        ("Jonathan Pugh <jp@south.example>", "Hi JP,"),
        ("jharte@south.example", "Mr. Harte,"),
        ("gmorrow@south.example", "Gail,"),
        ("Wei Chen <wei@south.example>", "Hi Kevin,"),
        ("陈伟 <wei.chan@south.example>", "Dear Mr Chan,"),
        ("Friends of the Park <park@south.example>", "Dear Olive,"),
        ("South Ltd Accounts <acc@south.example>", "Dear Mr Mortimer,"),
        ("Tom Reed <t@south.example>", "Dear customer,"),
        ("Tom Reed <t@south.example>", "Hi there,"),
        ("Tom Reed <t@south.example>", "Zub,"),
        ("大華公司 林經理 <lin@south.example>", "Dear Mr Lin,"),
        ("Mr Alec Tandy <o@south.example>", "Dear Sir,"),
        ("Sarah (Sara) Holt <s@south.example>", "Hi Sal,"),
        ("張偉 <zhang@south.example>", "张经理："),
        ("Jon Smith <jon@south.example>", "Hi Jonathan,"),
    ],
)
def test_names_that_can_be_the_readers(to: str, line: str) -> None:
    assert not judge("salutation/mismatch", f"{line}\n\nThe van is late.\n\nBest,\nAnna", to=to)


@pytest.mark.parametrize(
    ("to", "line", "better"),
    [
        ("Michael Stone <m@south.example>", "Hi Micheal,", "Hi Michael,"),
        ("Siobhán McKay <s@south.example>", "Dear Ms McCay,", "Dear Ms McKay,"),
        ("Aaron Seidel <a@south.example>", "Dear Mr. Sander,", "Dear Mr. Seidel,"),
        ("Ms Gloria Payne <g@south.example>", "Dear Mr. Payne,", "Dear Ms. Payne,"),
        ("Peter Hall <p@south.example>", "Hi Susan,", "Hi Peter,"),
        ("Ms Keiko Tanaka <h@south.example>", "Dear Sir,", "Dear Ms Tanaka,"),
        ("Marc Stone <m@south.example>", "Hi Mark,", "Hi Marc,"),
        ("Jonathan Åkerman <j@south.example>", "Hi Johnathan,", "Hi Jonathan,"),
        ("Jonathan Åkerman <j@south.example>", "Hi Johnathon,", "Hi Jonathan,"),
        ("Stefanie Vogt <s@south.example>", "Dear Stephanie,", "Dear Stefanie,"),
    ],
)
def test_names_that_cannot(to: str, line: str, better: str) -> None:
    text = f"{line}\n\nThe van is late.\n\nBest,\nAnna"
    assert changed("salutation/mismatch", text, to=to, lang="en").startswith(better)


def test_a_tag_in_the_quoted_signature_tells_the_gender() -> None:
    text = "Dear Mr Kaya,\n\nThe van is late.\n\nBest,\nAnna\n\nOn 3 Nov 2026, Deniz Kaya wrote:\n> When?\n> Deniz Kaya (Ms.)"
    assert changed("salutation/mismatch", text, to="Deniz Kaya <d@south.example>").startswith("Dear Ms Kaya,")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("发票已经寄出，麻烦在星期五之前确认收到 🙏。", "顺颂商祺"),
        ("發票已經寄出，麻煩在星期五之前確認收到 🙏。", "順頌商祺"),
        ("亲亲，发票已经寄出，麻烦在星期五之前确认收到。", "祝好"),
        ("親親，發票已經寄出，麻煩在星期五之前確認收到。", "祝好"),
        ("发票已经寄出，星期五之前确认一下就行呗，不着急。", "祝好"),
        ("發票已經寄出，星期五之前確認一下就行唄，不著急。", "祝好"),
    ],
)
def test_what_is_said_over_the_counter_ends_plainly_in_either_script(text: str, first: str) -> None:
    draft = from_compose({"from": "王芳 <w@a.example>", "to": "李明 <l@b.example>", "text": text})
    assert courtesy.closings(draft)[0] == first


def test_courtesy_speaks_the_language_of_the_draft() -> None:
    hant = from_compose(
        {"from": "王芳 <w@a.example>", "to": "李明 <l@b.example>", "text": "發票已經寄出，請於週五前回覆。"}
    )
    assert courtesy.is_chinese(hant)
    assert courtesy.closings(hant) == ("祝好", "順頌商祺", "謝謝！")
    english = from_compose(
        {"from": "w.fang@a.example", "to": "李明 <l@b.example>", "text": "The invoice is on its way to you."}
    )
    assert not courtesy.is_chinese(english)
    assert (
        courtesy.signature(from_compose({"from": "anna.berg@a.example", "to": "l@b.example", "text": "Hi"}))
        == "Anna Berg"
    )
    assert courtesy.signature(english) == ""  # an initial is no name to sign with


@pytest.mark.parametrize(
    ("text", "fitting"),
    [
        ("The invoice is on its way to Åhus.", ["All the best,"]),
        ("發票已經寄出，請於週五前回覆。", ["順頌時祺", "敬上"]),
        ("发票已经寄出，请于周五前回复。", ["顺颂时祺", "敬上"]),
    ],
)
def test_own_phrases_are_chosen_by_the_language_of_the_draft(text: str, fitting: list[str]) -> None:
    own = ("All the best,", " ", "順頌時祺", "顺颂时祺", "敬上")
    draft = from_compose({"from": "王芳 <w@a.example>", "to": "Tom <l@b.example>", "text": text})
    assert courtesy.fitting(own, draft) == fitting
