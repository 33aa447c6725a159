"""A later pack's file over the one it changes: what it names takes the place of what was there."""

from __future__ import annotations

from typing import Any


def laid_over(below: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """A check's data with what a later pack's file says in its place."""
    merged = overlaid(below, data)
    if phrases := _phrases_over(below.get("phrases", {}), data.get("phrases", {})):
        merged["phrases"] = phrases
    if "bad" in data or "fine" in data:
        merged |= {kind: data.get(kind, []) for kind in ("bad", "fine")}
    return merged


def _phrases_over(below: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """A list that is named is replaced; "add" lengthens lists, "drop" takes phrases out of all of them."""
    lists = {name: entries for name, entries in data.items() if name not in ("add", "drop")}
    merged = {**below, **lists}
    for name, entries in data.get("add", {}).items():
        old = merged.get(name, type(entries)())
        merged[name] = {**old, **entries} if isinstance(old, dict) else [*old, *entries]
    dropped = set(data.get("drop", ()))
    for name, entries in merged.items():
        kept = [phrase for phrase in entries if phrase not in dropped]
        merged[name] = {phrase: entries[phrase] for phrase in kept} if isinstance(entries, dict) else kept
    return merged


def overlaid(below: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Tables merged key by key; any other value of ``data`` takes the place of the one below."""
    merged = dict(below)
    for key, value in data.items():
        old = merged.get(key)
        merged[key] = overlaid(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
