"""Short names for what an English text is about, fit for a subject."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language import keywords, patterns
from maillint.language.lists import read as lists_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_FILE = "proposals_en.txt"
_MOST_SENTENCES = 12
_MOST_CHOICES = 3
_LEAST = 6
_NEAR = 60
"""Characters behind a request's verb that say what it is about: "send" me the signed certificate."""
_LEAST_CLAUSE = 12
_PAIR = _OFTEN = 2
_LEAST_CUT = 20
"""Characters of the head of a clause that still says something when the rest is cut off."""
_LONGEST_WORD = 20
_ASKS = frozenset(
    ("approve", "confirm", "review", "sign", "reply", "send", "choose", "pay", "check", "complete", "register", "call")
)
_POLITE = ("please ", "kindly ", "could you ", "would you ", "can you ")
_ARTICLES = ("the ", "a ", "an ", "our ", "my ", "your ", "this ", "these ", "some ", "that ")
_PRONOUNS = frozenset(("i", "you", "me", "we", "they", "he", "she", "it"))
_HANGING = ("yourself", "himself", "herself", "myself", "themselves", "itself", "and", "'s", "wanted", "more")
_POINTERS = ("him", "her", "them", "me", "us", "you", "ya")
_QUESTIONS = ("when ", "what ", "who ", "which ", "how ", "where ", "why ", "is ", "are ", "may ", "shall ")


def propose(sentences: Sequence[str], most: int, known: str = "") -> list[str]:
    """Up to three short names for the matter, the best first.

    Args:
        sentences: of the body, in order, line breaks and all.
        most: characters.
        known: what the old subject says for sure (a number, one noun); it leads one of the choices.
    """
    debris, gap = _rx("debris"), _rx("gap")
    kept = (sentence for sentence in sentences[:_MOST_SENTENCES] if not gap.search(sentence))
    told = [text for sentence in kept if (text := " ".join(debris.sub(" ", sentence).split()))]
    weighed = keywords.weights(told)
    scored: dict[str, float] = {}
    clauses: set[str] = set()
    for index, sentence in enumerate(told):
        for text, bonus in _candidates(sentence, most):
            if bonus > 1:
                clauses.add(text)
            score = _score(text, weighed) * bonus / (1 + 0.18 * index)
            scored[text] = max(score, scored.get(text, 0.0))
    whole = " ".join(told).lower()
    asked = _request(told)
    scored = {text: score for text, score in scored.items() if text in clauses or _is_steady(text, whole + asked[1])}
    loose = {text for text in scored if text not in clauses and (whole + asked[1]).count(text.lower()) < _OFTEN}
    return _finished(_best(scored, known, loose), most, known, asked)


def _is_steady(text: str, told: str) -> bool:
    """Whether a stretch is more than two words that once stood beside one another ("core values")."""
    words = text.split()
    if any(word.endswith("ing") for word in words[1:-1]):
        return False
    has_name = any(word[:1].isupper() for word in words[1:]) or any(map(str.isdigit, text))
    return len(words) > _PAIR or has_name or told.count(text.lower()) > 1


def _rx(name: str) -> re.Pattern[str]:
    return patterns.pattern(_FILE, name)


def _candidates(sentence: str, most: int) -> Iterator[tuple[str, float]]:
    """Stretches of a sentence that may name the matter, each with how well its place speaks for it."""
    if _rx("courtesy").match(sentence):
        return
    yield _clause(sentence, most), 1.25
    for match in _rx("cue").finditer(sentence):
        yield _clause(sentence[match.end() :], most), 1.45
    for text in _phrases(sentence):
        yield _headline(text) if len(text) <= most else "", 0.8


def _clause(sentence: str, most: int) -> str:
    """A sentence without its courtesies, up to its first turn."""
    text = _rx("call").sub("Call", sentence)
    while end := _opened(text):
        text = text[end:].lstrip(" ,")
    turns = (match for match in _rx("turn").finditer(text) if match.start() >= _LEAST_CLAUSE or match[0][:1] in ".!?;")
    turn = next(turns, None)
    part = text[: turn.start() if turn else len(text)].strip()
    fitted = _fit(part, most)
    is_short = len(part) <= most and len(fitted) < len(part.rstrip(" .,"))
    if is_short and (part.rpartition(" ")[2].lower() in lists_of("keywords.txt")["small"]):
        return ""  # "the milk belongs to those": it hangs on what the turn took away
    whole = _headline(fitted)
    is_asked = part.lower().startswith(_QUESTIONS) and text[len(part) :].strip() == "?" and len(whole) + 1 >= len(part)
    return whole + "?" * (is_asked and 0 < len(whole) < most)


