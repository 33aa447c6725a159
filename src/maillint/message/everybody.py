"""Mailboxes behind which a crowd reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.message.draft import Address

_WORDS = frozenset(
    "all everyone everybody allstaff staff company-wide companywide employees colleagues everyone".split()
)
_HAN = (
    *("全体", "全體", "全员", "全員", "所有人", "全公司", "全校", "全院", "全部门", "全部門", "各部门", "各部門"),
    *("全司", "各位同事", "群发", "群發"),
)


def is_everybody(address: Address) -> bool:
    """Whether an address stands for a whole house or department: all-staff@, 全体员工, Everyone."""
    name, local = address.name.lower(), address.email.partition("@")[0].lower()
    for sign in "-_.":
        local = local.replace(sign, " ")
    words = {*name.replace("-", " ").split(), *local.split()}
    return not _WORDS.isdisjoint(words) or any(word in name for word in _HAN)
