"""Countries by their English and Chinese names, and the clocks they live by."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.dates import places

if TYPE_CHECKING:
    from datetime import date

# Country domains and the names of their countries.
_COUNTRIES = """
uk: united kingdom|england|scotland|wales|uk|英国|英國; ie: ireland; de: germany|deutschland|德国|德國
at: austria; ch: switzerland|瑞士; fr: france|法国|法國; nl: netherlands|the netherlands|荷兰|荷蘭; be: belgium
it: italy|italia|意大利|義大利; pl: poland|波兰|波蘭; se: sweden|瑞典; no: norway; dk: denmark; fi: finland
gr: greece; pt: portugal; tr: turkey; in: india|印度; th: thailand|泰国|泰國; vn: vietnam|越南; cn: china
sg: singapore; hk: hong kong; tw: taiwan; my: malaysia; ph: philippines; jp: japan|日本
kr: korea|south korea|韩国|韓國; us: usa|united states|美国|美國; ca: canada|加拿大; pk: pakistan
"""


def by_name(table: str) -> dict[str, str]:
    """Each name of a table, and what stands before the colon of its row."""
    rows = (row.partition(": ") for row in table.strip().replace("\n", "; ").split("; "))
    return {name: value for value, _, names in rows for name in names.split("|")}


@cache
def _domains() -> dict[str, str]:
    return by_name(_COUNTRIES)


def of_country(name: str, day: date) -> frozenset[float]:
    """The clocks of a country by its English or Chinese name; empty for another word."""
    top = _domains().get(name.lower(), "")
    return places.of_domain(f"x.{top}", day) if top else frozenset()


def countries_han() -> list[str]:
    """The Chinese names of countries that are known."""
    return [name for name in _domains() if not name.isascii()]
