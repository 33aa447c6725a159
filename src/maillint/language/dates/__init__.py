"""Days, times and deadlines in English and Chinese text: found, classed and resolved by one table-driven engine."""

from maillint.language.dates import clocks, places, workdays
from maillint.language.dates.expression import Expression
from maillint.language.dates.render import beside, in_words, is_month_first
from maillint.language.dates.reword import with_day, with_weekday
from maillint.language.dates.search import find, find_all

__all__ = [
    "Expression",
    "beside",
    "clocks",
    "find",
    "find_all",
    "in_words",
    "is_month_first",
    "places",
    "with_day",
    "with_weekday",
    "workdays",
]
