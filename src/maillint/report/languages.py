"""In which language maillint speaks to its user: "en", "zh-Hans" or "zh-Hant"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRADITIONAL = ("hant", "tw", "hk", "mo")


def normalise(tag: str) -> str | None:
    """The language for a tag (BCP 47) or a POSIX locale name; None when it is none of ours.

    ``zh``, ``zh-CN``, ``zh_SG.UTF-8`` are simplified, ``zh-TW``, ``zh_HK``, ``zh-Hant`` traditional Chinese.
    """
    words = tag.partition(".")[0].partition("@")[0].replace("_", "-").lower().split("-")
    if words[0] == "en" or words[0] in ("c", "posix"):
        return "en"
    if words[0] not in ("zh", "yue", "cmn"):
        return None
    if "hans" in words:
        return "zh-Hans"
    return "zh-Hant" if words[0] == "yue" or any(word in _TRADITIONAL for word in words) else "zh-Hans"


def from_environment(environ: Mapping[str, str]) -> str:
    """The language of the locale: the first set of LC_ALL, LC_MESSAGES, LANG (POSIX 8.2); English by default."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return normalise(value) or "en"
    return "en"
