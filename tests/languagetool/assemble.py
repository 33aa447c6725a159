"""Assemble the LanguageTool of pom.xml with Maven, once, and print the folder it lies in; exit status 1 where it cannot be.

It needs Java and Maven and takes some 110 MB in the user's cache, and as much again in Maven's own.
"""

from __future__ import annotations

import hashlib
import os
import re
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
    if not _has_java_17() or not shutil.which("mvn"):
        raise RuntimeError(
            "Java 17 and Maven are needed; on Debian: sudo apt-get install openjdk-17-jre-headless maven"
        )
    if place.is_dir():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as temporary:
        command = ["mvn", "--batch-mode", "--quiet", "--file", str(POM), "package", f"-Dplace={temporary}/whole"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"Maven failed: {(done.stdout + done.stderr)[-2000:]}")
        os.rename(f"{temporary}/whole", place)
    return place


def _has_java_17() -> bool:
    if not shutil.which("java"):
        return False
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    return version is not None and int(version[1]) >= 17


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{assembled()}\n")
    except RuntimeError as error:
        sys.exit(str(error))
