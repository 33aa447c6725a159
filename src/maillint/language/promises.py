"""Whether words such as attached and 附件 promise a file with this very message.

Each judge sees one such word between what stands before and behind it in its own sentence, in lower case. It says yes
to forms of a promise it knows (promises.txt), so that physical things, other people's files, contract annexes,
refusals and later days fall through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


def is_promise(kind: str, before: str, after: str) -> bool:
    """Whether a word promises a file with this message.

    Args:
        kind: "verb" (attach), "participle" (attached), "noun" (attachment), "here" (here are the slides), "sent" (with
            this mail), "herewith", "sure" (PFA, 随信附上), "han-noun" (附件), "han-verb" (附上), "han-list" (附：),
            "han-done" (已附).
        before: the same sentence up to the word, lower case, single blanks.
        after: the rest of the sentence, a blank in front where one stands.
    """
    return _JUDGES[kind](before, after)


def promised_thing(kind: str, before: str, after: str) -> str:
    """What is promised, in the author's words: "the job description", 复检报告; empty when that cannot be told.

    Args:
        kind: as for ``is_promise``.
        before: the same sentence up to the word, as written, single blanks.
        after: the rest of the sentence, a blank in front where one stands.
    """
    is_noun = kind == "han-noun"
    if kind.startswith("han-") or (kind == "sure" and not (before + after).isascii()):
        named = _has("han-thing-named" if is_noun else "han-thing-after", after)
        match = named or _has("han-thing-before" if is_noun else "han-thing-done", _clause(before))
        return match[1] if match else ""
    match = _has("thing-before", before) or _has("thing-after", after)
    if not match and kind == "participle":
        match = _has("things-beside", after)
    thing = match[1].strip() if match else ""
    return "" if "attachment" in thing else thing[:1].lower() + thing[1:]


def _has(name: str, text: str) -> re.Match[str] | None:
    return pattern("promises.txt", name).search(text)


def _verb(before: str, after: str) -> bool:
    is_denied = _has("denied", before) or _has("nothing", after)
    return bool(_has("verb", before or "and")) and not is_denied and not _has("turned", after)


def _participle(before: str, after: str) -> bool:
    if _has("turned", after) or _has("nothing", after) or _has("thanked", before):
        return False
    if _has("found", before):
        return not before.startswith(("did you", "do you"))
    if _has("beside", before) or _has("here", after):
        return True
    if _has("elsewhere", after) or _has("denied", before):
        return False
    is_front = _has("front", before) and _has("front-after", after)
    is_ellipsis = _has("ellipsis", before + " ") and _has("ellipsis-after", after)
    return bool(_has("state", before) or is_front or is_ellipsis)


def _noun(before: str, after: str) -> bool:
    if _has("noun-denied", before) or _has("noun-after", after) or _has("turned", after):
        return False
    return bool(_has("noun", before) if before else _has("noun-said", after))


def _here(before: str, after: str) -> bool:
    return not before and _has("files", after) is not None and not _has("turned", after)


def _sent(before: str, after: str) -> bool:  # noqa: ARG001
    return bool(_has("sent", before)) and not _has("denied", before)


def _herewith(before: str, after: str) -> bool:
    return not before and bool(_has("herewith", after))


def _sure(before: str, after: str) -> bool:  # noqa: ARG001
    clause = _clause(before)
    return not (_has("han-denied", clause) or _has("han-later", clause) or clause.endswith((" no", " not")))


def _han_noun(before: str, after: str) -> bool:
    clause = _clause(before)
    if _has("han-denied", clause) or _has("han-later", clause + after[:12]) or _has("han-theirs", clause):
        return False
    if any(_has(name, after) for name in ("han-none", "han-broken", "han-had")):
        return False
    if not clause and _has("han-others", before):
        return False
    is_own = not clause or _has("han-own", clause)
    return bool(_has("han-read", clause) or _has("han-inside", after) or (is_own and _has("han-head", after)))


def _han_list(before: str, after: str) -> bool:
    return not before and bool(_has("han-listed", after))


def _han_done(before: str, after: str) -> bool:
    if after.startswith("上"):
        return _han_verb(before, after[1:])
    return (not after or after[0] in "，。；！,;!") and _sure(before, after) and not _has("han-theirs", _clause(before))


def _han_verb(before: str, after: str) -> bool:
    asked = _has("han-asked", pattern("promises.txt", "han-reading").sub("", before))
    return not asked and not _has("han-goods", before + after) and _sure(before, after)


def _clause(before: str) -> str:
    return before[max(map(before.rfind, "，,：:、（(")) + 1 :].strip()


_JUDGES: dict[str, Callable[[str, str], bool]] = {
    "verb": _verb,
    "participle": _participle,
    "noun": _noun,
    "here": _here,
    "sent": _sent,
    "herewith": _herewith,
    "sure": _sure,
    "han-noun": _han_noun,
    "han-verb": _han_verb,
    "han-list": _han_list,
    "han-done": _han_done,
}
