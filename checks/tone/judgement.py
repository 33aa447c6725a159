"""Verdicts on somebody who is not the reader."""

from maillint.authoring import reproaches

find = reproaches
