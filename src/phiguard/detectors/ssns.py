"""Social Security numbers, and the taxpayer numbers that share their layout (ITIN, ATIN).

Law: 45 CFR 164.514(b)(2)(i)(G).
Source: SSA, "SSN randomization" and POMS RM 10201 (area 000, 666, 9xx, group 00, serial 0000 are never issued); IRS,
"General ITIN information" (9xx, group 50-65, 70-88, 90-92, 94-99) and ATIN (group 93).
A rejected area lowers the certainty only where no label speaks: a mistyped SSN is still Patient Data.
"""

from __future__ import annotations

from phiguard.detectors._checks import digits
from phiguard.detectors._labels import Labels, phrases
from phiguard.detectors._pattern import HIGH, LOW, MEDIUM, Candidate, Category, Detector, Evidence, Pattern, Verdict

_ITIN_GROUPS = {*range(50, 66), *range(70, 89), 90, 91, 92, *range(94, 100)}


def _kind(number: str) -> str:
    area, group = number[:3], int(number[3:5])
    if area[0] == "9":
        return "ATIN" if group == 93 else "ITIN" if group in _ITIN_GROUPS else ""
    return "SSN" if area not in ("000", "666") and group and number[5:] != "0000" else ""


def _judge(c: Candidate) -> Verdict | None:
    number = digits(c.value)
    if len(set(number)) == 1 and not c.labelled:
        return None
    kind = _kind(number)
    if not kind:
        return Verdict(HIGH if c.labelled else LOW, "SSN", reason="layout of an SSN, never issued")
    bare = c.value.isdigit()
    return Verdict(HIGH if c.labelled else LOW if bare else MEDIUM, kind, evidence=Evidence.SHAPE)


def _partial(c: Candidate) -> Verdict:
    return Verdict(MEDIUM, "partial SSN")


DETECTOR = Detector(
    category=Category.SSNS,
    title="Social Security numbers",
    law="45 CFR 164.514(b)(2)(i)(G)",
    replacement="[SSN]",
    patterns=(
        Pattern("3-2-4 digits", r"(?<![\w.\-/])(?P<v>\d{3}([-. ])\d{2}\2\d{4})(?![\w/]|[-.]\d)", MEDIUM, column=HIGH, judge=_judge),
        Pattern("nine digits", r"(?<![\w.\-/+#])(?P<v>\d{9})(?![\w/%]|[-.]\d)", LOW, column=None, judge=_judge),
        Pattern(
            "masked SSN",
            r"(?i)(?<![\w*])(?P<v>[x*#•]{3}([-. ]?)[x*#•]{2}\2\d{4})(?![\w-])",
            MEDIUM,
            MEDIUM,
            judge=_partial,
        ),
    ),
    labels=Labels(
        strong=phrases(
            "ssn | social security number | social security no | social security | soc sec no | soc sec | social sec | "
            "ss no | ss num | ss number | ss # | itin | taxpayer id | tax payer id | tin | patient ssn | "
            "numero de seguro social | seguro social | num seguro social | ssa number"
        ),
        headers=phrases(
            "ss n | soc sec num | socialsec | sosec | ss nbr | pat ssn | pt ssn | mbr ssn | sub ssn | guar ssn | soc | "
            "ssn last 4 | ssn last4 | last 4 ssn | last four ssn | ssn 4 | ssn4"
        ),
        deny=phrases("order | order no | order number | item | sku | part | invoice | tracking | ndc | version | lot | model | po"),
        kinds={"itin": "ITIN"},
    ),
    value=Pattern(
        "SSN under its label",
        r"(?:\d{3}[-. –]{0,3}\d{2}[-. –]{0,3}\d{4}(?![\w/]|[-.]\d)|(?i:[x*#•]{3}[-. ]?[x*#•]{2}[-. ]?)?\d{4}(?![\w/]|[-.]\d))",
        None,
        judge=lambda c: Verdict(HIGH, _kind(digits(c.value)) or "SSN") if len(digits(c.value)) == 9 else Verdict(MEDIUM, "partial SSN"),
    ),
    person=True,
)
