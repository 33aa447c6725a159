"""Tics of speech in writing."""

from maillint.authoring import wordings

find = wordings
