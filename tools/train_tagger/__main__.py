"""Trains the tagger, measures it, and writes its model card.

    python -m tools.train_tagger --corpora DIR --gazetteers DIR [-o data/tagger.gz] [--card docs/tagger.md]
        [--rounds 6] [--iterations 120] [--card-only] [--write-manifest]

Needs the dependency group `train` (python-crfsuite), but not with `--card-only` (which measures the model given with `-o`) or
`--write-manifest` (which only writes the hashes of the files as they are into the manifest). A file with another hash than the
manifest's is an error. The same files and settings give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.train_tagger import card, corpora, fill, fit, manifest
from tools.train_tagger.manifest import Manifest

SEED = 1
C1, C2 = 0.05, 0.02
"""How much L1 and L2 weigh."""
LEAST = 3
"""Features seen more rarely are left out."""
PRUNE = 0.02
"""Smaller weights are left out."""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    told = argparse.ArgumentParser(
        "python -m tools.train_tagger", description="Trains the tagger, measures it, writes its card."
    )
    told.add_argument("--corpora", type=Path, required=True, help="folder of the corpora (.jsonl)")
    told.add_argument("--gazetteers", type=Path, required=True, help="folder of the lists (.csv)")
    told.add_argument("-o", "--output", type=Path, default=manifest.ROOT / "data" / "tagger.gz")
    told.add_argument("--card", type=Path, default=manifest.ROOT / "docs" / "tagger.md")
    told.add_argument("--rounds", type=int, default=6, help="how often every template is filled")
    told.add_argument("--iterations", type=int, default=120, help="of L-BFGS, at most")
    told.add_argument("--c1", type=float, default=C1, help="weight of L1")
    told.add_argument("--c2", type=float, default=C2, help="weight of L2")
    told.add_argument("--card-only", action="store_true", help="measure the model as it is")
    told.add_argument("--write-manifest", action="store_true", help="write the files' hashes and stop")
    return told


def settings(arguments: argparse.Namespace) -> dict[str, int | float]:
    """What decides the result besides the files."""
    return {
        "seed": SEED,
        "rounds": arguments.rounds,
        "iterations": arguments.iterations,
        "c1": arguments.c1,
        "c2": arguments.c2,
        "least": LEAST,
        "prune": PRUNE,
    }


def head(listed: Manifest, chosen: Mapping[str, int | float]) -> dict[str, Any]:
    """What the packed model says of itself."""
    return {
        "version": listed.version,
        "manifest": listed.sha256,
        "training": dict(chosen),
        "attribution": listed.attribution(),
    }


def train(arguments: argparse.Namespace, listed: Manifest) -> None:
    """Fit and write a model."""
    chosen = settings(arguments)
    texts = [
        *fill.made(arguments.gazetteers, SEED, arguments.rounds),
        *corpora.training(arguments.corpora),
    ]
    info = fit.fit(texts, c1=arguments.c1, c2=arguments.c2, rounds=arguments.iterations, least=LEAST)
    fit.write(fit.packed(info, head(listed, chosen), prune=PRUNE), arguments.output)


def main(given: Sequence[str] | None = None) -> int:
    """Train and measure; 2 where an input is not what the manifest names."""
    arguments = parser().parse_args(given)
    folders = {"corpora": arguments.corpora, "gazetteers": arguments.gazetteers, "project": manifest.ROOT}
    if arguments.write_manifest:
        manifest.rewrite(folders)
        return 0
    listed = manifest.read()
    try:
        manifest.check(listed, folders)
    except manifest.ManifestError as error:
        print(error, file=sys.stderr)
        return 2
    if not arguments.card_only:
        train(arguments, listed)
    packed = arguments.output.read_bytes()
    told = card.write(card.Sources(arguments.corpora, arguments.gazetteers, listed), packed)
    arguments.card.write_text(told, encoding="utf-8")
    print(f"{arguments.output}: {len(packed):,} bytes ({len(gzip.decompress(packed)):,} unpacked)")
    print(f"{arguments.card}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
