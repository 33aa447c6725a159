"""Chinese homophone slips, found with a language model of words and a lattice over words of the same sound."""

from maillint.language.spelling.lattice.correct import REWRITING, WARNING, Slip, find, find_places, ready_lattice
from maillint.language.spelling.lattice.model import path as model_path
from maillint.language.spelling.lattice.vocabulary import is_ready, prepare

__all__ = [
    "REWRITING",
    "WARNING",
    "Slip",
    "find",
    "find_places",
    "is_ready",
    "model_path",
    "prepare",
    "ready_lattice",
]
