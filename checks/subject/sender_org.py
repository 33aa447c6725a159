"""First letters whose subject does not say which house they come from."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_PRIVATE = (
    *("gmail", "googlemail", "outlook", "hotmail", "live", "yahoo", "icloud", "qq", "foxmail", "163", "126"),
    *("sina", "gmx", "web"),
)
_STAYS = frozenset(("the", "at", "of", "from", "with", "for", "and"))
_ENDS = (
    *("公司", "集团", "集團", "大学", "大學", "中心", "医院", "醫院", "工厂", "工廠", "事务所", "事務所"),
    *("协会", "協會", "学院", "學院"),
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The subject of a mail that introduces its writer, when neither it nor From names the house."""
    if draft.is_reply or draft.is_forward or not draft.bare_subject or not draft.outsiders(rule.internal_domains):
        return
    shown = f"{draft.bare_subject} {draft.sender.name if draft.sender else ''}".lower()
    labels = [label for label in _labels(draft) if label not in _PRIVATE]
    if any(label in shown.replace(" ", "").replace("-", "") for label in labels):
        return
    house = _house(draft.text[hits[0].span.end :])
    if house and not _names_it(shown, house.lower()):
        start = (draft.subject or "").find(draft.bare_subject)
        span = Span("subject", start, start + len(draft.bare_subject))
        yield rule.finding(draft, span, rewrite=advise(), house=house)


def _labels(draft: Draft) -> list[str]:
    """The telling labels of the sender's domain: north-valves.example -> northvalves, north, valves."""
    domain = draft.sender.domain if draft.sender else ""
    labels = domain.split(".")[:-1]
    parts = [part for label in labels for part in label.split("-")]
    return [label for label in (*(label.replace("-", "") for label in labels), *parts) if len(label) > 2]


def _house(behind: str) -> str:
    """The house that the introduction names: "... from North Valves", 我是北方阀门公司的…."""
    sentence = behind[:90].partition("\n\n")[0].replace("\n", " ").partition(". ")[0].partition("。")[0]
    for end in _ENDS:
        place = sentence.find(end)
        name = sentence[: max(place, 0)].replace("，", ",").rpartition(",")[2].lstrip("的 ")
        if 1 < len(name) < 16:
            return name + end
    for lead in (" from ", " at ", " with ", " of "):
        words = f" {sentence}".partition(lead)[2].split()
        if named := list(takewhile(lambda word: word[:1].isupper(), words[:5])):
            return " ".join(named)
    return ""


def _names_it(shown: str, house: str) -> bool:
    words = [word for word in house.split() if word not in _STAYS]
    return words[0] in shown if words and words[0].isascii() else house[:2] in shown
