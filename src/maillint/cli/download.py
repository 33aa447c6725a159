"""Files that are fetched: over HTTPS, through the proxy that the environment names, and held against a checksum."""

from __future__ import annotations

import hashlib
import os

from maillint.cli.request import UsageError

LARGEST = 200_000_000
_PIECE = 1 << 16


def sha256(path: str) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fetch(address: str, path: str) -> None:
    """Save what an address holds as a file, at most 200 MB of it.

    The proxy is the one in ``https_proxy``, further certificates are those in ``SSL_CERT_FILE``.

    Args:
        address: an https address.
        path: the file to write.

    Raises:
        UsageError: it cannot be had; the text says why.
    """
    from urllib.request import urlopen

    try:
        with urlopen(address, timeout=60) as answer, open(path, "wb") as file:  # noqa: S310 - callers pass https only
            left = LARGEST
            while left > 0 and (piece := answer.read(_PIECE)):
                file.write(piece)
                left -= len(piece)
    except (OSError, ValueError) as error:
        raise UsageError(f"{address} cannot be fetched ({error})") from error


def hold(path: str, checksum: str, name: str = "") -> None:
    """Hold a file against the SHA-256 it must have.

    Args:
        path: the file.
        checksum: in hexadecimal, of either case.
        name: what the file is called in what is said.

    Raises:
        UsageError: it has another one.
    """
    own = sha256(path)
    if own != checksum.strip().lower():
        named = name or os.path.basename(path)
        raise UsageError(f"{named} has the SHA-256 {own}, not {checksum}; nothing was installed")
