"""Tells letters, which greet and sign, from machines' notices, newsletters, appointments and notes to oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import names
from maillint.language.tables import phrases, words

if TYPE_CHECKING:
    from maillint.message.draft import Draft

_AUTHORS = ("salutation", "body", "closing")
_MACHINES = ("no-reply@", "noreply@", "no_reply@", "do-not-reply@", "donotreply@", "newsletter@", "notifications@")
_LONG, _HEAD, _FOOT = 1200, 40, 800
"""Characters of a text that may be a newsletter's, and those at its head and its end."""
_WORDY = 700
"""Characters in which whoever writes to somebody says "I", "we" or "you"."""
_MASS = 200
"""Readers of a message nobody signs that make it a mass mailing."""
_AUTOMATIC = phrases("""
automatically generated | auto-generated | generated automatically | automated message | automated notification
automated email | automated e-mail | system generated | system-generated | 系统自动发 | 系统自动回 | 系统自动生
系统自动推 | 系统自动通 | 系統自動發 | 系統自動回 | 系統自動產 | 系統自動通 | 系統自動寄 | 自动发送
自動發送 | 自动发出 | 自動發出 | 自动生成的邮件
""")
_OPT_OUT = phrases("""
prefer not to receive | do not wish to receive | don't wish to receive | don't want to receive
no longer wish to receive | wish to be removed | to be removed from | to be removed reply | to opt out | opt-out
to stop receiving | rather not receive | remove your name from | updating subscriptions
communication preferences | email preferences | manage your preferences | manage your subscription
unsubscribe here | click here to unsubscribe | unsubscribe from our | unsubscribe from this newsletter | 退订
取消订阅 | 取消訂閱 | 不想再收到 | 不希望再收到 | 不願再收到
""")
_MAY_BE_AUTOMATIC = ("generated", "automated", "系统自动", "系統自動", "自动发", "自動發", "自动生成", "自動生成")
_MAY_OPT_OUT = ("receiv", "remove", "opt", "subscri", "preferences", "退", "取消", "不")
"""Where none of these stands, none of the phrases does: looked for first, since they are few."""
_SAYS_SO = ("is an ", "is a ", "is ", "was ", "been ")
_THIS_MAIL = ("本", "此", "该", "該", "这", "這")
_PERSONS = frozenset(
    words("""
i i'm i'll i've i'd we we're we'll we've you you're you'll you've your yours our ours us me my mine let's please
kindly
""")
)
_PERSONS_HAN = "我你您请請咱"
_SECOND = ("you", "your", "you're", "you'll", "let's", "we", "all")


def is_personal(draft: Draft) -> bool:
    """Whether the draft is a letter from a person to people, so that a greeting, a closing and a name are due.

    Not so are appointments, automatic and mass mail, notes to oneself, and messages passed on without a word.
    """
    if draft.calendar or draft.is_automatic or _is_bulk(draft):
        return False
    own = " ".join(" ".join(draft.zone_texts(*_AUTHORS)).lower().split())
    if not own or not _has_readers(draft):
        return False
    foot = " ".join(" ".join(draft.zone_texts("footer")).lower().split())
    if _offers_to_opt_out(own) or _offers_to_opt_out(foot) or _calls_itself_automatic(own):
        return False
    if _is_newsletter(own):
        return False
    if draft.zone("signature") or draft.zone("closing"):
        return not (_is_to_oneself(draft) and not _addresses(own))
    return not (_is_to_oneself(draft) and not _addresses(own)) and not _is_notice(draft, own)


def _is_bulk(draft: Draft) -> bool:
    precedence = (draft.header("Precedence") or "").strip().lower()
    if draft.sender and draft.sender.email.lower().startswith(_MACHINES):
        return True
    return precedence in ("bulk", "junk") or draft.header("List-Unsubscribe") is not None


def _has_readers(draft: Draft) -> bool:
    """Somebody, or a named group such as ``undisclosed-recipients:;``, stands in To, Cc or Bcc."""
    return bool(draft.readers or draft.bcc) or bool((draft.header("To") or "").strip())


def _is_to_oneself(draft: Draft) -> bool:
    if not draft.sender or draft.bcc:
        return False
    own = draft.sender.email.lower()
    return bool(draft.readers) and all(address.email.lower() == own for address in draft.readers)


def _addresses(own: str) -> bool:
    """Whether the text speaks to others, as a mail whose readers are hidden does."""
    if not own.isascii() and any(sign in own for sign in ("您", "你", "各位", "大家")):
        return True
    return not set(own.split()).isdisjoint(_SECOND)


def _offers_to_opt_out(text: str) -> bool:
    return any(map(text.__contains__, _MAY_OPT_OUT)) and any(map(text.__contains__, _OPT_OUT))


def _calls_itself_automatic(own: str) -> bool:
    if not any(map(own.__contains__, _MAY_BE_AUTOMATIC)):
        return False
    for phrase in _AUTOMATIC:
        place = own.find(phrase)
        before = own[max(place - 12, 0) : max(place, 0)]
        if before.endswith(_SAYS_SO) or (not phrase.isascii() and any(word in before for word in _THIS_MAIL)):
            return True
    return False


def _is_newsletter(own: str) -> bool:
    """Whether a text calls itself a newsletter at its head, or, long and with links, ends by how to unsubscribe."""
    if "newsletter" in own[:_HEAD] and "our newsletter" not in own and "the newsletter" not in own:
        return True
    return len(own) > _LONG and "unsubscribe" in own[-_FOOT:] and ("http" in own or "www." in own)


def _is_notice(draft: Draft, own: str) -> bool:
    """An unsigned message that a machine or an office sends round: to masses, to a list, or impersonal."""
    if draft.salutation:
        return False
    if len(draft.readers) >= _MASS:
        return True
    sender = names.person(draft.sender.name, draft.sender.email) if draft.sender else None
    if sender and sender.is_role and all(names.person(name, email).is_role for name, email in draft.readers):
        return True
    return ("http://" in own or "https://" in own or len(own) > _WORDY) and _is_impersonal(own)


def _is_impersonal(own: str) -> bool:
    """Whether nobody speaks and nobody is spoken to."""
    if any(sign in own for sign in _PERSONS_HAN):
        return False
    return _PERSONS.isdisjoint(word.strip(".,;:!?()\"'") for word in own.replace("’", "'").split())
