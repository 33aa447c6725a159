"""Questions that sound like a challenge."""

from maillint.authoring import reproaches

find = reproaches
