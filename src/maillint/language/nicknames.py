"""Short and pet forms of given names, and which forms are one name."""

from __future__ import annotations

import os
from functools import cache

from maillint.language.tables import phrases

# nicknames.txt: one name and its forms a line; a form may stand on several (Alex, Sam, Chris).
# given_names.txt: further given names, so that one that runs into its sentence is known for a name.


# Names that sound alike and are written differently: whoever spells hers Sarah is not Sara.
_ALIKE = phrases("""
sara sarah | jon john | marc mark | brian bryan | stephen steven | catherine katherine kathryn katharine
philip phillip | geoff jeff | geoffrey jeffrey | anne ann anna | kristin kristen kirsten | eric erik | carl karl
nicolas nicholas | alan allan allen | lindsay lindsey | tracy tracey stacy stacey | teresa theresa
shawn sean shaun | gary garry | graham graeme grahame | neil neal niall | lawrence laurence | francis frances
leslie lesley | rachel rachael | elisabeth elizabeth | susanna susannah | matthew mathew | michelle michele
hanna hannah | isabel isabelle | sophia sofia | vivian vivien | cristina christina | monica monika | erica erika
frederick frederic fredrick | thomas tomas | claire clare clair | emily emilie | caroline carolyn
debra deborah | diane dianne | gillian jillian | glen glenn | harriet harriett | helen hellen | ian iain
jackie jacky | jenifer jennifer | julian julien | kelly kelley | laura lora | lewis louis | madeline madeleine
margaret margret | martin marten | muhammad mohammed | nathaniel nathanael | nicola nicole | oliver olivier
patrick patric | ralph ralf | rebecca rebekah | robyn robin | rodger roger | ronnie ronny | sheryl cheryl
alison allison | beverley beverly | jonathan jonathon johnathan johnathon | kimberley kimberly | lilian lillian
mathias matthias | sidney sydney | silvia sylvia | stefanie stephanie | stephan stephen | terence terrence terrance
stewart stuart | suzanne susanne | vickie vicky vicki | yvonne ivonne
""")


def _read(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_read("nicknames.txt").split("\n")):
        for form in line.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@cache
def _given() -> frozenset[str]:
    return frozenset(_groups()) | frozenset(_read("given_names.txt").split())


def are_one(first: str, second: str) -> bool:
    """Whether two lower-case given names can be the same person's: Bob and Robert, Liz and Elizabeth."""
    if first == second:
        return True
    groups = _groups()
    return first in groups and second in groups and not groups[first].isdisjoint(groups[second])


def is_given(word: str) -> bool:
    """Whether a lower-case word is a common given name."""
    return word in _given()


def are_spelt_apart(first: str, second: str) -> bool:
    """Whether two lower-case names sound alike and are written differently, so that one is a slip for the other."""
    return first != second and any({first, second} <= names for names in _alike())


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in _ALIKE)
