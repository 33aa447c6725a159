"""A refusal without a way out."""

from maillint.authoring import reproaches

find = reproaches
