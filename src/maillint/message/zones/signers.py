"""Whether a line at the end of a message names its sender, or looks like the rest of a signature block."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language import names, nicknames, surnames, titles
from maillint.language.tables import phrases, words
from maillint.language.text import is_han

if TYPE_CHECKING:
    from maillint.language.names import Person

_CONTACT = phrases("""
tel | phone | fax | mobile | cell | direct | office | ext. | ext_ | extension | e-mail | email | skype | 电话
電話 | 手机 | 手機 | 分机 | 分機 | 传真 | 傳真 | 邮箱 | 郵箱 | 信箱 | 地址 | 邮编 | 郵編 | 微信 | 座机 | 座機
热线 | 熱線 | 网址 | 網址 | 联系人 | 聯絡人 | 经办 | 經辦 | 服务时间 | 服務時間 | qq | 客服
""")
_LINKS = ("@", "www.", "http", ".com", "mailto:")
_SENTENCE_ENDS = frozenset(".?!。？！;；:：,，…")
_FIRM_ENDS = (
    "inc.",
    "ltd.",
    "co.",
    "corp.",
    "llc.",
    "l.p.",
    "gmbh.",
    "s.a.",
    "b.v.",
    "ph.d.",
    "jr.",
    "sr.",
    "esq.",
    "m.d.",
    "u.s.a.",
    "l.l.p.",
)
_FIRMS = words("""
公司 部 处 處 科 室 中心 组 組 店 团队 團隊 集团 集團 委员会 委員會 事务所 事務所 协会 協會 办公室 辦公室 服务台
客服 银行 銀行 支行 分行 局 医院 醫院 学院 學院 法院 检察院 研究院 设计院 設計院 学校 學校 大学 大學 中学 中學 小学 小學
幼儿园 幼兒園 图书馆 圖書館 博物馆 博物館 出版社 杂志社 雜誌社 旅行社 工会 工會 居委会 村委会 基金会 基金會 商会 商會
学会 學會 政府 派出所 研究所 工作室 小组 小組 项目组 項目組 大队 大隊 支队 支隊 酒店 宾馆 賓館 酒樓 厂 廠
管理處 秘书处 编辑部 門市 总台 總台
""")
_NO_FIRM = frozenset("请請到去在送寄给給把将將找向往由付有是也或我您你贵貴了运運住进進已")
"""What stands in a sentence that ends in an office (付款到工商银行), and hardly ever in its name."""
_LONGEST_FIRM, _LONGEST_DATE = 16, 18
_BULLETS = frozenset("*•·●▪■◆+>")
_NO_NAME = frozenset(
    words("""
note notes summary agenda background attachment attachments enclosure total yes no ok okay thanks fyi draft end
final confidential urgent important today tomorrow monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december update done approved noted
attached sincerely
""")
)
_NO_HAN_NAME = frozenset(
    words("""
