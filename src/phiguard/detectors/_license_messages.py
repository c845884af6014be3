"""Licence numbers in messages: HL7 v2, X12, FHIR, CDA, and the fields of a state message.

Source: HL7 v2.5.1 PID-20 and table 0203 (DL, PPN, NPI, MD, RN, DEA, UPIN); ASC X12N 837 NM108 (XX) and REF01 (0B state licence, 1G UPIN);
HL7 FHIR R4 "Known Identifier Systems"; HL7 OID registry; NLETS field code OLN.
"""

from __future__ import annotations

from phiguard.detectors._checks import npi
from phiguard.detectors._pattern import HIGH, Pattern
from phiguard.detectors._segments import hl7, x12
from phiguard.detectors._systems import of_state_message, of_system, of_type, said_by_system

_TOKEN = r"(?=[A-Za-z.\-]{0,10}\d)[A-Za-z0-9][A-Za-z0-9.\-]{3,24}"
_OID = r"2\.16\.840\.1\.113883\.4\."

MESSAGES = (
    hl7("PID", 20, judge=said_by_system("driver's license")),
    x12(r"NM1\*[A-Z0-9]{2,3}(?:\*[^*~\n]{0,60}){6}\*XX", "NM1*"),
    x12(r"REF\*(?:0B|1G)", "REF*"),
    of_type("NPI", r"\d{10}", "NPI", ("^NPI", "&NPI")),
    of_type("DLN?", _TOKEN, "driver's license", ("^DL", "&DL")),
    of_type("PPN", _TOKEN, "passport", ("^PPN", "&PPN")),
    of_type("DEA", _TOKEN, "DEA", ("^DEA", "&DEA")),
    of_type(
        "MD|DO|RN|LN|UPIN|SL",
        _TOKEN,
        "medical license",
        ("^MD", "^DO", "^RN", "^LN", "^UPIN", "^SL"),
        exact=True,
    ),
    of_state_message("OLN|DLN", r"(?=[A-Z*]{0,8}\d)[A-Z0-9*]{4,20}", "driver's license", ("OLN/", "DLN/")),
    *of_system(rf"sid/us-npi|{_OID}6(?![\d.])", "NPI", ("us-npi", "113883.4.6")),
    *of_system(rf"{_OID}3\.\d{{1,2}}", "driver's license", ("113883.4.3.",)),
    *of_system(rf"sid/passport|{_OID}330", "passport", ("sid/passport", "113883.4.330")),
    *of_system(rf"{_OID}814", "DEA", ("113883.4.814",)),
    Pattern(
        "NPI behind the prefix of its issuer",
        r"(?<![\w.\-/+#])80840[ -]?(?P<v>[12]\d{9})(?![\w/%]|[-.]\d)",
        HIGH,
        kind="NPI",
        check=True,
        needs=("80840",),
        judge=lambda c: HIGH if npi(c.value) else None,
    ),
)
