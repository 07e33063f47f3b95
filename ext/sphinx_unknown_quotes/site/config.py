"""The extension's configuration: one dataclass, from which Sphinx gets the values and the guide its table."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..collection.problems import nearest
from .messages import file_location, warn

if TYPE_CHECKING:
    from dataclasses import Field

    from sphinx.application import Sphinx
    from sphinx.config import Config

PREFIX: Final = "unknown_quotes_"
#: The beginning of names whose prefix may be mistyped.
_LIKE_PREFIX: Final = re.compile(r"unknown_?q")


def _value(default: Any, rebuild: str, description: str, choices: tuple[str, ...] = ()) -> Any:
    return field(default=default, metadata={"rebuild": rebuild, "description": description, "choices": choices})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site owner can set in ``conf.py``, each with the prefix ``unknown_quotes_``."""

    path: str = _value("quotes", "env", "The folder of the collection, relative to the folder of conf.py.")
    general_index: bool = _value(
        True, "env", "Whether every card is entered in the general index, by speaker and by what is unknown."
    )
    json: bool = _value(
        True,
        "html",
        "Whether quotes.json, the whole collection for machines, is written beside the HTML, with quotes.schema.json.",
    )
    pages: bool = _value(False, "html", "Whether each quotation has a page of its own, `quotes/<id>.html`.")
    pictures: bool = _value(
        False,
        "html",
        "Whether each of these pages has a picture for sharing, `quotes/<id>.png`. It needs `unknown_quotes_pages`.",
    )
    picture_font: str = _value(
        "",
        "html",
        "The file of the font for the pictures, relative to the folder of conf.py; without it, Pillow's own.",
    )
    csv: bool = _value(True, "html", "Whether quotes.csv, the whole collection as a table, is written beside the HTML.")
    bibliography: bool = _value(
        True, "html", "Whether the quoted sources are written beside the HTML: quotes.csl.json and quotes.bib."
    )
    feed: bool = _value(
        False, "html", "Whether quotes.atom, what was added and corrected last, is written. It needs `html_baseurl`."
    )
    check: str = _value(
        "",
        "",
        'With "strict", every build warns of each quotation that does not pass the check.',
        choices=("", "strict"),
    )
    transcripts: str = _value(
        "",
        "",
        "The folder of the transcripts, relative to the folder of conf.py, for the builder quotecheck. "
        "Without it, the builder reads only evidence.json.",
    )
    prose: str = _value(
        "", "", 'With "all", the builder quotecheck also lists quoted words that no record has.', choices=("", "all")
    )
    update: bool = _value(
        False, "", "Whether the builder quotecheck writes evidence.json, with the quotations that pages record."
    )

    @classmethod
    def of(cls, config: Config) -> Settings:
        """Return the settings of *config*, with the default in place of a value of the wrong kind."""
        values = {item.name: getattr(config, PREFIX + item.name) for item in fields(cls)}
        return cls(**{item.name: values[item.name] for item in fields(cls) if not _complaint(item, values[item.name])})

    def folder(self, confdir: Path) -> Path:
        """Return the folder of the collection as an absolute path."""
        return Path(confdir, self.path).resolve()


def _complaint(item: Field[Any], value: object) -> str:
    if type(value) is not type(item.default):
        return f"is {value!r}, but must be of type {type(item.default).__name__}"
    if choices := item.metadata["choices"]:
        return "" if value in choices else f"is {value!r}, but must be one of {', '.join(map(repr, choices))}"
    if isinstance(value, str) and ((item.default and not value.strip()) or "\0" in value):
        return f"is {value!r}, which is not a path"
    return ""


def register(app: Sphinx) -> None:
    """Add the configuration values to *app*."""
    for item in fields(Settings):
        # check_settings() checks the types, so that its warning can name the default that is used.
        app.add_config_value(
            PREFIX + item.name,
            item.default,
            item.metadata["rebuild"],
            types=Any,
            description=item.metadata["description"],
        )


def check_settings(app: Sphinx, config: Config) -> None:
    """Warn of each value of the wrong kind, and of each name that no setting has, on ``config-inited``."""
    for item in fields(Settings):
        name = PREFIX + item.name
        if complaint := _complaint(item, getattr(config, name)):
            place = place_in_conf(app.confdir, name)
            warn("config", "%s %s; using %r.", name, complaint, item.default, location=place)
    for name in sorted(_set_in_conf(app.confdir)):
        if name in config or not _LIKE_PREFIX.match(name):
            continue
        hint = nearest(name, [PREFIX + item.name for item in fields(Settings)])
        # A name without our prefix that resembles none of our names may be the owner's own variable.
        if hint or name.startswith(PREFIX):
            message = "there is no configuration value %s.%s"
            warn("config", message, name, hint, location=place_in_conf(app.confdir, name))
    settings = Settings.of(config)
    if settings.pictures and not settings.pages:
        name = f"{PREFIX}pictures"
        place = place_in_conf(app.confdir, name)
        warn("picture", "%s needs %spages = True.", name, PREFIX, location=place)
    name, folder = f"{PREFIX}path", settings.folder(app.confdir)
    # A site that has not set the folder may record all its quotations in pages.
    if getattr(config, name) != Settings().path and not folder.is_dir():
        warn("config", "%s: there is no folder %s.", name, folder, location=place_in_conf(app.confdir, name))


def place_in_conf(confdir: Path, name: str) -> str:
    """Return the place where conf.py sets a value; without a line if it does so in a way that is not found."""
    return file_location(Path(confdir, "conf.py"), _set_in_conf(confdir).get(name, 0))


def _set_in_conf(confdir: Path) -> dict[str, int]:
    """Return the names that conf.py sets at its top level, with their lines."""
    try:
        module = ast.parse(Path(confdir, "conf.py").read_bytes())
    except (OSError, SyntaxError, ValueError):
        # Sphinx has its configuration from elsewhere.
        return {}
    found: dict[str, int] = {}
    for statement in module.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name):
                found.setdefault(target.id, target.lineno)
    return found
