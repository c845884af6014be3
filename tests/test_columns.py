"""Column verdicts: header, values and neighbours; on all cells; and what stays clean."""

from __future__ import annotations

import csv
import io

import pytest

from phiguard import Report, scan_bytes


def scan(header: str, *rows: str, name: str = "t.csv") -> Report:
    return scan_bytes("\n".join((header, *rows)).encode(), name=name)


def first(report: Report) -> dict[str, str]:
    seen: dict[str, str] = {}
    for column in report.columns:
        seen.setdefault(column.name, str(column.category))
    return seen


def table(columns: dict[str, list[str]]) -> Report:
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return scan_bytes(sink.getvalue().encode(), name="t.csv")


MRNS = [f"E{10_000_000 + 7919 * i}" for i in range(30)]


def test_a_header_makes_every_cell_count_but_nulls_tags_and_flags() -> None:
    report = scan("pat_mrn_id,x", "12345678,1", "N/A,2", "[MRN],3", ",4", "AB-99112,5", "unknown,6")
    assert [(f.location.row, f.location.field) for f in report.findings] == [
        (1, "pat_mrn_id"),
        (5, "pat_mrn_id"),
    ]


def test_cells_that_contradict_the_verdict_are_still_reported() -> None:
    report = scan("home_phone,n", "(212) 555-0142,1", "jane@example.org,2", "(212) 555-0143,3")
    assert {(f.location.row, str(f.category)) for f in report.findings} == {
        (1, "phones"),
        (2, "emails"),
        (3, "phones"),
    }


def test_a_lying_header_is_overruled_by_the_values() -> None:
    report = table(
        {
            "mrn": MRNS,
            "patient_name": ["see mail"] * 30,
            "home_phone": [f"user{i}@example.org" for i in range(30)],
        }
    )
    assert first(report)["home_phone"] == "emails"


@pytest.mark.parametrize(
    ("header", "values", "category"),
    [
        ("col7", [f"98{i % 8}-65-43{20 + i % 10}" for i in range(30)], "ssns"),
        ("col7", [f"u{i}@example.org" for i in range(30)], "emails"),
        ("col7", [f"(212) 555-01{i:02d}" for i in range(30)], "phones"),
        ("col7", [f"192.0.2.{i + 1}" for i in range(30)], "ips"),
    ],
)
def test_an_opaque_header_is_judged_by_its_values(header: str, values: list[str], category: str) -> None:
    assert first(table({"mrn": MRNS, header: values}))[header] == category


def test_a_generic_header_needs_agreement() -> None:
    names = [
        "Gregory Lawson",
        "Laura Winters",
        "Denise Alvarez",
        "Marc Ortiz",
        "Diana Moore",
        "Joe Merritt",
    ] * 5
    assert first(table({"name": names}))["name"] == "names"
    species = ["Iris-setosa", "Iris-versicolor", "Iris-virginica"] * 10
    assert first(table({"name": species})) == {}


def test_dates_of_a_table_without_a_person_are_held_back() -> None:
    days = [f"2024-03-{1 + i % 28:02d}" for i in range(30)]
    prices = [f"{i}.50" for i in range(30)]
    alone = table({"sku": [f"PX-{i}" for i in range(30)], "price": prices, "date": days})
    assert first(alone) == {}
    beside = table({"mrn": MRNS, "price": prices, "date": days})
    assert first(beside)["date"] == "dates"
    labelled = table({"price": prices, "admit_date": days})
    assert first(labelled)["admit_date"] == "dates"


NAMES = ["Gregory Lawson", "Laura Winters", "Denise Alvarez", "Marc Ortiz", "Diana Moore", "Joe Merritt"] * 5
KEYS = [f"7f3f2a1c-0b7e-4c55-9a10-5f0c2f6e1d{i:02d}" for i in range(30)]
DAYS = [f"2024-03-{1 + i % 28:02d}" for i in range(30)]


def test_keys_of_persons_make_the_dates_beside_them_theirs() -> None:
    synthea = table({"Id": [key[::-1] for key in KEYS], "START": DAYS, "PATIENT": KEYS})
    assert first(synthea)["START"] == "dates"
    assert first(synthea)["PATIENT"] == "other_ids"
    omop = table({"person_id": [str(100_000 + i) for i in range(30)], "note_date": DAYS})
    assert first(omop)["note_date"] == "dates"
    jobs = table({"job_id": KEYS, "note_date": DAYS})
    assert first(jobs) == {}


