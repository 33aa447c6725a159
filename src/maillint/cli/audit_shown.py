"""The figures of an audit on standard output, and as a page."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from maillint.audit import baseline, signature
from maillint.audit.habits import NORMS, observe
from maillint.audit.summary import summarise
from maillint.audit.texts import say
from maillint.audit.to_text import Text
from maillint.cli.forms import print_text
from maillint.cli.guard import tell
from maillint.engine.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.audit.baseline import Fresh
    from maillint.audit.habits import Observation
    from maillint.audit.store import Store
    from maillint.audit.summary import Summary
    from maillint.cli.audit import Wish
    from maillint.engine import Ruleset

VERSION = 1


def show(
    wish: Wish, store: Store, ruleset: Ruleset, language: str, known: dict[str, int] | None
) -> tuple[Summary, Fresh | None]:
    """Print the figures in the wished format, write the page where one was asked for, and return the figures.

    ``known`` is the baseline, if there is one.
    """
    summary, fresh = summarise(store), baseline.fresh(store, known) if known is not None else None
    seen = observe(store.connection, wish.superiors)
    packs = tuple(ruleset.config["packs"])
    if wish.request.format == "json":
        print_text(document(summary, fresh, seen, store.path))
    else:
        groups = [] if summary.outdated else _looked_at(store, ruleset)
        print_text(Text(language, catalog(language, packs), groups).written(summary, fresh, seen))
    if wish.page is not None:
        from maillint.cli.audit_page import write

        write(store, wish.page, language, packs, wish.superiors)
        tell(say(language, "page", path=wish.page))
    return summary, fresh


def _looked_at(store: Store, ruleset: Ruleset) -> list[str]:
    """The groups of which every check looked that is on unless somebody says otherwise, in order.

    None where the store was made under another ruleset: nobody knows which checks were on.
    """
    row = store.connection.execute("SELECT signature FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    if row is None or row[0] not in {signature.of(ruleset, keep_text=keep_text) for keep_text in (False, True)}:
        return []
    settings = ruleset.config["checks"]
    on = {spec.name for spec in ruleset.specs if settings.get(spec.name, {}).get("severity") != "off"}
    partly = {spec.group for spec in ruleset.pack.specs if not spec.preview and spec.name not in on}
    groups = {spec.group for spec in ruleset.specs} - partly
    return sorted(groups, key=lambda group: ruleset.pack.order.get(group, 99))


def document(summary: Summary, fresh: Fresh | None, seen: Iterable[Observation], path: str) -> str:
    """The figures as JSON."""
    from maillint.report.to_json import dumps

    habits = [
        {"habit": one.habit, "norms": NORMS[one.habit], "case": one.case}
        | {"figures": _rounded(dict(one.figures)), "steps": one.steps}
        for one in seen
    ]
    values = {"version": VERSION, "store": path, **_plain(summary), "habits": habits}
    if fresh is not None:
        values["fresh"] = _plain(fresh)
    return dumps(values) + "\n"


def _plain(value: Any) -> dict[str, Any]:
    """Dataclasses and named tuples as objects, figures rounded to what they tell."""
    fields: dict[str, Any] = json.loads(json.dumps(asdict(value), default=str))
    for name, entry in asdict(value).items():
        if isinstance(entry, tuple) and entry and hasattr(entry[0], "_asdict"):
            fields[name] = [_rounded(row._asdict()) for row in entry]
    return _rounded(fields)


def _rounded(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in fields.items()}
