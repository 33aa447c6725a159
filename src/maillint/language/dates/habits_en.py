"""English sentences that speak of every such day, of a made-up one or of a name, and set no date for the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_en as cues
from maillint.language.dates.sentences import Sentence, words

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_split = str.split

_DAYS = tuple(_split("monday tuesday wednesday thursday friday saturday sunday weekend weekday"))
_OTHER_DAYS = (" a ", " another ", " any ", " preceding ", " previous ", " following ", " whichever ", " whatever ")
_RULES = (
    " open mon", " open tue", " open from mon", " open from tue", "opening times",
    "whoever ", "anyone who", "anybody who", "week starts on", "week begins on",
    " every week", " each week", " every month", " each month", " every year", " each year", " every quarter",
    " each quarter", " every day", " each day", "twice a ", "once a ", "times a ", " days a week", "as a rule",
    "opening hours", "opening times", "office hours", "business hours", "visiting hours", "by law",
)  # fmt: skip
_USUALLY = (
    "usually", "normally", "typically", "generally", "traditionally", "ordinarily", " always", " often ", " seldom",
    " rarely", " never ", "as usual", "as ever", " common ", "commonly",
    "paid double", "paid at ", "surcharge",
)  # fmt: skip
_EXAMPLES = ("for example", "for instance", "example:", "e.g", "suppose ", "imagine ", "say you ", "let's say ",
             "let us say ", "assume ", "assuming ", "if today is ", "if tomorrow is ")  # fmt: skip
_TALES = (
    "in the ",
    "in this ",
    "in act ",
    "in chapter ",
    "in scene ",
    "in part ",
    "in episode ",
    "in volume ",
    "in her ",
    "in his ",
)
_STORIES = frozenset(_split("novel story play poem tale legend saga act chapter scene episode ballad fable opera"))
_PEOPLE = frozenset(_split("please i we you your our i'll we'll let's kindly me us"))
_PROMISES = frozenset(
    _split(
        "please kindly will won't i'll we'll he'll she'll they'll it'll can could shall let let's must should may would"
    )
)
_PARTIES = frozenset(
    _split(
        """
        tenant tenants landlord lessee lessor contractor subcontractor employer employee seller buyer purchaser vendor
        supplier borrower lender guarantor licensee licensor insured insurer claimant applicant defendant plaintiff
        respondent debtor creditor party parties consignee consignor carrier charterer franchisee franchisor licensee
        manufacturer occupier operator owner owners mortgagor policyholder trustee executor
        """
    )
)
_MUST = frozenset(("shall", "must", "may", "should"))
_RELATIONS = (
    " after ",
    " upon ",
    " following ",
    " behind ",
    " above ",
    " below ",
    " thereafter",
    " next to ",
    " afterwards",
)
_FITTING = frozenset(
    _split(
        """
        fine good great ok okay best better perfect possible impossible free full fully out not also still too tricky
        difficult hard easier ideal convenient doable off my his her their your when where now taken booked bad
        """
    )
)
_LIMITS = frozenset(_split("deadline latest last final earliest next only cut-off cutoff target plan date"))
_COUNTS = frozenset(_split("two three four five six seven eight nine ten twelve both all several many"))
_TIMETABLE = frozenset(_split("sessions courses lessons classes hours shifts times surgery"))
_OF_ROW = (
    " should ",
    " has ",
    " contains ",
    " shows ",
    " one ",
    " part ",
    " file ",
    " picture ",
    " image ",
    " column ",
)
_HABITUAL = ("weekday", "edge", "ordinal", "period", "nth", "month")
_LONGEST_DAY = len("wednesday")


_CODE = frozenset(
    _split(
        """
        dropdown menu column cell field button filter cron parser function spreadsheet macro checkbox option
        default formula variable constant template widget dialog tooltip regex config query script calendar
        """
    )
)
_PLANS = (
    cues.FUTURE - frozenset(_split("am are be is it's that's they're"))
    | _PEOPLE
    | frozenset(
        _split("my i'm i've we've we're you'll you're i'd we'd he'd she'd it'd they'd back until off here there")
    )
    | frozenset(_split("arrive leave depart dial deliver delivers hosts picks visits comes fly flies sail sails"))
    | frozenset(_split("play plays gets next new date"))
)
_SHORTEST = 5


def lacks_plan(item: Found, flat: str, sentence: Sentence) -> bool:
    """Group Monday has nine pupils: no preposition, nobody is spoken to, and nothing is said to be ahead."""
    if item.form != "weekday" or not item.is_open or item.time is not None or item.lead in cues.PREPOSITIONS:
        return False
    if not item.is_bare and flat.startswith(("this ", "next ", "coming ", "early ", "late "), item.start):
        return False
    found = sentence.words
    if len(found) < _SHORTEST or sentence.text.rstrip()[-1:] != "." or item.end - item.start > _LONGEST_DAY:
        return False
    return _PLANS.isdisjoint(found) and not any(word.endswith("ing") and len(word) > 4 for word in found)


def is_general(item: Found, flat: str, sentence: Sentence) -> bool:
    """Whether a day is any of its kind: on a Friday, Sunday is a day of rest, twice a week on Monday and Thursday."""
    if item.lead in cues.DEADLINE and _addresses(sentence):
        return False
    if item.form == "weekday" and (_is_any(item, flat, sentence) or _is_definition(item, flat)):
        return True
    if _is_in_program(sentence) or _is_timetable(item, flat, sentence) or _is_counted(item, flat):
        return True
    may_recur = item.form in _HABITUAL or (item.kind == "indefinite" and bool(item.readings))
    return (may_recur and _is_rule(sentence)) or is_made_up(sentence)


def _is_counted(item: Found, flat: str) -> bool:
    """The 1st should be called a.gif: one of several things; it's Sunday, so ...: what day it is."""
    if item.form == "ordinal":
        return not item.lead.isalpha() and flat.startswith(_OF_ROW, item.end)
    today = flat.endswith(("it's ", "it is "), 0, item.start)
    return item.form == "weekday" and today and flat.startswith((", ", ". ", "! "), item.end)


