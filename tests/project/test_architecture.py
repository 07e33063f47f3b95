"""The rooms of the package import only downward, even for the type checker."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "ext" / "sphinx_unknown_quotes"
MODULES = sorted(PACKAGE.rglob("*.py"))
#: The other rooms that each room may import. The top level of the package is the room "".
ALLOWED = {
    "collection": set(),
    "publish": {"collection"},
    "check": {"collection"},
    "site": {"publish", "collection"},
    "commands": {"check", "publish", "collection"},
    "": {"site", "commands", "check", "publish", "collection"},
}
#: The rooms and modules of site/, with a line for each floor, from the top. Each may import what is below its floor.
FLOORS = """
wiring
transforms printing
lists pages
cards rebuild outputs quotecheck
domain
directives
library support
config labels assets linkcheck translations
nodes messages apostrophes
"""
#: The one room of site/ that may import check.
CHECKING = PACKAGE / "site" / "quotecheck"
#: Libraries that only some rooms may know.
GUARDED = {
    "sphinx": {"site"},
    "docutils": {"site", "check/prose/reading"},
    "markdown_it": {"check/prose/reading", "commands/importing"},
    "mdit_py_plugins": {"check/prose/reading"},
    "rapidfuzz": {"check"},
    "rich": {"check"},
    "pypdf": {"check"},
    "click": {"commands"},
    "PIL": {"publish"},
}


def room_of(module: Path) -> str:
    parts = module.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def is_module(*parts: str) -> bool:
    path = PACKAGE.joinpath(*".".join(parts).split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def imports_of(module: Path) -> list[tuple[str, bool]]:
    """What *module* imports, as a dotted name from the package (or the library's name), also within functions."""
    inside = list(module.relative_to(PACKAGE).parts[:-1])
    found = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, False) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = inside[: len(inside) - node.level + 1]
            # A name may be a module of the package that is named, or something in it.
            within = [*base, *([node.module] if node.module else [])]
            names = [alias.name for alias in node.names if is_module(*within, alias.name)]
            found += [(".".join([*within, name]), True) for name in names] or [(".".join(within), True)]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.module or "", False))
    return found


#: Each module with those of the package that it imports, by dotted names from the package.
GRAPH = {
    ".".join(module.relative_to(PACKAGE).with_suffix("").parts): {name for name, ours in imports_of(module) if ours}
    for module in MODULES
}


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
        allowed = ALLOWED[room] | ({"check"} if module.is_relative_to(CHECKING) else set())
        assert other == room or other in allowed, f"{room or 'the top level'} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_stay_in_their_rooms(module):
    """The collection, the exports and the check work without Sphinx."""
    room = room_of(module)
    for name, ours in imports_of(module):
        rooms = GUARDED.get(name.split(".")[0])
        place = module.relative_to(PACKAGE).as_posix()
        if not ours and rooms and not any(place.startswith(f"{allowed}/") for allowed in rooms):
            # setup() is typed for Sphinx, and imports it for nothing else; the command line shows progress.
            assert room == "", f"{room} imports {name}"


def test_nothing_that_is_read_is_code():
    """Files between runs are data, see collection/storage/sealed.py: whoever can write them must not be able to run anything."""
    unsafe = {"marshal", "pickle", "shelve", "dill", "cloudpickle", "joblib"}
    assert not [(str(module), name) for module in MODULES for name, _ in imports_of(module) if name in unsafe]


def test_rooms_of_the_site_import_only_from_floors_below():
    floors = {room: floor for floor, line in enumerate(FLOORS.split("\n")) for room in line.split()}
    rooms = {name.split(".")[1] for name in GRAPH if name.startswith("site.") and not name.endswith("__init__")}
    assert rooms == floors.keys(), "every room and module of site/ has a floor"
    for name, imported in GRAPH.items():
        for other in imported:
            room, below = name.split(".")[1:2], other.split(".")[1:2]
            if name.startswith("site.") and other.startswith("site.") and room != below:
                assert floors[room[0]] < floors[below[0]], f"{name} imports {other}"


def test_a_build_of_a_site_does_not_import_the_check():
    """The builder that checks imports it, and its own parts, once it runs."""
    code = "import sys, sphinx_unknown_quotes.site.wiring; print([name for name in sys.modules if '.check' in name])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert run.stdout.strip() == "[]"


def test_only_the_entry_point_imports_the_commands():
    """So neither a build of a site nor a reader of a collection needs the library of the command line."""
    importers = {name for name, imported in GRAPH.items() if any(other.startswith("commands") for other in imported)}
    assert {name for name in importers if not name.startswith("commands.")} == {"cli"}
    assert not [name for name, imported in GRAPH.items() if "cli" in imported]


def test_modules_form_no_circle():
    """Modules import from leaves, not back and forth."""
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join([*path[path.index(name) :], name])
        if name in done:
            return
        for other in sorted(GRAPH[name]):
            visit(other, (*path, name))
        done.add(name)

    for name in sorted(GRAPH):
        visit(name, ())


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
