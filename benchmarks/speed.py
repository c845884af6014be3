"""Speed: MB/s and peak memory of `phiguard scan` on seeded input, and whether time grows linearly.

    python benchmarks/speed.py [--mb 4] [--markdown FILE]

Each figure is a process of its own. Quote ratios from one run: machines differ and are noisy.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import WORK, write
from phiguard.detectors._pattern import deny_regex, labelled_regex
from phiguard.registry import built_in

_CHILD = (
    "import json,resource,sys,time;from phiguard.scan import Scanner;s=Scanner();s.scan_text('warm up');t=time.perf_counter();"
    "r=s.scan_paths([sys.argv[1]]);print(json.dumps([time.perf_counter()-t,"
    "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024,len(r.findings)]))"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--mb", type=float, default=4.0, help="size of the larger input; the smaller is half of it"
    )
    parser.add_argument("--markdown", type=Path)
    arguments = parser.parse_args()
    lines = [
        "| work | MB | MB/s | findings | peak MB | time ratio when doubled |",
        "|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for kind in WORK:
            small = _measure(write(kind, int(arguments.mb * 5e5), Path(folder)))
            path = write(kind, int(arguments.mb * 1e6), Path(folder))
            seconds, memory, findings = _measure(path)
            size = path.stat().st_size / 1e6
            lines.append(
                f"| {kind} | {size:.1f} | {size / seconds:.2f} | {findings:,} | {memory:.0f} | {seconds / small[0]:.2f} |"
            )
            print(lines[-1], flush=True)
        lines += [
            "",
            f"`phiguard --version`: {_start(['--version']):.2f} s; scan of a 1 KB file: {_one_small(Path(folder)):.2f} s.",
            "",
        ]
    lines += _linearity()
    text = "\n".join(lines)
    print(text)
    if arguments.markdown:
        arguments.markdown.write_text(text + "\n", encoding="utf-8")
    return 0


def _measure(path: Path) -> tuple[float, float, int]:
    out = subprocess.run(
        [sys.executable, "-c", _CHILD, str(path)], capture_output=True, text=True, check=True
    )
    seconds, memory, findings = json.loads(out.stdout)
    return seconds, memory, findings


def _start(arguments: list[str]) -> float:
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "phiguard", *arguments], capture_output=True, check=False)
        best = min(best, time.perf_counter() - started)
    return best


def _one_small(folder: Path) -> float:
    path = folder / "small.txt"
    path.write_text("SSN: 219-09-9999\n" * 60, encoding="utf-8")
    return _start(["scan", str(path)])


def _linearity() -> list[str]:
    """Every built-in pattern on hostile text of n and 2n: the ratio of times; quadratic growth shows as 4."""
    import regex

    rng = random.Random(3)
    alphabets = (
        "1",
        "a",
        "A",
        "1-",
        "1 ",
        "a.",
        "a@",
        "A ",
        "Aa ",
        "1/1/",
        "a/",
        ":1",
        "(1)",
        "Aa Aa, ",
        "a1b2-",
        "\n1",
        "=A",
    )
    worst = (0.0, "", "")
    for detector in built_in():
        made = [(p.name, p.regex) for p in detector.patterns]
        made += [
            (n, t) for n, t in (("labelled", labelled_regex(detector)), ("deny", deny_regex(detector))) if t
        ]
        for name, text in made:
            compiled = regex.compile(text)
            for alphabet in alphabets:
                unit = alphabet if rng.random() < 0.5 else alphabet * 3
                ratio = _ratio(compiled, unit)
                worst = max(worst, (ratio, f"{detector.id}: {name}", repr(unit)))
    return [
        f"Worst growth of a pattern when hostile text doubles: {worst[0]:.2f} ({worst[1]} on {worst[2]} repeated)."
    ]


def _ratio(compiled: object, unit: str) -> float:
    times = []
    for size in (20_000, 40_000):
        text = (unit * (size // len(unit) + 1))[:size]
        best = float("inf")
        for _ in range(2):
            started = time.perf_counter()
            for _ in compiled.finditer(text):  # type: ignore[attr-defined]
                pass
            best = min(best, time.perf_counter() - started)
        times.append(best)
    return times[1] / times[0] if times[1] > 0.02 else 1.0


if __name__ == "__main__":
    sys.exit(main())
