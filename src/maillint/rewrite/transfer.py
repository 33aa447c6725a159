"""Transfer encodings (RFC 2045 6) written: only what was changed where that can be, else the whole part alike."""

from __future__ import annotations

import binascii
import itertools
from typing import TYPE_CHECKING

from maillint.message.transfer import decode
from maillint.rewrite.header import Change
from maillint.rewrite.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PLAIN = ("", "7bit", "8bit", "binary")
_SEVEN = ("", "7bit")
LONGEST_LINE = 998
"""Octets that a line of plain text may have (RFC 5322 2.1.1)."""


def decoded(raw: bytes, encoding: str) -> bytes:
    """The content in the octets that ``changed`` counts in; spaces at line ends are no content (RFC 2045 6.7)."""
    if encoding == "quoted-printable":
        return b"".join(map(_unquoted, _hard_lines(raw)))
    return decode(raw, encoding)


def changed(raw: bytes, encoding: str, changes: Sequence[Change], end: bytes) -> list[Change]:
    """Changes of the encoded octets for changes of the decoded ones.

    Args:
        raw: the encoded content.
        encoding: its transfer encoding in lower case.
        changes: of the decoded content, sorted.
        end: the message's line end.

    Raises:
        Refused: the content is not encoded as its header says.
    """
    if encoding in PLAIN:
        return list(changes)
    if encoding == "quoted-printable":
        return list(_in_quoted_printable(raw, changes, end))
    if encoding != "base64":
        raise Refused("transfer-encoding")
    return [Change(0, len(raw), encoded_as_before(raw, patched(_strictly(raw), changes), end))]


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Changes by their places; those at one place as they came."""
    return sorted(changes, key=lambda change: change[:2])


def patched(octets: bytes, changes: Sequence[Change]) -> bytes:
    """The octets with changes in them."""
    pieces, at = [], 0
    for change in in_order(changes):
        pieces += [octets[at : change.start], change.new]
        at = change.end
    return b"".join([*pieces, octets[at:]])


def needs_more(encoding: str, before: bytes, changes: Sequence[Change]) -> bool:
    """Whether a text that stands plainly in the message would need an encoding: 8-bit octets, long lines."""
    if encoding not in PLAIN:
        return False
    is_seven = encoding in _SEVEN and before.isascii()
    return any((is_seven and not change.new.isascii()) or has_long_line(change.new) for change in changes)


def has_long_line(octets: bytes) -> bool:
    """Whether a line is longer than mail may have it."""
    return max(map(len, octets.split(b"\n"))) > LONGEST_LINE + 1


def encoded(octets: bytes, end: bytes) -> tuple[str, bytes]:
    """Name and result of the encoding that is the shorter one for this text."""
    lines = octets.split(end)
    quoted = end.join(_quoted(line, end) for line in lines)
    if len(quoted) * 3 <= len(octets) * 4 + len(octets) // 8:
        return "quoted-printable", quoted
    return "base64", _base64(octets, 76, end) + end


def _strictly(raw: bytes) -> bytes:
    try:
        octets = binascii.a2b_base64(b"".join(raw.split()), strict_mode=True)
    except binascii.Error as error:
        raise Refused("transfer-encoding") from error
    if octets != decode(raw, "base64"):
        raise Refused("transfer-encoding")
    return octets


def encoded_as_before(raw: bytes, octets: bytes, end: bytes) -> bytes:
    """Base64 in lines as long as they were, with the same white space before and behind."""
    text = raw.strip()
    first = text.partition(b"\n")[0].strip()
    own_end = end if b"\n" not in text else b"\r\n" if b"\r\n" in text else b"\n"
    head, tail = raw[: len(raw) - len(raw.lstrip())], raw[len(raw.rstrip()) :]
    width = len(first) if b"\n" in text and len(first) % 4 == 0 else 76
    return head + _base64(octets, width, own_end) + tail


def _base64(octets: bytes, width: int, end: bytes) -> bytes:
    size = max(4, width) // 4 * 3
    pieces = (octets[at : at + size] for at in range(0, len(octets), size))
    return end.join(binascii.b2a_base64(piece, newline=False) for piece in pieces)


def _in_quoted_printable(raw: bytes, changes: Sequence[Change], end: bytes) -> Iterator[Change]:
    """Changes of whole lines, a line being what stands between two hard line breaks."""
    lines = list(_hard_lines(raw))
    decoded = [_unquoted(line) for line in lines]
    starts = list(itertools.accumulate(map(len, decoded), initial=0))
    raw_starts = list(itertools.accumulate(map(len, lines), initial=0))
    for first, last, own in _grouped(starts, changes):
        octets = b"".join(decoded[first:last])
        shifted = [Change(change.start - starts[first], change.end - starts[first], change.new) for change in own]
        yield Change(raw_starts[first], raw_starts[last], _quoted_lines(patched(octets, shifted), end))


def _hard_lines(raw: bytes) -> Iterator[bytes]:
    pieces = []
    for line in raw.splitlines(keepends=True) if b"\r" not in raw.replace(b"\r\n", b"") else [raw]:
        pieces.append(line)
        if not line.rstrip(b" \t\r\n").endswith(b"="):
            yield b"".join(pieces)
            pieces = []
    if pieces:
        yield b"".join(pieces)


def _unquoted(line: bytes) -> bytes:
    end = line[len(line.rstrip(b"\r\n")) :]
    return binascii.a2b_qp(line.rstrip(b" \t\r\n") + end)


def _grouped(starts: Sequence[int], changes: Sequence[Change]) -> list[tuple[int, int, list[Change]]]:
    """The changes by the lines they touch: first line, line behind the last, and what is changed in them."""
    groups: list[tuple[int, int, list[Change]]] = []
    last_line = max(0, len(starts) - 2)
    for change in changes:
        first = min(last_line, max(n for n, start in enumerate(starts) if start <= change.start))
        last = next(
            (n for n, start in enumerate(starts) if start >= max(change.end, change.start + 1)), len(starts) - 1
        )
        if groups and first < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(last, groups[-1][1]), [*groups[-1][2], change])
        else:
            groups.append((first, max(last, first + 1) if len(starts) > 1 else first, [change]))
    return groups


def _quoted_lines(octets: bytes, end: bytes) -> bytes:
    return end.join(_quoted(line.removesuffix(b"\r"), end) for line in octets.split(b"\n"))


def _quoted(line: bytes, end: bytes) -> bytes:
    return binascii.b2a_qp(line, istext=True).replace(b"=\n", b"=" + end)
