"""Salutations that are addressed rightly and still jar: placeholders, Dear with a full name, Dear friend, 张伟："""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rewrite,
    Rule,
    Salutation,
    Span,
    advise,
    courtesy,
    names,
    nicknames,
    replace,
    surnames,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SWEET = frozenset(
    ("friend", "dear", "dearest", "dears", "honey", "sweetheart", "darling", "my friend", "dear friend", "my dear")
)
_SWEET_HAN = frozenset(("亲", "親", "亲们", "親們", "宝", "宝贝", "寶貝", "亲爱的", "親愛的", "朋友"))
_CALLED = tuple("工总總姐哥叔姨嫂伯爷爺师師")
"""Ends of 母工 and 鳳姐: what somebody is called, and so more than a bare name."""
_PATRONYMS = frozenset(
    (
        "abdul",
        "abdullah",
        "abu",
        "ahmad",
        "ahmed",
        "ali",
        "aziz",
        "bakar",
        "hamid",
        "hamzah",
        "hasan",
        "hassan",
        "hussain",
        "hussein",
        "ibrahim",
        "idris",
        "ismail",
        "jamal",
        "kamal",
        "karim",
        "mahmood",
        "mahmud",
        "malik",
        "mohamad",
        "mohamed",
        "mohammad",
        "mohammed",
        "muhammad",
        "omar",
        "osman",
        "othman",
        "rahim",
        "rahman",
        "rashid",
        "razak",
        "saleh",
        "salleh",
        "salim",
        "shah",
        "sulaiman",
        "suleiman",
        "tariq",
        "yaakob",
        "yusof",
        "yusoff",
        "yusuf",
        "zainal",
    )
)
"""Fathers' names that stand in a family name's place: Ms Farah Aziz is rightly called Ms Farah."""
_CALLED_BY_GIVEN = frozenset(
    """
abdul agus ahmad amit anand anil anita arjun arun ashok asha budi chai deepak dewi dinesh divya farah ganesh gopal
hari indra joko kamala karthik kavita krishna kumar lakshmi made mahesh malini manoj meena mohan mukesh murali nanda
naresh nguyen nita nitin nyoman padma prakash pradeep praveen preeti priya putu rahul raj rajan rajesh rajiv rakesh
rama ramesh rani ravi rekha sachin sandeep sanjay satish selvam shankar shanti shyam sita siti slamet somchai somsak
sri subra sudhir sunil sunita suresh thiru uma usha vani venkat vijay vikram vimala vinod vivek wayan yogesh zain
aye htun kyaw mya thant zaw malee niran prasert somporn suda wichai
""".split()
)
"""Given names from where one is called by them, with the title: Mr Prakash, Ms Siti, Khun Somchai."""
_PLAIN_TITLES = frozenset(("mr", "mrs", "ms", "miss"))
_ALL = frozenset(("all", "everyone", "everybody", "team", "colleagues", "folks", "guys"))
_ALL_HAN = ("各位", "大家", "诸位", "諸位")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """At most one finding, on the salutation."""
    called = draft.salutation
    if not called or not (called.name or called.greeting):
        return
    if key := _fault(draft, called):
        end = (
            called.end
            - len(draft.text[called.start : called.end])
            + len(draft.text[called.start : called.end].rstrip(",:;，：；!！ "))
        )
        yield rule.finding(
            draft, Span("salutation", called.start, end), key=key, rewrite=_rewrite(draft, called, key, end)
        )


def _fault(draft: Draft, called: Salutation) -> str:
    """The key of what jars; empty when nothing does."""
    if called.is_placeholder:
        return "placeholder"
    if called.name.lower() in _SWEET or called.name in _SWEET_HAN:
        return "sweet"
    if called.language == "zh":
        if _is_bare_full_name(draft, called):
            return "bare"
    elif _is_full_name(called):
        return "titled" if called.title else "full-name"
    elif _is_titled_given_name(draft, called):
        return "given"
    return "group" if _greets_group_of_one(draft, called) else ""


