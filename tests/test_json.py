"""JSON and JSON lines: every leaf under its path, places that are physical, and nothing lost when it is broken."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phiguard.detectors._labels import Labels, Strength
from phiguard.formats.json_text import JsonDocument, looks_like_json
from phiguard.model import Block, BlockKind
from phiguard.scan import Scanner
from tests.test_delimited import Fake, physical


def document(text: str | Iterable[str], format: str | None = None) -> JsonDocument:
    pieces = (text,) if isinstance(text, str) else text
    format = format or looks_like_json("".join(pieces), ".json")
    assert format is not None
    return JsonDocument(Fake(pieces), format)  # type: ignore[arg-type]


def blocks(doc: JsonDocument) -> list[Block]:
    return [block for chunk in doc.chunks() for block in chunk.blocks]


def leaves(doc: JsonDocument) -> dict[str, list[tuple[int, str]]]:
    """Per field, (row, cell)."""
    found: dict[str, list[tuple[int, str]]] = {}
    for block in blocks(doc):
        if block.kind is BlockKind.COLUMN:
            assert block.rows is not None
            found.setdefault(block.field or "", []).extend(zip(block.rows, block.cells, strict=True))
    return found


def keys(doc: JsonDocument) -> list[str]:
    return [cell for block in blocks(doc) if block.kind is BlockKind.NAMES for cell in block.cells]


def prose(doc: JsonDocument) -> list[str]:
    """The text of prose blocks that counts."""
    return [
        b.cells[0][b.owned[0] : b.owned[1]] if b.owned else b.cells[0]
        for b in blocks(doc)
        if b.kind is BlockKind.PROSE
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": {"b": "x"}, "c": 1}', {"a.b": [(1, "x")], "c": [(1, "1")]}),
        ('[{"a": "x"}, {"a": "y"}]', {"a": [(1, "x"), (2, "y")]}),
        ('{"items": [{"price": 1}, {"price": 2}]}', {"items[].price": [(1, "1"), (1, "2")]}),
        ('{"tags": ["a", "b"]}', {"tags[]": [(1, "a"), (1, "b")]}),
        ('["a", "b"]', {"[]": [(1, "a"), (2, "b")]}),
        (
            '{"data": [["a", "b"], ["c", "d"]]}',
            {"data[][0]": [(1, "a"), (1, "c")], "data[][1]": [(1, "b"), (1, "d")]},
        ),
        ('[["a", "b"], ["c", "d"]]', {"[0]": [(1, "a"), (2, "c")], "[1]": [(1, "b"), (2, "d")]}),
        ('{"ssn": "1", "ssn": "2"}', {"ssn": [(1, "1"), (1, "2")]}),
        ('{"a": 1}\n{"a": 2}\n\n{"a": 3}\n', {"a": [(1, "1"), (2, "2"), (3, "3")]}),
        ("[1]\n[2]\n", {"[]": [(1, "1"), (2, "2")]}),
        ('"alone"', {"$": [(1, "alone")]}),
        (
            '{"n": [1.0e5, NaN, -Infinity, 12345678901234567890123, true, null]}',
            {"n[]": [(1, "1.0e5"), (1, "NaN"), (1, "-Infinity"), (1, "12345678901234567890123")]},
        ),
        (
            "{'a': 'x', b: 2, \"c\": [1, 2,],}",
            {"a": [(1, "x")], "b": [(1, "2")], "c[]": [(1, "1"), (1, "2")]},
        ),
        ('{"a": "\\ud83d\\ude00 \\u00e9 \\ud800 \\n\\"\\/\\x"}', {"a": [(1, '😀 é \ufffd \n"/\\x')]}),
        ('{"a": {}, "b": [], "c": "", "d": "x"}', {"d": [(1, "x")]}),
        ('{"a.b": {"": "x"}}', {"a.b.": [(1, "x")]}),
        ('{\n  "a": 1\n}\n{\n  "a": 2\n}\n', {"a": [(1, "1"), (2, "2")]}),
    ],
)
def test_leaves(text: str, expected: dict[str, list[tuple[int, str]]]) -> None:
    doc = document(text)
    assert leaves(doc) == expected
    assert not doc.problems


def test_keys_are_names() -> None:
    doc = document('{"12345678": {"dob": "x"}, "219-09-9999": {"dob": "y"}}')
    assert keys(doc) == ["12345678", "dob", "219-09-9999"]
    names = next(b for b in blocks(doc) if b.kind is BlockKind.NAMES)
    assert names.locate(2, 0) == (1, 29)


def test_paths_are_bounded() -> None:
    doc = document(json.dumps({f"k{n:06}": {"dob": "x"} for n in range(5_000)}))
    found = leaves(doc)
    assert len(found) == 201 and len(found["*.dob"]) == 4_800
    words = ["".join(chr(97 + (n // 26**p) % 26) for p in range(4)) for n in range(30_000)]
    doc = document(json.dumps({w: {"dob": w} for w in words}))
    assert len(leaves(doc)) < 21_000
    assert sum(map(len, leaves(doc).values())) == 30_000


def test_comments_are_prose() -> None:
    doc = document('{\n  // of Ann\n  "a": 1, /* two\n lines */ "b": 2\n}')
    assert prose(doc) == ["// of Ann", "/* two\n lines */"]
    assert leaves(doc) == {"a": [(1, "1")], "b": [(1, "2")]}
    assert [b.locate(0, 3) for b in blocks(doc) if b.kind is BlockKind.PROSE] == [(2, 6), (3, 14)]
    assert not doc.problems


@pytest.mark.parametrize(
    ("text", "found", "rest", "problem"),
    [
        (
            '{"a": "x", "b": @@@ 219-09-9999}',
            {"a": ["x"]},
            "@@@ 219-09-9999}",
            "invalid JSON at line 1, column 17: read as plain text from there",
        ),
        (
            '{"a": "x"}\ntrailing 219-09-9999',
            {"a": ["x"]},
            "trailing 219-09-9999",
            "invalid JSON at line 2, column 1: read as plain text from there",
        ),
        (
            '{"a": "x", "b": ["y", "z"',
            {"a": ["x"], "b[]": ["y", "z"]},
            "",
            "the JSON ends inside a value at line 1: it is truncated",
        ),
        (
            '{"a": "x", "b": "219-09-99',
            {"a": ["x"]},
            '"219-09-99',
            "invalid JSON at line 1, column 17: read as plain text from there",
        ),
        (
            '{"a": "x", "b"',
            {"a": ["x"]},
            '"b"',
            "invalid JSON at line 1, column 12: read as plain text from there",
        ),
        (
            '{"a": ["x"}',
            {"a[]": ["x"]},
            "}",
            "invalid JSON at line 1, column 11: read as plain text from there",
        ),
        (
            '{"a": "x"} /* open',
            {"a": ["x"]},
            "/* open",
            "invalid JSON at line 1, column 12: read as plain text from there",
        ),
        (
            '{"a": "x",\n "b": "y\n "c": "z"}',
            {"a": ["x"], "b": ["y\n "]},
            'c": "z"}',
            "invalid JSON at line 3, column 3: read as plain text from there",
        ),
    ],
)
def test_broken_json(text: str, found: dict[str, list[str]], rest: str, problem: str) -> None:
    doc = document(text, "json")
    assert {field: [cell for _, cell in column] for field, column in leaves(doc).items()} == found
    assert "".join(prose(doc)) == rest
    assert doc.problems == [problem]
    for block in blocks(doc):
        if block.kind is BlockKind.PROSE:
            assert block.start == text.index(rest)
            assert physical(text, *block.locate(0, 0)) == rest


def test_a_bad_line_is_prose_and_the_next_is_read() -> None:
    text = '{"a": 1}\n{"a": 2,\n{"a": 3}\nnonsense 219-09-9999\n{"a": "x" "b" 4}\n{"a": 5}\n{"a": [6'
    doc = document(text, "ndjson")
    assert leaves(doc) == {"a": [(1, "1"), (2, "2"), (3, "3"), (5, "x"), (6, "5")], "a[]": [(7, "6")]}
    assert prose(doc) == ["nonsense 219-09-9999", '"b" 4}']
    assert [p.split(":")[0] for p in doc.problems] == [
        "JSON that ends inside a value at line 2, column 9",
        "invalid JSON at line 4, column 1",
        "invalid JSON at line 5, column 11",
        "the JSON ends inside a value at line 7",
    ]


def test_many_bad_lines_are_told_in_few_words() -> None:
    doc = document('{"a": 1}\n' + "{bad\n" * 1000 + '{"a": 2}\n', "ndjson")
    assert leaves(doc) == {"a": [(1, "1"), (1002, "2")]}
    assert len(doc.problems) == 11


def test_depth_is_bounded() -> None:
    tracemalloc.start()
    doc = document('{"a": "x", "b": ' + "[" * 1_000_000 + '"219-09-9999"', "json")
    seen = "".join(prose(doc))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seen.endswith('"219-09-9999"') and peak < 60_000_000
    assert leaves(doc)["a"] == [(1, "x")]
    assert doc.problems == [
        "JSON nested deeper than 512 at line 1, column 528: read as plain text from there"
    ]
    deep = '{"a":' * 512 + '"x"' + "}" * 512
    doc = document(deep)
    assert [cell for column in leaves(doc).values() for _, cell in column] == ["x"]
    assert not doc.problems


@pytest.mark.parametrize("format", ["json", "ndjson"])
def test_a_giant_string_is_read_in_windows(format: str) -> None:
    filler = "lorem \\n ipsum \\u00e9 " * 100_000
    text = '{"id": 1, "note": "' + filler + "219-09-9999 " + filler + '", "ssn": "987-65-4320"}\n'
    doc = document([text[n : n + 100_000] for n in range(0, len(text), 100_000)], format)
    parts = [b for b in blocks(doc) if b.kind is BlockKind.PROSE]
    assert len(parts) > 3 and {b.field for b in parts} == {"note"}
    assert "".join(prose(doc)) == json.loads(text)["note"]
    for b in parts:
        at = b.cells[0].find("219-")
        if at >= 0:
            assert b.locate(0, at) == (1, text.index("219-") + 1)
            assert b.start + at == json.loads(text)["note"].index("219-")
    assert leaves(doc) == {"id": [(1, "1")], "ssn": [(1, "987-65-4320")]}
    assert not doc.problems


def test_a_giant_file_stays_in_bounded_memory() -> None:
    class Streamed(Fake):
        def text(self) -> Iterator[str]:
            yield '{"rows": [{"note": "'
            for _ in range(300):
                yield "lorem ipsum \\n dolor " * 5_000
            yield '"}'
            for n in range(300):
                yield f', {{"id": {n}, "note": "{"short note " * 2_000}"}}' + " " * 50_000
            yield "]}"

    tracemalloc.start()
    doc = JsonDocument(Streamed(()), "json")  # type: ignore[arg-type]
    size = sum(chunk.size for chunk in doc.chunks())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 40_000_000 and peak < 40_000_000 and not doc.problems


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ('{"a": 1}', "", "json"),
        ("[1, 2]", "", "json"),
        ('{"a": 1}\n{"a": 2}\n', "", "ndjson"),
        ('{"a": 1}\n', ".jsonl", "ndjson"),
        ('\ufeff\n {"a": [', "", "json"),
        ('{"a": "' + "x" * 70_000, "", "json"),
        ("{\n", ".json", "json"),
        ("{broken", ".json", "json"),
        ('"x"', ".json", "json"),
        ("// made by hand\n{}", ".json", "json"),
        ("{broken", "", None),
        ("plain text", ".json", None),
        ("plain text", "", None),
        ("[link](http://example.com) and text", "", None),
        ("[2024-01-01 12:00:00] INFO started", "", None),
        ("[1] Somebody: a title. 2024.", "", None),
        ("[section]\nkey=value\n", "", None),
        ("{% if a %}{{ b }}{% endif %}", "", None),
        ("{\\rtf1 text}", "", None),
        ("[x] done\n[ ] open\n", "", None),
        ("", ".json", None),
        ("12 apples", ".json", None),
    ],
)
def test_looks_like_json(text: str, suffix: str, expected: str | None) -> None:
    assert looks_like_json(text, suffix) == expected


TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
VALUE = st.recursive(
    TEXT | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def _expected(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _expected(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _expected(inner)
    elif isinstance(value, str):
        yield value
    elif value is not None and not isinstance(value, bool):
        yield json.dumps(value)


@settings(deadline=None, max_examples=300)
@given(VALUE, st.sampled_from([None, 0, 2]), st.booleans(), st.sampled_from(["json", "ndjson"]))
def test_leaves_and_places_of_any_document(value: Any, indent: int | None, ascii: bool, format: str) -> None:
    text = json.dumps(value, indent=None if format == "ndjson" else indent, ensure_ascii=ascii)
    doc = document(text, format)
    found = [cell for column in leaves(doc).values() for _, cell in column]
    assert sorted(found) == sorted(leaf for leaf in _expected(value) if leaf)
    assert not doc.problems
    for block in blocks(doc):
        for index, cell in enumerate(block.cells):
            for offset, char in enumerate(cell):
                there = physical(text, *block.locate(index, offset))
                assert there[:1] == char or there[0] == "\\" or (char in "\r\n" and there[:1] in ("", "\n"))
                if there[0] == "\\" and char != "\\":
                    assert (
                        json.loads(f'"{there[: 12 if ord(char) > 0xFFFF else 6 if there[1] == "u" else 2]}"')
                        == char
                    )


@settings(deadline=None, max_examples=100)
@given(st.lists(VALUE, max_size=3), st.integers(1, 9), st.sampled_from(["json", "ndjson"]))
def test_pieces_of_any_size_give_the_same(values: list[Any], size: int, format: str) -> None:
    text = "\n".join(json.dumps(value) for value in values)

    def told(doc: JsonDocument) -> list[object]:
        return [
            (list(b.cells), b.field, b.rows and list(b.rows), b.locate(0, 0)) for b in blocks(doc)
        ] + list(doc.problems)

    whole = document(text, format)
    parts = document([text[n : n + size] for n in range(0, len(text), size)], format)
    assert told(whole) == told(parts)
    assert told(whole) == told(whole)


@settings(deadline=None, max_examples=300)
@given(st.text("a1{}[]:,\"'\\/*\n\r ", max_size=40), st.sampled_from(["json", "ndjson"]))
def test_junk_loses_nothing(text: str, format: str) -> None:
    """Whatever the brackets, every letter and digit is in a cell, a key (once) or prose."""
    doc = document(text, format)
    seen = "".join(cell for b in blocks(doc) if b.kind is not BlockKind.PROSE for cell in b.cells) + "".join(
        prose(doc)
    )
    for char in "a1":
        assert (char in seen) == (char in text)


@settings(deadline=None, max_examples=100)
@given(st.text('a1{}[]:,"\n ', max_size=60), st.sampled_from(["", ".json", ".ndjson"]))
def test_sniffing_survives_junk(text: str, suffix: str) -> None:
    assert looks_like_json(text, suffix) in (None, "json", "ndjson")


LABELS = Labels(
    strong=("date of birth", "dob", "ssn", "phone number"),
    weak=("phone", "name", "family name", "name family"),
)


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("ctx.patient.dob", "dob"),
        ("patient.name.family", "name family"),
        ("provider.phone_type", ""),
        ("phone.type", ""),
        ("patient.phone.value", "phone"),
        ("contact_type.phone", "phone"),
        ("phone.period.start", ""),
        ("items[].ssn", "ssn"),
        ("phone.home", "phone"),
        ("Date.of.Birth", "date of birth"),
        ("D.O.B.", "dob"),
        ("phone.number", "phone number"),
        ("phone_type", ""),
        ("Pt. Name", "name"),
    ],
)
def test_the_last_key_is_the_label(name: str, phrase: str) -> None:
    match = LABELS.match(name)
    assert match.phrase == phrase
    assert (match.strength is Strength.NONE) == (not phrase)


def test_findings_have_rows_fields_and_places() -> None:
    data = b'[{"patient": {"ssn": "219-09-9999"}},\n {"note": "caf\\u00e9, SSN 987-65-4320"}]'
    (report,) = Scanner().scan_bytes(data, name="t.json").files
    found = [
        (f.location.field, f.location.row, f.location.line, f.location.column)
        for f in report.findings
        if f.category == "ssns"
    ]
    assert found == [("patient.ssn", 1, 1, 23), ("note", 2, 2, 27)]
    assert report.format == "json" and report.status == "complete"
