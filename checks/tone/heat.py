"""Anger put into words."""

from maillint.authoring import reproaches

find = reproaches
