"""How a message sounds: chat language, slackness, blame, orders, anger, blunt questions."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import maillint.checks
from maillint.engine import examples, load
from maillint.engine.config import Config
from maillint.engine.run import lint
from maillint.finding import Grade, Severity
from maillint.message import from_compose

if TYPE_CHECKING:
    from maillint.engine.ruleset import Ruleset

CHECKS = Path(maillint.checks.__path__[0])
FILES = sorted((CHECKS / "tone").glob("[a-z]*.toml"))


@cache
def rules(profile: str) -> Ruleset:
    base = Config()
    return load(Config({**base.values, "profile": profile}, base.origins))


def judge(text: str, *, profile: str = "external", **fields: Any) -> list[Any]:
    draft = from_compose({"from": "anna@north.example", "to": "tom@south.example", "text": text, **fields})
    return [finding for finding in lint(draft, rules(profile)).findings if finding.group == "tone"]


def marks(text: str, **fields: Any) -> list[tuple[str, str]]:
    return [(finding.check.removeprefix("tone-"), finding.text) for finding in judge(text, **fields)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_examples_come_out_as_they_say(path: Path) -> None:
    assert [result for result in examples.run(str(path)) if result.problem] == []


class TestSlang:
    def test_what_was_shortened_is_written_out(self) -> None:
        [finding] = judge("Hi Tom,\n\nThx for the drawings.\n\nRegards,\nAnna")
        assert finding.check == "tone-slang"
        assert finding.rewrite.grade is Grade.SUGGESTED
        assert [edit.replacement for edit in finding.rewrite.edits] == ["Thanks"]

    @pytest.mark.parametrize(
        ("said", "written"),
        [
            ("BTW the rep called.", "By the way,"),
            ("BTW, the rep called.", "By the way"),
            ("Tbh Åsa is late, 简体 too.", "To be honest,"),
            ("The rep called, btw.", "by the way"),
        ],
    )
    def test_what_leads_over_gets_its_comma(self, said: str, written: str) -> None:
        [finding] = judge(f"Hi Tom,\n\n{said}\n\nRegards,\nAnna")
        assert [edit.replacement for edit in finding.rewrite.edits] == [written]

    def test_one_please_in_short_is_trade_language_two_are_not(self) -> None:
        assert marks("Hi Tom,\n\nPls sign page 3.\n\nRegards,\nAnna") == []
        twice = "Hi Tom,\n\nPls sign page 3 and pls return it.\n\nRegards,\nAnna"
        assert marks(twice) == [("slang", "Pls"), ("slang", "pls")]

    def test_laughter_is_marked_to_its_end(self) -> None:
        assert marks("李经理：\n\n样品寄出了哈哈哈哈哈。\n\n王芳") == [("slang", "哈哈哈哈哈")]

    @pytest.mark.parametrize(
        "text",
        [
            "The vessel IMO 9321483 loads the U bracket for U.S. and U.K. customers.",
            "Mr Haha and Ms Luv-Olsen confirmed room B4.",
            "See https://lol.example/omg/thx and write to haha@north.example.",
            "She wrote “thx lol” on the note.",
            "木有限公司的土木有三个项目，乡亲们和母亲们都到了。",
            "他们的空气炸锅和不粘锅的锅底都合格，操作由我操办。",
        ],
    )
    def test_names_codes_links_and_quotes_are_no_slang(self, text: str) -> None:
        assert marks(f"Hi Tom,\n\n{text}\n\nRegards,\nAnna") == []

    def test_patches_are_written_as_developers_write(self) -> None:
        assert marks("Hi Tom,\n\nThx, lol.\n\nAnna", profile="patch") == []


class TestCasual:
    def test_a_single_smiley_counts_outside_the_house_only(self) -> None:
        text = "Hi Tom,\n\nSee you on Monday 😉\n\nRegards,\nAnna"
        [finding] = judge(text)
        assert (finding.text, finding.key, finding.severity) == ("😉", "picture", Severity.INFO)
        assert judge(text, profile="internal") == []

    def test_a_row_of_pictures_is_too_casual_and_a_crowd_is_left_to_its_own_check(self) -> None:
        assert marks("Hi Tom,\n\nDone 🎉🎉🎉\n\nRegards,\nAnna") == [("casual", "🎉🎉🎉")]
        assert marks("Hi Tom,\n\nA 😀 b 😀 c 😀 d 😀 e 😀\n\nRegards,\nAnna") == []

    def test_a_picture_in_the_place_of_a_bullet_is_a_label(self) -> None:
        assert marks("Hi Tom,\n\n🔥 Gas price: 4 EUR\n\nRegards,\nAnna") == []

    @pytest.mark.parametrize("text", ["10~20mm", "3～5℃", "周一～周五", "约~5吨", "~/build", "A~"])
    def test_a_tilde_between_values_is_a_range(self, text: str) -> None:
        assert marks(f"李经理：\n\n范围是 {text} 没错。\n\n王芳") == []

    def test_a_tilde_that_draws_out_a_word_is_shown_with_it(self) -> None:
        assert marks("李经理：\n\n我给您泡茶~ 来坐坐哈\n\n王芳") == [("casual", "泡茶~"), ("casual", "哈")]
        assert marks("Hi Tom,\n\nThank you~ Awesome.\n\nRegards,\nAnna") == [("casual", "you~"), ("casual", "Awesome")]

    def test_one_particle_is_still_friendly_and_of_many_the_first_is_marked(self) -> None:
        assert marks("李经理：\n\n文件收到啦。\n\n王芳") == []
        assert marks("李经理：\n\n文件收到啦，发票也开好啦。\n\n王芳") == [("casual", "啦")]
        assert marks("周老師：\n\n只剩站票惹。\n\n阿哲") == [("casual", "惹")]

    def test_a_house_may_allow_words(self) -> None:
        base = Config()
        allowed = {"tone-casual": {"allowed": ["awesome"]}}
        ruleset = load(Config({**base.values, "profile": "external", "checks": allowed}, base.origins))
        draft = from_compose({"from": "a@x.example", "to": "b@y.example", "text": "Hi Tom,\n\nAn awesome day.\n\nAnna"})
        assert [finding for finding in lint(draft, ruleset).findings if finding.group == "tone"] == []

    def test_love_closes_a_letter_and_runs_through_many(self) -> None:
        assert marks("Hi Tom,\n\nThe parts are here.\n\nLove,\nAnna") == [("casual", "Love")]
        assert marks("Hi Tom,\n\nWe love the sample.\n\nRegards,\nAnna") == []


class TestReproaches:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("You failed to send the list.", [("blame", "You failed to")]),
            ("If you failed to get the list, call me.", []),
            ("The auditor says you failed to sign.", []),
            ("I am not saying that you failed to sign.", []),
            ("As I already told you, it is closed.", [("dismissive", "As I already told you")]),
            ("This is totally unacceptable.", [("heat", "This is totally unacceptable")]),
            ("No excuses.", [("demanding", "No excuses")]),
            ("What are you talking about?", [("blunt-question", "What are you talking about")]),
            ("Enough is enough.", [("heat", "Enough is enough")]),
            ("Could you please grow up?", [("rude", "please grow up")]),
            ("Our tomatoes grow up to two metres.", []),
        ],
    )
    def test_in_english(self, text: str, expected: list[tuple[str, str]]) -> None:
        assert marks(f"Hi Tom,\n\n{text}\n\nRegards,\nAnna") == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("你们总是迟交。", [("blame", "你们总是")]),
            ("如果你们总是月底收货，可以改期。", []),
            ("不是你们总是迟，是物流慢。", []),
            ("客户说你们总是迟交。", []),
            ("再不回复，我们只能取消订单。", [("demanding", "再不")]),
            ("再不会有这样的机会了。", []),
            ("你們到底什麼時候出貨？", [("heat", "你們到底")]),
            ("我們也想知道到底是誰簽收的？", []),
            ("没填的马上填！！！", [("demanding", "马上")]),
            ("请马上告诉我们收货地址！！", []),
        ],
    )
    def test_in_chinese(self, text: str, expected: list[tuple[str, str]]) -> None:
        assert marks(f"李经理：\n\n{text}\n\n王芳") == expected

    def test_what_the_law_or_the_contract_says_is_firm_not_rude(self) -> None:
        text = "If we do not receive payment by 3 December 2026, clause 7 applies and we shall claim interest."
        assert marks(f"Dear Mr Reed,\n\n{text}\n\nYours sincerely,\nAnna Berg") == []
        assert marks("李经理：\n\n逾期未付，我司将依法提起诉讼，并按合同第7条计收违约金。\n\n此致\n王芳") == []

    @pytest.mark.parametrize(
        "text",
        [
            "在乡下，生活该慢下来，农活该请人就请人。",
            "路由器别装了，新机房有现成的。",
            "我们12月3日到贵公司门口卸货，不会堵你们的车道。",
            "您不过是多走两步，就能到新门店。",
            "这批鱼苗没有死绝，狗眼科检查安排在12月3日。",
            "平臺會清退黑心商家，嚴查坑蒙拐騙。",
            "谢谢您跟我们说得很清楚，也多谢您早告诉我们。",
            "要不是你们帮忙，展台搭不起来；都是因为你们支持，门店才开到第十年。",
            "不便加微信的客户，可以上QQ。",
        ],
    )
    def test_ordinary_words_with_the_same_characters(self, text: str) -> None:
        assert [
            kind for kind, _ in marks(f"李经理，您好！\n\n{text}\n\n祝好\n王芳") if kind not in ("ni-nin", "register")
        ] == []

    def test_the_words_of_others_are_not_judged(self) -> None:
        text = "Hi Tom,\n\nHere are the figures.\n\nRegards,\nAnna\n\n> You failed to send them! Grow up!\n"
        assert marks(text) == []


@given(st.text(alphabet="哈啦亲~～😀 you haha再不就,.!！？?\n“”你", max_size=120))
def test_nothing_stumbles_over_odd_text(text: str) -> None:
    for finding in judge(text):
        assert finding.key != "crashed"
        assert finding.span.start < finding.span.end


def test_long_lines_stay_linear() -> None:
    def seconds(length: int) -> float:
        text = "哈哈~ you failed to 到底 thx " * length
        started = time.perf_counter()
        judge(text)
        return time.perf_counter() - started

    seconds(10)
    assert seconds(4000) < 12 * seconds(1000) + 0.5


class TestCourtesy:
    def test_an_order_wants_a_please_somewhere(self) -> None:
        assert marks("Hi Tom,\n\nSend me the list.\n\nAnna") == [("no-polite", "Send me")]
        assert marks("Hi Tom,\n\nSend me the list. Thank you!\n\nAnna") == []
        assert marks("李经理：\n\n马上把图纸发来。\n\n王芳") == [("no-polite", "马上")]
        assert marks("李經理：\n\n馬上把圖面傳來，謝謝。\n\n王芳") == []

    def test_you_is_the_same_all_the_way(self) -> None:
        assert marks("李小姐：\n\n感謝您來信，妳的貨已寄出。\n\n王芳") == [("ni-nin", "妳")]
        assert marks("李小姐：\n\n妳的貨已寄出，謝謝妳。\n\n王芳") == []

    def test_a_title_goes_with_formal_words(self) -> None:
        assert marks("Dear Dr Reed,\n\nThe van is here.\n\nCheers,\nAnna") == [("register", "Cheers")]
        assert marks("Hi Tom,\n\nThe van is here.\n\nCheers,\nAnna") == []


class TestOverlaps:
    def test_a_condition_that_fails_hides_no_phrase_behind_it(self) -> None:
        assert marks("李经理：\n\n今天必须给我答复。\n\n王芳") == [("demanding", "必须给我"), ("no-polite", "必须")]

    def test_two_frames_on_the_same_words_are_one_finding(self) -> None:
        assert marks("李经理：\n\n你们到底有没有人在看邮件？\n\n王芳") == [("heat", "你们到底")]

    def test_the_feminine_you_is_you(self) -> None:
        assert marks("林小姐：\n\n妳總是遲交。\n\n王芳") == [("blame", "妳總是")]


class TestSigns:
    """Anger that no single word gives away."""

    def test_several_signs_in_a_sentence_add_up_and_the_sentence_is_shown(self) -> None:
        [finding] = judge("Hi Tom,\n\nAre your drivers asleep again?\n\nRegards,\nAnna")
        assert (finding.check, finding.key) == ("tone-heat", "signs")
        assert finding.text == "Are your drivers asleep again?"
        assert marks("李经理：\n\n你们仓库的人是不是都睡着了？\n\n王芳") == [("heat", "你们仓库的人是不是都睡着了？")]
        assert marks("李經理：\n\n你們倉庫的人是不是都睡著了？\n\n王芳") == [("heat", "你們倉庫的人是不是都睡著了？")]

    def test_one_sign_alone_says_nothing(self) -> None:
        assert marks("Hi Tom,\n\nThe cat is asleep on the boxes.\n\nRegards,\nAnna") == []
        assert marks("李经理：\n\n孩子们都睡着了。\n\n谢谢\n王芳") == []

    def test_courtesy_in_the_sentence_weighs_against_it(self) -> None:
        busy = "You must be terribly busy with the harvest, so I am grateful for the hour."
        assert marks(f"Hi Tom,\n\n{busy}\n\nRegards,\nAnna") == []

    def test_a_short_message_without_any_courtesy_weighs_more(self) -> None:
        assert marks("Tom,\n\nOn my desk by noon.\n\nAnna Åberg") == [("heat", "On my desk by noon.")]
        kind = "Hi Tom,\n\nOn my desk by noon.\n\nThank you for your patience.\n\nKind regards,\nAnna"
        assert [check for check, _ in marks(kind) if check == "heat"] == []

    def test_what_is_quoted_or_supposed_is_no_sign(self) -> None:
        assert marks("Hi Tom,\n\nThe sign says “Are your drivers asleep?” in red.\n\nRegards,\nAnna") == []
        assert marks("Hi Tom,\n\nIf your drivers fell asleep, please say so.\n\nRegards,\nAnna") == []

    def test_a_sentence_with_an_insult_is_told_once(self) -> None:
        found = marks("Tom,\n\nYou people must be asleep at your desks.\n\nAnna")
        assert found == [("rude", "You people")]
