"""What ``maillint fix`` did to a message, in lines for people."""

from __future__ import annotations

import os
import sys
from difflib import unified_diff
from typing import TYPE_CHECKING

from maillint.cli.fix_texts import say, why
from maillint.cli.output import nearby, screen
from maillint.report.change import changes
from maillint.report.safe import visible
from maillint.report.view import number
from maillint.report.width import clip_right

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.cli.request import Request
    from maillint.engine import Report
    from maillint.finding import Edit, Finding
    from maillint.report.view import Look
    from maillint.rewrite.mending import Mended

_RESET = "\x1b[0m"
_STYLES = {"old": "\x1b[31m", "new": "\x1b[32m", "path": "\x1b[1m", "check": "\x1b[2m", "place": "\x1b[36m"}
_INDENT = "    "
_NARROWEST, _MARGIN = 24, 7
_CONTEXT = 2


def dressed(look: Look, request: Request) -> Look:
    """The look with colour and width as standard output has them."""
    columns = screen()
    if columns:
        look = look._replace(columns=max(_NARROWEST, min(look.columns, columns - _MARGIN)))
    if request.color != "auto":
        return look._replace(colour=request.color == "always")
    is_plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return look._replace(colour=not is_plain and sys.stdout.isatty())


def styled(style: str, text: str, look: Look) -> str:
    """Text in a style's colour, where there is colour."""
    return f"{_STYLES[style]}{text}{_RESET}" if look.colour else text


def summary(mended: Mended, backup: str, look: Look) -> str:
    """How many rewrites, where the original is, what each did."""
    language, path = look.language, visible(mended.before.path)
    if mended.refusal:
        return f"{say(language, 'refused', path=path, why=why(language, mended.refusal))}\n"
    if not mended.applied:
        return f"{say(language, 'nothing', path=path)}\n"
    before, after = number(mended.before.score), number(mended.after.score)
    head = say(language, "applied", path=path, n=len(mended.applied)) + say(
        language, "score", before=before, after=after
    )
    head += say(language, "backup", backup=nearby(backup)) if backup else ""
    rows = (row for done in mended.applied for row in rewritten(done.report, done.finding, look))
    return "".join(f"{line}\n" for line in (styled("path", head, look), *rows))


def rewritten(report: Report, finding: Finding, look: Look, edits: Sequence[Edit] | None = None) -> Iterator[str]:
    """The check, and the lines that a rewrite touches, before and after."""
    own = edits if edits is not None else finding.rewrite.edits if finding.rewrite else ()
    yield f"  {styled('check', f'[{finding.check}]', look)}"
    yield from _in_header(finding, look)
    for change in changes(report, own, finding.span, look.columns):
        for sign, style, lines in (("-", "old", change.old), ("+", "new", change.new)):
            for line in lines:
                if line.strip():
                    yield _line(sign, style, line, look)


def _in_header(finding: Finding, look: Look) -> Iterator[str]:
    edits = finding.rewrite.header if finding.rewrite else ()
    hidden = [edit.old for edit in edits if edit.kind == "move"]
    if hidden:
        yield _line("+", "new", f"Bcc ({len(hidden)}): {', '.join(hidden)}", look)
    for edit in edits:
        if edit.kind == "rename":
            yield _line("-", "old", edit.old, look)
            yield _line("+", "new", edit.new, look)


def _line(sign: str, style: str, text: str, look: Look) -> str:
    return _INDENT + styled(style, f"{sign} {clip_right(visible(text), look.columns)}", look)


def rest(mended: Mended, look: Look) -> str:
    """The rewrites that were wanted and not applied, and why."""
    return "".join(
        say(
            look.language,
            "left",
            what=clip_right(visible(left.finding.text), look.columns // 2) or "…",
            check=left.finding.check,
            why=why(look.language, left.reason, left.detail),
        )
        + "\n"
        for left in mended.left
    )


def difference(mended: Mended, look: Look) -> str:
    """What would change in the subject and the text that the reader sees, as a unified diff."""
    path = visible(mended.before.path)
    if mended.refusal:
        return summary(mended, "", look)
    before, after = _shown(mended.before), _shown(mended.after)
    lines = unified_diff(before, after, path, path, lineterm="", n=_CONTEXT)
    in_header = [done for done in mended.applied if done.finding.rewrite and done.finding.rewrite.header]
    rows = (row for done in in_header for row in rewritten(done.report, done.finding, look, ()))
    return "".join(f"{line}\n" for line in (*(_coloured(line, look) for line in lines), *rows))


def _shown(report: Report) -> list[str]:
    return [f"Subject: {visible(report.subject)}", "", *map(visible, report.text.split("\n"))]


def _coloured(line: str, look: Look) -> str:
    styles = {"-": "old", "+": "new", "@": "place"}
    style = styles.get(line[:1])
    return styled(style, line, look) if style and not line.startswith(("---", "+++")) else line
