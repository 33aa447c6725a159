"""In which language the page speaks, and how it writes what it shows."""

from __future__ import annotations

from datetime import date
from html import escape as _escape
from typing import TYPE_CHECKING, Any

from maillint.audit.page import texts
from maillint.records import NamedTuple
from maillint.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.engine.catalog import Catalog
    from maillint.engine.norms import Norm


class Look(NamedTuple):
    """What every part of the page needs to say something."""

    language: str
    catalog: Catalog
    norms: Mapping[str, Norm]
    has_charts: bool

    def say(self, key: str, **args: Any) -> str:
        """A text as HTML; what is filled in is escaped, the text itself may hold markup."""
        return texts.say(self.language, key, **{name: escape(str(value)) for name, value in args.items()})

    def say_many(self, key: str, n: int) -> str:
        """A text about ``n`` of something."""
        return texts.say(self.language, key, n=f"{n:,}" if n > 9999 else n)

    def name(self, kind: str, name: str) -> str:
        """What people call a profile or a language; another name as it is."""
        key = f"{kind}.{name}"
        return texts.say(self.language, key) if texts.knows(key) else escape(name)

    def title(self, check: str) -> str:
        """What a check or a group finds wrong."""
        return escape(self.catalog.title(check))

    def counsel(self, check: str) -> str:
        """What to do about a check, in one sentence: its advice, or the norm behind it, or at least its title."""
        if advice := self.catalog.counsel(check):
            return escape(advice)
        return self.norm(check) or self.title(check)

    def norm(self, check: str) -> str:
        """The first norm a check answers for, as a sentence; empty when it names none."""
        known = [self.norms[number] for number in self.catalog.norms(check) if number in self.norms]
        return escape(known[0].words[self.language]) if known else ""

    def asked(self, number: str) -> str:
        """A norm in words."""
        return escape(self.norms[number].words[self.language]) if number in self.norms else ""

    def day(self, iso: str) -> str:
        """A date in words."""
        return escape(texts.day(self.language, date.fromisoformat(iso[:10])))


def escape(text: str) -> str:
    """Text for content and attributes, nothing hidden in it."""
    return _escape(visible(text))


def points(value: float) -> str:
    """A score or points, to a tenth where it is not whole."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def tenths(value: float) -> str:
    """A score in a column, where figures stand below each other."""
    return f"{value:.1f}"


def gain(value: float, *, in_tenths: bool = False) -> str:
    """Points that would be won, with their sign; to a hundredth where they are few, always to a tenth if asked."""
    return "+" + (
        points(value) if value >= 0.95 and not in_tenths else f"{value:.1f}" if value >= 0.05 else f"{value:.2f}"
    )


def apart(value: float) -> str:
    """How far from the average, with a real minus."""
    text = f"{abs(value):.1f}"
    return text if text == "0.0" else ("+" if value > 0 else "−") + text
