"""Insults, mockery and sarcasm aimed at the reader."""

from maillint.authoring import reproaches

find = reproaches
