"""Finds how a message ends: the closing and, behind it, the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import closings
from maillint.message.zones import inline_names, signatures
from maillint.message.zones.lines import Region

if TYPE_CHECKING:
    from maillint.message.zones.lines import Lines
    from maillint.message.zones.signatures import Signer

_SENTENCE_ENDS = frozenset(".!?。！？:：;；")
_CUTS = (". ", "! ", "? ", ".\n", "!\n", "?\n", "。", "！", "？", "；", "~", "～")
_ABBREVIATIONS = ("ext.", "no.", "mr.", "ms.", "mrs.", "dr.", "e.g.", "i.e.", "st.", "vs.", "approx.", "inc.", "co.")
_TRAILING = " \n\t\r\u3000.!?,，。！？~～…;；"
_CONDITIONS = ("如", "若", "有任何", "有什么", "有什麼", "倘")
_LONGEST_CLOSING = 200
_POSTSCRIPTS = ("p.s", "ps:", "ps.", "ps ", "ps-", "ps,", "p.p.s", "又及", "附言", "ps：")
_POSTSCRIPT_REACH = 40
_TAIL = 160
"""Characters at the end of the last paragraph among which an inline name is sought."""


class Ending:
    """Offsets in the text where the closing and the signature begin and where both end; equal when one is missing."""

    __slots__ = ("closing", "end", "signature")

    def __init__(self, closing: int, signature: int, end: int) -> None:
        self.closing = closing
        self.signature = signature
        self.end = end


def find(lines: Lines, region: Region, signer: Signer) -> Ending:
    """How a region of the author's ends; a postscript or a footnote may follow the signature."""
    first = region.first
    end = lines.previous_full(region.last - 1, first) + 1
    postscript = _postscript(lines, first, end)
    if postscript > first and (before := _signed(lines, Region(first, postscript), signer)):
        return before
    if found := _signed(lines, region, signer):
        return found
    behind = _signed_above(lines, first, end, signer)
    if behind > first and (before := _signed(lines, Region(first, behind), signer)):
        return before
    stop = lines.start(end) if end > first else lines.start(first)
    return Ending(_closing(lines, first, end, has_signature=False) if end > first else stop, stop, stop)


def _signed(lines: Lines, region: Region, signer: Signer) -> Ending | None:
    """The ending of a region with a signature; None when nobody signs."""
    first = region.first
    end = lines.previous_full(region.last - 1, first) + 1
    if end <= first:
        return None
    stop = lines.start(end)
    line = signatures.first_line(lines, region.narrowed(first, end), signer)
    if line < end:
        start = _split_line(lines, line, signer)
        if start > lines.starts[line]:
            return Ending(_leave_start(lines, first, line, start), start, stop)
        return Ending(_closing(lines, first, line, has_signature=True), start, stop)
    start = _inline(lines, first, end, signer) if region.is_last else stop
    return Ending(_leave_start(lines, first, lines.at(start), start), start, stop) if start < stop else None


def _signed_above(lines: Lines, first: int, end: int, signer: Signer) -> int:
    """The line behind a signature below which the author wrote on, a footnote perhaps; -1 when there is none."""
    for number in range(end - 2, max(first, end - _POSTSCRIPT_REACH), -1):
        if not lines.bare[number] or not closings.is_valediction(lines.bare[number]):
            continue
        name = lines.next_full(number + 1, end)
        if name < end and signer.in_line(lines.bare[name]) and len(lines.bare[name].split()) <= 4:
            while name < end and lines.bare[name]:
                name += 1
            return name if lines.next_full(name, end) < end else -1
    return -1


def _postscript(lines: Lines, first: int, end: int) -> int:
    """The line where a postscript begins near the end; -1 when there is none."""
    for number in range(end - 1, max(first, end - _POSTSCRIPT_REACH), -1):
        line = lines.bare[number]
        if line and line[0] in "Pp又附" and line[:4].lower().startswith(_POSTSCRIPTS):
            return number
    return -1


def _split_line(lines: Lines, line: int, signer: Signer) -> int:
    """Where the signature begins in its first line, behind "Thanks," or 谢谢，"""
    bare = lines.bare[line]
    at = inline_names.find(bare, signer) if "," in bare or "，" in bare or "." in bare else -1
    if at > 0 and (closings.is_valediction(bare[:at].rstrip(" ,，.!")) or closings.takes_leave(bare[:at])):
        return lines.indent(line) + at
    return lines.starts[line]


