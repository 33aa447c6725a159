"""A worker process of the milter: ``python -m maillint.gate.milter.worker``. It judges one message after the other.

Frames come in on standard input and go out on what was standard output; the first one out says whether it is ready.
It ends when its input ends, that is, with the milter, however that ends.
"""

from __future__ import annotations

import gc
import json
import signal
import sys
from typing import Any

from maillint.gate.frames import packed, pipes, received


def main() -> int:
    """Work until there is no more; returns the exit status."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # they are meant for the milter, which ends its workers itself
    jobs, answers = pipes()
    options = json.loads(sys.argv[1])
    try:
        from maillint.gate.milter.judging import Judge

        judge = Judge(**options)
    except (ValueError, OSError) as error:
        answers.write(packed({"error": str(error)}))
        return 2
    answers.write(packed(judge.terms))
    gc.freeze()  # what is loaded stays: nobody need look for garbage in it
    while frame := received(jobs):
        job, data = frame
        verdict, trouble = judge(data, job)
        answer: dict[str, Any] = verdict._asdict() | {"trouble": trouble}
        body = answer.pop("body")
        answers.write(packed(answer | {"has_body": body is not None}, body or b""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
