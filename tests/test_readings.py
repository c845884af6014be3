"""Other readings of a text: what is hidden without anybody meaning to is found, and where it stood is told exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phiguard.engine.readings import hides, read, reveal
from phiguard.scan import Scanner
from tests.test_engine import TEXTS

HIDDEN = [
    # text, what must be found in the original text, its category
    ("219\u00ad-09-9999", "219\u00ad-09-9999", "ssns"),
    ("SSN 2\u200b19-09-9999.", "2\u200b19-09-9999", "ssns"),
    ("219-\x0009-9999", "219-\x0009-9999", "ssns"),
    ("\ufeffSSN: 219-09-9999", "219-09-9999", "ssns"),
    ("219&#45;09&#x2D;9999", "219&#45;09&#x2D;9999", "ssns"),
    ("write to jane&#64;quackmail.org", "jane&#64;quackmail.org", "emails"),
    ("DOB:&nbsp;03/14/1944", "03/14/1944", "dates"),
    ("Age:\u00a094 years", "94", "ages"),
    (
        "\uff33\uff33\uff2e\uff1a\uff12\uff11\uff19\uff0d\uff10\uff19\uff0d\uff19\uff19\uff19\uff19",
        "\uff12\uff11\uff19\uff0d\uff10\uff19\uff0d\uff19\uff19\uff19\uff19",
        "ssns",
    ),
    ("\u041cRN: 00482213", "00482213", "medical_records"),
    ("Patient: Mun\u0303oz, Jose\u0301", "Mun\u0303oz, Jose\u0301", "names"),
    ("Jos&eacute; Mu&ntilde;oz, MD", "Jos&eacute; Mu&ntilde;oz", "names"),
    ("\ufb01led by Jane Gri\ufb03th, MD", "Jane Gri\ufb03th", "names"),
    ("MRN:\r\n00482213", "00482213", "medical_records"),
    ("MRN:\r00482213", "00482213", "medical_records"),
    ("MRN\u2028 00482213", "00482213", "medical_records"),
    ("SSN 219-\u00ff09-9999", "219-\u00ff09-9999", "ssns"),
    ("SSN 219-09-\ufffd9999", "219-09-\ufffd9999", "ssns"),
    # line breaks
    ("SSN 219-09-\n9999", "219-09-\n9999", "ssns"),
    ("SSN: 219-09\n-9999 on file", "219-09\n-9999", "ssns"),
    ("pay with 4111 1111\n1111 1111 now", "4111 1111\n1111 1111", "credit_cards"),
    ("write to jane.doe@\nquackmail.org now", "jane.doe@\nquackmail.org", "emails"),
    ("write to jane.doe\n@quackmail.org now", "jane.doe\n@quackmail.org", "emails"),
    (
        "see https://portal.quack.org/\r\n  patients/88 now",
        "https://portal.quack.org/\r\n  patients/88",
        "urls",
    ),
    ("phone (212)\n555-0134", "(212)\n555-0134", "phones"),
    ("> phone 212-\n> 555-0134", "212-\n> 555-0134", "phones"),
    ("Dr. Jane\nSmith was here", "Jane\nSmith", "names"),
    ("seen by John\nSmith, MD", "John\nSmith", "names"),
    ("Ms.\nGarcia was admitted", "Garcia", "names"),
    (
        "The patient came to us today with her brother and her son-in-law\nBartholomew. She walks.",
        "Bartholomew",
        "names",
    ),
    ("Maria Garcia-\nLopez, RN", "Maria Garcia-\nLopez", "names"),
    ("lives at 123 Main\nStreet, Fargo, ND 58102", "123 Main\nStreet", "geography"),
    ("moved to Fargo, ND\n58102 last year", "58102", "geography"),
    # letters for digits, under a label
    ("SSN: 2l9-O9-9999", "2l9-O9-9999", "ssns"),
    ("DOB: O3/l4/1944", "O3/l4/1944", "dates"),
    ("Phone: 212-555-Ol34", "212-555-Ol34", "phones"),
    ("Age: 9O years", "9O", "ages"),
    ("MRN: I2O4567", "I2O4567", "medical_records"),
    # percent-encoded, and broken where a page may break
    ("GET /find?name=John%20Smith&mail=jane%40quackmail.org HTTP/1.1", "jane%40quackmail.org", "emails"),
    ("GET /find?ssn=219%2D09%2D9999", "219%2D09%2D9999", "ssns"),
    ("GET /find?dob=03%2F14%2F1944&x=1", "03%2F14%2F1944", "dates"),
    ("write to jane.doe@<wbr>quackmail.org", "jane.doe@<wbr>quackmail.org", "emails"),
    # digits apart
    ("SSN: 2 1 9 - 0 9 - 9 9 9 9", "2 1 9 - 0 9 - 9 9 9 9", "ssns"),
    ("M R N : 7 2 4 4 5 6 1", "7 2 4 4 5 6 1", "medical_records"),
    # labels that hang on values
    ("Patient:Jane SmithDOB:03/14/1944MRN:00482213", "Jane Smith", "names"),
    ("Patient:Jane SmithDOB:03/14/1944MRN:00482213", "03/14/1944", "dates"),
    ("Patient:Jane SmithDOB:03/14/1944MRN:00482213", "00482213", "medical_records"),
    ("NameJane Smith DOB03/14/1944", "Jane Smith", "names"),
]

PLAIN = [
    "0 1 2 3 4 5 6 7 8 9 10 on the pain scale",
    "Platelets 212\nGlucose 98\nSodium 140",
    "seen in clinic\nAllergies: none known",
    "BP 120/\n80 today",
    "EF 55%20 and 10%40 glucose",
    "see https://loinc.org/a%20b%2Fc",
    "grade 1-\n2 toxicity",
    "the scan showed a 3-\n4 mm nodule",
    "vitamin B12, CO2 20, O2 98 %",
    "class I2 and 5S",
    "cell 1 2 3 4 5 6 7 8",
    "#CHROM\tPOS\tALT\n20\t14370\tG",
    "120\n555\n80\n98",
    "&lt;b&gt;Plan&lt;/b&gt; rest &amp; fluids",
    "The camelCase namePatientView opens a form",
]


@pytest.mark.parametrize(("text", "wanted", "category"), HIDDEN)
def test_what_is_hidden_is_found_where_it_stood(text: str, wanted: str, category: str) -> None:
    found = Scanner(keep_text=True).scan_text(text)
    assert (category, wanted) in [(f.category, f.text) for f in found]


@pytest.mark.parametrize("text", PLAIN)
def test_nothing_is_made_of_what_hides_nothing(text: str) -> None:
    assert not Scanner().scan_text(text)


@pytest.mark.parametrize("start", range(0, 1200, 100))
def test_line_ends_do_not_matter(start: int) -> None:
    lines = "\n\n".join(TEXTS[start : start + 100])
    unix = Scanner(keep_text=True).scan_text(lines)
    windows = Scanner(keep_text=True).scan_text(lines.replace("\n", "\r\n"))
    assert [(f.category, f.text) for f in unix] == [
        (f.category, (f.text or "").replace("\r\n", "\n")) for f in windows
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            "a",
            "&amp;",
            "&#45;",
            "&bogus;",
            "\u00ad",
            "\u200b",
            "e\u0301",
            "\ufb03",
            "\r\n",
            "x\u0301\u0302",
            " ",
            "\u041c",
            "9",
        ]
    ),
    max_size=20,
)


@given(PIECES)
def test_every_code_point_of_a_reading_has_its_place(pieces: list[str]) -> None:
    text = "".join(pieces)
    seen = reveal(text)
    assert hides(text) or seen.text == text
    last = 0
    for at, char in enumerate(seen.text):
        start, end = seen.place(at, at + 1)
        assert last <= start <= end <= len(text)
        assert seen.text == text or char in reveal(text[max(0, start - 1) : end + 1]).text
        last = start


def test_a_place_covers_what_was_changed_inside_it() -> None:
    text = "ab\u00adcd&amp;ef"
    seen = reveal(text)
    assert seen.text == "abcd&ef"
    assert [text[slice(*seen.place(*span))] for span in ((0, 2), (1, 3), (4, 5), (3, 6))] == [
        "ab", "b\u00adc", "&amp;", "d&amp;e",
    ]  # fmt: skip


def test_a_reading_of_a_part_tells_places_in_the_whole() -> None:
    part = read("0123-\n4567", 2, 9, [(5, 6, "")])
    assert (part.text, part.place(0, 3), part.place(1, 5)) == ("23-456", (2, 5), (3, 8))
