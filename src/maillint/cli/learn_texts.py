"""What ``maillint learn`` says, in English, 简体中文 and 繁體中文."""

from __future__ import annotations

from typing import Any

from maillint.report.strings import spoken

_TEXTS: dict[str, tuple[str, str, str]] = {
    "head": (
        "# Words that maillint never takes for slips, one a line; a line with “# not:” remembers a refusal.\n",
        "# maillint 一律不算错字的词，每行一个；带“# not:”的行表示问过、不收。\n",
        "# maillint 一律不算錯字的詞，每行一個；帶「# not:」的行表示問過、不收。\n",
    ),
    "read": ("{n} message(s) read", "已读 {n} 封邮件", "已讀 {n} 封郵件"),
    "stopped": (
        "stopped; what follows comes from the messages read so far",
        "已停止；以下只来自已读的邮件",
        "已停止；以下只來自已讀的郵件",
    ),
    "nothing": (
        "No word that is not known yet stands in {least} or more of them.",
        "没有出现在 {least} 封以上邮件里的新词。",
        "沒有出現在 {least} 封以上郵件裡的新詞。",
    ),
    "sure": (
        "Your own words, in {least} or more messages:",
        "您自己的用词（出现在 {least} 封以上邮件里）：",
        "您自己的用詞（出現在 {least} 封以上郵件裡）：",
    ),
    "doubtful": (
        "Close to a common word, so perhaps slips; kept only if you say so for each:",
        "与常用词很像，也许是错字；要您逐个确认才会收：",
        "與常用詞很像，也許是錯字；要您逐一確認才會收：",
    ),
    "dry": (
        "Nothing was written (--dry-run).",
        "没有写入任何内容（--dry-run）。",
        "沒有寫入任何內容（--dry-run）。",
    ),
    "unasked": (
        "Nothing was kept: run it in a terminal to decide word by word, or with --yes to keep the first list.",
        "没有收入任何词：请在终端里运行，逐个决定；或加上 --yes 收下第一组。",
        "沒有收入任何詞：請在終端機裡執行，逐一決定；或加上 --yes 收下第一組。",
    ),
    "yes": (
        "What may be a slip is not kept by --yes; to keep one that is right: maillint learn --add WORD",
        "--yes 不收可能的错字；确实无误的，请用：maillint learn --add WORD",
        "--yes 不收可能的錯字；確實無誤的，請用：maillint learn --add WORD",
    ),
    "kept": ("{n} word(s) kept in {path}", "已将 {n} 个词收入 {path}", "已將 {n} 個詞收入 {path}"),
    "rejected": (
        "{n} word(s) will not be proposed again",
        "{n} 个词以后不再提出",
        "{n} 個詞以後不再提出",
    ),
    "ask": (
        "   [k]eep, [n]o (never ask again), [l]ater, [q]uit? ",
        "   收入 [k]，不收且不再问 [n]，以后再说 [l]，结束 [q]？",
        "   收入 [k]，不收且不再問 [n]，以後再說 [l]，結束 [q]？",
    ),
    "ask.all": (
        "   [k]eep, [n]o (never ask again), [l]ater, keep [a]ll of these, [q]uit? ",
        "   收入 [k]，不收且不再问 [n]，以后再说 [l]，这组全收 [a]，结束 [q]？",
        "   收入 [k]，不收且不再問 [n]，以後再說 [l]，這組全收 [a]，結束 [q]？",
    ),
    "added": (
        "never taken for a slip from now on: {words}; in {path}",
        "今后不再算错字：{words}；记在 {path}",
        "今後不再算錯字：{words}；記在 {path}",
    ),
    "there": ("already in {path}: {words}", "{path} 里已有：{words}", "{path} 裡已有：{words}"),
    "removed": ("taken out of {path}: {words}", "已从 {path} 里去掉：{words}", "已從 {path} 裡去掉：{words}"),
    "not-there": ("not in {path}: {words}", "{path} 里没有：{words}", "{path} 裡沒有：{words}"),
    "elsewhere": (
        "still no slip, since {path} has it: {words}",
        "{path} 里还有，仍不算错字：{words}",
        "{path} 裡還有，仍不算錯字：{words}",
    ),
    "undo": (
        "to undo: maillint learn --remove {words}",
        "要撤销：maillint learn --remove {words}",
        "要復原：maillint learn --remove {words}",
    ),
    "locked": (
        "note: {path} is not read, since {by} locks words",
        "注意：{by} 锁定了 words，{path} 不会被读取",
        "注意：{by} 鎖定了 words，{path} 不會被讀取",
    ),
    "not-read": (
        'note: {path} is not read for {place}; name it there in a maillint.toml: words = ["{path}"]',
        '注意：检查 {place} 时不会读取 {path}；请在那里的 maillint.toml 里写上 words = ["{path}"]',
        '注意：檢查 {place} 時不會讀取 {path}；請在那裡的 maillint.toml 裡寫上 words = ["{path}"]',
    ),
    "no-model": (
        "Chinese words were judged by a short list only; 'maillint models install zh' brings what hears more",
        "中文只按一份简短的词表判断；maillint models install zh 可装上能听音辨字的模型",
        "中文只按一份簡短的詞表判斷；maillint models install zh 可裝上能聽音辨字的模型",
    ),
}


def say(language: str, key: str, **args: Any) -> str:
    """The text of ``key`` in a language ("en", "zh-Hans", "zh-Hant"), with ``args`` filled in."""
    return spoken(_TEXTS, language, key, **args)
