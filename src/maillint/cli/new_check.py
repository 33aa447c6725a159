"""``maillint new-check``: a check's file to fill in, with examples that fail until it is."""

from __future__ import annotations

import os
import re

from maillint.cli.request import UsageError
from maillint.engine import packs
from maillint.finding import LANGUAGES
from maillint.report.strings import spoken

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")

_GROUP = """\
cap = 20  # {cap}
order = 50

[title]
en = "{group}"
zh-Hans = "{group}"
zh-Hant = "{group}"
"""

_CHECK = """\
norms = []              # {norms}
severity = "warning"    # {severity}
confidence = "medium"   # {confidence}
cost = 3                # {cost}
zones = ["body"]        # {zones}
preview = true          # {preview}
# languages = ["{language}"]  # {languages}

[title]                 # {title}
en = "TODO"
zh-Hans = "TODO"
zh-Hant = "TODO"

[why]                   # {why}
en = "TODO"
zh-Hans = "TODO"
zh-Hant = "TODO"

[message.main]          # {message}
en = "“{{text}}” TODO"
zh-Hans = "“{{text}}”TODO"
zh-Hant = "「{{text}}」TODO"

{body}
# {examples}
"""

_PHRASES = """\
[phrases]               # {phrases}
en = ["todo phrase"]
zh-Hans = ["待填词语"]
zh-Hant = ["待填詞語"]
"""

_NOTES: dict[str, tuple[str, str, str]] = {
    "cap": (
        "most points the checks of this group may take from a score",
        "这一组的检查合计最多扣几分",
        "這一組的檢查合計最多扣幾分",
    ),
    "norms": (
        "which it answers, by number: docs/norms.md; a pack may number its own",
        "依据的规范编号，见 docs/zh-Hans/norms.md；检查包也可以自己编号",
        "依據的規範編號，見 docs/zh-Hant/norms.md；檢查包也可以自己編號",
    ),
    "severity": (
        "error, warning, info or advice: how much it hurts the reader",
        "error 错误、warning 警告、info 提示、advice 建议：对收件人的妨害有多大",
        "error 錯誤、warning 警告、info 提示、advice 建議：對收件人的妨害有多大",
    ),
    "confidence": ("high, medium or low: how sure it is", "把握：high、medium、low", "把握：high、medium、low"),
    "cost": ("points a finding takes from the score", "每处扣几分", "每處扣幾分"),
    "zones": (
        "subject, salutation, body, closing, signature",
        "在哪里找：subject 主题、salutation 称呼、body 正文、closing 结尾、signature 签名",
        "在哪裡找：subject 主旨、salutation 稱呼、body 內文、closing 結尾、signature 簽名",
    ),
    "preview": (
        "off by default until its precision is measured",
        "试用：准确率清楚之前默认关闭",
        "試用：準確率清楚之前預設關閉",
    ),
    "languages": (
        "if it exists in some languages only; examples are then needed in these",
        "只针对部分语言时写上；例子也只需要这些语言的",
        "只針對部分語言時寫上；例子也只需要這些語言的",
    ),
    "title": ("what is wrong, a noun phrase", "问题是什么，用名词短语", "問題是什麼，用名詞短語"),
    "why": (
        "what it does to the reader, in a sentence or two",
        "对收件人有什么影响，一两句话",
        "對收件人有什麼影響，一兩句話",
    ),
    "message": ("{text} is what was marked", "{text} 是标出来的原文", "{text} 是標出來的原文"),
    "module": (
        "what this check sees, in a sentence a user could read.",
        "这项检查看什么，用一句人人看得懂的话写。",
        "這項檢查看什麼，用一句人人看得懂的話寫。",
    ),
    "find": (
        "each place in the author's own paragraphs where ...",
        "标出作者自己写的段落里的哪些地方。",
        "標出作者自己寫的段落裡的哪些地方。",
    ),
    "phrases": (
        'lower case, found at word boundaries; or: "wrong" = "right" to offer a rewrite',
        '英文用小写；写成 "错" = "对" 还会给出改写',
        '英文用小寫；寫成 "錯" = "對" 還會給出改寫',
    ),
    "examples": (
        (
            "At least three bad and five fine examples a language. Real sentences, the hardest fine ones first:\n"
            '# what looks like the fault and is none. "maillint test-checks {path}" tries them.'
        ),
        (
            "每种语言至少三个 bad（要标出来的）和五个 fine（不能标的）。用真实的句子，最容易误判的 fine 放在前面。\n"
            "# 运行 maillint test-checks {path} 来试。"
        ),
        (
            "每種語言至少三個 bad（要標出來的）和五個 fine（不能標的）。用真實的句子，最容易誤判的 fine 放在前面。\n"
            "# 執行 maillint test-checks {path} 來試。"
        ),
    ),
}
"""What stands beside the keys of a new file: English, 简体中文, 繁體中文."""

