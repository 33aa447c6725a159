"""Coarse and insulting words."""

from maillint.authoring import wordings

find = wordings
