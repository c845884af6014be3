"""Patterns of `names` for employers of patients and relatives, which the rule names beside them.

Source: 45 CFR 164.514(b)(2)(i) ("of the individual or of relatives, employers, or household members").
"""

from __future__ import annotations

from phiguard.detectors._name_judges import employing
from phiguard.detectors._name_starts import EMPLOYING
from phiguard.detectors._pattern import MEDIUM, Pattern

_ORGANISATION = r"(?P<v>(?:\p{Lu}[\p{L}\p{M}'&.-]{1,24}|\p{Lu}{2,8})(?:[ ](?:(?:of|and|&|the|de)[ ])?(?:\p{Lu}[\p{L}\p{M}'&.-]{1,24}|\p{Lu}{2,8}|\d{1,4})){0,5})"

EMPLOYERS = (
    Pattern(
        "an employer",
        rf"(?<![^\W_])(?i:(?:works|worked|working|employed|employment|job|retired|laid off|fired|on leave|employee|trabaja|trabajaba|empleado|empleada|occupation[ ]?:[ ]?(?:[\p{{L}}-]{{2,16}}[ ]?){{1,4}})(?: (?:full[- ]time|part[- ]time))?(?: as (?:an? )?[\p{{Ll}} ]{{3,24}})?[ ](?:at|for|by|with|from|of|en|para|por)(?: the)?|(?:employer|employer name|employer/school|place of employment|place of work|workplace|empleador|patr[oó]n|lugar de trabajo)[ ]?(?::|is)|(?:is|was|as)(?: now)? an? (?:[\p{{Ll}}-]{{2,16}} ){{0,2}}(?:teacher|driver|cook|nurse|clerk|cashier|manager|welder|mechanic|operator|worker|technician|engineer|supervisor|foreman|machinist|custodian|janitor|secretary|electrician|carpenter|accountant|attorney|pilot|guard|waitress|waiter|bartender|chef|salesman|teller|assembler|packer|laborer|loader|barista) (?:at|for|with))[ ]{{1,2}}{_ORGANISATION}",
        MEDIUM,
        judge=employing,
        starts=EMPLOYING,
        kind="employer",
    ),
)
