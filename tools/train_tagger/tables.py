"""Words of which the values of slots are made."""

from __future__ import annotations

LIST = {
    "abbreviation": "abbreviations",
    "neighborhood": "neighborhoods",
    "region": "regions",
    "school": "schools",
    "church": "churches",
    "insurer": "insurers",
    "dx": "diagnoses",
    "eponym": "eponyms",
    "brand": "brands",
    "instrument": "instruments",
    "gene": "genes",
    "organism": "organisms",
}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SAINTS = "Mary Joseph Luke John Francis Vincent Anthony Elizabeth Catherine Agnes Anne Bernard Clare Alphonsus Rita Jude Peter Michael Rose Sinai Carmel Mercy Grace Lourdes".split()
LAND = (
    " Valley",
    " Ridge",
    "side",
    "view",
    "wood",
    " Creek",
    " Hills",
    " Park",
    "brook",
    " Lake",
    " Point",
    " Grove",
    "field",
    "haven",
    "",
)
SIDES = ("North", "South", "East", "West", "Greater", "Northern", "Central", "Upper")
FACILITIES = (
    "Hospital|Medical Center|Clinic|Health Center|Memorial Hospital|Regional Medical Center|General Hospital|Community Hospital|Nursing Home|Nursing and Rehab|Rehabilitation Center|Hospice|Health|Healthcare|"
    "Urgent Care|Family Medicine|Pediatrics|Cancer Center|Surgery Center|Surgical Associates|Dialysis|Pharmacy|Care Center|Assisted Living|Manor|Children's Hospital|University Hospital|Women's Center|Imaging|"
    "Orthopedics|Cardiology|Behavioral Health|Eye Institute|Dental|SNF|Convalescent Center|Medical Group|Primary Care|Internal Medicine|Veterans Home|VA Medical Center|Emergency Room|ER|ED|clinic|hospital|Correctional Facility|County Jail"
).split("|")
COMPANIES = (
    "Inc|Inc.|LLC|Ltd.|Corp|Company|Co.|Group|Industries|Logistics|Foods|Motors|Bank|Credit Union|Services|Systems|Construction|Trucking|Plumbing|Electric|Insurance|Partners|Holdings|Farms|Bakery|Hardware|Foundation|"
    "Society|Union Local 212|Department|Police Department|Fire Department|School District|Solutions|Consulting|Staffing|Realty|Mills|Steel|Airlines|Press|News|Times|Records|United|FC|Association|Agency|and Sons"
).split("|")
COMMON_SUFFIXES = "St Street Ave Avenue Rd Road Dr Drive Ln Lane Blvd Ct Court Way Pl Place Cir Circle Ter Trail Pkwy St. Ave. Rd. Dr. Terrace Boulevard Parkway".split()
STATES = [
    *(
        "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota "
        "Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming"
    ).split(),
    "New York",
    "New Jersey",
    "North Carolina",
    "South Dakota",
    "West Virginia",
    "New Mexico",
    "Rhode Island",
]
COUNTRIES = [
    *(
        "France Germany Spain Italy Poland Russia China Japan Korea Vietnam Thailand India Pakistan Iran Iraq Israel Egypt Nigeria Ghana Kenya Ethiopia Somalia Mexico Canada Brazil Chile Peru Colombia Cuba Haiti "
        "Jamaica Australia Sweden Norway Finland Belgium Austria Greece Turkey Syria Lebanon Philippines Indonesia Malaysia Singapore Taiwan Ukraine Portugal Ireland Scotland England Bolivia Guatemala Honduras"
    ).split(),
    "South Korea",
    "El Salvador",
    "the Dominican Republic",
    "United States",
    "New Zealand",
    "Saudi Arabia",
    "the Netherlands",
    "UK",
    "USA",
]
NATIONALITIES = "American Mexican Chinese Korean Vietnamese Indian Russian Polish Irish Italian German French Spanish Brazilian Cuban Haitian Somali Ethiopian Nigerian Filipino Japanese Turkish Iranian Ukrainian Dutch Swedish".split()
LANGUAGES = [
    *"Spanish English Mandarin Cantonese Vietnamese Korean Russian Arabic Farsi Somali Tagalog Portuguese French Hmong Polish Punjabi Hindi Urdu Amharic Navajo ASL".split(),
    "Haitian Creole",
]
LABS = [
    *"Na K Cl HCO3 BUN Cr Glucose WBC Hgb Hct Plt INR PTT Troponin BNP TSH A1c ALT AST Lactate CRP ESR Ferritin Lipase Ca Mg Phos".split(),
    "Vitamin D",
    "free T4",
    "Total Bili",
    "Alk Phos",
]
RACES = (
    "Caucasian|African-American|African American|Hispanic|Latino|Latina|Asian|White|Black|caucasian|Native American|Pacific Islander|Middle Eastern|"
    "Mexican American|Asian American|Non-Hispanic|biracial|Arab|Jewish|Caribbean"
).split("|")
