"""Read ``My Clippings.txt`` of a Kindle, in any language of the device.

Lines of equals signs separate the records. A record has the title with the author in parentheses, a line with its kind
and place, an empty line, and the words.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .found import Export, ExportError, Found, Left, decoded, names_in

_PARTING: Final = re.compile(r"^==========[ \t]*$", re.MULTILINE)
#: The kinds of records in the second line, in the languages of the device, from people's files and from other readers.
_KINDS: Final = {
    "highlight": "highlight|underline|clip|subrayado|recorte|destaque|markierung|ausschnitt|surlign|extrait|evidenziazione"
    "|ritaglio|markering|knipsel|выделен|вырезк|标注|標註|剪贴|ハイライト|クリップ|하이라이트|클립",
    "bookmark": "bookmark|marcador|lesezeichen|signet|segnalibro|bladwijzer|закладк|书签|書籤|ブックマーク|북마크",
    "note": "note|nota|notiz|notitie|заметк|笔记|筆記|メモ|메모",
}
_PAGE: Final = re.compile(
    r"(?:\bpage|\bpágina|\bseite|\bpagina|страниц\w*)\s+([\divxlc]+(?:-[\divxlc]+)?)|第?\s*([\d-]+)\s*(?:页|頁|ページ|페이지)",
    re.IGNORECASE,
)
_LOCATION: Final = re.compile(
    r"(?:location|\bloc\.|posición|position|emplacement|posizione|posição|locatie|позици\w*|位置|위치)\D{0,6}?(\d+)(?:-(\d+))?",
    re.IGNORECASE,
)
#: What may be in parentheses at the end of a title and is not an author.
_EDITION: Final = re.compile(r"\bedition|édition|edición|edição|ausgabe|edizione|#\s*\d|\bvol\b", re.IGNORECASE)
#: A Kindle writes this in place of the words if a publisher limits how much may be copied.
_LIMIT: Final = re.compile(r"\s*<.*>\s*")

#: The most characters of a second line; and the most highlights between two forms of one highlight.
_LONGEST: Final = 300
_NEAR: Final = 100


class _Where(NamedTuple):
    page: str
    #: The first and the last location; 0 if they are not known.
    first: int
    last: int

    @property
    def section(self) -> str:
        if not self.first:
            return ""
        return f"location {self.first}" + (f"-{self.last}" if self.last > self.first else "")


def read_kindle(data: bytes) -> Export:
    """Read My Clippings.txt. Raises :class:`.found.ExportError` if it has no records of a Kindle."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    records = _PARTING.split(text)
    export = Export()
    for number, record in enumerate(records, 1):
        lines = record.strip("\n").split("\n")
        if not record.strip():
            continue
        if len(lines) < 2 or not lines[1].lstrip().startswith("- "):
            export.left.append(Left(number, "record", "its second line does not say what it is."))
            continue
        _read(number, lines, export)
    if len(records) == 1 and not export.found and not export.passed:
        raise ExportError("it has no records of a Kindle, which are separated by lines of ==========.")
    return _without_longer(export)


def _read(number: int, lines: list[str], export: Export) -> None:
    title, speakers = _title(lines[0])
    said = lines[1][:_LONGEST].casefold()
    kind = next((kind for kind, words in _KINDS.items() if re.search(words, said.partition("|")[0])), "")
    words = "\n".join(lines[2:]).strip()
    where = _where(said)
    if not kind and where.last > where.first:
        # Only a highlight has a first and a last place.
        kind = "highlight"
    if not kind:
        export.left.append(Left(number, "record", f"its kind is not known from {lines[1].strip()!r}."))
    elif kind != "highlight":
        export.pass_over(kind)
    elif not words or _LIMIT.fullmatch(words):
        export.left.append(Left(number, "record", "it has no words: a publisher can limit how much a Kindle copies."))
    else:
        given = {"text": words, "title": title, "type": "book", "page": where.page}
        if not where.page:
            given["section"] = where.section
        page = re.match(r"\d+", where.page)
        order = (where.first or 0, int(page[0]) if page else 0, where.last)
        export.found.append(Found(number, "record", given, speakers, order))


def _title(line: str) -> tuple[str, tuple[str, ...]]:
    """Return the title and the authors, who are in the last parentheses. These may have others inside."""
    line = line.replace("\ufeff", "").strip()
    depth = 0
    for place in range(len(line) - 1, -1, -1) if line.endswith(")") else ():
        depth += {")": 1, "(": -1}.get(line[place], 0)
        if depth == 0:
            inside = line[place + 1 : -1]
            if place == 0 or _EDITION.search(inside):
                break
            return line[:place].strip(), names_in(inside)
    return line, ()


def _where(said: str) -> _Where:
    page, location = _PAGE.search(said), _LOCATION.search(said)
    found = next((group for group in page.groups() if group), "") if page else ""
    first, dash, last = found.partition("-")
    start = int(location[1]) if location else 0
    end = int(location[2] or start) if location else 0
    # Older devices shorten the end of a range: 1856-57.
    if location and location[2] and end < start:
        end = int(location[1][: -len(location[2])] + location[2])
    return _Where(first if dash and first == last else found, start, end)


def _without_longer(export: Export) -> Export:
    """Drop the shorter form of a highlight that was made longer: the device keeps both."""
    titles: dict[str, list[Found]] = {}
    for found in export.found:
        titles.setdefault(found.given["title"], []).append(found)
    shorter = set()
    for several in titles.values():
        several.sort(key=lambda found: (found.order, found.number))
        for place, one in enumerate(several):
            for other in several[place + 1 : place + 1 + _NEAR]:
                if other.order[0] > one.order[2]:
                    break
                short, long = (one, other) if len(one.given["text"]) < len(other.given["text"]) else (other, one)
                if len(short.given["text"]) < len(long.given["text"]) and short.given["text"] in long.given["text"]:
                    shorter.add(short.number)
    export.found = [found for found in export.found if found.number not in shorter]
    for _ in shorter:
        export.pass_over("shorter form of another highlight")
    return export