def _is_timetable(item: Found, flat: str, sentence: Sentence) -> bool:
    """Opening hours: Monday to Thursday, 6.00 to 22.00: from day to day and from hour to hour."""
    is_range = item.form == "weekday" and " " in flat[item.start : item.end]
    after = flat[item.end : item.end + 24].lstrip(" ,(:")
    hours = (" to ", " – ", " - ", "–", "-", " until ", " and ")
    return (
        is_range
        and not _TIMETABLE.isdisjoint(sentence.words)
        and after[:1].isdigit()
        and any(map(after.__contains__, hours))
        and not flat.startswith(("next ", "this ", "coming "), item.start)
    )


def _is_in_program(sentence: Sentence) -> bool:
    """The drop-down offers Tomorrow; cron runs the job on Sunday."""
    is_code = not _CODE.isdisjoint(sentence.words) or "drop-down" in sentence.text
    return (
        is_code
        and bool(sentence.words)
        and sentence.words[0] in ("the", "a", "in", "column", "cron", "our")
        and (_PEOPLE.isdisjoint(sentence.words) and not sentence.holds(cues.ASKING))
    )


def _addresses(sentence: Sentence) -> bool:
    return not _PEOPLE.isdisjoint(sentence.words)


def _is_any(item: Found, flat: str, sentence: Sentence) -> bool:
    """On a Friday afternoon; falls on a Saturday or Sunday; the other days of such a sentence too."""
    before = " " + flat[max(0, item.start - 12) : item.start]
    if _is_known(item, flat, before):
        return True
    if before.endswith(_OTHER_DAYS) and not before.endswith(("week on a ", "half a ")):
        return before.rstrip().rpartition(" ")[2] != "following" or item.lead != "the"
    if "please" in sentence.text or not _has_any(sentence.text):
        return False
    return sentence.text.lstrip().startswith(("if ", "when ", "where ", "whenever ")) or not _addresses(sentence)


