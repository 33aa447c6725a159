"""The site: every document, a page for every check, in three languages; built offline.

    python docs/build_site.py [FOLDER]      into build/site unless a folder is named

The pages in docs/ are the English ones, those in docs/zh-Hans and docs/zh-Hant their translations; what has none is
shown in English. The checks' pages say what ``maillint explain`` says. Links between files of the checkout become links
between pages; one that leads to no page stops the build.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maillint.engine import packs
from maillint.engine.catalog import catalog
from maillint.finding import LANGUAGES
from maillint.report.check_page import as_markdown, page
from maillint.report.view import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SOURCES = {
    "index.md": "README.md",
    "doors.md": "README.md",
    **{
        f"{name}.md": f"docs/{name}.md"
        for name in (
            *("checks", "norms", "guide", "score", "configuration", "suppression"),
            *("packs", "writing-checks", "authoring"),
            *("fix", "homophones", "languagetool", "gates", "sendmail", "git-hook", "relay", "milter"),
            *("audit", "audit-page", "imap", "scale"),
        )
    },
    "contributing.md": "CONTRIBUTING.md",
    "benchmarks.md": "benchmarks/README.md",
    "changelog.md": "CHANGELOG.md",
}
"""Each page of the site and the file it is made of."""
PLAIN = ("LICENSE", "NOTICE")
LINK = re.compile(r"(?<=\]\()(?!\w+:|#)(?P<path>[^)#\s]+)")
DOORS = re.compile(r"^## Doors\n(?P<text>.*?)(?=^## )", re.MULTILINE | re.DOTALL)
NORM = re.compile(r"^(?P<mark>(?:- )?)(?P<number>[ES]\d+)(?=[:：])", re.MULTILINE)
LOCALES = {"en": "en", "zh-Hans": "zh", "zh-Hant": "zh-Hant"}
NAMES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
WORDS = {
    "checks": {"en": "Checks", "zh-Hans": "检查", "zh-Hant": "檢查"},
    "norms": {"en": "Norms", "zh-Hans": "规范", "zh-Hant": "規範"},
    "use": {"en": "Settings", "zh-Hans": "设置", "zh-Hant": "設定"},
    "gates": {"en": "Gates", "zh-Hans": "发信关口", "zh-Hant": "寄信關口"},
    "many": {"en": "Many messages", "zh-Hans": "大批邮件", "zh-Hant": "大批郵件"},
    "extend": {"en": "Your own checks", "zh-Hans": "自定义检查", "zh-Hant": "自訂檢查"},
    "project": {"en": "The project", "zh-Hans": "项目", "zh-Hant": "專案"},
    "untranslated": {"en": "", "zh-Hans": "本页目前只有英文。", "zh-Hant": "本頁目前只有英文。"},
    "about": {
        "en": "Reads an e-mail as a demanding colleague would, before it is sent.",
        "zh-Hans": "在邮件发出之前，像一位严格的同事那样读一遍。",
        "zh-Hant": "在郵件寄出之前，像一位嚴格的同事那樣讀一遍。",
    },
}


class LinkError(ValueError):
    """A document links to what is no page of the site; the text names both."""


def pages(language: str) -> Iterator[tuple[str, str]]:
    """The pages of the site in one language: path and Markdown."""
    for name, source in SOURCES.items():
        translated = ROOT / "docs" / language / name
        if translated.exists():
            yield name, linked(translated.read_text(encoding="utf-8"), translated, language)
        elif language == "en" or name != "doors.md":
            text = _part(name, (ROOT / source).read_text(encoding="utf-8"))
            note = f"> {WORDS['untranslated'][language]}\n\n" if language != "en" else ""
            yield name, note + linked(text, ROOT / source, language)
    look = Look(language, catalog(language))
    for spec in packs.load().specs:
        text, heading, its_norms = as_markdown(page(spec, look)).rpartition("\n## ")
        yield f"checks/{spec.name}.md", text + heading + NORM.sub(_norm, its_norms)


def _norm(match: re.Match[str]) -> str:
    number = match["number"]
    return f"{match['mark']}[{number}](../norms.md#{number.lower()})"


def _part(name: str, text: str) -> str:
    """The README is two pages: its chapter on doors, and the rest."""
    if name == "doors.md" and (chapter := DOORS.search(text)):
        return "# Doors\n" + re.sub(r"^###", "##", chapter["text"], flags=re.MULTILINE)
    return DOORS.sub("", text) if name == "index.md" else text


def linked(text: str, source: Path, language: str = "en") -> str:
    """A document's Markdown with its links leading to pages of the site in one language.

    Raises:
        LinkError: a link leads to no page.
    """

    def lead(match: re.Match[str]) -> str:
        return _page_of((source.parent / match["path"]).resolve(), source, language)

    return LINK.sub(lead, text)


def _page_of(target: Path, source: Path, language: str) -> str:
    path = target.relative_to(ROOT.resolve()).as_posix()
    by_source = {file: name for name, file in reversed(SOURCES.items())}
    if path in by_source:
        return by_source[path]
    if path in PLAIN:
        return f"{path}.txt"
    parts = target.relative_to(ROOT.resolve()).parts
    if parts[0] == "docs" and parts[1] in LANGUAGES and parts[-1] in SOURCES:
        if parts[1] == language:
            return parts[-1]
        up = "" if language == "en" else "../"
        return f"{up}{parts[1]}/{parts[-1].removesuffix('.md')}.html"
    if parts[0] == "checks" and target.suffix == ".toml":
        return f"checks/{parts[1]}-{target.stem}.md"
    raise LinkError(f"{source}: {path} is no page of the site")


def navigation(language: str) -> list[Any]:
    """The tree of pages, as the generator wants it."""
    prose, pack = catalog(language), packs.load()
    groups = sorted(pack.caps, key=lambda name: (pack.order[name], name))
    by_group = [
        {prose.title(group): [f"checks/{spec.name}.md" for spec in pack.specs if spec.group == group]}
        for group in groups
    ]
    return [
        {"maillint": "index.md"},
        *(["doors.md"] if language == "en" else []),
        {WORDS["checks"][language]: ["checks.md", *by_group]},
        {WORDS["norms"][language]: ["norms.md", "guide.md"]},
        {WORDS["use"][language]: ["fix.md", "score.md", "configuration.md", "suppression.md"]},
        {WORDS["gates"][language]: ["gates.md", "sendmail.md", "git-hook.md", "relay.md", "milter.md"]},
        {WORDS["many"][language]: ["audit.md", "audit-page.md", "imap.md", "scale.md"]},
        {
            WORDS["extend"][language]: [
                "writing-checks.md",
                "authoring.md",
                "packs.md",
                "contributing.md",
                "homophones.md",
                "languagetool.md",
            ]
        },
        {WORDS["project"][language]: ["benchmarks.md", "changelog.md"]},
    ]


def settings(language: str) -> dict[str, Any]:
    """The generator's settings for one language. Nothing is fetched when the site is built or read."""
    up = "." if language == "en" else ".."
    links = {other: f"{up}/{'' if other == 'en' else other + '/'}index.html" for other in LANGUAGES}
    return {
        "site_name": "maillint",
        "site_description": WORDS["about"][language],
        "docs_dir": "pages",
        "site_dir": "site",
        "use_directory_urls": False,
        "nav": navigation(language),
        "extra_css": ["site.css"],
        "theme": {
            "language": LOCALES[language],
            "font": False,
            "features": ["navigation.indexes", "navigation.top", "search.highlight", "content.code.copy"],
            "palette": [
                {"media": f"(prefers-color-scheme: {scheme})", "scheme": name}
                for scheme, name in (("light", "default"), ("dark", "slate"))
            ],
        },
        "extra": {
            "generator": False,
            "alternate": [
                {"name": NAMES[other], "link": link, "lang": LOCALES[other]} for other, link in links.items()
            ],
        },
        "markdown_extensions": {
            "tables": {},
            "pymdownx": {"superfences": {}, "highlight": {"pygments_lang_class": True}},
            "toc": {"toc_depth": 3, "slugify": {"object": "pymdownx.slugs.slugify", "kwds": {"case": "lower"}}},
        },
    }


def build(place: Path, source: Path) -> None:
    """Write the sources of the three sites and build them into ``place``.

    Raises:
        LinkError: a document links to what is no page.
        CalledProcessError: the generator finds fault.
    """
    shutil.rmtree(place, ignore_errors=True)
    for language in LANGUAGES:
        folder = source / language
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in pages(language):
            file = folder / "pages" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        for name in PLAIN:
            shutil.copy(ROOT / name, folder / "pages" / f"{name}.txt")
        shutil.copy(ROOT / "docs" / "site.css", folder / "pages" / "site.css")
        config = folder / "zensical.toml"
        config.write_text(_toml({"project": settings(language)}), encoding="utf-8")
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(config)]
        subprocess.run(command, check=True, cwd=folder)
        shutil.copytree(folder / "site", place if language == "en" else place / language)


def _toml(settings: dict[str, Any]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in settings.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_value(key)} = {_value(entry)}" for key, entry in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Build the site into the folder named, or build/site."""
    place = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "site").resolve()
    build(place, ROOT / "build" / "site-source")
    print(place / "index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
