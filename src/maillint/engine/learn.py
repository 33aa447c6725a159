"""An organisation's own words, gathered from the mail it has sent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from maillint.engine.config import Config
from maillint.engine.ruleset import Ruleset
from maillint.engine.run import lint
from maillint.engine.wordlist import key
from maillint.finding import Confidence
from maillint.language.spelling import learn
from maillint.language.text import han_runs, is_han, may_hold_han
from maillint.language.verbatim import is_code, is_quoted, line_around
from maillint.message.own import own_zones
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterable, Iterator

    from maillint.finding import Finding
    from maillint.message.draft import Draft

TEACHERS = ("spelling-typo", "spelling-homophone")
"""The checks whose findings may be own words rather than slips."""
CONTEXT = 35
"""Characters on either side of a word that are kept to show where it stood."""
_NAMELY = 2 / 3
"""Share of its places where a word is written, or placed, as only names are."""
_MOST_NAMES = 200_000
_BEHIND_NAMES = tuple("公司 有限 科技 集團 集团 股份 實業 实业 先生 女士 小姐".split())
"""What follows a name sooner than a verb, which many slips are."""


class Term(NamedTuple):
    """A word that may be somebody's own."""

    word: str
    """As it is written most often."""
    messages: int
    """How many messages have it."""
    meant: str
    """The common word it may be a slip for; "" when there is none so near."""
    is_doubtful: bool
    """It may be a slip, and nothing shows that it is a name or a term."""
    example: tuple[str, str, str]
    """What stood before it, it, and what stood behind it, in one message; for the eyes of whoever decides only."""


@dataclass(slots=True)
class _Seen:
    """What is known of one word so far."""

    messages: int = 0
    places: int = 0
    as_name: int = 0
    is_known_slip: bool = False
    meant: str = ""
    forms: Counter[str] = field(default_factory=Counter)
    example: tuple[str, str, str] = ("", "", "")


class _Place(NamedTuple):
    """One place of a word in a message."""

    text: str
    start: int
    word: str
    zone: str
    finding: Finding | None = None

    def is_as_name(self) -> bool:
        """Whether the word is written here as only a name is: with a capital inside a sentence, or before 公司."""
        if is_han(self.word[0]):
            return self.text.startswith(_BEHIND_NAMES, self.start + len(self.word))
        is_capital = self.word[0].isupper() and self.zone != "subject"
        return is_capital and not learn.opens_sentence(self.text, self.start)

    def example(self) -> tuple[str, str, str]:
        """The word and what stands around it."""
        end = self.start + len(self.word)
        return self.text[max(0, self.start - CONTEXT) : self.start], self.word, self.text[end : end + CONTEXT]


