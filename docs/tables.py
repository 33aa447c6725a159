"""What the documents say that stands in the checks' own files: tables of checks, groups and norms, and the guide."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maillint import authoring as room
from maillint.audit.habits import NORMS
from maillint.audit.page import texts
from maillint.engine import norms as norm_files
from maillint.engine import packs
from maillint.engine.catalog import catalog
from maillint.engine.keys import PROFILES
from maillint.message import from_compose
from maillint.report.check_page import escaped, share
from maillint.report.strings import enumerated, say
from maillint.wordings import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maillint.engine.norms import Norm
    from maillint.engine.packs import Spec

FEWEST = 5
"""Findings that must have been counted before a share is told."""
_HEADS: dict[str, dict[str, tuple[str, ...]]] = {
    "groups": {
        "en": ("group", "about", "at most"),
        "zh-Hans": ("组", "内容", "最多扣"),
        "zh-Hant": ("組", "內容", "最多扣"),
    },
    "checks": {
        "en": ("check", "what is wrong", "severity", "costs", "right", "norms"),
        "zh-Hans": ("检查", "问题", "级别", "扣分", "准确率", "规范"),
        "zh-Hant": ("檢查", "問題", "級別", "扣分", "準確率", "規範"),
    },
    "norms": {
        "en": ("norm", "what it asks for", "answered by"),
        "zh-Hans": ("编号", "要求", "由什么检查"),
        "zh-Hant": ("編號", "要求", "由什麼檢查"),
    },
    "needs": {
        "en": ("word", "the message has"),
        "zh-Hans": ("词", "邮件里"),
        "zh-Hant": ("詞", "郵件裡"),
    },
    "conditions": {
        "en": ("condition", "the phrase counts where", "in the list", "marks in bold"),
        "zh-Hans": ("条件", "什么时候算", "词表里", "标出（粗体）"),
        "zh-Hant": ("條件", "什麼時候算", "詞表裡", "標出（粗體）"),
    },
    "authoring": {
        "en": ("name", "what it is", "for example"),
        "zh-Hans": ("名称", "含义", "例子"),
        "zh-Hant": ("名稱", "含義", "例子"),
    },
}
_WORDS: dict[str, dict[str, str]] = {
    "points": {"en": "{n} points", "zh-Hans": "{n} 分", "zh-Hant": "{n} 分"},
    "preview": {"en": "preview", "zh-Hans": "试用", "zh-Hant": "試用"},
    "and": {"en": ", ", "zh-Hans": "，", "zh-Hant": "，"},
    "audit": {
        "en": "the audit: {habit}",
        "zh-Hans": "已发邮件审阅：{habit}",
        "zh-Hant": "寄件審閱：{habit}",
    },
    "guide": {
        "en": "[the guide](guide.md): for people, not for a program",
        "zh-Hans": "[写作指南](guide.md)：由人来判断",
        "zh-Hant": "[寫作指南](guide.md)：由人來判斷",
    },
    "none": {"en": "not yet", "zh-Hans": "尚未实现", "zh-Hant": "尚未實作"},
}


def groups(language: str, _root: str) -> Iterator[str]:
    """The groups of checks and the most each can cost."""
    prose, pack = catalog(language), packs.load()
    yield from _head("groups", language)
    for name in _ordered():
        cap = _WORDS["points"][language].format(n=f"{pack.caps[name]:g}")
        yield f"| `{name}` | {prose.title(name)} | {cap} |"


def checks(language: str, root: str) -> Iterator[str]:
    """Every check, by group. ``root`` leads from the document to the checkout's top."""
    for group in _ordered():
        yield f"\n## {catalog(language).title(group)}\n"
        yield from _head("checks", language)
        yield from (_check(spec, language, root) for spec in packs.load().specs if spec.group == group)
    yield ""


def norms(language: str, root: str) -> Iterator[str]:
    """Every norm, by chapter, and what answers it."""
    answered = answers()
    chapter = ""
    for norm in norm_files.load().values():
        if norm.chapter[language] != chapter:
            chapter = norm.chapter[language]
            yield f"\n## {chapter}\n"
            yield from _head("norms", language)
        by = _answer(norm, answered.get(norm.number, []), language, root)
        yield f'| <a id="{norm.number.lower()}"></a>{norm.number} | {escaped(norm.words[language])} | {by} |'
    yield ""


def guide(language: str, _root: str) -> Iterator[str]:
    """Advice on what no check can see."""
    for norm in norm_files.load().values():
        if norm.kind == "guide":
            yield f"\n### {norm.words[language]}\n"
            yield f"{norm.advice[language]} ([{norm.number}](norms.md#{norm.number.lower()}))"
    yield ""


def authoring(language: str, _root: str) -> Iterator[str]:
    """All that a check may import, each with an example, which is run for what it gives."""
    data = _told()
    given = _given(data["draft"])
    yield f"```text\n{data['draft']['text'].strip()}\n```"
    for chapter in data["chapter"]:
        yield f"\n## {chapter['title'][language]}\n"
        yield from _head("authoring", language)
        for entry in chapter["name"]:
            gives = repr(eval(entry["example"], dict(given)))
            yield f"| `{entry['name']}` | {entry[language]} | {_code(entry['example'])} → {_code(gives)} |"
    yield ""


