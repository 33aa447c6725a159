import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.engine import Report
from maillint.finding import Span
from maillint.report.file_places import FilePlaces
from maillint.report.places import Places

REPORT = Report(
    "draft.eml", 100, 100, "en", "external", {}, (), subject="订单 4471", text="Dear Åsa,\n\nnext Wednesday 🙂 下周三\n"
)


def test_lines_and_columns_count_code_points_from_one():
    start = REPORT.text.index("下周三")
    assert Places(REPORT).find(Span("body", start, start + 3)) == (3, 18, 3, 21)
    assert Places(REPORT).find(Span("subject", 3, 7)) == (1, 4, 1, 8)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_verbatim_text_gives_exact_places(newline):
    data = b"Subject: x\nTo: y\n\n" + REPORT.text.encode()
    start = REPORT.text.index("下周三")
    found = FilePlaces(REPORT, data.replace(b"\n", newline)).find(Span("body", start, start + 3))
    assert (found.line, found.column, found.end_line, found.end_column) == (6, 18, 6, 21)
    assert found.is_known


def test_words_are_found_through_quoted_printable():
    data = b"To: y\n\n" + quopri.encodestring(REPORT.text.encode())
    found = FilePlaces(REPORT, data).find(Span("body", 11, 25))
    assert (found.line, found.column, found.is_known) == (5, 1, True)


def test_short_words_are_told_by_their_line():
    report = REPORT._replace(text="Hi Tim,\n\nsee you there, Tim says so.\n\nTom\n")
    data = b"To: y\n\n" + report.text.encode().replace(b"there, ", b"there, \n")
    places = FilePlaces(report, data)
    assert places.find(Span("salutation", 3, 6))[:4] == (3, 4, 3, 7)
    assert places.find(Span("body", 9, 22))[:2] == (5, 1)
    assert not places.find(Span("signature", 38, 41)).is_known


def test_words_hidden_by_base64_are_placed_at_the_text():
    data = b"To: y\nX: z\n\n" + base64.encodebytes(REPORT.text.encode())
    found = FilePlaces(REPORT, data).find(Span("body", 11, 25))
    assert (found.line, found.column, found.is_known) == (4, 1, False)


def test_subject_is_found_in_its_header_even_encoded():
    plain = FilePlaces(REPORT._replace(subject="hello"), b"To: y\nSUBJECT: hello\n\nx").find(Span("subject", 0, 5))
    assert (plain.line, plain.column, plain.end_column) == (2, 10, 15)
    encoded = FilePlaces(REPORT, b"To: y\nSubject: =?utf-8?b?6K6i5Y2V?= 4471\n\nx").find(Span("subject", 0, 2))
    assert (encoded.line, encoded.is_known) == (2, False)


def test_nothing_known_is_the_first_line():
    found = FilePlaces(REPORT, b"").find(Span("body", 0, 4))
    assert (found.line, found.column, found.is_known) == (1, 1, False)


@given(st.text(), st.binary(max_size=60), st.data())
def test_every_span_of_every_text_has_a_place(text, head, data):
    report = REPORT._replace(text=text, subject=text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for zone in ("subject", "body"):
        span = Span(zone, start, end)
        found = FilePlaces(report, head + text.encode("utf-8", "surrogatepass")).find(span)
        assert found.line >= 1
        assert found.column >= 1
        at = Places(report).find(span)
        line = text.split("\n")[at.line - 1]
        assert line[at.column - 1 :].startswith(text[start:end].split("\n")[0])
