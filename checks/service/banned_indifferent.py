"""It is all the same to the writer."""

from maillint.authoring import reproaches

find = reproaches