def _is_full_name(called: Salutation) -> bool:
    """Dear Jane Smith, Dear Mr John Smith; not given names of two words, nor Chinese names in their own order."""
    if called.is_group or (called.title and called.title.rstrip(".").lower() not in _PLAIN_TITLES):
        return False
    if called.greeting.lower() != "dear" and not called.title:
        return False
    words = [word.rstrip(".").lower() for word in names.words_of(called.name)]
    if not 1 < len(words) <= 3 or not nicknames.is_given(words[0]) or not called.name.split()[-1][:1].isupper():
        return False
    if len(words) == 2 and not called.title and nicknames.is_given(words[1]):
        return False
    return not any(word in names.PARTICLES or word in surnames.all_spellings() for word in words)


def _is_titled_given_name(draft: Draft, called: Salutation) -> bool:
    """Dear Mr. Tom, to Tom Reed."""
    if called.title.rstrip(".").lower() not in _PLAIN_TITLES or len(draft.to) != 1:
        return False
    person = names.person(draft.to[0].name, draft.to[0].email)
    word = called.name.lower()
    is_known = person.given == word and person.family not in ("", word) and not person.from_address
    has_family = person.family not in surnames.all_spellings() and person.family not in _PATRONYMS
    return is_known and nicknames.is_given(word) and has_family and word not in _CALLED_BY_GIVEN


def _is_bare_full_name(draft: Draft, called: Salutation) -> bool:
    if called.title or called.greeting or len(draft.to) != 1 or not draft.sender:
        return False
    person = names.person(draft.to[0].name, draft.to[0].email)
    is_outside = draft.to[0].domain != draft.sender.domain
    is_name = len(called.name) > 1 and called.name == person.han and bool(person.given)
    return is_outside and is_name and not called.name.endswith(_CALLED)


def _greets_group_of_one(draft: Draft, called: Salutation) -> bool:
    """Dear all to a single person, seen by everybody else as nobody's."""
    if not called.is_group or len(draft.to) != 1 or draft.cc or draft.bcc or not draft.sender:
        return False
    address = draft.to[0]
    person = names.person(address.name, address.email)
    is_person = person.is_sure and bool(person.given and person.family) and not person.from_address
    if not is_person or "各" in address.name or address.email.lower() == draft.sender.email.lower():
        return False
    return called.name.lower() in _ALL or called.name.startswith(_ALL_HAN) or called.greeting in ("大家好", "各位好")


def _rewrite(draft: Draft, called: Salutation, key: str, end: int) -> Rewrite:
    """The reader's name in its place; for a full name, the forms one would use."""
    span = Span("salutation", called.start, end)
    if key == "given":
        person = names.person(draft.to[0].name, draft.to[0].email)
        family = courtesy.name_as_written(draft.to[0], person.family)
        given = f"{called.greeting} {called.name}".strip()
        return replace(Grade.SUGGESTED, [(span, f"{called.greeting} {called.title} {family}".strip())], [(span, given)])
    if key in ("full-name", "titled"):
        return replace(Grade.SUGGESTED, *[[(span, line)] for line in _shorter(called)])
    lines = [line.rstrip(",：:，") for line in courtesy.salutations(draft)]
    named = [line for line in lines if line not in ("Hello", "Dear all", "您好", "各位好")] or lines
    named.sort(key=lambda line: not called.greeting or not line.startswith(f"{called.greeting} "))
    return replace(Grade.SUGGESTED, *[[(span, line)] for line in named]) if named else advise()


def _shorter(called: Salutation) -> list[str]:
    """Dear Mr Smith and Dear John out of the full name."""
    words = called.name.split()
    given, family = words[0], words[-1]
    if called.title:
        return [f"{called.greeting} {called.title} {family}".strip(), f"{called.greeting} {given}".strip()]
    return [f"{called.greeting} {given}", f"{called.greeting} Mr {family}", f"{called.greeting} Ms {family}"]
