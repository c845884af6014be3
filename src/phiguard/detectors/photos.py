"""Full face photographic images and any comparable images, where text or a table holds or names them.

Law: 45 CFR 164.514(b)(2)(i)(Q).
Source: RFC 2397 (data URLs); the first bytes that ISO/IEC 10918 (JPEG), PNG, GIF, BMP, TIFF, WebP, HEIF and DICOM PS3.10 lay down.
Nothing here looks at a picture: embedded data that begins like one has the kind `image, not judged`, by which the scan marks the
file incomplete. By itself it is low (a logo, a chart); under a label of a photograph it is medium. A vector icon is no photograph.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._blobs import BASE64, BASE64_URL, BLOB_START, HEX, IMAGE_FILE, mixed, says_nothing
from phiguard.detectors._labels import Labels, Strength, phrases
from phiguard.detectors._pattern import LOW, MEDIUM, Candidate, Category, Detector, Evidence, Pattern, Verdict

UNJUDGED = "image, not judged"
_MAGIC = (
    r"(?=/9j/[2-9]|iVBORw0KGgo|R0lGOD[dl]h|Qk[A-Za-z0-9+/]{6}AAAA|SUkqA|TU0AK|UklGR[A-Za-z0-9+/]{6}XRUJQ|"
    r"AAAA[A-Za-z0-9+/]{2}Z0eXB(?:oZW|oZX|taWY|tc2Y|hdml)|AAAADGpQICAN|A{170}BESUNN)"
)
_HEX_MAGIC = r"(?=(?:0x|\\x)?(?i:ffd8ff[c-e][0-9a-f]|89504e470d0a1a0a|474946383[79]61|49492a00|4d4d002a|52494646[0-9a-f]{8}57454250))"
_DATA_URL = rf"(?i:data:image/(?!svg)[a-z0-9.+\-]{{2,24}}(?:;[a-z0-9=\-]{{1,40}}){{0,3}},)\s{{0,2}}(?:{BASE64}|{BASE64_URL})"
_FACE = (
    r"(?:face|facial|headshot|head[_-]shot|mugshot|mug[_-]shot|selfie|portrait|photo|patient|pt|member|foto)"
)
_STARTS = ("/9j/", "iVBOR", "R0lGOD", "Qk", "SUkqA", "TU0AK", "UklGR", "Z0eXB", "BESUNN", "AAAADGpQICAN")
_SAID = regex.compile(
    r"(?i)(?:(?<![a-z])|(?-i:(?<=[a-z])(?=[A-Z])))(?:photo(?:graph|s|grafia)?|foto(?:graf[ií]a)?|portrait|retrato|avatar|head-?shot|mug-?shot|selfie|"
    r"fac(?:e|ial)|(?:patient|profile|member|badge)[ _-]?(?:pic|picture|image|img))(?![a-z])"
)
_NO_PERSON = regex.compile(
    r"(?i)(?<![a-z])(?:logo|icon|banner|chart|diagram|screenshot|qr|barcode|sprite|background[ ]?=|signature)(?![a-z])"
)
_NOBODY = regex.compile(
    r"(?i)(?:[^\s\x00]{0,200}[/\\])?(?:default|placeholder|blank|no[-_ ]?(?:photo|image|avatar|picture)|generic|silhouette|anonymous|unknown|missing)"
    r"(?:[-_](?:user|avatar|photo|profile|image|male|female|\d{1,3}))?\.\p{L}{3,4}"
)
"""What stands in for a picture that nobody gave."""
_PICTURES = frozenset(("photo", "foto", "picture", "pic"))
"""Weak phrases under which the name of an image file is a photograph's, whoever it shows (`family_photo`)."""


def _embedded(c: Candidate) -> Verdict:
    """An embedded image: medium where the same line calls it a photograph (a JSON key, an alternative text, a class, vCard's PHOTO)."""
    line = c.before(120).rpartition("\n")[2]
    called = bool(_SAID.search(line)) and not _NO_PERSON.search(line)
    return Verdict(MEDIUM if c.labelled or called else LOW, UNJUDGED)


def _in_column(c: Candidate) -> Verdict | None:
    """The name of an image file that is the whole cell of a column called a photograph beside other words."""
    said = c.whole and c.header.strength is Strength.WEAK and c.header.phrase in _PICTURES
    return Verdict(MEDIUM, "image file") if said else None


def _named(c: Candidate) -> Verdict | None:
    return Verdict(MEDIUM, "image file") if any(x.isdigit() for x in c.value.rpartition(".")[0]) else None


def _labelled(c: Candidate) -> Verdict | None:
    value = c.value
    if regex.match(r"(?i)data:", value):
        return Verdict(MEDIUM, UNJUDGED, evidence=Evidence.LABEL)
    if regex.fullmatch(IMAGE_FILE, value):
        marks = len(value) - len(value.lstrip("[](){}"))  # Markdown's `![photo](face.png)`
        return Verdict(MEDIUM, "image file", evidence=Evidence.LABEL, shrink=(marks, 0))
    if len(value) < 40 or not mixed(value) or value.startswith("http"):
        return None
    return (
        None
        if c.header.strength is Strength.WEAK and len(value) < 200
        else Verdict(MEDIUM, UNJUDGED, evidence=Evidence.LABEL)
    )


