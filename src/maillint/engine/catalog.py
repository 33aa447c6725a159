"""The checks' prose, looked up late and in the user's language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from maillint.engine import packs
from maillint.engine.results import CRASHED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.finding import Finding


class Catalog:
    """What checks and groups say to people, in one language ("en", "zh-Hans", "zh-Hant")."""

    def __init__(self, folders: tuple[str, ...] = (), language: str = "en") -> None:
        self._prose = packs.prose(folders, language)
        self._language = language

    def title(self, name: str) -> str:
        """The title of a check or a group; the name itself when it has none."""
        return self._text(name, "title") or name

    def why(self, name: str) -> str:
        """Why a check's finding matters to the reader."""
        return self._text(name, "why")

    def norms(self, name: str) -> tuple[str, ...]:
        """The norms a check answers for."""
        return tuple(self._prose.get(name, {}).get("norms") or ())

    def message(self, finding: Finding) -> str:
        """The finding in words."""
        if finding.key == CRASHED:
            texts = _CRASHED if finding.args.get("is_ours", True) else _BROKEN
            return texts[self._language].format(check=finding.check, **finding.args)
        return self._filled(finding, "message", finding.key)

    def advice(self, finding: Finding) -> str:
        """What to do about it, in words; empty when the check offers none."""
        key = finding.rewrite.key if finding.rewrite else "main"
        return self._filled(finding, "advice", key)

    def counsel(self, name: str) -> str:
        """What to do about a check's findings in general; empty when its advice speaks of one finding only."""
        advice = str(self._prose.get(name, {}).get("advice", {}).get("main", ""))
        return "" if "{" in advice else advice

    def _filled(self, finding: Finding, section: str, key: str) -> str:
        texts = self._prose.get(finding.check, {}).get(section, {})
        template: str = texts.get(key, "")
        return template.format_map(_Words(finding.args, self._language)) if "{" in template else template

    def _text(self, name: str, key: str) -> str:
        return str(self._prose.get(name, {}).get(key, ""))


@cache
def catalog(language: str, folders: tuple[str, ...] = ()) -> Catalog:
    """The catalogue of a language, made once."""
    return Catalog(folders, language)


class _Words(dict[str, str]):
    """Arguments as words, each put into the user's language when a text asks for it; a missing one shows its name."""

    def __init__(self, args: Mapping[str, Any], language: str) -> None:
        self._args, self._language = args, language

    def __missing__(self, key: str) -> str:
        return in_words(self._args[key], self._language) if key in self._args else "{" + key + "}"


def in_words(value: Any, language: str) -> str:
    """An argument as text: dates written out, lists joined, one line."""
    if isinstance(value, (list, tuple)):
        return ("、" if language.startswith("zh") else ", ").join(in_words(item, language) for item in value)
    if hasattr(value, "isoformat"):
        return _date(value, language)
    return " ".join(str(value).split())


def _date(value: Any, language: str) -> str:
    if language.startswith("zh"):
        day = "一二三四五六日"[value.weekday()]
        week = "週" if language == "zh-Hant" else "周"
        return f"{value.year}年{value.month}月{value.day}日（{week}{day}）"
    return f"{_DAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]} {value.year}"


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_CRASHED = {
    "en": "the check {check} failed on this message ({error}); the others went on. Please report it.",
    "zh-Hans": "检查 {check} 在这封邮件上出错（{error}），其余检查照常完成。请反馈给我们。",
    "zh-Hant": "檢查 {check} 在這封郵件上出錯（{error}），其餘檢查照常完成。請回報給我們。",
}
_BROKEN = {
    "en": "{told}; so {check} did not judge this message, the other checks did. Mend the file, or tell whoever keeps "
    "the pack; maillint test-checks tries it",
    "zh-Hans": "{told}；因此 {check} 没有检查这封邮件，其余检查照常完成。请修正这个文件，或告诉维护检查包的人；"
    "maillint test-checks 可以试它",
    "zh-Hant": "{told}；因此 {check} 沒有檢查這封郵件，其餘檢查照常完成。請修正這個檔案，或告訴維護檢查包的人；"
    "maillint test-checks 可以試它",
}
"""Of a check in a pack, whose author is somebody else."""
