"""What the page shows, counted once from a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from maillint.audit.counting import figures
from maillint.audit.habits import observe
from maillint.audit.summary import summarise
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from maillint.audit.figures import Figures
    from maillint.audit.habits import Observation
    from maillint.audit.store import Store
    from maillint.audit.summary import Summary


class Audited(NamedTuple):
    """The figures of a store, as text and page show them, and those that only the page does."""

    summary: Summary
    figures: Figures
    habits: tuple[Observation, ...] = ()

    @classmethod
    def of(cls, store: Store, superiors: Collection[str] = ()) -> Self:
        """Count everything.

        Args:
            store: of an audit; nothing in it is changed.
            superiors: addresses of those to whom open-ended mail is counted.
        """
        return cls(summarise(store), figures(store.connection), observe(store.connection, superiors))
