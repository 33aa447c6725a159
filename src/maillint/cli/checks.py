"""``maillint checks``: which checks there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maillint.cli.session import named
from maillint.report.strings import say
from maillint.report.view import number
from maillint.report.width import pad, width

if TYPE_CHECKING:
    from maillint.engine import Config, Ruleset
    from maillint.engine.packs import Spec
    from maillint.report.view import Look


@dataclass(frozen=True, slots=True)
class Filter:
    """Which checks are wanted; empty fields want all."""

    names: tuple[str, ...] = ()
    severity: str = ""
    norm: str = ""
    preview: bool | None = None


def chosen(ruleset: Ruleset, look: Look, wanted: Filter) -> list[Spec]:
    """The checks that pass a filter, by group and name.

    Raises:
        UsageError: a name is neither a check nor a group.
    """
    specs = ruleset.pack.specs
    names = named(wanted.names, ruleset) if wanted.names else {spec.name for spec in specs}
    kept = [
        spec
        for spec in specs
        if spec.name in names
        and wanted.severity in ("", spec.severity)
        and (not wanted.norm or wanted.norm in look.catalog.norms(spec.name))
        and wanted.preview in (None, spec.preview)
    ]
    return sorted(kept, key=lambda spec: (ruleset.pack.order.get(spec.group, 99), spec.group, spec.name))


def table(specs: list[Spec], look: Look, columns: int | None = None) -> str:
    """The checks in columns: name, severity, points, title; the titles on lines of their own where ``columns`` lack."""
    rows = [(spec.name, say(look.language, spec.severity), number(spec.cost), _title(spec, look)) for spec in specs]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    head = sum(widths) + 4
    longest = max((width(row[3]) for row in rows), default=0)
    gap = "  " if columns is None or head + 2 + longest <= columns else "\n    "
    lines = (
        "  ".join([pad(name, widths[0]), pad(severity, widths[1]), cost.rjust(widths[2])]) + gap + title
        for name, severity, cost, title in rows
    )
    return "".join(f"{line}\n" for line in lines)


def _title(spec: Spec, look: Look) -> str:
    title = look.catalog.title(spec.name)
    return say(look.language, "preview", title=title) if spec.preview else title


def document(specs: list[Spec], look: Look, config: Config) -> str:
    """The checks as JSON, with the configuration files they were listed by."""
    from maillint.report.to_json import dumps

    return dumps({"version": 1, "files": list(config.files), "checks": [_entry(spec, look) for spec in specs]}) + "\n"


def _entry(spec: Spec, look: Look) -> dict[str, Any]:
    return {
        "check": spec.name,
        "group": spec.group,
        "severity": spec.severity,
        "confidence": spec.confidence,
        "cost": spec.cost,
        "per": spec.per,
        "zones": list(spec.zones),
        "preview": spec.preview,
        "norms": list(look.catalog.norms(spec.name)),
        "title": look.catalog.title(spec.name),
        "why": look.catalog.why(spec.name),
        "options": spec.options,
        "file": spec.path,
    }
