"""What a draft could say where a greeting, a closing or a name is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import names, nicknames, titles
from maillint.language.text import holds_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.language.names import Person
    from maillint.message.draft import Address, Draft

_FORMAL = (
    "贵司",
    "貴司",
    "贵公司",
    "貴公司",
    "贵方",
    "貴方",
    "敝司",
    "敝公司",
    "我司",
    "本公司",
    "贵院",
    "貴院",
    "贵校",
    "貴校",
)
"""What a house calls itself and another one in a formal letter."""
_SPOKEN = (*"你妳啦哈喔囉咯嘛呗唄～唔咗嘅哋係", "么么", "麼麼", "亲亲", "親親", "宝宝", "寶寶")
"""What is said over a counter or in a chat."""
_SHORT = 16
"""Characters below which a text is no letter."""
_CUSTOMERS = (
    "客户",
    "客戶",
    "顾客",
    "顧客",
    "用户",
    "用戶",
    "会员",
    "會員",
    "家长",
    "家長",
    "业主",
    "業主",
    "住户",
    "住戶",
)
"""Groups of readers who are no colleagues, whatever house their list belongs to."""
_MOST_NAMED = 3
"""Readers that are greeted by name; more are greeted as a group."""


def is_chinese(draft: Draft) -> bool:
    """Whether courtesy is due in Chinese: by the draft's language, mixed drafts by the first reader's name."""
    if draft.language.startswith("zh"):
        return True
    return draft.language == "mixed" and holds_han(draft.to[0].name if draft.to else "中")


def salutations(draft: Draft) -> tuple[str, ...]:
    """Salutation lines that fit the readers, the best first, without the blank line behind them."""
    return _chinese_salutations(draft) if is_chinese(draft) else _english_salutations(draft)


def closings(draft: Draft) -> tuple[str, ...]:
    """Closing lines that fit, the best first."""
    internal = _is_internal(draft)
    if is_chinese(draft):
        formal = "順頌商祺" if draft.language == "zh-Hant" else "顺颂商祺"
        thanks = "謝謝！" if draft.language == "zh-Hant" else "谢谢！"
        if internal:
            return thanks, "祝好"
        return (formal, "祝好", thanks) if _is_formal(draft.own_text) else ("祝好", formal, thanks)
    return ("Thanks,", "Best regards,") if internal else ("Best regards,", "Kind regards,", "Thank you,")


def _is_formal(text: str) -> bool:
    """Whether a Chinese letter to another house is written from house to house, and not over the counter."""
    is_spoken = any(word in text for word in _SPOKEN) or len(text) < _SHORT
    return not is_spoken or any(word in text for word in _FORMAL)


def fitting(phrases: Sequence[str], draft: Draft) -> list[str]:
    """The writer's own phrases that are in the language courtesy is due in, in their order."""
    from maillint.language.script import script_of

    own = [phrase.strip() for phrase in phrases if holds_han(phrase) == is_chinese(draft)]
    is_mixed = draft.language == "mixed"
    return [phrase for phrase in own if phrase and (is_mixed or script_of(phrase) in ("", draft.language))]


def signature(draft: Draft) -> str:
    """The name to sign with: the display name, else what the address tells; empty when it tells nothing."""
    if not draft.sender:
        return ""
    shown = draft.sender.name.strip().strip("\"'")
    is_desk = shown.isascii() and shown.islower() and " " not in shown and shown not in draft.sender.email
    if shown and "@" not in shown and not is_desk:  # "legal" <mark.taylor@…> names the desk
        return shown
    person = names.person("", draft.sender.email)
    is_told = not person.is_role and len(person.words) > 1 and all(len(word) > 1 for word in person.words)
    return _cased(*person.words) if is_told else ""


def name_as_written(address: Address, lower: str) -> str:
    """A word of a mailbox's name with the capitals its owner gives it."""
    place = address.name.lower().find(lower)
    return address.name[place : place + len(lower)] if place >= 0 else _cased(*lower.split())


def _cased(*parts: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in parts if part)


def _is_internal(draft: Draft) -> bool:
    own = draft.sender.domain if draft.sender else ""
    return own != "" and bool(draft.to) and all(address.domain == own for address in draft.to)


def _chinese_salutations(draft: Draft) -> tuple[str, ...]:
    is_internal = _is_internal(draft) and not any(word in one.name for one in draft.to for word in _CUSTOMERS)
    everyone = ("各位好：", "各位同事：") if is_internal else ("各位好：", "您好：")
    if is_internal and len(draft.to) > 1 and not any(names.person(one.name, one.email).is_role for one in draft.to):
        everyone = everyone[::-1]
    if len(draft.to) != 1:
        return everyone
    address = draft.to[0]
    person = names.person(address.name, address.email)
    if person.is_role:
        return everyone if is_internal else ("您好：", "各位好：")
    if person.han and person.title:
        full = f"{person.family or person.han}{person.title}"
        return (f"{full}：", f"{full}，您好：")
    name = person.han or name_as_written(address, person.given or person.family)
    return (f"{name}，您好：", f"{person.family}先生/女士：") if person.family and person.han else (f"{name}，您好：",)


def _english_salutations(draft: Draft) -> tuple[str, ...]:
    found = [_called(address) for address in draft.to]
    everyone = ("Hi all,", "Dear all,") if _is_internal(draft) else ("Dear all,", "Hello everyone,")
    if not found or len(found) > _MOST_NAMED or (len(found) > 1 and not all(found)):
        return everyone
    if not found[0]:
        return everyone if _is_internal(draft) else ("Hello,", "Dear Sir or Madam,")
    called = " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else found[0]
    if _is_internal(draft):
        return (f"Hi {called},", f"Hello {called},", f"Dear {called},")
    return (f"Dear {called},", f"Hello {called},", f"Hi {called},")


def _called(address: Address) -> str:
    """How an English letter calls a reader: "Tom", "Mr Tandy"; empty when the mailbox names nobody."""
    person = names.person(address.name, address.email)
    if person.is_role:
        return ""
    if person.title and person.family and titles.english(person.title) is not None:
        return f"{_title_as_written(address, person)} {name_as_written(address, person.family)}"
    if person.han:
        return _cased(*person.local) if len(person.local) > 1 else ""
    if person.from_address and not nicknames.is_given(person.given):
        return ""
    return name_as_written(address, person.given or person.family)


def _title_as_written(address: Address, person: Person) -> str:
    place = address.name.find(person.title)
    dot = "." if address.name[place + len(person.title) : place + len(person.title) + 1] == "." else ""
    return person.title + dot
