"""Which files a scan is about: the arguments in their order, folders by the paths of their members.

A folder is scanned whole, hidden files, `.venv` and `node_modules` too: an upload must not be able to excuse itself by a name.
The one exception is the data of a Git repository (a folder `.git` with HEAD and objects), which is told as skipped: its
packed history is not part of the folder's files. What the user excludes is skipped; what cannot be read is incomplete.
Symbolic links are followed where they are arguments. Inside a folder they are not: one that leads into a scanned folder is
passed over (its target is scanned there), any other is incomplete.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from phiguard.errors import UnreadableError, UsageError
from phiguard.formats._source import reason_of, refuse_special

_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, None)
READ, SKIPPED, INCOMPLETE = "read", "skipped", "incomplete"


@dataclass(frozen=True, slots=True)
class Entry:
    """One path: to be read, skipped because the user excluded it, or incomplete (`reason`).

    `path` is raw: control characters and undecodable bytes (as surrogates) are kept. `follow`: it is an argument, and may be
    a symbolic link.
    """

    path: str
    status: str = READ
    reason: str = ""
    follow: bool = False


def walk(paths: Iterable[str | os.PathLike[str]], exclude: Sequence[str] = ()) -> Iterator[Entry]:
    """Entries for files and folders. Raises UsageError at once, before anything is read, if a path does not exist.

    `exclude`: patterns with `*`, `?`, `[...]` and `**`. One without a slash is about names at any depth; one with a slash
    about the path below the argument; one that ends in a slash about folders only. An excluded folder is one entry.
    A file that is reached twice is told once.
    """
    roots = [os.fsdecode(path) for path in paths]
    for number, root in enumerate(roots, 1):
        try:
            _mode(root)
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno not in _MISSING:
                continue
            raise UsageError(f"path {number} of {len(roots)}: no such file or folder") from None
    return _Walk(roots, [_pattern(glob) for glob in exclude]).entries()


class _Walk:
    def __init__(self, roots: list[str], excluded: list[tuple[re.Pattern[str], bool, bool]]) -> None:
        self.roots, self.excluded = roots, excluded
        self.real = [os.path.realpath(root) for root in roots]
        self.seen: set[str] | None = set() if len(roots) > 1 else None

    def entries(self) -> Iterator[Entry]:
        for root in self.roots:
            for entry in self._argument(root):
                if self._is_new(entry):
                    yield entry

    def _is_new(self, entry: Entry) -> bool:
        if self.seen is None:
            return True
        key = os.path.realpath(entry.path) if entry.status == READ else f"{entry.status} {entry.path}"
        if key in self.seen:
            return False
        self.seen.add(key)
        return True

    def _argument(self, root: str) -> Iterator[Entry]:
        try:
            mode = _mode(root)
        except OSError as error:
            yield Entry(root, INCOMPLETE, f"could not be opened: {reason_of(error)}")
            return
        name = Path(root).name
        if self._is_excluded(name, name, folder=stat.S_ISDIR(mode)):
            yield Entry(root, SKIPPED, "excluded")
        elif stat.S_ISDIR(mode):
            yield from self._folder(root)
        else:
            yield _file(root, mode, follow=True)

    def _folder(self, root: str) -> Iterator[Entry]:
        """Members in the order of their paths, without recursion: a deep tree must not exhaust the stack."""
        stack = [("", _members(root))]
        while stack:
            above, members = stack[-1]
            member = next(members, None)
            if member is None:
                stack.pop()
            elif isinstance(member, Entry):
                yield member
            else:
                below = above + member.name
                found = self._member(member, below)
                if isinstance(found, Entry):
                    yield found
                elif found:
                    stack.append((below + "/", _members(member.path)))

    def _member(self, member: os.DirEntry[str], below: str) -> Entry | bool:
        """An entry, or whether to go into it."""
        try:
            mode = member.stat(follow_symlinks=False).st_mode
        except OSError as error:
            return Entry(member.path, INCOMPLETE, f"could not be opened: {reason_of(error)}")
        if self._is_excluded(below, member.name, folder=stat.S_ISDIR(mode)):
            return Entry(member.path, SKIPPED, "excluded")
        if stat.S_ISLNK(mode):
            return (
                False
                if self._leads_inside(member.path)
                else Entry(member.path, INCOMPLETE, "a symbolic link: not followed")
            )
        if not stat.S_ISDIR(mode):
            return _file(member.path, mode, follow=False)
        if member.name == ".git" and _is_git(member.path):
            return Entry(member.path, SKIPPED, "data of a Git repository")
        return True

    def _is_excluded(self, below: str, name: str, *, folder: bool) -> bool:
        return any(
            (folder or not folders_only) and pattern.fullmatch(below if whole else name)
            for pattern, whole, folders_only in self.excluded
        )

    def _leads_inside(self, link: str) -> bool:
        """Whether a symbolic link's target exists and is reached by this walk on its own path."""
        target = os.path.realpath(link)
        if _kind(target) is None:
            return False
        for root in self.real:
            if target == root:
                return True
            if Path(target).is_relative_to(root):
                return ".git" not in Path(target).relative_to(root).parts
        return False


def _members(folder: str) -> Iterator[os.DirEntry[str] | Entry]:
    """What is in a folder, so ordered that a walk gives paths in order; or why it cannot be listed."""
    try:
        with os.scandir(folder) as found:
            members = sorted(found, key=lambda m: m.name + "/" if m.is_dir(follow_symlinks=False) else m.name)
    except OSError as error:
        return iter((Entry(folder, INCOMPLETE, f"the folder could not be listed: {reason_of(error)}"),))
    return iter(members)


def _file(path: str, mode: int, *, follow: bool) -> Entry:
    try:
        refuse_special(mode)
    except UnreadableError as error:
        return Entry(path, INCOMPLETE, str(error), follow)
    return Entry(path, follow=follow)


def _is_git(folder: str) -> bool:
    return _kind(f"{folder}/HEAD") == stat.S_IFREG and _kind(f"{folder}/objects") == stat.S_IFDIR


def _kind(path: str) -> int | None:
    """The kind of file that a path leads to; None if it leads nowhere, or where one may not look."""
    try:
        return stat.S_IFMT(Path(path).stat().st_mode)
    except OSError:
        return None


def _mode(root: str) -> int:
    """The mode of an argument. Raises OSError; an empty argument is no folder, though pathlib takes it for one."""
    if not root:
        raise FileNotFoundError
    return Path(root).stat().st_mode


def _pattern(glob: str) -> tuple[re.Pattern[str], bool, bool]:
    """A glob as a pattern, whether it is about the whole path below the argument, and whether about folders only."""
    folders_only = glob.endswith("/")
    body = glob.rstrip("/")
    whole = "/" in body
    body = body.removeprefix("/")
    pattern, last = "", 0
    for token in _GLOB.finditer(body):
        pattern += re.escape(body[last : token.start()])
        pattern += _TOKENS.get(token[0]) or _class(token[0])
        last = token.end()
    pattern += re.escape(body[last:])
    try:
        return re.compile(pattern, re.DOTALL), whole, folders_only
    except re.error:
        raise UsageError("exclude: a pattern has a character class that is not one") from None


def _class(written: str) -> str:
    """A character class of a glob as one of a pattern, where more characters have a meaning."""
    inner = re.sub(r"[\[\\&|~]", r"\\\g<0>", written[1:-1])
    return f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"


_GLOB = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]]*\]")
_TOKENS = {"**/": "(?:.*/)?", "/**": "(?:/.*)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
