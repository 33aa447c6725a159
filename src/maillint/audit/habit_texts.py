"""What the page says of habits: a heading, a sentence by case, and what a store like this cannot tell."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "habits.lead": (
        "Counted over messages taken together: who waited how long, and what came in twos.",
        "把邮件放在一起看：对方等了多久，哪些话分成两封才说完。",
        "把郵件放在一起看：對方等了多久，哪些話分成兩封才說完。",
    ),
    "response-time": ("How long others wait", "对方等多久", "對方等多久"),
    "response-time.told": (
        "Half of the answers came within {median}; {day} within a day.",
        "一半的回复在 {median}内发出，{day} 在一天之内。",
        "一半的回覆在 {median}內寄出，{day} 在一天之內。",
    ),
    "response-time.unknown": (
        "No reply tells when the mail it answers was written.",
        "没有一封回复注明原邮件的时间。",
        "沒有一封回覆註明原郵件的時間。",
    ),
    "response-time.limit": (
        (
            "Known for {known} of {replies} replies: from the line above their quote, or from the mail itself where "
            "it is in the store. Nights and weekends count; mail that was never answered does not show."
        ),
        (
            "{replies} 封回复中有 {known} 封可以算出：看引文上方的时间，或数据中的原邮件。夜间和周末也计入；"
            "从未回复的邮件看不出来。"
        ),
        (
            "{replies} 封回覆中有 {known} 封可以算出：看引文上方的時間，或資料中的原郵件。夜間和週末也計入；"
            "從未回覆的郵件看不出來。"
        ),
    ),
    "wait.0": ("up to 1 hour", "1 小时内", "1 小時內"),
    "wait.1": ("up to 4 hours", "4 小时内", "4 小時內"),
    "wait.2": ("up to a day", "1 天内", "1 天內"),
    "wait.3": ("up to 3 days", "3 天内", "3 天內"),
    "wait.4": ("longer", "更久", "更久"),
    "minutes": ("{n} minute(s)", "{n} 分钟", "{n} 分鐘"),
    "hours": ("{n} hours", "{n} 小时", "{n} 小時"),
    "days": ("{n} days", "{n} 天", "{n} 天"),
    "acknowledgement": ("A word before a late answer", "回复要晚时，先打招呼", "回覆要晚時，先打招呼"),
    "acknowledgement.told": (
        "{late} answers took longer than a day; {announced} of them ({share}) were announced by an earlier word.",
        "{late} 封回复超过一天，其中 {announced} 封（{share}）事先打过招呼。",
        "{late} 封回覆超過一天，其中 {announced} 封（{share}）事先打過招呼。",
    ),
    "acknowledgement.unknown": (
        "No answer took longer than a day, as far as the mail tells.",
        "就邮件所见，没有超过一天才回的。",
        "就郵件所見，沒有超過一天才回的。",
    ),
    "acknowledgement.limit": (
        "An earlier word is a mail in the same thread within a day of the question. A call or a chat does not show.",
        "事先打招呼，指来信后一天内在同一往来中先回过一封。电话、聊天看不出来。",
        "事先打招呼，指來信後一天內在同一往來中先回過一封。電話、聊天看不出來。",
    ),
    "afterthought": ("Afterthoughts", "“补充”“更正”", "「補充」「更正」"),
    "afterthought.told": (
        "Sent to the same people within ten minutes of another: {n} mail(s) ({share}).",
        "{n} 封邮件（{share}）在十分钟内又发给了同一批人。",
        "{n} 封郵件（{share}）在十分鐘內又寄給了同一批人。",
    ),
    "afterthought.none": (
        "No mail went to the same people within ten minutes of another.",
        "没有哪封邮件在十分钟内又补发给同一批人。",
        "沒有哪封郵件在十分鐘內又補寄給同一批人。",
    ),
    "afterthought.unknown": (
        "No message has a date and readers.",
        "没有带日期和收件人的邮件。",
        "沒有帶日期和收件人的郵件。",
    ),
    "afterthought.limit": (
        "Answers in different threads are left out; two new matters sent one after the other do count.",
        "分属不同往来的回复不算；先后发出的两件新事会算在内。",
        "分屬不同往來的回覆不算；先後寄出的兩件新事會算在內。",
    ),
    "ping-pong": ("To and fro in one day", "一天之内来来回回", "一天之內來來回回"),
    "ping-pong.told": (
        (
            "{n} times two people sent each other four replies or more about one matter in a day, {most} at most: a "
            "call would have done."
        ),
        "有 {n} 次，两个人为同一件事一天来回四封以上，最多 {most} 封：打个电话更快。",
        "有 {n} 次，兩個人為同一件事一天來回四封以上，最多 {most} 封：打通電話更快。",
    ),
    "ping-pong.none": (
        "No matter went to and fro more than three times in a day.",
        "没有一件事在一天之内来回超过三次。",
        "沒有一件事在一天之內來回超過三次。",
    ),
    "ping-pong.unknown": ("No reply names its thread.", "没有一封回复带有往来标识。", "沒有一封回覆帶有往來識別。"),
    "ping-pong.limit": (
        "Where only one side is in the store, a reply of the other is taken to stand between two of its own.",
        "数据中只有一方邮件时，按两封之间对方回过一封计算。",
        "資料中只有一方郵件時，按兩封之間對方回過一封計算。",
    ),
    "urgency": ("Cries of urgency", "动不动就“紧急”", "動不動就「緊急」"),
    "urgency.told": (
        "Called urgent without a date: {n} mail(s) ({share}).",
        "{n} 封邮件（{share}）说急，却没有写期限。",
        "{n} 封郵件（{share}）說急，卻沒有寫期限。",
    ),
    "urgency.none": (
        "No mail is called urgent without a date.",
        "没有只说急、不写期限的邮件。",
        "沒有只說急、不寫期限的郵件。",
    ),
    "urgency.unknown": ("No message was judged.", "没有检查过的邮件。", "沒有檢查過的郵件。"),
    "urgency.limit": (
        "Urgent mail that says by when is fine and not counted.",
        "写明期限的急件没有问题，不计入。",
        "寫明期限的急件沒有問題，不計入。",
    ),
    "politeness": ("Equally warm to all", "对谁都一样客气", "對誰都一樣客氣"),
    "politeness.told": (
        "Tone or service slips in {most} of the mail to {worst}, and in {least} of that to {best}.",
        "写给 {worst} 的邮件有 {most} 在语气或服务上有问题，写给 {best} 的只有 {least}。",
        "寫給 {worst} 的郵件有 {most} 在語氣或服務上有問題，寫給 {best} 的只有 {least}。",
    ),
    "politeness.even": (
        "Between {least} and {most} to every domain: nobody is treated worse.",
        "各域名都在 {least} 到 {most} 之间，没有厚此薄彼。",
        "各網域都在 {least} 到 {most} 之間，沒有厚此薄彼。",
    ),
    "politeness.unknown": (
        "Fewer than two domains got twenty messages or more.",
        "收到二十封以上的域名不足两个，无法比较。",
        "收到二十封以上的網域不足兩個，無法比較。",
    ),
    "politeness.limit": (
        "Findings of the chapters tone and service, by the recipients’ domain, twenty messages or more.",
        "按收件人域名统计语气和服务两类问题，只看二十封以上的。",
        "按收件人網域統計語氣和服務兩類問題，只看二十封以上的。",
    ),
    "superiors": ("Open questions to superiors", "把难题推给上级", "把難題推給上級"),
    "superiors.told": (
        "{n} of {sent} mails to superiors ({share}) do not say what is wanted of them.",
        "发给上级的 {sent} 封邮件里，有 {n} 封（{share}）没说清要他们做什么。",
        "寄給上級的 {sent} 封郵件裡，有 {n} 封（{share}）沒說清要他們做什麼。",
    ),
    "superiors.unknown": (
        "Nobody was named as a superior: maillint audit report STORE --superior ADDRESS.",
        "没有指定上级：maillint audit report STORE --superior 地址。",
        "沒有指定上級：maillint audit report STORE --superior 地址。",
    ),
    "superiors.limit": (
        "Counted by the check request-unclear; a mailbox does not say who is whose superior.",
        "按 request-unclear 检查项统计；谁是上级，邮箱里看不出来。",
        "按 request-unclear 檢查項統計；誰是上級，信箱裡看不出來。",
    ),
    "follow-up": ("Coming back to customers", "事后回访", "事後回訪"),
    "follow-up.told": (
        "{n} of {threads} customer threads ({share}) were taken up again, unasked, two to thirty days later.",
        "{threads} 组客户往来中，有 {n} 组（{share}）在两天到三十天内主动回访过。",
        "{threads} 組客戶往來中，有 {n} 組（{share}）在兩天到三十天內主動回訪過。",
    ),
    "follow-up.unknown": (
        "There is no mail to customers that is a month old.",
        "没有一个月以前的客户邮件。",
        "沒有一個月以前的客戶郵件。",
    ),
    "follow-up.limit": (
        "Mail of the profile customer-service. A visit, a call or a new thread does not show.",
        "只看场合为 customer-service 的邮件。登门、电话或另起的往来看不出来。",
        "只看場合為 customer-service 的郵件。登門、電話或另起的往來看不出來。",
    ),
}
