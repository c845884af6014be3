"""The tagger's training: its manifest, templates, lists and counting. Neither the corpora nor python-crfsuite are needed."""

from __future__ import annotations

import ast
import gzip
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from tools.train_tagger import corpora, fairness, figures, fill, fit, manifest, people
from tools.train_tagger.__main__ import head
from tools.train_tagger.fill import KIND, Filler, Text
from tools.train_tagger.manifest import ManifestError, Role
from tools.train_tagger.measure import Score, without

from phiguard.engine.tagger import Tagger
from phiguard.engine.weights import load

ROOT = Path(__file__).parents[1]
TOOL = ROOT / "tools" / "train_tagger"
MODEL = ROOT / "data" / "tagger.gz"
SLOT = re.compile(r"\{([a-z_]+)\d?\}")
NEGATIVE = "negatives"
TEMPLATES = [(name, line) for name, lines in fill.templates().items() for line in lines]
LISTS = {
    "surnames_census.csv": "name,count_2010,count_2020\nTESTERMAN,900,800\nOKONJO,,120\nMCFAKE,500,\nO,5,5\n",
    "given_names_census2020.csv": "name,count_2020\nAVALYN,9000\nBRAM,300\n",
    "given_names_ssa_1880_2020_min50.csv": "name,count\nAvalyn,7000\nZuri,60\n",
    "ambiguous_name_words.csv": "word,given_count_2020,surname_count\nhope,9000,100\nbaker,10,9000\n",
    "medical_eponyms_handwritten.csv": "eponym\nFoley\nHashi-Moto\n",
    "medical_eponyms_icd10cm.csv": "eponym\nGraves\n",
    "medical_words_icd10cm.csv": "word\nedema\nfracture\n",
    "zip_city_state_county_geonames.csv": "zip,city,state,county\n00001,Faketon,KS,Fake\n",
    "places_geonames_kelvins.csv": "city,state\nFaketon,KS\nNew Mock,OH\n",
    "counties_census2010.csv": "name\nFake County\n",
    "hospitals_cms.csv": "name\nFAKETON GENERAL HOSPITAL\nST MOCK'S CLINIC\n",
    "drug_names_core_medlineplus_nhs.csv": "name\nfakazole\n",
    "street_suffix_usps.csv": "variant\nALLEE\n",
    "english_words_scowl70.csv": "word,scowl_size\nriver,10\ngreen,20\nabaft,70\n",
}
"""Made-up lists in the form of the real ones, which the tests do without."""


@pytest.fixture(scope="module")
def gazetteers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazetteers")
    for name, text in LISTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def filler(gazetteers: Path) -> Filler:
    return Filler(gazetteers, 7)


def test_the_manifest_names_every_corpus_with_its_licence() -> None:
    named = {entry.name: entry for entry in manifest.read().corpora()}
    trained = {name for name, entry in named.items() if entry.role is not Role.MEASURE_ONLY}
    assert trained == set(corpora.TRAINING)
    assert {*figures.HELD_BACK, *figures.MEASURE_ONLY, *figures.CLEAN} <= set(named)
    assert not set(figures.MEASURE_ONLY) & trained
    assert {name for name, entry in named.items() if entry.gold.startswith("partial")} >= figures.PARTIAL


def test_every_entry_of_the_manifest_is_complete() -> None:
    inputs = manifest.read().inputs
    assert len({(entry.section, entry.file) for entry in inputs}) == len(inputs)
    for entry in inputs:
        assert entry.licence and entry.attribution, entry.file
        assert re.fullmatch(r"[0-9a-f]{64}", entry.sha256), entry.file


def test_the_manifest_names_every_list_that_the_tool_reads() -> None:
    read = {
        name
        for path in TOOL.glob("*.py")
        for name in re.findall(r'"(\w+\.csv)"', path.read_text(encoding="utf-8"))
    }
    assert read == {entry.file for entry in manifest.read().inputs if entry.section == "gazetteers"}
    assert read == set(LISTS)


def test_our_own_templates_and_lists_are_those_of_the_manifest() -> None:
    """Who changes one trains again, or at least writes the manifest anew (`--write-manifest`)."""
    manifest.check(manifest.read(), {"project": ROOT})


def test_another_file_than_the_manifests_is_told_by_name(tmp_path: Path) -> None:
    listed = manifest.read()
    (tmp_path / "wikigold.jsonl").write_text("{}", encoding="utf-8")
    with pytest.raises(ManifestError) as error:
        manifest.check(listed, {"corpora": tmp_path})
    assert "wikigold.jsonl: another file" in str(error.value)
    assert "btc_a.jsonl: missing" in str(error.value)


def test_a_file_that_the_manifest_does_not_name_is_told() -> None:
    listed = manifest.read()
    fewer = replace(listed, inputs=tuple(e for e in listed.inputs if not e.file.endswith("general.txt")))
    with pytest.raises(ManifestError, match=r"templates/general\.txt: not in the manifest"):
        manifest.check(fewer, {})


