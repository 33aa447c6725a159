"""Misspelt, wrong, doubled and misconverted words; what the examples in the checks' files do not show."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import maillint.checks
from maillint.engine import examples, packs
from maillint.engine.checkfile import read
from maillint.engine.packs import Spec
from maillint.finding import Confidence, Grade, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.finding import Finding

CHECKS = maillint.checks.__path__[0]
LISTS = ("spelling-confusion", "spelling-homophone", "spelling-conversion", "spelling-repeated-word")
RIGHT_CHINESE = """
请各部门按排序表核对交付件，并于月底前将检查收集到的数据汇总。
该方案经过以经济效益为核心的评估，可以经由邮件确认，也可以经常更新。
现在次级指标已全部达标，存在次品的批次将在次日退回。
自己经手的项目自己负责，知己知彼。
本周未收到回复的客户，请逐一致电；下周一至周三统一处理。
我们既使用国产设备，又采购进口设备，既将成本降低，又保证质量。
他正在说明情况，现在说的是第二点，实在是辛苦了。
机构通过审核后，架构通常不再调整；虚构通知将被追责。
公安照章办事，西安照常发货，平安时时在心。
通报消费情况的会议已经通知各位，海报消息同步发布。
无权利者不得签字，合同双方享受权利并承担义务，不受权限限制。
请登录系统后核对账户，帐号与账号两种写法都可以。
教授于十点到校，天赋予人不同的才能，供给于市场的产品。
好的多媒体教室，快的多线程程序，高的多个指标。
收取销售款项，领取销假单，关注消费者权益，备注消息内容。
这里解释一下，那里解决不了的问题，心里理解就好。
他写的很多文章都很好，做的不错的同事会得到表扬。
明确任务、准确认定、正确对待，明确定位。
因此其间的差异、尤其间隔较长的项目需要说明。
这些是必需在库的备件；因该公司已搬迁，因该会议改期，请各自处理。
请送到你门口或你门店前台，其他门店与其他门锁同理；吉他门类另计。
凡以经双方签字的文本为准；我们以经济效益为先，他所做为人称道。
他的反应给我们留下印象；正在再次核对，现在再等一天；现在麻烦您签收，一直在麻烦您。
请您现在看一下，现在确认一下时间；正在核对一遍，存在改一下的空间，大家在讨论一下午的安排。
我会在跟您确认后付款，晚点在联系客户的过程中说明；下周在说明会上答疑，系统在发一份通知。
我们稍后在确认函上盖章，之后在讨论会上说明。
目的的确如此，标的的价值，是非曲直，谢谢您，试试看看。
"""


@cache
def spec(name: str) -> Spec:
    return Spec(*packs.run_data(read(f"{CHECKS}/{name.replace('-', '/', 1)}.toml")))


def judge(name: str, text: str, **example: Any) -> Sequence[Finding]:
    example = {"lang": "en", "text": text, **example}
    return examples.findings_of(spec(name), examples.compose(example), example)


def texts(name: str, text: str, **example: Any) -> list[str]:
    return [finding.text for finding in judge(name, text, **example)]


def test_a_slip_in_the_subject_weighs_more() -> None:
    (finding,) = judge("spelling-typo", "Hi Tom,\n\nSee below.\n\nAnna", subject="Your recieved goods")
    assert finding.severity is Severity.ERROR
    assert (finding.span.zone, finding.text) == ("subject", "recieved")


def test_reply_prefixes_do_not_shift_the_place() -> None:
    (finding,) = judge("spelling-typo", "Hi Tom,\n\nSee below.\n\nAnna", subject="Re: AW: the adress")
    assert finding.text == "adress"


def test_known_slips_are_safe_to_mend_and_guesses_are_not() -> None:
    known, guess = judge("spelling-typo", "Hi Tom,\n\nteh pieplines\n\nAnna")
    assert known.rewrite is not None
    assert guess.rewrite is not None
    assert (known.rewrite.grade, known.confidence) == (Grade.SAFE, Confidence.HIGH)
    assert (guess.rewrite.grade, guess.confidence) == (Grade.SUGGESTED, Confidence.MEDIUM)


@pytest.mark.parametrize(
    "example",
    [
        {"to": ["Pieplines Desk <pieplines@south.example>"]},
        {"from": "Anna Pieplines <anna@north.example>"},
        {"attachments": ["pieplines.pdf"]},
        {"options": {"words": ["pieplines"]}},
    ],
)
def test_names_files_and_allowed_words_are_no_slips(example: dict[str, Any]) -> None:
    assert texts("spelling-typo", "Hi Tom,\n\nthe pieplines\n\nAnna", **example) == []


def test_what_the_other_side_writes_too_is_a_term() -> None:
    quote = "On Tue, 24 Nov 2026, Tom Reed wrote:\n> is the pieplines unit ready?"
    assert texts("spelling-typo", f"Hi Tom,\n\nthe pieplines unit\n\nAnna\n\n{quote}") == []


def test_log_lines_are_not_prose() -> None:
    assert texts("spelling-typo", "Hi Tom,\n\nThe log:\n\n2026-11-24 10:00:01 ERROR teh adress\n\nAnna") == []


@pytest.mark.parametrize(
    "text",
    [
        "Quisque varius lacus non magna vehicula, congue pretium dui felis bibendum sodales ridiculus mus.",
        "A mensagem contém informação confidencial e sigilo profissional contratual, protegida por lei exclusivo.",
        "Pensez à préserver notre environnement et gardez le courrier électronique pour les échanges quotidiens.",
        "junkerdom straggle chlorate tantalus convulse perfuse casework turtleback carolingian dabble handcuff",
    ],
)
def test_other_tongues_and_salads_of_words_hold_no_english_slips(text: str) -> None:
    assert texts("spelling-typo", f"Hi Tom,\n\nThe labels are ready.\n\n{text}\n\nAnna") == []


def test_a_slip_among_names_and_slips_is_still_one() -> None:
    text = "Hi Tom,\n\nWe recieved the adress of Åsa Lindqvist in Härnösand definately yesterday.\n\nAnna"
    assert texts("spelling-typo", text) == ["recieved", "adress", "definately"]


def test_english_terms_in_a_chinese_mail_are_not_guessed_at() -> None:
    text = "李经理：\n\n请查看 pieplines 和 recieved 两列。\n\n王芳"
    assert texts("spelling-typo", text, lang="zh-Hans") == ["recieved"]


def test_capitals_are_kept() -> None:
    (finding,) = judge("spelling-confusion", "Hi Tom,\n\nTheir are two.\n\nAnna")
    assert finding.rewrite is not None
    assert finding.rewrite.edits[0].replacement == "There"


@pytest.mark.parametrize("name", LISTS)
def test_each_entry_of_a_list_changes_something_that_no_neighbour_of_its_own_excuses(name: str) -> None:
    for _, phrase, value in packs.phrases_of(read(spec(name).path)):
        right = value.split("|")[0].split("/")[0]
        assert phrase == phrase.lower()
        assert right != phrase, phrase


@pytest.mark.parametrize("name", ["spelling-homophone", "spelling-repeated-word", "spelling-conversion"])
def test_right_chinese_draws_nothing(name: str) -> None:
    assert texts(name, f"李经理：\n\n您好！\n{RIGHT_CHINESE}\n祝商祺\n王芳", lang="zh-Hans") == []


def test_simplified_characters_are_no_misconversion_in_a_simplified_mail() -> None:
    assert texts("spelling-conversion", "李经理：\n\n制造范围和标准见附件，以后再谈。\n\n王芳", lang="zh-Hans") == []
    assert texts("spelling-conversion", "李經理：\n\n這個製造范圍見附件。\n\n王芳", lang="zh-Hant") == ["范圍"]


def test_de_more_needs_a_comparison() -> None:
    assert texts("spelling-homophone", "李经理：\n\n您好！这家比那家贵的多。\n\n王芳", lang="zh-Hans") == ["贵的多"]
    assert texts("spelling-homophone", "李经理：\n\n您好！比较简单的多人会议。\n\n王芳", lang="zh-Hans") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("I would of come, and you could of asked.", ["of", "of"]),
        ("We would of course help; it could of necessity change.", []),
        ("Thank you for you're answer and you're kind help.", ["you're", "you're"]),
        ("I hope you're well, and you're welcome to call.", []),
        ("I haven't send it, and she hasn't receive it.", ["send", "receive"]),
        ("I am write about the order.", ["write"]),
        ("He have sent it, but it have not arrived.", ["have", "have"]),
        ("Could he have sent it? We ask that she have access. Did it have a label?", []),
    ],
)
def test_english_slips_and_their_right_neighbours(text: str, wrong: list[str]) -> None:
    assert texts("spelling-confusion", f"Hi Tom,\n\n{text}\n\nAnna") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("文件已发给你门，做为参考。", ["你门", "做为参考"]),
        ("我已反应给领导，安步就班就好。", ["反应", "安步就班"]),
        ("我们也在再等，因该今天有结果。", ["也在再等", "因该今天"]),
        ("会上在讨论一下。", ["在讨论"]),
    ],
)
def test_simplified_slips(text: str, wrong: list[str]) -> None:
    assert texts("spelling-homophone", f"李经理：\n\n您好！{text}\n\n王芳", lang="zh-Hans") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("這份報告因該今天要交，在麻煩您看一下。", ["因該今天", "在麻煩您"]),
        ("你門因該已經收到。", ["你門", "因該已經"]),
        ("實在麻煩您了，他門市的電話請見名片；因該公司已遷址，請送到您門口。", []),
    ],
)
def test_traditional_slips(text: str, wrong: list[str]) -> None:
    assert texts("spelling-homophone", f"李經理：\n\n您好！{text}\n\n王芳", lang="zh-Hant") == wrong


def test_doubled_words_across_a_line_break() -> None:
    (finding,) = judge("spelling-repeated-word", "Hi Tom,\n\nThe pumps will be\nbe shipped.\n\nAnna")
    assert finding.text == "be\nbe"


def test_hostile_texts_take_no_time_to_speak_of() -> None:
    start = time.process_time()
    for name in ("spelling-typo", *LISTS):
        judge(name, "Hi Tom,\n\n" + "teh付件the the dose not " * 20_000)
    assert time.process_time() - start < 20
