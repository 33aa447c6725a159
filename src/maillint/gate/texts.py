"""What gates say to people, in English, 简体中文 and 繁體中文."""

from __future__ import annotations

from typing import Any

from maillint.report.strings import spoken

_TEXTS: dict[str, tuple[str, str, str]] = {
    "refused": ("not sent: {what}", "没有发出：{what}", "沒有寄出：{what}"),
    "passed": ("passed on, with a remark: {what}", "已放行，但请留意：{what}", "已放行，但請留意：{what}"),
    "asked": ("before it is sent: {what}", "发出之前请看：{what}", "寄出之前請看：{what}"),
    "found": (
        "{n} finding(s), score {score} ({grade})",
        "发现 {n} 处，得分 {score}（{grade}）",
        "發現 {n} 處，得分 {score}（{grade}）",
    ),
    "late": ("it could not be judged in time", "未能在限定时间内检查完", "未能在限定時間內檢查完"),
    "crashed": ("maillint stumbled over it", "maillint 检查时出错", "maillint 檢查時出錯"),
    "later": ("Send it again later.", "请稍后再发。", "請稍後再寄。"),
    "how.env": (
        "To send it all the same: MAILLINT=off in the environment.",
        "若要照发：请设环境变量 MAILLINT=off。",
        "若要照寄：請設環境變數 MAILLINT=off。",
    ),
    "more": ("and {n} more", "另有 {n} 处", "另有 {n} 處"),
    "how": (
        "To send it all the same: header field X-Maillint: off, or MAILLINT=off in the environment.",
        "若要照发：加邮件头 X-Maillint: off，或设环境变量 MAILLINT=off。",
        "若要照寄：加標頭 X-Maillint: off，或設環境變數 MAILLINT=off。",
    ),
    "how.one": (
        "To quiet one check: X-Maillint-Ignore: {check}. The reader sees neither field.",
        "若只想忽略一项：加邮件头 X-Maillint-Ignore: {check}。这些邮件头都不会发给收件人。",
        "若只想忽略一項：加標頭 X-Maillint-Ignore: {check}。這些標頭都不會寄給收件人。",
    ),
    "unchecked": (
        "sent without being judged: {why}",
        "未经检查即发出：{why}",
        "未經檢查即寄出：{why}",
    ),
    "unsure": (
        "not sent, since it cannot be judged: {why}",
        "无法检查，没有发出：{why}",
        "無法檢查，沒有寄出：{why}",
    ),
    "locked": (
        "{why}; so only what {path} locks is judged",
        "{why}；因此只做 {path} 锁定的检查",
        "{why}；因此只做 {path} 鎖定的檢查",
    ),
    "no-log": ("the log cannot be written: {why}", "日志写不进去：{why}", "記錄檔寫不進去：{why}"),
    "no-command": ("{command} cannot be started: {why}", "{command} 无法启动：{why}", "{command} 無法啟動：{why}"),
    "send": ("s send", "s 照发", "s 照寄"),
    "fix": ("f fix", "f 自动修改", "f 自動修改"),
    "edit": ("e edit", "e 编辑", "e 編輯"),
    "cancel": ("c cancel", "c 取消", "c 取消"),
    "fixed": ("changed:", "已修改：", "已修改："),
    "unfixed": ("there is nothing that could be changed by itself", "没有可以自动修改的地方", "沒有可以自動修改的地方"),
    "clean": ("nothing is left to change", "没有要改的地方了", "沒有要改的地方了"),
    "no-editor": (
        "{command} did not end well; the message is as it was",
        "{command} 没有正常结束；邮件保持原样",
        "{command} 沒有正常結束；郵件保持原樣",
    ),
    "hook.there": (
        '{path} is there already; call maillint from it with the line:  maillint git-hook run "$@" || exit 1',
        '{path} 已经存在；请在其中加上一行：  maillint git-hook run "$@" || exit 1',
        '{path} 已經存在；請在其中加上一行：  maillint git-hook run "$@" || exit 1',
    ),
    "hook.made": (
        "{path}: git send-email asks maillint from now on; to undo: maillint git-hook remove",
        "{path}：git send-email 今后会先经 maillint 检查；要撤销：maillint git-hook remove",
        "{path}：git send-email 今後會先經 maillint 檢查；要復原：maillint git-hook remove",
    ),
    "hook.gone": ("{path} is removed", "{path} 已删除", "{path} 已刪除"),
    "hook.none": (
        "there is no hook of maillint's at {path}",
        "{path} 不是 maillint 装的钩子",
        "{path} 不是 maillint 裝的掛鉤",
    ),
    "relay.ready": (
        "listening on {at}, passing on to {hop}",
        "正在 {at} 监听，邮件转交 {hop}",
        "正在 {at} 接聽，郵件轉交 {hop}",
    ),
    "relay.login": (
        "log in as {user}; the password is in {path}",
        "登录用户名：{user}；密码在 {path}",
        "登入使用者名稱：{user}；密碼在 {path}",
    ),
    "relay.open": (
        "no login is asked for: every program on this machine can send",
        "不要求登录：本机的任何程序都可以经此发信",
        "不要求登入：本機的任何程式都可以經此寄信",
    ),
    "relay.unjudged": (
        "a message could not be judged: {why}",
        "有一封邮件未能检查：{why}",
        "有一封郵件未能檢查：{why}",
    ),
    "relay.bug": (
        "this is a bug in maillint: {why}; the sender was told to try again",
        "maillint 出错：{why}；已请发件人稍后重发",
        "maillint 出錯：{why}；已請寄件人稍後重寄",
    ),
    "hook.how": (
        "To send it all the same: git send-email --no-validate, or MAILLINT=off in the environment.",
        "若要照发：git send-email --no-validate，或设环境变量 MAILLINT=off。",
        "若要照寄：git send-email --no-validate，或設環境變數 MAILLINT=off。",
    ),
}


def say(language: str, key: str, **args: Any) -> str:
    """The text of ``key`` in a language ("en", "zh-Hans", "zh-Hant"), with ``args`` filled in."""
    return spoken(_TEXTS, language, key, **args)
