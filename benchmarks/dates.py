"""How many dates are found and resolved, kind by kind, and how fast, beside what peers make of the same text.

Each line of FILE has ``input``, ``ref`` (the moment it counts from) and ``results``: ``Text``, ``Start``, ``TypeName``
and ``Resolution.values`` as in the test data of microsoft/Recognizers-Text (MIT), Specs/DateTime. An entity is found
when a tool's span touches it, and resolved when the first or last day (or the clock time) is one of the marked ones.
dateparser's search_dates and recognizers-text (pip install ms-recognizers-text-suite) take part when installed.

The last table is the CPU time over whole bodies: those of the .eml files in --bodies, else of made-up messages.
The exit status is 1 when it is over its limits: 0.3 ms a message, and a hundredth of what search_dates takes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from maillint.language.dates import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DATED = ("date", "datetime", "daterange", "datetimerange")
DAY_LEVEL = ("date", "datetime")
LONGEST, LEAST_FACTOR = 0.3, 100
"""Milliseconds a message may cost, and how many times faster than search_dates it is at least."""


class Span(NamedTuple):
    """What a tool found: a stretch of the sentence and the days and clock times it stands for."""

    start: int
    end: int
    values: frozenset[str]


class Entity(NamedTuple):
    """What is marked."""

    start: int
    end: int
    kind: str
    values: frozenset[str]


class Tally:
    """Entities, found, resolved by kind, and the seconds it took."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.seconds = 0.0

    def add(self, entity: Entity, spans: list[Span]) -> None:
        over = [span for span in spans if span.start < entity.end and entity.start < span.end]
        row = self.counts[entity.kind]
        row[0] += 1
        row[1] += bool(over)
        row[2] += any(span.values & entity.values for span in over)

    def share(self, kinds: tuple[str, ...]) -> str:
        rows = [self.counts[kind] for kind in kinds if kind in self.counts]
        total, found, resolved = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
        return f"{found / total:6.2f}{resolved / total:6.2f}" if total else "     -     -"


def main() -> int:
    """Print one table a file, and one of the time over whole bodies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="FILE", help="sentences with marked dates, one JSON object a line")
    parser.add_argument("--bodies", metavar="DIR", help="a folder of .eml files whose bodies are timed")
    parser.add_argument("--count", type=int, default=50, help="how many bodies (%(default)s)")
    options = parser.parse_args()
    for path in options.files:
        report(path)
    return timed(bodies(options.bodies, options.count))


def report(path: str) -> None:
    """Run every tool over a file and print what it found and resolved."""
    with open(path, encoding="utf-8") as file:
        cases = [json.loads(line) for line in file if line.strip()]
    is_chinese = sum("\u4e00" <= character <= "\u9fff" for case in cases for character in case["input"]) > len(cases)
    tools = dict(installed("zh" if is_chinese else "en"))
    tallies = {name: measured(tool, cases) for name, tool in tools.items()}
    print(f"\n{path}: {len(cases)} sentences" + " " * 6 + "found and resolved".rjust(12))
    print(f"{'kind':24}{'n':>6}" + "".join(f"{name:>16}" for name in tools))
    ours = tallies["maillint"]
    groups = [(kind, (kind,)) for kind in sorted(ours.counts)] + [("all dated", DATED), ("day level", DAY_LEVEL)]
    for label, kinds in groups:
        count = sum(ours.counts[kind][0] for kind in kinds if kind in ours.counts)
        print(f"{label:24}{count:6}" + "".join(f"{tally.share(kinds):>16}" for tally in tallies.values()))
    print(f"{'ms a sentence':30}" + "".join(f"{1000 * t.seconds / len(cases):16.3f}" for t in tallies.values()))


def measured(tool: Callable[[str, datetime], list[Span]], cases: list[dict[str, Any]]) -> Tally:
    """What a tool makes of all sentences, after one to warm up."""
    tally = Tally()
    tool(cases[0]["input"], datetime.fromisoformat(cases[0]["ref"]))
    for case in cases:
        started = time.process_time()
        spans = tool(case["input"], datetime.fromisoformat(case["ref"]))
        tally.seconds += time.process_time() - started
        for entity in entities(case):
            tally.add(entity, spans)
    return tally


def entities(case: dict[str, Any]) -> Iterator[Entity]:
    """The marked entities of a sentence; lunar ones apart."""
    for result in case["results"]:
        values = (result.get("Resolution") or {}).get("values") or []
        kind = result.get("TypeName", "datetimeV2.other").partition(".")[2]
        if any(value.get("isLunar") for value in values):
            kind += " (lunar)"
        start = result.get("Start", case["input"].lower().find(result["Text"].lower()))
        wanted = frozenset(part for value in values for part in parts(value, kind))
        yield Entity(start, start + len(result["Text"]), kind, wanted)


def parts(value: dict[str, str], kind: str) -> Iterator[str]:
    """The days (times for a time, "none" for a day that does not exist) that count as right."""
    for key in ("value", "start", "end"):
        text = value.get(key, "")
        if text == "not resolved":
            yield "none"
        elif text:
            yield text if kind.startswith("time") else text[:10]


def installed(language: str) -> Iterator[tuple[str, Callable[[str, datetime], list[Span]]]]:
    """The tools that can be had, ours first."""
    yield "maillint", ours
    try:
        from dateparser.search import search_dates
    except ImportError:
        pass
    else:
        yield "dateparser", lambda text, reference: searched(search_dates, text, reference, language)
    try:
        from ms_recognizers_date_time import recognize_datetime  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return
    culture = "zh-cn" if language == "zh" else "en-us"
    yield "recognizers", lambda text, reference: recognized(recognize_datetime, text, reference, culture)


def ours(text: str, reference: datetime) -> list[Span]:
    """The engine that is measured."""
    return [
        Span(
            one.start,
            one.end,
            frozenset(days(one.readings)) | {str(one.time)} | frozenset(() if one.is_possible else ("none",)),
        )
        for one in find(text, reference=reference)
    ]


def days(readings: tuple[tuple[date, date], ...]) -> Iterator[str]:
    """First and last days, and the day after the last: the data end their ranges there."""
    for first, last in readings:
        yield from (str(first), str(last))
        if first < last:
            yield str(last + timedelta(days=1))


def searched(search: Any, text: str, reference: datetime, language: str) -> list[Span]:
    """The search of dateparser; its spans are found again in the text."""
    settings = {"RELATIVE_BASE": reference, "PREFER_DATES_FROM": "future"}
    spans, place = [], 0
    for words, moment in search(text, languages=[language], settings=settings) or []:
        start = text.find(words, place)
        if start < 0:
            continue
        place = start + len(words)
        spans.append(Span(start, place, frozenset((str(moment.date()), str(moment.time().replace(microsecond=0))))))
    return spans


def recognized(recognize: Any, text: str, reference: datetime, culture: str) -> list[Span]:
    """The port of Recognizers-Text to Python."""
    spans = []
    for result in recognize(text, culture, reference=reference):
        values = (result.resolution or {}).get("values") or []
        found = {part for value in values for key in ("value", "start", "end") if (part := value.get(key))}
        spans.append(Span(result.start, result.end + 1, frozenset(found | {part[:10] for part in found})))
    return spans


class Body(NamedTuple):
    """The author's own words of one message."""

    text: str
    reference: datetime
    language: str
    """"en" or "zh", as dateparser names it."""


