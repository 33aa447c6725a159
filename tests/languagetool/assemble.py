"""Assemble the LanguageTool of pom.xml with Maven, once, and print the folder it lies in; exit status 1 where it cannot be.

It needs Java and Maven and takes some 110 MB in the user's cache, and as much again in Maven's own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")


def folder() -> Path:
    """Where it lies once it is assembled; another folder for another pom.xml."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "maillint-tests" / f"languagetool-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}"


def assembled() -> Path:
    """The folder, assembled now if it is not there yet.

    Raises:
        RuntimeError: Java or Maven is missing, or Maven failed; the text says which and how.
    """
    place = folder()
    if place.is_dir():
        return place
    missing = [name for name in ("java", "mvn") if not shutil.which(name)]
    if missing:
        raise RuntimeError(f"{' and '.join(missing)} missing; on Debian: apt-get install default-jre-headless maven")
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as temporary:
        command = ["mvn", "--batch-mode", "--quiet", "--file", str(POM), "package", f"-Dplace={temporary}/whole"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"Maven failed: {(done.stdout + done.stderr)[-2000:]}")
        os.rename(f"{temporary}/whole", place)
    return place


if __name__ == "__main__":
    try:
        pass
    except RuntimeError as error:
        sys.exit(str(error))
