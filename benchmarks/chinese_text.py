"""Gather the right Chinese sentences that gate and pairs learn from: from clones of public repositories.

    python benchmarks/chinese_text.py CLONES INTO [SOURCE ...]

CLONES is a folder that holds a clone of each repository below, under the repository's name (``Laws`` or
``LawRefBook+Laws``), bare or with its files; what is missing is cloned from GitHub, its newest state only. INTO gets
one file a source, a sentence a line, each once. Every source may be learnt from, by this leave:

| source | repository | leave |
|---|---|---|
| laws, cases | LawRefBook/Laws | none needed: China's Copyright Law, Article 5 |
| taiwan | kong0107/mojLawSplitJSON | none needed: Taiwan's Copyright Act, Article 9 |
| dynamics, dynamics-tw, dynamics-hk | MicrosoftDocs' pages on Dynamics 365 | CC BY 4.0 |
| partners | MicrosoftDocs/partner-center-pr.zh-cn | CC BY 4.0 |
| cmrc | ymcui/cmrc2018 | CC BY-SA 4.0 |
| drcd | DRCKnowledgeTeam/DRCD | CC BY-SA 3.0 |
| cooking | Anduin2017/HowToCook | Unlicense |
| talk | thu-coai/KdConv | Apache-2.0 |
"""

from __future__ import annotations

import argparse
import html
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FEWEST = 6
"""Han characters of the shortest sentence that is kept; half of its characters must be Han."""
_BLOB = 3
"""Fields of a line of ``git ls-tree`` before the path: mode, kind, name."""


class Source(NamedTuple):
    """A repository, and the files in it that hold sentences."""

    repository: str
    files: str
    """A regular expression that their paths match."""


SOURCES = {
    "laws": Source("LawRefBook/Laws", r"^(?!案例/|[^/]*$|DLC/|scripts/|\.).*\.md$"),
    "cases": Source("LawRefBook/Laws", r"^案例/.*\.md$"),
    "taiwan": Source("kong0107/mojLawSplitJSON", r"^(ChLaw|ChOrder|Fal).*json$"),
    "dynamics": Source("MicrosoftDocs/Dynamics-365-Operations.zh-cn", r"\.md$"),
    "dynamics-tw": Source("MicrosoftDocs/Dynamics-365-Operations.zh-TW", r"\.md$"),
    "dynamics-hk": Source("MicrosoftDocs/dynamics-365-project-operations-pr.zh-hk", r"\.md$"),
    "partners": Source("MicrosoftDocs/partner-center-pr.zh-cn", r"\.md$"),
    "cmrc": Source("ymcui/cmrc2018", r"^data/cmrc2018.*json$"),
    "drcd": Source("DRCKnowledgeTeam/DRCD", r"\.json$"),
    "cooking": Source("Anduin2017/HowToCook", r"\.md$"),
    "talk": Source("thu-coai/KdConv", r"^data/\w+/(train|dev|test)\.json$"),
}


def clone_of(repository: str, clones: str) -> str:
    """The folder with the clone of a repository, fetched unless it is there.

    Raises:
        subprocess.CalledProcessError: git could not clone it.
    """
    owner, _, name = repository.partition("/")
    for folder in (f"{owner}+{name}/repo", f"{owner}+{name}", name):
        if os.path.isdir(os.path.join(clones, folder)):
            return os.path.join(clones, folder)
    into = os.path.join(clones, name)
    subprocess.run(["git", "clone", "--depth", "1", f"https://github.com/{repository}", into], check=True)
    return into


def texts(clone: str, files: str) -> Iterator[str]:
    """The files of a clone whose paths match, as they stand in its newest commit."""
    names = [name for path, name in _tree(clone) if re.search(files, path)]
    with subprocess.Popen(
        ["git", "-C", clone, "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as git:
        assert git.stdin
        assert git.stdout
        for name in names:
            git.stdin.write(f"{name}\n".encode())
            git.stdin.flush()
            head = git.stdout.readline().split()
            if head[-1] != b"missing":
                yield git.stdout.read(int(head[2]) + 1).decode("utf-8", "replace")


def _tree(clone: str) -> Iterator[tuple[str, str]]:
    """Path and name of each file."""
    listed = subprocess.run(["git", "-C", clone, "ls-tree", "-r", "-z", "HEAD"], capture_output=True, check=True)
    for line in listed.stdout.decode("utf-8", "replace").split("\0"):
        fields = line.split(None, _BLOB)
        if len(fields) > _BLOB and fields[1] == "blob":
            yield fields[_BLOB], fields[_BLOB - 1]


def sentences(text: str) -> Iterator[str]:
    """The Chinese sentences of a page or a table, without its mark-up."""
    for found in re.findall(r'[^。！？；\n!?;"\\<>|]{6,120}[。！？；]?', _plain(text)):
        sentence = found.strip(" -\t\u3000,.:：、")
        han = len(re.findall("[\u4e00-\u9fff]", sentence))
        if han >= FEWEST and 2 * han >= len(sentence) and not re.search("[\u3040-\u30ff\ufffd]", sentence):
            yield sentence


def _plain(text: str) -> str:
    if re.search(r"\\u[4-9][0-9a-f]{3}", text):
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    text = re.sub(r"(?s)```.*?```", "", text.replace("\\n", "\n"))
    text = re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[`*#]", "", html.unescape(re.sub(r"<[^>\n]*>", " ", text)))


def gather(source: Source, clones: str) -> list[str]:
    """The sentences of a source, each once, in their order."""
    clone = clone_of(source.repository, clones)
    return list(dict.fromkeys(sentence for text in texts(clone, source.files) for sentence in sentences(text)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one file a source."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("clones", metavar="CLONES")
    parser.add_argument("into", metavar="INTO")
    parser.add_argument("sources", nargs="*", metavar="SOURCE", default=list(SOURCES), help=", ".join(SOURCES))
    options = parser.parse_args(arguments)
    os.makedirs(options.into, exist_ok=True)
    for name in options.sources:
        found = gather(SOURCES[name], options.clones)
        with open(os.path.join(options.into, f"{name}.txt"), "w", encoding="utf-8", errors="ignore") as file:
            file.writelines(f"{sentence}\n" for sentence in found)
        print(f"{name:12} {len(found):7} sentences, {sum(map(len, found)) // 1000:6} thousand characters", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