_PYTHON = '''\
"""TODO: {module}"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """TODO: {find}"""
    for paragraph in draft.paragraphs:
        at = paragraph.text.find("TODO")
        if at >= 0:
            start = paragraph.start + at
            yield rule.finding(draft, Span(paragraph.zone, start, start + 4))
'''


_EXAMPLES = (("bad", 3, ("bad", "要标的", "要標的")), ("fine", 5, ("fine", "不能标的", "不能標的")))
"""How many of each kind a file begins with, and what stands for them in each language."""

_ERRORS = {
    "name": (
        "new-check {name}: write it as group-what-is-wrong in lower case, such as date-holiday",
        "new-check {name}：请用小写字母写成“组-问题”的样子，例如 date-holiday",
        "new-check {name}：請用小寫字母寫成「組-問題」的樣子，例如 date-holiday",
    ),
    "taken": (
        "{path} is already there; nothing was written",
        "{path} 已经存在，没有写入任何文件",
        "{path} 已經存在，沒有寫入任何檔案",
    ),
    "unwritten": ("{path}: cannot be written ({why})", "{path}：写不进去（{why}）", "{path}：寫不進去（{why}）"),
}


def create(name: str, folder: str, language: str = "en", *, with_python: bool) -> list[str]:
    """Write the files of a new check into a pack; returns their paths.

    Raises:
        UsageError: the name is no check's name, a file is already there, or the folder cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(spoken(_ERRORS, language, "name", name=name))
    group, _, rest = name.partition("-")
    base = os.path.join(folder, group)
    path = os.path.join(base, f"{rest}.toml")
    notes = {key: texts[LANGUAGES.index(language)] for key, texts in _NOTES.items()}
    files = {path: _text(path, language, notes, with_python=with_python)}
    if with_python:
        files[os.path.join(base, f"{rest.replace('-', '_')}.py")] = _PYTHON.format(**notes)
    for taken in (path, os.path.join(base, f"{name}.toml"), *files):
        if os.path.exists(taken):
            raise UsageError(spoken(_ERRORS, language, "taken", path=taken))
    group_file = os.path.join(base, "_group.toml")
    if not os.path.exists(group_file) and not os.path.exists(os.path.join(packs.BUILT_IN, group, "_group.toml")):
        files[group_file] = _GROUP.format(group=group, **notes)
    if os.path.exists(os.path.join(folder, "__init__.py")) and not os.path.exists(os.path.join(base, "__init__.py")):
        files[os.path.join(base, "__init__.py")] = ""  # a pack that is a package: the built-in one
    return [_written(file, text, language) for file, text in files.items()]


def _text(path: str, language: str, notes: dict[str, str], *, with_python: bool) -> str:
    body = "" if with_python else _PHRASES.format(**notes)
    examples = notes["examples"].format(path=path)
    return _CHECK.format(**{**notes, "body": body, "language": language, "examples": examples}) + _todo_examples()


def _todo_examples() -> str:
    return "".join(
        f'\n[[{kind}]]\nlang = "{language}"\ntext = """TODO {texts[at]} {number}"""\n'
        for at, language in enumerate(LANGUAGES)
        for kind, count, texts in _EXAMPLES
        for number in range(1, count + 1)
    )


def _written(path: str, text: str, language: str) -> str:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(spoken(_ERRORS, language, "unwritten", path=path, why=error.strerror)) from error
    return path
