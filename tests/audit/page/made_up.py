"""Fills a store with made-up records, as an audit of a Sent folder would: ``made_up.py STORE [MESSAGES]``."""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from maillint.audit.record import Mark, Record, failed
from maillint.audit.store import Place, Store
from maillint.engine import packs

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST = datetime(2026, 11, 24, tzinfo=UTC)
DAYS = 700
ME = "åse.berg@north.example"
HOMES = (
    "north.example",
    "south.example",
    "east.example.cn",
    "bücher.example",
    "qq.example",
    "台北.example",
    "harbour.example",
)
HOURS = [0, 0, 0, 0, 0, 0, 1, 3, 12, 22, 24, 18, 9, 14, 20, 22, 18, 10, 5, 3, 4, 5, 3, 1]
EXAMPLES = {
    "date-relative": ("Can ▢ send it by tomorrow?", "请▢在下周三之前回复。", "麻煩明天給我 📦"),
    "subject-vague": ("Question", "你好", "請教"),
    "emphasis-capitals": ("PLEASE CALL ▇▇▇ BACK.",),
}


def records(count: int, seed: int = 7) -> Iterator[Record]:
    """Messages of two years, getting better slowly, worse in the late evening; every fourth is a reply."""
    chance = random.Random(seed)
    specs = [spec for spec in packs.load().specs if not spec.preview and spec.cost]
    weights = [1 / (4 + number) ** 1.6 for number in range(len(specs))]
    chance.shuffle(specs)
    specs.sort(key=lambda spec: spec.name not in EXAMPLES)
    for number in range(count):
        yield _record(chance, number, specs, weights)


def _record(chance, number, specs, weights) -> Record:
    if number % 997 == 996:
        return failed(f"Sent/{number} 亂碼.eml", chance.choice(["not-a-message", "empty", "crashed"]))
    age = chance.random() ** 0.8
    day = LAST - timedelta(days=int(age * DAYS))
    while day.weekday() > 4 and chance.random() < 0.9:
        day += timedelta(days=1)
    hour = chance.choices(range(24), HOURS)[0]
    zone = timezone(timedelta(hours=8 if number % 3 else 1))
    date = day.replace(hour=hour, minute=chance.randrange(60), second=chance.randrange(60), tzinfo=zone)
    expected = 2.2 + age * 1.6 + (2.5 if hour > 19 else 0) + chance.expovariate(1.2)
    picked = chance.choices(specs, weights, k=int(chance.triangular(0, expected * 2, expected * 0.7)))
    homes = chance.choices(HOMES, [40, 20, 14, 8, 6, 4, 3], k=1 + (chance.random() < 0.2))
    return _judged(chance, number, date, tuple(f"reader{chance.randrange(9)}@{home}" for home in homes), picked)


def _judged(chance, number, date, recipients, picked) -> Record:
    costs: dict[str, float] = {}
    marks, seen = [], set()
    for spec in picked:
        costs[spec.group] = min(20.0, costs.get(spec.group, 0) + spec.cost)
        gain = 0.0 if spec.name in seen else spec.cost
        seen.add(spec.name)
        example = chance.choice(EXAMPLES.get(spec.name, ("",)))
        grade = chance.choice(["safe", "suggested", "advice", ""])
        start = chance.randrange(900)
        marks.append(
            Mark(spec.name, spec.group, spec.severity, spec.confidence, spec.cost, gain, "body", start, start + 9, grade,
                 f"{number:x}-{len(marks)}", example=example)
        )  # fmt: skip
    lost = min(100.0, sum(costs.values()))
    score = 100 - lost
    is_reply = chance.random() < 0.45
    wait = int(chance.lognormvariate(9.6, 1.5))
    return Record(
        f"{number:064x}", f"Sent/{number:05}.eml", f"<{number}@north.example>", date.isoformat(), int(date.timestamp()),
        ME, recipients,
        thread=(f"<{chance.randrange(1 + number // 3)}@thread.example>",) if is_reply else (),
        answered=int(date.timestamp()) - wait if is_reply and chance.random() < 0.8 else None,
        is_reply=is_reply, score=score, after=min(100.0, score + lost * 0.7), after_safe=min(100.0, score + lost * 0.3),
        grade="ABCDE"[sum(score < least for least in (90, 75, 60, 40))],
        language=chance.choices(["en", "zh-Hans", "zh-Hant", "mixed"], [50, 32, 12, 6])[0],
        profile="internal" if all(home.endswith("north.example") for home in recipients) else chance.choice(["external", "external", "customer-service"]),
        note="automatic" if number % 331 == 330 else "", groups=costs, findings=tuple(marks),
    )  # fmt: skip


def fill(path: str, count: int) -> None:
    """A store of so many made-up messages."""
    with Store(path) as store:
        store.begin("made-up", ["Sent"])
        store.add((Place(record.path, 1, 1), record) for record in records(count))
        store.finish()


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
