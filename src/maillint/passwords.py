"""Passwords: from the keyring, the environment or a file, never from a command line, which others can read."""

from __future__ import annotations

import os
import secrets
from importlib import import_module

from maillint.finding import LANGUAGES

SOURCES = "keyring:SERVICE/USER, env:NAME or file:PATH"
_TEXTS: dict[str, tuple[str, str, str]] = {
    "kind": (
        f"a password comes from {SOURCES}",
        "密码来自 keyring:服务/用户、env:变量名 或 file:路径",
        "密碼來自 keyring:服務/使用者、env:變數名 或 file:路徑",
    ),
    "none": ("{source}: there is no password", "{source}：没有密码", "{source}：沒有密碼"),
    "made": ("{source}: {reason}", "{source}：{reason}", "{source}：{reason}"),
    "seen": (
        "{source}: others can read it; chmod 600 it",
        "{source}：别人也能读这个文件；请执行 chmod 600",
        "{source}：別人也能讀這個檔案；請執行 chmod 600",
    ),
    "unread": ("{source}: it cannot be read", "{source}：无法读取", "{source}：無法讀取"),
    "keyring": (
        "keyring: needs pip install keyring",
        "keyring：请先 pip install keyring",
        "keyring：請先 pip install keyring",
    ),
}


class PasswordError(Exception):
    """A password cannot be had; the text says why, without it."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self._key = key
        self._values = values

    def told(self, language: str) -> str:
        """Why, in "en", "zh-Hans" or "zh-Hant"."""
        return _TEXTS[self._key][LANGUAGES.index(language)].format(**self._values)

    def __str__(self) -> str:
        return self.told("en")


def password(source: str) -> str:
    """The password that a source gives.

    Args:
        source: ``keyring:SERVICE/USER``, ``env:NAME`` (which is taken out of the environment) or ``file:PATH``, of
            which the first line counts and which nobody else may read.

    Raises:
        PasswordError: there is none.
    """
    kind, _, name = source.partition(":")
    if kind not in _KINDS or not name:
        raise PasswordError("kind")
    found = _KINDS[kind](name)
    if not found:
        raise PasswordError("none", source=source)
    return found


def own(path: str) -> str:
    """The relay's own password, kept in a file that only this user reads; made up the first time.

    Raises:
        PasswordError: the file cannot be made or read.
    """
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(f"{secrets.token_urlsafe(18)}\n")
    except FileExistsError:
        pass
    except OSError as error:
        raise PasswordError("made", source=path, reason=error.strerror or "") from error
    return password(f"file:{path}")


def _from_environment(name: str) -> str:
    return os.environ.pop(name, "")


def _from_file(path: str) -> str:
    path = os.path.expanduser(path)
    try:
        with open(path, encoding="utf-8") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & 0o077:
                raise PasswordError("seen", source=path)
            return file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise PasswordError("unread", source=path) from error


def _from_keyring(name: str) -> str:
    service, _, user = name.rpartition("/")
    try:
        keyring = import_module("keyring")
        return str(keyring.get_password(service, user) or "")
    except ImportError as error:
        raise PasswordError("keyring") from error
    except Exception as error:  # backends raise what they like
        raise PasswordError("made", source="keyring", reason=str(error)) from error


_KINDS = {"env": _from_environment, "file": _from_file, "keyring": _from_keyring}
