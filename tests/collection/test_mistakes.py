"""The likeliest mistakes of an author: each gives one message, at the place of the mistake, with the correction.

What goes wrong in a page and in conf.py is in tests/site/test_warnings.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from .samples import load

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "source:\n  title: A talk\n  type: talk\n"
HEAD = f"{SOURCE}quotes:\n  - id: a\n"
ONE = f"{HEAD}    text: We don't know.\n"


class Mistake(NamedTuple):
    """A file with one mistake, where it is, and the end of the one message about it."""

    name: str
    content: str | bytes
    place: str
    repair: str
    file: str = "x.yaml"


def text(name: str, value: str, column: int, repair: str) -> Mistake:
    """The words, on line 6, as they are typed."""
    return Mistake(name, f"{HEAD}    text: {value}\n    role: Host\n", f"6:{column}", repair)


def line(name: str, typed: str, place: str, repair: str) -> Mistake:
    """A line below the words, the 7th of the file."""
    return Mistake(name, f"{ONE}{typed}\n", place, repair)


def of_source(name: str, typed: str, place: str, repair: str) -> Mistake:
    """A line of the source, the 4th of the file."""
    return Mistake(name, ONE.replace("quotes:", f"{typed}\nquotes:"), place, repair)


MISTAKES = [
    # What YAML takes for its own
    text("a colon in the words", "One thing: we don't know.", 11, "Write it between quotation marks: 'One thing: we don''t know.'."),
    text("words that begin with a quotation mark", '"No," he said.', 11, "Write it between quotation marks: '\"No,\" he said.'."),
    text("a quotation mark that is never closed", '"We do not know', 11, "the second \" is missing. Write it between quotation marks: '\"We do not know'."),
    text("an apostrophe between apostrophes", "'We don't know.'", 11, "Write it between quotation marks: 'We don''t know.'."),
    text("words that begin with an apostrophe", "'Tis not known.", 11, "the second ' is missing. Write it between quotation marks: '''Tis not known.'."),
    text("words that begin with a bracket", "[We] don't know.", 11, "Write it between quotation marks: '[We] don''t know.'."),
    text("words that begin with a brace", "{We} know.", 11, "Write it between quotation marks: '{We} know.'."),
    text("words that begin with an at sign", "@home we know.", 11, "Write it between quotation marks: '@home we know.'."),
    text("words that begin with a backtick", "`f` is it.", 11, "Write it between quotation marks: '`f` is it.'."),
    text("words that begin with a per cent sign", "%s is it.", 11, "Write it between quotation marks: '%s is it.'."),
    text("emphasis", "*We* know.", 11, "Write it between quotation marks: '*We* know.'."),
    text("an ampersand", "& so on", 11, "Write it between quotation marks: '& so on'."),
    text("an exclamation mark", "!no way", 11, "Write it between quotation marks: '!no way'."),
    text("a block quote", "> We know.", 11, "Write it between quotation marks: '> We know.'."),
    text("a dash", "- We know.", 11, "Write it between quotation marks: '- We know.'."),
    text("a number sign in the words", "Panel #3 is on.", 16, "the value ends before '#3 is on.', which is a comment in YAML. Put the whole value between quotation marks."),
    text("a number sign before the words", "#1 is unknown.", 10, "Put the whole value between quotation marks."),
    text("a path with backslashes", '"C:\\data"', 11, "Write it between quotation marks: 'C:\\data'."),
    line("an alias", "    role: *host", "7:11", "*host is an alias of nothing. Repeat the words instead; if it is one of the words, put them between quotation marks."),
    line("a second document", "---", "7:1", "a second document begins here, and is not read. Put it in a file of its own."),
    line("a merge that is not finished", "<<<<<<< HEAD", "7:1", "Choose one of the two versions."),
    # Spaces
    line("a tab", "\trole: Host", "7:1", "the line is indented with a tab. Indent with spaces."),
    line("a line that is indented too far", "      role: Host", "7:7", "the line is indented by 6 spaces, unlike its neighbours. Indent it as they are."),
    line("a line that is not indented far enough", "   role: Host", "7:4", "the line is indented by 3 spaces, unlike its neighbours. Indent it as they are."),
    line("no colon", "    role Host\n    page: x", "7:5", "there is no colon in the line 'role Host': a key, a colon and a space go before a value."),
    Mistake("no colon after the first key of the source", ONE.replace("  title: ", "  title ", 1), "2:3", "a key, a colon and a space go before a value."),
    Mistake("no colon after the first key of a quotation", ONE.replace("- id: ", "- id "), "5:5", "a key, a colon and a space go before a value."),
    line("no space behind the colon", "    role:Host\n    seen: 2024", "7:5", "a space is missing after the colon: write 'role: Host'."),
    line("no space behind the hyphen", "  -id: b\n    text: c", "7:3", "a space is missing after the hyphen: write '- id: b'."),
    line("spaces that do not break", "\u00a0\u00a0\u00a0\u00a0role: Host", "7:1", "There are no-break spaces before it. Indent with ordinary spaces."),
    Mistake("a source that is not indented", ONE.replace("  title", "title").replace("  type", "type"), "2:1", "title: belongs to source:. Indent what belongs to the source by two spaces."),
    Mistake("quotations within the source", f"{SOURCE}  quotes:\n    - id: a\n      text: b\n", "4:3", "Begin the line with it, as with source:."),
    Mistake("a quotation without its hyphen", f"{SOURCE}quotes:\n  id: a\n  text: b\n", "5:3", "quotes: is a list; begin each quotation with '- id:'."),
    # Keys
    line("a key with a typo", "    spaeker: Ann", "7:5", "'spaeker' is not a key of this record. Did you mean 'speaker'?"),
    Mistake("a key that must be there with a typo", f"{HEAD}    txet: We\n", "6:5", "'txet' is not a key of this record. Did you mean 'text'?"),
    line("a key of the source", "    url: https://example.org", "7:5", "'url' is not a key of this record. It is a key of the source, under source:."),
    of_source("a key of a quotation", "  speaker: Ann", "4:3", "'speaker' is not a key of this record. It is a key of a quotation, under quotes:."),
    line("a key twice", "    text: We", "7:5", "'text' is already set on line 6, and that one counts."),
    Mistake("no words", HEAD, "5:5", "text: is missing."),
    # Values
    of_source("a date with slashes", "  date: 2024/05/03", "4:9", "'2024/05/03' is not a date. Write it as 2024-05-03."),
    of_source("a date in words", "  date: May 3, 2024", "4:9", "Write it as 2023, 2023-02, 2023-02-07, 2023~ (about) or 2023? (uncertain)."),
    of_source("an address without its scheme", "  url: example.org/talk", "4:8", "'example.org/talk' is not an absolute http or https address."),
    line("a time in words", "    at: 12 min", "7:9", "'12 min' is not a time. Write it as 1:13:47, 25:25, 1525 (seconds) or 25m25s."),
    line("a language by its name", "    lang: english", "7:11", "'english' is not a BCP 47 language tag such as en, de-CH or zh-Hant."),
    line("two speakers as one", "    speaker: Ann Bee; Bo Ek", "7:14", "'Ann Bee; Bo Ek' is one name. Write several as a list: [Ann Bee, Bo Ek]."),
    line("a page of a talk", "    page: 3", "7:11", "page: is for printed sources, and the source is of type talk. Give at:."),
    Mistake("a moment of a paper", ONE.replace("type: talk", "type: paper") + "    at: 1:00\n", "7:9", "the source is of type paper. Give page: or section:."),
    Mistake("a type with a typo", ONE.replace("type: talk", "type: tlak"), "3:9", "Did you mean 'talk'?"),
    Mistake("an id with capitals", ONE.replace("id: a", "id: Ann Bee"), "5:9", "Did you mean 'ann-bee'?"),
    line("an unknown that nothing names", "    unknown: scalin", "7:14", "unknown: 'scalin' is not in unknowns.yaml. Did you mean 'scaling'?"),
    Mistake("an id that is taken", f"{ONE}  - id: a\n    text: We\n", "7:9", "and that one counts."),
    # Files
    Mistake("a file in another encoding", f"{ONE}    role: M\u00fcller\n".encode("latin-1"), "7:12", "Save the file as UTF-8."),
    Mistake("an empty file", "", "", "the file is empty."),
    Mistake("an ending in capitals", ONE, "", "is not read, since its name ends in capitals. Rename it panel.yaml.", "panel.YAML"),
    Mistake("a file in a subfolder", ONE, "", "is not read, since it is in a subfolder. Move it into the folder of the collection.", "talks/x.yaml"),
    Mistake("unknowns under another name", "scaling: {title: S}\n", "", "this seems to be the file of unknowns. Rename it unknowns.yaml.", "unknown.yaml"),
    Mistake("a list of quotations alone", "- id: a\n  text: b\n", "1:1", "a file of the collection is a mapping of keys to values: source: and quotes:."),
]  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_one_message_at_its_place_with_the_repair(tmp_path: Path, mistake: Mistake) -> None:
    (tmp_path / "talks").mkdir()
    files = {mistake.file: mistake.content}
    if mistake.file != "unknown.yaml":
        files["unknowns.yaml"] = "scaling: {title: Scaling}\n"
    library = load(tmp_path, files)
    assert [problem.place for problem in library.problems] == [":".join(filter(None, [mistake.file, mistake.place]))]
    assert library.problems[0].message.endswith(mistake.repair)


def test_the_table_has_the_forty_likeliest() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES) >= 40
