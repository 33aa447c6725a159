"""``maillint models``: the language model behind Chinese homophones, fetched once and kept in the cache."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from typing import TYPE_CHECKING

from maillint import cachedir
from maillint.cli.request import UsageError
from maillint.language.spelling.lattice import model, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = "libime-data-language-model"
LIBRARIES = {"ufal-kenlm": "kenlm", "pypinyin": "pypinyin", "OpenCC": "opencc"}
LICENCES = "LGPL-2.1-or-later; made from open-gram, CC-BY-SA-3.0"
_LARGEST = 200_000_000
_KNOWN = {"e4097ca9ca1082928c2ea7d5e368080a696611efa0714dfe563c769f26a415d2": "Debian 1.0.16-1"}
"""SHA-256 of models that are known to be what they should be."""
_MAGIC = b"!<arch>\n"
_HEADER = 60


def listing() -> str:
    """The models there are, and whether they are here."""
    path = model.path()
    if not path:
        return f"zh  Chinese homophones  not installed; maillint models install zh ({LICENCES}, 17 MB)\n"
    state = "ready" if vocabulary.is_ready() else "not prepared; maillint models install zh"
    return f"zh  Chinese homophones  {state}\n    {described(path)}\n"


def described(path: str) -> str:
    """Where a model lies, how large it is, its licences and its checksum."""
    digest = sha256(path)
    known = f" ({_KNOWN[digest]})" if digest in _KNOWN else ""
    return f"{path}, {os.path.getsize(path) / 1e6:.1f} MB, {LICENCES}\n    sha256 {digest}{known}"


def sha256(path: str) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def install(source: str | None, checksum: str | None, say: Callable[[str], object]) -> bool:
    """Bring the Chinese model onto this machine and sort its words by sound.

    Args:
        source: a Debian package file or a model file, or an https address of one; None for the system's package.
        checksum: SHA-256 that the source must have; needed for an address.
        say: prints a line.

    Returns:
        Whether all that is needed is here now.

    Raises:
        UsageError: it cannot be had this way; the text says what to do.
    """
    if source:
        with tempfile.TemporaryDirectory() as folder:
            _take(_local(source, checksum, folder), checksum)
    elif not model.path():
        _from_system(say)
    model.path.cache_clear()
    say(f"the model: {described(model.path())}\n")
    missing = [name for name, module in LIBRARIES.items() if not _can_import(module)]
    if missing:
        say(f"still missing: {', '.join(missing)}; pip install 'maillint[zh]', then run this again\n")
        return False
    if not vocabulary.prepare():
        say(f"its words cannot be sorted by sound: is {cachedir.folder()} writable?\n")
        return False
    say("its words are sorted by sound; Chinese messages are read by ear from now on\n")
    return True


def _can_import(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def _local(source: str, checksum: str | None, folder: str) -> str:
    """The source as a file: an address is downloaded, through the proxy that the environment names."""
    if not source.startswith("https://"):
        if not os.path.isfile(source):
            raise UsageError(f"there is no file {source}")
        return source
    if not checksum:
        raise UsageError("a download needs --sha256, so that what comes is what was meant")
    from urllib.request import urlopen

    path = os.path.join(folder, "download")
    try:
        with urlopen(source, timeout=60) as answer, open(path, "wb") as file:  # noqa: S310 - https only, see above
            file.write(answer.read(_LARGEST))
    except OSError as error:
        raise UsageError(f"{source} cannot be fetched ({error}); fetch it elsewhere and give the file") from error
    return path


def _take(path: str, checksum: str | None) -> None:
    """Put the model that a file is or holds into the cache."""
    if checksum and sha256(path) != checksum.lower():
        raise UsageError(f"{path} has the SHA-256 {sha256(path)}, not the one given; nothing was installed")
    os.makedirs(cachedir.folder(), mode=0o700, exist_ok=True)
    partial = f"{model.own_path()}.{os.getpid()}"
    with open(partial, "wb") as file:
        if model.is_model(path):
            with open(path, "rb") as whole:
                shutil.copyfileobj(whole, file)
        else:
            file.write(_unpacked(path))
    if not model.is_model(partial):
        os.remove(partial)
        raise UsageError(f"{path} holds no language model; give {PACKAGE}_*.deb or its {model.NAME}")
    os.replace(partial, model.own_path())


def _unpacked(path: str) -> bytes:
    """The model inside a Debian package (deb(5): an ar archive that holds a tar archive); empty when there is none."""
    with open(path, "rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            return b""
        while len(header := file.read(_HEADER)) == _HEADER:
            name, size = header[:16].decode("latin-1").strip(" /"), int(header[48:58])
            if size > _LARGEST:
                return b""
            content = file.read(size + size % 2)[:size]
            if name.startswith("data.tar"):
                return _member(content)
    return b""


def _member(archive: bytes) -> bytes:
    try:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            for member in tar:
                if member.isfile() and member.name.endswith(f"/{model.NAME}") and member.size < _LARGEST:
                    found = tar.extractfile(member)
                    return found.read() if found else b""
    except tarfile.TarError as error:
        raise UsageError(f"the package cannot be unpacked ({error}); give its {model.NAME} instead") from error
    return b""


def _from_system(say: Callable[[str], object]) -> None:
    """Through apt: installed where we are root, only unpacked into the cache where we are not."""
    if not shutil.which("apt-get"):
        raise UsageError(
            f"there is no apt-get here. Get Debian's package {PACKAGE} from a mirror and run\n"
            f"  maillint models install zh --from {PACKAGE}_VERSION_ARCH.deb"
        )
    if os.geteuid() == 0:
        say(f"installing {PACKAGE} with apt-get\n")
        _apt("update", "-qq")
        _apt("install", "-y", "-qq", "--no-install-recommends", PACKAGE)
        return
    say(f"downloading {PACKAGE} with apt-get\n")
    with tempfile.TemporaryDirectory() as folder:
        _apt("download", "-qq", PACKAGE, folder=folder)
        _take(os.path.join(folder, os.listdir(folder)[0]), None)


def _apt(*arguments: str, folder: str | None = None) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(  # noqa: S603
        ["apt-get", *arguments],  # noqa: S607 - whichever the system has
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise UsageError(
            f"apt-get {arguments[0]} failed: {reason}; 'maillint models install zh --from FILE' needs no net"
        )
