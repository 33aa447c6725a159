"""Parts of people's names, Latin and Chinese, and whether two ways of naming can mean one person."""

from __future__ import annotations

from functools import lru_cache

from maillint.language import nicknames, surnames, titles
from maillint.language.tables import words
from maillint.language.text import holds_han, is_han
from maillint.records import NamedTuple

_ROLES = frozenset(
    words("""
info sales support service services help helpdesk desk office team admin administrator hr accounts accounting
billing finance marketing press media orders order purchase purchasing procurement care customercare
customerservice staff all everyone group dept department noreply no-reply donotreply newsletter news
notification notifications alerts alert system webmaster postmaster mail mailer contact enquiries enquiry
inquiry jobs careers recruiting events announcements announce public relations communications legal compliance
security operations ops board members users customers clients tenants list lists groups committee union council
registrar reception secretary it eng engineering dev research lab club chapter partners partner merchants
colleagues company co ltd inc llc gmbh ag corp the of and for status updates report reports weekly daily
navigator ethink ebiz managers drivers students parents residents floor alumni undisclosed recipients gift
member response reply subscription promo offers deals editor line center centre university college school
""")
)
_HAN_ROLES = words("""
部 组 組 处 處 科 室 司 局 队 隊 团 團 班 中心 客服 公司 全体 全體 全员 全員 同事 同仁 客户 客戶 用户 用戶 员工
員工 办公 辦公 管理员 管理員 通知 系统 系統 团队 團隊 商城 店 行 医院 醫院 学校 學校 家长 家長 学员 學員 助理
售后 售後 服务 服務 平台 小助手 运营 運營 会员 會員 大家 各位
""")
_HAN_ALL = ("全体", "全體", "各位", "所有")
_KIN = ("家长", "家長", "同学", "同學")
_CLASS_ENDS = tuple("一二三四五六七八九班级級组組")
"""What 国三家长 and 一班同学 have before the title: a class, not a name."""
_PARTING = str.maketrans(dict.fromkeys("._-+0123456789=", " "))
"""What parts the words of an address."""
_GAPS = {".": ". "}
PARTICLES = frozenset(
    words("""
de da del della di von van der den ter la le el bin binti al st san dos du zu
""")
)


class Person(NamedTuple):
    """What a mailbox tells about whom it belongs to. Latin parts are in lower case."""

    words: tuple[str, ...] = ()
    """Latin words of the display name, titles left out, in the order of the name; else of the local part."""
    given: str = ""
    family: str = ""
    han: str = ""
    """The Han name without title or department."""
    title: str = ""
    """As written: "Mr", "Dr", 经理."""
    is_role: bool = False
    """A department, a list, a shop: nobody in particular."""
    from_address: bool = False
    """True when the display name said nothing and the local part had to serve."""
    local: tuple[str, ...] = ()
    """Words of the address's local part."""

    @property
    def gender(self) -> str:
        """Tells "m" or "f" when the title tells, else empty."""
        return titles.english(self.title) or titles.CHINESE.get(self.title, "") if self.title else ""

    @property
    def is_sure(self) -> bool:
        """Whether this surely is one person: a title, a common given name, or an address made of the name."""
        if self.is_role:
            return False
        if self.title or self.han or nicknames.is_given(self.given):
            return True
        return not self.from_address and any(word in own for word in self.words if len(word) > 2 for own in self.local)

    @property
    def initials(self) -> str:
        """First letters of the words."""
        return "".join(word[0] for word in self.words)

    @property
    def all_words(self) -> tuple[str, ...]:
        """Latin words of name and address."""
        return (*self.words, *(word for word in self.local if word not in self.words))


@lru_cache(maxsize=2048)
def person(name: str, email: str) -> Person:
    """Read a mailbox: ``person("Reed, Tom (Sales)", "tom.reed@south.example")``, ``person("會計室 葉經理", ...)``.

    Args:
        name: the display name, decoded; may be empty.
        email: the address; its local part helps where the display name is silent.
    """
    local = _local_words(email)
    shown, bracketed = _brackets(name)
    if bracketed and nicknames.is_given(bracketed.lower()):
        local = (*local, bracketed.lower())
    if not shown or "@" in shown:
        is_role = not local or any(word in _ROLES for word in local)
        given, family = ("", "") if is_role else _latin_parts(list(local))
        return Person(local, given, family, is_role=is_role, from_address=True, local=local)
    if holds_han(shown):
        return _han_person(shown, local)
    return _latin_person(shown, local)


