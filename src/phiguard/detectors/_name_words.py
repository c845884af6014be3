"""The small closed lists of `names`: titles, credentials, kin, labels, cues, and what shows that a capitalised word is no person.

Words are upper case where they are compared with tokens, lower case where a regex is built from them.
"""

from __future__ import annotations

from phiguard.detectors._labels import phrases


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = (
    r"(?:Mr|Mister|Master|Mrs|Ms|Miss|Mx|Mstr|Dr|Drs|Doctor|Doctora|Prof|Professor|Sra|Srta|Don|Doña|Dra|Rev|Reverend|Fr|Pastor|Rabbi|Imam|"
    r"Sgt|Capt|Maj|Lt|Cpl|Pvt|Officer|Detective|Nurse|Hon|Señor|Señora|Madam|Mme|Monsieur)"
)
TITLES_CAPS = r"(?:MR|MRS|MS|MISS|MX|DR|DOCTOR|PROF|SRA|SRTA|DRA|REV|SGT|CAPT|OFFICER|NURSE)"
TITLES_LOWER = r"(?:mr|mister|mrs|ms|miss|mx|dr|prof|sra)"
TITLE_WORDS = _set("MR MRS MS MISS MX DR DRS PROF SRA SRTA DRA REV SGT CAPT OFFICER NURSE MISTER")
CLINICAL_TITLES = _set("DR DRS DOCTOR DOCTORA DRA NURSE PROF PROFESSOR")

CREDENTIALS = (
    r"(?:M\.?D|D\.O|DO|M\.?B\.?B\.?S|MBChB|D\.?D\.?S|D\.?M\.?D|D\.?P\.?M|D\.?C|O\.?D|Ph\.?D|Psy\.?D|Pharm\.?D|PHARMD|RPh|R\.?N|RN-BC|L\.?P\.?N|L\.?V\.?N|"
    r"A\.?P\.?R\.?N|ARNP|N\.?P|F\.?N\.?P|FNP-C|FNP-BC|AGNP|ACNP|PNP|PMHNP|D\.?N\.?P|B\.?S\.?N|M\.?S\.?N|CRNA|CNM|PA-C|P\.A\.-C|P\.A|PA|CNA|CMA|RMA|"
    r"L\.?C\.?S\.?W|LMSW|M\.?S\.?W|LPC|LMFT|LMHC|PT|DPT|OTR|OTR/L|COTA|SLP|CCC-SLP|RT|RRT|RD|RDN|EMT|EMT-P|EMT-B|MPH|MHA|FACS|FACC|FACP|FAAP|CST|RDMS|Esq)"
)
"""What stands behind a clinician's name. Two-letter ones that are also a State (MD, PA) need a name in the lists."""
STATE_CREDENTIALS = _set("MD PA DC PT RT OD DO MA")
CREDENTIAL_WORDS = _set(
    "MD DO MBBS MBCHB DDS DMD DPM DC OD PHD PSYD PHARMD RPH RN LPN LVN APRN ARNP NP FNP AGNP ACNP PNP PMHNP DNP BSN MSN CRNA CNM PA PAC CNA CMA RMA LCSW "
    "LMSW MSW LPC LMFT LMHC PT DPT OT OTR COTA SLP RT RRT RD RDN EMT MPH MHA MBA FACS FACC FACP FAAP ESQ MA"
)

SUFFIXES = _set("JR SR II III IV")
PARTICLES = _set(
    "VAN VON DER DEN DE DEL DELLA DI DA DO DOS DAS DU LA LE LAS LOS TEN TER BIN IBN AL EL Y E VDA NÉE NEE ST SAN"
)

KIN = (
    r"(?:(?:step|grand|great[- ]?grand|half[- ]?|foster |adoptive |ex-?|late |older |younger |eldest |twin |biological |birth |maternal |paternal )?"
    r"(?:mother|father|mom|mum|dad|wife|husband|spouse|son|daughter|sister|brother|sibling|child|children|kids|grandchildren|twins|aunt|uncle|cousin|niece|nephew|partner|fianc[eé]e?|girlfriend|"
    r"boyfriend|guardian|caregiver|caretaker|roommate|neighbou?r|friend|parent|esposa|esposo|madre|padre|hij[oa]|herman[oa]|abuel[oa])(?:[- ]in[- ]law)?s?)"
)
PERSON_NOUNS = (
    r"(?:patients?|pts?|client|man|woman|male|female|boy|girl|gentleman|lady|baby|infant|newborn|subject|paciente|named|called|survivor|resident|employee|inmate|"
    r"student|veteran|(?:my|his|her|full|legal|maiden|real|patient's|whose) name is|nurse|surgeon|physician|attending|doctor|therapist|social worker|case manager|"
    r"interpreter|pharmacist|rn|lpn|lvn|cna|crna|pcp|np|circulator|circ|scrub|anes|asst|aide|sitter|charge nurse|team leader|leader|recorder|doula|paramedic|deputy|resident physician|hospitalist|midwife|anesthesiologist|cardiologist|neurologist|oncologist|psychiatrist|radiologist)"
)

