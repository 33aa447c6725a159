"""The systemd units of the milter, with the command as it is installed here."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.resources import files

KINDS = ("service", "socket")


def unit(kind: str) -> str:
    """The text of a unit.

    Args:
        kind: "service" or "socket".

    Returns:
        The unit, whose ExecStart names the maillint that is running now.
    """
    text = files(__package__).joinpath(f"maillint-milter.{kind}").read_text(encoding="utf-8")
    return text.replace("@MAILLINT@", _command())


def _command() -> str:
    beside = os.path.join(os.path.dirname(os.path.abspath(sys.executable)), "maillint")
    found = beside if os.path.exists(beside) else shutil.which("maillint")
    return os.path.abspath(found) if found else f"{sys.executable} -m maillint"
