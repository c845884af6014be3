"""Where the leaves of a JSON document stand: one node per path, bounded in number, which gathers a chunk's cells."""

from __future__ import annotations

import re

PATHS_MOST = 10_000
"""Distinct paths; after that only the last key is told apart (`*.key`), as many times again."""

VALUED_MOST = 200
"""Keys with digits in one object that are paths of their own; after that they share `*`."""

_KEY_MOST = 200
_PATH_MOST = 2_000
_VALUED = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


class Node:
    """A path. `cells`, `rows` and `places` (offsets in the held text) are those of the current chunk."""

    __slots__ = ("cells", "children", "items", "label", "path", "places", "rows", "valued")

    def __init__(self, path: str, label: str = "") -> None:
        """`label`: the report's word for it where the path is empty."""
        self.path, self.label = path, label
        self.children: dict[str, Node] = {}
        self.items: Node | None = None
        self.valued = 0
        self.cells: list[str] = []
        self.rows: list[int] = []
        self.places: list[int] = []

    @property
    def name(self) -> str | None:
        """As `Block.name`: the path, unless it has no word in it."""
        return self.path if _LETTER.search(self.path) else None

    @property
    def field(self) -> str:
        """As `Block.field`."""
        return self.path or self.label

    def clear(self) -> None:
        """Begin a new chunk."""
        self.cells, self.rows, self.places = [], [], []


class Paths:
    """All nodes of a document. `root`: the document itself; an element of an array that is the document has no path."""

    def __init__(self) -> None:
        self.root = Node("", "$")
        self._rest = Node("*")
        self._count = 0

    def child(self, node: Node, key: str) -> Node:
        """Where the value of a key stands."""
        found = node.children.get(key)
        if found is not None:
            return found
        if len(key) > _KEY_MOST or len(node.path) > _PATH_MOST:
            return self._other(key)
        if _VALUED.search(key):
            if node.valued >= VALUED_MOST and key != "*":
                return self.child(node, "*")
            node.valued += 1
        if self._count >= PATHS_MOST:
            return self._other(key)
        self._count += 1
        found = node.children[key] = Node(f"{node.path}.{key}" if node.path else key)
        return found

    def items(self, node: Node) -> Node:
        """Where the elements of an array stand."""
        if node.items is None:
            node.items = Node("", "[]") if node is self.root else Node(node.path + "[]")
        return node.items

    def position(self, node: Node, index: int) -> Node:
        """Where the element of an array stands that is itself an element, like a cell of a row."""
        return self.child_of(node, f"[{index}]")

    def child_of(self, node: Node, place: str) -> Node:
        """A child whose path is written without a dot."""
        found = node.children.get(place)
        if found is None:
            if self._count >= PATHS_MOST:
                return self.items(node)
            self._count += 1
            found = node.children[place] = Node(node.path + place)
        return found

    def _other(self, key: str) -> Node:
        """Where the value of a key stands that is one too many."""
        found = self._rest.children.get(key)
        if found is None:
            if len(key) > _KEY_MOST or self._count >= 2 * PATHS_MOST:
                return self._rest
            self._count += 1
            found = self._rest.children[key] = Node(f"*.{key}")
        return found
