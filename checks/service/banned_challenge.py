"""Counter-questions to a customer."""

from maillint.authoring import reproaches

find = reproaches
