"""Biometric identifiers: templates of finger, iris, voice, face, palm and gait, recordings of speech, images of signatures.

Law: 45 CFR 164.514(b)(2)(i)(P).
Source: ANSI/NIST-ITL 1-2011 (transaction files), NIST "WSQ" (FBI IAFIS-IC-0110), ISO/IEC 19794-2, -4, -5, -6 (records `FMR`, `FIR`,
`FAC`, `IIR`), ISO/IEC 19785 and NIST SP 800-76 (CBEFF header of a PIV record).
A label alone is not enough: there must be data, a file or a number under it. "Fingerprint on file" in prose is low; the fingerprint of a key,
a certificate or a browser, a genetic fingerprint and an electronic sign-off are none. An image of a fingerprint is not looked at.
"""

from __future__ import annotations

from phiguard.detectors import _regexes as regex
from phiguard.detectors._blobs import (
    AUDIO_FILE,
    BASE64,
    BASE64_URL,
    BLOB_START,
    HEX,
    IMAGE_FILE,
    mixed,
    says_nothing,
)
from phiguard.detectors._ids import ID_TOKEN, judge_id
from phiguard.detectors._labels import Labels, Strength, phrases
from phiguard.detectors._pattern import (
    HIGH,
    LOW,
    MEDIUM,
    Candidate,
    Category,
    Confidence,
    Detector,
    Evidence,
    Pattern,
    Verdict,
)

_FINGER = phrases(
    "fingerprint template | fingerprint data | fingerprint image | fingerprint scan | fingerprint hash | fingerprint minutiae | fingerprint id | "
    "fingerprint ref | fingerprint no | fingerprint number | patient fingerprint | finger print template | finger template | fp template | "
    "fp image | fp data | minutiae | minutiae template | thumbprint | thumb print | thumbprint template | palm print | palmprint | palm template | palm scan | "
    "palm vein template | palm vein id | palm vein | vein pattern | hand geometry | left index fingerprint | right index fingerprint | "
    "right thumb fingerprint | left thumb fingerprint | newborn footprint | footprint image | huella digital | huella dactilar | huellas dactilares | "
    "plantilla dactilar | plantilla de huella | fingerprint card | fingerprint file | finger image | hand template | hand geometry template | "
    "palmprint template | palm vein pattern | fingerprint classification | ncic fpc"
)
_FINGER_HEADERS = tuple(
    f"{side} {finger} {data}"
    for side in ("right", "left")
    for finger in ("thumb", "index", "middle", "ring", "little", "hand", "palm")
    for data in ("template", "print", "minutiae")
)
"""In headers only: in prose the fingers of a side are a matter of examination, and an image of a hand is radiology's."""
_EYE = phrases(
    "plantilla de iris | iris code | iriscode | iris template | iris scan | iris image | iris data | iris id | retina scan | retinal scan | retina template | retina id"
)
_VOICE = phrases(
    "voiceprint | voice print | voiceprint template | voiceprint id | voice template | voice embedding | voice biometric | voice signature | speaker embedding | "
    "speaker template | xvector | x vector | huella de voz | huella vocal"
)
_AUDIO = phrases(
    "voice recording | audio recording | voice sample | voice memo | voicemail | voice mail | voice file | audio file | call recording | "
    "recorded interview | interview recording | interview audio | session recording | session audio | recorded call | phone recording | voice note | "
    "voice message | telehealth recording | dictation | recording | audio | nota de voz | grabación | "
    "dictation file | dictation audio | speech recording | speech sample | recording file | grabacion de voz | grabación de voz"
)
_FACES = phrases(
    "face embedding | face template | face encoding | face vector | face descriptor | facial template | facial embedding | faceprint | face print | "
    "face id template | facial geometry template | face geometry template | plantilla facial | vector facial | facial recognition template | facial recognition id | facial recognition data | face id | face geometry | facial geometry | reconocimiento facial"
)
_OTHERS = phrases(
    "ecg biometric template | eeg biometric template | gait template | gait signature | gait vector | gait embedding | ear print | keystroke profile | keystroke template | biometrics template | biometric template | "
    "biometric id | biometric identifier | biometric data | biometric hash | biometric record | biometric token | biometric enrollment id | dna profile | "
    "plantilla biometrica | plantilla biométrica | dato biometrico | dato biométrico"
)
_SIGNATURES = phrases(
    "signature image | signature img | signature data | signature blob | signature png | signature bitmap | signature base64 | signature file | "
    "digitized signature | digitised signature | electronic signature image | signature strokes | signature points | signature ink | "
    "firma digitalizada | firma manuscrita | firma escaneada | sig image | sig img | handwritten signature | patient signature | wet signature | signature on file | signature | firma | firma del paciente"
)
_KINDS = {
    phrase: kind
    for kind, group in {
        "fingerprint": _FINGER,
        "iris or retina": _EYE,
        "voiceprint": _VOICE,
        "recording of speech": _AUDIO,
        "face template": _FACES,
        "biometric template": _OTHERS,
        "signature": _SIGNATURES,
    }.items()
    for phrase in group
}
_NO_FINGER = regex.compile(
    r"(?i)(?:ssh|key|rsa|dsa|ecdsa|ed25519|cert(?:ificate)?|tls|ssl|x509|public|pgp|gpg|sha-?\d*|md5|browser|device|canvas|request|error|event|code|"
    r"commit|docker|image|file|build|genetic|dna|molecular|chemical|metabolic|mass|peptide|host|server)[\s_.'-]{0,3}\Z"
)
_STROKES = r"\[\[\d{1,5}(?:\.\d{1,4})?,[^\]\[\x00]{1,40}\](?:,[ ]?\[[\d., ]{3,60}\]){3,20000}+\]"
_VECTOR = r"-?\d{1,2}\.\d{2,18}(?:e-?\d{1,2})?(?:[,;]?\s{0,3}-?\d{1,2}\.\d{1,18}(?:e-?\d{1,2})?){7,4200}+"
_DATA_URL = rf"(?i:data:(?:image|audio|application)/[a-z0-9.+\-]{{2,40}}(?:;[a-z0-9=\-]{{1,40}}){{0,3}},)\s{{0,2}}(?:{BASE64}|{BASE64_URL})"
_TEMPLATE_FILE = (
    r"[^\s\"'<>|,;=\x00]{1,200}?\.(?i:wsq|fmr|fir|iso19794|ansi378|ist|eft|ebts|nist|cbeff|bir|isf|svg)(?!\w)"
)
_BLOB_VALUE = rf"(?:{_DATA_URL}|{_VECTOR}|{_STROKES}|{IMAGE_FILE}|{AUDIO_FILE}|{_TEMPLATE_FILE}|{BASE64}|{BASE64_URL}|{HEX})"


