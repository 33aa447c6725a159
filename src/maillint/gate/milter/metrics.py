"""The milter's numbers in Prometheus' form, for scraping on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client.core import Metric

    from maillint.gate.milter.pool import Pool
    from maillint.gate.milter.stats import Stats

CONTENT_TYPE = CONTENT_TYPE_LATEST


class Metrics(Collector):
    """Reads the numbers when they are asked for."""

    def __init__(self, stats: Stats, pool: Pool) -> None:
        self._stats, self._pool = stats, pool
        self._registry = CollectorRegistry()
        self._registry.register(self)
        ProcessCollector(registry=self._registry)

    def page(self) -> bytes:
        """All metrics as text."""
        return generate_latest(self._registry)

    def collect(self) -> Iterator[Metric]:
        """One family after the other."""
        stats, pool = self._stats, self._pool
        messages = CounterMetricFamily("maillint_milter_messages", "Verdicts.", labels=("action", "reason"))
        for labels, count in sorted(stats.messages.items()):
            messages.add_metric(labels, count)
        yield messages
        waits = HistogramMetricFamily("maillint_milter_seconds", "What messages waited for their verdicts.")
        bounds = [("+Inf" if bound == float("inf") else str(bound), float(count)) for bound, count in stats.waits()]
        waits.add_metric((), bounds, stats.seconds)
        yield waits
        yield GaugeMetricFamily("maillint_milter_connections", "Connections open now.", value=stats.connections)
        yield GaugeMetricFamily("maillint_milter_workers", "Worker processes that are up.", value=pool.ready)
        for name, text, value in (
            ("workers_killed", "Workers that took too long and were ended.", pool.killed),
            ("workers_lost", "Workers that ended by themselves.", pool.lost),
            ("connections_broken", "Connections that sent what is no milter protocol.", stats.broken),
            ("decisions_unlogged", "Decisions that could not be written to the log.", stats.unlogged),
        ):
            yield CounterMetricFamily(f"maillint_milter_{name}", text, value=value)
