"""What the audit of a mailbox says to people, in English, 简体中文 and 繁體中文."""

from __future__ import annotations

from typing import Any

from maillint.report.strings import spoken

_TEXTS: dict[str, tuple[str, str, str]] = {
    "extra": (
        "reading a mailbox needs IMAPClient: pip install 'maillint[imap]'",
        "读取邮箱需要 IMAPClient：pip install 'maillint[imap]'",
        "讀取信箱需要 IMAPClient：pip install 'maillint[imap]'",
    ),
    "extra-oauth": (
        "signing in with a browser needs {package}: pip install 'maillint[imap]'",
        "用浏览器登录需要 {package}：pip install 'maillint[imap]'",
        "用瀏覽器登入需要 {package}：pip install 'maillint[imap]'",
    ),
    "url": (
        "this is no address of a mailbox; write it as imaps://USER@HOST or imaps://USER@HOST/FOLDER",
        "这不是邮箱地址；请写成 imaps://用户名@主机 或 imaps://用户名@主机/文件夹",
        "這不是信箱位址；請寫成 imaps://使用者@主機 或 imaps://使用者@主機/資料夾",
    ),
    "url-password": (
        (
            "a password in the address can be read by every program on this machine, and stays in the shell's history; "
            "take it out. maillint asks for it, or takes it from --password or --password-command"
        ),
        (
            "地址里写了密码：本机的其他程序都看得到，还会留在命令行历史里。请删去；maillint 会询问密码，"
            "或用 --password、--password-command 取得"
        ),
        (
            "位址裡寫了密碼：本機的其他程式都看得到，還會留在命令列歷史裡。請刪去；maillint 會詢問密碼，"
            "或用 --password、--password-command 取得"
        ),
    ),
    "certificate": (
        (
            "{at}: its certificate is not trusted ({why}); nothing was sent to it. If the server is your own, name its "
            "authority with --ca FILE"
        ),
        "{at}：证书不可信（{why}），没有向它发送任何内容。若是自己的服务器，请用 --ca 文件 指定签发机构",
        "{at}：憑證不受信任（{why}），沒有向它傳送任何內容。若是自己的伺服器，請用 --ca 檔案 指定簽發機構",
    ),
    "authority": (
        "--ca {path}: holds no certificate that can be read",
        "--ca {path}：里面没有能读取的证书",
        "--ca {path}：裡面沒有能讀取的憑證",
    ),
    "tls": (
        "{at}: no secure connection comes about ({why}); imaps:// usually means port 993, imap:// port 143",
        "{at}：无法建立加密连接（{why}）；imaps:// 一般用 993 端口，imap:// 用 143 端口",
        "{at}：無法建立加密連線（{why}）；imaps:// 一般用 993 連接埠，imap:// 用 143 連接埠",
    ),
    "no-starttls": (
        "{at}: offers no encryption (STARTTLS), so no password is sent; try imaps://",
        "{at}：不支持加密（STARTTLS），所以没有发送密码；请改用 imaps://",
        "{at}：不支援加密（STARTTLS），所以沒有送出密碼；請改用 imaps://",
    ),
    "unknown-host": (
        "{host}: there is no such server ({why}); look at how its name is written, and at the network",
        "{host}：找不到这台服务器（{why}）；请检查主机名和网络",
        "{host}：找不到這台伺服器（{why}）；請檢查主機名稱和網路",
    ),
    "refused": (
        "{at}: refuses the connection; look at host and port, and whether IMAP is switched on there",
        "{at}：拒绝连接；请检查主机和端口，以及是否已开启 IMAP",
        "{at}：拒絕連線；請檢查主機和連接埠，以及是否已開啟 IMAP",
    ),
    "silent": (
        "{at}: does not answer in time; look at host, port and the network, then try again",
        "{at}：没有及时响应；请检查主机、端口和网络，然后重试",
        "{at}：沒有及時回應；請檢查主機、連接埠和網路，然後重試",
    ),
    "unreachable": (
        "{at}: cannot be reached ({why}); look at the network, then try again",
        "{at}：无法连接（{why}）；请检查网络后重试",
        "{at}：無法連線（{why}）；請檢查網路後重試",
    ),
    "not-imap": (
        "{at}: does not answer as an IMAP server does ({why}); look at host and port",
        "{at}：不像是 IMAP 服务器（{why}）；请检查主机和端口",
        "{at}：不像是 IMAP 伺服器（{why}）；請檢查主機和連接埠",
    ),
    "login": (
        (
            "{at}: refuses the password of {user} ({why}). Gmail, iCloud, QQ and 163 want a password made for apps "
            "(an authorisation code)"
        ),
        "{at}：{user} 的密码不对（{why}）。QQ、163、Gmail、iCloud 须用授权码或应用专用密码，而不是登录密码",
        "{at}：{user} 的密碼不對（{why}）。Gmail、iCloud、QQ、163 須用應用程式密碼或授權碼，而不是登入密碼",
    ),
    "token": (
        (
            "{at}: refuses the access token of {user} ({why}); it has expired or is for something else. Get a new one, "
            "or sign in again with --oauth"
        ),
        "{at}：{user} 的访问令牌无效（{why}），可能已过期或权限不对。请换新的令牌，或用 --oauth 重新登录",
        "{at}：{user} 的存取權杖無效（{why}），可能已過期或權限不對。請換新的權杖，或用 --oauth 重新登入",
    ),
    "no-oauth": (
        "{at}: takes no access tokens (neither OAUTHBEARER nor XOAUTH2); use a password",
        "{at}：不接受访问令牌（没有 OAUTHBEARER 和 XOAUTH2）；请改用密码",
        "{at}：不接受存取權杖（沒有 OAUTHBEARER 和 XOAUTH2）；請改用密碼",
    ),
    "no-password-login": (
        "{at}: takes no passwords here ({why}); use --oauth or --token-command",
        "{at}：不接受密码登录（{why}）；请用 --oauth 或 --token-command",
        "{at}：不接受密碼登入（{why}）；請用 --oauth 或 --token-command",
    ),
    "ascii-login": (
        "{at}: has no way of logging in with letters other than ASCII; choose a password of ASCII",
        "{at}：登录只能用 ASCII 字符；请换一个只含英文字母、数字和符号的密码",
        "{at}：登入只能用 ASCII 字元；請換一個只含英文字母、數字和符號的密碼",
    ),
    "no-folder": (
        "{at}: {user} has no folder {folder}. There are: {folders}",
        "{at}：{user} 没有名为 {folder} 的文件夹。现有：{folders}",
        "{at}：{user} 沒有名為 {folder} 的資料夾。現有：{folders}",
    ),
    "no-sent": (
        (
            "{at}: no folder of {user} is known as the one of sent mail; name it behind the host, as in {example}. "
            "There are: {folders}"
        ),
        "{at}：认不出 {user} 的已发送文件夹；请把它写在主机后面，例如 {example}。现有：{folders}",
        "{at}：認不出 {user} 的寄件備份資料夾；請把它寫在主機後面，例如 {example}。現有：{folders}",
    ),
    "several-sent": (
        "{at}: several folders of {user} may hold the sent mail: {folders}. Name one behind the host, as in {example}",
        "{at}：{user} 有好几个文件夹都像是已发送：{folders}。请把要用的写在主机后面，例如 {example}",
        "{at}：{user} 有好幾個資料夾都像是寄件備份：{folders}。請把要用的寫在主機後面，例如 {example}",
    ),
    "refused-folder": (
        "{at}: does not let the folder {folder} be read ({why})",
        "{at}：无法读取文件夹 {folder}（{why}）",
        "{at}：無法讀取資料夾 {folder}（{why}）",
    ),
    "dropped": (
        (
            "{at}: the connection broke off {times} times in a row ({why}). What was judged is kept: the same command "
            "goes on from there"
        ),
        "{at}：连接连续中断 {times} 次（{why}）。已检查的都保存了，重新运行同一命令即可继续",
        "{at}：連線連續中斷 {times} 次（{why}）。已檢查的都保存了，重新執行同一命令即可繼續",
    ),
    "busy": (
        (
            "{at}: asks to be left alone for a while ({why}). What was judged is kept: the same command goes on from "
            "there later"
        ),
        "{at}：服务器要求稍后再来（{why}）。已检查的都保存了，过一段时间重新运行同一命令即可继续",
        "{at}：伺服器要求稍後再來（{why}）。已檢查的都保存了，過一段時間重新執行同一命令即可繼續",
    ),
    "again": (
        "{at}: {why}; trying again in {seconds} s",
        "{at}：{why}；{seconds} 秒后重试",
        "{at}：{why}；{seconds} 秒後重試",
    ),
    "anew": (
        "{at}: the server has numbered {folder} anew (UIDVALIDITY); it is read once more, and nothing counts twice",
        "{at}：服务器给 {folder} 重新编了号（UIDVALIDITY）；将重新读取一遍，已有的邮件只计一次",
        "{at}：伺服器給 {folder} 重新編了號（UIDVALIDITY）；將重新讀取一遍，已有的郵件只計一次",
    ),
    "broke-off": ("the connection broke off", "连接中断", "連線中斷"),
    "ask": ("Password of {user} at {host}: ", "{host} 上 {user} 的密码：", "{host} 上 {user} 的密碼："),
    "no-password": (
        (
            "there is no password of {user} at {host}: put it into the keyring (keyring set {host} {user}), into the "
            "environment as MAILLINT_IMAP_PASSWORD, or name a command with --password-command"
        ),
        (
            "没有 {user} 在 {host} 的密码：请存入密钥环（keyring set {host} {user}），或放进环境变量 "
            "MAILLINT_IMAP_PASSWORD，"
            "或用 --password-command 指定取密码的命令"
        ),
        (
            "沒有 {user} 在 {host} 的密碼：請存入鑰匙圈（keyring set {host} {user}），或放進環境變數 "
            "MAILLINT_IMAP_PASSWORD，"
            "或用 --password-command 指定取密碼的命令"
        ),
    ),
    "one-way": (
        "--password, --password-command, --token-command and --oauth: one of them is enough",
        "--password、--password-command、--token-command、--oauth 只能用其中一个",
        "--password、--password-command、--token-command、--oauth 只能用其中一個",
    ),
    "source": ("{option}: {why}", "{option}：{why}", "{option}：{why}"),
    "command": (
        "{option}: {program} {why}",
        "{option}：{program} {why}",
        "{option}：{program} {why}",
    ),
    "command.missing": ("cannot be started", "无法启动", "無法啟動"),
    "command.late": ("gives no answer in {seconds} s", "{seconds} 秒内没有结果", "{seconds} 秒內沒有結果"),
    "command.failed": ("ends with status {status}", "以状态 {status} 结束", "以狀態 {status} 結束"),
    "command.empty": ("prints nothing", "没有输出", "沒有輸出"),
    "oauth-host": (
        "--oauth: which sign-in {host} uses is not known; say --oauth microsoft or --oauth google",
        "--oauth：不知道 {host} 用哪种登录；请写 --oauth microsoft 或 --oauth google",
        "--oauth：不知道 {host} 用哪種登入；請寫 --oauth microsoft 或 --oauth google",
    ),
    "oauth-client": (
        "--oauth {provider} needs the number of an app registered there: --oauth-client ID; docs/imap.md says how",
        "--oauth {provider} 需要在那里注册的应用编号：--oauth-client ID；做法见 docs/imap.md",
        "--oauth {provider} 需要在那裡註冊的應用程式編號：--oauth-client ID；做法見 docs/imap.md",
    ),
    "oauth-secret": (
        "--oauth google needs the secret of the app: --oauth-client-secret keyring:SERVICE/USER, env:NAME or file:PATH",
        "--oauth google 需要应用的密钥：--oauth-client-secret keyring:SERVICE/USER、env:NAME 或 file:PATH",
        "--oauth google 需要應用程式的密鑰：--oauth-client-secret keyring:SERVICE/USER、env:NAME 或 file:PATH",
    ),
    "oauth-nobody": (
        "{user} has to sign in once, at a terminal: run the same command there",
        "{user} 需要先在终端里登录一次：请在终端运行同一命令",
        "{user} 需要先在終端機裡登入一次：請在終端機執行同一命令",
    ),
    "oauth-go": (
        "Open {url} in a browser and enter the code {code} to sign in as {user}.",
        "请用浏览器打开 {url}，输入代码 {code}，以 {user} 登录。",
        "請用瀏覽器開啟 {url}，輸入代碼 {code}，以 {user} 登入。",
    ),
    "oauth-page": (
        "Open this page in a browser on this machine and sign in as {user}:\n{url}",
        "请在本机浏览器打开下面的网页，以 {user} 登录：\n{url}",
        "請在本機瀏覽器開啟下面的網頁，以 {user} 登入：\n{url}",
    ),
    "oauth-done": (
        "Signed in. You can close this page.",
        "已登录，可以关闭此页面。",
        "已登入，可以關閉此頁面。",
    ),
    "oauth-failed": (
        "signing in as {user} did not work ({why}); run the same command to try again",
        "以 {user} 登录没有成功（{why}）；重新运行同一命令可再试",
        "以 {user} 登入沒有成功（{why}）；重新執行同一命令可再試",
    ),
    "oauth-keyring": (
        "the sign-in could not be kept ({why}); it will be asked for again next time",
        "登录状态没能保存（{why}），下次还要再登录",
        "登入狀態沒能保存（{why}），下次還要再登入",
    ),
}


def say(language: str, key: str, **args: Any) -> str:
    """The text of ``key`` in a language ("en", "zh-Hans", "zh-Hant"), with ``args`` filled in."""
    return spoken(_TEXTS, language, key, **args)
