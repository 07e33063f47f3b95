"""Markdown, reStructuredText and plain text -> passages, and the places of strings in their files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sphinx_unknown_quotes.check.locating.locate import MissingLibraryError
from sphinx_unknown_quotes.check.prose.findings import Finding
from sphinx_unknown_quotes.check.prose.marks import quoted_strings
from sphinx_unknown_quotes.check.prose.reading.files import read_passages
from sphinx_unknown_quotes.check.prose.reading.places import place_of, placed

MARKDOWN = """---
title: "in the front matter"
---
# “In a heading”

% "in a comment"

A paragraph with "one", `"code"`, {code}`"a role"` and {unquoted}`"not checked"`.
It goes on with “two
and a half”, <q>three</q> and ["four"](https://example.org/ "title").

:::{note} "A title"
:class: wide
Said {uq:speaker}`Ann Bee`: "five"

```python
x = "code"
```
:::

```{unquoted}
"not checked"
```

:::{div} unquoted
"not checked"
:::

```{epigraph}
six

-- Ann Bee, a talk
```

> seven
> — Bo Ek

> - "eight"

["not checked"]{.unquoted} and <span class="unquoted">"not checked"</span> and "nine"

<!-- unquoted -->
"not checked"

<!-- unquoted -->

> not checked

<div class="unquoted">

"not checked"

</div>

{.unquoted}
"not checked"

| a | b |
| - | - |
| c | "ten" |

```{unknown-quote}
:id: x
"recorded here"
```

```{unknown-quote} y
A note of "eleven".
```

```{eval-rst}
.. note:: "twelve"
```
"""

RESTRUCTURED = """Title "in a heading"
====================

.. comment "not checked"

A paragraph with "one", ``"code"``, :ref:`"a role"` and :unquoted:`"not checked"`.
It goes on with “two
and *a* half”.

.. toctree::
   :maxdepth: 2

   "not checked"

.. versionadded:: 2.0
   Said :uq:speaker:`Ann Bee`: "three"

.. seealso:: the "four"

.. code-block:: python

   x = "code"

.. unquoted::

   "not checked"

.. admonition:: x
   :class: unquoted

   "not checked"

.. container:: unquoted

   "not checked"

.. epigraph::

   five

   -- Ann Bee

* an item with "six"::

     "code"

| a line of "seven"
| and another

.. py:function:: kettle(sep="not checked")

   Says "eight".
"""


def strings(text, name):
    return [found.text for passage in read_passages(text, Path(name)) for found in quoted_strings(passage)]


def test_markdown_has_what_its_prose_quotes():
    found = strings(MARKDOWN, "a.md")
    assert [text.strip() for text in found] == [
        "one", "two and a half", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]  # fmt: skip


def test_restructured_text_has_what_its_prose_quotes():
    found = strings(RESTRUCTURED, "a.rst")
    assert found == ["one", "two and a half", "three", "four", "five", "six", "seven", "eight"]


def test_blocks_have_who_said_them():
    blocks = [passage for passage in read_passages(MARKDOWN, Path("a.md")) if passage.is_block]
    assert [(block.text, block.attribution) for block in blocks] == [("six", "Ann Bee, a talk"), ("seven", "Bo Ek")]
    (block,) = [passage for passage in read_passages(RESTRUCTURED, Path("a.rst")) if passage.is_block]
    assert (block.text, block.attribution) == ("five", "Ann Bee")


@pytest.mark.parametrize("name", ["a.md", "a.rst"])
def test_names_by_a_role_stand_in_the_sentence(name):
    text = MARKDOWN if name == "a.md" else RESTRUCTURED
    assert any("Ann Bee:" in passage.text for passage in read_passages(text, Path(name)))


@pytest.mark.parametrize(("name", "text"), [("a.md", MARKDOWN), ("a.rst", RESTRUCTURED)])
def test_every_string_has_its_place(name, text):
    lines = text.split("\n")
    for passage in read_passages(text, Path(name)):
        for found in quoted_strings(passage):
            place = place_of(found, text)
            assert place is not None, found.text
            assert " ".join(text[place.start : place.end].replace("*", "").replace("<q>", "“").split()).strip("“”\"") in (
                found.text, f"{found.text}</q>",
            )  # fmt: skip
            assert text[place.start] == lines[place.line - 1][place.column - 1]


def test_words_far_behind_in_a_paragraph_have_their_place():
    text = "Word after word. " * 700 + "A “kettle sings” here."
    (passage,) = read_passages(text, Path("a.txt"))
    (found,) = quoted_strings(passage)
    place = place_of(found, text)
    assert place is not None
    assert text[place.start : place.end] == "“kettle sings”"


def test_finding_in_a_file_that_nobody_can_read_has_the_line_of_its_passage():
    (passage,) = read_passages('\nA "kettle sings" here.\n', Path("a.md"))
    (found,) = quoted_strings(passage)
    one = placed(Finding("unrecorded", found), None)
    assert (one.place, one.start) == ("a.md:2", -1)


def test_options_of_directives_free_what_is_in_them():
    text = '.. kettle:: x\n   :wide:\n   :class: unquoted\n\n   "not checked"\n\n"one"\n'
    assert strings(text, "a.rst") == ["one"]
    text = '```{kettle}\n---\nclass: unquoted\n---\n"not checked"\n```\n\n:::{note}\n---\nx: y\n---\n"one"\n:::\n'
    assert strings(text, "a.md") == ["one"]


def test_colons_without_a_directive_have_prose():
    assert strings(':::warning\n"one"\n:::\n\n:::unquoted\n"not checked"\n:::\n', "a.md") == ["one"]


@pytest.mark.parametrize(("name", "library"), [("a.md", "markdown_it"), ("a.rst", "docutils.parsers.rst.languages")])
def test_what_is_not_installed_is_named(monkeypatch, name, library):
    module = "markdown" if name == "a.md" else "restructured"
    monkeypatch.delitem(sys.modules, f"sphinx_unknown_quotes.check.prose.reading.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'sphinx-unknown-quotes\[check\]'"):
        read_passages("x", Path(name))


def test_plain_text_has_paragraphs():
    text = 'One "two\nthree" four.\n\n\nFive "six".\n'
    passages = read_passages(text, Path("a.txt"))
    assert [(passage.text, passage.line) for passage in passages] == [('One "two three" four.', 1), ('Five "six".', 5)]


def test_role_at_the_beginning_of_a_line_begins_no_block():
    (passage,) = read_passages("See the\n:ref:`kettle` and more.\n", Path("a.rst"))
    assert (passage.text, passage.is_block) == ("See the \ufffc and more.", False)


def test_the_same_words_twice_have_two_places():
    text = 'A "kettle sings" here.\n\nA "kettle sings" and a "kettle sings" there.\n'
    places = [
        place_of(found, text) for passage in read_passages(text, Path("a.md")) for found in quoted_strings(passage)
    ]
    assert [(place.line, place.column) for place in places if place] == [(1, 3), (3, 3), (3, 24)]


def test_words_that_the_file_does_not_have_have_no_place():
    (passage,) = read_passages('A "kettle sings" here.\n', Path("a.md"))
    (found,) = quoted_strings(passage)
    assert place_of(found, "Something else.") is None


@pytest.mark.parametrize("name", ["a.md", "a.rst", "a.txt"])
@pytest.mark.parametrize(
    "text", ["", "\n\n", "> ", '"', "```{note}", ".. note::\n\n", "\x00 \ufffc", "> [!NOTE]\n> x", "{.unquoted}"]
)
def test_odd_files_are_read(name, text):
    assert isinstance(read_passages(text, Path(name)), list)
