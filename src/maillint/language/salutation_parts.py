"""A salutation taken apart."""

from __future__ import annotations

from maillint.records import NamedTuple


class Salutation(NamedTuple):
    """What stands in "Dear Ms Reed," or 王经理，您好：, part by part."""

    start: int
    end: int
    """The salutation proper is ``text[start:end]``, its comma or colon included."""
    greeting: str
    """As written: "Dear", "Hi", 您好, 尊敬的; empty when a name stands alone."""
    title: str
    """As written: "Mr.", 经理; empty when there is none."""
    name: str
    """Whom it names, without title and greeting; empty for "Hello," and 您好."""
    is_group: bool
    """It greets several or a kind of people: "all", 各位, "Dear customer"."""
    is_placeholder: bool
    """The name was never filled in: "[Name]", "{{first_name}}"."""
    language: str
    """"en" or "zh"."""
    name_start: int = 0
    """Offset of ``name``; ``start`` when it is empty."""
