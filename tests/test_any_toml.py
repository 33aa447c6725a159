"""Whatever stands at a key of a configuration or a pack, it works or is told in one line with its file."""

from __future__ import annotations

import copy
import math
import os
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maillint.cli import checks, explain, show_config, test_checks
from maillint.cli.request import UsageError
from maillint.engine import ConfigError, lint, load, packs
from maillint.engine.catalog import catalog
from maillint.engine.checkfile import CheckFileError
from maillint.engine.config import discover
from maillint.engine.keys import KEYS
from maillint.engine.tables import RULE, TABLES
from maillint.finding import LANGUAGES
from maillint.gate.policy import MILTER, SENDMAIL, Envelope, Policy, decide
from maillint.message import from_compose
from maillint.report.view import Look

if TYPE_CHECKING:
    from pathlib import Path

ODD = (
    "语气",
    "語氣 📦",
    "tone-pet-word",
    "a.b",
    "{text}",
    "{0}",
    "{text:d}",
    "%s",
    "\n",
    "../pack",
    "off",
    "å",
    "",
    "*",
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(ODD)
NUMBERS = st.integers() | st.floats() | st.sampled_from([0, -1, 5, 101, math.nan, math.inf, 10**30])
PLAIN = st.one_of(WORDS, NUMBERS, st.booleans(), st.dates(), st.datetimes(), st.times())
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6
)
MAIL = (
    "Subject: Order 4471\nFrom: Åsa Berg <asa@north.example>\n\nSo basically it comes next Monday. 说白了，下周一到。"
)
TEXTS = {"en": "“{text}” says nothing.", "zh-Hans": "“{text}”没有内容。", "zh-Hant": "「{text}」沒有內容。"}
CHECK: dict[str, Any] = {
    "norms": ["P1"],
    "languages": ["en", "zh"],
    "severity": "warning",
    "confidence": "high",
    "cost": 6,
    "zones": ["body"],
    "preview": False,
    "yields": False,
    "per": "message",
    "grade": "suggested",
    "needs": "",
    "otherwise": "",
    "title": TEXTS,
    "why": TEXTS,
    "message": {"main": TEXTS},
    "advice": {"main": TEXTS},
    "options": {"max": {"type": "int", "default": 3, "help": TEXTS}},
    "profiles": {"patch": {"severity": "off", "confidence": "low", "cost": 1, "options": {"max": 1}}},
    "phrases": {"en": {"basically": "in short"}, "zh-Hans": ["说白了"]},
    "bad": [
        {
            "lang": "en",
            "subject": "Order 4471",
            "text": "Hi Tom,\n\nSo basically it is done.\n\nAnna",
            "marked": ["basically"],
            "better": "Hi Tom,\n\nSo in short it is done.\n\nAnna",
            "from": "Åsa <asa@north.example>",
            "to": ["Tom <tom@south.example>"],
            "cc": "eve@west.example",
            "bcc": [],
            "date": "2026-11-25T10:00:00+01:00",
            "attachments": ["平面图.pdf"],
            "headers": {"X-Odd": "é"},
            "profile": "internal",
            "options": {"max": 2},
        }
    ],
    "fine": [{"lang": "en", "html": "<p>Hi Tom 🙂</p>"}],
}
GROUP: dict[str, Any] = {"title": TEXTS, "cap": 10, "order": 1}
NORMS: dict[str, Any] = {"chapter": [{"title": TEXTS, "norm": [{"number": "P1", "kind": "check", **TEXTS}]}]}


def places(value: Any, *above: str | int) -> list[tuple[str | int, ...]]:
    """The paths of everything in a document, outermost first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [above, *(place for key, item in inner for place in places(item, *above, key))]


def put(document: dict[str, Any], place: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """A copy of a document with another value at a place."""
    made = copy.deepcopy(document)
    at: Any = made
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = value
    return made


def toml(value: Any) -> str:
    """A value as toml writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(_ESCAPED.get(sign, sign) for sign in value) + '"'
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{toml(key)} = {toml(item)}' for key, item in value.items())}}}"
    return value.isoformat() if isinstance(value, (date, datetime, time)) else str(value)


_ESCAPED = {sign: f"\\U{ord(sign):08x}" for sign in ('"', "\\", "\x7f", *map(chr, range(32)))}


FILES = {
    "tone/pet-word.toml": CHECK,
    "tone/_group.toml": GROUP,
    "_norms.toml": NORMS,
    "_measured.toml": {
        "date": "2026-11-25",
        "mail": {"drafts": TEXTS},
        "counts": {"tone-pet-word": {"drafts": {"en": [9, 8]}}},
    },
}