def needs(language: str, _root: str) -> Iterator[str]:
    """What ``needs`` and ``otherwise`` may ask of a message."""
    yield from _head("needs", language)
    yield from (f"| `{entry['name']}` | {entry[language]} |" for entry in _told()["need"])


def conditions(language: str, _root: str) -> Iterator[str]:
    """What a phrase list may ask of the words around a phrase, each tried on an example."""
    yield from _head("conditions", language)
    for entry in _told()["condition"]:
        entered = f'`"{entry["phrase"]}" = "{entry["value"]}"`'
        yield f"| `{entry['name']}` | {entry[language]} | {entered} | {_marked(entry)} |"


def _marked(entry: dict[str, str]) -> str:
    """An example with what its list marks in bold."""
    draft = from_compose({"text": entry["text"]})
    spans = [(zone, match.span()) for zone in draft.zones for match in re.finditer(entry["phrase"], draft.flat)]
    hits = [
        room.Hit(room.Span(zone.kind, *span), draft.text[slice(*span)], entry["value"])
        for zone, span in spans
        if zone.start <= span[0] < zone.end
    ]
    text = draft.text
    for hit in reversed(meant(draft, hits)):
        text = f"{text[: hit.span.start]}**{hit.text}**{text[hit.span.end :]}"
    return text.strip().replace("\n\n", " ")


def _told() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "authoring.toml").read_text(encoding="utf-8"))


def _given(message: dict[str, Any]) -> dict[str, Any]:
    """What the examples speak of: all names of the room, a draft, a check and a phrase of it that was found."""
    draft = from_compose(message)
    start = draft.text.index("ASAP")
    hit = room.Hit(room.Span("body", start, start + 4), "ASAP", "[after please] today")
    rule = room.Rule("house-hurry", room.Severity.WARNING, room.Confidence.HIGH, 3, frozenset({"body"}), {"most": 2})
    return {name: getattr(room, name) for name in room.__all__} | {"draft": draft, "hit": hit, "rule": rule}


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


def unanswered() -> list[str]:
    """The norms of kind "check" that nothing answers yet."""
    answered = answers()
    known = norm_files.load().values()
    return [norm.number for norm in known if norm.kind == "check" and not norm.instead and norm.number not in answered]


def answers() -> dict[str, list[Spec]]:
    """The checks that answer each norm."""
    found: dict[str, list[Spec]] = {}
    for spec in packs.load().specs:
        for number in catalog("en").norms(spec.name):
            found.setdefault(number, []).append(spec)
    return found


GENERATORS: dict[str, Callable[[str, str], Iterator[str]]] = {
    "groups": groups,
    "checks": checks,
    "norms": norms,
    "guide": guide,
    "authoring": authoring,
    "needs": needs,
    "conditions": conditions,
}


def _ordered() -> list[str]:
    pack = packs.load()
    return sorted(pack.caps, key=lambda name: (pack.order[name], name))


def _head(table: str, language: str) -> Iterator[str]:
    columns = _HEADS[table][language]
    yield "| " + " | ".join(columns) + " |"
    yield "|---" * len(columns) + "|"


def _check(spec: Spec, language: str, root: str) -> str:
    prose = catalog(language)
    title = escaped(prose.title(spec.name))
    if spec.preview:
        title += _WORDS["and"][language] + _WORDS["preview"][language]
    numbers = [f"[{number}](norms.md#{number.lower()})" for number in prose.norms(spec.name)]
    cells = (
        _link(spec, root),
        title,
        _severity(spec, language),
        f"{spec.cost:g}",
        share(norm_files.measured().of(spec.name), language, FEWEST),
        enumerated(language, numbers),
    )
    return "| " + " | ".join(cells) + " |"


def _severity(spec: Spec, language: str) -> str:
    """The severity, and the one profile the check is on in where it rests in all others."""
    resting = {name for name, settings in spec.profiles.items() if settings.get("severity") == "off"}
    on = [name for name in PROFILES if name not in resting]
    return say(language, spec.severity) + (f" (`{on[0]}`)" if len(on) == 1 else "")


def _link(spec: Spec, root: str) -> str:
    place = spec.path.removeprefix(packs.BUILT_IN).replace("\\", "/")
    return f"[`{spec.name}`]({root}/checks{place})"


def _habit(habit: str, language: str) -> str:
    words = _WORDS["audit"][language].format(habit=texts.say(language, habit))
    return f"[{words}](audit-page.md#{habit})"


def _answer(norm: Norm, specs: list[Spec], language: str, root: str) -> str:
    if specs:
        return enumerated(language, [_link(spec, root) for spec in specs])
    if habits := [habit for habit, numbers in NORMS.items() if norm.number in numbers and norm.kind == "audit"]:
        return enumerated(language, [_habit(habit, language) for habit in habits])
    if norm.kind == "guide":
        return _WORDS[norm.kind][language]
    return escaped(norm.instead.get(language, "")) or _WORDS["none"][language]
