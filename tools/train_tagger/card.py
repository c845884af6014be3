"""The model card, docs/tagger.md: what the tagger is, what it learned from, what it finds and whom it misses."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from phiguard.engine.tagger import Tagger
from phiguard.engine.weights import LABELS, load
from tools.train_tagger import corpora, fairness, figures, fill, people
from tools.train_tagger.fairness import Groups
from tools.train_tagger.figures import table
from tools.train_tagger.manifest import Input, Manifest

GENERATED = "<!-- Written by `python -m tools.train_tagger`; change tools/train_tagger/card.py instead. -->"
WHAT = """# The tagger

A small model that marks persons, places, facilities and organisations in running English text: a linear-chain conditional random
field over the words, their spelling, what the shipped lists say of them, and two words on either side. It is a file of weights
(`data/tagger.gz`) and plain numpy code (`src/phiguard/engine/tagger.py`); it runs offline, on one core, with whole numbers, so
that the same text gives the same result on every machine.

**These figures are the tagger's alone.** phiguard joins it with rules (labels, titles, credentials, relations, lists, columns), which
find what the tagger misses and overrule it elsewhere. What phiguard as a whole finds is told in [quality](quality.md)."""
USE = """## What it is for, and what not

For: names and places in sentences where no label or title stands beside them (notes, letters, messages, comments), as one voice
among several in phiguard, with a person or a rule behind it.

Not for: showing that a text holds no Patient Data (it misses names, see below); text in other languages than English; forms, tables
and codes, where columns and labels say more; telling who is a patient and who is a clinician; any use of its own as a name finder
where a miss does harm. A place or organisation that it finds is a place or organisation, not yet an identifier of a person."""
WEIGHTS = """The weights hold single words of the training texts that occur at least {least} times (in lower case, as names of features: {words:,} of
{rows:,}): words and names of tweets, of encyclopaedic and health text, of invented persons, and of the lists that fill the templates
(names, towns, drugs). They hold no sentence and no list; what the lists say of a word the tagger asks of `data/names.txt.gz` and
`data/places.txt.gz` when it runs."""
HELD_BACK = """Nothing that is measured was trained on, but some of it is **kin** to what was: `presidio_gen_large` fills a few hundred sentences with
many names, so that nearly every held-back sentence also stands in training with other names; documents of `lifebench_pii_dev` share
their persons; sentences of one Wikipedia article fall on both sides in `wikigold`. These figures tell how well the tagger does on more
of the same. The held-back templates were written by the same writers as the others and are filled from the same lists of organisations,
schools and neighbourhoods. Nearer to the unknown are the texts that were never trained on; but features, templates and lists were
chosen with all of these texts in sight."""
COLUMNS = """A span counts as found when a reported one overlaps it: `right label`: one of its own label; `any label`: one of any label. `false`:
reported spans that overlap no gold at all; `-`: the gold is known to leave names out, so it is not counted. Mode `balanced` unless it says otherwise. Facilities are
places or organisations of the source that are called hospital, clinic and the like. A dozen spans and fewer say little."""
ALARMS = """## False spans where there are no patients

Spans per 10,000 words. The first three have no gold: everything found counts, also what is rightly a name or place (cited
hospitals and agencies, countries, "Dr." with a name in transcriptions). `templates without names` is text written to look as if it held
names (eponyms, brands, instruments, genes, organisms), so a rate there says how hard that is, not how often it happens."""
FAIR = """## Whom it finds

Recall of persons in the {templates} held-back templates that name one, filled with persons of each group in turn, all else drawn alike; full
names, parts, `LAST, FIRST` and given name with initial, in the mix of the templates; mode `balanced`.

### By origin

{lists} lists of names, written for phiguard; only those names that training never drew (one in five). Few names stand behind a line
(column `names`), so differences of two or three points between lines, or between women and men of one, are chance. A list is what its writer took
for typical; it says nothing of how a person sees themself. Lowest first."""
KINDS = """### By frequency and kind of the name

