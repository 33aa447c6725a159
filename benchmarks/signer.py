"""A real OpenDKIM that signs what a Postfix sends."""

from __future__ import annotations

import base64
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mailserver import free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def signer(folder: Path) -> Iterator[tuple[int, bytes]]:
    """OpenDKIM for north.example, with a key in a folder: its port, and its public key as DNS would have it."""
    key, at = str(folder / "key.pem"), free_port()
    subprocess.run(["openssl", "genrsa", "-out", key, "2048"], check=True, capture_output=True)
    public = ["openssl", "rsa", "-in", key, "-pubout", "-outform", "DER"]
    der = subprocess.run(public, check=True, capture_output=True).stdout
    settings = {
        "Socket": f"inet:{at}@127.0.0.1",
        "Domain": "north.example",
        "Selector": "s1",
        "KeyFile": key,
        "Mode": "s",
        "Canonicalization": "simple/simple",
        "RequireSafeKeys": "no",
        "UserID": "root",
    }
    (folder / "conf").write_text("".join(f"{name} {value}\n" for name, value in settings.items()), "utf-8")
    with subprocess.Popen(["opendkim", "-f", "-x", str(folder / "conf")]) as process:
        try:
            wait_for(at)
            yield at, b"v=DKIM1; k=rsa; p=" + base64.b64encode(der)
        finally:
            process.terminate()
