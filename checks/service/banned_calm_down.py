"""Telling the customer what to feel."""

from maillint.authoring import reproaches

find = reproaches
