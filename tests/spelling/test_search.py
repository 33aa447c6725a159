from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language import spelling
from maillint.language.spelling import lexicon, search


@pytest.fixture(scope="session", autouse=True)
def _index() -> None:
    assert spelling.prepare()
    lexicon.lexicon.cache_clear()


def found(text: str, *familiar: str) -> list[tuple[str, str]]:
    """Each misspelling as (wrong, first suggestion)."""
    known = {word.lower() for word in familiar}
    return [
        (text[one.start : one.end], one.suggestions[0])
        for one in spelling.find(text, lambda word, is_slip: word in known)
    ]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("We have recieved it.", [("recieved", "received")]),
        ("Recieved with thanks.", [("Recieved", "Received")]),
        ("the delivery adress, the seperate parts", [("adress", "address"), ("seperate", "separate")]),
        ("teh pump", [("teh", "the")]),
        ("alot of softwares", [("alot", "a lot"), ("softwares", "software")]),
        ("Thats fine, we dont mind.", [("Thats", "That's"), ("dont", "don't")]),
        ("Please confrimm the shippment.", [("confrimm", "confirm"), ("shippment", "shipment")]),
        (
            "a rediculus price for our accomidations 简体",
            [("rediculus", "ridiculous"), ("accomidations", "accommodations")],
        ),
        ("It dosent fit; we coudnt wait wiht it.", [("dosent", "doesn't"), ("coudnt", "couldn't"), ("wiht", "with")]),
        ("on holliday with Mr Holliday in a tarde shop", [("holliday", "holiday"), ("tarde", "trade")]),
        ("an accomplishemnt of the comittee", [("accomplishemnt", "accomplishment"), ("comittee", "committee")]),
        ("THank you for the CLear answer", [("THank", "thank"), ("CLear", "clear")]),
        ("on Wendesday or Februrary", [("Wendesday", "Wednesday"), ("Februrary", "February")]),
        ("The Senate Billl, the seconddd page", [("Billl", "Bill"), ("seconddd", "second")]),
        ("our performanceagreement", [("performanceagreement", "performance agreement")]),
        ("Please letme know ofthe delay", [("letme", "let me"), ("ofthe", "of the")]),
        ("It would'nt fit, so take your's", [("would'nt", "wouldn't"), ("your's", "yours")]),
        ("We painted thewindows, so it mustbe dry", [("thewindows", "the windows"), ("mustbe", "must be")]),
        ("Couldyou bring the glassof milk?", [("Couldyou", "could you"), ("glassof", "glass of")]),
        ("the insuranceguaranty", [("insuranceguaranty", "insurance guaranty")]),
        ("a bowl of pluums and the meetting of the choirr", [("meetting", "meeting"), ("choirr", "choir")]),
        ("Pleasse sing louder. Wiith a band we will.", [("Pleasse", "please"), ("Wiith", "with")]),
        ("Thanls for the cake", [("Thanls", "thanks")]),
        ("mayn singers alos came", [("mayn", "many"), ("alos", "also")]),
        ("the choir has balanc ed it at the l ibrary", [("balanc ed", "balanced"), ("l ibrary", "library")]),
        ("请看 the recieved 文件", [("recieved", "received")]),
        ("Unfortunatly, naïvely done", [("Unfortunatly", "Unfortunately")]),
    ],
)
def test_what_is_misspelt(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(wrong, right.lower()) for wrong, right in found(text)] == [(a, b.lower()) for a, b in pairs]


@pytest.mark.parametrize(
    "text",
    [
        "Damon Shepperd, Jaques Malcom and Voight & Flagg",
        "Kristoffer Bjørnstad from Ålesund, Škoda, naïve façade",
        "colour, organise, programme, cheque, centre, travelled, fulfil, instalment, judgement",
        "color, organize, program, check, center, traveled, fulfill, installment, judgment",
        "onboarding, webhooks, kubernetes, hauliers, demurrage, repapering, whiteboarding, geofence",
        "adress@north.example, www.adress.example/recieve, https://north.example/teh-adress?teh=1",
        "C:/temp/recieve/adress.txt, recieve_all(), $adress, #teh, --recieve, teh.py, iPhone, PDFs, SoCal, IDs",
        'the word "recieve" and 「teh」',
        "RECIEVE THE ADRESS",
        "sooo good, hmmm, goin' home",
        "the Qwerloft valve; a qwerloft costs more than another qwerloft",
        "Wang Xiaoming, Zhou Yu, Guangzhou, Shenzhen Bao'an",
        "addressees, invitees, guaranties, imperil, densify",
        "Dr. Blackwill asked us. Datek and Sithe signed. Thanner is out, Hopek called.",
        "the tenor sang un parfam",
        "pervious paving, the trial balance, a cilantro sauce, mayo, an alto",
        "the timesheet, a whiteboard, the tollgate, forex, ofcom and tobogganing",
        "",
        "👍 12.5 % 3,50 €",
    ],
)
def test_what_is_not(text: str) -> None:
    assert found(text) == []


def test_names_and_terms_of_the_message_are_asked_for() -> None:
    assert found("The recieve module is ready.", "recieve") == []


def test_a_word_written_twice_is_a_term_unless_it_is_plainly_a_slip() -> None:
    assert found("a chack valve and a chack nut") == []
    assert len(found("how prevelent it was, how prevelent it is")) == 2


def test_suggestions_come_likeliest_first() -> None:
    (one,) = spelling.find("the regualtions", lambda word, is_slip: False)
    assert one.suggestions[0] == "regulations"
    assert len(one.suggestions) <= 3


INFLECTED = """
certificats certificates | acknowleged acknowledged | differentiatd differentiated | declars declares
dividens dividends | persuaed persuaded | torturd tortured | calibratd calibrated | shipmnets shipments
arangements arrangements | measurments measurements | recomendations recommendations | warehuoses warehouses
occuring occurring | recieving receiving | begining beginning | confrming confirming | explaning explaining
postponned postponed | transfered transferred | guarenteed guaranteed | interupted interrupted | negociated negotiated
imediately immediately | consistantly consistently | seperately separately | regularily regularly
tempratures temperatures | cylindars cylinders | vehicals vehicles | collegues colleagues | questionaires questionnaires
facilites facilities | opportunites opportunities
"""


@pytest.mark.parametrize("pair", INFLECTED.replace("\n", "|").strip("| ").split("|"))
def test_a_form_of_a_word_is_mended_to_the_same_form(pair: str) -> None:
    wrong, right = pair.split()
    assert found(f"We think the {wrong} of the new hall 简体 are fine.") == [(wrong, right)]


def test_without_an_index_no_word_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "lexicon", lambda: None)
    assert found("teh adress") == []


@given(st.text(alphabet=st.sampled_from("tehadrs rciv.'’@-王\n"), max_size=60))
def test_findings_are_in_order_and_inside_the_text(text: str) -> None:
    places = spelling.find(text, lambda word, is_slip: False)
    assert places == sorted(places)
    assert all(0 <= one.start < one.end <= len(text) for one in places)


def test_hostile_texts_take_no_time_to_speak_of() -> None:
    start = time.process_time()
    found("recieve" * 150_000)
    found("adress " * 150_000)
    found(" ".join("".join(letters) for letters in itertools.product("bdfgklmnprst", repeat=5)))
    assert time.process_time() - start < 5