_KIN_LABELS = (
    "mother | father | spouse | wife | husband | son | daughter | sister | brother | parent | parents | guardian | legal guardian | caregiver | mother's name | "
    "father's name | mother name | father name | spouse name | spouse's name | parent name | guardian name | husband's name | wife's name | mothers name | fathers name | "
    "mother's maiden name | mother maiden name | madre | padre | esposo | esposa | tutor | contacto de emergencia | guarantor | guarantor name | "
    "children | siblings | sons | daughters | kids | brothers | sisters | grandchildren | household members | parents' names | lives with | emergency contact | emergency contact name | emergency contacts | next of kin | next of kin name | nok | nok name | health care proxy | healthcare proxy | "
    "power of attorney | poa | hcpoa | dpoa | responsible party | responsible person | informant | accompanied by"
)
_PATIENT_LABELS = (
    "patient | patient name | patient's name | patients name | name of patient | patient full name | patient legal name | pt | pt name | pt's name | name | full name | "
    "legal name | first name | last name | middle name | maiden name | surname | given name | given names | family name | preferred name | former name | birth name | "
    "alias | aka | a.k.a. | fka | previous name | nickname | client | client name | member | member name | subscriber | subscriber name | insured | insured name | insured's name | policy holder | "
    "policyholder | policy holder name | beneficiary | beneficiary name | resident name | subject name | donor name | recipient name | decedent | infant | baby | "
    "baby name | infant name | newborn | nombre | nombre del paciente | nombre completo | nombre y apellidos | nombres | paciente | apellido | apellidos | primer apellido | "
    "segundo apellido | apellido paterno | apellido materno | last, first | last, first, mi | last name, first name | last first | last, first mi | patient (last, first) | cónyuge | conyuge | hijo | hija | hermano | hermana | abuela | abuelo | nombre(s) | nom | prénom | vorname | nachname | nome | nome do paciente | nome completo | nom du patient | nom complet | imię i nazwisko | nazwisko | tên bệnh nhân | họ tên | họ và tên | non pasyan | pangalan | имя | фамилия | отчество | фио | ф.и.о. | пациент | имя пациента | фамилия пациента | фио пациента | 病人姓名 | 病人 | 患者氏名 | お名前 | 환자명 | 환자 | 환자 성명 | اسم المريض | اسم المريضة | المريض | الاسم الكامل | שם המטופל | שם מלא | 姓名 | 患者 | 患者姓名 | 氏名 | 名前 | الاسم | שם | 이름 | 성명"
)
_CLINICIAN_LABELS = (
    "attending | attending physician | attending md | attending provider | attending surgeon | attg | provider | provider name | physician | physician name | doctor | "
    "doctor's name | surgeon | surgeons | primary surgeon | operating surgeon | assistant surgeon | first assistant | surgical assistant | anesthesiologist | anesthesia provider | crna | pcp | "
    "primary care physician | primary care provider | primary physician | family physician | family doctor | referring physician | referring provider | referring md | referring | "
    "ordering physician | ordering provider | ordering md | ordered by | admitting physician | admitting md | admitting provider | rendering provider | prescriber | prescribed by | "
    "prescribing physician | consultant | consulting physician | radiologist | pathologist | cardiologist | neurologist | oncologist | hospitalist | intensivist | psychiatrist | "
    "resident | resident physician | fellow | nurse | rn | primary nurse | circulating nurse | scrub nurse | scrub tech | therapist | interpreter | scribe | technician | technologist | "
    "case manager | social worker | author | dictated by | dictating physician | dictator | transcribed by | transcriptionist | signed by | signed | electronically signed by | "
    "electronically signed | e-signed by | esigned by | digitally signed by | authenticated by | reviewed by | verified by | performed by | seen by | read by | interpreted by | entered by | "
    "compiled by | held by | owned by | registered to | led by | directed by | overseen by | complainant | reporter | trainer | lead trainer | facilitator | lead instructor | coach | moderator | organizer | presenter | reviewer | evaluator | assessor | examiner | inspector | investigator | principal investigator | defendant | plaintiff | petitioner | respondent | attendee | trainee | mentor | mentee | tutor | attorney | translator | recordee | volunteer | passenger | tenant | landlord | lessee | trustee | executor | payee | dispatcher | responder | victim | employee | employee name | individual | instructor | teacher | manager | supervisor | authored by | written by | recorded by | documented by | prepared by | reported by | collected by | administered by | dispensed by | approved by | cosigned by | co-signed by | attested by | examined by | evaluated by | "
    "referred by | staffed with | signature | signing provider | supervising physician | cc | cc to | copies to | attn | attention | médico | medico | doctora | witness | firmado por | firmada por | nota firmada por | firma | nombre y firma | elaborado por | elaboró | revisado por | atendido por | valoró | médico tratante | medico tratante | médico responsable | enfermera | enfermero | acompañante | familiar responsable | responsable | cirujano | cirujana | anestesiólogo | anestesióloga | ayudante | instrumentista | circulante | cna | lpn | lvn | pca | sitter | assigned rn | assigned cna | assigned nurse | team leader | code leader | recorder | witnessed by | consented by | d | sig | anes | anesth | asst | asst surgeon | assist | assistant | surg | circ | circulator | circ rn | circulating rn | scrub rn | charge nurse | charge rn | perfusionist | preceptor | relieved by | relief rn | transporter | phlebotomist | pharmacist | rph | first assist | printed name | print name"
)
_POSTS = " | ".join(
    f"{who} {post}"
    for who in phrases(
        "implanting | performing | operating | reading | interpreting | treating | rounding | covering | on call | following | responsible | staff | supervising | requesting | consulting | "
        "dictating | delivering | discharging | certifying | ref | ord | adm | att | attg | primary | prim | prescribing | authorizing | relief | circulating | signing"
    )
    for post in phrases(
        "md | physician | phys | provider | prov | surgeon | doctor | dr | rn | nurse | clinician | practitioner | pharmacist | therapist"
    )
)
"""Posts of the hospital, each in front of a colon."""
LABELS = tuple(
    p for p in phrases(f"{_PATIENT_LABELS} | {_KIN_LABELS} | {_CLINICIAN_LABELS} | {_POSTS}") if len(p) > 1
)
"""In front of a colon: the value is a name unless it is plainly something else."""
SOFT_LABELS = phrases(
    "contact | contact name | contact person | from | to | re | regarding | last | first | subject | user | owner | sender | recipient | donor | staff | requested by | created by | modified by | updated by | caller | spoke with | with | anesthesia | scrub | observer | observers | vendor rep | rep | relief | student | callback | requestor | notified | present | present at bedside | visitor | visitors | contact 1 | contact 2 | fr | frm | handoff | hand off | handoff to | handoff from | report given to | report from | relieved | lunch relief | break | psych | psychiatry | cardiology | cards | neurology | "
    "nephrology | renal | pulmonology | pulm | oncology | hem onc | urology | orthopedics | ortho | surgery | general surgery | vascular | trauma | palliative | hospice | obgyn | slp | social work | case management | pharmacy | infectious disease"
)
"""In front of a colon: the value is a name only where the lists agree."""

