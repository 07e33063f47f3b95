"""Every task of the project. ``nox -l`` lists them; ``nox -s docs`` builds the site, ``nox -s tests`` runs the tests."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.sessions = ["lint", "types", "tests", "docs"]

PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = ["3.11", "3.12", "3.13"]
HTML = "docs/_build/html"
BOOKS = ("pdf", "epub")


def install(session: nox.Session, *groups: str, extras: str = "") -> None:
    """Install the project with the dependency *groups* of pyproject.toml, which has the only list of versions."""
    session.install("-e", f".{extras}", *nox.project.dependency_groups(PYPROJECT, *groups))


def sphinx(session: nox.Session, builder: str, out: str, *options: str) -> None:
    """Build the site with all warnings as errors."""
    session.run("sphinx-build", "-W", "-n", "-b", builder, *options, "docs", out)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site into docs/_build/html, or the folder given after --. With ``pdf`` or ``epub`` before the folder, build a book."""
    install(session, "docs")
    if session.posargs and session.posargs[0] in BOOKS:
        form, *rest = session.posargs
        out, *options = rest or [f"docs/_build/{form}"]
        book(session, form, Path(out), *options)
        return
    out, *options = session.posargs or [HTML]
    sphinx(session, "html", out, *options)
    session.log(f"The site: {Path(out).resolve() / 'index.html'}")


def book(session: nox.Session, form: str, out: Path, *options: str) -> None:
    """Build the PDF or the EPUB, and put that one file into the folder *out*."""
    if form == "pdf" and not (shutil.which("xelatex") and shutil.which("latexmk") and shutil.which("make")):
        session.error("A PDF needs xelatex, latexmk and make: docs/guide/how-to/pdf-epub.md says what to install.")
    work = Path(session.create_tmp(), form)
    shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(f"{work}-doctrees", ignore_errors=True)
    builder = "latex" if form == "pdf" else "epub"
    # An EPUB contains everything in its folder, so that folder must be new.
    sphinx(session, builder, str(work), "-d", f"{work}-doctrees", *options)
    if form == "pdf":
        # Sphinx's makefile knows how to sort the index.
        make = ("make", "-C", str(work), "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error")
        session.run(*make, external=True, silent=True)
        complaints = [line for log in work.glob("*.log") for line in log.read_text("utf-8", "replace").splitlines()
                      if line.startswith(("Missing character", "Package unknown-quotes Warning"))]  # fmt: skip
        for line in sorted(set(complaints)):
            session.warn(line)
    out.mkdir(parents=True, exist_ok=True)
    # The pictures are PDFs, too, so the book is found by the name of its LaTeX file.
    books = [path.with_suffix(".pdf") for path in work.glob("*.tex")] if form == "pdf" else work.glob("*.epub")
    for path in sorted(books):
        session.log(f"The book: {shutil.copy(path, out)}")


@nox.session
def picture(session: nox.Session) -> None:
    """Make the essay's picture for the PDF from the SVG that pages show. Run it once after a change of the SVG."""
    session.install("cairosvg")
    drawn, printed = "docs/_static/shoggoth-light.svg", Path("docs/pictures/shoggoth.pdf")
    session.run("cairosvg", drawn, "-o", str(printed), env={"SOURCE_DATE_EPOCH": "0"})
    # With this mark, a test sees whether the picture belongs to the present SVG.
    mark = f"%{hashlib.sha256(Path(drawn).read_bytes()).hexdigest()}\nstartxref".encode()
    printed.write_bytes(printed.read_bytes().replace(b"startxref", mark))


@nox.session
def live(session: nox.Session) -> None:
    """Serve the site and build it again whenever a page, a quotation or the extension changes."""
    install(session, "live")
    watched = [argument for folder in ("quotes", "ext") for argument in ("--watch", folder)]
    session.run("sphinx-autobuild", *watched, "--ignore", "*/__pycache__/*", *session.posargs, "docs", HTML)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests, two at a time; options after -- go to pytest."""
    install(session, "tests", extras="[check,documents]")
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests, and fail if less than 99 % of the branches of ext/ are covered."""
    install(session, "tests", extras="[check,documents]")
    session.run(
        "pytest", "-n", "2", "--cov", "--cov-report=term-missing:skip-covered", "--cov-fail-under=99", *session.posargs
    )


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the parts, a site compared with plain Markdown and other extensions, and a large index page, in 15 minutes.

    Arguments after -- go to ``tests/benchmarks/builds.py``, and then only that is run.
    """
    install(session, "bench", extras="[check]")
    builds = ("python", "tests/benchmarks/builds.py")
    if session.posargs:
        session.run(*builds, *session.posargs)
        return
    session.run("pytest", "-p", "no:xdist", "--benchmark-columns=min,median,rounds", "tests/benchmarks/bench_parts.py")
    session.run("python", "tests/benchmarks/opening.py")
    session.run(*builds, "--quotes", "2000", "card", "needs", "bibtex", "recorded", "inline")
    session.run(*builds, "recorded", "inline")
    session.run(*builds, "--quotes", "1000", "--per-page", "50", "alone", "published", "pictures")
    session.run(*builds, "--quotes", "100000", "--rounds", "1", "recorded")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Give random input to every reader for a minute each. After -- come seconds and the names of readers."""
    install(session, "fuzz", extras="[check,documents]")
    session.run("python", "tests/fuzz/run.py", *session.posargs)


