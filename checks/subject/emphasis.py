"""Subjects that shout: capitals, repeated marks, stars, piles of brackets."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, better_subjects, replace, shouts, subject_words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_SIGNS = "!！?？★☆♥♡◆◇※●▶►【~～*"
_LONG = 4
_LONGEST = 500
_ADVERBS = ("TODAY", "TOMORROW", "TONIGHT", "YESTERDAY", "NOW")
_NEAR = " \t–-—:：,，"


@cache
def _marks() -> re.Pattern[str]:
    import re

    return re.compile(r"[!！?？]{2,}|[★☆♥♡◆◇※●▶►]+|\*{2,}|[~～]{2,}")


@cache
def _brackets() -> re.Pattern[str]:
    import re

    return re.compile(r"【([^【】]{1,20})】")


@cache
def _doubled() -> re.Pattern[str]:
    """One bracket behind another that says the same: 【紧急】【紧急】."""
    import re

    return re.compile(r"(【[^【】]{1,20}】)(?:\1)+")


@cache
def _starred() -> re.Pattern[str]:
    """A word between stars with brackets around, as filters write it: ``[***SPAM***]``."""
    import re

    return re.compile(r"\[(\*{2,}[^\[\]*]{1,40}\*{2,})\]")


@cache
def _capitals() -> re.Pattern[str]:
    import re

    return re.compile(r"(?<![A-Za-z])[A-Z]{3,}(?: [A-Z]{3,})+(?![A-Za-z])")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The shouted stretch of the subject, and the same said calmly."""
    subject = draft.subject or ""
    offset = sum(map(len, draft.reply_prefixes))
    bare = subject[offset : offset + _LONGEST].rstrip()
    loud = list(_loud(bare, rule.options["max-brackets"]))
    if not loud:
        return
    start = _clause_start(bare, min(start for start, _ in loud))
    end = max(end for _, end in loud)
    end += len(bare[end:]) - len(bare[end:].lstrip("!！?？ "))
    calm = _calm(bare, draft.text)
    span = Span("subject", offset + start, offset + end)
    whole = Span("subject", offset, offset + len(bare))
    rewrite = replace(Grade.SUGGESTED, [(whole, calm)]) if calm else None
    if not draft.reply_prefixes and _is_plain(calm) and (better := better_subjects(draft, keep=False)).edits:
        rewrite, calm = better, ""
    yield rule.finding(draft, span, key="main" if calm else "bare", rewrite=rewrite, calm=calm)


def _loud(bare: str, most: int) -> Iterator[tuple[int, int]]:
    if any(sign in bare for sign in _SIGNS):
        marks = [match.span() for match in _marks().finditer(bare)]
        yield from marks
        yield from (match.span() for match in _capitals().finditer(bare) if marks)
        brackets = [match.span() for match in _brackets().finditer(bare)]
        if len(brackets) > most:
            yield brackets[0][0], brackets[-1][1]
    if not any(word.isupper() and len(word) > 1 for word in bare.split()):
        return
    if _is_all_capitals(bare):
        yield 0, len(bare)
    else:
        yield from ((shout.start, shout.end) for shout in shouts(bare))


def _is_all_capitals(bare: str) -> bool:
    """Whether every word of the subject is in capitals, two or more longer ones among them."""
    letters = [sign for sign in bare if sign.isalpha() and sign < "\u2e80"]
    words = [word for word in bare.replace("-", " ").split() if word.isupper() and len(word.strip(".,:!?")) >= _LONG]
    return bool(letters) and all(map(str.isupper, letters)) and len(words) > 1 and len(letters) * 2 > len(bare)


def _clause_start(bare: str, start: int) -> int:
    """Where the words begin that the marks hang on."""
    while start and bare[start - 1] not in ".。;；!！?？":
        start -= 1
    return start


def _calm(bare: str, text: str) -> str:
    """The subject without its marks, in lower case but for names and acronyms; each shouted part once."""
    is_shouted = _is_all_capitals(_marks().sub(" ", bare))
    bare = _doubled().sub(r"\1", bare) if "】【" in bare else bare
    bare = _brackets().sub(r"\1，", bare) if bare.count("【") > 1 else bare
    bare = _starred().sub(r"\1 ", bare) if "[*" in bare else bare
    joined = _joined(_parts(bare), is_han=any(sign > "\u2e80" for sign in bare))
    if is_shouted or _is_all_capitals(joined):
        calm = " ".join(_quiet(word, text, index) for index, word in enumerate(joined.split()))
    else:
        calm = _without_shouts(joined)
    return calm + bare[-1:] * (bare[-1:] in "?？" and calm[-1:] not in "?？")


def _parts(bare: str) -> list[str]:
    """What stands between the marks, each part once."""
    parts: list[str] = []
    for part in _marks().split(bare):
        plain = part.strip(_NEAR + "!！")
        plain = plain.capitalize() if plain.isupper() and len(plain) > _LONG and _is_plain(plain) else plain
        if plain and plain.lower() not in map(str.lower, parts):
            parts.append(plain)
    return parts


def _joined(parts: list[str], *, is_han: bool) -> str:
    """The parts in one line, a colon behind the first where it only says how urgent the rest is."""
    comma, colon = ("，", "：") if is_han else (", ", ": ")
    if len(parts) > 1 and _is_plain(parts[0]):
        return parts[0] + colon + comma.join(parts[1:])
    return comma.join(parts)


def _without_shouts(joined: str) -> str:
    for shout in reversed(list(shouts(joined))):
        joined = joined[: shout.start] + shout.calm + joined[shout.end :]
    words = [
        word.lower() if len(word) > _LONG and word.isascii() and word.isupper() and _is_plain(word) else word
        for word in joined.split()
    ]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]]) if words else joined


def _is_plain(word: str) -> bool:
    return all(part.kind not in ("content", "number", "name") for part in subject_words(word))


def _quiet(word: str, text: str, index: int) -> str:
    """One word as the text writes it; a word the text does not have stays when it may be an acronym or a code."""
    core = word.strip(".,:;!?()\"'“”-")
    if not core.isupper() or not core.isascii() or any(map(str.isdigit, core)):
        return word
    kind = next((part.kind for part in subject_words(core)), "")
    seen = _seen(core, text)
    is_acronym = seen.isupper() and (len(core) <= _LONG or not _shouts_all_over(text))
    if (is_acronym and kind != "date") or (not seen and kind == "content" and len(core) < _LONG):
        return word
    is_name = (kind == "date" and core not in _ADVERBS) or (seen[:1].isupper() and not seen.isupper())
    return word.replace(core, core.capitalize() if is_name or index == 0 else core.lower())


def _shouts_all_over(text: str) -> bool:
    head = text[:_LONGEST]
    return 2 * sum(map(str.isupper, head)) > sum(map(str.isalpha, head))


def _seen(core: str, text: str) -> str:
    """How the text writes a word; empty where it stands at the head of a sentence only, or not at all."""
    low, at = text.lower(), -1
    while (at := low.find(core.lower(), at + 1)) >= 0:
        before = text[:at].rstrip("\"'“( ")[-1:]
        after = low[at + len(core) : at + len(core) + 1]
        if (before.isalnum() or before == ",") and not after.isalnum() and not low[at - 1].isalnum():
            return text[at : at + len(core)]
    return ""
