"""A DataFrame of messages in, a DataFrame of judgements out. Nothing is shuffled: each row is judged where it lies."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from pyspark.sql.pandas.types import from_arrow_schema

from maillint.audit.tabular import JUDGED, judged
from maillint.engine import Config, Ruleset, packs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame

ROWS = 500
"""Rows in an Arrow batch: at 4 KB a message two megabytes."""
OCTETS = 16 << 20
"""Octets in an Arrow batch, after which it ends early: giant messages come in small batches."""
READ = 64
"""Rows that Spark reads from Parquet at a time: of its usual 4,096 giant ones fill an executor's memory."""
_LIMITS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(ROWS),
    "spark.sql.execution.arrow.maxBytesPerBatch": str(OCTETS),
    "spark.sql.parquet.columnarReaderBatchSize": str(READ),
}


def lint(
    frame: DataFrame, config: Config | None = None, *, only: frozenset[str] | None = None, keep_text: bool = False
) -> DataFrame:
    """Judge the messages of a DataFrame, one row in, one row out.

    Sets how large the batches of the session get, Arrow's and those read, which is what bounds an executor's memory.

    Args:
        frame: rows as ``audit.tabular.judged`` knows them: octets in ``content``, as ``binaryFile`` gives them, in
            ``raw`` or ``mime``, or sent items of Microsoft Graph.
        config: as ``maillint.engine.config`` finds it, shipped with the job; None for the defaults. Packs and word
            lists it names must lie under the same paths on every executor.
        only: the checks that are asked for; None for all.
        keep_text: whether the findings' words go into the result.

    Returns:
        A DataFrame with the columns of ``audit.record.Record``; ``findings`` is an array of structs.
    """
    for name, value in _LIMITS.items():
        frame.sparkSession.conf.set(name, value)
    work = partial(_work, config=config or Config(), only=only, keep_text=keep_text)
    return frame.mapInArrow(work, from_arrow_schema(JUDGED))


def _work(
    batches: Iterator[pa.RecordBatch], *, config: Config, only: frozenset[str] | None, keep_text: bool
) -> Iterator[pa.RecordBatch]:
    """What runs in a Python worker, which may be given one partition after the other."""
    rules = _kept(config, only)
    for batch in batches:
        yield judged(batch, rules, keep_text=keep_text)


_loaded: dict[str, Ruleset] = {}


def _kept(config: Config, only: frozenset[str] | None) -> Ruleset:
    """Loaded once a worker."""
    name = json.dumps([config.values, sorted(only or ())], sort_keys=True, default=str)
    if name not in _loaded:
        _loaded[name] = ruleset(config, only)
    return _loaded[name]


def ruleset(config: Config | None, only: frozenset[str] | None = None) -> Ruleset:
    """The checks under a configuration.

    Raises:
        ConfigError, ValueError: a pack or a check cannot be used.
    """
    config = config or Config()
    return Ruleset(packs.load(tuple(config["packs"])), config, only)