def _brackets(name: str) -> tuple[str, str]:
    """A display name without what it says in brackets, and that: "Robert (Bob) Hale", "Tom Reed (Sales)"."""
    inside = ""
    for opening, closing in ("()", "（）", "[]"):
        start = name.find(opening)
        end = name.find(closing, start)
        if 0 <= start < end:
            inside = name[start + 1 : end].strip()
            name = f"{name[:start]} {name[end + 1 :]}"
    return name.strip("\"' "), inside


def words_of(text: str) -> list[str]:
    """The words of a text as written, hyphens and apostrophes kept, full stops of initials left on."""
    spaced = "".join(sign if sign.isalpha() or sign in "'’-" else _GAPS.get(sign, " ") for sign in text)
    return [word for piece in spaced.split() if (word := piece.strip("'’-")) and word != "."]


def _local_words(email: str) -> tuple[str, ...]:
    local = email.partition("@")[0][:64].lower().translate(_PARTING)
    return tuple(word for word in local.split() if word.isalpha())


def _latin_person(shown: str, local: tuple[str, ...]) -> Person:
    before, comma, behind = shown.partition(",")
    if comma and behind.strip() and len(before.split()) <= 2 and not _is_degree(behind):
        shown = f"{behind} {before}"
    elif comma:
        shown = before
    found = words_of(shown)
    title = ""
    while found and titles.english(found[0]) is not None and len(found) > 1:
        title = title or found[0].rstrip(".")
        found = found[1:]
    found = [word for word in found if not (len(word) > 1 and word.isupper() and _is_degree(word))] or found
    words = tuple(word.rstrip(".").lower() for word in found)
    is_role = (
        not words
        or any(map(str.isdigit, shown))
        or _is_named_after_many(words, local)
        or any(word in _ROLES for word in words)
        or (not title and len(words) == 1 and not _is_person_word(words[0], local))
    )
    given, family = ("", "") if is_role else _latin_parts(list(words), has_title=bool(title))
    return Person(words, given, family, title=title, is_role=is_role, local=local)


def _is_named_after_many(words: tuple[str, ...], local: tuple[str, ...]) -> bool:
    """Course Marshals <marshals@…>: the address has the plural only, and the first word is nobody's given name."""
    is_plural = len(words) > 1 and words[-1].endswith("s") and local == (words[-1],)
    return is_plural and not nicknames.is_given(words[0])


def _is_degree(text: str) -> bool:
    return text.strip(" .").upper().replace(".", "") in {
        "PHD",
        "MD",
        "JR",
        "SR",
        "II",
        "III",
        "ESQ",
        "MBA",
        "CPA",
        "PE",
        "RN",
        "MSC",
        "BSC",
        "DDS",
    }


def _is_person_word(word: str, local: tuple[str, ...]) -> bool:
    return nicknames.is_given(word) or word in local


def _latin_parts(words: list[str], *, has_title: bool = False) -> tuple[str, str]:
    """Given name and family name by the usual order: the last word and its particles are the family name.

    "Zhou Meiling" is turned when the first word is a Chinese surname and the last is neither that nor a given name.
    """
    if not words:
        return "", ""
    if len(words) == 1:
        return ("", words[0]) if has_title else (words[0], "")
    first, last = words[0], words[-1]
    if (
        first in surnames.all_spellings()
        and last not in surnames.all_spellings()
        and not nicknames.is_given(first)
        and not nicknames.is_given(last)
    ):
        return " ".join(words[1:]), first
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return first, " ".join(words[start:])


def _han_person(shown: str, local: tuple[str, ...]) -> Person:
    pieces = ["".join(filter(is_han, piece)) for piece in shown.replace("·", "").replace("　", " ").split()]
    pieces = [piece for piece in pieces if piece]
    words = tuple(word.lower() for word in words_of(shown) if word.isascii() and len(word) > 1)
    piece = pieces[-1]
    title = titles.chinese(piece) if len(piece) > 1 else ""
    name = piece[: len(piece) - len(title)]
    if title in titles.SHORT and not surnames.is_surname(name):
        title, name = "", piece
    is_role = (
        not title and (piece.endswith(_HAN_ROLES) or len(piece) > 4 or not surnames.family_of(piece)) and not words
    )
    if is_role and len(piece) in (2, 3) and not piece.endswith(_HAN_ROLES):
        is_role = False
    is_class = title in _KIN and name[-1:] in _CLASS_ENDS
    if (title and (len(name) > 4 or not name)) or is_class or any(word in piece for word in _HAN_ALL):
        is_role = True
    family = "" if is_role else surnames.family_of(name)
    given = "" if is_role else name[len(family) :]
    return Person(words, given, family, han="" if is_role else name, title=title, is_role=is_role, local=local)
