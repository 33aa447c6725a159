"""HTML to the text a reader sees."""

from __future__ import annotations

from maillint.message.draft import Shown


def show(source: str) -> Shown:
    """The visible text of an HTML part."""
    import re
    from html import unescape

    text = re.sub(r"(?is)<(head|style|script|title)\b.*?</\1\s*>|<!--.*?-->", "", source)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?i)</p\s*>", "\n\n", text)
    text = re.sub(r"(?i)<br\b[^>]*>|</(?:div|tr|li|h\d|table)\s*>", "\n", text)
    text = unescape(re.sub(r"<[^>]*>", "", text)).replace("\xa0", " ")
    text = "\n".join(line.strip() for line in text.split("\n"))
    return Shown(text.strip("\n"), "text/html", source)
