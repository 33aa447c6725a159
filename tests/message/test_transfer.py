"""Damaged transfer encodings: as much as can be had."""

import base64
import binascii

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message.transfer import decode


@pytest.mark.parametrize(
    ("data", "encoding", "octets"),
    [
        (b"aGVsbG8=", "base64", b"hello"),
        (b"aGVsbG8", "base64", b"hello"),
        (b"aGVs bG8*\r\n", "base64", b"hello"),
        (b"aGVsbG8=aGVsbG8=", "base64", b"hellohello"),
        (b"aGVsbG8=\r\n-- \r\nthe list", "base64", b"hello\r\n-- \r\nthe list"),
        (b"aGVsb", "base64", b"hel"),
        (b"", "base64", b""),
        (b"a=20b=\r\nc=3D=zz=", "quoted-printable", b"a bc==zz"),
        (b"as it is =20", "7bit", b"as it is =20"),
        (b"begin 644 x\n%:&5L;&\\\n`\nend\n", "x-uuencode", b"hello"),
        (b"no uuencode", "uuencode", b"no uuencode"),
        (b"begin 644 x\n\xff\xff\n%:&5L;&\\\n", "uue", b"hello"),
    ],
)
def test_octets(data, encoding, octets):
    assert decode(data, encoding) == octets


@given(st.binary(max_size=200), st.integers(1, 80))
def test_base64_in_lines_of_any_length_comes_back(octets, width):
    text = base64.b64encode(octets).rstrip(b"=")
    lines = [text[start : start + width] for start in range(0, len(text), width)]
    assert decode(b"\r\n".join(lines), "base64") == octets


@given(st.binary(max_size=45))
def test_uuencode_comes_back(octets):
    assert decode(b"begin 644 x\n" + binascii.b2a_uu(octets) + b"`\nend\n", "x-uue") == octets


@given(st.binary(max_size=100), st.sampled_from(["base64", "quoted-printable", "x-uuencode", "x"]))
def test_any_octets_are_decoded(data, encoding):
    assert isinstance(decode(data, encoding), bytes)