def _labelled(c: Candidate) -> Verdict | Confidence | None:
    kind = _KINDS.get(c.header.phrase, "biometric template")
    value = c.value
    if (
        regex.match(r"(?i)data:", value)
        or regex.fullmatch(IMAGE_FILE, value)
        or regex.fullmatch(AUDIO_FILE, value)
        or regex.fullmatch(_TEMPLATE_FILE, value)
    ):
        return Verdict(MEDIUM, kind, evidence=Evidence.LABEL)
    if kind == "recording of speech" or (
        kind == "signature"
        and c.header.phrase in ("signature", "firma", "signature on file", "patient signature")
    ):
        return (
            Verdict(MEDIUM, kind)
            if kind == "signature" and regex.match(r"iVBORw0KGgo|/9j/|R0lGOD|Qk0", value)
            else None
        )
    if regex.fullmatch(_VECTOR, value) or regex.fullmatch(_STROKES, value):
        return Verdict(HIGH, kind)
    if c.header.strength is Strength.WEAK and (
        _NO_FINGER.search(c.name.lower().partition("fingerprint")[0]) or len(value) < 24
    ):
        return None
    if len(value) >= 24:
        return Verdict(HIGH, kind) if mixed(value) else None
    return Verdict(MEDIUM, kind) if kind != "signature" and judge_id(c) else None


def _finger(c: Candidate) -> Verdict | None:
    head = c.before(80).lower().rpartition("fingerprint")[0]
    return None if _NO_FINGER.search(head) or not mixed(c.value) else Verdict(MEDIUM, "fingerprint")


def _under_fingerprint(c: Candidate) -> Verdict | None:
    """A blob or a file that is the whole cell of a column called just `fingerprint`."""
    file = regex.search(r"\.[A-Za-z][A-Za-z0-9]{1,6}\Z", c.value)
    said = c.header.strength is Strength.WEAK and c.whole and (file or mixed(c.value))
    return (
        None
        if not said or _NO_FINGER.search(c.name.lower().partition("fingerprint")[0])
        else Verdict(MEDIUM, "fingerprint")
    )


def _on_file(c: Candidate) -> Verdict | None:
    return None if _NO_FINGER.search(c.before(20)) else Verdict(LOW, "mention")


def _nothing(cell: str, phrase: str) -> bool:
    """Words or a day under a label of biometrics: no data in it (an electronic sign-off among them)."""
    return says_nothing(cell) or bool(regex.search(r"(?i)sign", cell) and " " in cell)


_RECORDS = r"(?=(?:Rk1S|RklS|RkFD|SUlS|Rk1D|VkRJ)A[CD]|/6D/[opq]|Aw0AA[A-Za-z0-9+/]{6}AGw[IU]B|MS4wMDE6)"
_HEX_RECORDS = r"(?=(?:0x|\\x)?(?i:(?:464d52|464952|464143|494952)00[23][0-9a-f]|ffa0ffa[2-8]|030d[0-9a-f]{12}001b0[25]01))"

