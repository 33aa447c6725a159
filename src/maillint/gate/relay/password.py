"""The relay's own password, and those it logs in with elsewhere."""

from __future__ import annotations

import os
import secrets

from maillint.passwords import SOURCES, PasswordError, password

__all__ = ["SOURCES", "PasswordError", "own", "password"]


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
