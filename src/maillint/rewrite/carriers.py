"""The forms in which a message carries its text, each able to take changes of that text into its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import rendering
from maillint.records import NamedTuple
from maillint.rewrite.outcome import Refused
from maillint.rewrite.splices import Splice, smallest, spliced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.message.draft import Shown

PLAIN, FLOWED, HTML = "plain", "flowed", "html"


class Carrier(NamedTuple):
    """One form of the text: its source, decoded and with line feeds, and the text a reader sees of it."""

    form: str
    """``PLAIN``, ``FLOWED`` (RFC 3676) or ``HTML``."""
    shown: Shown
    deletes_space: bool = False
    """DelSp=yes of a flowed part."""

    @property
    def text(self) -> str:
        """What the reader sees of it."""
        return self.shown.text

    def with_source(self, source: str) -> Carrier:
        """The same form of another source."""
        return self._replace(shown=_shown(self, source))

    def changed(self, changes: Sequence[Splice]) -> Carrier:
        """The carrier with these changes of its text.

        Raises:
            Refused: the source cannot be made to show the changed text.
        """
        wanted = spliced(self.text, changes)
        small = [part for change in changes for part in smallest(self.text, change)]
        if self.form == HTML:
            from maillint.rewrite import html

            return html.changed(self, small, wanted)
        if self.form == FLOWED:
            from maillint.rewrite import flowed

            return self._held(flowed.changed(self, small), wanted)
        return self._held(spliced(self.shown.source, small), wanted)

    def _held(self, source: str, wanted: str) -> Carrier:
        carrier = self.with_source(source)
        if bare(carrier.text) != bare(wanted):
            raise Refused("place")
        return carrier


def bare(text: str) -> str:
    """A text without what nobody sees: spaces at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n"))


def _shown(carrier: Carrier, source: str) -> Shown:
    if carrier.form == HTML:
        from maillint.message import html

        return html.show(source)
    if carrier.form == FLOWED:
        from maillint.message import flowed

        text, segments = flowed.unwrap(source, delete_space=carrier.deletes_space)
        return carrier.shown._replace(text=text, source=source, segments=segments)
    return rendering.plain(source)