DETECTOR = Detector(
    category=Category.BIOMETRICS,
    title="Biometric identifiers, including finger and voice prints",
    law="45 CFR 164.514(b)(2)(i)(P)",
    replacement="[BIOMETRIC]",
    patterns=(
        Pattern(
            "base64 that begins like a biometric record",
            rf"{BLOB_START}{_RECORDS}{BASE64}",
            HIGH,
            kind="biometric record",
            needs=("Rk1", "RklS", "RkFD", "SUlS", "VkRJ", "/6D/", "Aw0AA", "MS4wMDE6"),
        ),
        Pattern(
            "hexadecimal that begins like a biometric record",
            rf"(?<![\w\\]){_HEX_RECORDS}{HEX}(?!\w)",
            HIGH,
            kind="biometric record",
        ),
        Pattern(
            "NIST transaction",
            r"(?<![\d.])1\.001:\d{1,8}[\x1d\s|^]{0,3}1\.002:\d{2,4}[^\n]{0,400}",
            HIGH,
            kind="biometric record",
            needs=("1.001:",),
        ),
        Pattern(
            "audio in a data URL",
            rf"(?i:data:audio/[a-z0-9.+\-]{{2,24}}(?:;[a-z0-9=\-]{{1,40}}){{0,3}},)(?:{BASE64}|{BASE64_URL})",
            LOW,
            MEDIUM,
            kind="recording of speech",
            needs=("audio",),
        ),
        Pattern(
            "data behind “fingerprint”",
            rf"(?i:(?<![a-z])fingerprints?\b[\"' ]{{0,3}}(?:[:=]|is){{1}}\s{{0,3}}[\"'\[]{{0,2}})(?P<v>(?:{BASE64}|{BASE64_URL}|{HEX}))(?![\w:])",
            MEDIUM,
            judge=_finger,
        ),
        Pattern(
            "data in a fingerprint column",
            rf"(?:\A|(?<=\x00\n))\s{{0,2}}(?P<v>{IMAGE_FILE}|{AUDIO_FILE}|{_TEMPLATE_FILE}|{BASE64}|{BASE64_URL}|{HEX})(?![\w:])",
            LOW,
            MEDIUM,
            judge=_under_fingerprint,
        ),
        Pattern(
            "numbers of a template",
            rf"(?:\A|(?<=\x00\n))\s{{0,2}}(?P<v>\[?{_VECTOR}\]?|{_STROKES})",
            None,
            judge=lambda c: Verdict(HIGH, c.header.kind) if c.whole else None,
        ),
        Pattern(
            "name of a recording's file",
            r"(?i)(?<![\w.:%/\\-])[/\\]{0,2}(?:[\w.:%-]{1,60}[/\\]){0,8}[\w.-]{0,40}?(?<![a-z])(?:dict|dictation|voice|voicemail|vm|interview|call|speech|session|rec|recording)(?![a-z])[\w.-]{0,60}?"
            r"\.(?:wav|mp3|m4a|flac|ogg|opus|amr|aac|wma|dss|ds2)(?!\w)",
            MEDIUM,
            judge=lambda c: MEDIUM if any(map(str.isdigit, c.value.rpartition(".")[0])) else LOW,
            kind="recording of speech",
            needs=(
                ".wav",
                ".mp3",
                ".m4a",
                ".flac",
                ".ogg",
                ".opus",
                ".amr",
                ".aac",
                ".wma",
                ".ds",
                ".WAV",
                ".MP3",
                ".DS",
            ),
        ),
        Pattern(
            "mention of a biometric",
            r"(?i)(?<!\w)(?:finger|voice|palm|thumb|hand|foot)[ -]?prints?(?: (?:is|are|was|were|been|now))?(?: (?:on file|taken|enrolled|captured|registered|collected|scanned|stored))"
            r"|(?<!\w)(?:iris|retinal?|palm vein|facial) (?:scan|recognition)(?: (?:is|was))? (?:on file|enrolled|captured|registered|stored)",
            LOW,
            judge=_on_file,
        ),
    ),
    labels=Labels(
        strong=tuple(_KINDS),
        headers=_FINGER_HEADERS
        + phrases(
            "voz paciente | voz del paciente | audio paciente | thumb hash | thumb template | thumb b64 | finger hash | finger b64 | esign strokes | sig points | sig strokes | stroke data | signature vector | fp tmpl | fp tmplt | fp b64 | fngrprnt | finger tmpl | iris cd | iris b64 | iris hash | face vec | face emb | voice vec | voice tmpl | bio tmpl | biom id | sig png | sig b64 | pt sig img | face encodings"
        ),
        weak=phrases(
            "fingerprint | fingerprints | finger print | footprint | footprints | embedding | minutia | biometric | voice | gait | iris | retina | "
            "digital signature | xml signature | signature value | code signature"
        ),
        deny=phrases(
            "key | ssh | certificate | cert | commit | checksum | sha256 | sha1 | md5 | digest | hash | jwt | token | password | digital signature | xml signature | signature value | code signature | signature algorithm"
        ),
        generic=("signature on file", "recording", "audio", "dictation"),
        kinds=_KINDS | dict.fromkeys(_FINGER_HEADERS, "fingerprint"),
    ),
    value=Pattern("biometric under its label", rf"(?:{_BLOB_VALUE}|{ID_TOKEN})", None, judge=_labelled),
    accepts=_nothing,
)
