"""A made-up collection of any size, and the same quotations as plain Markdown block quotes."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNKNOWNS = ("scaling", "prompting", "emergence", "inner-workings")
_WORDS = (
    *("nobody", "really", "knows", "why", "the", "large", "kettle", "sings", "when", "the", "small", "one", "beside"),
    *("it", "has", "long", "been", "quiet"),
)
_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "za")


class Made(NamedTuple):
    """One made-up quotation."""

    quote: str
    text: str
    speaker: str
    talk: int
    at: int

    @property
    def url(self) -> str:
        """Where the talk is."""
        return f"https://example.org/{self.talk}.mp4"

    @property
    def year(self) -> int:
        """When it was held."""
        return 2000 + self.talk % 25

    @property
    def unknown(self) -> str:
        """What the quotation says is unknown."""
        return _UNKNOWNS[self.at % len(_UNKNOWNS)]


def _word(index: int, step: int) -> str:
    """Return a common word, or at every second place one that tells quotations apart: almost the same would be a warning."""
    if step % 2:
        return _WORDS[(index * step) % len(_WORDS)]
    (number,) = blake2b(b"%d %d" % (index, step), digest_size=1).digest()
    return _SYLLABLES[number // 16] + _SYLLABLES[number % 16]


def made_up(number: int) -> list[Made]:
    """Return so many quotations: ten a talk, five a speaker."""
    return [
        Made(
            f"q{index:05d}",
            " ".join(_word(index, step) for step in range(1, 18)).capitalize() + ".",
            f"Speaker {index // 5}",
            index // 10,
            60 + index % 3000,
        )
        for index in range(number)
    ]


def collection(made: Iterable[Made]) -> dict[str, str]:
    """Return the files of a collection of the quotations."""
    files: dict[str, str] = {}
    for one in made:
        name = f"quotes/talk-{one.talk:05d}.yaml"
        if name not in files:
            files[name] = (
                f"source:\n  title: Talk {one.talk}\n  type: talk\n  url: {one.url}\n  date: {one.year}\nquotes:\n"
            )
        files[name] += (
            f"  - id: {one.quote}\n    text: {one.text}\n    speaker: {one.speaker}\n    at: {one.at}\n"
            f"    unknown: {one.unknown}\n"
        )
    return files | unknowns()


def dated(made: Iterable[Made]) -> dict[str, str]:
    """Return the files of a collection whose quotations say when they were added, as a feed needs it."""
    return {
        name: text.replace("\n    speaker:", "\n    added: 2026-11-25\n    speaker:")
        for name, text in collection(made).items()
    }


def unknowns() -> dict[str, str]:
    """Return the file that names what is unknown."""
    return {"quotes/unknowns.yaml": "".join(f"{key}: {{title: {key.capitalize()}}}\n" for key in _UNKNOWNS)}


def cards(made: Iterable[Made]) -> str:
    """Show recorded quotations."""
    return "".join(f":::{{unknown-quote}} {one.quote}\n:::\n\n" for one in made)


def inline_cards(made: Iterable[Made]) -> str:
    """Record the quotations in the page."""
    return "".join(
        f":::{{unknown-quote}}\n:id: {one.quote}\n:speaker: {one.speaker}\n:source: Talk {one.talk}\n:url: {one.url}\n"
        f":date: {one.year}\n:at: {one.at}\n:unknown: {one.unknown}\n\n{one.text}\n:::\n\n"
        for one in made
    )


def block_quotes(made: Iterable[Made]) -> str:
    """Quote the same in plain Markdown, which has no id, no index and no export."""
    return "".join(
        f"> {one.text}\n>\n> — {one.speaker}, [Talk {one.talk}, {one.at}]({one.url}#t={one.at})\n\n" for one in made
    )


def design_cards(made: Iterable[Made]) -> str:
    """Cards of sphinx-design."""
    return "".join(
        f"::::{{card}} {one.speaker}\n{one.text}\n:::{{card-footer}}\n"
        f"[Talk {one.talk}, {one.at}]({one.url}#t={one.at}) · {one.unknown}\n:::\n::::\n\n"
        for one in made
    )


def needs(made: Iterable[Made]) -> str:
    """Needs of sphinx-needs."""
    return "".join(
        f":::{{quote}} {one.speaker}: Talk {one.talk}\n:id: {one.quote.upper()}\n:tags: {one.unknown}\n\n"
        f"{one.text} ([{one.at}]({one.url}#t={one.at}))\n:::\n\n"
        for one in made
    )


def citations(made: Iterable[Made]) -> str:
    """Citations of sphinxcontrib-bibtex."""
    return "".join(f"{one.text} {{cite}}`{one.quote}`\n\n" for one in made)


def bibliography(made: Iterable[Made]) -> str:
    """Return what the citations cite."""
    return "\n".join(
        f"@misc{{{one.quote}, author={{{one.speaker}}}, title={{Talk {one.talk}}}, url={{{one.url}}}, year={{{one.year}}}}}"
        for one in made
    )
