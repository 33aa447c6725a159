"""Words that put the blame on the reader."""

from maillint.authoring import reproaches

find = reproaches