class Collector:
    """Counts, message by message, the words that the spelling checks mind or that no list knows."""

    def __init__(self, ruleset: Ruleset) -> None:
        """``ruleset`` is what the messages would be judged by: its own words are known already."""
        self._ruleset = _spelling_only(ruleset)
        self._seen: dict[str, _Seen] = {}
        self._names: set[str] = set()
        self._ids: set[str] = set()
        self.messages = 0
        """How many different messages were read."""
        self.has_chinese = False

    def add(self, draft: Draft) -> None:
        """Count one message; a copy of one that was counted, by its Message-ID (RFC 5322 3.6.4), counts for nothing."""
        name = (draft.header("Message-ID") or "").strip() or str(hash(draft.raw))
        if name in self._ids:
            return
        self._ids.add(name)
        self.messages += 1
        report = lint(draft, self._ruleset)
        if report.note in ("off", "automatic", "encrypted", "foreign"):
            return
        self.has_chinese |= report.language.startswith("zh") or may_hold_han(draft.own_text)
        self._note_names(draft)
        places: dict[str, list[_Place]] = {}
        for place in (*_minded(draft, report.findings), *_unknown(draft)):
            places.setdefault(key(place.word), []).append(place)
        for word, found in places.items():
            self._count(self._seen.setdefault(word, _Seen()), found)

    def _count(self, seen: _Seen, places: list[_Place]) -> None:
        seen.messages += 1
        different = {(place.zone, place.start): place for place in places}.values()
        seen.places += len(different)
        seen.as_name += sum(place.is_as_name() for place in different)
        seen.forms.update(place.word for place in different)
        seen.example = seen.example if seen.example[1] else places[0].example()
        for finding in (place.finding for place in places if place.finding):
            seen.is_known_slip |= finding.check == TEACHERS[0] and finding.confidence == Confidence.HIGH
            seen.meant = seen.meant or str(finding.args["right"])

    def _note_names(self, draft: Draft) -> None:
        """Remember what stands in addresses and signatures: it is spelt with care, and is what names look like."""
        if len(self._names) < _MOST_NAMES:
            addresses = [address for address in (draft.sender, *draft.readers, *draft.bcc) if address]
            told = [text for address in addresses for text in (address.name, address.email)]
            for text in (*told, *draft.zone_texts("signature")):
                self._names.update(_names().findall(text.lower()))
                self._names.update(han_runs().findall(text))

    def terms(self, least: int, known: Container[str] = ()) -> list[Term]:
        """The words found in at least ``least`` messages and not ``known`` (as ``wordlist.key``), frequent ones first.

        Those in the ruleset's own lists and in the spelling checks' option ``words`` are known anyway.
        """
        optional = self._optional()
        found = [
            self._term(word, seen)
            for word, seen in self._seen.items()
            if seen.messages >= least
            and word not in known
            and word not in optional
            and word not in self._ruleset.own_words
        ]
        return sorted(found, key=lambda term: (-term.messages, term.word.lower()))

    def _optional(self) -> set[str]:
        settings = (self._ruleset.config["checks"].get(name, {}) for name in TEACHERS)
        return {key(word) for options in settings for word in options.get("words", ())}

    def _term(self, word: str, seen: _Seen) -> Term:
        meant = seen.meant or ("" if is_han(word[0]) else ", ".join(learn.corrections(word)[:1]))
        is_name = seen.as_name >= _NAMELY * seen.places or self._is_named(word)
        return Term(
            word=_usual_form(seen.forms),
            messages=seen.messages,
            meant=meant.lower() if word == word.lower() and meant.isascii() else meant,
            is_doubtful=bool(meant) and (seen.is_known_slip or not is_name),
            example=seen.example,
        )

    def _is_named(self, word: str) -> bool:
        return word in self._names or (is_han(word[0]) and any(word in name for name in self._names))


def _usual_form(forms: Counter[str]) -> str:
    """How a word is written most often; in lower case where that is as often."""
    return max(forms, key=lambda form: (forms[form], form))


def _spelling_only(ruleset: Ruleset) -> Ruleset:
    config = ruleset.config
    others = [spec.name for spec in ruleset.pack.specs if spec.name not in TEACHERS]
    values = {**config.values, "ignore": others}
    return Ruleset(ruleset.pack, Config(values, config.origins, config.files))


def _minded(draft: Draft, findings: Iterable[Finding]) -> Iterator[_Place]:
    """The words that a spelling check takes for slips; single characters of Chinese are grammar, no terms."""
    for finding in findings:
        text = (draft.subject or "") if finding.span.zone == "subject" else draft.text
        is_word = finding.text and " " not in finding.text and "right" in finding.args
        if is_word and (len(finding.text) > 1 or not is_han(finding.text)):
            yield _Place(text, finding.span.start, finding.text, finding.span.zone, finding)


def _unknown(draft: Draft) -> Iterator[_Place]:
    """The words of the author's own prose that no list knows."""
    for zone, offset, own in own_zones(draft):
        text = (draft.subject or "") if zone == "subject" else draft.text
        for start, word in learn.unknown_words(own):
            place = offset + start
            if not (is_code(line_around(text, place)) or is_quoted(text, place, place + len(word))):
                yield _Place(text, place, word, zone)


@cache
def _names() -> re.Pattern[str]:
    import re

    return re.compile(r"[^\W\d_]{3,}")
