"""What a judgement depends on besides the message, as one text: where it differs, messages are judged anew."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING

from maillint import __version__
from maillint.engine import packs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Config, Ruleset

_KEYS = ("profile", "internal-domains", "preview", "ignore", "checks", "recipients")
"""The configuration that a judgement depends on."""


def of(ruleset: Ruleset, *, keep_text: bool = False) -> str:
    """The signature of a ruleset: the same on every machine with the same maillint, checks, words and models.

    Args:
        ruleset: the checks under a configuration.
        keep_text: whether records keep texts; ones without them are no answer for a run that wants them.
    """
    config = ruleset.config
    digest = sha256(json.dumps([__version__, _settings(config), _locked(config), _checks(ruleset), keep_text]).encode())
    for path in _files(config):
        with open(path, "rb") as file:
            digest.update(os.path.basename(path).encode() + b"\0" + file.read() + b"\0")
    return digest.hexdigest()[:32]


def _settings(config: Config) -> dict[str, object]:
    return {key: config[key] for key in _KEYS}


def _locked(config: Config) -> list[object]:
    """What an organisation holds fast, and the configuration it does so under."""
    return [sorted(config.locks), [_settings(view) for view in config.views.values()]]


def _checks(ruleset: Ruleset) -> list[str]:
    """The checks that run and have all they ask for outside of maillint, such as a language model that is installed."""
    from maillint.engine.ruleset import is_ready

    return sorted(spec.name for spec in ruleset.specs if is_ready(spec))


def _files(config: Config) -> Iterator[str]:
    for folder in (packs.BUILT_IN, *config["packs"]):
        for path in packs.files(folder):
            yield path
            code = f"{os.path.splitext(path)[0].replace('-', '_')}.py"
            if os.path.exists(code):
                yield code
    yield from config["words"]
