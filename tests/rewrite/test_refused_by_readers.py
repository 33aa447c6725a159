"""Rewrites of kinds that readers refused when they judged them one by one; none of them comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maillint.engine import Config, lint, load
from maillint.message import read

if TYPE_CHECKING:
    from maillint.engine import Ruleset


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load(Config())


def first(ruleset: Ruleset, check: str, text: str, **fields: str) -> str | None:
    """The draft's subject or text once the first finding of a check is rewritten; None where there is only advice."""
    head = {"From": "Åsa Lind <asa@mill.example>", "To": "Tom Reed <tom@yard.example>", "Subject": "Felt", **fields}
    lines = [f"{name}: {value}\n" for name, value in {**head, "Date": "Wed, 25 Nov 2026 10:00:00 +0100"}.items()]
    draft = read("".join([*lines, "Content-Type: text/plain; charset=utf-8\n\n", text]).encode())
    finding = next(one for one in lint(draft, ruleset).findings if one.check == check)
    if not finding.rewrite or not finding.rewrite.edits:
        return None
    source = (draft.subject or "") if finding.rewrite.edits[0].span.zone == "subject" else draft.text
    for edit in reversed(finding.rewrite.edits):
        source = source[: edit.span.start] + edit.replacement + source[edit.span.end :]
    return source


class TestSubjects:
    @pytest.mark.parametrize(
        ("text", "better"),
        [
            ("The kiln in hall 2 belongs to those who fire at night, see the plan.", None),
            ("They spoke of core values, and of genuine beliefs in them.", None),
            (
                "The moulds arrive on 9 December and need a dry place with a door that can be locked at night.",
                "Moulds arrive on 9 December and need a dry place",
            ),
            ("I can bring the saw to the yard.", None),
            ("Dear {{name}}, firms like {{firm}} miss out on a great deal of wool every single year.", None),
        ],
        ids=["hangs on what was cut", "two words", "cut at a joint", "says I", "nobody filled it in"],
    )
    def test_english_ones_name_the_matter_or_are_left_to_the_author(
        self, ruleset: Ruleset, text: str, better: str | None
    ) -> None:
        found = first(ruleset, "subject-vague", f"Dear Tom,\n\n{text}\n\nKind regards,\nÅsa\n", Subject="Question")
        assert found == better

    @pytest.mark.parametrize(
        ("text", "better"),
        [
            ("那批织机的木箱你们钉好了吗？", None),
            ("说织机卡在海关那边，我前后跑了三趟。", None),
            ("有空看一下，她们都在等。", None),
            ("织机12月4日到港，请安排两辆平板车。", "织机12月4日到港"),
            ("織機12月4日到港，請安排兩輛平板車。", "織機12月4日到港"),
        ],
        ids=["a question is no statement", "hearsay", "an aside", "简体", "繁體"],
    )
    def test_chinese_ones_too(self, ruleset: Ruleset, text: str, better: str | None) -> None:
        found = first(ruleset, "subject-vague", f"田工：\n\n{text}\n\n祝好\n林霜\n", Subject="通知")
        assert (found or "").startswith(better) if better else found is None

    def test_a_subject_that_is_too_long_is_cut_and_not_swapped_for_another_matter(self, ruleset: Ruleset) -> None:
        subject = "Moving of the spring fair at the old weaving mill for the building works that begin in early April"
        text = "Dear Tom,\n\nPlease bring the key of the dye house.\n\nKind regards,\nÅsa\n"
        assert (
            first(ruleset, "subject-long", text, Subject=subject) == "Moving of the spring fair at the old weaving mill"
        )

    def test_a_bracket_that_stands_there_twice_stands_there_once(self, ruleset: Ruleset) -> None:
        found = first(
            ruleset, "subject-emphasis", "各位：\n\n请今天登记。\n\n林霜\n", Subject="【急】【急】锅炉停汽登记！！！"
        )
        assert found == "【急】锅炉停汽登记"

    def test_capitals_behind_urgent_are_all_calmed(self, ruleset: Ruleset) -> None:
        found = first(
            ruleset, "subject-emphasis", "Dear Tom,\n\nThe looms stop.\n\nÅsa\n", Subject="URGENT!!! LOOMS STOP TODAY"
        )
        assert found == "Urgent: looms stop today"


