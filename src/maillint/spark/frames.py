"""A DataFrame of messages in, a DataFrame of judgements out. Nothing is shuffled: each row is judged where it lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pyspark.sql.pandas.types import from_arrow_schema

from maillint.audit.tabular import JUDGED, judged
from maillint.engine import Config, Ruleset, load
from maillint.spark.carrying import carried, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame

    from maillint.spark.carrying import Carried

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
        config: as ``maillint.engine.config`` finds it; None for the defaults. The packs and word lists it names are
            sent with the job.
        only: the checks that are asked for; None for all.
        keep_text: whether the findings' words go into the result.

    Returns:
        A DataFrame with the columns of ``audit.record.Record``; ``findings`` is an array of structs.

    Raises:
        ConfigError: a pack or a list of words cannot be read or sent.
    """
    for name, value in _LIMITS.items():
        frame.sparkSession.conf.set(name, value)
    work = partial(_work, sent=carried(config or Config()), only=only, keep_text=keep_text)
    return frame.mapInArrow(work, from_arrow_schema(JUDGED))


def _work(
    batches: Iterator[pa.RecordBatch], *, sent: Carried, only: frozenset[str] | None, keep_text: bool
) -> Iterator[pa.RecordBatch]:
    """What runs in a Python worker, which may be given one partition after the other."""
    rules = _kept(sent, only)
    for batch in batches:
        yield judged(batch, rules, keep_text=keep_text)


_loaded: dict[str, Ruleset] = {}


def _kept(sent: Carried, only: frozenset[str] | None) -> Ruleset:
    """Loaded once a worker."""
    name = repr([sent.name, None if only is None else sorted(only)])
    if name not in _loaded:
        _loaded[name] = ruleset(unpacked(sent), only)
    return _loaded[name]


def ruleset(config: Config | None, only: frozenset[str] | None = None) -> Ruleset:
    """The checks under a configuration.

    Raises:
        ConfigError, ValueError: a pack or a check cannot be used.
    """
    loaded = load(config)
    return Ruleset(loaded.pack, loaded.config, only)
