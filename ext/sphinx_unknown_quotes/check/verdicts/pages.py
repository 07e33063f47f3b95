"""The pages of a file by all their names, and whether the words are on a cited page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_PREFIX: Final = re.compile(r"^(?:pages?|pp?|seiten?|s|págs?|páginas?|str)(?:\.\s*|\s+)", re.IGNORECASE)
_ROMAN: Final = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_DIGITS: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_RANGE: Final = re.compile(r"([^\W_]+)\s*(?:[-‐‑–—]+|\bto\b|\bbis\b)\s*([^\W_]+)")
_FOLLOWING: Final = re.compile(r"(\d+)\s*(ff?|sqq?)\.?")


class Name(NamedTuple):
    """The name of a page: a number, a Roman numeral, or anything else. Names of one kind have an order."""

    kind: str
    number: int
    text: str = ""


def roman_number(text: str) -> int:
    """Return the value of a Roman numeral; 0 if *text* is not one."""
    plain = text.casefold()
    if not _ROMAN.fullmatch(plain):
        return 0
    values = [_DIGITS[letter] for letter in plain]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def roman(number: int) -> str:
    """Return a number as a Roman numeral in lower case."""
    tens = (
        ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"),
        ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"),
        ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"),
    )
    hundreds, rest = divmod(number % 1000, 100)
    return "m" * (number // 1000) + tens[0][hundreds] + tens[1][rest // 10] + tens[2][rest % 10]


def _named(name: str) -> Name:
    plain = name.strip().casefold()
    if plain.isascii() and plain.isdigit() and len(plain) < 10:
        return Name("number", int(plain))
    return Name("roman", roman_number(plain)) if roman_number(plain) else Name("text", 0, plain)


def parse_pages(cited: str, known: Collection[str] = ()) -> list[tuple[Name, Name]]:
    """Read ``3``, ``3-4``, ``p. 3``, ``iii``, ``12, 14``, ``531–45`` or ``3ff`` as ranges of pages.

    A name in *known* is one page, even with a hyphen: ``A-3``.
    """
    plain = _PREFIX.sub("", cited.strip()).strip()
    if plain.casefold() in {name.casefold() for name in known}:
        return [(_named(plain), _named(plain))]
    return [found for part in re.split(r"[,;&]|\band\b", plain) if part.strip() for found in _ranges(part.strip())]


def _ranges(part: str) -> Iterator[tuple[Name, Name]]:
    part = _PREFIX.sub("", part)
    if following := _FOLLOWING.fullmatch(part):
        first = int(following[1])
        yield Name("number", first), Name("number", first + (1 if following[2] in ("f", "sq") else 2))
    elif match := _RANGE.fullmatch(part):
        # 531-45 means 531-545.
        is_short = match[1].isdigit() and match[2].isdigit() and len(match[2]) < len(match[1])
        whole = match[1][: -len(match[2])] + match[2] if is_short else match[2]
        yield _named(match[1]), _named(whole)
    else:
        yield _named(part), _named(part)


def page_notes(cited: str | None, found: Sequence[str], every: Sequence[str]) -> tuple[str, ...]:
    """Return notes if the *cited* page is not one of those *found*, or cannot be compared with them.

    Each item of *found* and *every* has the names of one page, separated by spaces: its number in the file, its label,
    and the number printed on it. Any of them may be cited. If only the numbers in the file are known, a higher number
    may be that of a journal, and cannot be compared.
    """
    if not cited:
        return ()
    ranges = parse_pages(cited, {name for names in every for name in names.split()})
    if _is_one_of(ranges, found):
        return ()
    has_names = 2 * sum(1 for names in every if " " in names) >= len(every)
    return ("other-page",) if found and (has_names or _is_one_of(ranges, every)) else ("unpaged",)


def _is_one_of(ranges: list[tuple[Name, Name]], pages: Sequence[str]) -> bool:
    named = [_named(name) for names in pages for name in names.split()]
    return any(first <= name <= last for name in named for first, last in ranges if first.kind == last.kind)


def shown_page(names: str) -> str:
    """Return the names of a page for a person: ``3``, or ``iii (page 3 of the file)``."""
    number, *others = names.split()
    return f"{others[-1]} (page {number} of the file)" if others else number


def cited_pages(found: Sequence[str]) -> str | None:
    """Return pages as one would cite them: ``iii``, ``13-14``; None for no page.

    The name of a page is the number printed on it, or else its label, or else its number in the file.
    """
    names = [name.split()[-1] for name in found]
    if len(names) < 2:
        return names[0] if names else None
    # Names with a hyphen cannot be joined to a range.
    return ", ".join(names) if any("-" in name for name in names) else f"{names[0]}-{names[-1]}"


def with_page(cited: str, right: str) -> str:
    """Return *right* with the same word before it as the *cited* page: ``p. 3`` for ``p. 5``."""
    prefix = _PREFIX.match(cited.strip())
    return f"{prefix[0] if prefix else ''}{right}"
