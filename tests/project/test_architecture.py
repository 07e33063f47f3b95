"""The rooms of the house: imports go only downward."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "ext" / "sphinx_unknown_quotes"
MODULES = sorted(PACKAGE.rglob("*.py"))
#: What each room may import of the others; the top level is the room "".
ALLOWED = {
    "collection": set(),
    "publish": {"collection"},
    "check": {"collection"},
    "site": {"publish", "collection", ""},
    "": {"site", "check", "publish", "collection"},
}
#: Libraries that only some rooms may know.
GUARDED = {"sphinx": {"site"}, "docutils": {"site"}, "rapidfuzz": {"check"}, "rich": {"check"}}


def room_of(module: Path) -> str:
    parts = module.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def imports_of(module: Path) -> list[tuple[str, bool]]:
    """What *module* imports, as a dotted name from the package (or the library's name), also within functions."""
    inside = list(module.relative_to(PACKAGE).parts[:-1])
    found = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, False) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = inside[: len(inside) - node.level + 1]
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found += [(".".join([*base, name]), True) for name in names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.module or "", False))
    return found


def is_type_only(module: Path, name: str) -> bool:
    return f"if TYPE_CHECKING:\n    from {name}" in module.read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_between_rooms_go_only_downward(module):
    room = room_of(module)
    for name, ours in imports_of(module):
        if not ours:
            assert not name.startswith("sphinx_unknown_quotes"), "imports within the package are relative"
            continue
        head = name.split(".")[0]
        if name == "_version":
            continue
        other = head if head in ALLOWED else ""
        assert other == room or other in ALLOWED[room], f"{room or 'the top level'} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_stay_in_their_rooms(module):
    """The collection, the exports and the check work without Sphinx."""
    room = room_of(module)
    for name, ours in imports_of(module):
        rooms = GUARDED.get(name.split(".")[0])
        if not ours and rooms and room not in rooms:
            # setup() is typed for Sphinx, and imports it for nothing else; the command line shows progress.
            assert room == "", f"{room} imports {name}"


def test_modules_of_a_room_form_no_circle():
    """Within a room modules import from leaves, not back and forth."""
    graph = {
        ".".join(module.relative_to(PACKAGE).with_suffix("").parts): {
            name for name, ours in _runtime_imports(module) if ours
        }
        for module in MODULES
    }
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join([*path[path.index(name) :], name])
        if name in done or name not in graph:
            return
        for other in sorted(graph[name]):
            visit(other, (*path, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


def _runtime_imports(module: Path) -> list[tuple[str, bool]]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    inside = list(module.relative_to(PACKAGE).parts[:-1])
    return [
        (".".join([*inside[: len(inside) - node.level + 1], node.module]), True)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.level and node.module and id(node) not in typing_only
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_stay_short(module):
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 240
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_everything_public_has_a_docstring(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name
