"""One set of reports that every renderer is held against, and golden files beside it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest

from maillint.engine import Report, unreadable
from maillint.finding import Confidence, Edit, Finding, Grade, Rewrite, Severity, Span
from maillint.report.view import Look

GOLDEN = Path(__file__).parent / "golden"

ENGLISH = (
    "Hi all,\n\nCould we meet next Wednesday to go through the naïve offer? 🙂\nPLEASE ANSWER!!\n\n"
    "Please find the report attached.\n"
)
CHINESE = "李经理：\n\n您好！我们下周三见面谈一谈合同，账目请尽快发给我。\n\n王芳\n"


class Prose:
    """A catalogue of four checks, in the languages the reports are shown in."""

    TEXTS: ClassVar = {
        "subject-vague": {
            "title": ("Subject that says nothing", "主题空泛", "主旨空泛"),
            "why": (
                "The reader decides by the subject whether to open it.",
                "读者凭主题决定是否打开。",
                "讀者憑主旨決定是否打開。",
            ),
            "message": (
                "“{text}” does not say what this is about",
                "“{text}”看不出是什么事",
                "「{text}」看不出是什麼事",
            ),
        },
        "date-relative": {
            "title": ("Day without a date", "没有写明日期", "沒有寫明日期"),
            "why": ("Read two days later, it is another day.", "过两天再读，日子就变了。", "過兩天再讀，日子就變了。"),
            "message": ("“{text}” depends on the day it is read", "“{text}”要看哪天读", "「{text}」要看哪天讀"),
        },
        "emphasis-capitals": {
            "title": ("Shouting", "大写喊话", "大寫喊話"),
            "why": ("Capitals read as shouting.", "全大写像在喊叫。", "全大寫像在喊叫。"),
            "message": ("“{text}” reads as shouting", "“{text}”像在喊叫", "「{text}」像在喊叫"),
            "advice": ("say it in a calm sentence", "换成平和的句子", "換成平和的句子"),
        },
        "attachment-missing": {
            "title": ("Attachment promised but not there", "提到附件却没有附上", "提到附件卻沒有附上"),
            "why": ("The reader has to ask for it.", "对方还得来要。", "對方還得來要。"),
            "message": (
                "the text promises an attachment; none is there",
                "正文提到附件，但没有附上",
                "內文提到附件，但沒有附上",
            ),
            "advice": ("attach the file", "请附上文件", "請附上檔案"),
        },
        "subject": {"title": ("Subject", "主题", "主旨")},
        "date": {"title": ("Dates", "日期", "日期")},
        "emphasis": {"title": ("Emphasis", "强调", "強調")},
        "attachment": {"title": ("Attachments", "附件", "附件")},
    }

    def __init__(self, language: str) -> None:
        self._column = ("en", "zh-Hans", "zh-Hant").index(language)

    def _text(self, name: str, key: str) -> str:
        return self.TEXTS.get(name, {}).get(key, ("", "", ""))[self._column]

    def title(self, name: str) -> str:
        return self._text(name, "title") or name

    def why(self, name: str) -> str:
        return self._text(name, "why")

    def norms(self, name: str) -> tuple[str, ...]:
        return {"date-relative": ("E57",), "emphasis-emoji": ("E48", "E51"), "tone-casual": ("E48",)}.get(name, ())

    def message(self, finding: Finding) -> str:
        return self._text(finding.check, "message").format(text=finding.text)

    def advice(self, finding: Finding) -> str:
        return self._text(finding.check, "advice")


def finding(
    source: str, zone: str, text: str, check: str, severity: str, cost: float, *choices: str, grade: str = "suggested"
) -> Finding:
    """A finding at the first place of ``text``; each choice replaces it."""
    span = Span(zone, source.index(text), source.index(text) + len(text))
    rewrite = None
    if choices:
        edits = [(Edit(span, choice),) for choice in choices]
        rewrite = Rewrite(Grade(grade), edits[0], tuple(edits[1:]))
    return Finding(check, Severity(severity), Confidence.HIGH, span, text, cost, args={"text": text}, rewrite=rewrite)


@pytest.fixture
def english() -> Report:
    """An English message with a rewrite, two choices, advice and a finding without words to point at."""
    shouting = finding(ENGLISH, "body", "PLEASE ANSWER!!", "emphasis-capitals", "info", 4)
    missing = Finding(
        "attachment-missing", Severity.ERROR, Confidence.HIGH, Span("body", 9, 9), "", 25, rewrite=Rewrite(Grade.ADVICE)
    )
    return Report(
        path="mail/offer.eml",
        score=64,
        after=76,
        language="en",
        profile="external",
        groups={"attachment": 20, "date": 4, "emphasis": 4, "subject": 8},
        findings=(
            finding(
                "Question",
                "subject",
                "Question",
                "subject-vague",
                "warning",
                8,
                "Offer 4471: your answer by 3 December",
            ),
            missing,
            finding(
                ENGLISH,
                "body",
                "next Wednesday",
                "date-relative",
                "warning",
                4,
                "on Wednesday, 2 December 2026",
                "on Wednesday, 25 November 2026",
            ),
            shouting,
        ),
        subject="Question",
        text=ENGLISH,
        unused=("body-long",),
    )


@pytest.fixture
def twice() -> Report:
    """A message of which two checks say the same: readers call a row of emoji loud and chatty."""
    text = "Grüße, 王總 🎉🎉🎉\n"
    found = (
        finding(text, "body", "🎉🎉🎉", "emphasis-emoji", "warning", 3, ""),
        finding(text, "body", "🎉🎉🎉", "tone-casual", "info", 3),
        finding(text, "body", "王總", "date-relative", "info", 3),
        finding(text, "body", "王總", "subject-vague", "info", 3),
    )
    groups = {"date": 3, "emphasis": 3, "subject": 3, "tone": 3}
    return Report("row.eml", 88, 91, "mixed", "external", groups, found, subject="Fest 慶功", text=text)


@pytest.fixture
def chinese() -> Report:
    """A Chinese message with full-width text before the marked words."""
    return Report(
        path="邮件/合同.eml",
        score=87.5,
        after=100,
        language="zh-Hans",
        profile="customer-service",
        groups={"date": 12.5},
        findings=(
            finding(CHINESE, "body", "下周三", "date-relative", "warning", 8, "12月2日（周三）"),
            finding(CHINESE, "body", "尽快", "date-relative", "advice", 4.5, "于11月30日前"),
        ),
        subject="合同",
        text=CHINESE,
    )


@pytest.fixture
def hostile() -> Report:
    """A message that tries to take over whatever shows it."""
    text = "a \x1b[31mred\x1b[0m \u202egnp.exe\u202c <script>alert(1)</script> %0A::error::x " + "长" * 300 + "\n" * 3
    subject = "<b>\x07bell\x9b5n</b>"
    return Report(
        path="evil\x1b]0;x\x07,:<img>.eml",
        score=92,
        after=96,
        language="en",
        profile="external",
        groups={"date": 8},
        findings=(
            finding(subject, "subject", subject, "subject-vague", "error", 4, "<i>\u2067"),
            finding(text, "body", text[:70], "date-relative", "warning", 4),
        ),
        subject=subject,
        text=text,
    )


@pytest.fixture
def reports(english: Report, chinese: Report, hostile: Report) -> list[Report]:
    """Everything a run may hold."""
    clean = Report("fine.eml", 100, 100, "en", "internal", {}, (), subject="Minutes of 3 December", text="Hi Tom\n")
    off = Report("off.eml", 100, 100, "en", "internal", {}, (), subject="x", text="y", note="off")
    return [english, chinese, hostile, clean, off, unreadable("gone.eml", "missing")]


def octets(report: Report) -> bytes:
    """A message file that holds a report's text verbatim; its subject only where it may stand there."""
    subject = report.subject if report.subject.isascii() else "=?utf-8?q?...?="
    return f"To: Tom Reed <tom@south.example>\nSubject: {subject}\n\n{report.text}".encode()


@pytest.fixture
def bodies():
    """Renders each report with the file it came from, empty bodies left out."""
    return lambda renderer, reports: [body for report in reports if (body := renderer.body(report, octets(report)))]


@pytest.fixture
def look():
    """Makes looks: ``look("zh-Hant", why=True)``."""

    def make(language: str = "en", **options) -> Look:
        return Look(language, Prose(language), **options)

    return make


@pytest.fixture
def held(golden):
    """``held(name, text)``: the golden file of this name says exactly ``text``."""
    return lambda name, text: golden(GOLDEN / name, text)
