"""Findings as text, JSON, SARIF, annotations or a page, in the user's language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.report.renderer import Renderer
    from maillint.report.view import Look

_FORMATS = {
    "text": ("to_text", "Text"),
    "json": ("to_json", "Json"),
    "jsonl": ("to_json", "JsonLines"),
    "sarif": ("to_sarif", "Sarif"),
    "github": ("to_github", "Github"),
    "html": ("to_html", "Html"),
}
FORMATS = tuple(_FORMATS)


def make(name: str, look: Look) -> Renderer:
    """The renderer of a format, imported on first need; ``name`` is one of ``FORMATS``."""
    module, class_name = _FORMATS[name]
    made: Renderer = getattr(import_module(f"maillint.report.{module}"), class_name)(look)
    return made