def _opened(text: str) -> int:
    """How much of a sentence's head only leads up to its matter, in characters."""
    leads = _leads(_first_word(text))
    lead = leads.match(text) if leads else None
    mark = lead or _rx("mark").match(text)
    return mark.end() if mark else 0


@cache
def _leads(head: str) -> re.Pattern[str] | None:
    """The beginnings of sentences that open with this word; compiling all of them takes longer than a whole run."""
    import re

    name = next((name for name in patterns.read(_FILE) if head in name.split()[1:]), "")
    return re.compile(rf"(?i:{patterns.source(_FILE, name)})(?![\w'])[ ,]*") if name else None


def _fit(text: str, most: int) -> str:
    """The head of a text that fits into a subject and leaves no small word, nor half a date, at its end."""
    is_cut = len(text) > most
    head = _whole(_rx("loose").sub("", text[: most + 1].rpartition(" ")[0])) if is_cut else text
    words = _rx("purpose").sub("", head).split()
    while words and (
        words[-1].lower().strip(",.") in lists_of("keywords.txt")["small"] or (is_cut and words[-1].isdigit())
    ):
        words.pop()
    return " ".join(words)


def _whole(head: str) -> str:
    """The head of a clause up to the joint before which it is whole: "the loan tapes (for the Peoria)"."""
    joints = [match.start() for match in _rx("joint").finditer(head) if match.start() >= _LEAST_CUT]
    return head[: joints[-1]] if joints else head


def _headline(text: str) -> str:
    """A stretch without its article and stray marks, beginning with a capital; empty when too little is left."""
    text = text.strip(" ,.;:-–—'*")
    text = text.replace('"', "").strip(" .,") if text.count('"') % 2 else text
    text = text[1:] if text[:1] == "(" and ")" not in text else text
    article = next((article for article in _ARTICLES if text.lower().startswith(article)), "")
    text = text[len(article) :]
    return text[:1].upper() + text[1:] if len(text) >= _LEAST else ""


def _reads_well(text: str) -> bool:
    """Whether a stretch of a sentence can stand alone: more than one word, something named, nothing left hanging."""
    words = text.split()
    named = any(_names_matter(word.strip(",.:?()\"'")) for word in words)
    is_shouted = len(words) > 2 and text.isupper()
    if not named or is_shouted or _is_unfit(text):
        return False
    is_whole = text.count("(") == text.count(")") and not any(sign in text for sign in ("..", "@", "/"))
    is_whole = is_whole and not text.endswith(_HANGING) and not text.startswith(("Just ", "Also ", "Not "))
    is_log = text[:1].isdigit() and ":" in words[0]
    return len(words) > 1 and is_whole and not is_log


def _is_unfit(text: str) -> bool:
    """Whether a stretch says what no subject may say."""
    words = text.lower().split()
    lists = lists_of("keywords.txt")
    is_headless = (
        (_first_word(text) in lists["headless"] and text[-1:] != "?")
        or words[-1] in _POINTERS
        or words[-1] in lists["hanging"]
    )
    is_unfit = not lists["unfit"].isdisjoint(word.strip(".,:;?!()\"'") for word in words)
    return is_headless or is_unfit or bool(_rx("never").search(text))


def _first_word(text: str) -> str:
    """In lower case, without what follows an apostrophe: "i" of "I'm"."""
    return text[:_LONGEST_WORD].lower().replace("'", " ").replace("-", " ").replace(",", " ").partition(" ")[0]


def _names_matter(word: str) -> bool:
    """Whether a word names more than an hour, a day or what the reader is to do."""
    is_named = len(word) > 2 and keywords.is_content(word) and word.lower() not in _ASKS
    return is_named and not _rx("time").match(word)


