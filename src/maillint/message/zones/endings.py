"""Finds how a message ends: the closing and the signature, scanned from below with the sender's name in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from maillint.language import closings
from maillint.message.zones import signers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.language.names import Person
    from maillint.message.zones.lines import Lines

_REACH = 14
"""Full lines a signature block may have."""
_DELIMITERS = frozenset(("--", "—", "――", "——", "- -", "***", "---", "____", "___"))
_FIRMS = (
    *("公司", "部", "处", "處", "科", "室", "所", "行", "院", "中心", "组", "組", "店", "社", "会", "會", "团队", "團隊", "集团", "集團", "大学", "大學", "局", "厂", "廠"),
    *("协会", "協會", "Ltd.", "GmbH", "Inc."),
)
_SENTENCE_ENDS = frozenset(".!?。！？:：;；")
_CUTS = (". ", "! ", "? ", ".\n", "!\n", "?\n", "。", "！", "？", "；", "~", "～")
_LONGEST_CLOSING = 200
_POSTSCRIPTS = ("p.s", "ps:", "ps.", "ps ", "p.p.s", "又及", "附言", "ps：")


class Ending(NamedTuple):
    """Offsets in the text: the closing, then the signature; each empty when missing, both at the end of the own text."""

    closing: int
    signature: int
    end: int


class Signer(NamedTuple):
    """The sender, parsed, and the display name as written."""

    person: Person
    shown: str

    def in_line(self, line: str) -> bool:
        """Whether a line names the sender."""
        return signers.names_sender(line, self.person, self.shown)


def find(lines: Lines, first: int, last: int, signer: Signer, *, marked: int = -1) -> Ending:
    """The ending of the own lines ``first`` to ``last``; ``marked`` is the line where the markup says a signature begins."""
    end = lines.previous_full(last - 1, first) + 1
    stop = lines.start(end) if end > first else lines.start(first)
    if end <= first:
        return Ending(stop, stop, stop)
    if (postscript := _postscript(lines, first, end)) > first:
        before = find(lines, first, postscript, signer)
        if before.signature < before.end:
            return before
    block = marked if first <= marked < end else _delimited(lines, first, end, signer)
    start = _block_start(lines, first, block, signer, has_block=block < end)
    signature = lines.starts[start] if start < end else _inline_name(lines, first, end, signer)
    closing = _closing(lines, first, start if start < end else end, signature, has_signature=signature < stop)
    return Ending(closing, signature, stop)


def _postscript(lines: Lines, first: int, end: int) -> int:
    """The line where a postscript begins near the end; -1 when there is none."""
    for number in range(end - 1, max(first, end - 40), -1):
        if lines.bare[number][:4].lower().startswith(_POSTSCRIPTS):
            return number
    return -1


def _delimited(lines: Lines, first: int, end: int, signer: Signer) -> int:
    """The line of a delimiter such as ``-- `` (RFC 3676 4.3) with a signature block below; ``end`` when there is none."""
    number, full = end, 0
    found = end
    while full <= _REACH and (number := lines.previous_full(number - 1, first)) > first:
        line = lines.bare[number]
        full += 1
        is_rule = line in _DELIMITERS or (len(line) > 2 and not line.strip("-_=*~#+"))
        if is_rule and full > 1 and (line in ("--", "—") or _is_block(lines, number + 1, end, signer)):
            found = number
        elif line.startswith(("-- ", "—— ")) and full == 1 and signer.in_line(line[:80]):
            found = number
    return found


def _is_block(lines: Lines, first: int, end: int, signer: Signer) -> bool:
    below = [line for line in lines.bare[first:end] if line]
    return any(signer.in_line(line) or signers.is_contact(line) for line in below) and all(len(line) < 120 for line in below)


def _block_start(lines: Lines, first: int, block: int, signer: Signer, *, has_block: bool) -> int:
    """The first line of the signature block, going up from ``block``; ``block`` when nothing above belongs to it."""
    top = named = block
    number, full = block, 0
    is_closed = False
    while full < _REACH and (number := lines.previous_full(number - 1, first)) >= first:
        line = lines.bare[number]
        if closings.is_valediction(line) or _is_wish_pair(lines, number, first):
            is_closed = True
            break
        is_named = signer.in_line(line)
        if not (is_named and signers.is_label(line) or signers.is_label(line) or signers.is_contact(line)):
            is_closed = is_named or _leads_to_name(line, lines, top)
            break
        top, full = number, full + 1
        named = number if is_named else named
    if is_closed and top < block:
        return top
    if named < block:
        return _with_firm(lines, named, top)
    last = lines.previous_full(block - 1, first)
    return last if not has_block and _is_lone(lines, last, first) else block


def _leads_to_name(line: str, lines: Lines, below: int) -> bool:
    """ "See you then," right above a name."""
    return line.endswith((",", "，")) and len(line.split()) <= 12 and len(line) < 70 and below < len(lines) and signers.is_lone_name(lines.bare[below])


def _is_wish_pair(lines: Lines, number: int, first: int) -> bool:
    """The second line of 祝 / 工作愉快."""
    if not closings.completes_wish(lines.bare[number]):
        return False
    above = lines.previous_full(number - 1, first)
    return above >= first and closings.opens_wish(lines.bare[above])


def _with_firm(lines: Lines, named: int, top: int) -> int:
    """The firm and department that Chinese signatures put above the name belong to the block."""
    while named > top and lines.bare[named - 1] and lines.bare[named - 1].endswith(_FIRMS):
        named -= 1
    return named


def _is_lone(lines: Lines, number: int, first: int) -> bool:
    """A last line that can only be a name, though the sender's address does not tell."""
    above = lines.previous_full(number - 1, first)
    if number <= first or above < first:
        return False
    line = lines.bare[number]
    is_apart = above < number - 1 or lines.bare[above][-1] in ".!?。！？"
    return is_apart and (signers.is_lone_name(line) or signers.is_lone_han_name(line))