def test_writing_the_manifest_mends_hashes_and_keeps_the_rest(tmp_path: Path) -> None:
    text = manifest.PATH.read_text(encoding="utf-8")
    copy = tmp_path / "manifest.toml"
    tables = re.split(r"(?m)^(?=\[\[)", text)
    without_one = [table for table in tables if "lists/genes.txt" not in table]
    damaged = re.sub(r'(?s)(names/korean\.txt"\nsha256 = ")\w+', r"\g<1>00", "".join(without_one))
    copy.write_text(damaged, encoding="utf-8")
    manifest.rewrite({"project": ROOT}, copy)
    assert set(manifest.read(copy).inputs) == set(manifest.read().inputs)


def test_a_split_that_is_not_explained_is_an_error(tmp_path: Path) -> None:
    copy = tmp_path / "manifest.toml"
    text = manifest.PATH.read_text(encoding="utf-8").replace('split = "documents"', 'split = "guessed"')
    copy.write_text(text, encoding="utf-8")
    with pytest.raises(ManifestError, match="guessed"):
        manifest.read(copy)


@pytest.mark.parametrize(
    ("split", "module"),
    [("documents", "corpora"), ("sentences", "corpora"), ("templates", "fill"), ("names", "people")],
)
def test_the_manifest_tells_the_rules_by_which_the_tool_splits(split: str, module: str) -> None:
    rule = re.search(r"% \d+ == 0", manifest.read().splits[split])
    assert rule is not None
    assert rule[0] in (TOOL / f"{module}.py").read_text(encoding="utf-8")


def test_there_are_enough_templates() -> None:
    positive = [line for name, line in TEMPLATES if not name.startswith(NEGATIVE)]
    assert len(set(positive)) >= 1000
    assert len({line for name, line in TEMPLATES if name.startswith(NEGATIVE)}) >= 400
    assert sum("{" in line for line in positive) > 0.9 * len(positive)
    held = sum(fill.measuring(line) for _, line in TEMPLATES)
    assert 0.07 < held / len(TEMPLATES) < 0.13


@pytest.mark.parametrize("name", sorted(fill.templates()))
def test_templates_have_only_known_slots(name: str, filler: Filler) -> None:
    for line in fill.templates()[name]:
        slots = SLOT.findall(line)
        assert not set("{}") & set(SLOT.sub("", line)), line
        if name.startswith(NEGATIVE):
            assert not set(slots) & set(KIND), line
        for slot in slots:
            assert KIND.get(slot) == "person" or filler.value(slot), slot


@pytest.mark.parametrize("name", sorted(fill.templates()))
def test_spans_fit_the_text_of_every_template(name: str, filler: Filler) -> None:
    for line in fill.templates()[name]:
        text, spans = filler.fill(line)
        assert [kind for _, _, kind in spans] == [KIND[slot] for slot in SLOT.findall(line) if slot in KIND]
        last = 0
        for start, end, _ in spans:
            assert last <= start < end <= len(text), line
            assert text[start:end] == text[start:end].strip(), line
            last = end
        assert not SLOT.search(text)


def test_what_stands_around_the_slots_stays(filler: Filler) -> None:
    text, spans = filler.fill("Called {name1} of {city}; {last1} agreed.")
    assert [kind for _, _, kind in spans] == ["person", "place", "person"]
    assert text.startswith("Called ") and text.endswith(" agreed.")


def test_dress_keeps_the_places_of_spans(filler: Filler) -> None:
    template = "Spoke with {name} of {city} about the plan for the coming week."
    for _ in range(300):
        text, spans = filler.fill(template)
        dressed, kept = fill.dressed(text, spans, filler.rng)
        assert [s for s in spans if s[1] <= len(dressed)] == kept
        for start, end, _ in kept:
            told = dressed[start:end].replace("\n", " ")
            assert told.lower() == text[start:end].lower()


def test_the_same_seed_gives_the_same_texts_and_held_back_ones_are_others(gazetteers: Path) -> None:
    once, again = (list(fill.made(gazetteers, 3, 1)) for _ in range(2))
    assert once == again
    held = list(fill.made(gazetteers, 3, 1, held_back=True))
    assert held and len(held) < len(once) / 4
    assert {text.source for text in held} == {"held-back templates"}


def test_lists_by_origin_have_three_sections_with_names_to_measure_with() -> None:
    lists = people.origins()
    assert len(lists) == 33
    for origin, sections in lists.items():
        assert set(sections) == {"female", "male", "surnames"}, origin
        for part, names in sections.items():
            assert len(names) == len(set(names)), (origin, part)
            assert any(map(people.held_out, names)) and not all(map(people.held_out, names)), (origin, part)


def test_training_draws_no_name_that_is_kept_for_measuring(gazetteers: Path) -> None:
    drawn = people.People(gazetteers, Filler(gazetteers, 1).rng).origins
    assert not any(people.held_out(n) for parts in drawn.values() for names in parts.values() for n in names)


def test_groups_fill_the_held_back_templates_with_their_persons(gazetteers: Path) -> None:
    groups = fairness.Groups(gazetteers)
    parts = {part: ["Only"] for part in ("female", "male", "surnames")}
    texts = list(groups.texts(groups.of_origin(parts, "female", "invented")))
    assert len(texts) == len(groups.templates) > 100
    for text in texts:
        for start, end, kind in text.spans:
            assert kind == "person"
            assert re.search(r"(?i)\bonly|o\.", text.text[start:end])


