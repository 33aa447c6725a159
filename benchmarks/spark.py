"""What an audit costs on Spark beside the same audit here, in one run: messages a second.

    python benchmarks/spark.py                    20,000 messages of about 4 KB, packed, on local[2]
    python benchmarks/spark.py --messages 2000    fewer

Needs maillint[spark] and Java. The figures of docs/scale.md are from here.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import islice
from pathlib import Path

from audit import Spent, maildir, sent, timed

COMMAND = (sys.executable, "-m", "maillint", "audit")


def told(name: str, count: int, spent: Spent, start: float = 0.0) -> float:
    """Print one line; returns messages a second."""
    rate = count / (spent.wall - start)
    print(f"{name:32} {rate:8.0f} a second {spent.wall:7.1f} s in all")
    return rate


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--messages", type=int, default=20_000)
    count = parser.parse_args().messages
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        mail = maildir(place / "mail", list(islice(sent(count), count)))
        few = maildir(place / "few", list(islice(sent(50), 50)))
        for source in (mail, few):
            timed(*COMMAND, "pack", str(source), "-o", str(place / f"packed-{source.name}"))
        here = told(
            "here, 2 processes", count, timed(*COMMAND, str(mail), "--store", str(place / "a.db"), "--jobs", "2")
        )
        spark = ("--engine", "spark", "--master", "local[2]")
        start = timed(*COMMAND, *spark, str(place / "packed-few"), "--output", str(place / "few-out"))
        told("Spark local[2], 50 messages", 50, start)
        there = timed(*COMMAND, *spark, str(place / "packed-mail"), "--output", str(place / "out"))
        rate = told("Spark local[2], its start left out", count, there, start.wall)
        print(f"Spark beside two processes: {rate / here:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
