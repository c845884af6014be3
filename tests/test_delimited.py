"""Delimited tables: any dialect is recognised and read back cell by cell, every place is the physical one, memory is bounded."""

from __future__ import annotations

import csv
import io
import tracemalloc
from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phiguard.formats.delimited import DelimitedDocument, Dialect, sniff
from phiguard.model import Block, BlockKind, Chunk
from phiguard.scan import Scanner


class Fake:
    """A source of given pieces, with what a document uses of one."""

    name, suffix, rereadable, encoding = "t.csv", ".csv", True, "utf-8"

    def __init__(self, pieces: Iterable[str]) -> None:
        self.pieces = pieces
        self.problems: list[str] = []
        self.bytes_read = 0

    def text(self) -> Iterator[str]:
        yield from self.pieces

    def note(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def document(
    text: str | Iterable[str], dialect: Dialect | None = None, suffix: str = ".csv"
) -> DelimitedDocument:
    pieces = (text,) if isinstance(text, str) else text
    dialect = dialect or sniff("".join(pieces), suffix)
    assert dialect is not None
    return DelimitedDocument(Fake(pieces), dialect)  # type: ignore[arg-type]


def blocks(doc: DelimitedDocument) -> list[Block]:
    return [block for chunk in doc.chunks() for block in chunk.blocks]


def cells(doc: DelimitedDocument) -> dict[str, dict[int, str]]:
    """Per field, the cells that say something by row."""
    found: dict[str, dict[int, str]] = {}
    for block in blocks(doc):
        if block.kind is BlockKind.COLUMN:
            assert block.rows is not None and block.field is not None
            column = found.setdefault(block.field, {})
            for row, cell in zip(block.rows, block.cells, strict=True):
                assert row not in column
                column[row] = cell
    return found


def header(doc: DelimitedDocument) -> list[str]:
    return [cell for block in blocks(doc) if block.kind is BlockKind.NAMES for cell in block.cells]


def physical(text: str, line: int, column: int) -> str:
    """The text from a place on; \\r\\n, \\n and \\r end lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join([lines[line - 1][column - 1 :], *lines[line:]])


TABLES = {
    "comma": "id,name,dob\n1,Ann,1980-01-02\n2,Bob,1981-02-03\n",
    "semicolon": "id;name;dob\n1;Ann;1980-01-02\n2;Bob;1981-02-03\n",
    "semicolon and decimal commas": "id;weight;height\n1;70,5;1,80\n2;80,1;1,75\n3;66,0;1,60\n",
    "pipe": "id|name|dob\n1|Ann|1980-01-02\n2|Bob|1981-02-03\n",
    "tab": "id\tname\tdob\n1\tAnn\t1980-01-02\n2\tBob\t1981-02-03\n",
    "caret": "id^name^dob\n1^Ann^1980-01-02\n2^Bob^1981-02-03\n",
    "tilde": "id~name~dob\n1~Ann~1980-01-02\n2~Bob~1981-02-03\n",
    "hive": "id\x01name\x01dob\n1\x01Ann\x011980-01-02\n2\x01Bob\x011981-02-03\n",
    "unit separator": "id\x1fname\x1fdob\n1\x1fAnn\x1f1980-01-02\n2\x1fBob\x1f1981-02-03\n",
    "double pipe": "id||name||dob\n1||Ann||1980-01-02\n2||Bob||1981-02-03\n",
    "tilde pipe tilde": "id~|~name~|~dob\n1~|~Ann~|~1980-01-02\n2~|~Bob~|~1981-02-03\n",
    "quoted": '"id","name","dob"\n"1","Ann","1980-01-02"\n"2","Bob","1981-02-03"\n',
    "single quotes": "'id','name','dob'\n'1','Ann','1980-01-02'\n'2','Bob','1981-02-03'\n",
    "blanks before quotes": '"id", "name", "dob"\n1, "Ann", "1980-01-02"\n2, "Bob", "1981-02-03"\n',
    "carriage returns": "id,name,dob\r1,Ann,1980-01-02\r2,Bob,1981-02-03\r",
    "mixed line ends": "id,name,dob\r\n1,Ann,1980-01-02\n2,Bob,1981-02-03\r",
    "blank lines": "\nid,name,dob\n\n1,Ann,1980-01-02\n   \n2,Bob,1981-02-03\n\n\n",
    "comments": "# exported 3/14/2024\n# by nobody\nid,name,dob\n1,Ann,1980-01-02\n# half way\n2,Bob,1981-02-03\n",
    "title": "Report run 3/14/2024 for ward 7\n\nid,name,dob\n1,Ann,1980-01-02\n2,Bob,1981-02-03\n",
    "excel sep": "sep=;\nid;name;dob\n1;Ann;1980-01-02\n2;Bob;1981-02-03\n",
    "hash header": "#id\tname\tdob\n1\tAnn\t1980-01-02\n2\tBob\t1981-02-03\n",
    "final separator": "id,name,dob\n1,Ann,1980-01-02,\n2,Bob,1981-02-03,\n",
    "no final line end": "id,name,dob\n1,Ann,1980-01-02\n2,Bob,1981-02-03",
}


@pytest.mark.parametrize("suffix", ["", ".csv", ".txt"])
@pytest.mark.parametrize("name", TABLES)
def test_dialects(name: str, suffix: str) -> None:
    doc = document(TABLES[name], suffix=suffix)
    found = cells(doc)
    if name == "semicolon and decimal commas":
        assert found["weight"] == {1: "70,5", 2: "80,1", 3: "66,0"}
        return
    assert [h.strip("#") for h in header(doc)] == ["id", "name", "dob"]
    assert list(found.values()) == [
        {1: "1", 2: "2"},
        {1: "Ann", 2: "Bob"},
        {1: "1980-01-02", 2: "1981-02-03"},
    ]
    assert not doc.problems


def test_what_stands_before_the_table_is_scanned() -> None:
    doc = document(TABLES["title"])
    prose = [block for block in blocks(doc) if block.kind is BlockKind.PROSE]
    assert [block.cells for block in prose] == [("Report run 3/14/2024 for ward 7",)]
    assert prose[0].locate(0, 11) == (1, 12)
    doc = document(TABLES["comments"])
    prose = [block for block in blocks(doc) if block.kind is BlockKind.PROSE]
    assert [block.cells[0] for block in prose] == ["# exported 3/14/2024\n# by nobody", "# half way"]
    assert [block.locate(0, 2) for block in prose] == [(1, 3), (5, 3)]


NO_TABLES = {
    "prose": "The patient, a 50 year old man, was seen.\nHe felt well, he said, and went home.\nNo fever, no cough.\n",
    "prose of equal commas": "Hello, John\nBye, Mary\nSee you, Ann\n",
    "list of names": "Smith, John\nDoe, Jane\nRoe, Rich\nPoe, Ann\n",
    "labels": "Name: John Smith\nDOB: 3/3/1980\nMRN: 123456\nPhone: 555-0100\n",
    "vitals": "BP: 120/80\nHR: 70\nTemp: 98.6\nSpO2: 98\nRR: 16\n",
    "log": "2024-01-01 12:00:00,123 INFO started\n2024-01-01 12:00:01,456 INFO done\n2024-01-01 12:00:02,789 WARN x\n",
    "log of pipes": "2024-01-01 12:00:00 | INFO | a:b:1 - x\n2024-01-01 12:00:01 | INFO | a:b:2 - y\n"
    "2024-01-01 12:00:02 | WARN | a:b:3 - z\n",
    "times": "12:30:45 in\n12:31:50 out\n12:35:01 in\n",
    "python": "import os, sys\ndef f(a, b):\n    return g(a, b)\n\nx = f(1, 2)\ny = f(3, 4)\n",
    "c": "int a = 1;\nint b = 2;\nfor (i = 0; i < 3; i++)\n  f(i);\n",
    "sql": "INSERT INTO p VALUES (1,'Ann',3);\nINSERT INTO p VALUES (2,'Bob',4);\nINSERT INTO p VALUES (3,'Eve',5);\n",
    "tuples": "VALUES\n(1,'Ann',3),\n(2,'Bob',4),\n(3,'Eve',5),\n(4,'Moe',6);\n",
    "markdown table": "| id | name |\n|----|------|\n| 1 | Ann |\n| 2 | Bob |\n",
    "markdown": "# Title\n\n- one, two\n- three, four\n\nSome text, then, more.\n",
    "yaml": "a: 1\nb: 2\nc: 3\nd: 4\n",
    "json lines inside": '"a": 1,\n"b": 2,\n"c": 3,\n',
    "poem": "Roses are red,\nViolets are blue,\nSugar is sweet,\n",
    "tabs of code": "\tif x\n\t\ty\n\tz\n\t\tw\n",
    "hl7": "MSH|^~\\&|A|B|C|D|2024||ADT^A01|1|P|2.5\nPID|1||123^^^H||DOE^J||1980\nPV1|1|I|W^1^2\n",
    "one line": "a,b,c\n",
    "addresses": "12 Elm St, Springfield, IL\n13 Oak St, Shelbyville, IL\n14 Ash St, Ogdenville, IL\n",
    "empty": "",
    "blank": "\n\n  \n",
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_no_table_without_the_suffix(name: str) -> None:
    assert sniff(NO_TABLES[name], ".txt") is None


def test_sentences_are_no_table_whatever_the_suffix() -> None:
    assert sniff(NO_TABLES["prose"], ".csv") is None
    assert (
        sniff(
            "Dear all,\n\nthe report of today says once more that everyone on the ward is well.\nYours, the team of ward seven\n",
            ".csv",
        )
        is None
    )


def test_one_column() -> None:
    doc = document("ssn\n219-09-9999\n\n987-65-4320\n")
    assert header(doc) == ["ssn"]
    assert cells(doc) == {"ssn": {1: "219-09-9999", 2: "987-65-4320"}}
    assert cells(document("219-09-9999\n987-65-4320\n")) == {"column#1": {1: "219-09-9999", 2: "987-65-4320"}}
    assert header(document("name,dob,ssn\n")) == ["name", "dob", "ssn"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("1,Ann,1980-01-02\n2,Bob,1981-02-03\n3,Eve,1982-02-03\n", ["column#1", "column#2", "column#3"]),
        ("ann@example.com,219-09-9999\nbob@example.com,219-09-9998\n", ["column#1", "column#2"]),
        ("lab1,FL,neg\nlab1,FL,pos\nlab1,AZ,neg\n", ["column#1", "column#2", "column#3"]),
        ("a,ssn,b,ssn,ssn\n1,2,3,4,5\n6,7,8,9,1\n", ["a", "ssn", "b", "ssn#2", "ssn#3"]),
        ("a,ssn#2,ssn,ssn\n1,2,3,4\n5,6,7,8\n", ["a", "ssn#2", "ssn", "ssn#3"]),
        ("a,,c\n1,2,3\n4,5,6\n", ["a", "column#2", "c"]),
        ("name dob\n1 2\n", ["name dob"]),
        ("age\tsex\nr1\t30\tF\nr2\t40\tM\n", ["column#1", "age", "sex"]),
    ],
)
def test_fields(text: str, fields: list[str]) -> None:
    assert list(cells(document(text))) == fields


def test_ragged_rows() -> None:
    doc = document("a,b,c\n1,2,3\n4\n5,6,7,8,9\n\n10,,12\n")
    assert cells(doc) == {
        "a": {1: "1", 2: "4", 3: "5", 4: "10"},
        "b": {1: "2", 3: "6"},
        "c": {1: "3", 3: "7", 4: "12"},
        "column#4": {3: "8"},
        "column#5": {3: "9"},
    }
    places = {b.field: b.locate(len(b.cells) - 1, 0) for b in blocks(doc) if b.kind is BlockKind.COLUMN}
    assert places == {"a": (6, 1), "b": (4, 3), "c": (6, 5), "column#4": (4, 7), "column#5": (4, 9)}


def test_quoted_cells_and_their_places() -> None:
    text = 'id,note\n1,"line one\r\nsays ""x"" 219-09-9999"\n2,"a, b"\n3,\n'
    doc = document(text)
    note = next(b for b in blocks(doc) if b.field == "note")
    assert note.cells[:2] == ('line one\r\nsays "x" 219-09-9999', "a, b")
    assert note.locate(0, note.cells[0].index("219")) == (3, 12)
    assert note.locate(0, 0) == (2, 4)
    assert note.locate(1, 3) == (4, 7)


def test_backslash_escapes() -> None:
    text = 'id,note,x\n1,"say \\"hi\\", ok",a\n2,"b\\\\",c\n3,"d\\ne",f\n'
    found = cells(document(text))
    assert found["note"] == {1: 'say "hi", ok', 2: "b\\", 3: "d\\ne"}
    assert found["x"] == {1: "a", 2: "c", 3: "f"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b,c\n1,"open,3\n4,5,6\n7,8,9\n', 2),
        ('a,b,c\n1,2,3\n4,"open,6\n7,"shut",9\n', 3),
        ('a,b,c\n1,2,3\n4,5,6\n7,8,"open\n', 4),
        ('a,b,c\n1,"say "x" y,3\n4,5,6\n7,8,9\n', 2),
    ],
)
def test_an_unclosed_quote_is_plain_text(text: str, line: int) -> None:
    doc = document(text, Dialect(","))
    found = cells(doc)
    assert [len(column) for column in found.values()] == [len(text.splitlines()) - 1] * 3
    assert doc.problems == [f"unclosed quote near line {line}: read as plain text"]
    for block in blocks(doc):
        if block.kind is BlockKind.COLUMN:
            for index, cell in enumerate(block.cells):
                assert physical(text, *block.locate(index, 0)).startswith(cell.split("\n")[0])


def test_an_unclosed_quote_is_bounded() -> None:
    rows = "".join(f"{n},name{n},x\n" for n in range(100_000))
    doc = document('id,name,x\n1,"open,x\n' + rows, Dialect(","))
    assert len(cells(doc)["name"]) == 100_001
    assert doc.problems == ["unclosed quote near line 2: read as plain text"]


def test_many_unclosed_quotes_are_told_in_few_words() -> None:
    doc = document("a,b\n" + 'x,"y "z\n' * 500, Dialect(","))
    assert len(cells(doc)["b"]) == 500
    assert len(doc.problems) == 11


def test_quotes_inside_cells_are_characters() -> None:
    doc = document('size,name\n5" x 3",O\'Brien\n6",say "x"\n')
    assert cells(doc) == {"size": {1: '5" x 3"', 2: '6"'}, "name": {1: "O'Brien", 2: 'say "x"'}}
    assert not doc.problems


def test_long_cells_and_many_columns() -> None:
    long = "x" * 200_000 + " 219-09-9999"
    assert cells(document(f"a,b\n1,{long}\n2,y\n"))["b"][1] == long
    wide = ",".join(f"c{n}" for n in range(100_000))
    row = ",".join(str(n) for n in range(100_000))
    doc = document(f"{wide}\n{row}\n{row}\n")
    found = cells(doc)
    assert len(found) == 100_000 and found["c99999"] == {1: "99999", 2: "99999"}
    last = next(b for b in blocks(doc) if b.field == "c99999")
    assert last.locate(1, 2) == (3, len(row) - 5 + 1 + 2)


def test_columns_are_bounded() -> None:
    found = cells(document("a,b\n" + "1," * 200_000 + "\n", Dialect(",")))
    assert len(found) == (1 << 17) + 1


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_giant_cell_is_read_in_windows(quote: str) -> None:
    filler = "lorem ipsum " * 500_000
    text = f"id,note,ssn\n1,{quote}{filler}219-09-9999 {filler}{quote},987-65-4320\n2,b,c\n"
    doc = document([text[n : n + 100_000] for n in range(0, len(text), 100_000)], Dialect(","))
    parts = blocks(doc)
    prose = [b for b in parts if b.kind is BlockKind.PROSE]
    assert (
        len(prose) > 2
        and {b.field for b in prose} == {"note"}
        and {tuple(b.rows or ()) for b in prose} == {(1,)}
    )
    hits = [
        (b.locate(0, b.cells[0].index("219-")), b.start + b.cells[0].index("219-"))
        for b in prose
        if "219-" in b.cells[0] and b.owned and b.owned[0] <= b.cells[0].index("219-") < b.owned[1]
    ]
    assert hits == [((2, 3 + len(quote) + len(filler)), len(filler))]
    assert cells(doc) == {"id": {1: "1", 2: "2"}, "ssn": {1: "987-65-4320", 2: "c"}, "note": {2: "b"}} | {
        k: v for k, v in cells(doc).items() if k not in ("id", "ssn", "note")
    }
    assert not doc.problems


def test_a_giant_file_stays_in_bounded_memory() -> None:
    def pieces() -> Iterator[str]:
        yield "id,note\n1,"
        for _ in range(600):
            yield "lorem ipsum dolor " * 5_000
        yield "\n2,x\n"

    class Streamed(Fake):
        def text(self) -> Iterator[str]:
            return pieces()

    tracemalloc.start()
    doc = DelimitedDocument(Streamed(()), Dialect(","))  # type: ignore[arg-type]
    size = sum(chunk.size for chunk in doc.chunks())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 50_000_000 and peak < 40_000_000


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12) | st.text(
    "ab ,;\t|\"'\\\n\r#5", max_size=8
)


@st.composite
def written(draw: st.DrawFn) -> tuple[str, list[list[str]], Dialect]:
    """A random table as the csv module writes it, and what it holds."""
    width = draw(st.integers(1, 5))
    rows = draw(st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=8))
    delimiter, quote = draw(st.sampled_from(",\t;|^~\x01\x1f")), draw(st.sampled_from("\"'"))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]))
    doubled = draw(st.booleans())
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    if end != "\r\n":
        quoting = csv.QUOTE_ALL  # else the writer leaves the other line ends bare
    # A comment, a blank line and a blank before a quote are read as such: not what the writer means by them.
    rows = [["#" + c if c.startswith("#") and w else c for w, c in enumerate(row)] for row in rows]
    rows = [[c.lstrip("# ") if w == 0 else c for w, c in enumerate(row)] for row in rows]
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=delimiter,
        quotechar=quote,
        quoting=quoting,
        doublequote=doubled,
        escapechar=None if doubled else "\\",
        lineterminator=end,
    )
    writer.writerows(rows)
    dialect = Dialect(delimiter, quote, "" if doubled else "\\", header=draw(st.booleans()))
    return out.getvalue(), rows, dialect


def _read(doc: DelimitedDocument, width: int, count: int) -> list[list[str]]:
    rows = [[""] * width for _ in range(count)]
    for block in blocks(doc):
        if block.kind is BlockKind.COLUMN:
            place = int((block.field or "").removeprefix("column#")) - 1
            for row, cell in zip(block.rows or (), block.cells, strict=True):
                rows[row - 1][place] = cell
    return rows


@settings(deadline=None, max_examples=300)
@given(written())
def test_reads_back_what_was_written(table: tuple[str, list[list[str]], Dialect]) -> None:
    text, rows, dialect = table
    doc = document(text, Dialect(dialect.delimiter, dialect.quote, dialect.escape, header=False))
    if any(not row[0] for row in rows if len(row) == 1) and dialect.delimiter:
        rows = [row for row in rows if row != [""] or dialect.quote * 2 in text]
    assert _read(doc, len(rows[0]), len(rows)) == rows
    assert not doc.problems


@settings(deadline=None, max_examples=300)
@given(written())
def test_places_point_at_the_physical_code_point(table: tuple[str, list[list[str]], Dialect]) -> None:
    text, _, dialect = table
    for block in blocks(document(text, dialect)):
        for index, cell in enumerate(block.cells):
            for offset, char in enumerate(cell):
                place = block.locate(index, offset)
                there = physical(text, *place)
                assert there[:1] == char or (char in "\r\n" and there[:1] in ("\n", ""))
                if block.locate_all is not None:
                    lines, columns = block.locate_all(np.array([index]), np.array([offset]))
                    assert (lines[0], columns[0]) == place


@settings(deadline=None, max_examples=100)
@given(written(), st.integers(1, 7))
def test_pieces_of_any_size_give_the_same(table: tuple[str, list[list[str]], Dialect], size: int) -> None:
    text, _, dialect = table
    whole = document(text, dialect)
    parts = document([text[n : n + size] for n in range(0, len(text), size)], dialect)

    def told(doc: DelimitedDocument) -> list[object]:
        return [(list(b.cells), b.field, b.name, b.rows, b.locate(0, 0)) for b in blocks(doc)]

    assert told(whole) == told(parts)
    assert told(whole) == told(whole)


@settings(deadline=None, max_examples=300)
@given(st.text('a1,"\n\r#\\ ', max_size=40), st.sampled_from(["", "\\"]))
def test_junk_loses_nothing(text: str, escape: str) -> None:
    """Whatever the quotes, every letter and digit of the input is in some cell."""
    doc = document(text, Dialect(",", '"', escape, header=False))
    seen = "".join(cell for b in blocks(doc) for cell in b.cells)
    assert sorted(c for c in seen if c.isalnum()) == sorted(c for c in text if c.isalnum())
    for block in blocks(doc):
        for index, cell in enumerate(block.cells):
            for offset, char in enumerate(cell):
                if char not in "\r\n":
                    assert physical(text, *block.locate(index, offset))[:1] == char


@settings(deadline=None, max_examples=200)
@given(st.text("a1,;|\t\"\n' .:", max_size=200), st.sampled_from(["", ".csv", ".tsv"]))
def test_sniffing_survives_junk(text: str, suffix: str) -> None:
    dialect = sniff(text, suffix)
    if dialect is not None:
        for chunk in document(text, dialect).chunks():
            assert isinstance(chunk, Chunk)


def test_findings_have_rows_fields_and_places() -> None:
    data = b'id,note,pat_ssn\n1,"first\nSSN 219-09-9999",987654320\n'
    (report,) = Scanner().scan_bytes(data, name="t.csv").files
    found = {
        (f.location.field, f.location.row, f.location.line, f.location.column)
        for f in report.findings
        if f.category == "ssns"
    }
    assert found == {("note", 1, 3, 5), ("pat_ssn", 1, 3, 18)}
    assert report.format == "csv" and report.status == "complete"


@pytest.mark.parametrize("delimiter", [",", "\t", "|", ";"])
def test_a_header_longer_than_what_is_looked_at_is_a_header(delimiter: str) -> None:
    names = ["pat_ssn", *(f"gene_expr_{n:05}" for n in range(9000))]
    rows = [["219-09-9999", *("0" for _ in range(9000))]]
    text = "\n".join(delimiter.join(row) for row in (names, *rows))
    dialect = sniff(text[: 1 << 16], ".txt")
    assert dialect is not None
    assert (dialect.delimiter, dialect.header) == (delimiter, True)


@pytest.mark.parametrize(
    "line",
    [
        "word, and another word, " * 9000,
        ";".join(f"var a{n}=function(x){{return x+{n}}}" for n in range(9000)),
        ",".join(str(n) for n in range(20000)),
        "ACGT" * 20000,
    ],
)
def test_a_long_line_of_something_else_is_no_table(line: str) -> None:
    assert sniff(line[: 1 << 16], ".txt") is None