def _inline(lines: Lines, first: int, end: int, signer: Signer) -> int:
    """Where a name begins that signs at the end of the last sentence; the end of the last line for none."""
    begin = end - 1
    if begin - 1 >= first and lines.bare[begin - 1] and len(lines.bare[begin]) < 40:
        begin -= 1
    stop = lines.indent(end - 1) + len(lines.bare[end - 1])
    start = max(lines.indent(begin), stop - _TAIL)
    at = inline_names.find(lines.text[start:stop], signer)
    return start + at if at >= 0 else lines.start(end)


def _closing(lines: Lines, first: int, line: int, *, has_signature: bool) -> int:
    """Where the closing above ``line`` begins; the start of ``line`` when there is none."""
    number = lines.previous_full(line - 1, first)
    start = lines.start(line)
    if number < first:
        return start
    found = start
    while (
        number >= first
        and closings.is_valediction(lines.bare[number])
        and not signatures.is_wish_pair(lines, number, first)
    ):
        found = lines.indent(number)
        number = lines.previous_full(number - 1, first)
    if number >= first and signatures.is_wish_pair(lines, number, first):
        above = lines.previous_full(number - 1, first)
        if closings.is_wish_lead(lines.bare[above]):
            return lines.indent(above)
        return _leave_start(lines, first, above, lines.starts[above + 1])
    if found < start or number < first:
        return found
    bare = lines.bare[number]
    if has_signature and bare[-1] in ",，" and len(bare) < 70:
        return lines.indent(number)
    stop = lines.indent(number) + len(bare)
    found = _leave_start(lines, first, number, stop)
    return found if found < stop else start


def _leave_start(lines: Lines, first: int, number: int, stop: int) -> int:
    """Where the sentence that ends at ``stop``, in line ``number``, begins if it takes leave; else ``stop``."""
    top = number
    while top > first and number - top < 4 and lines.bare[top - 1] and lines.bare[top - 1][-1] not in _SENTENCE_ENDS:
        top -= 1
    start = lines.indent(top)
    body = lines.text[start:stop]
    while (file := body.rstrip()).endswith(">>") and "<<" in file:
        body = body[: body.rfind("<<")]
    body = body.rstrip(_TRAILING)
    begin = start + _last_cut(body)
    begin += len(lines.text[begin:stop]) - len(lines.text[begin:stop].lstrip())
    sentence = lines.text[begin : start + len(body)]
    if len(sentence) < _LONGEST_CLOSING and (closings.takes_leave(sentence) or closings.is_valediction(sentence)):
        return begin + _first_leaving_clause(sentence)
    return start if len(body) < _LONGEST_CLOSING and closings.is_valediction(_first_sentence(body)) else stop


def _first_leaving_clause(sentence: str) -> int:
    """Where leave-taking begins in a last sentence: "the plan is out, thanks", 请于周五前回复，谢谢."""
    clause = max(sentence.rfind("，"), sentence.rfind(",")) + 1
    if closings.is_valediction(sentence[clause:].strip()):
        return clause
    if "，" not in sentence or not closings.takes_leave(sentence[clause:]):
        return 0
    while clause > 0:
        before = sentence.rfind("，", 0, clause - 1) + 1
        said = sentence[before : clause - 1]
        if not (closings.takes_leave(said) or said.startswith(_CONDITIONS)):
            break
        clause = before
    return clause


def _first_sentence(body: str) -> str:
    """Thank you, everybody! of a last paragraph that says a word more."""
    return body[: min((at for mark in _CUTS if (at := body.find(mark)) >= 0), default=0)]


def _last_cut(body: str) -> int:
    """The offset behind the last end of a sentence within ``body``; 0 when it is one sentence, or that is too long."""
    least = max(0, len(body) - 2 * _LONGEST_CLOSING)
    cut = max(body.rfind(mark, least) for mark in _CUTS)
    while cut > 0 and body[cut] == "." and body[least : cut + 1].lower().endswith(_ABBREVIATIONS):
        cut = max(body.rfind(mark, least, cut) for mark in _CUTS)
    return cut + 1
