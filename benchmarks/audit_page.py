"""The audit's page in a real Chromium: how large it is, and how long from opening it to its first view.

python benchmarks/audit_page.py [MESSAGES]     of a made-up store, 20,000 messages unless told otherwise
"""

from __future__ import annotations

import runpy
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

from playwright.sync_api import Page, sync_playwright

from maillint.audit import page
from maillint.audit.store import Store

MADE_UP = Path(__file__).parent.parent / "tests" / "audit" / "page" / "made_up.py"
_FIRST_VIEW = """new Promise(told => new PerformanceObserver(list => told(list.getEntries()[0].startTime))
    .observe({type: 'paint', buffered: true}))"""


def first_view(tab: Page, address: str) -> float:
    """Milliseconds from the start of loading to the first contentful paint."""
    tab.goto(address)
    return float(tab.evaluate(_FIRST_VIEW))


def main(messages: int) -> None:
    """Print the figures, one a line."""
    with tempfile.TemporaryDirectory() as folder:
        store, out = f"{folder}/audit.db", f"{folder}/page.html"
        runpy.run_path(str(MADE_UP))["fill"](store, messages)
        with Store(store, must_exist=True) as opened:
            before = process_time()
            page.write(opened, out, "zh-Hans")
            print(f"{messages:,} messages counted and drawn: {process_time() - before:.1f} s of CPU time")
        print(f"size: {Path(out).stat().st_size / 1e6:.2f} MB")
        program = shutil.which("chromium") or shutil.which("google-chrome")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            times = [first_view(browser.new_page(), Path(out).as_uri()) for _ in range(7)]
            browser.close()
        print(f"first view: {median(times):.0f} ms, at most {max(times):.0f} ms of {len(times)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
