"""What the program itself says to people, in English, 简体中文 and 繁體中文."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.finding import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXTS: dict[str, tuple[str, str, str]] = {
    "error": ("error", "错误", "錯誤"),
    "warning": ("warning", "警告", "警告"),
    "info": ("info", "提示", "提示"),
    "advice": ("advice", "建议", "建議"),
    "is": ("{what}: ", "{what}：", "{what}："),
    "count.error": ("{n} error(s)", "{n} 个错误", "{n} 個錯誤"),
    "count.warning": ("{n} warning(s)", "{n} 个警告", "{n} 個警告"),
    "count.info": ("{n} info", "{n} 条提示", "{n} 條提示"),
    "count.advice": ("{n} piece(s) of advice", "{n} 条建议", "{n} 條建議"),
    "count.message": ("{n} message(s)", "{n} 封邮件", "{n} 封郵件"),
    "count.failed": ("{n} not ready to send", "{n} 封还不宜发出", "{n} 封還不宜寄出"),
    "count.unreadable": ("{n} unreadable", "{n} 封无法读取", "{n} 封無法讀取"),
    "count.skipped": (
        "{n} other file(s) passed over",
        "另有 {n} 个文件不是邮件，已跳过",
        "另有 {n} 個檔案不是郵件，已略過",
    ),
    "zone.subject": ("Subject", "主题", "主旨"),
    "zone.salutation": ("Salutation", "称呼", "稱呼"),
    "zone.body": ("Body", "正文", "內文"),
    "zone.closing": ("Closing", "结尾", "結尾"),
    "zone.signature": ("Signature", "签名", "簽名"),
    "zone.footer": ("Footer", "页脚", "頁尾"),
    "zone.quote": ("Quoted text", "引用内容", "引用內容"),
    "zone.forward": ("Forwarded text", "转发内容", "轉寄內容"),
    "place.text": ("{path}, line {line} of the text:", "{path}，正文第 {line} 行：", "{path}，內文第 {line} 行："),
    "clean": ("nothing to change", "没有要改的地方", "沒有要改的地方"),
    "score": ("score {score} ({grade})", "得分 {score}（{grade}）", "得分 {score}（{grade}）"),
    "score.after": (
        "score {score} ({grade}) → after the rewrites: {after}",
        "得分 {score}（{grade}）→ 按建议改写后：{after}",
        "得分 {score}（{grade}）→ 按建議改寫後：{after}",
    ),
    "average": ("average score {score}", "平均得分 {score}", "平均得分 {score}"),
    "why": ("why", "为什么重要", "為什麼重要"),
    "or": ("or", "或", "或"),
    "after": ("after the rewrites", "按建议改写后", "按建議改寫後"),
    "after.safe": ("after the safe rewrites", "只做可靠的改写后", "只做可靠的改寫後"),
    "breakdown": ("How the score comes about", "得分从何而来", "得分從何而來"),
    "chapter": ("chapter", "类别", "類別"),
    "points": ("points", "分数", "分數"),
    "because": ("because of", "原因", "原因"),
    "start": ("start", "起始", "起始"),
    "total": ("score", "得分", "得分"),
    "capped": (
        " ({sum} in all, at most {points} count)",
        "（合计 {sum} 分，最多扣 {points} 分）",
        "（合計 {sum} 分，最多扣 {points} 分）",
    ),
    "note.off": (
        "not judged: the header X-Maillint says off",
        "未检查：邮件标头 X-Maillint 设为 off",
        "未檢查：郵件標頭 X-Maillint 設為 off",
    ),
    "note.locked": (
        "judged by the locked checks alone: its header would leave it out",
        "邮件标头表明不必检查，只做了锁定的检查",
        "郵件標頭表明不必檢查，只做了鎖定的檢查",
    ),
    "note.automatic": (
        "not judged: a machine wrote this message",
        "未检查：这封邮件由系统自动发出",
        "未檢查：這封郵件由系統自動發出",
    ),
    "note.encrypted": (
        "encrypted: only the subject could be judged",
        "邮件已加密：只能检查主题",
        "郵件已加密：只能檢查主旨",
    ),
    "note.foreign": (
        "not judged as a whole: it is written in neither English nor Chinese",
        "未全面检查：这封邮件不是英文或中文",
        "未全面檢查：這封郵件不是英文或中文",
    ),
    "unknown": (
        "X-Maillint-Ignore names no check: {checks}",
        "X-Maillint-Ignore 中没有这样的检查：{checks}",
        "X-Maillint-Ignore 中沒有這樣的檢查：{checks}",
    ),
    "unused": (
        "ignored for nothing: {checks} had nothing to say; the entry can go",
        "多余的忽略项：{checks} 本来就没有发现问题，可以删去",
        "多餘的忽略項：{checks} 本來就沒有發現問題，可以刪去",
    ),
    "locked": (
        "X-Maillint-Ignore cannot quiet {checks}: the configuration has locked that",
        "X-Maillint-Ignore 略不过 {checks}：配置已将其锁定",
        "X-Maillint-Ignore 略不過 {checks}：設定檔已將其鎖定",
    ),
    "stdin": ("standard input", "标准输入", "標準輸入"),
    "missing": (
        "there is no such file or folder",
        "没有这个文件或文件夹",
        "沒有這個檔案或資料夾",
    ),
    "command-like": (
        "; did you mean the command {command}?",
        "；您要用的是不是命令 {command}？",
        "；您要用的是不是指令 {command}？",
    ),
    "unreadable": (
        "cannot be read; look at its permissions",
        "无法读取，请查看访问权限",
        "無法讀取，請查看存取權限",
    ),
    "empty": ("is empty", "是空的", "是空的"),
    "too-large": (
        "is too large to be judged; take the attachments out and try again",
        "太大，无法检查；请先去掉附件再试",
        "太大，無法檢查；請先移除附件再試",
    ),
    "not-a-message": (
        "is no e-mail message; maillint reads .eml files, maildirs and mbox files",
        "不是电子邮件；maillint 可读取 .eml 文件、maildir 和 mbox",
        "不是電子郵件；maillint 可讀取 .eml 檔、maildir 和 mbox",
    ),
    "no-messages": (
        "holds no messages; maillint looks for .eml files, maildirs and mbox files",
        "里没有邮件；maillint 会找 .eml 文件、maildir 和 mbox",
        "裡沒有郵件；maillint 會找 .eml 檔、maildir 和 mbox",
    ),
    "crashed": (
        "maillint stumbled over this message ({reason}). This is a bug in maillint; please report it",
        "maillint 处理这封邮件时出错（{reason}）。这是 maillint 的缺陷，请反馈给我们",
        "maillint 處理這封郵件時出錯（{reason}）。這是 maillint 的缺陷，請回報給我們",
    ),
    "progress": ("{n} messages read", "已读 {n} 封邮件", "已讀 {n} 封郵件"),
    "preparing": (
        "preparing the spelling index (once)…",
        "正在准备拼写索引（仅此一次）…",
        "正在準備拼字索引（僅此一次）…",
    ),
    "page.title": ("maillint report", "maillint 检查报告", "maillint 檢查報告"),
    "page.marked": ("The message with its marks", "邮件全文及标记", "郵件全文及標記"),
    "page.no-subject": ("(no subject)", "（无主题）", "（無主旨）"),
    "page.unreadable": ("Could not be read", "无法读取", "無法讀取"),
    "explain.what": ("What it says", "提示内容", "提示內容"),
    "explain.why": ("Why it matters to the reader", "为什么重要", "為什麼重要"),
    "explain.do": ("What to do", "怎么办", "怎麼辦"),
    "explain.bad": ("Bad", "不好的写法", "不好的寫法"),
    "explain.better": ("Better", "更好的写法", "更好的寫法"),
    "explain.fine": ("Fine, and left alone", "没有问题、不会提示的写法", "沒有問題、不會提示的寫法"),
    "explain.safe": ("How safe the rewrite is", "改写是否可靠", "改寫是否可靠"),
    "explain.options": ("Options", "选项", "選項"),
    "explain.source": ("The norm behind it", "依据的规范", "依據的規範"),
    "explain.profiles": ("In other profiles", "在其他场合", "在其他場合"),
    "explain.measured": ("How often it was right ({date})", "准确率实测（{date}）", "準確率實測（{date}）"),
    "explain.measured-on": ("{mail}, {written}", "{mail}，{written}", "{mail}，{written}"),
    "explain.share": ("{percent} % of {fired}", "{percent}%（共 {fired} 处）", "{percent}%（共 {fired} 處）"),
    "explain.cost": ("costs {cost}", "扣 {cost} 分", "扣 {cost} 分"),
    "mail.en": ("in English", "英文", "英文"),
    "mail.zh": ("in Chinese", "中文", "中文"),
    "off": ("off", "关闭", "關閉"),
    "explain.facts": (
        "{severity}, confidence {confidence}, {n} point(s) a finding; looks at: {zones}",
        "{severity}，可信度：{confidence}，每处扣 {n} 分；检查范围：{zones}",
        "{severity}，可信度：{confidence}，每處扣 {n} 分；檢查範圍：{zones}",
    ),
    "explain.once": (
        "{severity}, confidence {confidence}, {n} point(s) a message; looks at: {zones}",
        "{severity}，可信度：{confidence}，每封扣 {n} 分；检查范围：{zones}",
        "{severity}，可信度：{confidence}，每封扣 {n} 分；檢查範圍：{zones}",
    ),
    "preview": ("{title} (preview)", "{title}（试用）", "{title}（試用）"),
    "explain.preview": (
        "On trial: off unless --preview is given or its severity is configured.",
        "试用中：只有加上 --preview 或在配置里设定级别时才启用。",
        "試用中：只有加上 --preview 或在設定檔裡指定級別時才啟用。",
    ),
    "explain.default": ("default {value}", "默认 {value}", "預設 {value}"),
    "explain.by": ("configured by {files}", "配置文件：{files}", "設定檔：{files}"),
    "explain.here": ("set there: {settings}", "其中设定：{settings}", "其中設定：{settings}"),
    "new-check": (
        "{check} is off until its texts are filled in and its examples pass; then take out the line preview = true",
        "{check} 现在是关闭的；填好文字、例子都通过之后，删去 preview = true 这一行",
        "{check} 現在是關閉的；填好文字、例子都通過之後，刪去 preview = true 這一行",
    ),
    "high": ("high", "高", "高"),
    "medium": ("medium", "中", "中"),
    "low": ("low", "低", "低"),
    "grade.safe": ("safe: the meaning cannot change", "可靠：不会改变原意", "可靠：不會改變原意"),
    "grade.suggested": ("suggested: needs your yes", "供参考：请先确认再采用", "供參考：請先確認再採用"),
    "grade.advice": (
        "advice: words only, there is nothing to apply",
        "建议：只有文字说明，没有可直接套用的改写",
        "建議：只有文字說明，沒有可直接套用的改寫",
    ),
    "grade.none": ("there is no rewrite", "没有改写", "沒有改寫"),
}


def say(language: str, key: str, **args: Any) -> str:
    """The text of ``key`` in a language ("en", "zh-Hans", "zh-Hant"), with ``args`` filled in."""
    return spoken(_TEXTS, language, key, **args)


def spoken(texts: Mapping[str, tuple[str, str, str]], language: str, key: str, **args: Any) -> str:
    """The same from any table of this form; where a number ``n`` is filled in, ``(s)`` goes by it."""
    text = texts[key][LANGUAGES.index(language)].format(**args)
    return text.replace("(s)", "" if str(args["n"]) == "1" else "s") if "n" in args else text


def knows(key: str) -> bool:
    """Whether there is a text of this key."""
    return key in _TEXTS


def count(language: str, key: str, n: int) -> str:
    """``n`` of something, in the singular where the language has one."""
    return say(language, f"count.{key}", n=f"{n:,}" if n > 9999 else n)


def zone_name(language: str, zone: str) -> str:
    """What people call a zone; an unknown one keeps its own name."""
    key = f"zone.{zone}"
    return say(language, key) if knows(key) else zone


def error_text(language: str, error: str, reason: str = "") -> str:
    """Why an input could not be read; an unknown word is said as it is."""
    return say(language, error, reason=reason) if knows(error) else error


def enumerated(language: str, items: list[str]) -> str:
    """Names in a row."""
    return ("、" if language.startswith("zh") else ", ").join(items)


def listed(language: str, items: list[str]) -> str:
    """Clauses in a row."""
    return ("，" if language.startswith("zh") else ", ").join(items)