def test_tokens_touched_by_spans_get_their_labels() -> None:
    text = "Met Zora O'Fake-Lee of Faketon, KS."
    words, places, glued = fit.words_of(text)
    assert words == ["Met", "Zora", "O'Fake-Lee", "of", "Faketon", ",", "KS", "."]
    spans = [(4, 19, "person"), (23, 34, "place")]
    told = "O B-person I-person O B-place I-place I-place O".split()
    assert fit.labels_of(places, spans) == told
    assert glued == [0, 0, 0, 0, 2, 1, 2, 1]
    assert len(fit.items(words, glued)) == len(words)


def test_labels_of_corpora_become_ours() -> None:
    assert corpora.kind_of("PER", "Zora Fake") == "person"
    assert corpora.kind_of("ORG", "Faketon General Hospital") == "facility"
    assert corpora.kind_of("LOC", "Faketon") == "place"
    assert corpora.kind_of("MISC", "Fakish") is None


def test_a_corpus_is_read_without_handles_and_hash_tags(tmp_path: Path) -> None:
    text = "@zora met Bram"
    document = {"id": "x-1", "text": text, "spans": [[1, 5, "PER"], [10, 14, "PER"], [10, 14, "PER"]]}
    (tmp_path / "btc_x.jsonl").write_text(json.dumps(document) + "\n", encoding="utf-8")
    assert list(corpora.read(tmp_path, "btc_x")) == [Text("x-1", text, [(10, 14, "person")], "btc_x")]


def test_a_packed_model_loads_and_says_where_it_is_from() -> None:
    info = SimpleNamespace(
        state_features={
            ("0:w=zora", "B-person"): 9.0,
            ("0:w=fakeson", "I-person"): 9.0,
            ("-1:w=mrs", "O"): 0.5,
            ("A:T|T", "B-person"): 0.1,
            ("D:0", "O"): 3.0,
            ("EDGE", "O"): 5.0,
            ("0:w=tiny", "B-place"): 0.001,
        },
        transitions={("O", "B-person"): 0.1, ("B-person", "I-person"): 0.3, ("I-person", "O"): 0.1},
    )
    listed = manifest.read()
    raw = fit.packed(info, head(listed, {"seed": 1}), prune=0.02)
    model = load(raw)
    assert set(model.rows) == {"w=zora", "w=fakeson", "w=mrs"}
    assert model.card["manifest"] == hashlib.sha256(manifest.PATH.read_bytes()).hexdigest()
    assert model.card["training"] == {"seed": 1}
    assert any("Wikigold" in line for line in model.card["attribution"])
    found = Tagger(model).tag("seen by Zora Fakeson today")
    assert [(span.start, span.end, span.label) for span in found] == [(8, 20, "person")]


def test_scores_count_overlaps_by_label() -> None:
    score = Score()
    score.add(
        [(0, 4, "person"), (10, 14, "place")], [(2, 6, "person"), (10, 14, "person"), (20, 22, "place")], 50
    )
    assert (score.person.spans, score.person.right, score.person.seen) == (1, 1, 1)
    assert (score.person.reported, score.person.false) == (2, 0)
    place = score.labels["place"]
    assert (place.spans, place.right, place.seen, place.false) == (1, 0, 1, 1)
    assert score.per_10000("place") == 200
    assert score.labels["facility"].recall is None


def test_known_persons_are_taken_from_the_gold() -> None:
    text = Text(
        "x", "Zora met Bram in Faketon", [(0, 4, "person"), (9, 13, "person"), (17, 24, "place")], "x"
    )
    assert without([text], {"zora"})[0].spans == [(9, 13, "person")]


def test_tables_put_numbers_to_the_right() -> None:
    told = figures.table(("a", "b", "c"), [("x", 1234, 0.5), ("y", None, None)])
    assert told.split("\n") == [
        "| a | b | c |",
        "| --- | ---: | ---: |",
        "| x | 1,234 | 0.50 |",
        "| y | - | - |",
    ]


@pytest.mark.parametrize("path", sorted(TOOL.glob("*.py")), ids=lambda p: p.name)
def test_crfsuite_is_needed_only_for_the_fit(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    within = {
        function.name: any(
            isinstance(node, ast.Import) and node.names[0].name == "pycrfsuite" for node in ast.walk(function)
        )
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
    }
    assert "import pycrfsuite" not in "\n".join(
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")
    )
    assert [name for name, found in within.items() if found] == (["fit"] if path.name == "fit.py" else [])


def test_the_shipped_model_and_its_card_are_of_this_manifest() -> None:
    raw = gzip.decompress(MODEL.read_bytes())
    card = json.loads(raw.partition(b"\n")[0])
    assert card["manifest"] == manifest.read().sha256
    told = (ROOT / "docs" / "tagger.md").read_text(encoding="utf-8")
    assert hashlib.sha256(raw).hexdigest() in told
