"""Each check that rewrites does so in samples/rewrites: English, Chinese and HTML, before and after.

`./task docs` writes what came of it anew, and the diff is read.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from maillint.engine import Config, Ruleset, lint, load
from maillint.finding import Grade
from maillint.message import read
from maillint.rewrite.mending import Mended, Mender

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maillint.engine import Report
    from maillint.finding import Finding

ROOT = Path(__file__).parent.parent.parent
REWRITES = ROOT / "samples" / "rewrites"
BEFORE = sorted(path for path in REWRITES.glob("*/*.eml") if not path.stem.endswith(".after"))
FOLDERS = sorted({path.parent for path in BEFORE})
WRITES = re.compile(
    r"(?m)(?<![.\w])replace\(|better_subjects\(|shorter_subjects\(|into_bcc\(|rename\(|Grade\.S|^grade = .s"
)
"""What a check that has edits to offer says somewhere."""
PROFILES = {
    "salutation-greeting": "customer-service",
    "closing-layout": "formal-letter",
}
"""Checks that are for one kind of mail."""
ELSEWHERE = ("spelling-grammar", "service-template")
"""The one asks a LanguageTool server, the other has words once an organisation has given it some."""

drafts = pytest.mark.parametrize("before", BEFORE, ids=[f"{path.parent.name}-{path.stem}" for path in BEFORE])


@cache
def alone(check: str) -> Ruleset:
    """One check and nothing else, switched on if need be."""
    built_in = load(Config())
    spec = next(spec for spec in built_in.pack.specs if spec.name == check)
    profile = PROFILES.get(check, "external")
    values = {**built_in.config.values, "profile": profile, "checks": {check: {"severity": spec.severity}}}
    return Ruleset(built_in.pack._replace(specs=(spec,)), Config(values, built_in.config.origins))


@cache
def mended(before: Path) -> Mended:
    """A draft after all rewrites of the check whose folder it lies in."""

    def judge(data: bytes) -> Report:
        return lint(read(data), alone(before.parent.name), before.name)

    return Mender(judge, Grade.SUGGESTED, lambda _: True).mend(before.read_bytes())


def brief(finding: Finding) -> dict[str, Any]:
    """What is found and what becomes of it, first choice first."""
    rewrite = finding.rewrite
    choices = [rewrite.edits, *rewrite.alternatives] if rewrite else []
    return {
        "text": finding.text,
        "grade": str(rewrite.grade) if rewrite else None,
        "becomes": [[edit.replacement for edit in choice] for choice in choices],
    }


def in_lines(path: Path) -> Iterator[str]:
    yield f'  "{path.stem}": ['
    yield ",\n".join(f"    {json.dumps(brief(one), ensure_ascii=False)}" for one in mended(path).before.findings)
    yield "  ]"


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_a_draft_draws_what_stands_beside_it(folder: Path, golden: Callable[[Path, str], None]) -> None:
    own = ["\n".join(in_lines(path)) for path in BEFORE if path.parent == folder]
    golden(folder / "findings.json", "{\n" + ",\n".join(own) + "\n}\n")


@drafts
def test_a_draft_becomes_what_stands_beside_it(before: Path, golden: Callable[[Path, str], None]) -> None:
    golden(before.with_suffix(".after.eml"), mended(before).data.decode())


@drafts
def test_what_was_rewritten_is_found_no_more(before: Path) -> None:
    done = mended(before)
    assert done.applied
    assert len(done.after.findings) <= len(done.before.findings) - len(done.applied)


def test_every_check_that_rewrites_has_its_drafts() -> None:
    built_in = load(Config()).pack.specs
    rewriting = {spec.name for spec in built_in if WRITES.search(said(Path(spec.path)))}
    assert rewriting - set(ELSEWHERE) <= {folder.name for folder in FOLDERS}
    assert {folder.name for folder in FOLDERS} <= {spec.name for spec in built_in}


def test_each_has_them_in_both_languages_and_in_html_unless_it_is_for_one_language() -> None:
    specs = {spec.name: spec for spec in load(Config()).pack.specs}
    for folder in FOLDERS:
        languages = specs[folder.name].languages
        is_for = {
            "en": {"en", "*"} & set(languages),
            "zh": {"zh-Hans", "zh-Hant", "*"} & set(languages),
            "html": True,
        }
        due = {name for name, is_due in is_for.items() if is_due}
        assert due <= {path.stem for path in folder.glob("*.eml")}, folder.name


def said(path: Path) -> str:
    """A check's file and the code beside it."""
    code = path.with_name(f"{path.stem.replace('-', '_')}.py")
    return path.read_text(encoding="utf-8") + (code.read_text(encoding="utf-8") if code.exists() else "")
