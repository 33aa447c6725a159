"""Bytes in, one Draft out."""

from maillint.message.compose import ComposeError, from_compose
from maillint.message.reader import read

__all__ = ["ComposeError", "from_compose", "read"]
