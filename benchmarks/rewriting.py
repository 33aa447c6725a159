"""`maillint fix` over folders of messages: what is not rewritten must stay as it was, to the octet.

    python benchmarks/rewriting.py FOLDER... [--show 5]

Every file below the folders is fixed twice over, with the safe rewrites and with the suggested ones, and looked at:

- parts that are no text, and header fields that were not rewritten, have the octets they had; attachments their hashes;
- the message has the same parts in the same order;
- fixing the outcome again changes nothing;
- what was applied is gone, and no check has more to say than before.

Prints how many messages, rewrites, refusals and failures there were; the exit status is 1 when anything failed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from email import message_from_bytes
from typing import TYPE_CHECKING, NamedTuple

from corpus import files

from maillint.engine import Config, Ruleset, lint, load
from maillint.finding import Grade
from maillint.message import read, sources
from maillint.rewrite.mending import Mender

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Report
    from maillint.message.draft import Draft
    from maillint.rewrite.mending import Mended


_TEXTS = ("text", "multipart")
"""A multipart without parts is a text, to whoever reads it."""


class Tally(NamedTuple):
    """What a run came to."""

    counts: Counter[str]
    failures: list[str]


def main() -> int:
    """Fix everything, print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--show", type=int, default=20, help="failures that are shown")
    options = parser.parse_args()
    ruleset = load(Config())
    tally = Tally(Counter(), [])
    for item in sources.iterate(path for folder in options.folders for path in files(folder)):
        tally.counts["not a message" if item.error else "messages"] += 1
        if not item.error:
            for grade in (Grade.SAFE, Grade.SUGGESTED):
                _try(item, ruleset, grade, tally)
    for key, count in sorted(tally.counts.items()):
        print(f"{count:>7}  {key}")
    print(f"{len(tally.failures):>7}  failures")
    for failure in tally.failures[: options.show]:
        print(failure)
    return bool(tally.failures)


def _try(item: sources.Item, ruleset: Ruleset, grade: Grade, tally: Tally) -> None:
    before = read(item.data)

    def judge(data: bytes) -> Report:
        draft = read(data)
        return lint(draft if draft.date else draft._replace(date=before.reference), ruleset)

    mender = Mender(judge, grade, lambda _: True)
    mended = mender.mend(item.data)
    if mended.refusal:
        tally.counts[f"{grade}: refused, {mended.refusal}"] += 1
    tally.counts[f"{grade}: changed messages"] += mended.data != item.data
    tally.counts[f"{grade}: rewrites"] += len(mended.applied)
    for left in mended.left:
        detail = f" {left.detail}" if left.reason == "draws" else ""
        tally.counts[f"{grade}: left, {left.reason}"] += 1
        if detail:
            tally.counts[f"{grade}: left, {left.finding.check} draws{detail}"] += 1
    problems = list(_problems(before, mended, mender))
    tally.failures.extend(f"{item.path}: {grade}: {problem}" for problem in problems)


def _problems(before: Draft, mended: Mended, mender: Mender) -> Iterator[str]:
    after = read(mended.data)
    if not mended.applied and mended.data != before.raw:
        yield "changed without a rewrite"
    if _hashes(before.raw) != _hashes(mended.data):
        yield "attachments differ"
    if _structure(before.raw) != _structure(mended.data):
        yield "the structure differs"
    if differing := set(_fields(before)) ^ set(_fields(after)):
        yield f"other fields differ: {sorted(differing)}"
    if mender.mend(mended.data).data != mended.data:
        yield "fixing twice is not fixing once"
    if more := _counted(mended.after) - _counted(mended.before):
        yield f"new findings: {dict(more)}"
    applied = Counter(done.finding.check for done in mended.applied if done.report is mended.before)
    if kept := _counted(mended.after) - (_counted(mended.before) - applied):
        yield f"applied and still there: {dict(kept)}"


def _counted(report: Report) -> Counter[str]:
    return Counter(finding.check for finding in report.findings)


def _hashes(data: bytes) -> list[tuple[str, str]]:
    """Kind and hash of every part that is not one of the texts, as another parser reads them."""
    parts = [part for part in message_from_bytes(data).walk() if not part.is_multipart()]
    own = [part for part in parts if part.get_content_maintype() not in _TEXTS or part.get_filename()]
    return [(part.get_content_type(), _hash(part.get_payload(decode=True))) for part in own]


def _hash(payload: object) -> str:
    return hashlib.sha256(payload).hexdigest() if isinstance(payload, bytes) else ""


def _structure(data: bytes) -> list[str]:
    return [part.get_content_type() for part in message_from_bytes(data).walk()]


def _fields(draft: Draft) -> Iterator[tuple[str, str]]:
    """The fields that no rewrite may change."""
    touched = ("subject", "to", "cc", "bcc", "content-type", "content-transfer-encoding", "mime-version")
    return ((name, value) for name, value in draft.headers if name.lower() not in touched)


if __name__ == "__main__":
    sys.exit(main())