def _no_image(cell: str, phrase: str) -> bool:
    """Words, a day, a colour, a picture of nobody under a label of photographs, or a vector icon."""
    return (
        says_nothing(cell)
        or bool(_NOBODY.fullmatch(cell))
        or bool(regex.match(r"(?i)data:image/svg|#[0-9a-f]{3,8}\Z", cell))
    )


DETECTOR = Detector(
    category=Category.PHOTOS,
    title="Full face photographic images and any comparable images",
    law="45 CFR 164.514(b)(2)(i)(Q)",
    replacement="[PHOTO]",
    patterns=(
        Pattern(
            "image in a data URL",
            rf"(?<!\w){_DATA_URL}",
            LOW,
            MEDIUM,
            judge=_embedded,
            kind=UNJUDGED,
            needs=("data:", "DATA:", "Data:"),
        ),
        Pattern(
            "base64 that begins like an image",
            rf"{BLOB_START}{_MAGIC}{BASE64}",
            LOW,
            MEDIUM,
            judge=_embedded,
            kind=UNJUDGED,
            needs=_STARTS,
        ),
        Pattern(
            "hexadecimal that begins like an image",
            rf"(?<![\w\\]){_HEX_MAGIC}{HEX}(?!\w)",
            LOW,
            MEDIUM,
            judge=_embedded,
            kind=UNJUDGED,
        ),
        Pattern(
            "vector icon",
            r"(?i)data:image/svg\+xml[a-z0-9=;\-]{0,60},[^\s\"'<>)]{1,8000}",
            LOW,
            LOW,
            kind="icon",
            needs=("svg",),
        ),
        Pattern(
            "file in a column of photographs",
            rf"(?:\A|(?<=\x00\n))\s{{0,2}}(?P<v>{IMAGE_FILE})",
            LOW,
            judge=_in_column,
            kind="image file",
            needs=(".",),
        ),
        Pattern(
            "name of a photograph's file",
            rf"(?i)(?<![\w.:%-])(?<![\w.:%-][/\\])[/\\]{{0,2}}(?:[\w.:%-]{{1,60}}[/\\]){{0,8}}(?:[a-z0-9]{{1,30}}[_-]){{0,6}}{_FACE}(?:[_-]?[a-z0-9]{{1,30}}){{0,5}}"
            r"\.(?:jpe?g|png|gif|bmp|tiff?|webp|hei[cf])(?!\w)",
            MEDIUM,
            judge=_named,
            needs=(
                ".jp",
                ".png",
                ".gif",
                ".bmp",
                ".tif",
                ".webp",
                ".hei",
                ".JP",
                ".PNG",
                ".HEI",
                ".TIF",
                ".BMP",
            ),
        ),
    ),
    labels=Labels(
        strong=phrases(
            "full face photo | full face photograph | full face image | newborn photo | visitor photo | passport photo | license photo | badge photo | "
            "photo | photograph | photo on file | patient photo | patient photograph | patient picture | member photo | id photo | photo file | "
            "photo path | photo link | photo data | photo base64 | headshot | head shot | portrait | mugshot | mug shot | booking photo | "
            "selfie | face image | face photo | facial image | facial photo | facial photograph | face picture | face scan | avatar | profile photo | profile pic | "
            "profile picture | profile image | picture of patient | patient image | wound photo | clinical photo | clinical photograph | "
            "picture | pic | foto | foto de paciente | fotografía del paciente | fotografia del paciente | imagen del paciente | foto del paciente | foto de perfil | fotografia | fotografía | retrato"
        ),
        headers=tuple(
            f"{picture} {place}"
            for picture in phrases(
                "photograph | headshot | portrait | mugshot | booking photo | selfie | face image | face photo | profile photo | profile picture | "
                "patient photo | patient picture | patient image | member photo | id photo | foto"
            )
            for place in (
                "crop",
                "thumbnail",
                "jpg",
                "jpeg",
                "b64",
                "blob",
                "snapshot",
                "url",
                "uri",
                "link",
                "path",
                "file",
                "filename",
                "file name",
            )
        )
        + phrases(
            "license photo | driver license photo | badge photo | pt photo | pat photo | photo b64 | photo blob | pat pic | pt pic | imagen facial | imagen del paciente | imagen del rostro | rostro | face crop path | video frame face | face frame | jpegphoto | thumbnail photo | photo nm | photo fn | face img | face jpg | img face"
        ),
        weak=phrases(
            "image | img | thumbnail | image url | image data | img data | image base64 | picture data | scan image | attachment data | blob"
        ),
        generic=("photo on file",),
        lone=phrases("photo | foto | picture | pic"),
        deny=phrases(
            "logo | icon | banner | badge | chart | diagram | screenshot | qr | qr code | barcode | favicon | sprite | background"
        ),
    ),
    value=Pattern(
        "image under its label",
        rf"(?:{_DATA_URL}|{IMAGE_FILE}|{BASE64}|{BASE64_URL})",
        None,
        judge=_labelled,
    ),
    accepts=_no_image,
)
