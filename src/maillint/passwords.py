"""Passwords: from the keyring, the environment or a file, never from a command line, which others can read."""

from __future__ import annotations

import os
import secrets
from importlib import import_module

SOURCES = "keyring:SERVICE/USER, env:NAME or file:PATH"


class PasswordError(Exception):
    """A password cannot be had; the text says why, without it."""


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
        raise PasswordError(f"a password comes from {SOURCES}")
    found = _KINDS[kind](name)
    if not found:
        raise PasswordError(f"{source}: there is no password")
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
        raise PasswordError(f"{path}: {error.strerror}") from error
    return password(f"file:{path}")


def _from_environment(name: str) -> str:
    return os.environ.pop(name, "")


def _from_file(path: str) -> str:
    path = os.path.expanduser(path)
    try:
        with open(path, encoding="utf-8") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & 0o077:
                raise PasswordError(f"{path}: others can read it; chmod 600 it")
            return file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise PasswordError(f"{path}: it cannot be read") from error


def _from_keyring(name: str) -> str:
    service, _, user = name.rpartition("/")
    try:
        keyring = import_module("keyring")
        return str(keyring.get_password(service, user) or "")
    except ImportError as error:
        raise PasswordError("keyring: needs pip install keyring") from error
    except Exception as error:  # backends raise what they like
        raise PasswordError(f"keyring: {error}") from error


_KINDS = {"env": _from_environment, "file": _from_file, "keyring": _from_keyring}
