"""``maillint audit --engine spark``: the same audit on a cluster, its result as Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from maillint.audit.texts import counted, say
from maillint.cli import request as requests
from maillint.cli.guard import tell
from maillint.cli.request import Request, UsageError
from maillint.cli.session import Session, language_of

if TYPE_CHECKING:
    from maillint.cli.audit import Wish
    from maillint.engine import Ruleset
    from maillint.spark.job import Outcome


def pack(sources: list[str], folder: str, lang: str | None) -> int:
    """Put messages into Parquet files.

    Raises:
        UsageError: the folder is not empty or cannot be written, or there is no pyarrow.
    """
    from maillint.audit.packing import pack as packed

    language = language_of(lang, Session(Request(lang=lang)).ruleset(".").config)
    try:
        count = packed(sources, folder)
    except FileExistsError as error:
        raise UsageError(say(language, "pack-full", folder=folder)) from error
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror}") from error
    except ImportError as error:
        raise UsageError(say(language, "spark-missing")) from error
    tell(counted(language, "packed", count, folder=folder))
    return requests.PASSED


class Cluster(NamedTuple):
    """Where it runs, and where its result goes."""

    master: str
    output: str | None


def run(wish: Wish, cluster: Cluster) -> int:
    """Judge what a cluster reads, bucket by bucket; what was judged before stays.

    Raises:
        UsageError: the options do not go together, there can be no Spark, or it gave up.
    """
    ruleset = Session(wish.request._replace(min_score=None, fail_on=None)).ruleset(wish.request.paths[0])
    language = language_of(wish.request.lang, ruleset.config)
    if cluster.output is None or len(wish.request.paths) != 1 or wish.store or wish.page or wish.baseline:
        raise UsageError(say(language, "spark-options"))
    outcome = _judged(wish, ruleset, cluster.master, cluster.output, language)
    tell(say(language, "spark-end", output=cluster.output, before=outcome.done_before, all=outcome.buckets))
    return requests.PASSED


def _judged(wish: Wish, ruleset: Ruleset, master: str, output: str, language: str) -> Outcome:
    try:
        from maillint.spark.job import Job, run
        from maillint.spark.session import SparkError, failures, session
    except ImportError as error:
        raise UsageError(say(language, "spark-missing")) from error

    def told(done: int, all_: int) -> None:
        tell(say(language, "spark-done", done=done, all=all_))

    try:
        with session(master) as spark, failures():
            return run(spark, Job(wish.request.paths[0], output, ruleset.config, ruleset.only, wish.keep_text), told)
    except SparkError as error:
        raise UsageError(say(language, error.key, **error.details)) from error
    except FileNotFoundError as error:
        raise UsageError(say(language, "spark-empty", source=str(error))) from error
