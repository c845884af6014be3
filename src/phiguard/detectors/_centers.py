"""Medical centers that go by an acronym or a bare name: `seen at UCSF`, `Dr. Lee at Johns Hopkins`, `our NYC clinic`.

Sources: the names under which academic medical centers and health systems of the United States are known (as their own sites and
the AAMC's list of teaching hospitals give them). A policy of phiguard, as for all facilities: kind `facility`. Only where the
text brings someone there.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._pattern import MEDIUM, Candidate, Confidence, Pattern, Verdict
from phiguard.detectors._places import city

_ACRONYMS = (
    "UCSF|UCLA|UCSD|UCI|UC Davis|NYU|MGH|BWH|BIDMC|BMC|MSKCC|MSK|UPMC|CHOP|HUP|OHSU|UTSW|UTMB|UAB|UNC|UVA|VUMC|VCU|MUSC|MCW|UIHC|UIC|"
    "OSU|IUH|KUMC|WVU|CHLA|HSS|LIJ|USC|UMMC|UNMC|UNMH|URMC|UHS|LSU|UMass|UConn|UW|NMH|RUMC|CPMC|ZSFG|SFGH|LAC|NIH|VAMC"
)
_NAMES = (
    "Johns Hopkins|Hopkins|Mayo(?: Clinic)?|Cleveland Clinic|Mass(?:achusetts)? General|Brigham(?: and Women's)?|Stanford|Duke|Emory|Kaiser(?: Permanente)?|"
    "Cedars[- ]Sinai|Mount Sinai|Mt\\.? Sinai|(?:New ?York|NY)[- ]Presbyterian|(?:NYU )?Langone|Memorial Sloan[- ]Kettering|Sloan[- ]Kettering|MD Anderson|"
    "City of Hope|Dana[- ]Farber|Beth Israel(?: Deaconess)?|Geisinger|Ochsner|Intermountain|Northwestern|Vanderbilt|Columbia|Weill Cornell|Cornell|"
    "Montefiore|Beaumont|Henry Ford|Baylor(?: Scott (?:and|&) White)?|Houston Methodist|Penn|Jefferson|Temple|Yale(?:[- ]New Haven)?|Tufts|Lahey|"
    "Dartmouth(?:[- ]Hitchcock)?|Barnes[- ]Jewish|Froedtert|Parkland|Grady|Bellevue|Cook County|Scripps|Sutter|Sharp|Banner|Sanford|Essentia|Marshfield Clinic|"
    "Walter Reed|Bethesda Naval"
)
_BROUGHT = regex.compile(
    r"(?i)(?:\b(?:seen|treated|admitted|evaluated|hospitali[sz]ed|followed|diagnosed|operated|delivered|enrolled|managed|examined|consulted|surgery|appointment|appt|"
    r"visit|care|stay|inpatient|transplanted|biopsied|workup|chemo|presented|records|transferred|referred|discharged)\b[^\n.;]{0,60}?[ ](?:at|to|from|by|@)[ ](?:the[ ])?"
    r"|(?:Dr\.?|MD|DO|NP|PA)[ ](?:\p{Lu}[\p{L}.'-]{0,20}[ ]){0,3}(?:at|from)[ ](?:the[ ])?|\bour[ ])\Z"
)


def _brought(c: Candidate) -> Confidence | None:
    """Whether the words before it bring someone there."""
    return MEDIUM if _BROUGHT.search(c.before(96)) else None


def _of_city(c: Candidate) -> Verdict | None:
    """`San Francisco clinic`: a listed city that is neither an everyday word nor a person's name first."""
    words = c.value.split(" ")
    head = len(words) - (2 if words[-1] == "room" else 1)
    for skip in range(head):
        known = city(" ".join(words[skip:head]))
        if known is not None and not known.word and (not known.person or head - skip > 1):
            return Verdict(MEDIUM, shrink=(sum(len(word) + 1 for word in words[:skip]), 0))
    return None


PATTERNS = (
    Pattern(
        "medical center by its name",
        rf"(?<![\w'-])(?P<v>(?:{_NAMES}|{_ACRONYMS})(?:[ ](?:(?:Medical|Cancer|Children's|University|Health|Heart|Eye)[ ]){{0,2}}(?:Medical|Center|Hospital|Clinic|Health ?[Cc]are|"
        r"HealthCenter|Health|clinic|hospital))?)(?![\w'-])",
        MEDIUM,
        judge=_brought,
        kind="facility",
        needs=(" at ", " to ", " from ", " by ", " @ ", "our ", "At ", "Our "),
    ),
    Pattern(
        "clinic of a city by its letters",
        r"(?<![\w'-])(?P<v>(?:NYC|NOLA|SF|DC|LA|ATL|PHL|PDX)[ ](?:clinic|office|hospital|ED|location|campus))(?![\w'-])",
        MEDIUM,
        kind="facility",
        needs=("NYC ", "NOLA ", "SF ", "DC ", "LA ", "ATL ", "PHL ", "PDX "),
    ),
    Pattern(
        "hospital without a name of its own",
        r"(?<![\w'-])(?P<v>(?:General|Central|Community|Regional|Memorial|University|Metropolitan|Metro|City|County|Children's|Women's|Veterans|Mercy|Valley)[ ]"
        r"(?:Hospital|Health|Medical Center|Clinic))(?![\w'-]|[ ](?:\p{Lu}|[Ii]nsurance|[Pp]lan))",
        MEDIUM,
        judge=_brought,
        kind="facility",
        needs=("Hospital", "Health", "Medical Center", "Clinic"),
    ),
    Pattern(
        "clinic of a city",
        r"(?<![\w'-])(?P<v>\p{Lu}\p{L}{2,20}(?:[ ]\p{Lu}\p{L}{2,20}){0,2}[ ](?:clinic|hospital|emergency room|campus|VA))(?![\w'-])",
        MEDIUM,
        judge=_of_city,
        kind="facility",
        needs=(" clinic", " hospital", " emergency room", " campus", " VA"),
    ),
)
