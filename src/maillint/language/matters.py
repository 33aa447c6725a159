"""Whether a paragraph is a matter of its own: it shares no word with the others and brings its own request or day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.lists import read as lists_of
from maillint.language.topics import business_fields, content_words, enter_another

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = "matters.txt"
_LATIN = "\u2e80"
_LEAST = 5
"""Content words, or Han pairs, that a matter takes on either side."""
_SHARED = 0.05
_LEAD = " ,，:：、—–-\n"
_EDGES = ".,:;!?()\"'“”"
_HEAD = 80
_HEAD_HAN = 12
_FIRST = 4
"""Words at the head that say what a paragraph is about."""
_ANNOUNCED = 200
"""Characters from the subject on that say whether the mail is about an event."""
_COME_WITH_EVENTS = frozenset(("computing", "money", "premises", "publicity", "social", "travel"))
_PERSONS = 3
"""Content words that say who is congratulated on what."""


def is_foreign(before: str, paragraph: str) -> bool:
    """Whether a paragraph enters another field of business and shares no word with what was said before.

    Args:
        before: the subject and what was said before.
        paragraph: the paragraph, without the words that lead over to it.
    """
    old, new = content_words(before), content_words(paragraph)
    if min(len(old), len(new)) < _LEAST or len(old & new) > _SHARED * len(new):
        return False
    return enter_another(business_fields(before), own_fields(before, paragraph))


def own_fields(told: str, matter: str) -> frozenset[str]:
    """The fields of business of a matter; in a mail about an event, without those of rooms, travel and the like.

    Args:
        told: the subject and what was said before.
        matter: what may be a matter of its own.
    """
    fields = business_fields(matter)
    return fields - _COME_WITH_EVENTS if fields & _COME_WITH_EVENTS and _names_an_event(told[:_ANNOUNCED]) else fields


def _names_an_event(text: str) -> bool:
    lists, words = lists_of(_FILE), "".join(sign if sign.isalnum() or sign == "-" else " " for sign in text.lower())
    return any(word in text for word in lists["events_han"]) or any(
        f" {event.replace('_', ' ')} " in f" {words} " for event in lists["events"]
    )


def stands_alone(paragraph: str) -> bool:
    """Whether a paragraph begins with a thing of its own ("HR asks ...", 食堂从…); "please", "it", 请, 届时 lean back.

    What comes with any visit, course or order, such as parking or a deposit, is no thing of its own either.
    """
    lists, low = lists_of(_FILE), paragraph.lower().lstrip(_LEAD)
    words = [word.strip(_EDGES) for word in low[:_HEAD].split()[:_FIRST]]
    if not words or words[0] in lists["leaning"] or low.startswith((*lists["leaning_han"], *lists["pointing_han"])):
        return False
    return lists["satellites"].isdisjoint(words) and not any(
        word in low[:_HEAD_HAN] for word in lists["satellites_han"]
    )


def refers_back(sentence: str) -> bool:
    """Whether a sentence speaks of something said before it: "send it too", 请按上述……"""
    lists = lists_of(_FILE)
    words = "".join(sign if sign.isalnum() else " " for sign in sentence.lower()).split()
    return not lists["pointing"].isdisjoint(words) or any(word in sentence for word in lists["pointing_han"])


def names_a_thing(paragraph: str) -> bool:
    """Whether an English paragraph begins with a thing or person: "the roof of ...", "Dana asks ...", "you asked"."""
    lists = lists_of(_FILE)
    words = [word.strip(_EDGES) for word in paragraph.lower().lstrip(_LEAD)[:_HEAD].split()[:_FIRST]]
    if not words or words[0] > _LATIN or not lists["satellites"].isdisjoint(words):
        return False
    return words[0] not in lists["leaning"] - lists["naming"] or words[:2] == ["you", "asked"]


def unannounced(subject: str, paragraphs: Sequence[str]) -> list[int]:
    """Which paragraphs are matters of their own though nothing leads over to them; one alone is no evidence.

    Each names a thing, asks something and shares no word with all that was said before.

    Args:
        subject: the subject without its prefixes.
        paragraphs: the paragraphs of the author's English text, in order.
    """
    told, found = content_words(subject), []
    for place, paragraph in enumerate(paragraphs):
        new = content_words(paragraph)
        shared = {word for word in told & new if not word.isdecimal()}
        if place and len(new) >= _LEAST and not shared and asks(paragraph) and names_a_thing(paragraph):
            found.append(place)
        told |= new
    return found if len(found) > 1 else []


def is_left_open(told: str, sentence: str) -> bool:
    """Whether a sentence turns to something of another time that is still open: 去年的押金还没退, 9月的账单未付.

    In a mail about what is missing it is one item more, and where it names what was spoken of it goes on with that.
    """
    lists = lists_of(_FILE)
    if any(word in told for word in (*lists["open_han"], *lists["missing_han"])):
        return False
    ends = (sentence.find(word) + len(word) for word in lists["open_han"] if word in sentence)
    if not any(sentence[end : end + 1] != "的" for end in ends):
        return False
    if content_words(told) & content_words(sentence) - lists["anywhere_han"]:
        return False
    months = (at for at, mark in enumerate(sentence) if mark == "月" and sentence[at - 1 : at].isdecimal())
    is_of_month = any(not sentence[at + 1 : at + 2].isdecimal() for at in months)
    return is_of_month or any(word in sentence for word in lists["older_han"])


def asks(paragraph: str) -> bool:
    """Whether the reader is asked for something, in plain words."""
    low = paragraph.lower()
    return any(word.replace("_", " ") in low for word in lists_of(_FILE)["asking"])


def congratulates(before: str, paragraph: str) -> bool:
    """Whether it congratulates somebody on something that was not spoken of."""
    low = paragraph.lower().lstrip(_LEAD)
    if not low.startswith(tuple(lists_of(_FILE)["cheering"])):
        return False
    new = content_words(paragraph) - {"congratulation", "team"}
    return len(new) >= _PERSONS and not new & content_words(before)


def is_of_kin(before: str, paragraph: str) -> bool:
    """Whether a paragraph turns from business to somebody of the author's own: "my wife sells ...", 我表弟……"""
    lists, head = lists_of(_FILE), paragraph.lower().lstrip(_LEAD)[:_HEAD]
    words = f" {head} ".replace(",", " ").replace("’", "'")
    found = [kin for name in lists["kin"] if (kin := name.replace("_", " ")) and f" {kin} " in words]
    found += [kin for kin in lists["kin_han"] if kin in head[:_HEAD_HAN]]
    told = before.lower()
    return bool(found) and len(content_words(paragraph)) >= _LEAST and not any(kin in told for kin in found)


def is_personal_wish(text: str) -> bool:
    """Whether a text begins by congratulating somebody on an occasion of their own, such as a wedding or a new post."""
    head = text.lower().lstrip(_LEAD)[:_HEAD]
    lists = lists_of(_FILE)
    if not head.startswith(tuple(lists["cheering"])):
        return False
    words = {word.strip(_EDGES) for word in head.split()}
    return any(word in words or (not word.isascii() and word in head) for word in lists["occasions"])
