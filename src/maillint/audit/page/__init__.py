"""The audit as one page: no network, no script but the sorting of tables; charts are drawn beforehand."""

from __future__ import annotations

import base64
import hashlib
from datetime import datetime
from importlib.resources import files
from typing import TYPE_CHECKING

from maillint import __version__
from maillint.audit.page import charts, habits, sections
from maillint.audit.page.audited import Audited
from maillint.audit.page.look import Look, escape
from maillint.audit.page.tables import table
from maillint.audit.texts import error_text
from maillint.audit.writing import replaced
from maillint.engine import norms
from maillint.engine.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from maillint.audit.store import Store

_SECTIONS = {
    "raise": sections.gains,
    "time": sections.over_time,
    "spread": sections.spread,
    "good": sections.kept,
    "lost": sections.lost,
    "checks": sections.checks,
    "who": sections.who,
    "when": sections.when,
    "habits": habits.cards,
    "lowest": sections.lowest,
}


def write(
    store: Store, out: str, language: str = "en", superiors: Collection[str] = (), folders: tuple[str, ...] = ()
) -> None:
    """Write the report on a store as one HTML file, readable by its owner only; whole, or not at all.

    Args:
        store: of an audit; nothing in it is changed.
        out: path of the page; one that is there is replaced.
        language: "en", "zh-Hans" or "zh-Hant".
        superiors: addresses of those to whom open-ended mail is counted.
        folders: packs beside the built-in one, for the titles of their checks.

    Raises:
        OSError: the page cannot be written.
    """
    text = page(Audited.of(store, superiors), language, folders)
    with replaced(out) as (new,), open(new, "w", encoding="utf-8") as file:
        file.write(text)


def page(audit: Audited, language: str = "en", folders: tuple[str, ...] = ()) -> str:
    """The report as one HTML document.

    Args:
        audit: what was counted from a store.
        language: "en", "zh-Hans" or "zh-Hant".
        folders: packs beside the built-in one, for the titles of their checks.
    """
    look = Look(language, catalog(language, folders), norms.load(folders), charts.is_ready())
    return "".join(
        [*_head(look), "<body>\n<main>\n", *_body(audit, look), "</main>\n", _script(), "</body>\n</html>\n"]
    )


def _head(look: Look) -> Iterator[str]:
    style, script, title = _file("page.css"), _file("sort.js"), look.say("title")
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    yield f'<!doctype html>\n<html lang="{look.language}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<meta name="referrer" content="no-referrer">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n'


def _body(audit: Audited, look: Look) -> Iterator[str]:
    yield f'<header>\n<h1>{look.say("title")}</h1>\n<p class="lead">{_span(audit, look)}</p>\n'
    if not audit.summary.judged:
        yield f"</header>\n<p>{look.say('nothing')}</p>\n{_failures(audit, look)}{_about(audit, look)}"
        return
    parts = {name: made for name, make in _SECTIONS.items() if (made := make(audit, look))}
    links = "".join(f'<li><a href="#{name}">{look.say(name)}</a></li>' for name in parts)
    yield f'{sections.hero(audit, look)}<nav aria-label="{look.say("contents")}"><ul>{links}</ul></nav>\n</header>\n'
    if not look.has_charts:
        yield f'<p class="dim">{look.say("no-charts")}</p>\n'
    for name, made in parts.items():
        yield f'<section id="{name}">\n<h2>{look.say(name)}</h2>\n{made}</section>\n'
    yield _failures(audit, look) + _about(audit, look)


def _span(audit: Audited, look: Look) -> str:
    n = f"{audit.summary.judged:,}" if audit.summary.judged > 9999 else audit.summary.judged
    if not audit.figures.first:
        return look.say("span.undated", n=n)
    return look.say("span", n=n, first=look.day(audit.figures.first), last=look.day(audit.figures.last))


def _failures(audit: Audited, look: Look) -> str:
    if not audit.summary.unreadable:
        return ""
    headings = [(look.say("col.place"), ""), (look.say("col.error"), "")]
    rows = [
        (f"<code>{escape(path)}</code>", escape(error_text(look.language, error, reason)))
        for path, error, reason in audit.summary.unreadable
    ]
    left = sum(audit.summary.errors.values()) - len(rows)
    more = f'<p class="dim">{look.say_many("failed.more", left)}</p>' if left else ""
    return f'<section id="failed">\n<h2>{look.say("failed")}</h2>\n{table("", headings, rows)}{more}</section>\n'


def _about(audit: Audited, look: Look) -> str:
    aside = [look.say_many(f"aside.{note}", n) for note, n in audit.summary.notes.items()]
    has_words = bool(audit.figures.examples)
    lines = [
        look.say("about.score"),
        *([look.say("about.aside", what=("、" if look.language != "en" else ", ").join(aside))] if aside else []),
        look.say("about.kept" if has_words else "about.none"),
        look.say("about.made", version=__version__, day=look.day(datetime.now().astimezone().isoformat())),
    ]
    told = "".join(f'<p class="dim">{line}</p>\n' for line in lines)
    return f'<section id="about">\n<h2>{look.say("about")}</h2>\n{told}</section>\n'


def _script() -> str:
    return f"<script>{_file('sort.js')}</script>\n"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _file(name: str) -> str:
    return files("maillint.audit.page").joinpath(name).read_text(encoding="utf-8")