Drawn evenly from the names that at least 50,000 (common), 5,000 to 49,999 (middling) and 150 to 4,999 people (rare) of the United States bear, given name
and surname alike; `not listed`: invented of halves of names, in no list. These names were open to training, the templates were not. The last three are
names that are also words (given names common where the surname is the hard part)."""
CASING = """### By casing

Persons drawn as in training, the whole text in each casing."""
FAILURES = """## Known failures

Read from what is missed and wrongly found in the texts above, by kind:

- **A surname without a title that medicine uses as a word** (the Foley of a catheter, the Graves of a disease): where the sentence is
  clinical or starts with it, it is read as the thing; and the other way round, an eponym without its noun, or as the owner of a disease
  in the first word of a line, is read as a person.
- **Names that are words**, in apposition or alone (a given name that is a month, flower, virtue or city; a surname that is a trade;
  names of two plain words, as many Native American ones): at the start of a sentence, in capitals or in lower case the word wins.
- **A single rare name without a cue**: in a run of beds or rooms, between slashes and dashes, as a sign-off, after "paged" or "with".
  Names in no list fall most, above all in lower case; so do short surnames that are also syllables or words (many Korean,
  Chinese and Vietnamese ones), and hyphenated given names.
- **A bare surname that starts a sentence** or a line, before a verb that things have as well.
- **Brands, drugs, abbreviations, species and instruments** at the start of a sentence or after "with", "on", "by": found as persons,
  places or organisations. Headings and their values in transcriptions, and capitals within a sentence, too.
- **Person, city and company confused**: a surname that is also a city, or after "from", "to", "at", becomes a place; surnames in a row
  joined by commas or slashes become a firm; a firm called by two surnames becomes a person. The span is right then, its label is not.
- **Edges**: a title alone, an initial, or a word of the sentence before is taken along, or a part of a long name is left out.
- **Markup and codes** in the text (tags, product codes, user agents, numbers with letters): found as persons, places or organisations.
- **Lower case throughout, and capitals throughout**, cost as much as the hardest origins (tables above). Languages other than English
  were hardly trained on."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the texts and lists are."""

    corpora: Path
    gazetteers: Path
    manifest: Manifest


def write(sources: Sources, packed: bytes) -> str:
    """Measure a packed model and tell."""
    raw = gzip.decompress(packed)
    model = load(raw)
    tagger = Tagger(model)
    parts = [
        GENERATED,
        WHAT,
        USE,
        data(sources),
        training(sources.manifest, model.card, packed, raw),
        held_back(sources.manifest),
        *measured(tagger, sources),
        *fair(tagger, sources),
        FAILURES,
    ]
    return "\n\n".join(parts) + "\n"


def data(sources: Sources) -> str:
    """What it learned from, with sizes and licences."""
    words = _trained_words(sources.corpora)
    rows = [_corpus(sources, entry, words) for entry in sources.manifest.corpora()]
    head = ("text", "what", "licence", "gold", "used", "documents", "held back", "words trained on")
    return "\n\n".join(
        (
            "## Data\n\nFiles, hashes and attributions: `tools/train_tagger/manifest.toml`; licences as the sources state them. "
            "No text of a corpus ships.",
            table(head, rows),
            _own(sources.gazetteers),
            "Attribution:\n" + "\n".join(f"- {line}" for line in sources.manifest.attribution()),
        )
    )


def _corpus(sources: Sources, entry: Input, words: Mapping[str, int]) -> tuple[object, ...]:
    texts = list(corpora.read(sources.corpora, entry.name))
    held = sum(corpora.held_back(text.id) for text in texts) if entry.name in words else None
    told = (entry.about, entry.licence, entry.gold, str(entry.role))
    return (entry.name, *told, len(texts), held, words.get(entry.name))


def _trained_words(folder: Path) -> dict[str, int]:
    """Words by corpus; a document that is given twice counts once."""
    counts: dict[str, int] = {}
    for text in {text.id: text for text in corpora.training(folder)}.values():
        counts[text.source] = counts.get(text.source, 0) + len(text.text.split())
    return counts


def _words(texts: Iterable[fill.Text]) -> int:
    return sum(len(text.text.split()) for text in texts)