class Desk:
    """A pack of one check, and a configuration that names it."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.config = str(folder / "maillint.toml")
        self.pack = str(folder / "pack")
        os.makedirs(os.path.join(self.pack, "tone"))
        for name, values in FILES.items():
            self.write(name, values)
        self.configure('packs = ["pack"]\n')

    def configure(self, text: str) -> None:
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(text)

    def write(self, name: str, values: dict[str, Any]) -> None:
        with open(os.path.join(self.pack, name), "w", encoding="utf-8") as file:
            file.writelines(f"{key} = {toml(value)}\n" for key, value in values.items())

    def use(self) -> None:
        """All that runs, gates and commands do with a configuration and its packs."""
        try:
            self._use()
        except (ConfigError, CheckFileError, UsageError) as error:
            hold(str(error), self.config, self.pack)

    def _use(self) -> None:
        ruleset = load(discover(self.folder, explicit=self.config))
        assert 0 <= lint(from_compose({"text": MAIL, "subject": "订单 4471"}), ruleset).score <= 100
        assert show_config.text(ruleset.config)
        assert show_config.document(ruleset.config)
        for door in (SENDMAIL, MILTER):
            decision = decide(MAIL.encode(), Envelope("asa@north.example"), Policy.of(ruleset, door))
            assert decision.reason in ("clean", "findings", "score", "rule", "large", "late")
        for language in LANGUAGES:
            look = Look(language, catalog(language, tuple(ruleset.config["packs"])))
            for spec in ruleset.pack.specs:
                assert spec.group != "tone" or spec.name in explain.explain(spec.name, ruleset, look)
            assert checks.document(checks.chosen(ruleset, look, checks.Filter()), look, ruleset.config)


def hold(text: str, *files: str) -> None:
    """An error is a line that begins with its file."""
    assert len(text.splitlines()) == 1
    assert text.startswith(files)


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Desk:
    return Desk(tmp_path_factory.mktemp("any"))


@pytest.fixture
def desk_alone(desk, tmp_path, monkeypatch) -> Desk:
    """The same without the built-in checks, which take a second to be read anew whenever a pack changes."""
    monkeypatch.setattr(packs, "BUILT_IN", str(tmp_path))
    return desk


def some(count: int) -> settings:
    return settings(max_examples=count, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize(
    "key",
    [
        *KEYS,
        *(f"{table}.{key}" for table, keys in TABLES.items() for key in keys),
        *(
            f"checks.{key}"
            for key in ("tone-pet-word", "tone-pet-word.cost", "tone-pet-word.max", "date-relative.severity")
        ),
        *("nonesuch", "checks.nonesuch"),
    ],
)
@some(5)
@given(value=VALUES)
def test_any_value_in_a_configuration(desk, key, value) -> None:
    packs_too = "" if key == "packs" else 'packs = ["pack"]\n'
    desk.configure(f"{packs_too}{key} = {toml(value)}\n")
    desk.use()


@pytest.mark.parametrize(
    "entry",
    [
        *(f"[[recipients]]\nmatch = '*'\n{key} = " for key in ("profile", "ignore", "nonesuch")),
        *(f"[[gate.rules]]\naction = 'hold'\n{key} = " for key in (*RULE, "nonesuch") if key != "action"),
        *("[[recipients]]\nmatch = ", "[[gate.rules]]\naction = "),
    ],
)
@some(5)
@given(value=VALUES)
def test_any_value_in_a_list_of_tables(desk, entry, value) -> None:
    desk.configure(f'packs = ["pack"]\n{entry}{toml(value)}\n')
    desk.use()


@some(12)
@given(name=WORDS, option=WORDS, value=PLAIN)
def test_any_name_of_a_check_an_option_or_a_lock(desk, name, option, value) -> None:
    desk.configure(f'packs = ["pack"]\n[checks.{toml(name)}]\n{toml(option)} = {toml(value)}\n')
    desk.use()
    for lock in (name, f"checks.{name}", f"checks.tone-pet-word.{option}", f"gate.{option}"):
        desk.configure(f'packs = ["pack"]\nlocked = [{toml(lock)}]\n')
        desk.use()


@pytest.mark.parametrize(
    ("name", "place"),
    [(name, place) for name, values in FILES.items() for place in places(values) if place],
    ids=lambda value: value if isinstance(value, str) else ".".join(map(str, value)),
)
@some(5)
@given(value=VALUES)
def test_any_value_in_a_pack(desk_alone, name, place, value) -> None:
    desk_alone.configure('packs = ["pack"]\n')
    desk_alone.write(name, put(FILES[name], place, value))
    try:
        desk_alone.use()
        for line in test_checks.tried([desk_alone.pack]).problems:
            hold(line, desk_alone.pack)
    finally:
        desk_alone.write(name, FILES[name])
