import re
from html.parser import HTMLParser

import pytest

from maillint.report import make
from maillint.report.renderer import Summary


def page(reports, look) -> str:
    renderer = make("html", look)
    total = Summary()
    for report in reports:
        total.count(report, failed=bool(report.findings))
    return renderer.head() + renderer.separator.join(map(renderer.body, reports)) + renderer.foot(total)


class Tags(HTMLParser):
    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.feed(document)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_page_is_whole_and_in_the_users_language(reports, look, held, language):
    document = page(reports, look(language))
    assert Tags(document).open == []
    assert f'<html lang="{language}">' in document
    held(f"page.{language}.html", document)


def test_page_loads_and_runs_nothing(reports, look):
    document = page(reports, look())
    tags = Tags(document)
    assert not {"script", "img", "link", "iframe", "i", "bobject"} & set(tags.tags)
    assert not {name for name in tags.attributes if name in ("src", "href", "style") or name.startswith("on")}
    assert "default-src 'none'; style-src 'sha256-" in document
    assert not re.search(r"https?://|url\(|@import", document)


def test_nothing_hidden_gets_into_the_page(hostile, look):
    document = page([hostile], look())
    assert "&lt;script&gt;" in document
    assert not any(character in document for character in "\x1b\x07\x9b\u202e\u2067")


def test_overlapping_spans_share_a_mark(english, look):
    from maillint.report.page_text import marked

    wide = english.findings[2]._replace(span=english.findings[2].span._replace(end=english.findings[2].span.end + 6))
    document = marked(english._replace(findings=(english.findings[2], wide)))
    assert document.count("<mark>") == 1
    assert "<mark>next Wednesday to go</mark>" in document