def _is_known(item: Found, flat: str, before: str) -> bool:
    """Back by nine on the Monday: the one after what was told; the first Saturday after payday; for example Friday."""
    if before.endswith((" for example ", " e.g. ", " such as ")):
        return True
    if item.time is not None or flat.startswith(
        (" of next", " of the ", " of this", " of dec", " of jan", " before ", " after", " in ", "'s", "’s"), item.end
    ):
        return False
    if flat.startswith(" of that week", item.end):
        return True
    return before.endswith((" on the ", " by the ", " until the ")) and flat[item.start : item.end] in _DAYS


def _has_any(text: str) -> bool:
    at = text.find(" a ")
    while at >= 0:
        if text.startswith(_DAYS, at + 3):
            return True
        at = text.find(" a ", at + 3)
    return False


def _is_definition(item: Found, flat: str) -> bool:
    """Friday is market day; Monday has been late-night shopping; but not Friday is fine, Monday is the deadline."""
    if (
        item.time is not None
        or item.end - item.start > _LONGEST_DAY
        or flat[max(0, item.start - 8) : item.start].rstrip()[-1:].strip(".!?,;:")
    ):
        return False
    for verb in (" is ", " has been "):
        if flat.startswith(verb, item.end):
            following = words(flat[item.end + len(verb) : item.end + 40])
            first = following[0] if following else ""
            return first not in _FITTING and _LIMITS.isdisjoint(following[:4]) and not first.endswith(("ed", "ing"))
    return False


def _is_rule(sentence: Sentence) -> bool:
    """Twice a week; usually; office hours: habits, unless somebody promises or asks."""
    text = sentence.text
    if any(map(text.__contains__, _RULES)):
        return _PROMISES.isdisjoint(sentence.words) or " every " in text or " each " in text
    return any(map(text.__contains__, _USUALLY)) and _PROMISES.isdisjoint(sentence.words) and "?" not in text


def is_made_up(sentence: Sentence) -> bool:
    """For example, a loan taken out on Monday; suppose he comes on Friday; in the novel she leaves tomorrow."""
    text = sentence.text.lstrip(' "(')
    if text.startswith(_EXAMPLES):
        return True
    return (
        text.startswith(_TALES) and not _STORIES.isdisjoint(sentence.words[:4]) and _PEOPLE.isdisjoint(sentence.words)
    )


def is_aside(item: Found, flat: str, sentence: Sentence) -> bool:
    """Vague words, and lengths, that a contract or an example holds, or that tell a place in a row of events."""
    if item.form == "weak" and (flat.startswith(_RELATIONS, item.end) or _is_together(item, flat, sentence)):
        return True
    if item.form == "offset" and item.workdays == 1 and flat.endswith("the ", 0, item.start):
        return True  # the next working day counts from what was told before
    return is_clause(sentence) or is_made_up(sentence)


def _is_together(item: Found, flat: str, sentence: Sentence) -> bool:
    """Three rooms at once: not one after the other."""
    if not flat.startswith("at once", item.start) or "please" in sentence.words or "kindly" in sentence.words:
        return False
    before = words(flat[max(0, item.start - 30) : item.start])[-2:]
    return len(before) > 1 and (before[0] in _COUNTS or before[0].isdigit()) and before[1].endswith("s")


def is_clause(sentence: Sentence) -> bool:
    """The tenant shall inform the landlord immediately: a contract's or a law's wording, to nobody in particular."""
    found = sentence.words
    return (
        not _PARTIES.isdisjoint(found)
        and not _MUST.isdisjoint(found)
        and _PEOPLE.isdisjoint(found)
        and ("the " in sentence.text or "any " in sentence.text or "each " in sentence.text)
    )
