"""Configuration of the site: the first user of the extension."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from pathlib import Path

import sphinx_unknown_quotes

sys.path.insert(0, str(Path(__file__).parent / "_ext"))
# sphinxext.opengraph prints at its import that it cannot draw pictures, which this site does not need from it.
with contextlib.redirect_stdout(io.StringIO()):
    importlib.import_module("sphinxext.opengraph")
# This is docs/_ext/repository.py.
repository = importlib.import_module("repository")

project = "We don’t know how"
author = "The sphinx-unknown-quotes developers"
copyright = author
release = version = sphinx_unknown_quotes.__version__
language = "en"

extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinx_unknown_quotes",
    "sphinxext.opengraph",
    "book",
    "command_help",
    "generated_pages",
    "navigation_groups",
    "reference_tables",
]
exclude_patterns = ["_build"]
nitpicky = True

source = repository.repository_of(os.environ)
myst_enable_extensions = ["colon_fence", "deflist", "smartquotes", "substitution"]
myst_substitutions = {"form": repository.form(source)}
myst_heading_anchors = 3

unknown_quotes_path = "../quotes"
unknown_quotes_pages = True
# A feed and previews need absolute addresses, which only Read the Docs gives.
unknown_quotes_pictures = bool(os.environ.get("READTHEDOCS_CANONICAL_URL"))
# The font of Pillow has no é. This one is on Read the Docs, where fonts-noto-core is installed for the PDF.
noto = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
unknown_quotes_picture_font = str(noto) if noto.is_file() else ""
unknown_quotes_feed = bool(os.environ.get("READTHEDOCS_CANONICAL_URL"))

# This engine can use the fonts of the machine, for words in every script.
latex_engine = "xelatex"
latex_elements = {
    "extraclassoptions": "openany,oneside",
    "preamble": r"""
% For the one table that is too wide for a page.
\usepackage{pdflscape}
% The general index has names of people, and code is not hyphenated, which would be read as part of it.
\protected\def\sphinxstyleindexentry#1{#1}
\protected\def\sphinxcode#1{\texttt{\hyphenchar\font=-1 #1}}
\setlength{\emergencystretch}{3em}
% So narrow a column keeps its width, for the sake of the code in it.
\setlength{\tymin}{66pt}
""",
}
# The collection is already a chapter with the same four lists.
latex_domain_indices = False
# The pages are in hidden toctrees, which an EPUB would otherwise leave out of its table of contents.
epub_tocscope = "includehidden"
# For editors of the collection, not for readers.
epub_exclude_files = ["source.schema.json", "unknowns.schema.json"]
html_theme = "furo"
html_title = project
html_static_path = ["_static"]
# The schemas of the files of a collection, for editors: source.schema.json and unknowns.schema.json.
html_extra_path = ["../ext/sphinx_unknown_quotes/publish/static"]
html_css_files = ["theme.css", "restyle.css"]
html_js_files = ["scroll.js"]
# Read the Docs gives the address of the site. Elsewhere, addresses in quotes.json are relative to it.
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_theme_options = {"sidebar_hide_name": False}
if source:
    html_theme_options |= {"source_repository": source, "source_branch": "main", "source_directory": "docs/"}
templates_path = ["_templates"]
# Descriptions for search engines and previews. No picture is drawn, and no other host is asked for one.
ogp_site_url = html_baseurl
ogp_site_name = project
ogp_social_cards = {"enable": False}
ogp_enable_meta_description = True
# No page makes a request to another host.
html_use_opensearch = ""