CUES = (
    r"(?:(?!affected|caused|infected)\p{Ll}{2,14}(?:ed|en|ad|wn|ld|et|de)(?: in clinic| today| previously)? by|"
    r"(?:spoke|spoken|speak|speaking|talk(?:ed)?|met|meet|discuss(?:ed)?|disc|confer(?:red)?|consult(?:ed)?|review(?:ed)?|counsell?ed|visit(?:ed)?|lives|living|resides|married|divorced|engaged|"
    r"staffed|follow(?:ed)?[- ]?up|appointment|collaborate|session|seen|evaluated|brought)(?: (?:today|again|directly|briefly|at length|on the phone|by phone|via phone))? (?:with|to|from|by|w/)|d/w|s/w|per|(?:sx|surgery|procedure|anesthesia|intubation|consult|exam|referral|note|report|placement|repair|delivery|(?:firmad|elaborad|atendid|acompañad|valorad|referid|realizad|revisad|evaluad|operad|traíd)[oa]) (?:by|por)|"
    r"(?:informed|notified|contacted|telephoned|asked|told|reminded|paged|texted|e-?mailed|thanked|interviewed|updated|called|reach|contact|call|ask|tell|notify|inform|cc|attn|c/o|pls call|a\.?k\.?a\.?|née|nee|fka|f/k/a|maiden name(?: is| was)?|formerly known as|goes by|nicknamed|"
    r"sincerely|regards|respectfully|thank you|thanks),?|"
    r"prefers (?:to be called|the name)|likes to be called|preferred name(?: is)?|answers to|also known as|known as|my name is|i am|i'm|this is|refer(?:red)? to|on behalf of|messaged?|signature of|care of|according to|(?:message|call|calls|fax|e-?mail|letter|request|voicemail|vm|page|text|note|referral|consult|phone call) from|(?:lm|lvm|message|vm|voicemail|letter|call) (?:for|to)|(?:infant|baby|child|mother|father|son|daughter|wife|husband|parents?|guardian|family|estate|widow|spouse|mom|dad) of|handoff (?:to|from)|report (?:to|from)|registered to|belongs to|addressed to|assigned to)"
)
NEAR = r"(?:with|by|to|for|and|tell|let|that)"
"""Words in front of a very common given name that make it a person's."""
GREETINGS = r"(?:dear|hi|hello|hey|hola|estimad[oa]|(?:good )?(?:morning|afternoon|evening)|good day|thank you|thanks|welcome|buenos días)"
AFTER_VERBS = _set(
    "was is has had presents presented presenting reports reported denies denied states stated complains complained tolerated says said lives lived went came comes returns "
    "returned underwent called calls continues continued agreed agrees understood verbalized verbalised remains remained appears appeared woke felt feels noted told asked "
    "developed received takes took works worked weighs wants wanted needs declined refused consented arrived left signed suffered admits admitted endorses endorsed describes described "
    "ambulated ate slept moved recovered who whose tells needed smokes smoked drinks experienced gets got does did will would"
).union(("'s",))
SPOKEN = _set(
    "denies denied endorses endorsed reports reported states stated complains complained c/o verbalizes verbalized refuses refused voided ambulated admits declines consented "
    "refiere niega acude"
)
"""What only a person does in a note: enough to make a person of any capitalised word that is nothing else."""
FAMILY = _set(
    "mother father mom dad wife husband son daughter sister brother parents spouse partner grandmother grandfather grandson granddaughter aunt uncle niece nephew caregiver"
)
"""Whom only a person has."""
OWNED = _set(
    "mother father mom dad wife husband son daughter sister brother family parents parent partner chart labs results room appointment care medications meds symptoms blood case pain "
    "condition history surgery vitals doctor nurse pcp caregiver guardian phone number address account insurance record records birthday home house school teacher employer job oncologist diagnosis"
)

