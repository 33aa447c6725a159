"""What can be done with stores: export, diff, merge, baseline."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import asdict
from typing import TYPE_CHECKING

from maillint.audit import baseline as baselines
from maillint.audit.comparing import difference
from maillint.audit.comparing import merge as merged
from maillint.audit.texts import counted, say
from maillint.cli import request as requests
from maillint.cli.audit_places import begun, found
from maillint.cli.forms import print_text
from maillint.cli.guard import tell
from maillint.cli.request import Request, UsageError
from maillint.cli.session import Session, language_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.audit.comparing import Difference
    from maillint.audit.store import Store

_MOST = 15


def _language(lang: str | None) -> str:
    return language_of(lang, Session(Request(lang=lang)).ruleset(".").config)


def export(name: str, form: str, output: str | None, lang: str | None) -> int:
    """Write a store out.

    Raises:
        UsageError: there is no such store, no place to write to, or no pyarrow.
    """
    if form != "jsonl" and output is None:
        raise UsageError(f"--format {form} is two files: name a folder for them with --output")
    language = _language(lang)
    with found(name, language) as store:
        try:
            rows = _lines(store, output) if form == "jsonl" else _tables(store, str(output), form)
        except OSError as error:
            raise UsageError(f"--output {output}: cannot be written ({error.strerror})") from error
    for path, count in rows.items():
        tell(counted(language, "exported", count, path=path))
    return requests.PASSED


def _tables(store: Store, folder: str, form: str) -> dict[str, int]:
    from maillint.audit.export import tables

    try:
        return tables(store, folder, form)
    except ImportError as error:
        raise UsageError("--format parquet needs pyarrow: pip install 'maillint[audit]'") from error


def _lines(store: Store, output: str | None) -> dict[str, int]:
    from maillint.audit.export import jsonl

    if output is not None:
        from maillint.audit.writing import replaced

        with replaced(output) as (new,), open(new, "w", encoding="utf-8") as file:
            return {output: jsonl(store, file)}
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    jsonl(store, sys.stdout)
    return {}


def diff(old: str, new: str, form: str, lang: str | None) -> int:
    """Compare two stores.

    Raises:
        UsageError: one of them is not there.
    """
    language = _language(lang)
    with found(old, language) as first, found(new, language) as second:
        change = difference(first, second)
        if form == "json":
            from maillint.report.to_json import dumps

            rates = [rate._asdict() for rate in change.rates]
            print_text(dumps({"version": 1, **asdict(change), "rates": rates}) + "\n")
        else:
            print_text(_told(change, first.path, second.path, language))
    return requests.PASSED


def _told(change: Difference, old: str, new: str, language: str) -> str:
    scores = {"old": f"{change.score[0]:.1f}", "new": f"{change.score[1]:.1f}"}
    lines = [
        say(language, "diff", old=old, new=new),
        say(language, "diff.score", **scores, change=f"{change.score[1] - change.score[0]:+.1f}"),
        say(
            language, "diff.messages", old=f"{change.messages[0]:,}", new=f"{change.messages[1]:,}",
            both=f"{change.both:,}", added=f"{change.added:,}", gone=f"{change.gone:,}",
        ),
    ]  # fmt: skip
    if change.both:
        lines.append(say(language, "diff.both", better=f"{change.better:,}", worse=f"{change.worse:,}"))
    if change.rates:
        lines += ["", say(language, "diff.rates")]
    for rate in change.rates[:_MOST]:
        was, now = 100 * rate.old, 100 * rate.new
        lines.append(f"  {now - was:+6.1f}  {rate.check}  ({was:.1f} → {now:.1f})")
    return "".join(f"{line}\n" for line in lines)


def merge(names: Sequence[str], into: str, lang: str | None) -> int:
    """Put several stores into one.

    Raises:
        UsageError: one of them is not there.
    """
    language = _language(lang)
    with ExitStack() as opened:
        stores = [opened.enter_context(found(name, language)) for name in names]
        if same := [store.path for store in stores if os.path.exists(into) and os.path.samefile(store.path, into)]:
            raise UsageError(say(language, "merge-itself", path=same[0]))
        target = opened.enter_context(begun(into))
        new = merged(stores, target)
        tell(counted(language, "merged", len(target), path=into, new=f"{new:,}"))
    return requests.PASSED


def baseline(name: str, output: str, lang: str | None) -> int:
    """Write a baseline.

    Raises:
        UsageError: there is no such store, or it cannot be written.
    """
    language = _language(lang)
    with found(name, language) as store:
        try:
            count = baselines.write(store, output)
        except OSError as error:
            raise UsageError(f"--output {output}: cannot be written ({error.strerror})") from error
    tell(counted(language, "baseline", count, path=output))
    return requests.PASSED
