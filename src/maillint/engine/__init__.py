"""Configuration, loading checks, running them, scoring."""

from maillint.engine.config import Config
from maillint.engine.keys import ConfigError
from maillint.engine.results import Report, unreadable
from maillint.engine.ruleset import Ruleset, load
from maillint.engine.run import lint

__all__ = ["Config", "ConfigError", "Report", "Ruleset", "lint", "load", "unreadable"]
