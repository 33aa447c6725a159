"""What ``maillint fix`` says, in English, 简体中文 and 繁體中文."""

from __future__ import annotations

from typing import Any

from maillint.report.strings import spoken

_TEXTS: dict[str, tuple[str, str, str]] = {
    "applied": ("{path}: {n} rewrite(s) applied", "{path}：已改写 {n} 处", "{path}：已改寫 {n} 處"),
    "would": ("{path}: {n} rewrite(s) to apply", "{path}：可改写 {n} 处", "{path}：可改寫 {n} 處"),
    "nothing": ("{path}: nothing to rewrite", "{path}：没有可改写的地方", "{path}：沒有可改寫的地方"),
    "backup": ("; the original is {backup}", "；原件存为 {backup}", "；原件存為 {backup}"),
    "score": (", score {before} → {after}", "，得分 {before} → {after}", "，得分 {before} → {after}"),
    "more": (
        "{path}: {n} more with --suggested, for you to look at",
        "{path}：另有 {n} 处建议，加 --suggested 即可采用，请先过目",
        "{path}：另有 {n} 處建議，加 --suggested 即可採用，請先過目",
    ),
    "left": (
        "  left as it is: {what} [{check}]: {why}",
        "  未改：{what} [{check}]：{why}",
        "  未改：{what} [{check}]：{why}",
    ),
    "refused": ("{path}: left alone: {why}", "{path}：原样保留：{why}", "{path}：原樣保留：{why}"),
    "split": (
        "{path}: {n} matters, each in a draft of its own; the message is as it was",
        "{path}：共 {n} 件事，已各写成一封草稿，原件未动",
        "{path}：共 {n} 件事，已各寫成一封草稿，原件未動",
    ),
    "one-matter": (
        "{path}: no second matter found, nothing to split",
        "{path}：没有发现第二件事，无需拆分",
        "{path}：沒有發現第二件事，無需拆分",
    ),
    "failed": (
        "{path}: could not be written, and is as it was: {why}",
        "{path}：无法写入，文件保持原样：{why}",
        "{path}：無法寫入，檔案保持原樣：{why}",
    ),
    "failed-output": (
        "{path}: could not be written: {why}",
        "{path}：无法写入：{why}",
        "{path}：無法寫入：{why}",
    ),
    "why.signed": (
        "it is signed, and a changed text would break the signature",
        "邮件带有签名，改动正文会使签名失效",
        "郵件帶有簽章，改動內文會使簽章失效",
    ),
    "why.encrypted": ("it is encrypted", "邮件已加密", "郵件已加密"),
    "why.dkim": (
        "it bears a DKIM signature of the server that sent it, which a change would break",
        "邮件带有发信服务器的 DKIM 签名，改动会使签名失效",
        "郵件帶有寄件伺服器的 DKIM 簽章，改動會使簽章失效",
    ),
    "why.line-ends": (
        "its lines end in bare carriage returns, as mail may not",
        "邮件的换行符不合规范（只有回车符）",
        "郵件的換行符號不合規範（只有歸位字元）",
    ),
    "box": (
        "{path}: {n} message(s) of the mailbox written",
        "{path}：邮箱文件已写入，改动 {n} 封",
        "{path}：信箱檔案已寫入，改動 {n} 封",
    ),
    "model.goes": (
        "maillint: paragraphs with findings go to {url} (model {model}), to be worded anew",
        "maillint：有问题的段落会发送到 {url}（模型 {model}）改写",
        "maillint：有問題的段落會傳送到 {url}（模型 {model}）改寫",
    ),
    "model.refused": (
        "{n} answer(s) of the model not shown, since they did not keep to the text: {why}",
        "模型的 {n} 个改写与原文不符，未予采用：{why}",
        "模型的 {n} 個改寫與原文不符，未予採用：{why}",
    ),
    "model.unreachable": (
        "the model cannot be reached: {detail}",
        "无法连接模型：{detail}",
        "無法連線到模型：{detail}",
    ),
    "model.timeout": (
        "the model did not answer in time (rewrite.timeout)",
        "模型未在规定时间内回答（rewrite.timeout）",
        "模型未在規定時間內回答（rewrite.timeout）",
    ),
    "model.status": (
        "the model's server answers {detail}",
        "模型服务器返回 {detail}",
        "模型伺服器回應 {detail}",
    ),
    "model.redirect": (
        "the model's server points elsewhere ({detail}); nothing was sent there",
        "模型服务器要求转到 {detail}，未向该地址发送任何内容",
        "模型伺服器要求轉到 {detail}，未向該位址傳送任何內容",
    ),
    "model.large": (
        "the model's answer is far too large",
        "模型的回答过长",
        "模型的回答過長",
    ),
    "model.junk": (
        "the model's server does not answer as chat completions do",
        "模型服务器的回答不是 chat completions 格式",
        "模型伺服器的回答不是 chat completions 格式",
    ),
    "model.stream": (
        "the model's server sends its answer bit by bit, though it was asked not to",
        "模型服务器仍以流式返回，无法读取",
        "模型伺服器仍以串流方式回應，無法讀取",
    ),
    "model.url": (
        'rewrite.url: "{detail}" is no address; give one such as http://127.0.0.1:11434/v1',
        "rewrite.url：“{detail}”不是有效地址，请写成 http://127.0.0.1:11434/v1 这样",
        "rewrite.url：「{detail}」不是有效位址，請寫成 http://127.0.0.1:11434/v1 這樣",
    ),
    "model.plain-http": (
        "rewrite.url: {detail} leads out of the house; use https there",
        "rewrite.url：{detail} 在外网，请用 https",
        "rewrite.url：{detail} 在外部網路，請用 https",
    ),
    "guard.link": ("links", "链接", "連結"),
    "guard.e-mail": ("addresses", "邮箱地址", "電子郵件地址"),
    "guard.file": ("file names", "文件名", "檔名"),
    "guard.number": ("numbers", "数字", "數字"),
    "guard.name": ("names", "名称", "名稱"),
    "guard.time": ("dates", "日期", "日期"),
    "guard.limit": ("limits", "期限或范围", "期限或範圍"),
    "guard.sign": ("amounts", "金额", "金額"),
    "guard.quote": ("quotations", "引文", "引文"),
    "guard.negation": ("negations", "否定", "否定"),
    "guard.modality": ("must and may", "必须与可以", "必須與可以"),
    "guard.question": ("questions", "问句", "問句"),
    "guard.condition": ("conditions", "条件", "條件"),
    "guard.order": ("the order of facts", "事实的先后", "事實的先後"),
    "guard.length": ("length", "篇幅", "篇幅"),
    "guard.shape": ("form", "格式", "格式"),
    "guard.sense": ("the sense", "意思", "意思"),
    "guard.language": ("language", "语言", "語言"),
    "placed": (
        "it is now {path}, since a maildir never changes what lies under a name",
        "新邮件在 {path}（maildir 里同名文件的内容不得改变）",
        "新郵件在 {path}（maildir 裡同名檔案的內容不得改變）",
    ),
    "why.emlx": (
        "Apple Mail keeps its length and flags in the file; write it elsewhere with -o",
        "这是 Apple 邮件的 .emlx 文件，里面还记着长度和标记；请用 -o 另存",
        "這是 Apple 郵件的 .emlx 檔案，裡面還記著長度和標記；請用 -o 另存",
    ),
    "why.changed": (
        "it was changed while maillint looked at it",
        "处理期间文件被别的程序改动过",
        "處理期間檔案被別的程式改動過",
    ),
    "why.gone": ("it was deleted while maillint looked at it", "处理期间邮件已被删除", "處理期間郵件已被刪除"),
    "why.locked": ("another program has it locked", "文件正被别的程序锁定", "檔案正被別的程式鎖定"),
    "why.protected": ("the file is write-protected", "文件是只读的", "檔案是唯讀的"),
    "why.no-file": ("it is no file that could be written back", "这不是可以写回的文件", "這不是可以寫回的檔案"),
    "why.mailbox": (
        "the mailbox would not read as it should",
        "写回后邮箱文件会读不对",
        "寫回後信箱檔案會讀不對",
    ),
    "why.overlap": (
        "another rewrite changes the same words",
        "同一处文字已有别的改写",
        "同一處文字已有別的改寫",
    ),
    "why.place": (
        "these words cannot be told in the HTML",
        "在 HTML 里无法确定这些文字的位置",
        "在 HTML 裡無法確定這些文字的位置",
    ),
    "why.twin": (
        "the plain-text part says it otherwise than the HTML",
        "纯文本部分与 HTML 部分的写法不同",
        "純文字部分與 HTML 部分的寫法不同",
    ),
    "why.header": (
        "the header cannot take it: it is damaged, or there is none",
        "邮件头已损坏或不存在，无法写入",
        "郵件標頭已損壞或不存在，無法寫入",
    ),
    "why.charset": (
        "the text is not in the character set it claims",
        "正文的实际编码与声明的字符集不符",
        "內文的實際編碼與宣告的字元集不符",
    ),
    "why.transfer-encoding": (
        "the text is not encoded as its header says",
        "正文的传输编码与邮件头所写不符",
        "內文的傳輸編碼與標頭所寫不符",
    ),
    "why.alternative": (
        "the message carries its text in a further form that maillint cannot write",
        "邮件还以另一种格式附带同样的正文，maillint 不能改写那种格式",
        "郵件還以另一種格式附帶同樣的內文，maillint 不能改寫那種格式",
    ),
    "why.invitation": (
        "it is an invitation, whose words stand in the calendar too",
        "这是会议邀请，日程里也有同样的文字",
        "這是會議邀請，行事曆裡也有同樣的文字",
    ),
    "why.structure": ("its parts are damaged", "邮件结构已损坏", "郵件結構已損壞"),
    "why.checksum": ("the part bears a checksum", "这一部分带有校验和", "這一部分帶有檢查碼"),
    "why.file": ("the text is an attached file", "这段文字是一个附件", "這段文字是一個附件"),
    "why.unsafe": (
        "the outcome would not read as it should",
        "改写后读出来的内容会有出入",
        "改寫後讀出來的內容會有出入",
    ),
    "why.draws": (
        "the mended text would draw {detail}",
        "改写后又会出现新问题 {detail}",
        "改寫後又會出現新問題 {detail}",
    ),
    "ask.a": ("[a]pply", "a 采用", "a 採用"),
    "ask.choices": ("[a]pply the first, or 1-{n}", "a 采用第一种，或选 1-{n}", "a 採用第一種，或選 1-{n}"),
    "ask.e": ("[e]dit", "e 自己改", "e 自己改"),
    "ask.s": ("[s]kip", "s 跳过", "s 略過"),
    "ask.i": ("[i]gnore always", "i 以后都不再提示", "i 以後都不再提示"),
    "ask.u": ("[u]ndo the last", "u 撤销上一步", "u 復原上一步"),
    "ask.q": ("[q]uit", "q 结束", "q 結束"),
    "keys": ("the keys are {keys}", "可用的键：{keys}", "可用的按鍵：{keys}"),
    "waiting": ("  ({n} more)", "（后面还有 {n} 处）", "（後面還有 {n} 處）"),
    "instead": ("instead of “{text}”: ", "把“{text}”改为：", "把「{text}」改為："),
    "insert": ("what to put there: ", "在此处插入：", "在此處插入："),
    "not-so": ("not applied: {why}", "未采用：{why}", "未採用：{why}"),
    "nothing-to-ask": (
        "{path}: no findings to go through",
        "{path}：没有需要处理的问题",
        "{path}：沒有需要處理的問題",
    ),
    "own-word": (
        "“{word}” is never a slip from now on: {path}; to undo: maillint learn --remove {word}",
        "以后“{word}”一律不算错字：{path}；要撤销：maillint learn --remove {word}",
        "以後「{word}」一律不算錯字：{path}；要撤銷：maillint learn --remove {word}",
    ),
    "ignored": (
        "{check} is ignored from now on; to undo, take it out of ignore in {path}",
        "以后不再检查 {check}；要撤销，请从 {path} 的 ignore 中删去",
        "以後不再檢查 {check}；要撤銷，請從 {path} 的 ignore 中刪去",
    ),
    "taken-back": ("{path} is as it was", "{path} 已恢复原样", "{path} 已恢復原樣"),
    "not-taken-back": (
        "{path} could not be put back as it was: {why}",
        "{path} 无法恢复原样：{why}",
        "{path} 無法恢復原樣：{why}",
    ),
    "held": (
        "{check} cannot be ignored: it is locked by {path}",
        "{check} 不能忽略：它已由 {path} 锁定",
        "{check} 不能忽略：它已由 {path} 鎖定",
    ),
    "locked": (
        "{check} cannot be ignored: ignore is locked by {path}",
        "不能忽略 {check}：ignore 已被 {path} 锁定",
        "不能忽略 {check}：ignore 已被 {path} 鎖定",
    ),
}


def say(language: str, key: str, **args: Any) -> str:
    """The text of ``key`` in a language, with ``args`` filled in and ``(s)`` by the number ``n``."""
    return spoken(_TEXTS, language, key, **args)


def why(language: str, reason: str, detail: str = "") -> str:
    """Why something was left, in words."""
    return say(language, f"why.{reason}", detail=detail)


def failure(language: str, error: OSError) -> str:
    """Why a message could not be put back: in words of ours, else in the system's."""
    reason = getattr(error, "reason", "")
    return why(language, reason) if reason else str(error.strerror or error)
