"""What a mail program is told of a message that does not go on, in lines that may stand in an SMTP reply."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.gate.policy import Policy
    from maillint.gate.remarks import Remark

_MOST_REMARKS = 3


def refusal(found: Sequence[Remark], policy: Policy) -> tuple[str, ...]:
    """What the sender reads of a refused message: how much was found, the worst of it, and what else one can do.

    In English: an SMTP reply is ASCII (RFC 5321 4.2).

    Args:
        found: worst first.
        policy: it says whether the header field that switches maillint off is obeyed.
    """
    count = f"{len(found)} problem{'s' if len(found) != 1 else ''}"
    lines = [f"Not sent: maillint found {count} in this message" if found else "Not sent: a rule stops this message"]
    lines += [f"[{one.check}] {one.message}" for one in found[:_MOST_REMARKS]]
    if policy.has_way_out(one.check for one in found):
        lines.append("To send it as it is, add the header field X-Maillint: off")
    return tuple(lines)


def plain(text: str, longest: int) -> str:
    """Text in one line of printable ASCII, other scripts as ``...``: nothing in it can end a line of a reply.

    Args:
        text: in words of any script.
        longest: octets after which it is cut.
    """
    spaced = " ".join(text.translate(_PLAINER).split())
    parts = ("".join(part) if is_plain else "..." for is_plain, part in groupby(spaced, _is_plain))
    return "".join(parts)[:longest].rstrip()


def _is_plain(sign: str) -> bool:
    return " " <= sign <= "~"


_PLAINER = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
