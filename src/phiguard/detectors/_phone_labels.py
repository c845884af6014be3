"""The vocabulary of telephone numbers: phones, cells, pagers and extensions, whose they are, and what else bears such digits.

Source: Epic Clarity, HL7 v2.5.1 (PID-13, NK1-5, GT1-6), X12 PER04, NEMSIS, registration forms in English and Spanish.
"""

from __future__ import annotations

from phiguard.detectors._labels import Labels, phrases, whose


def vocabulary() -> Labels:
    """The labels of `phones`."""
    return Labels(
        strong=phrases(
            "phone | phone no | phone number | phone num | phone # | telephone | telephone no | telephone num | telephone number | "
            "tel | tel no | tel # | tel number | tele | telephone # | ph | ph # | ph no | ph number | cell | cell # | cell no | "
            "cell number | cell phone | cell phone no | cellphone | cellular | cellular phone | cell ph | mobile | mobile # | mobile no | "
            "mobile number | mobile phone | mobile tel | pager | pager # | pager no | pager number | beeper | beeper # | beeper number | bip | "
            "pgr | pgr # | pgr no | area code | ext | ext # | extension | extn | voalte | vocera | ascom | spectralink | tty | tdd | tty number | contact number | contact no | contact # | contact phone | contact tel | contact telephone | call back | "
            "callback | call back number | callback number | call back # | home phone | home tel | home telephone | home number | home ph | "
            "home # | work # | office # | home cell | work phone | work tel | work telephone | work number | work ph | day phone | daytime phone | day time phone | "
            "evening phone | night phone | alt phone | alternate phone | alternative phone | other phone | second phone | secondary phone | "
            "primary phone | preferred phone | best number | best phone | best contact number | emergency contact phone | emergency phone | "
            "emergency number | emergency contact number | emergency contact tel | next of kin phone | business phone | office phone | office number | office tel | "
            "phone home | phone work | phone cell | phone mobile | landline | land line | house phone | voicemail | pharmacy phone | "
            "teléfono | telefono | teléfonos | telefonos | tfno | tlf | tlfn | tfn | telf | telef | teléf | tel fijo | teléfono fijo | telefono fijo | celular | cel | móvil | movil | número de teléfono | "
            "numero de telefono | tél | téléphone | telefon | telefone | teléfono de casa | telefono de casa | teléfono del trabajo | telefono del trabajo | teléfono móvil | "
            "telefono movil | teléfono celular | telefono celular | teléfono de contacto | telefono de contacto"
        ),
        headers=whose(
            "phone | phon | phn | tel | home phone | work phone | cell phone | mobile phone | phone number | phone no | telephone numbers"
        )
        + phrases(
            "umobileno | uphone | caller id | caller id number | ani | per04 | per te | e patient 18 | telefone | telecom | telecom value | pid 13 | pid 14 | nk1 5 | nk1 6 | gt1 6 | gt1 7 | phn | phn num | phn no | phn nbr | phn number | phone nbr | ph nbr | ph num | hm ph | hm phn | hm phone | wk ph | wk phn | wk phone | bus ph | bus phone | "
            "mob | mob no | mob num | mob phone | cell nbr | cell num | tel nbr | tel num | telno | telnum | phon | phones | dayphone | msisdn | pt phone | pat phone | pat ph | "
            "ec phone | ice phone | nok phone | guar phone | emerg phone | emerg contact phone | contact nbr | contact num | home phn | work phn | "
            "cell phn | phone ext | phone full | phone formatted | telephone home | telephone work | sms number | sms no"
        ),
        weak=phrases(
            "contact | home | work | number | text | cell line | cell count | single cell | white cell | red cell | packed cell | cell volume | "
            "cell density | cell viability | cell id | mobile app | mobile unit | mobile device | phone call | phone encounter | phone visit | phone screen | "
            "phone interview | telephone encounter | telephone visit | telephone call | r ph | phone model | phone brand | phone os | phone make | phone id | phone code | pager model | pager brand"
        ),
        deny=phrases(
            "order | order no | order number | npi | ref | ref no | reference | item | sku | ndc | isbn | gtin | upc | ean | accession | tracking | serial | "
            "serial no | sn | invoice | claim | claim no | lot | batch | udi | model | version | mrn | account | acct | account number | policy | member id | "
            "group | loan | case | case no | part | part no | catalog | catalogue | cat no | po | doi | pmid | pubmed | license | rx | encounter | specimen | "
            "grant | protocol | nct | hcpcs | cpt | loinc | snomed | code | id | timestamp | epoch"
        ),
        generic=phrases("area code | ext | extension | extn | vocera | ascom"),
        kinds={"pager": "pager", "beeper": "pager", "bip": "pager"},
    )
