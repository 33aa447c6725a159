"""How often each check is right, counted on messages that readers have marked, for the pages of the checks.

    python benchmarks/precision.py count MARKS.jsonl MAILS/          one line a check: check, language, fired, right
    python benchmarks/precision.py merge ROWS.tsv ... --mail NAME     put such lines into checks/_measured.toml

A line of MARKS is what a reader says of ``MAILS/<id>.eml``: "missing" or "vague" of the subject, the words that are
slips, and so on; ``MARKS`` below names the keys that speak of a check. Checks no key speaks of are judged by hand: the
lines are then written by hand, and ``merge`` takes them the same way. ``NAME`` is a kind of mail that stands under
``[mail.NAME]`` in the file.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maillint.engine import lint, load
from maillint.message import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Mark = dict[str, Any]

MEASURED = Path(__file__).parent.parent / "checks" / "_measured.toml"
NAMED = (
    *("subject-long", "subject-reply-chain", "emphasis-urgent", "attachment-many", "attachment-name"),
    *("reply-too-short", "recipients-reply-all", "date-no-zone"),
)
"""Checks a reader names as such, under "extra"."""
WHOLE: dict[str, Callable[[Mark], bool]] = {
    "subject-missing": lambda mark: mark.get("subject") == "missing",
    "subject-vague": lambda mark: mark.get("subject") == "vague",
    "subject-stale": lambda mark: mark.get("subject") == "stale",
    "salutation-missing": lambda mark: mark.get("salutation") == "missing",
    "salutation-mismatch": lambda mark: bool(mark.get("salutation_wrong")),
    "salutation-form": lambda mark: bool(mark.get("salutation_wrong")),
    "closing-missing": lambda mark: mark.get("closing") == "missing",
    "signature-missing": lambda mark: mark.get("signed") is False,
    "body-several-topics": lambda mark: int(mark.get("topics") or 1) > 1,
    "body-long-paragraph": lambda mark: bool(mark.get("long_paragraphs")),
    "date-weekday": lambda mark: bool(mark.get("weekday_wrong")),
    "attachment-missing": lambda mark: bool(mark.get("attachment_promised") and not mark.get("attachment_present")),
    "request-unclear": lambda mark: mark.get("request") == "unclear",
}
"""Checks of the whole message, and when a reader agrees with them."""
WORDS = {
    "date-relative": "vague_dates",
    "date-indefinite": "vague_dates",
    "date-ambiguous": "ambiguous_dates",
    "subject-emphasis": "emphasis",
    "emphasis-*": "emphasis",
    "spelling-*": "typos",
    "tone-casual": "casual",
    "tone-slang": "casual",
    "tone-rude": "rude",
    "tone-blame": "rude",
    "tone-demanding": "rude",
    "tone-dismissive": "rude",
    "tone-heat": "rude",
    "tone-blunt-question": "rude",
    "service-banned-*": "rude",
    "body-placeholder": "placeholders",
}
"""Checks that point at words, and the key that holds those a reader marked."""


def verdict(check: str, text: str, mark: Mark) -> bool | None:
    """Whether a reader agrees with a finding; None where the marks say nothing about such a check."""
    if check in NAMED:
        return check in mark["extra"] if "extra" in mark else None
    if check in WHOLE:
        return WHOLE[check](mark)
    key = next((key for pattern, key in WORDS.items() if fnmatch.fnmatch(check, pattern)), "")
    if not key or (check == "date-ambiguous" and key not in mark):
        return None
    return any(_touch(text, words) for words in _marked(mark.get(key, [])))


def _marked(entries: Iterable[Any]) -> Iterator[str]:
    for entry in entries:
        yield entry if isinstance(entry, str) else str(entry.get("span") or entry.get("wrong") or "")


def _touch(found: str, marked: str) -> bool:
    a, b = ("".join(text.casefold().split()) for text in (found, marked))
    return bool(a and b) and (a in b or b in a)


def count(marks: Path, mails: Path) -> Counter[tuple[str, str, str]]:
    """Findings and right ones: (check, language of the mail, "fired" or "right") -> how many."""
    ruleset, counted = load(), Counter[tuple[str, str, str]]()
    for line in marks.read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        language = "zh" if mark.get("lang", "en") != "en" else "en"
        report = lint(read((mails / f"{mark['id']}.eml").read_bytes()), ruleset)
        for finding in report.findings:
            agreed = verdict(finding.check, finding.text, mark)
            if agreed is not None:
                counted[finding.check, language, "fired"] += 1
                counted[finding.check, language, "right"] += agreed
    return counted


def merge(files: Iterable[Path], mail: str, date: str) -> str:
    """The text of the file of measurements with rows put in; rows of the same check, mail and language are added up."""
    data = {"counts": {}, **tomllib.loads(MEASURED.read_text(encoding="utf-8"))}
    sums: Counter[tuple[str, str, int]] = Counter()
    for file in files:
        for row in (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()):
            if len(row) >= 4 and row[2].strip().isdigit():
                for place in (2, 3):
                    sums[row[0].strip(), row[1].strip()[:2], place] += int(row[place])
    for check, language, _ in sums:
        numbers = [sums[check, language, 2], sums[check, language, 3]]
        data["counts"].setdefault(check, {}).setdefault(mail, {})[language] = numbers
    return _written(data, date or str(data["date"]))


def _written(data: dict[str, Any], date: str) -> str:
    lines = ["# How many findings of each check were right where that was counted: [fired, right], by kind of mail and"]
    lines += ["# language. Written by benchmarks/precision.py.", "", f'date = "{date}"']
    for mail, texts in data["mail"].items():
        lines += ["", f"[mail.{mail}]", *(f'{language} = "{text}"' for language, text in texts.items())]
    for check, by_mail in sorted(data["counts"].items()):
        lines += ["", f"[counts.{check}]"]
        for mail, by_language in sorted(by_mail.items()):
            numbers = ", ".join(f"{language} = {pair}" for language, pair in sorted(by_language.items()))
            lines.append(f"{mail} = {{ {numbers} }}")
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Count or merge."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    counting = commands.add_parser("count")
    counting.add_argument("marks", type=Path)
    counting.add_argument("mails", type=Path)
    merging = commands.add_parser("merge")
    merging.add_argument("rows", type=Path, nargs="+")
    merging.add_argument("--mail", required=True)
    merging.add_argument("--date", default="")
    chosen = parser.parse_args(arguments)
    if chosen.command == "merge":
        MEASURED.write_text(merge(chosen.rows, chosen.mail, chosen.date), encoding="utf-8")
        return 0
    counted = count(chosen.marks, chosen.mails)
    for check, language in sorted({(check, language) for check, language, _ in counted}):
        print(check, language, counted[check, language, "fired"], counted[check, language, "right"], sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
