"""Promises nobody can keep."""

from maillint.authoring import wordings

find = wordings
