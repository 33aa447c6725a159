"""The reader is sent to somebody else."""

from maillint.authoring import reproaches

find = reproaches
