"""The site as an EPUB: what a reading system refuses or cannot follow."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
#: What a container must have beside what its manifest names.
UNNAMED = {"mimetype", "META-INF/container.xml", "content.opf"}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The files of docs/ as an EPUB, by name."""
    out = tmp_path_factory.mktemp("epub")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "epub", "-d", str(out / "doctrees")]
    subprocess.run([*command, str(ROOT / "docs"), str(out / "epub")], check=True)
    with zipfile.ZipFile(next((out / "epub").glob("*.epub"))) as container:
        return {name: container.read(name) for name in container.namelist()}


@pytest.fixture(scope="module")
def pages(book):
    """Each page, parsed as XML."""
    found = {name: ElementTree.fromstring(content) for name, content in book.items() if name.endswith(".xhtml")}
    assert {"index.xhtml", "collection.xhtml", "uq-unknown.xhtml", "nav.xhtml"} < found.keys()
    return found


def test_every_file_of_markup_is_well_formed(book):
    for name, content in book.items():
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml", ".svg")):
            ElementTree.fromstring(content)


def test_manifest_names_every_file_and_no_other(book):
    manifest = ElementTree.fromstring(book["content.opf"]).find(f"{OPF}manifest")
    assert manifest is not None
    named = [item.get("href") for item in manifest]
    assert sorted(named) == sorted(book.keys() - UNNAMED)


def test_no_page_has_what_the_manifest_would_have_to_declare(pages):
    for name, page in pages.items():
        for element in page.iter():
            assert element.tag.rpartition("}")[2] not in ("script", "svg", "math", "form"), name


def test_every_link_within_the_book_leads_somewhere(book, pages):
    ids = {name: {element.get("id") for element in page.iter()} for name, page in pages.items()}
    links = 0
    for name, page in pages.items():
        for element in page.iter(f"{XHTML}a"):
            href = element.get("href", "")
            if not href or re.match(r"[a-z]+:", href):
                continue
            file, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
            assert target in book, (name, href)
            assert not anchor or anchor in ids[target], (name, href)
            links += 1
    assert links > 200


def test_no_id_is_given_twice(pages):
    for name, page in pages.items():
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert sorted(set(ids)) == sorted(ids), name


def test_contents_name_every_page_of_the_site(pages):
    named = {element.get("href", "").partition("#")[0] for element in pages["nav.xhtml"].iter(f"{XHTML}a")}
    assert {"index.xhtml", "collection.xhtml", "guide/tutorial.xhtml", "share.xhtml"} <= named


def test_what_differs_in_a_report_has_a_line_of_its_own(book, pages):
    """A page in a browser hides this sentence from those who see the marks. A reading system may have no marks."""
    style = book["_static/unknown-quotes-epub.css"].decode()
    assert ".uq-said { display: block; }" in style
    assert any(part.get("class") == "uq-said" for part in pages["gallery.xhtml"].iter(f"{XHTML}span"))
