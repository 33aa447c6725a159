"""A guess in the place of an answer."""

from maillint.authoring import wordings

find = wordings
