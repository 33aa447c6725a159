"""Nothing can be done, says the writer."""

from maillint.authoring import reproaches

find = reproaches
