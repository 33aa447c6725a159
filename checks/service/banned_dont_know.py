"""Not knowing, and leaving it there."""

from maillint.authoring import reproaches

find = reproaches
