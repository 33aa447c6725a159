"""Sent items as Microsoft Graph gives them, and Graph Data Connect delivers them: rows, not octets.

https://learn.microsoft.com/graph/api/resources/message names the fields. Data Connect writes some of its datasets'
names with a capital; both forms are read.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from maillint.audit.judging import judge_draft, where
from maillint.audit.record import Record, failed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maillint.engine import Ruleset

_NESTED = (
    *("body", "from", "sender", "toRecipients", "ccRecipients", "bccRecipients"),
    *("attachments", "internetMessageHeaders"),
)
_LISTS = {"to": "toRecipients", "cc": "ccRecipients", "bcc": "bccRecipients"}


def is_known(names: Iterable[str]) -> bool:
    """Whether columns of these names are those of messages."""
    return {"subject", "body"} <= {_lowered(name) for name in names}


def judge(path: str, row: Mapping[str, Any], ruleset: Ruleset, *, keep_text: bool = False) -> Record:
    """Judge one sent item. Never raises: what is no message is a record with ``error``.

    Args:
        path: what people are shown as its place.
        row: the item's fields; nested ones are objects, lists, or JSON text of these.
        ruleset: the checks under a configuration.
        keep_text: as for ``judging.judge``.
    """
    from maillint.message import ComposeError, from_compose

    item = {name: _opened(name, value) for name, value in ((_lowered(name), value) for name, value in row.items())}
    key = sha256(
        json.dumps(item, sort_keys=True, default=str, ensure_ascii=False).encode("utf-8", "replace")
    ).hexdigest()
    try:
        draft = from_compose(fields(item))
    except ComposeError as error:
        return failed(path, "not-a-message", str(error), key)
    except (TypeError, AttributeError, ValueError) as error:
        return failed(path, "not-a-message", where(error), key)
    return judge_draft(key, draft, path, ruleset, keep_text=keep_text)


def fields(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item as the fields of a compose window, which ``from_compose`` reads."""
    body = item.get("body") or {}
    content = _member(body, "content") or ""
    is_html = str(_member(body, "contentType") or "").lower() == "html"
    made = {
        "subject": item.get("subject") or "",
        "from": [_address(item.get("from") or item.get("sender"))],
        "html" if is_html else "text": content,
        "attachments": [_attachment(one) for one in item.get("attachments") or _unnamed(item)],
        "headers": _headers(item),
    }
    made |= {name: [_address(one) for one in item.get(field) or ()] for name, field in _LISTS.items()}
    if sent := item.get("sentDateTime"):
        made["date"] = _moment(sent)
    return made


def _moment(sent: Any) -> Any:
    """Graph's times are of UTC (ISO 8601), and so are a cluster's that name no zone."""
    moment = datetime.fromisoformat(sent) if isinstance(sent, str) else sent
    return moment.replace(tzinfo=UTC) if isinstance(moment, datetime) and moment.tzinfo is None else moment


def _headers(item: Mapping[str, Any]) -> dict[str, str]:
    found = {
        _member(header, "name"): _member(header, "value") or "" for header in item.get("internetMessageHeaders") or ()
    }
    if identifier := item.get("internetMessageId"):
        found["Message-ID"] = identifier
    if str(item.get("importance") or "").lower() == "high":
        found["Importance"] = "high"
    return {str(name): str(value) for name, value in found.items() if name and name.lower() not in _OWN}


_OWN = ("subject", "from", "to", "cc", "bcc", "date")


def _address(value: Any) -> dict[str, str]:
    email = _member(value or {}, "emailAddress") or value or {}
    return {"name": str(_member(email, "name") or ""), "email": str(_member(email, "address") or "")}


def _attachment(value: Any) -> dict[str, Any]:
    return {
        "name": str(_member(value, "name") or ""),
        "size": int(_member(value, "size") or 0),
        "content_type": str(_member(value, "contentType") or "application/octet-stream"),
        "inline": bool(_member(value, "isInline")),
    }


def _unnamed(item: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Where only the fact is delivered that something is attached."""
    return [{}] if item.get("hasAttachments") else []


def _member(value: Any, name: str) -> Any:
    """A field of an object, in either spelling."""
    if name in value:
        return value[name]
    return value.get(name[0].upper() + name[1:])


def _opened(name: str, value: Any) -> Any:
    """Data Connect delivers some nested fields as JSON text."""
    if name in _NESTED and isinstance(value, str):
        with suppress(ValueError):
            return json.loads(value)
    return value


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
