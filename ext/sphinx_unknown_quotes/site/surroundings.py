"""What stands around every page and is not of the collection: where it changes, an earlier page is as good as none."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx import __display_version__

from .._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def surroundings(app: Sphinx, env: BuildEnvironment) -> object:
    """Return builtins that differ where versions, extensions, configuration, navigation, templates or static files do."""
    extensions = sorted((name, str(extension.version)) for name, extension in app.extensions.items())
    made_by = (__version__, __display_version__, extensions, _configuration(app), sorted(app.tags), _conf(app))
    if app.builder.format != "html":
        return made_by, _navigation(env)
    templates: Any = app.builder.templates
    looks = templates.newest_template_mtime(), _linked_files(app.builder), sorted(_static_files(app))
    return made_by, _navigation(env), _indices(env), looks


def _configuration(app: Sphinx) -> object:
    """Every value on which a page may depend. One that cannot be told from others is taken for a new one."""
    return sorted((value.name, _stable(value.value)) for value in app.config if value.rebuild)


def _conf(app: Sphinx) -> str:
    """Digest of conf.py, whose ``setup`` may do anything."""
    path = Path(app.confdir, "conf.py")
    return blake2b(path.read_bytes(), digest_size=16).hexdigest() if path.is_file() else ""


def _stable(value: Any) -> str:
    """Text of a value that is the same in each process, which ``repr`` of sets and functions is not."""
    if isinstance(value, dict):
        return repr([(_stable(key), _stable(item)) for key, item in value.items()])
    if isinstance(value, (list, tuple)):
        return repr([_stable(item) for item in value])
    if isinstance(value, (set, frozenset)):
        return repr(sorted(_stable(item) for item in value))
    if callable(value) and hasattr(value, "__qualname__"):
        return f"{value.__module__}.{value.__qualname__}"
    return repr(value)


def _navigation(env: BuildEnvironment) -> object:
    """What themes put beside every page: titles of pages and sections, and all that a toctree says of them."""
    return sorted(
        (name, toc.pformat(), str(env.metadata.get(name, {}).get("tocdepth"))) for name, toc in env.tocs.items()
    )


def _indices(env: BuildEnvironment) -> list[str]:
    """The indexes of other domains that have a page, to which themes may link."""
    return [
        f"{domain.name}-{index.name}"
        for domain in env.domains.sorted()
        for index in domain.indices
        if domain.name != "uq" and index(domain).generate()[0]
    ]


def _linked_files(builder: Any) -> list[tuple[str, str]]:
    """The stylesheets and scripts of every page, with their attributes."""
    files = [*getattr(builder, "_css_files", ()), *getattr(builder, "_js_files", ())]
    return [(str(file.filename), repr(sorted(file.attributes.items()))) for file in files]


def _static_files(app: Sphinx) -> Iterator[tuple[str, int, int]]:
    """The files that a page may refer to by a checksum."""
    theme: Any = getattr(app.builder, "theme", None)
    roots = [Path(app.confdir, entry) for entry in app.config.html_static_path]
    for root in [*roots, *(Path(folder, "static") for folder in (theme.get_theme_dirs() if theme else ()))]:
        for path in root.rglob("*") if root.is_dir() else [root]:
            if path.is_file():
                status = path.stat()
                yield str(path), status.st_mtime_ns, status.st_size
