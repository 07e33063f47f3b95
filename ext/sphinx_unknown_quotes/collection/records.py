"""The records of a collection: what is recorded of a quotation, its source, its reporter and its unknown.

Every value is the string that was recorded; :mod:`.times` and :mod:`.dates` read those with a time or a date.
A key that was left out is None.
The guide's tables and the JSON Schema show the descriptions below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, get_type_hints
from zlib import crc32

from msgspec import Meta, Struct
from msgspec.structs import fields

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The file that names the unknowns; every other file is a source.
UNKNOWNS_FILE: Final = "unknowns.yaml"

#: The types of a source.
SOURCE_TYPES: Final = (
    "lecture", "talk", "interview", "podcast", "video", "paper", "book", "article", "report", "testimony", "post", "code",
)  # fmt: skip

#: Types that somebody writes: such a text names its author at most once.
WRITTEN_TYPES: Final = ("paper", "book", "article", "report", "post", "code")

#: Types that have moments and no pages. A testimony can have either.
SPOKEN_TYPES: Final = ("lecture", "talk", "interview", "podcast", "video")

#: What a reader must know of a quotation, even if its words are recorded rightly.
STATUSES: Final = ("paraphrase", "translation", "disputed", "misattributed")


#: A speaker in a file: a name, or a mapping of the name and the form in which an index files it.
_SPEAKER: Final = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"name": {"type": "string"}, "sort": {"type": "string"}},
            "required": ["name"],
            "additionalProperties": False,
        },
    ]
}


def _text(description: str) -> Meta:
    return Meta(description=description)


class Via(Struct, frozen=True, omit_defaults=True, gc=False):
    """A second-hand reporter: where the words were read, if not in the source itself."""

    title: Annotated[str, _text("The reporter's title.")]
    url: Annotated[str | None, _text("Its address, http or https.")] = None
    date: Annotated[str | None, _text("Its date, EDTF.")] = None


class Correction(Struct, frozen=True, omit_defaults=True, gc=False):
    """A correction of the recorded words: when, what they were before, and why."""

    date: Annotated[str, _text("The day of the correction, 2026-11-25.")]
    was: Annotated[str, _text("The words as they were recorded before.")]
    why: Annotated[str, _text("Why they were corrected, in one sentence.")]


class Source(Struct, frozen=True, omit_defaults=True, gc=False):
    """What a quotation was said or written in."""

    key: str
    title: Annotated[str, _text("The work's own title: of the lecture, episode, paper, post.")]
    type: Annotated[str, Meta(description="What it is.", extra_json_schema={"enum": list(SOURCE_TYPES)})]
    container: Annotated[str | None, _text("What it is part of: the course, podcast, journal.")] = None
    publisher: Annotated[str | None, _text("Who published it.")] = None
    url: Annotated[str | None, _text("Its address, http or https.")] = None
    date: Annotated[
        str | None,
        _text("When it was said or published, EDTF: 2023, 2023-02, 2023-02-07, 2023~ (about), 2023? (uncertain)."),
    ] = None
    archive: Annotated[str | None, _text("The address of an archived copy.")] = None
    accessed: Annotated[str | None, _text("The day on which the address was last opened, EDTF.")] = None
    doi: Annotated[str | None, _text("Its DOI, 10.1234/abc.")] = None
    transcript: Annotated[
        str | None, _text("The name of its file in the transcripts folder, if the owner of the collection has one.")
    ] = None
    speakers: Annotated[
        dict[str, str],
        Meta(
            description="The names of speakers for whom the transcript has only labels: SPEAKER_00: Ann Bee.",
            extra_json_schema={"type": "object", "additionalProperties": {"type": "string"}},
        ),
    ] = {}


class Quotation(Struct, frozen=True, omit_defaults=True, gc=False, rename={"reported_at": "reported-at"}):
    """Words that somebody said or wrote, and where."""

    id: Annotated[
        str,
        Meta(
            description="Its unique name in the project, of a-z, 0-9 and hyphens. It is the anchor of the card and never changes.",
            pattern="^[a-z0-9]+(-[a-z0-9]+)*$",
        ),
    ]
    text: Annotated[str, _text("The words, exactly. Plain text; a blank line separates paragraphs.")]
    #: The key of its source: the file's name without ``.yaml``; the title of the source if a page records the quotation.
    source: str
    #: The name of the file that records it (a path if that is a page), and the line, counted from 1.
    path: str
    line: int
    speaker: Annotated[
        tuple[str, ...],
        Meta(
            description="Who said it: a name or a list of names. Leave it out if nobody knows.",
            extra_json_schema={"anyOf": [_SPEAKER, {"type": "array", "items": _SPEAKER}]},
        ),
    ] = ()
    #: For speakers who say how an index files them: that form, by name.
    sort: dict[str, str] = {}
    role: Annotated[str | None, _text("Who the speaker was then.")] = None
    at: Annotated[
        str | None, _text("When in the recording: 1:13:47, 25:25, 1525, 25m25s, or a range 1:13:47-1:13:52.")
    ] = None
    page: Annotated[str | None, _text("The page or pages.")] = None
    section: Annotated[str | None, _text("The section, chapter or part.")] = None
    unknown: Annotated[str | None, _text("What is not known: a key of unknowns.yaml.")] = None
    context: Annotated[str | None, _text("What was being talked about, in one sentence.")] = None
    lang: Annotated[str, _text("The language of the words, BCP 47. Without it, the language of the site.")] = "en"
    #: Whether the record has no language, so that a site may put its own in its place.
    lang_assumed: bool = False
    translation: Annotated[str | None, _text("The words in the language of the site.")] = None
    translator: Annotated[str | None, _text("Who translated them.")] = None
    via: Annotated[Via | None, _text("A second-hand reporter: title, url, date.")] = None
    reported: Annotated[str | None, _text("The wording of the report, if it differs.")] = None
    reported_at: Annotated[str | None, _text("The time in the report, if it differs.")] = None
    status: Annotated[
        str | None,
        Meta(description="What a reader must know about the words.", extra_json_schema={"enum": list(STATUSES)}),
    ] = None
    seen: Annotated[str | None, _text("The day on which someone compared the words with the source itself, EDTF.")] = (
        None
    )
    added: Annotated[
        str | None, _text("The day on which it came into the collection, 2026-11-25. The feed has it from then.")
    ] = None
    corrected: Annotated[
        tuple[Correction, ...],
        Meta(
            description="Its corrections, a list of date, was and why.",
            extra_json_schema={
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {key: {"type": "string"} for key in Correction.__struct_fields__},
                    "required": list(Correction.__struct_fields__),
                    "additionalProperties": False,
                },
            },
        ),
    ] = ()
    formerly: Annotated[
        tuple[str, ...],
        Meta(
            description="The ids that it had before, the oldest first. They still lead to it.",
            extra_json_schema={"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        ),
    ] = ()
    see: Annotated[
        tuple[str, ...],
        Meta(
            description="The ids of quotations that have almost the same words and are right, too. The card has links to them.",
            extra_json_schema={"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        ),
    ] = ()


class Unknown(Struct, frozen=True, omit_defaults=True, gc=False):
    """Something that is not known."""

    key: str
    title: Annotated[str, _text("Its name in lists.")]
    question: Annotated[str | None, _text("The same as one question.")] = None


#: A number that changes with the keys of any record, so that a cache of other keys is not used.
RECORDS_VERSION: Final = crc32(
    repr([kind.__struct_fields__ for kind in (Via, Correction, Source, Quotation, Unknown)]).encode()
)


def described(record: type[Struct]) -> dict[str, Meta]:
    """Return the description of each key that *record* has in a file, in the order of its fields."""
    found = {}
    hints = get_type_hints(record, include_extras=True)
    for item in fields(record):
        meta = next((each for each in getattr(hints[item.name], "__metadata__", ()) if isinstance(each, Meta)), None)
        if meta:
            found[item.encode_name] = meta
    return found


def former_ids(quotations: Mapping[str, Quotation]) -> dict[str, str]:
    """Return the former ids, each with the present one. Of two quotations with one former id, the first keeps it."""
    found: dict[str, str] = {}
    for quotation in quotations.values():
        for old in quotation.formerly:
            if old not in quotations:
                found.setdefault(old, quotation.id)
    return found
