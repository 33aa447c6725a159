"""``maillint audit --engine spark``: the same audit on a cluster, its result as Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.audit.texts import say
from maillint.cli import request as requests
from maillint.cli.guard import tell
from maillint.cli.request import UsageError
from maillint.cli.session import Session, language_of

if TYPE_CHECKING:
    from maillint.cli.audit import Wish


def run(wish: Wish, master: str, output: str | None) -> int:
    """Judge what a cluster reads, bucket by bucket; what was judged before stays.

    Raises:
        UsageError: the options do not go together, or there can be no Spark.
    """
    request = wish.request
    session = Session(request._replace(min_score=None, fail_on=None))
    config = session.ruleset(request.paths[0]).config
    language = language_of(request.lang, config)
    if output is None or len(request.paths) != 1:
        raise UsageError(say(language, "spark-output"))
    try:
        return _judged(wish, master, output, language)
    except ImportError as error:
        raise UsageError(say(language, "spark-missing")) from error


def _judged(wish: Wish, master: str, output: str, language: str) -> int:
    from maillint.spark.session import SparkError, session

    source = wish.request.paths[0]
    config = Session(wish.request._replace(min_score=None, fail_on=None)).ruleset(source).config
    try:
        with session(master) as spark:
            from maillint.spark.job import Job, run

            job = Job(source, output, config, keep_text=wish.keep_text)
            outcome = run(spark, job, lambda done, all_: tell(say(language, "spark-done", done=done, all=all_)))
    except SparkError as error:
        raise UsageError(say(language, error.key, **error.details)) from error
    except FileNotFoundError as error:
        raise UsageError(str(error)) from error
    tell(say(language, "spark-end", output=output, before=outcome.done_before, all=outcome.buckets))
    return requests.PASSED
