"""Signs that a reader lives by another clock: the money of a country, a place in a signature or a domain, a name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from maillint.language.dates import cities, countries, places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_split = str.split

_EURO = ("ie", "pt", "de", "fi", "gr")
_MONEY = {
    "£": ("uk",), "€": _EURO, "₹": ("in",), "GBP": ("uk",), "EUR": _EURO, "INR": ("in",), "CHF": ("ch",),
    "SEK": ("se",), "NOK": ("no",), "DKK": ("dk",), "PLN": ("pl",), "CZK": ("cz",),
}  # fmt: skip
_IN_DOMAINS = frozenset(
    _split(
        """
        munich muenchen hamburg frankfurt cologne stuttgart zurich zuerich geneva vienna amsterdam rotterdam
        copenhagen stockholm gothenburg helsinki oslo bergen norway norge sweden svenska svalbard nordic danmark
        suomi deutsch deutsche german swiss austria italia italiana iberia lisboa polska brasil tokyo osaka kyoto
        nagoya yokohama japan nippon korea seoul taipei taiwan shanghai beijing shenzhen hongkong singapore penang
        manila jakarta bangkok mumbai bangalore bengaluru chennai hyderabad deccan dubai istanbul johannesburg
        sydney melbourne auckland chicago houston seattle toronto vancouver montreal
        """
    )
)
# Cities, and the words of domains that stand for them.
_MEANT = """
munich: muenchen; zurich: zuerich|swiss; oslo: norway|norge|svalbard; stockholm: sweden|svenska|nordic
copenhagen: danmark; helsinki: suomi; berlin: deutsch|deutsche|german; vienna: austria; rome: italia|italiana
madrid: iberia; lisbon: lisboa; warsaw: polska; são paulo: brasil; tokyo: japan|nippon; seoul: korea
taipei: taiwan; hong kong: hongkong; hyderabad: deccan
"""
# Given names of the European continent that are rare elsewhere.
_EUROPEAN = frozenset(
    _split(
        """
        anders anneke anneliese antje arne asbjørn aurélie bärbel beatrix benoît birgit bjarne björn bjørn bruno
        camille cécile céline chiara claudio dagmar davide didier dieter dimitris dirk dorota egil élodie emanuele
        enrico ernst étienne fabien fabio fabrizio federica federico filippo florian francesca franck françois
        frédéric friedrich gerd gerhard gianluca giorgio giorgos giovanni giulia giuseppe grzegorz günter günther
        guillaume gunnar håkon halvor hannelore hans harald heike heinz helmut hendrik henrik holger horst ilaria
        ingeborg ingrid isabelle istván ivo jacek jarosław jens jérôme joachim jochen johannes joost jörg jukka
        jürgen kaarina kai karsten katarzyna kirsten kjell klaus knut krzysztof lars laszlo lászló laurent leif
        lorenzo luca ludovic magdalena magnus małgorzata manfred marcin marco markus massimo mathieu matteo mattias
        michał mikko monika morten nils odile ole olivier ondřej paolo pascal pavel pekka petr petra philippe
        pierre pieter piotr ragnar rainer reinhard riccardo roberto rolf rüdiger ruud sabine sébastien sigrid silke
        silvia sjoerd solveig søren stefan stefania stefano svein sven svetlana thierry thomasz thorsten tomasz
        torsten ulrich ulrike uwe valentina véronique vincenzo virginie volker werner wolfgang wouter xavier zoltán
        zsolt
        """
    )
)
_JAPANESE = frozenset(
    _split(
        """
        sato suzuki takahashi tanaka watanabe yamamoto nakamura kobayashi saito yamada sasaki yamaguchi matsumoto
        inoue kimura shimizu yamazaki ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa okada hasegawa
        murakami kondo ishii fujiwara nishimura fukuda miura fujii matsuda nakagawa nakano harada ono tamura
        takeuchi kaneko nakayama wada ishida ueda morita kojima shibata sakai yokoyama miyazaki miyamoto uchida
        takagi ando taniguchi ohno maruyama imai
        """
    )
)
_EAST = 5
_FAR = 3
"""Hours: what the money of a country has to differ by, since neighbours pay in it too."""


def of_money(text: str, day: date) -> Iterator[frozenset[float]]:
    """The clocks of the countries in whose money a text counts: £450, EUR 1,200."""
    for sign, tops in _MONEY.items():
        if sign in text and _amount(sign).search(text):
            yield frozenset(clock for top in tops for clock in places.of_domain(f"x.{top}", day))


def are_far(clocks: frozenset[float], offset: float) -> bool:
    """Whether a clock is at least three hours from every one of some others."""
    return bool(clocks) and all(abs(clock - offset) >= _FAR for clock in clocks)


@cache
def _meant() -> dict[str, str]:
    return countries.by_name(_MEANT)


@cache
def _amount(sign: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Z]){sign}\s?\d|\d\s?{sign}(?![A-Z])")


def of_signature(lines: list[str], day: date) -> Iterator[frozenset[float]]:
    """The clocks of the cities and countries that stand in short lines, between commas: Kraken GmbH, Hamburg."""
    for line in lines:
        for part in re.split(r"[,|·•，、/()]", line) if len(line) <= 80 else ():
            name = part.strip(" .>*-").lower()
            found = cities.of_city(name, day)
            if found:
                yield found
            else:
                yield countries.of_country(name, day)


def of_domain_name(domain: str, day: date) -> frozenset[float]:
    """The clocks of a place that a domain is called after: hamburg-marine.example, nordicfreight.com."""
    name = domain.lower().rpartition(".")[0]
    word = next((word for word in _IN_DOMAINS if word in name), "")
    return cities.of_city(_meant().get(word, word), day) if word else frozenset()


def is_elsewhere(name: str, own: str, offset: float) -> bool:
    """Whether a reader's name is at home in Europe or Japan, far from the sender's clock, and the sender's is not.

    Args:
        name: the reader's name as displayed.
        own: the sender's.
        offset: of the sender's clock, in hours.
    """
    words, others = (set(one.lower().replace(",", " ").split()) for one in (name, own))
    if offset >= _EAST and words & _EUROPEAN and len(words) > 1:
        return not others & _EUROPEAN
    return 0 <= offset <= _FAR and bool(words & _JAPANESE) and not others & _JAPANESE
