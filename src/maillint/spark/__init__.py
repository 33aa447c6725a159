"""maillint on Apache Spark: ``lint`` for a DataFrame of messages, ``run`` for folders too large for one machine.

Needs the extra ``maillint[spark]`` and a Java that Spark runs on (17 or newer for Spark 4).
"""

from maillint.spark.frames import lint
from maillint.spark.job import Job, run

__all__ = ["Job", "lint", "run"]