def bodies(folder: str | None, count: int) -> list[Body]:
    """The bodies of messages in a folder, or of made-up ones."""
    from maillint import message

    if folder is None:
        import messages

        raw = messages.generate(count, attachments=False)
    else:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".eml"))[:count]
        raw = [read(os.path.join(folder, name)) for name in names]
    drafts = [message.read(data) for data in raw]
    return [Body(one.own_text, one.reference, "zh" if one.language.startswith("zh") else "en") for one in drafts]


def read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def timed(texts: list[Body]) -> int:
    """Print CPU time a body of each tool; 1 when ours is over a limit."""
    size = sum(len(body.text) for body in texts) / len(texts)
    least = per_body(lambda body: find(body.text, reference=body.reference), texts, 7)
    print(f"\n{len(texts)} bodies of {size:.0f} characters{'':8}ms a body      times ours")
    print(f"{'maillint find':36}{least:9.3f}")
    is_slow = least > LONGEST
    try:
        from dateparser.search import search_dates
    except ImportError:
        return int(is_slow)
    for label, is_told in (("search_dates", False), ("search_dates, told the language", True)):

        def search(body: Body, *, is_told: bool = is_told) -> object:
            languages = [body.language] if is_told else None
            moment = body.reference.replace(tzinfo=None)
            return search_dates(body.text, languages=languages, settings={"RELATIVE_BASE": moment})

        cost = per_body(search, texts, 1 + is_told)
        print(f"{label:36}{cost:9.3f}{cost / least:16.0f}")
        is_slow |= not is_told and cost < LEAST_FACTOR * least
    return int(is_slow)


def per_body(tool: Callable[[Body], object], texts: list[Body], times: int) -> float:
    """Milliseconds of CPU a body, the least of some rounds after one to warm up."""
    tool(texts[0])
    rounds = []
    for _ in range(times):
        started = time.process_time()
        for body in texts:
            tool(body)
        rounds.append(time.process_time() - started)
    return 1000 * min(rounds) / len(texts)


if __name__ == "__main__":
    sys.exit(main())
