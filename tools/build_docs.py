"""Writes docs/categories.md and docs/cli.md from the code; `--check` tells whether they are current (exit 1 when not)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import click

from phiguard.cli import group
from phiguard.explain import explanation
from phiguard.registry import built_in

DOCS = Path(__file__).resolve().parents[1] / "docs"


def categories() -> str:
    """The page of categories."""
    lines = [
        "# Categories",
        "",
        "Written by `make docs` from the detectors.",
        "",
        "| category | Terms | law | written by redaction |",
    ]
    lines.append("|---|---|---|---|")
    lines += [f"| [`{d.id}`](#{d.id}) | {d.title} | {d.law} | `{d.replacement}` |" for d in built_in()]
    for detector in built_in():
        lines += ["", f"## {detector.id}", "", "```text", explanation(detector.category), "```"]
    return "\n".join(lines) + "\n"


def commands() -> str:
    """The page of the command line: each command's own help."""
    lines = ["# Command line", "", "Written by `make docs` from the commands' own help.", ""]
    context = click.Context(group, info_name="phiguard", max_content_width=100, terminal_width=100)
    lines += ["## phiguard", "", "```text", group.get_help(context), "```"]
    for name in sorted(group.commands):
        command = group.commands[name]
        inner = click.Context(
            command, parent=context, info_name=name, max_content_width=100, terminal_width=100
        )
        lines += ["", f"## phiguard {name}", "", "```text", command.get_help(inner), "```"]
    lines += [
        "",
        "## Exits of `phiguard scan`",
        "",
        "| exit | meaning |",
        "|---|---|",
        "| 0 | clean and complete |",
        "| 1 | findings (with `--fail-on`: of those categories) |",
        "| 2 | missing path, wrong use, bad configuration: told before any work |",
        "| 3 | something was not read, and nothing was found |",
        "| 130 | interrupted |",
        "| 141 | the reader of the output went away |",
    ]
    return "\n".join(lines) + "\n"


PAGES = {"categories.md": categories, "cli.md": commands}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for name, page in PAGES.items():
        path, text = DOCS / name, page()
        if check and (not path.is_file() or path.read_text(encoding="utf-8") != text):
            stale.append(name)
        elif not check:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"docs are not current: {', '.join(stale)}; run `make docs`")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
