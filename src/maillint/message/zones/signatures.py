"""Finds the signature block by a scan from below, with the sender's name in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import closings
from maillint.message.zones import signers

if TYPE_CHECKING:
    from maillint.language.names import Person
    from maillint.message.zones.lines import Lines, Region

_LONGEST_NAME = 10
"""Characters of a name with a full stop behind it."""
_REACH = 14
"""Full lines a signature block may have."""
_DELIMITERS = frozenset(("--", "—", "――", "——", "- -", "***"))
_FIRMS = (
    *(
        "公司",
        "部",
        "处",
        "處",
        "科",
        "室",
        "所",
        "行",
        "院",
        "中心",
        "组",
        "組",
        "店",
        "社",
        "会",
        "會",
        "团队",
        "團隊",
        "集团",
        "集團",
    ),
    *("大学", "大學", "局", "厂", "廠", "协会", "協會"),
)


class Signer:
    """The sender, parsed, and the display name as written."""

    __slots__ = ("person", "shown")

    def __init__(self, person: Person, shown: str) -> None:
        self.person = person
        self.shown = shown

    def in_line(self, line: str) -> bool:
        """Whether a line names the sender."""
        return signers.names_sender(line, self.person, self.shown)


def first_line(lines: Lines, region: Region, signer: Signer) -> int:
    """The line where the signature of a region begins; the region's end when there is none.

    Args:
        lines: the message.
        region: the author's words, without blank lines at the end.
        signer: the sender.
    """
    first, end = region.first, region.last
    block = region.marked if first <= region.marked < end else _delimited(lines, first, end, signer)
    top = named = block
    number, full, is_closed = block, 0, False
    while full < _REACH and (number := lines.previous_full(number - 1, first)) >= first:
        line = lines.bare[number]
        if closings.is_valediction(line) or is_wish_pair(lines, number, first) or _leads_to_name(lines, number, top):
            is_closed = True
            break
        is_named = signer.in_line(line)
        if not (
            (is_named and len(line.split()) <= 3 and "，" not in line and not _is_long_sentence(line))
            or signers.is_label(line)
            or signers.is_contact(line)
        ):
            break
        top, full = number, full + 1
        named = number if is_named else named
    if is_closed and top < block:
        return top
    if named < block:
        return _with_writer(lines, _with_firm(lines, named, top), top)
    last = lines.previous_full(block - 1, first)
    if last > first and signers.is_date(lines.bare[last]):
        last = lines.previous_full(last - 1, first)
    return last if region.is_last and block == end and not is_closed and _is_lone(lines, last, first) else block


def _is_long_sentence(line: str) -> bool:
    """有疑问请联系高洁（分机 23）。 names the sender and signs nothing; 王芳。 does."""
    return line[-1] in "。！？" and len(line) > _LONGEST_NAME


def is_wish_pair(lines: Lines, number: int, first: int) -> bool:
    """Whether a line is the second of a pair such as 祝 / 工作愉快."""
    if not closings.completes_wish(lines.bare[number]):
        return False
    above = lines.previous_full(number - 1, first)
    return above >= first and closings.opens_wish(lines.bare[above])


def _delimited(lines: Lines, first: int, end: int, signer: Signer) -> int:
    """The line of a delimiter such as ``-- `` (RFC 3676 4.3) above a signature block; ``end`` when there is none."""
    found = number = end
    for full in range(_REACH + 1):
        number = lines.previous_full(number - 1, first)
        if number < first:
            break
        line = lines.bare[number]
        if (full and _is_rule(line) and (line in ("--", "—") or _is_block(lines, number + 1, end, signer))) or (
            not full and line.startswith(("-- ", "——")) and signer.in_line(line[:80])
        ):
            found = number
    return found


def _is_rule(line: str) -> bool:
    return line in _DELIMITERS or (len(line) > 2 and line[0] in "-_=*~#+" and not line.strip("-_=*~#+"))


def _is_block(lines: Lines, first: int, end: int, signer: Signer) -> bool:
    """Whether the lines below a rule are names, offices and telephones, with at most one sentence among them."""
    below = [line for line in lines.bare[first:end] if line]
    fitting = [signer.in_line(line) or signers.is_contact(line) for line in below]
    odd = sum(not fits and not signers.is_label(line) for fits, line in zip(fitting, below, strict=True))
    return any(fitting) and odd <= 1


def _leads_to_name(lines: Lines, number: int, below: int) -> bool:
    """Tells "See you then," right above a name."""
    line = lines.bare[number]
    is_lead = line[-1] in ",，" and len(line) < 70 and len(line.split()) <= 12
    return is_lead and below < len(lines) and signers.is_lone_name(lines.bare[below])


def _with_firm(lines: Lines, named: int, top: int) -> int:
    """The firm and department that Chinese signatures put above the name belong to the block."""
    while named > top and lines.bare[named - 1].endswith(_FIRMS):
        named -= 1
    return named


def _with_writer(lines: Lines, named: int, top: int) -> int:
    """The person's name above the firm that the address belongs to: Lorna Maddock / Donor Relations, Severn Trust."""
    if named > top and lines.bare[named].endswith(_FIRMS) and signers.is_lone_han_name(lines.bare[named - 1]):
        return named - 1  # 方晓红 above 财务科, which the address names
    if named <= top or len(lines.bare[named].split()) < 3 or len(lines.bare[named - 1].split()) < 2:
        return named
    above = lines.bare[named - 2] if named > 1 else ""
    is_apart = not above or above[-1] in ".!?,"
    return named - 1 if is_apart and signers.is_lone_name(lines.bare[named - 1]) else named


def _is_lone(lines: Lines, number: int, first: int) -> bool:
    """A last line that can only be a name, though the sender's address does not tell."""
    above = lines.previous_full(number - 1, first)
    if number <= first or above < first:
        return False
    line = lines.bare[number]
    is_apart = lines.bare[above][-1] not in ":：" and (above < number - 1 or lines.bare[above][-1] in ".!?。！？")
    return is_apart and (signers.is_lone_name(line) or signers.is_lone_han_name(line))
