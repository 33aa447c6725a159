"""What is wrong with a check's file or its examples, told to its author in English, 简体中文 and 繁體中文."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from maillint.finding import LANGUAGES
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_NEAR = ("; the nearest is {near!r}", "；最接近的是 {near!r}", "；最接近的是 {near!r}")
_TEXTS: dict[str, tuple[str, str, str]] = {
    "missed": (
        "a bad example drew nothing",
        "要标的没有标出来",
        "要標的沒有標出來",
    ),
    "missed.phrase": (
        "a bad example drew nothing, though it holds {phrases}: look at the phrase's condition, zones and the Python",
        "要标的没有标出来，虽然里面有 {phrases}：请看词的条件、zones 和 Python",
        "要標的沒有標出來，雖然裡面有 {phrases}：請看詞的條件、zones 和 Python",
    ),
    "marked": (
        "marked {marked}, drawn {drawn}",
        "该标出 {marked}，实际标出 {drawn}",
        "該標出 {marked}，實際標出 {drawn}",
    ),
    "drew": (
        "a fine example drew {drawn}",
        "不该标的标了 {drawn}",
        "不該標的標了 {drawn}",
    ),
    "drew.phrase": (
        "a fine example drew {drawn}: {phrases} in phrases.{list} (phrases.drop takes out just what it names)",
        "不该标的标了 {drawn}：phrases.{list} 里有 {phrases}（要去掉的词须原样写进 phrases.drop）",
        "不該標的標了 {drawn}：phrases.{list} 裡有 {phrases}（要去掉的詞須原樣寫進 phrases.drop）",
    ),
    "better": (
        "better is {better!r}, the rewrite gives {given!r}",
        "better 写的是 {better!r}，改写得到的是 {given!r}",
        "better 寫的是 {better!r}，改寫得到的是 {given!r}",
    ),
    "todo": ("its texts still say TODO", "还有文字写着 TODO", "還有文字寫著 TODO"),
    "untranslated": (
        "{text} is missing: built-in checks speak three languages",
        "缺少 {text}：内置检查要写三种语言",
        "缺少 {text}：內建檢查要寫三種語言",
    ),
    "few": (
        "{count} {kind} examples in {lang}; at least {least} are needed",
        "{lang} 的 {kind} 例子有 {count} 个，至少要 {least} 个",
        "{lang} 的 {kind} 例子有 {count} 個，至少要 {least} 個",
    ),
    "key": ("unknown key {key!r}", "没有 {key!r} 这个键", "沒有 {key!r} 這個鍵"),
    "lang": (
        "lang is {lang!r}; it may be {allowed}",
        "lang 写的是 {lang!r}；可以写 {allowed}",
        "lang 寫的是 {lang!r}；可以寫 {allowed}",
    ),
    "python": (
        "the check's Python failed: {told}",
        "检查的 Python 出错：{told}",
        "檢查的 Python 出錯：{told}",
    ),
    "norm": (
        "there is no norm {number!r} in docs/norms.md or a _norms.toml",
        "docs/norms.md 和 _norms.toml 里都没有编号 {number!r} 的规范",
        "docs/norms.md 和 _norms.toml 裡都沒有編號 {number!r} 的規範",
    ),
    "drop": (
        "phrases.drop: {check} has no phrase {phrase!r}",
        "phrases.drop：{check} 没有 {phrase!r} 这个词",
        "phrases.drop：{check} 沒有 {phrase!r} 這個詞",
    ),
    "drop.parts": (
        "phrases.drop: {check} has no phrase {phrase!r}; it has {longer}",
        "phrases.drop：{check} 没有 {phrase!r} 这个词，有的是 {longer}",
        "phrases.drop：{check} 沒有 {phrase!r} 這個詞，有的是 {longer}",
    ),
    "condition": (
        "phrases.{list}: {phrase!r} asks for {condition!r}; there is {known}",
        "phrases.{list}：{phrase!r} 写的条件是 {condition!r}，可用的是 {known}",
        "phrases.{list}：{phrase!r} 寫的條件是 {condition!r}，可用的是 {known}",
    ),
    "placeholder": (
        "{text}: nothing fills {name}; there is {known}",
        "{text}：没有 {name} 可填，可用的是 {known}",
        "{text}：沒有 {name} 可填，可用的是 {known}",
    ),
    "unloaded": (
        "{path} is never loaded: the check's Python file is to be named {name}",
        "{path} 不会被载入：这项检查的 Python 文件应命名为 {name}",
        "{path} 不會被載入：這項檢查的 Python 檔應命名為 {name}",
    ),
    "orphan": (
        "{path} is never loaded: there is no {name} beside it",
        "{path} 不会被载入：旁边没有 {name}",
        "{path} 不會被載入：旁邊沒有 {name}",
    ),
}


class Problem(NamedTuple):
    """One thing that is wrong, as a key and what fills its text."""

    key: str
    args: Mapping[str, Any] = MappingProxyType({})
    near: str = ""
    """The known name most like one that is not known."""

    def text(self, language: str = "en") -> str:
        """The problem in words."""
        column = LANGUAGES.index(language)
        near = _NEAR[column].format(near=self.near) if self.near else ""
        return _TEXTS[self.key][column].format(**self.args) + near


def problem(key: str, near: str = "", /, **args: Any) -> Problem:
    """A problem with its text's arguments."""
    return Problem(key, args, near)