def _own(gazetteers: Path) -> str:
    rows = [
        (kind, len(all_of), sum(1 for template in all_of if fill.measuring(template)))
        for kind, all_of in fill.templates().items()
    ]
    once = _words(fill.made(gazetteers, 1, 1))
    lists = len(people.origins())
    return (
        "Written for phiguard: templates, of which every filling is one invented text, by file (`negatives`: nothing in them is to be "
        "found):\n\n"
        + table(("templates", "lines", "held back"), rows)
        + f"\n\nA round of fillings has {once:,} words. They are filled with names of the Census and the Social Security Administration (by frequency, by its root, evenly), of "
        f"{lists} lists by origin, with invented names and with names that are words or eponyms; with places of GeoNames and hospitals of CMS."
    )


def training(listed: Manifest, card: Mapping[str, Any], packed: bytes, raw: bytes) -> str:
    """How it was trained, and what came of it."""
    chosen = card.get("training", {})
    names = raw.partition(b"\n")[2][: card["arrays"][0][1][0]].decode("utf-8").split("\n")
    same = "as it is now" if card.get("manifest") == listed.sha256 else "**another than that of now**"
    told = ", ".join(f"{key} {value}" for key, value in sorted(chosen.items())) or "not told by the model"
    words = sum(name.startswith("w=") for name in names)
    return (
        "## Training\n\n`python -m tools.train_tagger --corpora DIR --gazetteers DIR` (python-crfsuite, L-BFGS with L1 and L2); without it nothing of "
        "the training is needed.\n\n"
        f"- Version {card['version']}, features of version {card['features']}; labels {', '.join(sorted({label[2:] for label in LABELS[1:]}))}.\n"
        f"- Settings: {told}.\n"
        f"- Manifest: {same}.\n"
        f"- Size: {len(packed):,} bytes ({len(raw):,} unpacked), {card['arrays'][1][1][0]:,} weights of {card['rows']:,} features of words.\n"
        f"- sha256 of the unpacked model: `{hashlib.sha256(raw).hexdigest()}`.\n\n"
        + WEIGHTS.format(least=chosen.get("least", "three"), words=words, rows=card["rows"])
    )


def held_back(listed: Manifest) -> str:
    """How documents, templates and names are held back."""
    used = {entry.split for entry in listed.inputs}
    lines = [f"- {name}: {rule}" for name, rule in listed.splits.items() if name in used and name != "whole"]
    return "## What is held back\n\n" + "\n".join(lines) + "\n\n" + HELD_BACK


def measured(tagger: Tagger, sources: Sources) -> list[str]:
    """The figures by kind of text."""
    found = figures.measured(tagger, sources.corpora, sources.gazetteers)
    gold = [text for text in found if text.name not in (*figures.CLEAN, figures.NEGATIVES)]
    held = [text for text in gold if text.name not in figures.MEASURE_ONLY]
    only = [text for text in gold if text.name in figures.MEASURE_ONLY]
    return [
        "## Figures\n\n" + COLUMNS,
        "### Held back from training\n\n" + figures.by_label(held),
        "### Never trained on\n\n" + figures.by_label(only),
        "### Persons with new names\n\nPersons whose name, as written there, is that of no person in the corpora trained on.\n\n"
        + figures.by_novelty(gold),
        "### Persons in the three modes\n\nThe modes differ in one number that is added to what speaks for no name.\n\n"
        + figures.by_mode(gold),
        ALARMS + "\n\n" + figures.false_alarms(found),
    ]


def fair(tagger: Tagger, sources: Sources) -> list[str]:
    """Recall of persons by group."""
    groups = Groups(sources.gazetteers)
    origins = fairness.by_origin(tagger, groups)
    return [
        FAIR.format(templates=len(groups.templates), lists=len(origins)),
        figures.by_origin(origins),
        KINDS + "\n\n" + figures.by_group("names", fairness.by_kind(tagger, groups)),
        CASING + "\n\n" + figures.by_group("casing", fairness.by_casing(tagger, groups)),
    ]
