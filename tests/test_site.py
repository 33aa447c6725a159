"""The site is built offline and strictly: every document, a page for every check, in three languages."""

from __future__ import annotations

import json
import re
import runpy
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from maillint.engine import packs
from maillint.engine.catalog import catalog
from maillint.finding import LANGUAGES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / "build_site.py"))


@pytest.fixture(scope="module")
def site(script: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
            patch.setenv(name, "http://127.0.0.1:9")  # nothing answers there
        script["build"](folder / "site", folder / "source")
    return folder / "site"


class Addresses(HTMLParser):
    """What a page fetches by itself, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self.links.append(values.get("href") or "")
        else:
            self.fetched += [values[name] or "" for name in ("src", "href") if name in values]


def folder_of(site: Path, language: str) -> Path:
    return site if language == "en" else site / language


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_page_for_every_check(site: Path, language: str) -> None:
    pages = folder_of(site, language) / "checks"
    assert {page.stem for page in pages.glob("*.html")} == {spec.name for spec in packs.load().specs}
    page = (pages / "date-relative.html").read_text(encoding="utf-8")
    assert catalog(language).title("date-relative") in page
    assert catalog(language).why("date-relative") in page
    assert '<a href="../norms.html#e57">E57</a>' in page


def test_pages_fetch_nothing_from_elsewhere(site: Path) -> None:
    outside = {
        address
        for page in site.rglob("*.html")
        for address in Addresses(page.read_text(encoding="utf-8")).fetched
        if re.match(r"(\w+:)?//", address)
    }
    assert outside == set()


def test_links_between_pages_lead_somewhere(site: Path) -> None:
    dead = [
        f"{page.relative_to(site)}: {link}"
        for page in site.rglob("*.html")
        for link in Addresses(page.read_text(encoding="utf-8")).links
        if link and not re.match(r"\w+:|//|#", link) and not (page.parent / link.split("#")[0]).exists()
    ]
    assert [link for link in dead if not link.startswith("404.html") and "/404.html:" not in link] == []


def test_links_to_a_place_on_a_page_find_it(site: Path) -> None:
    texts = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html") if page.name != "404.html"}
    places = {page.resolve(): set(re.findall(r'id="([^"]+)"', text)) for page, text in texts.items()}
    wanted = [
        (page, *link.split("#"))
        for page, text in texts.items()
        for link in Addresses(text).links
        if re.fullmatch(r"(?!\w+:|//)[^#]*#[^#]+", link)
    ]
    dead = {
        f"{page.relative_to(site)}: {target}#{place}"
        for page, target, place in wanted
        if unquote(place) not in places.get((page.parent / target if target else page).resolve(), ())
    }
    assert dead == set()


def test_norms_can_be_linked_to(site: Path) -> None:
    assert 'id="e57"' in (site / "norms.html").read_text(encoding="utf-8")


def test_chinese_text_can_be_searched(site: Path) -> None:
    found = json.loads((site / "zh-Hant" / "search.json").read_text(encoding="utf-8"))
    assert found["config"]["lang"] == ["zh-Hant"]
    assert any("下週三" in item["text"] for item in found["items"])


def test_a_link_to_what_is_no_page_stops_the_build(script: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"tests/conftest.py is no page of the site"):
        script["linked"]("See [this](../tests/conftest.py).", ROOT / "docs" / "score.md")
    assert script["linked"](
        "[a](../checks/date/relative.toml) [b](norms.md#e1) [c](https://x.example)", ROOT / "docs/a.md"
    ) == ("[a](checks/date-relative.md) [b](norms.md#e1) [c](https://x.example)")
