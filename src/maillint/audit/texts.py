"""What an audit says to people, in English, 简体中文 and 繁體中文."""

from __future__ import annotations

from typing import Any

from maillint.report.strings import spoken

_TEXTS: dict[str, tuple[str, str, str]] = {
    "pack-full": (
        "{folder}: there is something in it; name an empty folder, or one to be made",
        "{folder}：里面已有内容；请给一个空文件夹，或一个尚不存在的",
        "{folder}：裡面已有內容；請給一個空資料夾，或一個尚不存在的",
    ),
    "packed": (
        "{n} message(s) in {folder}",
        "{n} 封邮件已写入 {folder}",
        "{n} 封郵件已寫入 {folder}",
    ),
    "spark-options": (
        (
            "--engine spark takes one SOURCE and --output FOLDER; --store, --report and --baseline come later, with "
            "maillint audit report FOLDER"
        ),
        (
            "--engine spark 只接受一个 SOURCE，并且要有 --output 文件夹；--store、--report 和 --baseline "
            "请在之后用 maillint audit report 文件夹"
        ),
        (
            "--engine spark 只接受一個 SOURCE，並且要有 --output 資料夾；--store、--report 和 --baseline "
            "請在之後用 maillint audit report 資料夾"
        ),
    ),
    "spark-master": (
        "--master {master}: write it as Spark does: local[2], spark://host:7077, yarn, k8s://host:443",
        "--master {master}：请照 Spark 的写法：local[2]、spark://host:7077、yarn、k8s://host:443",
        "--master {master}：請照 Spark 的寫法：local[2]、spark://host:7077、yarn、k8s://host:443",
    ),
    "spark-missing": (
        "--engine spark needs pyspark and pyarrow: pip install 'maillint[spark]'",
        "--engine spark 需要 pyspark 和 pyarrow：pip install 'maillint[spark]'",
        "--engine spark 需要 pyspark 和 pyarrow：pip install 'maillint[spark]'",
    ),
    "spark-java": (
        "Spark needs Java 17 or newer; on Debian and Ubuntu: sudo apt-get install openjdk-17-jre-headless",
        "Spark 需要 Java 17 或更新的版本；Debian 和 Ubuntu 上：sudo apt-get install openjdk-17-jre-headless",
        "Spark 需要 Java 17 或更新的版本；Debian 和 Ubuntu 上：sudo apt-get install openjdk-17-jre-headless",
    ),
    "spark-start": ("Spark does not start: {reason}", "Spark 无法启动：{reason}", "Spark 無法啟動：{reason}"),
    "spark-failed": (
        "Spark gave up: {reason}; buckets that are done stay, the same command goes on from there",
        "Spark 中途放弃：{reason}；已完成的部分保留，再次执行同一命令会从那里继续",
        "Spark 中途放棄：{reason}；已完成的部分保留，再次執行同一命令會從那裡繼續",
    ),
    "spark-empty": (
        "{source}: no .eml, .parquet, .json or .jsonl files that Spark can read there",
        "{source}：那里没有 Spark 读得到的 .eml、.parquet、.json 或 .jsonl 文件",
        "{source}：那裡沒有 Spark 讀得到的 .eml、.parquet、.json 或 .jsonl 檔案",
    ),
    "spark-done": ("{done} of {all} buckets", "已完成 {done}/{all} 批", "已完成 {done}/{all} 批"),
    "spark-end": (
        (
            "{output}: {all} buckets of Parquet, {before} of them from before. "
            "To see the figures: maillint audit report {output}"
        ),
        "{output}：共 {all} 批 Parquet，其中 {before} 批是之前完成的。查看结果：maillint audit report {output}",
        "{output}：共 {all} 批 Parquet，其中 {before} 批是之前完成的。查看結果：maillint audit report {output}",
    ),
    "messages": ("{n} message(s)", "{n} 封邮件", "{n} 封郵件"),
    "span": (", {first} to {last}", "，{first} 至 {last}", "，{first} 至 {last}"),
    "copies": (
        "Counted once, though they lie at several places: {n}",
        "重复存放、只计一次的：{n} 处",
        "重複存放、只計一次的：{n} 處",
    ),
    "errors": ("{n} could not be read", "{n} 封无法读取", "{n} 封無法讀取"),
    "passed-over": (
        "{n} other file(s) passed over: no mail",
        "另有 {n} 个文件不是邮件，已跳过",
        "另有 {n} 個檔案不是郵件，已略過",
    ),
    "outdated": (
        "{n} judged under earlier rules, since they were not met again",
        "{n} 封这次没有再遇到，仍按先前的规则计分",
        "{n} 封這次沒有再遇到，仍按先前的規則計分",
    ),
    "note.off": ("{n} switched off by X-Maillint", "{n} 封由 X-Maillint 关闭检查", "{n} 封由 X-Maillint 關閉檢查"),
    "note.locked": (
        "{n} switched off by X-Maillint, but for what your organisation holds fast",
        "{n} 封由 X-Maillint 关闭检查，但所在单位规定的检查除外",
        "{n} 封由 X-Maillint 關閉檢查，但所屬單位規定的檢查除外",
    ),
    "note.automatic": ("{n} written by machines", "{n} 封由系统自动发出", "{n} 封由系統自動發出"),
    "note.encrypted": ("{n} encrypted", "{n} 封已加密", "{n} 封已加密"),
    "note.foreign": (
        "{n} in other languages than English and Chinese",
        "{n} 封不是英文或中文",
        "{n} 封不是英文或中文",
    ),
    "unjudged": ("Not judged, or not wholly", "未检查或未全面检查", "未檢查或未全面檢查"),
    "score": (
        "Score {mean} on average, {median} in the middle; {after} with every rewrite made",
        "平均 {mean} 分，中位数 {median} 分；全部照建议改写后 {after} 分",
        "平均 {mean} 分，中位數 {median} 分；全部照建議改寫後 {after} 分",
    ),
    "clean": (
        "Nothing to change in {n} of {all} ({percent} %)",
        "{all} 封中有 {n} 封（{percent}%）没有要改的地方",
        "{all} 封中有 {n} 封（{percent}%）沒有要改的地方",
    ),
    "raise": ("What would raise the score most", "改掉哪些最能提分", "改掉哪些最能提分"),
    "raise.row": (
        "in {percent} % of messages, {each} points each",
        "出现在 {percent}% 的邮件里，每封 {each} 分",
        "出現在 {percent}% 的郵件裡，每封 {each} 分",
    ),
    "example": ("such as: {text}", "例如：{text}", "例如：{text}"),
    "well": ("What goes well", "做得好的地方", "做得好的地方"),
    "well.row": (
        "nothing lost in {percent} % of messages",
        "{percent}% 的邮件没有扣分",
        "{percent}% 的郵件沒有扣分",
    ),
    "groups": ("Points lost by group", "各类扣分", "各類扣分"),
    "groups.row": (
        "{points} points a message; in {percent} %",
        "每封平均扣 {points} 分；{percent}% 的邮件有此项",
        "每封平均扣 {points} 分；{percent}% 的郵件有此項",
    ),
    "domains": ("By recipient", "按收件人域名", "按收件人網域"),
    "habits": ("What single messages do not show", "单封邮件看不出的习惯", "單封郵件看不出的習慣"),
    "profiles": ("By whom it was written for", "按收件对象", "按收件對象"),
    "profile.internal": ("colleagues", "同事", "同事"),
    "profile.external": ("others", "外部", "外部"),
    "profile.customer-service": (
        "customers (customer-service)",
        "客户（customer-service）",
        "客戶（customer-service）",
    ),
    "profile.formal-letter": ("formal letters", "正式信函", "正式信函"),
    "profile.patch": ("patches", "补丁", "修補程式"),
    "slice": ("{n} message(s), score {score}", "{n} 封，{score} 分", "{n} 封，{score} 分"),
    "more": ("and {n} more", "另有 {n} 项", "另有 {n} 項"),
    "worst": ("The lowest scores", "得分最低的邮件", "得分最低的郵件"),
    "unreadable": ("Could not be read", "无法读取", "無法讀取"),
    "fresh": (
        "New since the baseline: {n} finding(s) in {messages} of the messages",
        "基线之后新增：{messages} 封邮件中的 {n} 处",
        "基準之後新增：{messages} 封郵件中的 {n} 處",
    ),
    "fresh.none": ("Nothing new since the baseline", "基线之后没有新增", "基準之後沒有新增"),
    "empty": ("The store holds no messages.", "数据文件中没有邮件。", "資料檔中沒有郵件。"),
    "no-messages": ("{paths}: no message was found", "{paths}：没有找到邮件", "{paths}：沒有找到郵件"),
    "store": ("Figures: {path}", "数据文件：{path}", "資料檔：{path}"),
    "no-charts": (
        "The page has tables for charts: pip install 'maillint[audit]' brings what draws them.",
        "报告中以表格代替图表；安装 maillint[audit] 后即可显示图表。",
        "報告中以表格代替圖表；安裝 maillint[audit] 後即可顯示圖表。",
    ),
    "page": ("Report: {path}", "报告：{path}", "報告：{path}"),
    "was": (
        "{judged} judged, {known} known already",
        "本次检查 {judged} 封，另有 {known} 封此前已检查过",
        "本次檢查 {judged} 封，另有 {known} 封先前已檢查過",
    ),
    "stopped": (
        "stopped; {n} message(s) are in {path}, and the same command goes on from there",
        "已停止；{n} 封邮件的结果已存入 {path}，再次运行同一命令即可继续",
        "已停止；{n} 封郵件的結果已存入 {path}，再次執行同一指令即可繼續",
    ),
    "progress": ("{n} messages, {rate} a second", "{n} 封，每秒 {rate} 封", "{n} 封，每秒 {rate} 封"),
    "left": (" · {percent} % · {time} left", " · {percent}% · 还需 {time}", " · {percent}% · 還需 {time}"),
    "exported": ("{path}: {n} row(s)", "{path}：{n} 行", "{path}：{n} 列"),
    "merged": (
        "{path}: {n} message(s), {new} of them new",
        "{path}：{n} 封邮件，其中新增 {new} 封",
        "{path}：{n} 封郵件，其中新增 {new} 封",
    ),
    "not-audited": (
        "{path}: this was not audited yet; maillint audit {path} does it",
        "{path}：还没有审阅过；请先运行 maillint audit {path}",
        "{path}：還沒有審閱過；請先執行 maillint audit {path}",
    ),
    "no-store": (
        "{path}: there is no such store",
        "{path}：没有这个数据文件",
        "{path}：沒有這個資料檔",
    ),
    "merge-itself": (
        "{path} is the store that the others go into: name it with --store alone",
        "{path} 就是要并入的目标文件：只用 --store 指定即可",
        "{path} 就是要併入的目標檔：只用 --store 指定即可",
    ),
    "baseline": (
        "{path}: {n} finding(s) count as old from now on",
        "{path}：今后 {n} 处视为旧有问题",
        "{path}：今後 {n} 處視為既有問題",
    ),
    "diff": ("From {old} to {new}", "从 {old} 到 {new}", "從 {old} 到 {new}"),
    "diff.score": (
        "Score: {old} → {new} ({change})",
        "得分：{old} → {new}（{change}）",
        "得分：{old} → {new}（{change}）",
    ),
    "diff.messages": (
        "Messages: {old} → {new}; {both} in both, {added} only in the new one, {gone} only in the old one",
        "邮件：{old} → {new}；两者都有 {both} 封，仅新的有 {added} 封，仅旧的有 {gone} 封",
        "郵件：{old} → {new}；兩者都有 {both} 封，僅新的有 {added} 封，僅舊的有 {gone} 封",
    ),
    "diff.rates": (
        "How often, in % of messages",
        "出现比例（占邮件的百分比）",
        "出現比例（占郵件的百分比）",
    ),
    "diff.both": (
        "Of those in both: {better} score higher now, {worse} lower",
        "两者都有的邮件：{better} 封得分上升，{worse} 封下降",
        "兩者都有的郵件：{better} 封得分上升，{worse} 封下降",
    ),
    "error.no-msg-reader": (
        "Outlook's .msg files need olefile: pip install 'maillint[audit]'",
        "读取 Outlook 的 .msg 文件需要 olefile：pip install 'maillint[audit]'",
        "讀取 Outlook 的 .msg 檔需要 olefile：pip install 'maillint[audit]'",
    ),
    "error.nested-archive": (
        "is an archive inside an archive; unpack the outer one and audit what comes out",
        "是压缩包里的压缩包；请先解开外层再检查",
        "是壓縮檔裡的壓縮檔；請先解開外層再檢查",
    ),
    "error.damaged-archive": (
        "is a damaged or locked archive; what could be read of it was judged",
        "压缩包损坏或有密码；能读的部分已检查",
        "壓縮檔損毀或有密碼；能讀的部分已檢查",
    ),
    "error.archive-too-large": (
        "unpacks to more than any mailbox holds; the rest of it was left out",
        "解开后大得不像邮箱；其余部分未检查",
        "解開後大得不像信箱；其餘部分未檢查",
    ),
    "error.too-dense": (
        "is packed two hundredfold and more, as no mail is; it was left out",
        "压缩比超过 200 倍，不像是邮件，未检查",
        "壓縮比超過 200 倍，不像是郵件，未檢查",
    ),
    "error.crashed": (
        "maillint stumbled over this message ({reason})",
        "maillint 处理这封邮件时出错（{reason}）",
        "maillint 處理這封郵件時出錯（{reason}）",
    ),
}


def say(language: str, key: str, **args: Any) -> str:
    """The text of ``key`` in a language ("en", "zh-Hans", "zh-Hant"), with ``args`` filled in."""
    return spoken(_TEXTS, language, key, **args)


def counted(language: str, key: str, n: int, **args: Any) -> str:
    """The same with a number, written with commas where it is a long one."""
    return say(language, key, n=f"{n:,}" if n > 999 else n, **args)


def knows(key: str) -> bool:
    """Whether there is a text of this key."""
    return key in _TEXTS


def error_text(language: str, error: str, reason: str = "") -> str:
    """Why a message could not be read."""
    key = f"error.{error}"
    if knows(key):
        return say(language, key, reason=reason)
    from maillint.report import strings

    return strings.error_text(language, error, reason)
