"""Stress: recall on development text whose names, dates, phones and ids are put in other words. Nothing of it is kept.

    python benchmarks/stress.py [--shared FOLDER] [--gazetteers FOLDER] [--only NAME]... [--limit N] [--json FILE]
                                [--show-misses N]

`--shared`: the folder with `corpora/` (default: ../shared). Without it the script says so and ends with 0.
`--gazetteers`: the lists that names are drawn from (default: data/gazetteers in the former).
`--only`: one row (`rare`, `origin:korean`, `date:M/D/YY`) or all that begin so (`origin`, `gender`, `date`, `phone`,
`id:spaces`). `--show-misses`: contexts of so many missed spans of each row.

A name is replaced by the same new one everywhere in a document. All rows see the same documents, but for the lists by
origin, which share every third, and for formats, which take turns. Names by origin are those that the tagger's training
left out; rare names and words may have been in it, and nothing here has other sentences than the corpora's.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.corpora import CORPORA
from benchmarks.name_pools import census, origin_pools, pools
from benchmarks.reformat import reformatted
from benchmarks.rename import Pool, Renamer
from benchmarks.rewrite import Document, Edit, Gold, Target, each, mixed, rewrite
from benchmarks.stress_report import Report, as_json, markdown
from phiguard.scan import Scanner

CORPUS_NAMES = ("notes_all_categories_dev", "asq_phi_dev", "ambientmeta_standard")
TURNS = 6
"""How many formats of each kind a document gets, one after the other."""
ORIGIN_STEP = 3
NO_PERSON = re.compile(r"(?:John|Jane) Doe|.*(?:Ltd|Inc|LLC|PLC|Provider)", re.I)
AIRPORT = re.compile(r" (?:\w+ )?(?:Inter)?national Airport", re.I)
"""Gold persons that are none: placeholders (low, so held back), firms, airports."""
Changed = tuple[str, list[Target]]


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over the documents. `rows`: what its rows begin with. `step`: of so many documents, one."""

    name: str
    rows: tuple[str, ...]
    change: Callable[[Document, random.Random], Changed]
    step: int = 1


def main() -> int:
    arguments = _parser().parse_args()
    corpora = arguments.shared / "corpora"
    if not corpora.is_dir():
        print(f"no corpora at {corpora}: nothing was measured")
        return 0
    folder = arguments.gazetteers or arguments.shared / "data" / "gazetteers"
    given: frozenset[str] = frozenset()
    if folder.is_dir():
        counts, surnames = census(folder)
        given = frozenset(n.lower() for n, count in counts.items() if count > surnames.get(n, 0))
    else:
        print(f"no lists of names at {folder}: rare, invented, words and eponyms are not measured")
    report = Report(tuple(arguments.only), arguments.show_misses)
    measure(report, all_runs(folder, given), load(corpora, arguments.limit))
    print(markdown(report))
    if arguments.json:
        arguments.json.write_text(as_json(report), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--gazetteers", type=Path)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--limit", type=int, default=150, help="documents of each corpus (default: 150)")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--show-misses", type=int, default=0, metavar="N")
    return parser


def load(folder: Path, limit: int) -> dict[str, list[Document]]:
    """The same sample of each corpus every time; documents without gold are left out."""
    sample = {}
    for corpus in CORPORA:
        if corpus.name not in CORPUS_NAMES:
            continue
        if not (folder / f"{corpus.name}.jsonl").is_file():
            print(f"{corpus.name} is not there: not measured")
            continue
        documents = []
        for text, spans in corpus.documents(folder):
            told = (Gold(s, e, corpus.labels[name]) for s, e, name in spans if name in corpus.labels)
            gold = tuple(span for span in told if not _no_person(text, span))
            if gold:
                documents.append((text, gold))
        random.Random(11).shuffle(documents)
        sample[corpus.name] = [Document(t, gold, i) for i, (t, gold) in enumerate(documents[:limit])]
    return sample


def _no_person(text: str, gold: Gold) -> bool:
    name = text[gold.start : gold.end]
    return gold.person and bool(NO_PERSON.fullmatch(name) or AIRPORT.match(text, gold.end))


def all_runs(folder: Path, given: frozenset[str]) -> Iterator[Run]:
    """All passes, in the order of the report. `folder`: the lists of names, if it is there."""
    yield Run("none", ("none",), lambda document, rng: rewrite(document.text, _as_is(document)))
    if folder.is_dir():
        for pool in pools(folder):
            yield _renaming(pool, given, 1)
    for name, case in (("lower", str.lower), ("upper", str.upper), ("mixed", mixed)):
        yield Run(name, (name,), _recased(name, case))
    for name, case in (("text-lower", str.lower), ("text-upper", str.upper)):
        yield Run(name, (name,), _whole_recased(name, case))
    for pool in origin_pools():
        yield _renaming(pool, given, ORIGIN_STEP)
    for turn in range(TURNS):
        yield Run(f"formats {turn}", ("date", "phone", "id"), _reformatting(turn))


def _as_is(document: Document) -> Iterator[Edit]:
    for gold in document.gold:
        row = "none" if gold.person else f"none:{gold.right[0]}"
        yield Edit(gold, document.text[gold.start : gold.end], (row,))


def _renaming(pool: Pool, given: frozenset[str], step: int) -> Run:
    def change(document: Document, rng: random.Random) -> Changed:
        return rewrite(document.text, Renamer(pool, rng, given).edits(document))

    return Run(
        pool.name, (pool.name, "gender") if pool.name.startswith("origin") else (pool.name,), change, step
    )


def _recased(name: str, case: Callable[[str], str]) -> Callable[[Document, random.Random], Changed]:
    def change(document: Document, rng: random.Random) -> Changed:
        persons = [gold for gold in document.gold if gold.person]
        return rewrite(
            document.text,
            [Edit(gold, case(document.text[gold.start : gold.end]), (name,)) for gold in persons],
        )

    return change


def _whole_recased(name: str, case: Callable[[str], str]) -> Callable[[Document, random.Random], Changed]:
    def change(document: Document, rng: random.Random) -> Changed:
        persons = [Target(gold.start, gold.end, gold.right, (name,)) for gold in document.gold if gold.person]
        return each(document.text, case), persons

    return change


def _reformatting(turn: int) -> Callable[[Document, random.Random], Changed]:
    return lambda document, rng: rewrite(document.text, reformatted(document, turn, rng))


def measure(report: Report, runs: Iterable[Run], sample: dict[str, list[Document]]) -> None:
    """Scan what each run makes of the documents."""
    scanner = Scanner()
    for run in runs:
        if not report.wants_any(run.rows):
            continue
        started = time.perf_counter()
        for corpus, documents in sample.items():
            for document in documents[:: run.step]:
                seed = f"{run.name}, {corpus}, {document.number}"
                text, targets = run.change(document, random.Random(seed))
                if targets:
                    report.score(corpus, text, targets, list(scanner.scan_text(text)))
        print(f"{run.name}: {time.perf_counter() - started:.1f} s", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