class TestFrame:
    def test_no_closing_where_nobody_can_be_named_below_it(self, ruleset: Ruleset) -> None:
        assert (
            first(ruleset, "closing-missing", "Dear Tom,\n\nThe felt is here.\n", From="<desk7@mill.example>") is None
        )

    def test_a_desk_is_no_name(self, ruleset: Ruleset) -> None:
        text = "Dear Tom,\n\nThe felt is here.\n\nKind regards,\n"
        assert first(ruleset, "signature-missing", text, From="legal <o.lindqvist@mill.example>") is None

    def test_a_greeting_leaves_the_indent_to_the_paragraph(self, ruleset: Ruleset) -> None:
        found = first(
            ruleset, "salutation-missing", "\tThe felt is here, and so are\n\tthe needles.\n\nKind regards,\nÅsa\n"
        )
        assert found is not None
        assert found.startswith("Dear Tom,\n\n\tThe felt")

    def test_customers_are_no_colleagues(self, ruleset: Ruleset) -> None:
        text = "尊敬的【姓名】：\n\n织机样品已到店。\n\n祝好\n林霜\n"
        found = first(ruleset, "salutation-form", text, From="林霜 <lin@zhi.example>", To="客户 <kehu@zhi.example>")
        assert found is not None
        assert "同事" not in found

    def test_name_and_title_are_put_right_together(self, ruleset: Ruleset) -> None:
        text = "罗先生：\n\n您好！织机样品已到店。\n\n祝好\n林霜\n"
        found = first(
            ruleset, "salutation-mismatch", text, From="林霜 <lin@zhi.example>", To="骆冰女士 <luo@ran.example>"
        )
        assert (found or "").startswith("骆女士：")

    @pytest.mark.parametrize(
        ("text", "line"), [("你要的毛毡到了，明天来拿。", "祝好"), ("您订的毛毡到了，请来取。", "顺颂商祺")]
    )
    def test_a_closing_is_as_formal_as_the_letter(self, ruleset: Ruleset, text: str, line: str) -> None:
        found = first(ruleset, "closing-missing", f"骆女士：\n\n{text}\n\n林霜\n", To="骆冰 <luo@ran.example>")
        assert f"{line}\n林霜" in (found or "")

    def test_a_closing_stands_apart_from_the_text(self, ruleset: Ruleset) -> None:
        found = first(ruleset, "closing-missing", "骆女士：\n\n毛毡到了，请来取。\n林霜\n", To="骆冰 <luo@ran.example>")
        assert found is not None
        assert found.endswith(("请来取。\n\n顺颂商祺\n林霜\n", "请来取。\n\n祝好\n林霜\n"))


class TestText:
    def test_no_bracket_within_a_bracket(self, ruleset: Ruleset) -> None:
        text = "Dear Tom,\n\nThe felt is late (the lorry leaves next Thursday\nfrom Borås).\n\nKind regards,\nÅsa\n"
        found = first(ruleset, "date-relative", text)
        assert "next Thursday, 3 December 2026\nfrom Borås)." in (found or "")

    def test_nor_in_chinese(self, ruleset: Ruleset) -> None:
        found = first(ruleset, "date-relative", "骆女士：\n\n您好！毛毡晚到（货车下周四发车）。\n\n祝好\n林霜\n")
        assert "（货车下周四即12月3日发车）" in (found or "")

    def test_no_paragraph_ends_with_a_semicolon(self, ruleset: Ruleset) -> None:
        rules = "；".join(
            f"第{number}车间的织机、染缸和烘房在每月{number}日早上八点以前检查完毕并由当班人员在本子上签字"
            for number in "一二三四五六七八"
        )
        found = first(ruleset, "body-long-paragraph", f"各位：\n\n{rules}。\n\n祝好\n林霜\n")
        assert found is not None
        assert "。\n\n第" in found
        assert "；\n\n" not in found

    def test_a_source_stays_behind_what_it_bears_out(self, ruleset: Ruleset) -> None:
        sentence = (
            "The dyer is owed the price of the wool that he has dyed for the mill in good faith and on its word. "
        )
        text = f"Dear Tom,\n\n{(sentence * 2 + 'Id. at 14 and 15. ') * 4}\n\nKind regards,\nÅsa\n"
        found = first(ruleset, "body-long-paragraph", text)
        assert found is not None
        assert "\n\nId." not in found

    def test_nothing_is_promised_in_the_authors_name(self, ruleset: Ruleset) -> None:
        text = "骆女士：\n\n退运的事不归我们管，请找承运人。\n\n祝好\n林霜\n"
        assert first(ruleset, "service-banned-pass-buck", text) is None