def _phrases(sentence: str) -> Iterator[str]:
    """Runs of content words, joined by "of" and "for" where both sides name something."""
    run: list[tuple[int, int]] = []
    for start, end in keywords.tokens(sentence):
        word = sentence[start:end]
        is_next = not run or sentence[run[-1][1] : start] == " "
        is_link = bool(run) and word.lower() in ("of", "for")
        if is_next and (is_link or keywords.is_content(word)):
            run.append((start, end))
            continue
        if len(run) > 1:
            yield from _named(sentence, run)
        run = [(start, end)] if keywords.is_content(word) else []
    if len(run) > 1:
        yield from _named(sentence, run)


def _named(sentence: str, run: list[tuple[int, int]]) -> Iterator[str]:
    while run and sentence[run[-1][0] : run[-1][1]].lower() in ("of", "for"):
        run.pop()
    while run and _rx("time").match(sentence[run[0][0] : run[0][1]]):
        run.pop(0)
    words = [sentence[start:end] for start, end in run]
    nouns = [
        word
        for word in words
        if word[0].isalpha() and len(word) > 2 and word.lower()[:3] not in lists_of("keywords.txt")["calendar"]
    ]
    if len(words) > 1 and len(nouns) > (len(words) == 2):
        yield sentence[run[0][0] : run[-1][1]]


def _score(text: str, weighed: dict[str, float]) -> float:
    """How well a candidate names the matter: the weight of its words, not diluted by small ones."""
    words = [text[start:end] for start, end in keywords.tokens(text)]
    if not words:
        return 0.0
    total = sum(weighed.get(stem, 0.0) for stem in {keywords.stem(word) for word in words if keywords.is_content(word)})
    faults = sum(word.lower() in _PRONOUNS for word in words) + 2 * (
        words[0].lower() in lists_of("keywords.txt")["pointing"]
    )
    if len(words) < 3:
        faults += all(word[0].isupper() for word in words) + words[0].endswith(("ed", "er", "ly", "ing"))
    return float(total / (3 + len(words)) * 0.8**faults)


def _request(sentences: Sequence[str]) -> tuple[str, str]:
    """What the reader is asked to do ("please confirm") and the words it is asked of."""
    for index, sentence in enumerate(sentences):
        low = sentence.lower()
        at = max(low.find(cue) + len(cue) if cue in low else 0 for cue in _POLITE)
        asked = low[at:].removeprefix("please ").split(maxsplit=1) if at else []
        if asked and asked[0].strip(",.;:") in _ASKS:
            matter = "".join(asked[1:])
            is_behind = matter.startswith(("them", "it "))
            said = " ".join(sentences[:index]).lower() if is_behind else matter[:_NEAR]
            return f"please {asked[0].strip(',.;:')}", said
    return "", ""


def _best(scored: dict[str, float], known: str, loose: set[str]) -> list[str]:
    """The best candidates that can stand alone and share less than half of their words.

    None that only spells ``known`` out, and none of the ``loose`` ones first.
    """
    chosen: list[str] = []
    for text in sorted(scored, key=lambda text: -scored[text]):
        stems = {keywords.stem(word) for word in text.split()}
        others = [{keywords.stem(word) for word in other.split()} for other in chosen]
        is_other = all(2 * len(stems & other) < min(len(stems), len(other)) + 1 for other in others)
        initials = "".join(word[0] for word in text.split())
        can_lead = chosen or (initials != known and text not in loose)
        if is_other and can_lead and _reads_well(text):
            chosen.append(text)
        if len(chosen) == _MOST_CHOICES:
            break
    return chosen


def _finished(chosen: list[str], most: int, known: str, asked: tuple[str, str]) -> list[str]:
    if chosen and known and known.lower() not in chosen[0].lower():
        chosen[0] = _fit(f"{known}: {chosen[0]}", most)
    request, matter = asked
    last = chosen[1] if len(chosen) > 1 else "".join(text for text in chosen if text.replace(" ", "").isalpha())
    if request and last and last.lower() in matter and len(last) + len(request) + 2 <= most:
        chosen[chosen.index(last)] = f"{last}: {request}"
    return chosen
