"""``maillint new-check``: a check's file to fill in, with examples that fail until it is."""

from __future__ import annotations

import os
import re

from maillint.cli.request import UsageError
from maillint.engine import packs

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")

_GROUP = """\
cap = 20  # most points the checks of this group may take from a score
order = 50

[title]
en = "{group}"
zh-Hans = "{group}"
zh-Hant = "{group}"
"""

_CHECK = """\
norms = []
severity = "warning"    # error, warning, info or advice: how much it hurts the reader
confidence = "medium"   # high, medium or low: how sure it is
cost = 3                # points a finding takes from the score
zones = ["body"]        # subject, salutation, body, closing
preview = true          # off by default until its precision is measured

[title]                 # what is wrong, a noun phrase
en = "TODO"
zh-Hans = "TODO"
zh-Hant = "TODO"

[why]                   # what it does to the reader, in a sentence or two
en = "TODO"
zh-Hans = "TODO"
zh-Hant = "TODO"

[message.main]          # {{text}} is what was marked
en = "“{{text}}” TODO"
zh-Hans = "“{{text}}”TODO"
zh-Hant = "「{{text}}」TODO"

{body}
# At least three bad and five fine examples for each language. Real sentences, the hardest fine ones first:
# what looks like the fault and is none. "maillint test-checks {path}" tries them.
{examples}"""

_PHRASES = """\
[phrases]               # lower case, found at word boundaries; or: "wrong" = "right" to offer a rewrite
en = ["todo phrase"]
zh-Hans = ["待填词语"]
zh-Hant = ["待填詞語"]
"""

_PYTHON = '''\
"""TODO: what this check sees, in a sentence a user could read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each place in the author's own paragraphs where TODO."""
    for paragraph in draft.paragraphs:
        at = paragraph.text.find("TODO")
        if at >= 0:
            start = paragraph.start + at
            yield rule.finding(draft, Span(paragraph.zone, start, start + 4))
'''


def create(name: str, folder: str, *, with_python: bool) -> list[str]:
    """Write the files of a new check into a pack; returns their paths.

    Raises:
        UsageError: the name is no check's name, a file is already there, or the folder cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"new-check {name}: write it as group-what-is-wrong in lower case, such as date-holiday")
    group, _, rest = name.partition("-")
    base = os.path.join(folder, group)
    path = os.path.join(base, f"{rest}.toml")
    files = {path: _text(path, with_python=with_python)}
    if with_python:
        files[os.path.join(base, f"{rest.replace('-', '_')}.py")] = _PYTHON
    for taken in (path, os.path.join(base, f"{name}.toml"), *files):
        if os.path.exists(taken):
            raise UsageError(f"{taken} is already there; nothing was written")
    group_file = os.path.join(base, "_group.toml")
    if not os.path.exists(group_file) and not os.path.exists(os.path.join(packs.BUILT_IN, group, "_group.toml")):
        files[group_file] = _GROUP.format(group=group)
    return [_written(file, text) for file, text in files.items()]


def _text(path: str, *, with_python: bool) -> str:
    examples = "".join(
        f'\n[[{kind}]]\nlang = "{language}"\ntext = """TODO {kind} {number}"""\n'
        for language in ("en", "zh-Hans", "zh-Hant")
        for kind, count in (("bad", 3), ("fine", 5))
        for number in range(1, count + 1)
    )
    return _CHECK.format(path=path, body="" if with_python else _PHRASES, examples=examples)


def _written(path: str, text: str) -> str:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    return path
