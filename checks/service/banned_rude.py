"""Impatience with the reader."""

from maillint.authoring import reproaches

find = reproaches
