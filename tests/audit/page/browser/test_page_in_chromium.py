"""The report in a real Chromium, from disk: quiet console, sorting by mouse and keyboard, phone, dark, paper."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from maillint.audit import page
from maillint.audit.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

MESSAGES = 20_000
DESK, PHONE = {"width": 1100, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages in English and Chinese on a store of 20,000 messages."""
    folder = tmp_path_factory.mktemp("報告")
    made_up = runpy.run_path(str(Path(__file__).parent.parent / "made_up.py"))
    made_up["fill"](str(folder / "audit.db"), MESSAGES)
    with Store(str(folder / "audit.db"), must_exist=True) as store:
        for language in ("en", "zh-Hans", "zh-Hant"):
            page.write(store, str(folder / f"{language}.html"), language)
    return folder


@pytest.fixture(scope="module")  # while it is open an event loop runs in this thread
def chromium() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, folder: Path) -> Iterator[Callable[..., Page]]:
    """``opened("en", ...)``: a page from disk; at the end its console must have been quiet and nothing fetched."""
    complaints: list[str] = []
    contexts = []

    def show(language: str, **options: Any) -> Page:
        contexts.append(chromium.new_context(**{"viewport": DESK, **options}))
        tab = contexts[-1].new_page()
        address = (folder / f"{language}.html").as_uri()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("request", lambda request: complaints.extend([request.url] * (request.url != address)))
        tab.goto(address)
        return tab

    yield show
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_page_of_20000_messages_opens_from_disk(opened, folder: Path, language: str) -> None:
    tab = opened(language)
    assert (folder / f"{language}.html").stat().st_size < 5_000_000
    assert "19,920" in tab.locator("header").inner_text()
    assert tab.evaluate("document.documentElement.lang") == language
    assert tab.locator("svg[role=img]:visible").count() == 4
    assert [box for box in map(box_of, tab.locator("svg[role=img]:visible").all()) if box[1] < 100] == []


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_and_everything_can_be_read(opened, viewport, scheme: str) -> None:
    tab = opened("en", viewport=viewport, color_scheme=scheme)
    assert tab.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    paper = colour(tab, "body", "backgroundColor")
    for place in ("h1", ".lead", ".gain", "nav a", "th", "td", "summary"):
        assert contrast(colour(tab, place, "color"), paper) >= 4.5, place
    assert contrast(colour(tab, ".good .dim", "color"), colour(tab, ".good li", "backgroundColor")) >= 4.5
    labels = tab.locator("#time svg:visible text").first
    assert labels.evaluate("node => node.getBoundingClientRect().height") >= 9


def test_a_click_on_a_heading_sorts_and_says_so(opened) -> None:
    tab = opened("en")
    table = tab.locator("#checks table")
    gains = table.locator("tbody tr td:last-child")
    assert values(gains) == sorted(values(gains), reverse=True)
    heading = table.get_by_role("columnheader", name="findings")
    assert heading.get_attribute("aria-sort") == "none"
    table.get_by_role("button", name="findings").click()
    found = values(table.locator("tbody tr td:nth-child(3)"))
    assert found == sorted(found, reverse=True)
    assert heading.get_attribute("aria-sort") == "descending"
    assert table.locator("th[aria-sort=descending]").count() == 1


def test_sorting_works_by_keyboard_and_by_words_of_the_language(opened) -> None:
    tab = opened("zh-Hans")
    table = tab.locator("#checks table")
    button = table.get_by_role("button", name="检查项")
    button.focus()
    tab.keyboard.press("Enter")
    names = table.locator("tbody th").all_inner_texts()
    order = "names => [...names].sort((a, b) => a.localeCompare(b, 'zh-Hans', {numeric: true}))"
    assert names == tab.evaluate(order, names)
    tab.keyboard.press("Space")
    assert table.locator("tbody th").all_inner_texts()[0] == names[-1]
    assert table.locator("thead th").first.get_attribute("aria-sort") == "descending"


def test_without_script_the_page_is_whole(opened) -> None:
    tab = opened("en", java_script_enabled=False)
    assert tab.locator("thead button").count() == 0
    assert tab.locator("#checks tbody tr").count() > 20
    assert tab.locator("svg[role=img]:visible").count() == 4


def test_the_page_prints_on_white_without_folded_parts(opened) -> None:
    tab = opened("zh-Hant", color_scheme="dark")
    tab.emulate_media(media="print")
    assert colour(tab, "body", "backgroundColor") == (255, 255, 255)
    assert tab.locator("nav").is_hidden()
    assert tab.locator("summary:visible").count() == 0
    assert tab.locator("svg[role=img]:visible").count() == 4
    assert tab.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def box_of(place: Any) -> tuple[float, float]:
    box = place.bounding_box()
    return box["width"], box["height"]


def values(cells: Any) -> list[float]:
    return [float(value) for value in cells.evaluate_all("cells => cells.map(cell => cell.dataset.value)")]


def colour(tab: Page, selector: str, name: str) -> tuple[int, ...]:
    text = tab.locator(selector).first.evaluate("(node, name) => getComputedStyle(node)[name]", name)
    return tuple(int(part) for part in text[text.index("(") + 1 : -1].split(",")[:3])


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast ratio of WCAG 2.2."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(rgb: tuple[int, ...]) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
