"""The report as a page: complete, escaped, in three languages, whole without the library that draws."""

from __future__ import annotations

import re
import stat
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from maillint.audit import habit_texts, habit_words, page
from maillint.audit.habits import NORMS
from maillint.audit.page import charts, look, tables, texts
from maillint.audit.page.audited import Audited
from maillint.audit.record import failed
from maillint.engine import packs
from maillint.finding import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "<script>alert('å')</script>\u202e"
VOID = {"meta", "br", "rect"}


class Tags(HTMLParser):
    """Holds that every element is closed where it must be, and keeps what a page could load or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[tuple[str, str]] = []
        self.seen: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs) -> None:
        self.seen.append(tag)
        self.open += [] if tag in VOID else [tag]
        for name, value in attrs:
            self.ids += [value] if name == "id" else []
            self.links += [value] if (tag, name) == ("a", "href") else []
            if name in ("src", "style", "srcset") or name.startswith("on") or (name == "href" and tag != "a"):
                self.loaded.append((tag, name))

    def handle_startendtag(self, tag, attrs) -> None:
        self.handle_starttag(tag, attrs)
        self.open = self.open[:-1] if tag not in VOID else self.open

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def small(stored, sent) -> Audited:
    """Three months, two domains, a reply, a broken message, and words that would like to be markup."""
    record = sent("2026-09-02T09:00:00+02:00", f"tom@{HOSTILE}.example", "date-relative", path=HOSTILE)
    marks = tuple(mark._replace(example=f"See you tomorrow {HOSTILE}") for mark in record.findings)
    store = stored(
        record._replace(findings=marks, profile=HOSTILE, language="zh-Hant"),
        sent("2026-10-05T14:00:00+08:00", "李明@東.example", "subject-vague", "date-relative"),
        sent("2026-11-25T22:00:00+01:00", thread=("<1@x>",), answered=1_795_600_000),
        failed(f"{HOSTILE} 2", "crashed", HOSTILE),
    )
    return Audited.of(store, ("tom@south.example",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_one_well_formed_file_that_loads_nothing(small: Audited, language: str) -> None:
    text = page.page(small, language)
    tags = Tags(text)
    assert tags.loaded == []
    assert len(set(tags.ids)) == len(tags.ids)
    assert {f"#{name}" for name in tags.ids} >= set(tags.links)
    assert "http" not in re.sub(r'xmlns(:xlink)?="[^"]*"|http-equiv', "", text)
    assert f'<html lang="{language}">' in text


def test_the_policy_names_the_one_style_and_the_one_script(small: Audited) -> None:
    text = page.page(small)
    policy = re.search('Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert text.count("<style") == text.count("<script") == 1
    assert "unsafe" not in policy[1]


@pytest.mark.parametrize("has_charts", [True, False])
def test_nothing_of_the_mail_becomes_markup(small: Audited, has_charts, monkeypatch) -> None:
    monkeypatch.setattr(charts, "is_ready", lambda: has_charts)
    text = page.page(small)
    assert HOSTILE not in text
    assert "\u202e" not in text
    assert "alert(&#x27;å&#x27;)" in text


def test_without_the_library_that_draws_tables_show_the_figures(small: Audited, monkeypatch) -> None:
    monkeypatch.setattr(charts, "is_ready", lambda: False)
    text = page.page(small)
    assert "maillint[audit]" in text
    assert 'role="img"' not in text
    assert "2026-10" in text
    Tags(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_store_has_a_page_that_says_so(stored, language: str) -> None:
    text = page.page(Audited.of(stored()), language)
    Tags(text)
    assert texts.say(language, "nothing") in text


def test_a_store_of_broken_messages_only_lists_them(stored) -> None:
    text = page.page(Audited.of(stored(failed("亂碼.eml", "empty"))))
    assert "亂碼.eml" in text
    assert "is empty" in text


def test_the_page_says_whether_it_holds_words_of_the_mail(small: Audited, stored, sent, tmp_path: Path) -> None:
    assert texts.say("en", "about.kept") in page.page(small)
    bare = small._replace(figures=small.figures._replace(examples={}))
    assert texts.say("en", "about.none") in page.page(bare)


def test_a_page_is_written_for_its_owner_only_and_replaced_whole(stored, sent, tmp_path: Path) -> None:
    store = stored(sent("2026-11-25T10:00:00+01:00", "a@b.example", "date-relative"))
    out = tmp_path / "報告.html"
    out.write_text("x" * 1_000_000)
    out.chmod(0o600)
    page.write(store, str(out), "zh-Hant")
    assert out.read_text(encoding="utf-8").endswith("</html>\n")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with pytest.raises(FileNotFoundError):
        page.write(store, str(tmp_path / "no folder" / "報告.html"))
    assert [path.name for path in tmp_path.glob("*.html*")] == ["報告.html"]


def test_what_raises_the_score_is_said_as_something_to_do(small: Audited) -> None:
    text = page.page(small)
    gains = text[text.index('id="raise"') : text.index('id="time"')]
    assert re.findall("<strong>(.*?)</strong>", gains)[0] == "Put the date beside the word, or write the date instead."
    assert '<span class="gain">+3.3</span>' in gains
    assert "in 67% of the messages, +5 in each of them" in gains


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_and_habit_has_something_to_say(language: str, small: Audited) -> None:
    shown = look.Look(language, page.catalog(language), page.norms.load(), has_charts=False)
    assert [spec.name for spec in packs.load().specs if not shown.counsel(spec.name)] == []
    for habit in NORMS:
        assert f"{habit}.unknown" in habit_texts.TEXTS
        assert texts.say(language, habit)


@pytest.mark.parametrize(("language", "strangers"), [(1, "郵寫這給說個時應對"), (2, "邮写这给说个时应对")])
def test_each_chinese_text_keeps_to_its_script(language: int, strangers: str) -> None:
    told = [row[language] for row in (*texts._TEXTS.values(), *habit_texts.TEXTS.values())]
    assert [text for text in told if set(strangers) & set(text)] == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0%"), (0.0004, "<0.1%"), (0.05, "5%"), (0.0512, "5.1%"), (0.5, "50%"), (0.996, "99.6%"), (0.9996, ">99.9%"), (1, "100%")],
)  # fmt: skip
def test_shares_are_told_as_precisely_as_they_matter(value: float, shown: str) -> None:
    assert habit_words.share(value) == shown


def test_points_and_their_gain() -> None:
    assert [look.points(83.46), look.points(100)] == ["83.5", "100"]
    assert [look.gain(7), look.gain(1.62), look.gain(0.013)] == ["+7", "+1.6", "+0.01"]
    assert [look.apart(-2.34), look.apart(0.04), look.apart(1)] == ["−2.3", "0.0", "+1.0"]


def test_a_table_heads_its_rows_and_columns() -> None:
    made = tables.table("å", [("a", ""), ("b", "number")], [("x", tables.Number("1,000", 1000))], by=1)
    assert '<caption>å</caption><thead><tr><th scope="col" aria-sort="none">a</th>' in made
    assert '<th scope="row">x</th><td class="number" data-value="1000">1,000</td>' in made
    assert 'aria-sort="descending">b</th>' in made


@pytest.mark.parametrize("count", [1, 2, 40])
def test_charts_take_few_and_many_periods(stored, sent, count: int) -> None:
    days = [f"2026-{10 + day // 28:02}-{day % 28 + 1:02}T10:00:00+08:00" for day in range(count)]
    audited = Audited.of(stored(*map(sent, days)))
    Tags(page.page(audited, "zh-Hans"))
    assert len(audited.figures.periods) == count
