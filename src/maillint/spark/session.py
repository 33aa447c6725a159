"""A Spark session for the command line: quiet, on this Python, and a clear word where it cannot be had."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.log.level": "OFF",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
}
_TRIES = 4
"""How often a task is tried: what clusters do by default."""
_MASTER = re.compile(r"local(?:\[(?:\d+|\*)(?:,\d+)?\])?|(?:spark|k8s)://\S+|yarn")


class SparkError(Exception):
    """There can be no session; ``key`` names the text that says why."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """A session that ends with the block.

    Args:
        master: as Spark writes it: ``local[2]``, ``spark://host:7077``, ``yarn``, ``k8s://...``.

    Raises:
        SparkError: the master is none, pyspark or Java is missing, or Spark does not start.
    """
    if not _MASTER.fullmatch(master):
        raise SparkError("spark-master", master=master)
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise SparkError("spark-missing") from error
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise SparkError("spark-java")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if master.startswith(("local", "spark://127.0.0.1:", "spark://localhost:")):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master(_patient(master)).appName("maillint audit")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except Exception as error:
        raise SparkError("spark-start", reason=str(error).splitlines()[0][:200]) from error
    try:
        yield spark
    finally:
        spark.stop()


def _patient(master: str) -> str:
    """A local master that tries a task again, as a cluster does: by itself it gives up when a worker is killed once."""
    cores = re.fullmatch(r"local(?:\[(\d+|\*)\])?", master)
    return f"local[{cores[1] or 1},{_TRIES}]" if cores else master


@contextmanager
def failures() -> Iterator[None]:
    """What Spark raises in the block, as one line.

    Raises:
        SparkError: a job failed, or the cluster is gone.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise SparkError("spark-failed", reason=_reason(error)) from error


def _reason(error: Exception) -> str:
    """The first line of what lies at the bottom of it: Spark wraps an executor's words several times."""
    cause = getattr(error, "java_exception", None)
    while cause is not None and cause.getCause() is not None:
        cause = cause.getCause()
    words = str(error if cause is None else cause.toString()).strip()
    return (words.splitlines() or [type(error).__name__])[0][:200]
