"""What stands inside a Debian package (deb(5): an ar archive that holds a tar archive)."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile

from maillint.cli.download import LARGEST
from maillint.cli.request import UsageError

_MAGIC = b"!<arch>\n"
_HEADER = 60


def member(path: str, name: str) -> bytes:
    """The file of that name inside a package; empty when there is none, or when the path is no package.

    Args:
        path: the package.
        name: the file's name, without folders.

    Raises:
        UsageError: the package is packed in a way that is not known here.
    """
    with open(path, "rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            return b""
        while len(header := file.read(_HEADER)) == _HEADER:
            entry, size = header[:16].decode("latin-1").strip(" /"), header[48:58].strip()
            if not size.isdigit() or int(size) > LARGEST:
                return b""
            content = file.read(int(size) + int(size) % 2)[: int(size)]
            if entry.startswith("data.tar"):
                return _in_tar(content, name) if not entry.endswith(".zst") else _in_tar(_by_dpkg(path), name)
    return b""


def _by_dpkg(path: str) -> bytes:
    """The tar archive of a package in Ubuntu's compression (zstd), which this Python cannot read."""
    if not shutil.which("dpkg-deb"):
        raise UsageError(f"{path} is compressed with zstd, and there is no dpkg-deb here; give Debian's package")
    done = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], capture_output=True, check=False)  # noqa: S603, S607
    if done.returncode:
        raise UsageError(f"dpkg-deb cannot unpack {path}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout


def _in_tar(archive: bytes, name: str) -> bytes:
    try:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            for found in tar:
                if found.isfile() and found.name.endswith(f"/{name}") and found.size < LARGEST:
                    file = tar.extractfile(found)
                    return file.read() if file else b""
    except (tarfile.TarError, OSError, EOFError) as error:
        raise UsageError(f"the package cannot be unpacked ({error}); give its {name} instead") from error
    return b""
