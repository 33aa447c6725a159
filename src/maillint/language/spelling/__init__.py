"""English spelling without a dictionary server: a frequency list, a list of known slips, and guards against names."""

from maillint.language.spelling.lexicon import is_ready, prepare
from maillint.language.spelling.listed import meant, narrow
from maillint.language.spelling.search import find

__all__ = ["find", "is_ready", "meant", "narrow", "prepare"]
