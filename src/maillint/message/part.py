"""One node of a message's MIME tree (RFC 2045, 2046), whichever reader found it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.message import params, words
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class Part(NamedTuple):
    """One node of the tree. Nothing is decoded until ``octets`` is called."""

    content_type: str
    params: Mapping[str, str]
    disposition: str
    filename: str
    content_id: str
    encoding: str
    size: int = 0
    """Octets before transfer decoding."""
    octets: Callable[[], bytes] = bytes
    """The content after transfer decoding, which happens at each call. Never raises."""
    children: tuple[Part, ...] = ()

    def leaves(self) -> Iterator[Part]:
        """All parts without parts of their own, in order; an attached message is one."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


def describe(fields: Mapping[str, str], default_type: str = "text/plain", **content: Any) -> Part:
    """A part as its header fields (lower-case names, encoded words as they are) describe it.

    ``content`` is what they do not tell: ``size``, ``octets``, ``children``.
    """
    content_type, parameters = params.parse(fields.get("content-type", ""))
    disposition, more = params.parse(fields.get("content-disposition", ""))
    if content_type.count("/") != 1:
        content_type = _mended_type(content_type, default_type)
    return Part(
        content_type=content_type,
        params=parameters,
        disposition=disposition,
        filename=_file_name(more.get("filename") or parameters.get("name") or ""),
        content_id=fields.get("content-id", "").strip().strip("<>"),
        encoding=fields.get("content-transfer-encoding", "").strip().lower(),
        **content,
    )


def _mended_type(content_type: str, default_type: str) -> str:
    """What a type that is none stands for: text (RFC 2045 5.2), unless its first word says otherwise."""
    if not content_type:
        return default_type if "/" in default_type else "text/plain"
    is_file = content_type.startswith(("application", "image", "audio", "video"))
    return "application/octet-stream" if is_file else "text/plain"


def _file_name(name: str) -> str:
    """The last piece of a path: some mailers send whole paths, and no reader shows them."""
    text = words.decode(name).replace("\\", "/").rpartition("/")[2]
    return " ".join(text.split())