def test_a_ledger_s_accounts_and_invoices_show_no_person() -> None:
    numbers = [str(40_100_200 + 37 * i) for i in range(30)]
    ledger = {
        "GL Account": numbers,
        "Invoice No": numbers[::-1],
        "Posting Date": DAYS,
        "Debit": ["4.10"] * 30,
    }
    assert first(table(ledger)) == {}
    visits = {"Visit No": numbers, "Posting Date": DAYS, "Debit": ["4.10"] * 30}
    assert first(table(visits)) == {"Visit No": "accounts", "Posting Date": "dates"}
    beside = first(table({**ledger, "MRN": MRNS}))
    assert {"Invoice No", "Posting Date", "MRN"} <= set(beside)


def test_rosters_and_block_templates_keep_their_dates() -> None:
    roster = first(
        table({"Last Name": [n.split()[1] for n in NAMES], "FTE": ["0.9"] * 30, "Shift Date": DAYS})
    )
    assert roster == {"Last Name": "names"}
    block = first(table({"block_owner": NAMES, "block_date": DAYS, "minutes": ["480"] * 30}))
    assert block == {"block_owner": "names"}
    call = first(table({"Primary": [f"Dr. {name}" for name in NAMES], "Date": DAYS}))
    assert call == {"Primary": "names"}
    report = table({"nephrologist": NAMES, "n": ["1"] * 30})
    assert {str(f.role) for f in report.findings} == {"clinician"}


def test_a_label_of_numbers_over_words_is_none() -> None:
    words = first(table({"mrn": MRNS, "PrimaryInsuranceID": ["MCRA", "BCBS", "AETN"] * 10}))
    assert set(words) == {"mrn"}
    assert first(table({"mrn": MRNS, "dx_at_collection": ["C50.911"] * 30})) == {"mrn": "medical_records"}


def test_a_denying_phrase_undoes_a_weak_label() -> None:
    digits = [str(101_533 + 61 * i) for i in range(30)]
    assert first(table({"mrn": MRNS, "StudyTime": digits})) == {"mrn": "medical_records"}
    assert first(table({"mrn": MRNS, "LOC_NURSE_UNIT_CD": digits})) == {"mrn": "medical_records"}
    assert set(first(table({"mrn": MRNS, "study": digits}))) == {"mrn", "study"}


def test_codes_and_one_repeated_word_are_no_names() -> None:
    assert first(table({"mrn": MRNS, "enc_class": ["AV", "IP", "ED"] * 10})) == {"mrn": "medical_records"}
    assert first(table({"mrn": MRNS, "LAT": ["ENG"] * 30})) == {"mrn": "medical_records"}


def test_compact_dates_and_serial_days_beside_a_person() -> None:
    compact = table({"mrn": MRNS, "B": [f"19{40 + i}04{10 + i % 18}" for i in range(30)]})
    assert first(compact)["B"] == "dates"
    serial = table({"mrn": MRNS, "Admit": [str(45_100 + i) for i in range(30)]})
    assert first(serial)["Admit"] == "dates"


def test_a_title_with_empty_cells_is_no_header() -> None:
    title = "Daily Schedule,,\nRun 8:00,,"
    report = scan(title, "Patient Name,MRN,Reason", *(f"{n},{m},x" for n, m in zip(NAMES, MRNS, strict=True)))
    assert first(report) == {"Patient Name": "names", "MRN": "medical_records"}


def test_zip3_columns_follow_the_census() -> None:
    allowed = scan("zip3,n", *(f"{z},1" for z in ("021", "606", "941", "000", "331")))
    assert first(allowed) == {}
    restricted = scan("zip3,n", "021,1", "036,2", "878,3", "999,4")
    assert {f.location.row for f in restricted.findings} == {2, 3}
    unknown = scan("zip3,n", "021,1", "098,2")
    assert {f.location.row for f in unknown.findings} == {2}


def test_zip_columns_with_a_lost_leading_zero() -> None:
    report = scan("mrn,zip", "E1000001,2139", "E1000002,02139", "E1000003,60614-1234")
    assert {f.location.row for f in report.findings if f.category == "geography"} == {1, 2, 3}


def test_age_columns_find_only_what_is_over_89() -> None:
    report = scan(
        "mrn,age", "E1000001,45", "E1000002,90", "E1000003,89", "E1000004,103", "E1000005,90+", "E1000006,94"
    )
    assert {f.location.row for f in report.findings if f.category == "ages"} == {2, 4, 6}


def test_birth_years_that_show_an_age_over_89() -> None:
    report = scan("mrn,birth_year", "E1000001,1931", "E1000002,1985", "E1000003,1900")
    rows = {f.location.row for f in report.findings if f.category == "ages"}
    assert 1 in rows
    assert 2 not in rows


