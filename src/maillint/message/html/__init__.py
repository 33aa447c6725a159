"""HTML to the text a reader sees, with the way back to the source.

A scanner of our own, since the parsers at hand do not tell where in the source a text stood (selectolax not at all,
lxml by line), and since theirs would have to be walked in Python all the same.
"""

from maillint.message.html.render import LONGEST, show

__all__ = ["LONGEST", "show"]