@nox.session
def mutate(session: nox.Session) -> None:
    """Change the modules that decide, escape and write, and see whether a test notices. After -- come names of modules."""
    install(session, "mutate", extras="[check,documents]")
    session.run("python", "tests/mutation/run.py", *session.posargs)


@nox.session(python=PYTHONS)
@nox.parametrize("versions", ["oldest", "newest"])
def matrix(session: nox.Session, versions: str) -> None:
    """Run the tests with the oldest or newest supported versions of everything, on each Python."""
    resolution = "lowest-direct" if versions == "oldest" else "highest"
    session.install("uv")
    groups = nox.project.dependency_groups(PYPROJECT, "tests")
    python = f"--python={session.virtualenv.location}"
    session.run(
        "uv", "pip", "install", "--quiet", python, f"--resolution={resolution}", "-e", ".[check,documents]", *groups
    )
    session.run("python", "-m", "pytest", "-n", "2", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Run the tests against the built wheel instead of the checkout."""
    session.install("build", *nox.project.dependency_groups(PYPROJECT, "tests"))
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build", "--wheel", silent=True)
    session.install(f"{next(Path('dist').glob('*.whl'))}[check,documents]")
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session
def newcomer(session: nox.Session) -> None:
    """Run every command of the tutorial from an empty folder, including the installations from the package index."""
    install(session, "tests", extras="[check,documents]")
    session.run(
        "pytest", "tests/project/test_tutorial.py", *session.posargs, env={"UNKNOWN_QUOTES_TUTORIAL": "install"}
    )


@nox.session
@nox.parametrize("versions", ["before", "newest"])
def adopt(session: nox.Session, versions: str) -> None:
    """Try the built wheel in six themes, in a browser: with Sphinx before version 9 and with the newest."""
    group = "adopt" if versions == "newest" else "adopt-before"
    groups = nox.project.dependency_groups(PYPROJECT, group)
    session.install("build")
    out = Path(session.create_tmp(), "dist")
    shutil.rmtree(out, ignore_errors=True)
    session.run("python", "-m", "build", "--wheel", "--outdir", str(out), silent=True)
    session.install(f"{next(out.glob('*.whl'))}[check]", *groups)
    env = {"UNKNOWN_QUOTES_THEMES": "all", "UNKNOWN_QUOTES_BROWSER": "required"}
    session.run("pytest", "-n", "2", "tests/browser/adopt", *session.posargs, env=env)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style of the code."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "lint"))
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types."""
    install(session, "types", extras="[check,documents]")
    session.run("mypy", *session.posargs)


@nox.session
def linkcheck(session: nox.Session) -> None:
    """Open every address that the site links to. Needs the network."""
    install(session, "docs")
    sphinx(session, "linkcheck", "docs/_build/linkcheck", *session.posargs)


@nox.session
def quotecheck(session: nox.Session) -> None:
    """Check the quotations and the quotation marks of the site; UNKNOWN_QUOTES_TRANSCRIPTS names transcripts."""
    install(session, "docs", extras="[check,documents]")
    transcripts = os.environ.get("UNKNOWN_QUOTES_TRANSCRIPTS")
    options = [f"-Dunknown_quotes_transcripts={Path(transcripts).resolve()}"] if transcripts else []
    sphinx(session, "quotecheck", "docs/_build/quotecheck", *options, *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build wheel and sdist into dist/, and check their metadata."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "build"))
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    session.run("twine", "check", "--strict", *map(str, sorted(Path("dist").iterdir())))


@nox.session
def check(session: nox.Session) -> None:
    """Check every quotation of quotes/ against the transcripts in UNKNOWN_QUOTES_TRANSCRIPTS."""
    session.install("-e", ".[check,documents]")
    if not (session.posargs or os.environ.get("UNKNOWN_QUOTES_TRANSCRIPTS")):
        session.error(
            "Set UNKNOWN_QUOTES_TRANSCRIPTS to the folder of transcripts, or give --transcripts DIR after --."
        )
    session.run("unknown-quotes", "check", "quotes", *session.posargs)


@nox.session
def messages(session: nox.Session) -> None:
    """Update the extension's message catalogues with new and changed texts, and compile them."""
    session.install("babel")
    site = "ext/sphinx_unknown_quotes/site"
    name = "sphinx_unknown_quotes"
    template = f"{session.create_tmp()}/{name}.pot"
    session.run("pybabel", "extract", "-k", "lazy_", "--no-location", "--sort-output", "-o", template, site)
    session.run("pybabel", "update", "--ignore-pot-creation-date", "--no-fuzzy-matching",
                "-w", "120", "-D", name, "-i", template, "-d", f"{site}/locale")  # fmt: skip
    session.run("pybabel", "compile", "-D", name, "-d", f"{site}/locale")