ORG_TAILS = _set(
    "HOSPITAL HOSPITALS CLINIC CLINICS MEDICAL CENTER CENTRE UNIVERSITY COLLEGE SCHOOL INSTITUTE FOUNDATION LABORATORY LABORATORIES LABS LAB PHARMACY PHARMACEUTICALS PHARMA HEALTH "
    "HEALTHCARE HOUSE HALL PARK STREET ST AVENUE AVE ROAD RD DRIVE LANE LN BOULEVARD BLVD WAY COURT CT PLACE PL CIRCLE PLAZA SQUARE TERRACE TRAIL PARKWAY HIGHWAY HWY COUNTY CITY TOWN "
    "TOWNSHIP VILLAGE PARISH BOROUGH LAKE RIVER VALLEY BEACH ISLAND ISLANDS MOUNTAIN MOUNTAINS CREEK HILLS HEIGHTS SPRINGS BAY HARBOR BRIDGE AIRPORT STATION BASE CAMP FORT INC LLC LTD CORP CORPORATION "
    "COMPANY CO GROUP ASSOCIATES PARTNERS BROTHERS BROS SONS FUND TRUST BANK INSURANCE CHURCH TEMPLE CATHEDRAL PARISH MEMORIAL COMMUNITY REGIONAL GENERAL CHILDREN REHABILITATION NURSING MANOR LIBRARY MUSEUM "
    "THEATRE THEATER STADIUM AWARD AWARDS PRIZE ACT LAW LIST GENERATION JOURNAL PRESS TIMES NEWS MAGAZINE RECORDS BAND FC UNITED COLLECTION PROJECT PROGRAM SOCIETY ASSOCIATION DEPARTMENT MINISTRY "
    "UNIT WARD FLOOR WING BUILDING TOWER TOWERS SUITE APARTMENTS CROSS SHIELD HOTEL RESORT STORE MARKET CAFE RESTAURANT INN DAY EVE NATIONAL RESEARCH PUBLIC STATE FEDERAL INTERNATIONAL CANCER CORRECTIONAL ELEMENTARY MIDDLE HIGH"
)
EPONYM_TAILS = _set(
    "TERM TEAR TEARS PUPIL PUPILS BLOOD PUS LACE WEED WORT EYES DISEASE DISEASES SYNDROME SYNDROMES SIGN SIGNS TEST TESTS TESTING SCORE SCALE INDEX CRITERIA CLASSIFICATION CLASS GRADE STAGE STAGING CATHETER CATHETERS DRAIN DRAINS CLAMP CLAMPS FORCEPS RETRACTOR "
    "RETRACTORS SCISSORS TUBE TUBES NEEDLE NEEDLES PIN PINS ROD RODS WIRE WIRES BLADE PORT LINE PUMP BAG MASK VALVE STENT GRAFT FILTER SHUNT SPLINT BRACE COLLAR FRAME BED LIFT WALKER MONITOR PROCEDURE "
    "OPERATION TECHNIQUE MANEUVER MANOEUVRE METHOD REPAIR INCISION APPROACH POSITION FRACTURE FRACTURES FISTULA HERNIA CYST CYSTS LESION TUMOR TUMOUR TUMORS SARCOMA LYMPHOMA CARCINOMA CANCER ANEMIA "
    "ANAEMIA PALSY PARALYSIS APHASIA CHOREA ATAXIA DYSTROPHY NEUROPATHY THYROIDITIS ARTHRITIS GANGRENE CONTRACTURE PHENOMENON EFFECT REFLEX RESPONSE LAW TRIAD ULCER ULCERS NODE NODES NODULES BODIES BODY "
    "CELL CELLS GLAND GLANDS DUCT CANAL LIGAMENT FASCIA AREA POUCH SPACE ANGLE POINT TRIANGLE LOOP BUNDLE FIBERS STAIN STAINING AGAR SOLUTION REAGENT ANTIGEN VIRUS DIPLOPIA FORMULA EQUATION PROTOCOL REGIMEN "
    "INVENTORY QUESTIONNAIRE SCALES ESOPHAGUS OESOPHAGUS HEPATITIS PURPURA CELLULITIS NEURALGIA MALFORMATION DEFORMITY ANOMALY TYPE VARIANT MUTATION GENE PROTEIN FEVER PROSTHESIS PROSTHETIC SCREW SCREWS PLATE "
    "NAIL CAST BANDAGE DRESSING BOOT COIL BALLOON SPECULUM HOOK PILLOW HUGGER KIT DEVICE FLAP SUTURE SUTURES KNOT STITCH LESIONS BREATHING RESPIRATIONS RESPIRATION FACIES PUPIL PUPILS LEVEL STRAIN STRUCTURE NEVUS SEQUENCE MYOPATHY DYSPLASIA EPILEPSY ENCEPHALOPATHY NEPHROPATHY CARDIOMYOPATHY RETINOPATHY "
    "ATROPHY AMYOTROPHY MACROGLOBULINEMIA GRANULOMA LEUKEMIA MELANOMA PROLAPSE TYROSINE KINASE"
)

