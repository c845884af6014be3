"""Which files a scan is about."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from phiguard.errors import UnreadableError, UsageError
from phiguard.formats import Entry, open_path, walk


def grow(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def below(root: Path, entries: Iterator[Entry]) -> list[tuple[str, str]]:
    return [(os.path.relpath(entry.path, root), entry.status) for entry in entries]


def read(root: Path, *exclude: str) -> list[str]:
    return [path for path, status in below(root, walk([root], exclude)) if status == "read"]


def test_order_is_that_of_arguments_then_of_paths(tmp_path: Path) -> None:
    grow(tmp_path, "b/z.txt", "b/a/1", "b/a-b", "b/a.txt", "b/a/0/x", "a.txt", "c.txt")
    paths = [e.path for e in walk([tmp_path / "c.txt", tmp_path / "b", tmp_path / "a.txt"])]
    members = sorted(str(p) for p in (tmp_path / "b").rglob("*") if p.is_file())
    assert paths == [str(tmp_path / "c.txt"), *members, str(tmp_path / "a.txt")]
    assert len(members) == 5


def test_hidden_files_and_libraries_are_not_passed_over(tmp_path: Path) -> None:
    names = [".env", ".venv/a", "__pycache__/a", "node_modules/a"]
    grow(tmp_path, *names)
    assert read(tmp_path) == names


def test_data_of_a_git_repository_is_skipped_and_told(tmp_path: Path) -> None:
    grow(tmp_path, ".git/HEAD", ".git/objects/aa/bb", "a.txt", "sub/.git", "upload/.git/patients.csv")
    assert below(tmp_path, walk([tmp_path])) == [
        (".git", "skipped"),
        ("a.txt", "read"),
        ("sub/.git", "read"),
        ("upload/.git/patients.csv", "read"),
    ]
    assert read(tmp_path / ".git") == ["HEAD", "objects/aa/bb"]


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert list(walk([tmp_path])) == []
    assert list(walk([])) == []


@pytest.mark.parametrize("missing", ["none", "a.txt/none", "dangling", "a\0b", ""])
def test_a_missing_path_is_told_before_any_work(tmp_path: Path, missing: str) -> None:
    grow(tmp_path, "a.txt")
    (tmp_path / "dangling").symlink_to("none")
    with pytest.raises(UsageError) as caught:
        walk([tmp_path / "a.txt", f"{tmp_path}/{missing}" if missing else ""])
    assert str(caught.value) == "path 2 of 2: no such file or folder"


GLOBS = {
    "*.csv": ["a.csv", "d/a.csv", "d/e/a.csv"],
    "a.*": ["a.csv", "a.txt", "d/a.csv", "d/e/a.csv"],
    "?.txt": ["a.txt"],
    "[!a].md": ["d/b.md"],
    "[]x]": ["d/]"],
    "d/*.csv": ["d/a.csv"],
    "d/**/*.csv": ["d/a.csv", "d/e/a.csv"],
    "**/e/*": ["d/e/a.csv"],
    "d/**": ["d/]", "d/a.csv", "d/b.md", "d/e/a.csv"],
    "/a.csv": ["a.csv"],
    "e": ["d/e/a.csv"],
    "e/": ["d/e/a.csv"],
    "a.csv/": [],
    "/d/e/": ["d/e/a.csv"],
    "A.CSV": [],
    "*": ["a.csv", "a.txt", "d/]", "d/a.csv", "d/b.md", "d/e/a.csv"],
    "a.cs": [],
    "[": [],
}


@pytest.mark.parametrize(("glob", "gone"), GLOBS.items(), ids=GLOBS)
def test_exclusion(tmp_path: Path, glob: str, gone: list[str]) -> None:
    names = ["a.csv", "a.txt", "d/]", "d/a.csv", "d/b.md", "d/e/a.csv"]
    grow(tmp_path, *names)
    assert read(tmp_path, glob) == [name for name in names if name not in gone]


def test_what_is_excluded_is_skipped_and_told_once(tmp_path: Path) -> None:
    grow(tmp_path, "a.csv", "d/a.csv", "d/b.csv")
    assert below(tmp_path, walk([tmp_path], ["d"])) == [("a.csv", "read"), ("d", "skipped")]
    assert below(tmp_path, walk([tmp_path / "a.csv"], ["*.csv"])) == [("a.csv", "skipped")]
    assert [e.reason for e in walk([tmp_path], ["d", "*.csv"])] == ["excluded", "excluded"]


def test_a_broken_pattern_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="exclude"):
        walk([tmp_path], ["[z-a]"])


def test_a_file_reached_twice_is_told_once(tmp_path: Path) -> None:
    grow(tmp_path, "a.txt", "d/b.txt")
    found = below(tmp_path, walk([tmp_path / "d" / "b.txt", tmp_path, f"{tmp_path}/d/../a.txt"]))
    assert found == [("d/b.txt", "read"), ("a.txt", "read")]


def test_symbolic_links(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    grow(inside, "a.txt", "d/b.txt")
    grow(outside, "secret.txt")
    (inside / "to-file").symlink_to("a.txt")
    (inside / "to-folder").symlink_to("d")
    (inside / "d" / "up").symlink_to("..")
    (inside / "loop").symlink_to("loop")
    (inside / "dangling").symlink_to("none")
    (inside / "to-outside").symlink_to(outside / "secret.txt")
    (inside / "to-outer-folder").symlink_to(outside)
    entries = list(walk([inside]))
    assert below(inside, iter(entries)) == [
        ("a.txt", "read"),
        ("d/b.txt", "read"),
        ("dangling", "incomplete"),
        ("loop", "incomplete"),
        ("to-outer-folder", "incomplete"),
        ("to-outside", "incomplete"),
    ]
    assert {e.reason for e in entries if e.status == "incomplete"} == {"a symbolic link: not followed"}
    both = [e.path for e in walk([inside, outside / "secret.txt"])]
    assert str(inside / "to-outside") not in both and str(outside / "secret.txt") in both


def test_a_link_into_skipped_data_is_incomplete(tmp_path: Path) -> None:
    grow(tmp_path, ".git/HEAD", ".git/objects/x", ".git/annex/scan.dcm")
    (tmp_path / "scan.dcm").symlink_to(".git/annex/scan.dcm")
    assert below(tmp_path, walk([tmp_path])) == [(".git", "skipped"), ("scan.dcm", "incomplete")]


def test_links_as_arguments_are_followed(tmp_path: Path) -> None:
    grow(tmp_path, "d/b.txt", "a.txt")
    (tmp_path / "folder").symlink_to("d")
    (tmp_path / "file").symlink_to("a.txt")
    (tmp_path / "loop").symlink_to("loop")
    folder, file, loop = walk([tmp_path / "folder", tmp_path / "file", tmp_path / "loop"])
    assert (folder.path, folder.follow) == (str(tmp_path / "folder" / "b.txt"), False)
    assert (file.path, file.follow) == (str(tmp_path / "file"), True)
    assert "".join(open_path(file.path, follow=file.follow).text()) == "x"
    assert (loop.status, loop.reason) == (
        "incomplete",
        "could not be opened: too many levels of symbolic links",
    )


def test_what_is_no_regular_file_is_incomplete(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    os.mknod(tmp_path / "socket", stat.S_IFSOCK | 0o600)
    reasons = {"pipe": "a named pipe: not read", "socket": "a socket: not read"}
    if os.geteuid() == 0:
        try:
            os.mknod(tmp_path / "zero", stat.S_IFCHR | 0o600, os.makedev(1, 5))
            reasons["zero"] = "a device: not read"
        except PermissionError:
            pass
    assert {Path(e.path).name: e.reason for e in walk([tmp_path])} == reasons
    assert {e.status for e in walk([tmp_path])} == {"incomplete"}
    (argument,) = walk([tmp_path / "pipe"])
    assert (argument.status, argument.reason) == ("incomplete", "a named pipe: not read")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder for everybody, and nobody's rights while the test runs: root may read everything."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        if is_root:
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            if is_root:
                os.seteuid(0)


def test_what_may_not_be_read_is_incomplete(shared: Path) -> None:
    grow(shared, "a.txt", "d/b.txt", "e/f/c.txt")
    (shared / "a.txt").chmod(0)
    (shared / "d").chmod(0)
    (shared / "e").chmod(0o600)
    (shared / "g" / ".git").mkdir(parents=True)
    (shared / "g" / ".git").chmod(0)
    (shared / "link").symlink_to("d/b.txt")
    try:
        file, folder, inner, git, link = walk([shared])
        (argument,) = walk([shared / "d" / "b.txt"])
        with pytest.raises(UnreadableError, match="permission denied"):
            open_path(file.path, follow=file.follow)
    finally:
        (shared / "d").chmod(0o700)
        (shared / "e").chmod(0o700)
        (shared / "g" / ".git").chmod(0o700)
    assert (file.status, folder.status, inner.status) == ("read", "incomplete", "incomplete")
    assert (git.status, link.status) == ("incomplete", "incomplete")
    assert folder.reason == "the folder could not be listed: permission denied"
    assert inner.path == str(shared / "e" / "f")
    assert inner.reason == argument.reason == "could not be opened: permission denied"


def test_a_folder_that_cannot_be_listed_is_incomplete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(tmp_path, "a.txt", "d/b.txt")
    listed = os.scandir

    def fails(path: str) -> object:
        if path.endswith("d"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", fails)
    entries = list(walk([tmp_path]))
    assert [(Path(e.path).name, e.status, e.reason) for e in entries] == [
        ("a.txt", "read", ""),
        ("d", "incomplete", "the folder could not be listed: permission denied"),
    ]


def test_names_are_kept_as_they_are(tmp_path: Path) -> None:
    names = sorted(
        ["line\nbreak", "\x1b[2Jescape", "=cmd", "-rf", " blank ", "<b>", os.fsdecode(b"\xff\xfe"), "x" * 255]
    )
    grow(tmp_path, *names)
    assert read(tmp_path) == names
    assert all("".join(open_path(e.path, follow=e.follow).text()) == "x" for e in walk([tmp_path]))


def test_a_very_deep_tree(tmp_path: Path) -> None:
    top = os.getcwd()
    try:
        os.chdir(tmp_path)
        for _ in range(1500):
            os.mkdir("deeper")
            os.chdir("deeper")
    finally:
        os.chdir(top)
    grow(tmp_path, "z.txt")
    entries = list(walk([tmp_path]))
    assert entries[-1].path.endswith("z.txt")
    assert [e.status for e in entries[:-1]] == ["incomplete"]
    assert "file name too long" in entries[0].reason
    while (tmp_path / "deeper").exists():  # too deep for the clean-up of tests
        inner = tmp_path / "deeper"
        for _ in range(300):
            if not (inner / "deeper").exists():
                break
            inner /= "deeper"
        if (inner / "deeper").exists():
            (inner / "deeper").rename(tmp_path / "rest")
        while inner != tmp_path:
            inner.rmdir()
            inner = inner.parent
        if (tmp_path / "rest").exists():
            (tmp_path / "rest").rename(tmp_path / "deeper")


def test_a_file_that_vanishes_is_told_when_it_is_opened(tmp_path: Path) -> None:
    grow(tmp_path, "a.txt")
    (entry,) = walk([tmp_path])
    (tmp_path / "a.txt").unlink()
    with pytest.raises(UnreadableError, match="no such file"):
        open_path(entry.path, follow=entry.follow)


@pytest.mark.parametrize(
    ("glob", "left_out", "read_on"),
    [
        ("[[]x", "[x", "x"),
        ("[!a]b", "cb", "ab"),
        ("[]a]x", "]x", "bx"),
        ("[a&&b]", "&", "c"),
        (r"[\d]", "d", "1"),
    ],
)
def test_classes_of_a_pattern_are_those_of_a_glob(
    glob: str, left_out: str, read_on: str, tmp_path: Path
) -> None:
    for name in (left_out, read_on):
        (tmp_path / name).write_text("")
    assert read(tmp_path, glob) == [read_on]
