"""A job over files: bucket by bucket, so that what is done stays done whatever ends the driver."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from pyspark.errors import AnalysisException

from maillint.audit import signature
from maillint.audit.tabular import plain
from maillint.records import NamedTuple
from maillint.spark.frames import lint, ruleset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyspark.sql import DataFrame, SparkSession

    from maillint.engine import Config

BUCKET_OCTETS = 1 << 30
"""Octets of input in a bucket: what a driver's end may cost at most, times the buckets under way."""
BUCKET_FILES = 20_000
AT_ONCE = 2
"""Buckets under way: the next one's tasks fill the cores that the last tasks of the one before leave idle."""
PARTITION_OCTETS = 16 << 20
"""Octets of input in a task. Judging takes far longer than reading, so tasks are small."""
FORMS = {".eml": "binaryFile", ".parquet": "parquet", ".json": "json", ".jsonl": "json"}
"""How a file is read, by the end of its name."""


class Bucket(NamedTuple):
    """Input files that are judged and committed together."""

    name: str
    """By rules, then by files, sizes and times: the same input under the same rules has the same name."""
    form: str
    paths: tuple[str, ...]
    empty: tuple[str, ...] = ()
    """Files without an octet, which Spark does not read: they are rows nonetheless."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is judged, and where the result goes."""

    source: str
    """A folder, or a URL that the cluster reads, of .eml, .parquet or .json files; those below it count too."""
    output: str
    """A folder, or a URL. Each bucket is a folder of Parquet in it, with Spark's mark ``_SUCCESS`` once it is whole."""
    config: Config | None = None
    only: frozenset[str] | None = None
    keep_text: bool = False
    bucket_octets: int = BUCKET_OCTETS


class Outcome(NamedTuple):
    """What a run came to."""

    buckets: int
    done_before: int


def run(spark: SparkSession, job: Job, told: Callable[[int, int], None] | None = None) -> Outcome:
    """Judge every bucket that an earlier run has not.

    Args:
        spark: the session.
        job: what is judged.
        told: called with the number of buckets done and in all, at the start and after each.

    Raises:
        FileNotFoundError: there are no messages in a known form at the source, which is the argument.
        PySparkException: a task failed as often as the cluster allows; buckets done by then stay.
    """
    spark.conf.set("spark.sql.files.maxPartitionBytes", str(PARTITION_OCTETS))
    rules = signature.of(ruleset(job.config, job.only), keep_text=job.keep_text)
    buckets = list(bucketed(_files(spark, job.source), rules, job.bucket_octets))
    if not buckets:
        raise FileNotFoundError(job.source)
    left = [bucket for bucket in buckets if not _is_done(spark, job.output, bucket)]
    done = before = len(buckets) - len(left)
    if told:
        told(done, len(buckets))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda bucket: _judge(spark, job, bucket), left):
            done += 1
            if told:
                told(done, len(buckets))
    return Outcome(len(buckets), before)


def bucketed(files: Iterable[tuple[str, int, Any]], rules: str, octets: int = BUCKET_OCTETS) -> Iterator[Bucket]:
    """Files in buckets, in the order of their names; each file is path, octets and time of change."""
    by_form: dict[str, list[tuple[str, int, Any]]] = {}
    for file in sorted(files):
        by_form.setdefault(form_of(file[0]), []).append(file)
    for form, some in by_form.items():
        if form:
            yield from (_bucket(form, one, rules) for one in _cut(some, octets))


def form_of(path: str) -> str:
    """How a file is read; "" for one that holds no messages."""
    return next((form for end, form in FORMS.items() if path.lower().endswith(end)), "")


def _cut(files: list[tuple[str, int, Any]], octets: int) -> Iterator[list[tuple[str, int, Any]]]:
    bucket: list[tuple[str, int, Any]] = []
    weight = 0
    for file in files:
        if bucket and (weight + file[1] > octets or len(bucket) >= BUCKET_FILES):
            yield bucket
            bucket, weight = [], 0
        bucket.append(file)
        weight += file[1]
    yield bucket


def _bucket(form: str, files: list[tuple[str, int, Any]], rules: str) -> Bucket:
    mark = sha256(repr((rules, files)).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    name = f"bucket-{rules[:8]}-{mark}"
    full, empty = (tuple(path for path, size, _ in files if bool(size) is wanted) for wanted in (True, False))
    return Bucket(name, form, full, empty if form == "binaryFile" else ())


def _files(spark: SparkSession, source: str) -> list[tuple[str, int, Any]]:
    """All files below a source: Spark lists them without reading any, and leaves out those without an octet."""
    try:
        frame = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(source)
    except AnalysisException as error:
        raise FileNotFoundError(source) from error
    full = [tuple(row) for row in frame.select("path", "length", "modificationTime").collect()]
    known = {plain(path) for path, _, _ in full}
    everything = map(unquote, frame.inputFiles())
    return full + [(path, 0, None) for path in everything if plain(path) not in known]


def _judge(spark: SparkSession, job: Job, bucket: Bucket) -> None:
    judged = lint(_frame(spark, bucket), job.config, only=job.only, keep_text=job.keep_text)
    judged.write.mode("overwrite").parquet(_place(job.output, bucket))


def _frame(spark: SparkSession, bucket: Bucket) -> DataFrame:
    if bucket.form != "binaryFile":
        return spark.read.format(bucket.form).load(list(bucket.paths))
    empty = spark.createDataFrame([(path, b"") for path in bucket.empty], "path string, content binary")
    if not bucket.paths:
        return empty
    return spark.read.format("binaryFile").load(list(bucket.paths)).select("path", "content").union(empty)


def _is_done(spark: SparkSession, output: str, bucket: Bucket) -> bool:
    """Spark writes the mark last, when every task has committed."""
    mark = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(f"{_place(output, bucket)}/_SUCCESS")  # type: ignore[union-attr]  # noqa: SLF001
    return bool(mark.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(mark))  # noqa: SLF001


def _place(output: str, bucket: Bucket) -> str:
    return f"{output.rstrip('/')}/{bucket.name}"
