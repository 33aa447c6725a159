"""Telling the reader that the mistake is theirs."""

from maillint.authoring import reproaches

find = reproaches
