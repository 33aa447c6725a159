"""Charts as static SVG, drawn by Vega-Lite through vl-convert (extra ``audit``); without it the page shows tables.

Colours are the page's own variables, so that a chart follows light, dark and print. Nothing from the mail comes here.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maillint.audit.figures import Hour, Period

WIDE, NARROW = 800, 330
"""Pixels; a phone gets a drawing of its own instead of a small one."""
_LABEL = {"labelColor": "var(--dim)", "labelFontSize": 12, "labelPadding": 8}
_DOTS = 40
"""Periods up to which each has a dot of its own."""
_DAYS = {"day": 1, "week": 7}
_SMOOTH = {"interpolate": "monotone"}
_CONFIG = {
    "aria": False,
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {**_LABEL, "domain": False, "ticks": False, "title": None, "gridColor": "var(--line)", "grid": False},
}


def is_ready() -> bool:
    """Whether the library that draws is installed."""
    from importlib.util import find_spec

    return find_spec("vl_convert") is not None


def over_time(periods: Sequence[Period], unit: str, label: str) -> str:
    """The average by period as a line, the middle half of the messages as a band, the last average in figures."""
    rows = _without_gaps(periods, unit)
    lowest = max(0, min(one.low for one in periods) // 10 * 10)
    score = {"type": "quantitative", "scale": {"domain": [lowest, 100]}, "axis": {"grid": True, "tickCount": 5}}
    average = {"y": {"field": "average", **score}}
    last = [{"filter": "datum.is_last"}]
    line = {"type": "line", "color": "var(--accent)", "strokeWidth": 2.5, "strokeCap": "round", **_SMOOTH}
    line["point"] = {"size": 18, "color": "var(--accent)"} if len(periods) <= _DOTS else False
    dot = {"type": "point", "filled": True, "size": 60, "color": "var(--accent)", "opacity": 1}
    figure = {"text": {"field": "average", "format": ".0f"}}
    layers = [
        {
            "mark": {"type": "area", "color": "var(--band)", **_SMOOTH},
            "encoding": {"y": {"field": "low", **score}, "y2": {"field": "high"}},
        },
        {"mark": line, "encoding": average},
        {"transform": last, "mark": dot, "encoding": average},
        {"transform": last, "mark": _figure(dx=4, dy=-14), "encoding": {**average, **figure}},
    ]

    def spec(width: int) -> dict[str, Any]:
        axis = {"format": "%Y-%m" if unit == "month" else "%Y-%m-%d", "tickCount": width // 110, "labelFlush": True}
        time = {"field": "day", "type": "temporal", "scale": {"type": "utc"}, "axis": axis}
        return {"height": 220, "data": {"values": rows}, "encoding": {"x": time}, "layer": layers}

    return _drawn(spec, label)


def _without_gaps(periods: Sequence[Period], unit: str) -> list[dict[str, Any]]:
    """A row for every period, empty where nothing was sent, so that the line breaks there and feigns nothing."""
    known = {one.start: one for one in periods}
    rows: list[dict[str, Any]] = []
    day = date.fromisoformat(periods[0].start)
    while (start := day.isoformat()) <= periods[-1].start:
        one = known.get(start)
        figures = {"average": round(one.average, 1), "low": one.low, "high": one.high} if one else {}
        rows.append({"day": start, "average": None, "low": None, "high": None, **figures})
        day = (day.replace(day=1) + timedelta(32)).replace(day=1) if unit == "month" else day + timedelta(_DAYS[unit])
    rows[-1]["is_last"] = True
    return rows


def histogram(counts: Sequence[int], average: float, label: str) -> str:
    """Messages by score in steps of five, and the average as a rule."""
    rows = [{"least": step * 5 + 0.25, "most": step * 5 + 4.75, "n": count} for step, count in enumerate(counts)]
    many = {"field": "n", "type": "quantitative", "axis": {"grid": True, "tickCount": 4, "format": ",d"}}
    one = {"data": {"values": [{"average": average}]}}

    def spec(width: int) -> dict[str, Any]:
        steps = list(range(0, 101, 10 if width == WIDE else 20))
        score = {"type": "quantitative", "scale": {"domain": [0, 100]}, "axis": {"values": steps}}
        here = {"x": {"field": "average", **score}}
        bars = {"x": {"field": "least", **score}, "x2": {"field": "most"}, "y": many, "y2": {"datum": 0}}
        text = {"y": {"value": 2}, "text": {"value": f"{average:.0f}"}}
        layers = [
            {"data": {"values": rows}, "mark": {"type": "rect", "color": "var(--soft)"}, "encoding": bars},
            {**one, "mark": {"type": "rule", "color": "var(--accent)", "strokeWidth": 2}, "encoding": here},
            {**one, "mark": _figure(dx=-6, baseline="top"), "encoding": {**here, **text}},
        ]
        return {"height": 180, "layer": layers}

    return _drawn(spec, label)


def week(hours: Sequence[Hour], average: float, weekdays: Sequence[str], label: str) -> str:
    """A disc for each hour of the week, as large as the mail written in it; those well under the average stand out."""
    rows = [
        {"day": weekdays[one.weekday], "hour": one.hour, "n": one.messages, "low": one.average < average - 3}
        for one in hours
    ]

    def spec(width: int) -> dict[str, Any]:
        step = (width - 40) / 24
        shown = (
            "datum.value % 3 === 0 ? datum.value : ''" if width == WIDE else "datum.value % 6 === 0 ? datum.value : ''"
        )
        return {
            "height": {"step": max(22, step * 0.8)},
            "data": {"values": rows},
            "mark": {"type": "circle", "opacity": 1},
            "encoding": {
                "x": {
                    "field": "hour",
                    "type": "ordinal",
                    "scale": {"domain": list(range(24))},
                    "axis": {"labelAngle": 0, "labelExpr": shown, "labelOverlap": False},
                },
                "y": {"field": "day", "type": "ordinal", "scale": {"domain": list(weekdays)}},
                "size": {
                    "field": "n",
                    "type": "quantitative",
                    "legend": None,
                    "scale": {"range": [4, (step * 0.82) ** 2]},
                },
                "color": {"condition": {"test": "datum.low", "value": "var(--accent)"}, "value": "var(--soft)"},
            },
        }

    return _drawn(spec, label)


def bars(names: Sequence[str], counts: Sequence[int], label: str) -> str:
    """A few counted steps in their own order, with their shares in figures."""
    total = sum(counts) or 1
    rows = [{"name": name, "n": n, "share": f"{n / total:.0%}"} for name, n in zip(names, counts, strict=True)]

    def spec(width: int) -> dict[str, Any]:
        axis = {"labelColor": "var(--ink)", "labelLimit": 160, "minExtent": 110 if width == WIDE else 90}
        step = {"field": "name", "type": "ordinal", "sort": None, "axis": axis}
        many = {"field": "n", "type": "quantitative", "axis": None, "scale": {"domain": [0, max(counts) * 1.15 or 1]}}
        return {
            "height": {"step": 30},
            "data": {"values": rows},
            "encoding": {"y": step, "x": many},
            "layer": [
                {"mark": {"type": "bar", "color": "var(--soft)", "cornerRadiusEnd": 2, "height": 18}},
                {
                    "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 12, "color": "var(--ink)"},
                    "encoding": {"text": {"field": "share"}},
                },
            ],
        }

    return _drawn(spec, label)


def _figure(**place: Any) -> dict[str, Any]:
    """How the one figure of a chart is written."""
    return {"type": "text", "align": "right", "fontSize": 14, "fontWeight": 600, "color": "var(--ink)", **place}


def _drawn(spec: Callable[[int], dict[str, Any]], label: str) -> str:
    """The chart for screens and paper, and one for phones."""
    wide, narrow = _svg(spec(WIDE), WIDE), _svg(spec(NARROW), NARROW)
    opened = f'<svg role="img" aria-label="{escape(label)}" '
    return "".join(
        f'<div class="chart {name}">{drawing.replace("<svg ", opened, 1)}</div>'
        for name, drawing in (("wide", wide), ("narrow", narrow))
    )


def _svg(spec: dict[str, Any], width: int) -> str:
    import vl_convert

    whole = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": 4,
        "background": None,
        "config": _CONFIG,
        **spec,
    }
    svg: str = vl_convert.vegalite_to_svg(json.dumps(whole), vl_version="6.1", allowed_base_urls=[])
    return svg
