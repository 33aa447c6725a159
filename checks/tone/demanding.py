"""Orders, ultimatums and threats."""

from maillint.authoring import reproaches

find = reproaches
