"""A check as a page, from the same files that run it: for the terminal and for the site."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from maillint.engine import checkfile, examples, norms
from maillint.engine.ruleset import is_ready
from maillint.finding import LANGUAGES
from maillint.records import NamedTuple
from maillint.report.strings import enumerated, say, zone_name
from maillint.report.view import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.engine.norms import Measured, Measurements
    from maillint.engine.packs import Spec
    from maillint.finding import Finding
    from maillint.report.view import Look

_SHOWN_EXAMPLES = 2
_MARKS = re.compile(r"([\\`*_<>\[\]|~#])")


class Section(NamedTuple):
    """A heading and what stands under it."""

    heading: str
    texts: tuple[str, ...]
    is_mail: bool = False
    """The texts are examples, to be shown letter by letter."""


class Page(NamedTuple):
    """All there is to say of a check, in one language."""

    name: str
    title: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]


def page(spec: Spec, look: Look, folders: tuple[str, ...] = ()) -> Page:
    """What a check says, why, with examples, grades of its rewrites, options, profiles, precision and norms.

    Args:
        spec: the check.
        look: the language to say it in, with the catalogue of that language.
        folders: packs besides the built-in one, for their norms and measurements.

    Raises:
        CheckFileError: the check's file can no longer be read.
    """
    data = checkfile.read(spec.path, spec.below).data
    language = look.language
    facts = [_facts(spec, language), *([say(language, "explain.preview")] if spec.preview else [])]
    messages = [texts[language] for texts in data["message"].values()]
    advice = [texts[language] for texts in data.get("advice", {}).values()]
    counted = norms.measured(folders)
    sections = [
        _section(language, "what", dict.fromkeys(messages)),
        _section(language, "why", [look.catalog.why(spec.name)]),
        _section(language, "do", dict.fromkeys(advice)),
        *_examples(data, language),
        _section(language, "safe", _grades(spec, data, language)),
        _section(language, "options", _options(data, language)),
        _section(language, "profiles", _profiles(spec, language)),
        _section(language, "measured", _precision(counted, spec.name, language), date=counted.date),
        _section(language, "source", _norms(look.catalog.norms(spec.name), language, folders)),
    ]
    kept = tuple(section for section in sections if section.texts)
    return Page(spec.name, look.catalog.title(spec.name), tuple(facts), kept)


def as_text(page: Page) -> str:
    """The page for a terminal."""
    lines = [f"{page.name}: {page.title}", *page.facts]
    for section in page.sections:
        lines += ["", section.heading, *_indented(section)]
    return "\n".join(lines)


def as_markdown(page: Page) -> str:
    """The page for the site."""
    blocks = [f"# {escaped(page.title)}", f"`{page.name}`", *map(escaped, page.facts)]
    for section in page.sections:
        blocks.append(f"## {section.heading}")
        if section.is_mail:
            blocks += [f"````text\n{text.strip()}\n````" for text in section.texts]
        else:
            mark = "- " if len(section.texts) > 1 else ""
            blocks.append("\n".join(mark + escaped(text) for text in section.texts))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """A text in which nothing is markup to Markdown."""
    return _MARKS.sub(r"\\\1", text)


def share(rows: Iterable[Measured], language: str, least: int = 1) -> str:
    """The share of findings that were right, such as "97 % of 210"; empty when fewer than ``least`` were counted."""
    counted = list(rows)
    fired, right = sum(row.fired for row in counted), sum(row.right for row in counted)
    if fired < max(least, 1):
        return ""
    return say(language, "explain.share", percent=f"{100 * right / fired:.0f}", fired=f"{fired:,}")


def _facts(spec: Spec, language: str) -> str:
    return say(
        language,
        "explain.once" if spec.per == "message" else "explain.facts",
        severity=say(language, spec.severity),
        confidence=say(language, spec.confidence),
        n=number(spec.cost),
        zones=enumerated(language, [zone_name(language, zone) for zone in spec.zones]),
    )


def _section(language: str, key: str, texts: Iterable[str], *, is_mail: bool = False, date: str = "") -> Section:
    kept = tuple(str(text).strip("\n") for text in texts if str(text).strip())
    return Section(say(language, f"explain.{key}", date=date), kept, is_mail)


def _indented(section: Section) -> Iterator[str]:
    for place, text in enumerate(section.texts):
        if section.is_mail and place:
            yield ""
        for line in text.strip().split("\n"):
            yield ("  | " + line).rstrip() if section.is_mail else f"  {line}".rstrip()


def _examples(data: dict[str, Any], language: str) -> Iterator[Section]:
    bad = _in_language(data["bad"], language)
    better = (example["better"] for example in bad if "better" in example)
    yield _section(language, "bad", map(_shown, bad), is_mail=True)
    yield _section(language, "better", better, is_mail=True)
    yield _section(language, "fine", map(_shown, _in_language(data["fine"], language)), is_mail=True)


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
    found = {finding.rewrite.grade.value if finding.rewrite else "none" for finding in _drawn(spec, data["bad"])}
    return [say(language, f"grade.{grade}") for grade in ("safe", "suggested", "advice", "none") if grade in found]


def _drawn(spec: Spec, bad: Iterable[dict[str, Any]]) -> Iterator[Finding]:
    """What the examples draw; one that is none stands in nobody's way here, ``test-checks`` tells it."""
    for example in bad:
        with suppress(checkfile.CheckFileError):
            examples.hold(spec.path, spec, example)
            if example.get("lang") in LANGUAGES:
                yield from examples.findings_of(spec, examples.compose(example), example)


def _options(data: dict[str, Any], language: str) -> Iterator[str]:
    for name, option in data.get("options", {}).items():
        default = say(language, "explain.default", value=option["default"])
        yield f"{name} ({option['type']}, {default}): {option['help'].get(language, '')}"


def _profiles(spec: Spec, language: str) -> Iterator[str]:
    for profile, settings in spec.profiles.items():
        told = [_setting(key, value, language) for key, value in settings.items() if key != "options"]
        told += [f"{key} = {value}" for key, value in settings.get("options", {}).items()]
        yield say(language, "is", what=profile) + enumerated(language, told)


def _setting(key: str, value: Any, language: str) -> str:
    if key == "severity":
        return say(language, value)
    return say(language, "explain.cost", cost=number(value)) if key == "cost" else f"{key} = {value}"


def _precision(measurements: Measurements, name: str, language: str) -> Iterator[str]:
    for row in measurements.of(name):
        what = say(
            language,
            "explain.measured-on",
            mail=measurements.mails.get(row.mail, {}).get(language, row.mail),
            written=say(language, f"mail.{row.language}"),
        )
        yield say(language, "is", what=what) + share([row], language)


def _norms(numbers: Iterable[str], language: str, folders: tuple[str, ...]) -> Iterator[str]:
    known = norms.load(folders)
    for name in numbers:
        words = known[name].words[language] if name in known else ""
        yield say(language, "is", what=name) + words if words else name
