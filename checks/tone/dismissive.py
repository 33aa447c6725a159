"""Words that brush the reader off: told you so, see for yourself."""

from maillint.authoring import reproaches

find = reproaches
