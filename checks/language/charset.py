"""Characters that were garbled on their way into the draft, or will be on their way out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Severity, Span, advise, own_zones

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_LONGEST = 40
_REST = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""What the second and third octets of a UTF-8 character look like in Windows-1252."""


@cache
def _debris() -> re.Pattern[str]:
    r"""UTF-8 read as Windows-1252 or as GBK, and the sign for what could not be read."""
    import re

    return re.compile(
        "\ufffd+|(?:锟斤拷|烫烫烫)+"
        rf"|â€{_REST}?|(?:Ã{_REST}|Â[£§©®°±²³·»«½¼¿¡])+|(?:[ãäåæçèéï]{_REST}{_REST}){{2,}}"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first garbled stretch of the author's words; else a wrong statement of the encoding."""
    for zone, offset, text in own_zones(draft):
        if match := _debris().search(text):
            start, end = offset + match.start(), offset + min(match.end(), match.start() + _LONGEST)
            yield rule.finding(draft, Span(zone, start, end), rewrite=advise())
            return
    if not {"charset-wrong", "charset-unknown"}.isdisjoint(draft.defects):
        yield rule.finding(
            draft, Span("body", 0, 0), key="declared", rewrite=advise("declared"), severity=Severity.ADVICE
        )