def test_excel_serial_days_and_epochs_under_a_date_label() -> None:
    report = scan("mrn,dob,admit_ts", "E1000001,31200,1710403200", "E1000002,28115,1710489600")
    assert {(f.location.field, str(f.category)) for f in report.findings} >= {
        ("dob", "dates"),
        ("admit_ts", "dates"),
    }


def test_split_names_and_coordinates() -> None:
    report = scan(
        "first_name,last_name,lat,lon", "Kari,Merritt,38.349820,-81.632623", "Joe,Nguyen,46.829480,-96.757572"
    )
    assert first(report) == {
        "first_name": "names",
        "last_name": "names",
        "lat": "geography",
        "lon": "geography",
    }


def test_prose_columns_are_read_as_prose_and_hold_several_kinds() -> None:
    note = "Seen by Dr. Diana Moore on 03/14/2024, call (212) 555-0142 with results, SSN 219-09-9999"
    report = scan("mrn,comments", *(f'E100000{i},"{note}"' for i in range(6)))
    kinds = {str(c.category) for c in report.columns if c.name == "comments"}
    assert {"names", "dates", "phones", "ssns"} <= kinds


def test_metadata_about_an_identifier_is_none() -> None:
    report = scan("mrn,phone_type,has_email,ssn_verified", "E1000001,home,Y,1", "E1000002,cell,N,0")
    assert set(first(report)) == {"mrn"}


def test_header_names_that_are_findings_are_masked() -> None:
    report = scan("visit,219-09-9999,x", "1,2,3")
    assert any("name" in f.reason for f in report.findings)
    assert not any("219-09" in (f.location.field or "") for f in report.findings)
    assert not any("219-09" in c.name for c in report.columns)


def test_duplicate_and_missing_headers_have_names_of_their_own() -> None:
    report = scan("ssn,,ssn", "219-09-9999,219-09-9999,219-09-9999")
    assert [f.location.field for f in report.findings] == ["ssn", "column#2", "ssn#2"]


def test_file_names_are_scanned_and_masked() -> None:
    report = scan_bytes(b"nothing here\n", name="SMITH_JOHN_219-09-9999.txt")
    assert len(report.findings) >= 1
    assert "219-09" not in report.files[0].path
    assert "SMITH" not in report.files[0].path


FIRSTS = ["Maria", "John", "Linda", "Carlos", "Emma", "Peter", "Susan", "David", "Laura", "James"]
WITHOUT_A_NAME = {
    "numbers of one length": ([f"{70_000_019 + 7_919_113 * i}"[:8] for i in range(10)], {"other_ids"}),
    "letters and digits": ([f"K{i}QZ{9 - i}V7PL" for i in range(10)], {"other_ids"}),
    "digests": ([f"{(i + 3) ** 99:064x}"[-64:] for i in range(10)], {"other_ids"}),
    "uuids": ([f"8a0a8c96-32ea-4928-a623-6bf2504b7{i:03}" for i in range(10)], {"other_ids"}),
    "national provider numbers": (["1234567893", "1003000126", "1992999874", "1245319599", "1679576722"] * 2, {"licenses"}),
    "surnames": (["Garcia", "Smith", "Nguyen", "Xyzzka", "Johnson", "Qworbl", "Davis", "Lopez", "Brown", "Fnordsen"], {"names"}),
    "a sequence": ([str(10_000_000 + i) for i in range(10)], set()),
    "amounts": ([str(199 * 7**i) for i in range(10)], set()),
    "decimals": ([f"{i * 1.37 + 100:.4f}" for i in range(10)], set()),
    "repeating codes": (["250.00E11", "401.90I10"] * 5, set()),
    "blood pressures": ([f"{120 + i}/{70 + i}" for i in range(10)], set()),
    "short codes": ([f"A{i:03}" for i in range(10)], set()),
}  # fmt: skip


@pytest.mark.parametrize("name", WITHOUT_A_NAME)
def test_a_column_without_a_name_is_judged_by_its_values_beside_a_person(name: str) -> None:
    values, expected = WITHOUT_A_NAME[name]
    report = table({"given_name": FIRSTS, "col7": values})
    assert {str(c.category) for c in report.columns if c.name == "col7"} == expected


@pytest.mark.parametrize("header", ["platelets", "total_charge_cents", "sku", "device_model"])
def test_a_column_with_a_name_that_says_something_else_is_not(header: str) -> None:
    values, _ = WITHOUT_A_NAME["numbers of one length"]
    report = table({"given_name": FIRSTS, header: values})
    assert header not in first(report)


def test_codes_beside_nobody_are_nobodys() -> None:
    values, _ = WITHOUT_A_NAME["numbers of one length"]
    assert not table({"drug": ["metoprolol", "lisinopril"] * 5, "col7": values}).findings