def _inline_name(lines: Lines, first: int, end: int, signer: Signer) -> int:
    """Where a name begins that stands at the end of the last sentence: "Thanks. Lynn"; the text's end for none."""
    stop = lines.start(end - 1) + lines.text[lines.starts[end - 1] :].find(lines.bare[end - 1]) + len(lines.bare[end - 1])
    start = lines.indent(end - 1)
    if end - 2 >= first and lines.bare[end - 2] and len(lines.bare[end - 1]) < 40:
        start = lines.indent(end - 2)
    start = max(start, stop - 160)
    at = _name_at_end(lines.text[start:stop], signer)
    return start + at if at >= 0 else lines.start(end)


def _name_at_end(tail: str, signer: Signer) -> int:
    """Offset of a signing name at the end of a stretch of text; -1 when there is none."""
    for at in _word_starts_from_end(tail):
        name, before = tail[at:].strip(" -–—*.!x"), tail[:at].rstrip()
        if not before:
            return -1
        is_bounded = before[-1] in ".!?,，。！~～-–—" or closings.is_valediction(before[before.rfind("\n") + 1 :])
        if is_bounded and name:
            clause = _last_clause(before)
            takes_leave = closings.is_valediction(clause) or closings.takes_leave(clause)
            if signer.in_line(name) and (takes_leave or before[-1] not in ",，"):
                return at
            if takes_leave and len(clause) < 60 and signers.is_lone_name(name.replace(",", "")):
                return at
    return -1


def _word_starts_from_end(tail: str) -> Iterator[int]:
    """Where the last four words begin, the last first; a Han clause is one word."""
    at = len(tail)
    for _ in range(4):
        stripped = tail[:at].rstrip()
        at = max((stripped.rfind(mark) for mark in " \n\t,，。！!-\u3000"), default=-1) + 1
        if at >= len(stripped):
            at = max((stripped[:-1].rfind(mark) for mark in " \n\t,，。！!-\u3000"), default=-1) + 1
        word = tail[at:].lstrip("-–—* ")
        if not word or not (word[0].isupper() or not word[0].isascii() or tail[max(at - 1, 0)] == "-"):
            return
        yield at
        if at == 0:
            return


def _last_clause(before: str) -> str:
    bare = before.rstrip(" .!?,，。！~～-–—\n\t")
    cut = max(bare.rfind(mark) for mark in ".!?。！？\n")
    return bare[cut + 1 :].strip()


def _closing(lines: Lines, first: int, line: int, signature: int, *, has_signature: bool) -> int:
    """Where the closing in front of a signature begins; ``signature`` when there is none."""
    number = lines.previous_full(line - 1, first)
    start = signature
    if number >= first and lines.starts[number] < signature < lines.starts[number + 1]:
        return _clause_start(lines, number, first, signature)
    while number >= first and closings.is_valediction(lines.bare[number]):
        start = lines.indent(number)
        number = lines.previous_full(number - 1, first)
    if number >= first and start == signature and _is_wish_pair(lines, number, first):
        number = lines.previous_full(number - 1, first)
        return _clause_start(lines, number, first, lines.starts[number + 1])
    if number >= first and start != signature and closings.completes_wish(lines.bare[number]) and _is_wish_pair(lines, number, first):
        start = lines.indent(lines.previous_full(number - 1, first))
    if start != signature or number < first:
        return start
    bare = lines.bare[number]
    if has_signature and bare.endswith((",", "，")) and len(bare.split()) <= 12 and len(bare) < 70:
        return lines.indent(number)
    return _clause_start(lines, number, first, lines.starts[number] + len(lines.text[lines.starts[number] : lines.starts[number + 1]].rstrip()), signature)


def _clause_start(lines: Lines, number: int, first: int, stop: int, otherwise: int | None = None) -> int:
    """Where the sentence begins that ends at ``stop`` and takes leave; ``otherwise`` when it does not."""
    top = number
    while top > first and lines.bare[top - 1] and not lines.bare[top - 1][-1] in _SENTENCE_ENDS and number - top < 4:
        top -= 1
    start = lines.indent(top)
    body = lines.text[start:stop].rstrip(" \n\t\r\u3000.!?,，。！？~～…;；")
    cut = max(body.rfind(mark) for mark in _CUTS)
    begin = start + cut + 1
    begin += len(lines.text[begin:stop]) - len(lines.text[begin:stop].lstrip())
    sentence = lines.text[begin:stop].strip()
    if len(sentence) < _LONGEST_CLOSING and (closings.takes_leave(sentence) or closings.is_valediction(sentence)):
        return begin
    return stop if otherwise is None else otherwise