NOT_NAMES = _set(
    # function words
    "PROBAND CLAIMANT DECEDENT CIRC ASST ANES ANESTH SURG ATTG APGAR APGARS ACCT ADDR APPT ENCTR CNTCT UM UHM HM HMM UH AH OH MM EH HUH WOW AW YEAH YEP YUP NOPE OKAY OKEY OK BYE GOODBYE MAAM MISTER MSTR MASTER LADY MADAME HI HELLO HEY THANKS SORRY PLEASE "
    "THE A AN AND OR BUT IF OF TO IN ON AT BY FOR FROM WITH AS IS WAS ARE WERE BE BEEN HE SHE HIS HER HIM HERS IT ITS WE OUR YOU YOUR MY ME THEY THEIR THEM THIS THAT THESE THOSE NO NOT YES SO DO DOES "
    "DID HAS HAVE HAD CAN NOW THEN THAN WHO WHOM WHAT WHEN WHERE WHY HOW ALL ANY EACH BOTH SOME NONE ALSO DUE OUT OFF UP DOWN OVER UNDER UPON PER VIA VS SAID SEE SEEN GO ONE TWO THREE FOUR FIVE SIX "
    "SEVEN EIGHT NINE TEN FIRST SECOND THIRD LAST NEXT LEFT RIGHT NEW OLD BACK HEAD NECK CHEST HAND FOOT KNEE HIP SKIN HEART LIVER LUNG BRAIN EYE EYES EAR "
    # what Spanish notes say of persons
    "PACIENTE PACIENTES MÉDICO MEDICO ENFERMERA ENFERMERO REFIERE NIEGA ACUDE PRESENTA INGRESA CONSULTA ALERTA ORIENTADO ORIENTADA CONSCIENTE ESTABLE COOPERADOR DOLOR FIEBRE TOS FUMADOR FUMADORA SANO SANA VIVO VIVA FALLECIDO FALLECIDA "
    "DIABETES HIPERTENSO HIPERTENSA HIPERTENSIÓN MASCULINO FEMENINO FEMENINA HOMBRE MUJER ADULTO NIÑO NIÑA EDAD FECHA MOTIVO DIAGNÓSTICO TRATAMIENTO MEDICAMENTO NINGUNO NINGUNA DESCONOCIDO "
    "APELLIDO APELLIDOS DOMICILIO PAIS SEXO SERVICIO INGRESO EPISODIO LOCALIDAD PROVINCIA MUNICIPIO TELEFONO CORREO ANTECEDENTES EVOLUCION EXPLORACION JUICIO ANAMNESIS NACIMIENTO REMITENTE REMITIDO TUTOR ESPECIALIDAD COLEGIADO HISTORIA CLINICA "
    "NHC NASS CIP DNI NIE DESTINO DURANTE ANTE ADEMAS TRAS ACTUALMENTE POSTERIORMENTE SOBRENOME NASCIMENTO MORADA PRENOM ADRESSE GEBURTSDATUM WOHNORT COGNOME INDIRIZZO "
    # about persons, not of them
    "DECEASED ALIVE LIVING HEALTHY UNKNOWN UNK SAME SELF MALE FEMALE MAN WOMAN BOY GIRL ADULT CHILD BABY TWIN PATIENT PATIENTS CLIENT MOTHER FATHER MOM DAD WIFE HUSBAND SON DAUGHTER BROTHER SISTER SPOUSE "
    "PARENT NURSE DOCTOR PHYSICIAN PROVIDER SURGEON RESIDENT STAFF PHARMACIST DEAR SIR MADAM SINCERELY REGARDS NAME NAMES NOMBRE HOSPITALIST INTENSIVIST NOCTURNIST PROCEDURALIST WHITE-MALE CAUCASIAN HISPANIC LATINO LATINA ASIAN AFRICAN BLACK NATIVE SINGLE "
    "MARRIED DIVORCED WIDOWED WIDOW MR MRS MS MISS DR MX STATUS DATE TIME AGE SEX DOB MRN SSN PCP DX HX TX RX PT ID NO NUM ADDRESS PHONE CELL FAX EMAIL CONTACT REASON NOTE NOTES REPORT SUMMARY HISTORY "
    "PRESENT ILLNESS EXAM PLAN ASSESSMENT IMPRESSION HOSPITAL COURSE CHIEF COMPLAINT DIAGNOSIS PROCEDURE MEDICATION MEDICATIONS ALLERGY ALLERGIES FAMILY SOCIAL REVIEW SYSTEMS VITALS VITAL SIGNS LABS "
    "APT PO BOX STE SUITE AVE BLVD LN RD PKWY HWY BLDG "
    "FACILITY CLINIC UNIT ROOM DEPARTMENT SERVICE SURGERY EMERGENCY GENERAL INTERNAL MEDICINE CARE PRIMARY INPATIENT OUTPATIENT SEX GENDER RACE RELIGION LANGUAGE "
)
"""Never part of a name in running text, even if a few people bear it."""
NOT_ALONE = _set(
    # calendar (April, May, June, August are told apart by the sentence)
    "JANUARY FEBRUARY MARCH JULY SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY MON TUE TUES WED THU THUR THURS FRI SAT "
    "CHRISTMAS EASTER THANKSGIVING HALLOWEEN RAMADAN PASSOVER "
    # peoples, languages, faiths
    "AMERICAN AMERICANS EUROPEAN ENGLISH SPANISH FRENCH GERMAN ITALIAN PORTUGUESE RUSSIAN CHINESE JAPANESE KOREAN VIETNAMESE INDIAN ARABIC MEXICAN CANADIAN BRITISH IRISH SCOTTISH DUTCH GREEK POLISH TURKISH "
    "SWEDISH JEWISH MUSLIM CATHOLIC PROTESTANT BAPTIST METHODIST MORMON HINDU BUDDHIST ISLAMIC AUSTRALIAN NORWEGIAN FINNISH DANISH HUNGARIAN CZECH ROMANIAN UKRAINIAN SOVIET ROMAN LATIN MEDITERRANEAN TAGALOG MANDARIN CANTONESE CREOLE "
    # countries, States, continents
    "AMERICA USA US UK EUROPE AFRICA ASIA MEXICO CANADA ENGLAND SCOTLAND WALES BRITAIN FRANCE GERMANY ITALY SPAIN PORTUGAL RUSSIA CHINA JAPAN KOREA VIETNAM INDIA PAKISTAN IRAN IRAQ IRELAND GREECE POLAND "
    "TURKEY SWEDEN NORWAY DENMARK FINLAND HOLLAND NETHERLANDS BELGIUM AUSTRIA SWITZERLAND HUNGARY ROMANIA UKRAINE EGYPT MOROCCO ALGERIA KENYA NIGERIA GHANA ETHIOPIA BRAZIL ARGENTINA CHILE PERU COLOMBIA VENEZUELA ECUADOR "
    "BOLIVIA CUBA HAITI JAMAICA PANAMA HONDURAS GUATEMALA AUSTRALIA ZEALAND THAILAND INDONESIA MALAYSIA SINGAPORE PHILIPPINES TAIWAN NEPAL LEBANON SYRIA ISRAEL ALABAMA ALASKA ARIZONA ARKANSAS CALIFORNIA COLORADO CONNECTICUT "
    "DELAWARE FLORIDA HAWAII IDAHO ILLINOIS INDIANA IOWA KANSAS KENTUCKY LOUISIANA MAINE MARYLAND MASSACHUSETTS MICHIGAN MINNESOTA MISSISSIPPI MISSOURI MONTANA NEBRASKA NEVADA HAMPSHIRE JERSEY YORK OHIO OKLAHOMA OREGON "
    "PENNSYLVANIA TENNESSEE TEXAS UTAH VERMONT WISCONSIN WYOMING PUERTO RICO "
    # brands, payers, systems, bacteria and drugs that the lists take for names
    "BARD AETNA CIGNA HUMANA KAISER PERMANENTE ANTHEM MEDICARE MEDICAID TRICARE BLUECROSS MEDTRONIC STRYKER BAXTER ABBOTT PFIZER MERCK ROCHE SIEMENS PHILIPS MICROSOFT GOOGLE APPLE TOYOTA HONDA "
    "WALGREENS CVS WALMART COSTCO EPIC CERNER MEDITECH ALLEGRA LYRICA ARMOUR TOBI KADIAN ZOMETA URSO CALAN RENOVA VICKS AFRIN BONINE CAMILA ALORA ALLI CELEXA XANAX VALIUM ATIVAN YAZ JARDIANCE NORCO LORTAB ENTERIC "
    "TYLENOL MOTRIN ADVIL ALEVE LASIX ZOSYN ZOFRAN REGLAN COLACE MIRALAX DULCOLAX PROTONIX PEPCID PRILOSEC NEXIUM LIPITOR CRESTOR ZOCOR PLAVIX ELIQUIS XARELTO COUMADIN LOVENOX LOPRESSOR TOPROL COREG NORVASC DIOVAN COZAAR "
    "SYNTHROID GLUCOPHAGE LANTUS HUMALOG NOVOLOG LEVEMIR OZEMPIC TRULICITY JANUVIA FARXIGA NEURONTIN KEPPRA DILANTIN DEPAKOTE TEGRETOL LAMICTAL TOPAMAX PROZAC ZOLOFT LEXAPRO PAXIL EFFEXOR CYMBALTA WELLBUTRIN TRAZODONE "
    "SEROQUEL ZYPREXA RISPERDAL HALDOL ABILIFY GEODON KLONOPIN VERSED FENTANYL DILAUDID PERCOCET VICODIN OXYCONTIN TORADOL ULTRAM ROCEPHIN ANCEF KEFLEX AUGMENTIN LEVAQUIN CIPRO FLAGYL BACTRIM ZITHROMAX MACROBID DECADRON "
    "ALBUTEROL VENTOLIN ATROVENT ADVAIR SYMBICORT SPIRIVA SINGULAIR FLONASE CLARITIN ZYRTEC BENADRYL NARCAN SUBOXONE PROPOFOL KETAMINE GABAPENTIN AMIODARONE DIGOXIN ENSURE GLUCERNA PEDIALYTE ORTHO NEURO PREOP POSTOP STAT EXTUBATED INTUBATED RALES RHONCHI "
    "CANDIDA CLOSTRIDIUM NEISSERIA SALMONELLA SHIGELLA LISTERIA KLEBSIELLA SERRATIA PROTEUS BORRELIA BRUCELLA CHLAMYDIA ESCHERICHIA INFLUENZA CORONA COVID ZIKA EBOLA "
    "HUMIRA ENBREL REMICADE INFLECTRA STELARA COSENTYX TALTZ SKYRIZI TREMFYA DUPIXENT XOLAIR NUCALA FASENRA TEZSPIRE OCREVUS TYSABRI KESIMPTA COPAXONE AVONEX REBIF BETASERON GILENYA TECFIDERA KEYTRUDA OPDIVO TECENTRIQ IMFINZI HERCEPTIN "
    "AVASTIN RITUXAN NEULASTA NEUPOGEN PROCRIT ARANESP EPOGEN RETACRIT PROLIA XGEVA EVENITY FORTEO TYMLOS RECLAST BONIVA FOSAMAX ENTYVIO CIMZIA SIMPONI ORENCIA ACTEMRA KEVZARA RINVOQ XELJANZ OLUMIANT OTEZLA PLAQUENIL ARAVA BENLYSTA "
    "LUPRON ZOLADEX ELIGARD XTANDI ZYTIGA IBRANCE VERZENIO KISQALI TAGRISSO LYNPARZA REVLIMID POMALYST VELCADE DARZALEX IMBRUVICA GLEEVEC SPRYCEL TASIGNA WEGOVY MOUNJARO ZEPBOUND SAXENDA VICTOZA BYETTA BYDUREON RYBELSUS INVOKANA "
    "STEGLATRO TRADJENTA ONGLYZA TOUJEO TRESIBA BASAGLAR ADMELOG FIASP NOVOLIN HUMULIN AFREZZA ENTRESTO REPATHA PRALUENT LEQVIO VASCEPA ZETIA BRILINTA EFFIENT SAVAYSA PRADAXA BEVYXXA LINZESS AMITIZA TRULANCE XIFAXAN DIFICID VIBERZI "
    "BOTOX DYSPORT XEOMIN JUVEDERM RESTYLANE SYNVISC EUFLEXXA HYALGAN ORTHOVISC MIRENA KYLEENA LILETTA PARAGARD NEXPLANON NUVARING DEPO IMPLANON SHINGRIX ZOSTAVAX PREVNAR PNEUMOVAX GARDASIL FLUZONE FLULAVAL AFLURIA FLUBLOK TDAP BOOSTRIX "
    "ADACEL MENACTRA BEXSERO TRUMENBA HAVRIX TWINRIX ENGERIX HEPLISAV ROTATEQ ROTARIX PEDIARIX VAXELIS PENTACEL MODERNA NOVAVAX COMIRNATY SPIKEVAX PAXLOVID VEKLURY LAGEVRIO TAMIFLU XOFLUZA BIKTARVY GENVOYA DESCOVY TRUVADA TIVICAY "
    "HARVONI EPCLUSA MAVYRET VIVITROL SUBLOCADE BRIXADI INVEGA SUSTENNA ARISTADA REXULTI VRAYLAR LATUDA CAPLYTA SPRAVATO ADDERALL VYVANSE CONCERTA STRATTERA INTUNIV AIMOVIG AJOVY EMGALITY NURTEC UBRELVY QULIPTA BREZTRI TRELEGY ANORO BREO "
    "DARVOCET MAVIK MYLANTA CYLERT ARICEPT NAMENDA EXELON VASELINE MAALOX TUMS GAVISCON IMODIUM PEPTO KAOPECTATE METAMUCIL CITRUCEL SENOKOT DRAMAMINE ANTIVERT PHENERGAN COMPAZINE TIGAN ROBITUSSIN MUCINEX SUDAFED DIMETAPP TUSSIONEX TESSALON "
    "RITALIN PROVIGIL NUVIGIL AMBIEN LUNESTA SONATA RESTORIL HALCION BUSPAR VISTARIL ATARAX REMERON DESYREL PAMELOR ELAVIL TOFRANIL SINEQUAN NARDIL PARNATE LITHOBID CLOZARIL MELLARIL THORAZINE STELAZINE PROLIXIN NAVANE COGENTIN ARTANE SINEMET MIRAPEX REQUIP "
    "COMTAN AZILECT ZARONTIN MYSOLINE GABITRIL ZONEGRAN TRILEPTAL VIMPAT BANZEL SABRIL FYCOMPA BRIVIACT LANOXIN CORDARONE MULTAQ TIKOSYN BETAPACE RYTHMOL TAMBOCOR CARDIZEM PROCARDIA ADALAT PLENDIL CATAPRES HYTRIN CARDURA MINIPRESS APRESOLINE VASOTEC PRINIVIL "
    "ZESTRIL ALTACE ACCUPRIL LOTENSIN CAPOTEN MONOPRIL AVAPRO ATACAND BENICAR MICARDIS TENORMIN INDERAL BYSTOLIC DEMADEX BUMEX ALDACTONE DYAZIDE MAXZIDE ZAROXOLYN PRAVACHOL MEVACOR LESCOL VYTORIN TRICOR LOPID NIASPAN WELCHOL GLUCOTROL MICRONASE DIABETA AMARYL "
    "ACTOS AVANDIA PRANDIN STARLIX PRECOSE LEVOXYL CYTOMEL TAPAZOLE PREMARIN PROVERA ESTRACE CLIMARA EVISTA FLOMAX PROSCAR AVODART UROXATRAL DETROL DITROPAN VESICARE ENABLEX MYRBETRIQ PYRIDIUM VIAGRA CIALIS LEVITRA IMITREX MAXALT RELPAX ZOMIG FIORICET FIORINAL "
    "SOMA FLEXERIL SKELAXIN ROBAXIN ZANAFLEX BACLOFEN CELEBREX VIOXX BEXTRA MOBIC NAPROSYN RELAFEN DAYPRO INDOCIN VOLTAREN FELDENE DEMEROL DURAGESIC NUCYNTA OPANA METHADOSE TALWIN STADOL NUBAIN BUPRENEX KENALOG MEDROL DELTASONE CELESTONE "
    "ELECTROCAUTERY HEMOSTASIS CAUTERY MILIA PLEVA DERMNET DERMNETNZ YESSIR YESSUM "
    "NOVARTIS GENENTECH AMGEN BIOGEN GILEAD SANOFI ASTRAZENECA ABBVIE REGENERON TAKEDA TEVA VIATRIS LABCORP OPTUM CENTENE WELLCARE OMNICELL PYXIS DEXCOM FREESTYLE OMNIPOD FITBIT GARMIN HOLTER "
    "WATCHPAT RESMED RESPIRONICS INVACARE SODEXO ARAMARK REUTERS BLOOMBERG BLUETOOTH WIFI LINKEDIN TIKTOK WHATSAPP SKYPE TELEHEALTH TELEMED TELEMEDICINE TELEMETRY MYCHART UPTODATE EPOCRATES CHATGPT OPENAI DEEPL "
    "MEDSURG PULM ONC HEME PHARM NEPHRO RHEUM DERM OPHTHO UROL PSYCH PEDS OBGYN GYN RADONC HEMONC TELE STEPDOWN TACHY AFIB CHEMO DIALYSIS HOMECARE MEDREC "
    "INTERNET FACEBOOK TWITTER YOUTUBE INSTAGRAM ZOOM WIKIPEDIA PUBMED MEDLINE GENETICS REFERENCE JEHOVAH CHRIST GOD JESUS SANTA TEST TESTPATIENT"
)
"""Months, peoples, countries, brands, organisms: a name only beside one (Holland, Jennifer; Kari Baxter)."""
NOT_PAIRS = frozenset(
    phrases(
        "eli lilly | bard parker | hudson belk | johns hopkins | john hopkins | sloan kettering | charles schwab | calvin klein | ralph lauren | mary kay | jack daniels | hope lodge | da vinci xi | lloyd-davies | betty crocker | duncan hines | morgan stanley | "
        "wells fargo | harley davidson | ernst young | george washington | martin luther | virginia mason | brigham young | beth israel | cedars sinai | henry ford | mount sinai | peter pan | "
        "jenny craig | del monte | del rio | san juan | san jose | santa maria | santa rosa | las vegas | el paso | ann arbor | beverly hills | glen burnie | baton rouge | palo alto | "
        "grand rapids | notre dame | great lakes | rio grande | abraham lincoln | florence nightingale | lou gehrig | rocky mountain | ben gay | louis vuitton | tommy hilfiger"
    )
)
"""Two names that stand together for an organisation, a brand or a place; lower case."""
NOT_DOCTORS = _set(
    "CONTIN PEPPER SCHOLL SCHOLLS SEUSS DRE WHO BRONNER BRONNERS OZ PHIL VISIT OFFICE APPOINTMENT APT PO BOX STE SUITE UNIT LOT"
)
"""Behind `Dr.` they are brands and figures, or a visit."""
AMBIGUOUS_MONTHS = _set("APRIL MAY JUNE AUGUST")
GEOGRAPHIC = _set(
    "NEW OLD WEST EAST NORTH SOUTH LAKE PORT FORT MOUNT SAINT SAN SANTA LOS LAS GRAND CAPE UPPER LOWER"
)
"""In front of a name they make it a town."""
PLACES = _set(
    "VIRGINIA GEORGIA CAROLINA DAKOTA WASHINGTON BOSTON LONDON PARIS HOUSTON DALLAS AUSTIN JORDAN FLORENCE CHARLOTTE MADISON JACKSON LINCOLN DENVER MIAMI PHOENIX ORLANDO CHELSEA BROOKLYN ROME MILAN VENICE SYDNEY "
    "BERLIN VIENNA GENEVA VICTORIA ALEXANDRIA SAVANNAH MEMPHIS DURHAM RALEIGH RICHMOND NORFOLK CLEVELAND COLUMBUS DAYTON TROY ALBANY SYRACUSE ROCHESTER BUFFALO ITHACA HARTFORD LANCASTER READING BERKELEY OAKLAND "
    "DIEGO FRANCISCO ANTONIO JOSE FRESNO MODESTO LAREDO ABILENE TYLER TEMPLE CHAD ISRAEL INDIA CHINA CAIRO MONTREAL TORONTO MELBOURNE ADELAIDE PERTH OXFORD CAMBRIDGE YORK MANCHESTER LIVERPOOL BRISTOL GLASGOW DUBLIN"
)
"""Given names and surnames that are at least as often places: no single name by themselves."""
PLACEHOLDERS = _set(
    "DOE ZZTEST ZTEST ZZZTEST TEST TESTPATIENT ROE PUBLIC SAMPLE DUMMY FAKE EXAMPLE XXX XX X ABC XYZ"
)
