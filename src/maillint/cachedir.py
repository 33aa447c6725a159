"""Where what can be computed anew is kept: the user's cache directory."""

from __future__ import annotations

import os
import sys
from functools import cache


@cache
def folder() -> str:
    """The user's cache directory for maillint; ``MAILLINT_CACHE_DIR`` names another."""
    if chosen := os.environ.get("MAILLINT_CACHE_DIR"):
        return chosen
    if sys.platform not in ("win32", "darwin"):
        return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "maillint")
    from platformdirs import user_cache_dir  # 6 ms at every start, so only where it is needed

    return user_cache_dir("maillint", appauthor=False)
