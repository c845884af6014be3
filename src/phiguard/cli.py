"""The command line: parses, calls, prints, exits. The report goes to stdout, talk to stderr.

Exits of `scan`: 0 clean and complete; 1 findings; 2 a missing path, wrong use or bad configuration, before any work; 3 something
was not read and there are no findings; 130 interrupted; 141 the reader of stdout went away.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from phiguard import __version__
from phiguard.model import CATEGORIES, Category, Confidence, Config, Mode, Profile, Role

if TYPE_CHECKING:
    from phiguard.findings import Report

CLEAN, FOUND, USAGE, UNREAD, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141
FORMATS = ("human", "json")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="phiguard")
def group() -> None:
    """Find Patient Data (PHI) before it goes where it must not be. Works offline; nothing leaves this machine."""


@group.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="human",
    show_default=True,
    help="What stdout gets.",
)
@click.option(
    "--output", multiple=True, metavar="FORMAT=FILE", help="Also write a report to a file; may be repeated."
)
@click.option(
    "--min-confidence",
    type=click.Choice(["low", "medium", "high"]),
    default="medium",
    show_default=True,
    help="Report from here on; the rest is counted as held back.",
)
@click.option(
    "--profile",
    type=click.Choice([str(p) for p in Profile]),
    default="safe-harbor",
    show_default=True,
    help="Which rule applies.",
)
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out paths that match; may be repeated.")
@click.option(
    "--fail-on", multiple=True, metavar="CATEGORY", help="Exit 1 for these categories alone; may be repeated."
)
@click.option(
    "--exclude-role",
    multiple=True,
    type=click.Choice(["clinician", "unknown"]),
    help="Do not report this role.",
)
@click.option(
    "--record-code",
    multiple=True,
    metavar="COLUMN",
    help="The column (or JSON path) with the code that the data set itself gives its rows: not reported as other_ids, unless its "
    "values show whose they are; may be repeated.",
)
@click.option(
    "--tagger",
    type=click.Choice([str(mode) for mode in Mode]),
    default="balanced",
    show_default=True,
    help="What the tagger of names and places in prose leans to.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day against which ages count (today).",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    metavar="N",
    help="Processes, 1 to 64 (default: all cores when there is much to read in several files).",
)
@click.option(
    "--deadline",
    type=click.FloatRange(0),
    default=0.0,
    metavar="SECONDS",
    help="Time for one file; past it, the file is incomplete (0: no limit).",
)
@click.option(
    "--memory",
    type=click.IntRange(0),
    default=0,
    metavar="MB",
    help="Memory for one process; past it, its file is incomplete (0: no limit).",
)
@click.option(
    "--places",
    type=click.IntRange(0),
    default=20,
    metavar="N",
    show_default=True,
    help="How many places the human report lists per file.",
)
@click.option(
    "--max-places", type=int, default=1_000_000, help="Places kept per file, all are counted; 0: all."
)
@click.option("--name", default=None, metavar="FILE", help="With -: the file name of what comes on stdin.")
@click.option("--show-suppressed", is_flag=True, help="Also list what was held back.")
@click.option("--show-values", is_flag=True, help="Print the matched values: for an authorised review only.")
def scan(**options: Any) -> int:
    """Scan files, folders, or stdin (-) for Patient Data.

    Exits: 0 clean and complete, 1 findings, 2 wrong use, 3 something was not read and nothing was found.
    """
    outputs = [_output(text, options["paths"]) for text in options["output"]]
    fail_on = frozenset(_category(name) for name in options["fail_on"])
    config = Config(
        min_confidence=Confidence.parse(options["min_confidence"]),
        profile=Profile(options["profile"]),
        exclude_roles=frozenset(Role(name) for name in options["exclude_role"]),
        record_code=frozenset(options["record_code"]),
        tagger=Mode(options["tagger"]),
        as_of=options["as_of"].date() if options["as_of"] else None,
        max_places=options["max_places"],
        deadline=options["deadline"],
        memory=options["memory"] << 20,
    )
    if options["show_values"]:
        click.echo("phiguard: --show-values prints Patient Data; keep this output where it may be.", err=True)
    from phiguard.output import exclusions

    reports = exclusions([path for _, path in outputs], options["paths"])
    return _tell(_scan(config, options, reports), outputs, options, fail_on)


def _tell(
    report: Report, outputs: list[tuple[str, str]], options: dict[str, Any], fail_on: frozenset[Category]
) -> int:
    """Write the reports; gives the exit code. One that cannot be written is told, and the exit is never that of a clean scan."""
    from phiguard.output import show, write

    code, told = _exit_code(report, fail_on), True
    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    for form, path in [*outputs, (options["form"], "")]:
        text = _written(report, form, options, color=color and not path)
        try:
            if path:
                write(path, text)
            else:
                told = show(text)
        except OSError as error:
            reason = os.strerror(error.errno).lower() if error.errno else type(error).__name__
            click.echo(f"phiguard: a report could not be written: {reason}", err=True)
            code = code or UNREAD
    return code if told else PIPE_CLOSED


def _scan(config: Config, options: dict[str, Any], reports: list[str]) -> Report:
    """`reports`: patterns of the report files, which are not scanned."""
    from phiguard.progress import watch, worthwhile_jobs
    from phiguard.scan import Scanner

    scanner = Scanner(config, keep_text=options["show_values"])
    paths = list(options["paths"])
    if "-" in paths:
        if len(paths) > 1:
            raise click.UsageError("- (stdin) stands alone")
        if getattr(sys.stdin, "name", "") == os.devnull:
            raise click.UsageError("stdin is closed")
        return scanner.scan_stream(sys.stdin.buffer, name=options["name"])
    with watch(paths) as progress:
        report = scanner.scan_paths(
            paths,
            exclude=[*options["exclude"], *reports],
            jobs=options["jobs"] or worthwhile_jobs(paths),
            progress=progress,
        )
    if not report.files:
        click.echo("phiguard: no files in " + ", ".join(_shown(p) for p in paths), err=True)
    return report


def _exit_code(report: Report, fail_on: frozenset[Category]) -> int:
    found = report.findings.by_category()
    if any(not fail_on or category in fail_on for category in found):
        return FOUND
    return CLEAN if report.complete else UNREAD


def _written(report: Report, form: str, options: dict[str, Any], *, color: bool) -> str:
    if form == "json":
        from phiguard.reports import json

        return json.write(report, show_suppressed=options["show_suppressed"])
    from shutil import get_terminal_size

    from phiguard.reports import human

    width = get_terminal_size((100, 24)).columns
    return human.write(
        report, show_suppressed=options["show_suppressed"], places=options["places"], width=width, color=color
    )


def _output(text: str, inputs: tuple[str, ...]) -> tuple[str, str]:
    from phiguard.output import check

    form, _, path = text.partition("=")
    if form not in FORMATS or not path:
        raise click.UsageError(f"--output takes FORMAT=FILE, FORMAT one of {', '.join(FORMATS)}")
    check(path, inputs)
    return form, path


def _category(name: str) -> Category:
    try:
        return Category(name)
    except ValueError:
        from difflib import get_close_matches

        near = get_close_matches(name, CATEGORIES, 1)
        raise click.UsageError(
            "unknown category" + (f"; did you mean {near[0]}?" if near else "; see phiguard categories")
        ) from None


@group.command(short_help="Explain a category: what it covers, and by which law.")
@click.argument("category")
def explain(category: str) -> int:
    """Explain a category: what it covers, by which paragraph, from which sources, and what replaces it."""
    known = _category(category)
    from phiguard.explain import explanation

    click.echo(explanation(known))
    return 0


@group.command()
def categories() -> int:
    """List the 22 categories with the law's paragraph."""
    from phiguard.explain import listing

    click.echo(listing())
    return 0


def _shown(name: str) -> str:
    from phiguard.reports._show import show

    return show(name)


def main() -> None:
    """The console entry: runs a command and exits as the module says."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; gives the exit code. Errors become one clear sentence on stderr, never a traceback with content."""
    from phiguard.errors import PhiguardError
    from phiguard.output import open_streams

    open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        result = group.main(arguments, prog_name="phiguard", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, click.exceptions.Abort):
        click.echo("phiguard: interrupted; nothing was reported", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return USAGE
    except PhiguardError as error:
        click.echo(f"phiguard: {_shown(str(error))}", err=True)
        return USAGE
    except Exception as error:  # a message or traceback could quote the input
        click.echo(f"phiguard: internal error ({type(error).__name__}); nothing was reported", err=True)
        if "PHIGUARD_DEBUG" in os.environ:
            raise
        return UNREAD
