"""The quoted sources for LaTeX, quotes.bib, with entries and fields that both BibTeX and biblatex know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from ..collection.text.dates import parse_date
from .citation_keys import citation_keys
from .quotes_csl import people, quoted_sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..collection.records import Quotation
    from ..collection.selection import Collection

#: The entry type of each type of source, and its field for what the source is part of.
ENTRIES: Final = {
    "paper": ("article", "journal"), "article": ("article", "journal"), "book": ("book", "series"),
    "report": ("techreport", "type"),
}  # fmt: skip
_OTHER: Final = ("misc", "howpublished")
_OTHERS: Final = re.compile(r",? (?:et al\.?|and others)$")
#: Characters that TeX reads as commands. Braces become commands, since BibTeX counts even those after a backslash.
_SPECIAL: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    }
)  # fmt: skip


def quotes_bib(collection: Collection) -> bytes:
    """Return quotes.bib, sorted by key."""
    quoted = quoted_sources(collection)
    keys = citation_keys(quoted)
    entries = (_entry(keys[key], collection, key, quotations) for key, quotations in quoted.items())
    return "\n".join(entries).encode()


def _entry(key: str, collection: Collection, of: str, quotations: list[Quotation]) -> str:
    source = collection.sources[of]
    kind, container = ENTRIES.get(source.type, _OTHER)
    publisher = "institution" if kind == "techreport" else "publisher"
    fields = {
        "author": _people(people(collection, quotations)),
        # Braces around the whole title keep its capitals.
        "title": f"{{{_tex(source.title)}}}",
        container: _tex(source.container),
        publisher: _tex(source.publisher),
        **_published(source.date),
        "url": _address(source.url),
        "doi": _address(source.doi),
        "urldate": source.accessed if source.accessed and re.fullmatch(r"\d{4}-\d\d-\d\d", source.accessed) else "",
        "note": f"Archived at {_tex(source.archive)}" if source.archive else "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}}}\n"


def _people(names: Mapping[str, str]) -> str:
    """Return names in the form of BibTeX. Only at the end of the list, ``others`` is not a name."""
    found = dict.fromkeys(_person(_OTHERS.sub("", name), _OTHERS.sub("", filed)) for name, filed in names.items())
    return " and ".join([*found, *(["others"] if any(map(_OTHERS.search, names)) else [])])


def _person(name: str, filed: str) -> str:
    """Return a name in the form that BibTeX splits into parts; a name without parts is in braces."""
    family, _, given = filed.partition(", ")
    if f"{given} {family}" != name:
        return f"{{{_tex(name)}}}"
    return f"{{{_tex(family)}}}, {_tex(given)}" if " " in family else f"{_tex(family)}, {_tex(given)}"


def _published(date: str | None) -> dict[str, str]:
    if not date:
        return {}
    first = parse_date(date)[0]
    return {"year": f"{first.year:04d}", "month": str(first.month) if first.month else ""}


def _tex(text: str | None) -> str:
    return " ".join((text or "").split()).translate(_SPECIAL)


def _address(address: str | None) -> str:
    """Return an address with braces and backslashes encoded, which could end the field; TeX does not read it."""
    return re.sub(r"[{}\\]", lambda match: quote(match[0]), address or "")
