"""What a collector makes of messages: counts, forms, doubts, and a lint that is quiet afterwards."""

from __future__ import annotations

from email.message import EmailMessage

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maillint.engine import Config, lint, load, wordlist
from maillint.engine.learn import Collector
from maillint.message import read

ENGLISH = "Dear Tom,\n\n{}\n\nKind regards,\nAnna Berg\nNorth Ltd\n"
CHINESE = "李经理：\n\n您好！{}\n\n祝好\n王芳\n"
COMMON = dict(Config().values)


def mail(text, number=0, *, sender="Anna Berg <anna.berg@north.example>", form=ENGLISH, **headers):
    message = EmailMessage()
    message["From"], message["To"] = sender, "Tom Reed <tom.reed@south.example>"
    message["Subject"] = headers.pop("subject", "Delivery of order 4471")
    message["Message-ID"] = f"<{number}.{abs(hash(text))}@north.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(form.format(text))
    return read(bytes(message))


def collected(drafts, values=None):
    collector = Collector(load(Config({**COMMON, **(values or {})})))
    for draft in drafts:
        collector.add(draft)
    return collector


def words(drafts, least=3, known=(), values=None):
    return [(term.word, term.messages, term.is_doubtful) for term in collected(drafts, values).terms(least, known)]


def several(*texts, form=ENGLISH, **headers):
    return [mail(text, number, form=form, **headers) for number, text in enumerate(texts)]


def test_a_word_of_three_messages_is_proposed_once_for_each_of_them():
    drafts = several(
        "We ship the Kestrelon and the Kestrelon spares.",
        "The Kestrelon is in Årevikson's yard.",
        "A Kestrelon leaves today, kestrelon number two follows.",
        "Nothing new.",
    )
    assert words(drafts) == [("Kestrelon", 3, False)]
    assert words(drafts, least=4) == []
    assert ("Årevikson", 1, False) in words(drafts, least=1)


def test_copies_of_a_message_count_once():
    assert words([mail("We ship the Kestrelon.")] * 5) == []


def test_a_frequent_slip_is_shown_apart():
    drafts = several("You will recieve it.", "We recieve it.", "They recieve it.")
    (term,) = collected(drafts).terms(3)
    assert (term.word, term.meant, term.is_doubtful) == ("recieve", "receive", True)
    assert term.example == ("Dear Tom,\n\nYou will ", "recieve", " it.\n\nKind regards,\nAnna Berg\nNorth")


def test_a_slip_nearly_as_long_as_two_is_shown_apart():
    assert words(several(*["This is an oppertunitty."] * 3)) == [("oppertunitty", 3, True)]


def test_a_slip_that_is_always_capital_in_subjects_is_shown_apart():
    drafts = several("One.", "Two.", "Three.", subject="A Great Oppurtunity for You")
    assert words(drafts) == [("Oppurtunity", 3, True)]


def test_a_term_close_to_a_common_word_is_a_name_where_it_is_written_as_one():
    texts = ["Please open Schedulo and look.", "The file is in Schedulo now.", "All of Schedulo is down."]
    assert words(several(*texts)) == [("Schedulo", 3, False)]
    lower = [text.lower() for text in texts]
    assert words(several(*lower)) == [("schedulo", 3, True)]
    assert words(several(*lower, sender="Anna Berg <anna@schedulo.example>")) == [("schedulo", 3, False)]


def test_what_others_wrote_counts_for_nothing():
    quoted = "Thank you.\n\nKind regards,\nAnna\n\nOn Tue, 24 Nov 2026 Tom Reed wrote:\n> We need the Kestrelon and recieve it."
    assert words(several(quoted + " 1", quoted + " 2", quoted + " 3", form="Dear Tom,\n\n{}\n")) == []


def test_words_of_signatures_addresses_code_and_machines_are_not_proposed():
    signed = "Dear Tom,\n\n{}\n\nKind regards,\nAnna Berg\n\n-- \nKestrelonia Ltd, Årevikson Street\n"
    assert words(several("One.", "Two.", "Three.", form=signed)) == []
    log = "10:14:02 ERROR kestrelon {} broke"
    assert words(several(log.format(1), log.format(2), log.format(3))) == []
    assert (
        words(several("The kestrelon {}.", "A kestrelon.", "kestrelon it is.", Auto_Submitted="auto-generated")) == []
    )


def test_what_is_known_is_not_proposed(tmp_path):
    drafts = several(*(f"We ship {n} Kestrelon, schedulo and 志成 today." for n in ("one", "two", "three")))
    path = tmp_path / "words.txt"
    path.write_text("KESTRELON\n", encoding="utf-8")
    assert words(drafts, values={"words": [str(path)]}) == [("schedulo", 3, True)]
    assert words(drafts, known={"kestrelon"}) == [("schedulo", 3, True)]
    assert words(drafts, values={"checks": {"spelling-typo": {"words": ["Kestrelon", "schedulo"]}}}) == []


def test_a_chinese_slip_is_shown_apart_and_a_name_is_not():
    for form, slip in ((CHINESE, "请尽快按排发货{}。"), (CHINESE.replace("经", "經"), "請儘快按排出貨{}。")):
        drafts = several(*(slip.format(number) for number in "一二三"), form=form)
        assert words(drafts) == [("按排", 3, True)]
    houses = several(*(f"请联系按排科技的{name}经理。" for name in "王李张"), form=CHINESE)
    assert words(houses) == [("按排", 3, False)]
    signed = several(*(f"请告诉按排的{name}经理。" for name in "王李张"), form=CHINESE + "按排贸易有限公司\n")
    assert all(not doubtful for _, _, doubtful in words(signed))


SENTENCES = st.sampled_from(
    [
        "We recieve the Kestrelon.",
        "Please look into schedulo and seperate the files.",
        "Årevikson asks for the oppertunitty.",
        "请尽快按排发货。",
        "請儘快按排出貨，Kestrelon 也要。",
        "Dear kestrelon, whiteboarding is fine 🙂",
    ]
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=6), st.integers(1, 3))
def test_what_was_learnt_is_flagged_no_more_and_learning_twice_is_learning_once(tmp_path, texts, least):
    drafts = several(*texts)
    path = tmp_path / "words.txt"
    path.write_text("", encoding="utf-8")
    values = {"words": [str(path)]}
    learnt = [word for word, _, _ in words(drafts, least, values=values)]
    path.write_text(wordlist.edited("", keep=learnt), encoding="utf-8")
    assert words(drafts, least, values=values) == []
    ruleset = load(Config({**COMMON, **values}))
    flagged = {
        finding.text for draft in drafts for finding in lint(draft, ruleset).findings if "spelling" in finding.check
    }
    assert flagged.isdisjoint(learnt)
