"""``maillint explain``: one check as a page, from the same file that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.cli.session import named
from maillint.engine import checkfile, examples
from maillint.engine.ruleset import is_ready
from maillint.report.strings import enumerated, say, zone_name
from maillint.report.view import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.engine import Ruleset
    from maillint.engine.packs import Spec
    from maillint.report.view import Look

_SHOWN_EXAMPLES = 2


def explain(name: str, ruleset: Ruleset, look: Look) -> str:
    """Everything a person may want to know of a check, or of all checks of a group.

    Raises:
        UsageError: there is no such check or group.
    """
    wanted = named([name], ruleset)
    pages = ["\n".join(_page(spec, look)) for spec in ruleset.pack.specs if spec.name in wanted]
    return "\n\n\n".join(pages) + "\n"


def _page(spec: Spec, look: Look) -> Iterator[str]:
    data = checkfile.read(spec.path).data
    language = look.language
    yield f"{spec.name}: {look.catalog.title(spec.name)}"
    yield _facts(spec, language)
    if spec.preview:
        yield say(language, "explain.preview")
    yield from _section(language, "what", (str(texts[language]) for texts in data["message"].values()))
    yield from _section(language, "why", [look.catalog.why(spec.name)])
    yield from _examples(data, language)
    yield from _section(language, "safe", _grades(spec, data, language))
    yield from _section(language, "options", _options(data, language))
    norms = enumerated(language, list(look.catalog.norms(spec.name)))
    yield from _section(language, "source", [say(language, "explain.norms", norms=norms)] if norms else [])


def _facts(spec: Spec, language: str) -> str:
    return say(
        language,
        "explain.once" if spec.per == "message" else "explain.facts",
        severity=say(language, spec.severity),
        confidence=say(language, spec.confidence),
        cost=number(spec.cost),
        zones=enumerated(language, [zone_name(language, zone) for zone in spec.zones]),
    )


def _section(language: str, key: str, texts: Any) -> list[str]:
    lines = [f"  {line}".rstrip() for text in texts for line in str(text).strip("\n").split("\n")]
    return ["", say(language, f"explain.{key}"), *lines] if lines else []


def _examples(data: dict[str, Any], language: str) -> Iterator[str]:
    bad = _in_language(data["bad"], language)
    yield from _section(language, "bad", _blocks(map(_shown, bad)))
    yield from _section(language, "better", _blocks(example["better"] for example in bad if "better" in example))
    yield from _section(language, "fine", _blocks(map(_shown, _in_language(data["fine"], language))))


def _blocks(texts: Iterable[str]) -> list[str]:
    """Each text with a bar along its side, an empty line between two."""
    blocks = ["\n".join(f"| {line}".rstrip() for line in text.strip().split("\n")) for text in texts]
    return ["\n\n".join(blocks)] if blocks else []


def _in_language(entries: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    own = [entry for entry in entries if entry.get("lang") == language]
    return (own or entries)[:_SHOWN_EXAMPLES]


def _shown(example: dict[str, Any]) -> str:
    text = str(example.get("text") or example.get("html") or "").strip()
    subject = f"Subject: {example['subject']}" if "subject" in example else ""
    return "\n".join(part for part in (subject, text) if part)


def _grades(spec: Spec, data: dict[str, Any], language: str) -> list[str]:
    """What the rewrites of the check's own bad examples are worth; what its file says where these cannot be tried."""
    if not is_ready(spec):
        return [say(language, f"grade.{spec.grade}")]
    found = set()
    for example in data["bad"]:
        for finding in examples.findings_of(spec, examples.compose(example), example):
            found.add(finding.rewrite.grade.value if finding.rewrite else "none")
    return [say(language, f"grade.{grade}") for grade in ("safe", "suggested", "advice", "none") if grade in found]


def _options(data: dict[str, Any], language: str) -> Iterator[str]:
    for name, option in data.get("options", {}).items():
        default = say(language, "explain.default", value=option["default"])
        yield f"{name} ({option['type']}, {default}): {option['help'].get(language, '')}"
