"""Names of files that say nothing: Untitled.docx, scan0001.pdf, 新建文档.docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, rename, subject_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EMPTY = (
    *("untitled", "unnamed", "noname", "document", "documents", "doc", "docx", "file", "files", "attachment"),
    *("attachments", "scan", "scanned", "scans", "img", "image", "images", "pic", "picture", "photo", "dsc", "dscn"),
    *("screenshot", "screen", "shot", "microsoft", "word", "excel", "powerpoint", "sheet", "workbook", "book", "text"),
    *("new", "final", "copy", "of", "draft", "version", "v", "rev", "pdf", "bild", "dokument", "unbenannt", "temp"),
    *("tmp", "test", "download", "export", "print", "output"),
)
_EMPTY_HAN = (
    *(
        "新建",
        "新增",
        "文本文档",
        "工作表",
        "演示文稿",
        "未命名",
        "无标题",
        "無標題",
        "文档",
        "文件",
        "附件",
        "图片",
        "圖片",
    ),
    *(
        "扫描件",
        "掃描檔",
        "扫描",
        "掃描",
        "微信",
        "截图",
        "截圖",
        "照片",
        "副本",
        "最终版",
        "最終版",
        "最终",
        "最終",
        "定稿",
    ),
    *("版", "新", "的", "第"),
)
_LEAST_HASH = 16
_LEAST_WIDTH, _MOST_WIDTH = 8, 60
"""Columns of a subject that makes a name for a file."""
_FIRST_HAN = "\u3400"
_NAMING = ("content", "name")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The files whose names say nothing, in one finding."""
    names = [
        attachment.name for attachment in draft.attachments if not attachment.inline and _is_empty(attachment.name)
    ]
    if names:
        body = draft.zone("body")
        start = body.start if body else 0
        better = _better(draft, names[0])
        can_change = better and len(names) == 1 and names[0].rpartition(".")[0].lower() not in draft.flat
        rewrite = rename(names[0], better, "named") if can_change else advise("named" if better else "main")
        span = Span("body", start, start)
        yield rule.finding(draft, span, rewrite=rewrite, names=tuple(names), name=names[0], better=better)


def _better(draft: Draft, name: str) -> str:
    """The subject and the day of sending as a file's name; empty where the subject names nothing."""
    bare = draft.bare_subject
    words = "".join(sign if sign.isalnum() else " " for sign in bare).split()
    width = sum(1 + (sign > _FIRST_HAN) for word in words for sign in word)
    if width < _LEAST_WIDTH or width > _MOST_WIDTH or not any(word.kind in _NAMING for word in subject_words(bare)):
        return ""
    return f"{'-'.join(words)}_{draft.reference:%Y-%m-%d}{name[name.rfind('.') :] if '.' in name else ''}"


def _is_empty(name: str) -> bool:
    stem, dot, _ = name.rpartition(".")
    low = (stem if dot else name).lower()
    if not low:
        return False
    if len(low) >= _LEAST_HASH and set(low) <= set("0123456789abcdef-_") and any(map(str.isdigit, low)):
        return True
    for word in _EMPTY_HAN:
        low = low.replace(word, " ")
    letters = "".join(sign if sign.isalpha() else " " for sign in low)
    return all(word in _EMPTY for word in letters.split())