谢谢 时间 地点 方案 项目 金额 高度 成本 包装 费用 安排 解决 强调 计划 明天 周三 温馨 关于 应付 全部 祝好 安好
成功 万分
""")
)


@cache
def han_pieces(name: str) -> tuple[str, ...]:
    """The runs of Han in a display name, 维修组 段小帆 -> (维修组, 段小帆)."""
    kept = "".join(character if is_han(character) else " " for character in name)
    return tuple(kept.split())


def names_sender(line: str, sender: Person, shown: str) -> bool:
    """Whether a short line holds the sender's name, a form of it, the initials, or the department's name.

    Args:
        line: one line without the blanks at its edges.
        sender: the sender, parsed.
        shown: the display name as written.
    """
    if len(line) > 80:
        return False
    if not line.isascii() and (_names_in_han(line, sender, shown) or _ends_name(line, shown)):
        return True
    found = [word.rstrip(".").lower() for word in names.words_of(line)]
    if not 0 < len(found) <= 8:
        return False
    return _is_initials(found, sender) or any(_is_word_of(word, sender) for word in found)


def _names_in_han(line: str, sender: Person, shown: str) -> bool:
    packed = line.replace(" ", "").replace("\u3000", "")
    if sender.han and sender.han in packed:
        return True
    if sender.han and len(sender.given) >= 2 and sender.given in packed and len(packed) <= 24:
        return True
    if _is_in_other_script(packed, sender):
        return True
    if len(sender.given) == 1 and packed.endswith((sender.given * 2, f"小{sender.given}", f"阿{sender.given}")):
        return len(packed) <= 10
    if (
        sender.family
        and sender.han
        and len(packed) <= 6
        and packed.startswith((sender.family, "小", "老"))
        and sender.family in packed
    ):
        return len(packed) <= 2 or bool(titles.chinese(packed))
    return any(
        len(piece) >= 2 and (piece in packed or (len(packed) >= 2 and packed in piece)) for piece in han_pieces(shown)
    )


def _ends_name(line: str, shown: str) -> bool:
    """小Q below a mail of 仓储部小Q."""
    packed = "".join(line.split())
    return 1 < len(packed) <= _LONGEST_FIRM and "".join(shown.split()).endswith(packed)


def _is_in_other_script(packed: str, sender: Person) -> bool:
    """鴻志 for a sender whose header says 于鸿志: as long as the name, half of its characters the same."""
    for own in (sender.given, sender.han):
        if 1 < len(own) == len(packed) and all(map(is_han, packed)):
            same = sum(one == other for one, other in zip(own, packed, strict=True))
            return same * 2 >= len(own)
    return False


def _is_word_of(word: str, sender: Person) -> bool:
    if len(word) < 2:
        return False
    if word in sender.words or word in sender.local:
        return len(word) > 2 or len(sender.words) > 0
    if any(nicknames.are_one(word, own) for own in sender.words or sender.local):
        return True
    return len(word) >= 4 and any(
        own.startswith(word) or own.endswith(word) for own in sender.local if len(own) > len(word)
    )


def _is_initials(found: list[str], sender: Person) -> bool:
    letters = "".join(found)
    own = sender.initials or "".join(word[0] for word in sender.local)
    if not own or len(letters) > 3 or len(found) > 3:
        return False
    return sorted(letters) == sorted(own) or letters in own or letters == own[0] + own[-1]


def is_contact(line: str) -> bool:
    """Whether a line holds a telephone number, an address, a link: what signature blocks are full of."""
    if len(line) > 120:
        return False
    low = line.lower()
    if line[-1] in "?？。！":
        return False
    words = len(line.split())
    if any(link in low for link in _LINKS):
        return words <= 9
    digits = sum(map(str.isdigit, line))
    if digits >= 5 and words <= 12 and digits * 3 >= len(line) - 20:
        return True
    return words <= 9 and any(low.startswith(word) for word in _CONTACT)


def is_date(line: str) -> bool:
    """Whether a line is nothing but a day, as Chinese letters of an office have it below the name: 2026年12月2日."""
    bare = line.replace(" ", "").replace("\u3000", "")
    if not 6 <= len(bare) <= _LONGEST_DATE:
        return False
    if "年" in bare and "月" in bare and bare[-1] in "日號号":
        return True
    return bare[0].isdecimal() and all(mark.isdecimal() or mark in "-/." for mark in bare)


def is_label(line: str) -> bool:
    """Whether a line can be a name, an office or a company: short, no sentence, no list item."""
    if line[0] in _BULLETS or len(line) > 60:
        return False
    if line[-1] in _SENTENCE_ENDS and not line.lower().endswith(_FIRM_ENDS) and not _is_short_name(line):
        return False
    if is_han(line[0]):
        office, comma, _ = line.partition("，")
        is_of_office = not comma or (office.endswith(_FIRMS) and _NO_FIRM.isdisjoint(line))  # 船务部，永航货代
        return len(line) <= 26 and is_of_office and not any(mark in line for mark in "。？！；")
    return len(line.split()) <= 8 and not line[0].islower()


def _is_short_name(line: str) -> bool:
    return line[-1] in ".,!" and len(line.split()) <= 3


def is_lone_name(line: str) -> bool:
    """Whether a last line of one to three capitalised words reads as a name, whoever's it is."""
    found = line.strip("-–—~* .,!").split()
    if not 0 < len(found) <= 3 or len(line) > 32:
        return False
    if any(word.lower().strip(".,") in _NO_NAME for word in found):
        return False
    plain = [word.replace("'", "").replace("’", "").replace("-", "").rstrip(".") for word in found]
    return all(word.isalpha() and word[0].isupper() and not is_han(word[0]) for word in plain)


def is_lone_han_name(line: str) -> bool:
    """Whether a last line reads as a Han name of two to four characters or as a department."""
    bare = line.strip(" \u3000.。-—")
    if not 2 <= len(bare) <= _LONGEST_FIRM or not all(map(is_han, bare)) or bare in _NO_HAN_NAME:
        return False
    is_firm = bare.endswith(_FIRMS) and _NO_FIRM.isdisjoint(bare) and not line.endswith("。")
    return is_firm or (len(bare) <= 4 and surnames.family_of(bare) != "")
