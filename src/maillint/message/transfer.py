"""Transfer encodings (RFC 2045 6) as they come in damaged messages: as much as can be had, never an error."""

from __future__ import annotations

import binascii

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_JUNK = bytes(octet for octet in range(256) if octet not in _ALPHABET)
_SPACE = b" \t\r\n"


def decode(data: bytes, encoding: str) -> bytes:
    """The octets of a body in transfer encoding ``encoding``; unknown encodings are taken as none."""
    if encoding == "base64":
        return from_base64(data)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(data)
    if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return from_uuencode(data)
    return data


def from_base64(data: bytes) -> bytes:
    """Base64 without padding, with junk between, cut short or in several padded runs.

    Text after the padding that is no base64, such as a list's footer, is kept as it stands.
    """
    runs = data.split(b"=")
    out = [_run(runs[0])]
    for run in runs[1:]:
        rest = run.strip(_SPACE)
        if rest:
            out.append(_run(rest) if _is_base64(rest) else run)
    return b"".join(out)


def _is_base64(run: bytes) -> bool:
    return not run.translate(None, _ALPHABET + _SPACE) and not (b" " in run and len(run) % 4)


def _run(data: bytes) -> bytes:
    kept = data.translate(None, _JUNK)
    if len(kept) % 4 == 1:
        kept = kept[:-1]
    return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))


def from_uuencode(data: bytes) -> bytes:
    """The file between ``begin`` and ``end``; the data itself when there is none."""
    start = data.find(b"begin ")
    if start < 0:
        return data
    out = []
    for line in data[start:].splitlines()[1:]:
        if line.strip() in (b"end", b"`"):
            break
        out.append(_uu_line(line))
    return b"".join(out)


def _uu_line(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        wanted = (((line[0] - 32) & 63) * 4 + 5) // 3 if line else 0
        try:
            return binascii.a2b_uu(line[:wanted])
        except binascii.Error:
            return b""
