"""The texts for readers about a quotation, in the language of the site. Each is whole, never put together from parts."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import babel
from babel.dates import format_date, format_skeleton
from docutils.utils.smartquotes import smartchars

from ..collection.text.dates import parse_date
from ..collection.text.times import format_span, parse_span
from ..collection.text.words import cut, flat
from .apostrophes import typographic
from .messages import _

if TYPE_CHECKING:
    from ..collection.records import Quotation, Source, Via
    from ..collection.text.dates import Date

#: A place or a date of at most so many characters is never broken: a phone has room for it on one line.
_LINE_LONG: Final = 24
_RTL: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"})


@lru_cache(maxsize=256)
def quote_marks(lang: str) -> tuple[str, str]:
    """Return the opening and closing quotation mark of a language, from docutils' table; if it has none, those of English."""
    tag = lang.lower()
    marks = smartchars.quotes.get(tag) or smartchars.quotes.get(tag.partition("-")[0])
    if not marks and tag.startswith("zh"):
        return "「" if "hant" in tag or tag.endswith(("tw", "hk")) else "“", "」" if "hant" in tag or tag.endswith(
            ("tw", "hk")
        ) else "”"
    return (marks[0], marks[1]) if marks else ("“", "”")


def quoted(text: str, lang: str) -> str:
    """Return *text* between the quotation marks of its language."""
    opening, closing = quote_marks(lang)
    return f"{opening}{typographic(text)}{closing}"


def marks_of(quotation: Quotation) -> tuple[str, str]:
    """Return the quotation marks of a quotation: none for a paraphrase, since nobody said these words."""
    return ("", "") if quotation.status == "paraphrase" else quote_marks(quotation.lang)


def in_marks(text: str, quotation: Quotation) -> str:
    """Return *text*, all or some of the words of a quotation, between its quotation marks."""
    opening, closing = marks_of(quotation)
    return f"{opening}{typographic(text)}{closing}"


def direction(lang: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag."""
    parts = lang.lower().split("-")
    return "rtl" if parts[0] in _RTL or {"arab", "hebr"} & set(parts) else "ltr"


@lru_cache(maxsize=4096)
def date_label(text: str, language: str) -> str:
    """Return an EDTF date as a reader of *language* writes it."""
    return "–".join(_date_label(date, language) for date in parse_date(text))


def _date_label(date: Date, language: str) -> str:
    label = date.iso
    try:
        locale = babel.Locale.parse(language.replace("-", "_"))
        if date.day:
            label = format_date(datetime.date(date.year, date.month, date.day), "long", locale=locale)
        elif date.month:
            label = format_skeleton("yMMMM", datetime.datetime(date.year, date.month, 1), locale=locale)
    except (ValueError, babel.UnknownLocaleError, KeyError):
        # datetime does not have the year, or Babel not the language. Everybody can read the ISO form.
        label = date.iso
    if date.approximate:
        label = _("about %(date)s") % {"date": label}
    return _("%(date)s (uncertain)") % {"date": label} if date.uncertain else label


def ends_in_year(text: str, date: str) -> bool:
    """Return whether *date* is only a year, and *text* ends in it, so that it must not be shown twice."""
    return len(date) == 4 and text.endswith(date) and not text[:-4][-1:].isalnum()


def locator_label(quotation: Quotation) -> str:
    """Return where the words are in their source: ``at 1:13:47``, ``p. 12``, ``section 4``; empty if that is not recorded."""
    if quotation.at:
        return at_label(quotation.at)
    parts = []
    if quotation.section:
        has_number = quotation.section[0].isdigit()
        parts.append(_("section %(number)s") % {"number": quotation.section} if has_number else quotation.section)
    if quotation.page:
        parts.append(_("p. %(page)s") % {"page": quotation.page})
    return ", ".join(parts)


def at_label(at: str) -> str:
    """Return a time or span in a recording as readers see it."""
    return _at_label(_("at %(time)s"), at)


@lru_cache(maxsize=1 << 14)
def _at_label(wording: str, at: str) -> str:
    return wording % {"time": format_span(parse_span(at))}


def is_long(text: str) -> bool:
    """Return whether a place, such as the name of a section, or a date is so long that it may break over lines."""
    return len(text) > _LINE_LONG


def on_one_line(place: str) -> str:
    """Return *place* with no-break spaces, unless it is long."""
    return place if is_long(place) else place.replace(" ", "\u00a0")


def speaker_label(quotation: Quotation) -> str:
    """Return the names of the speakers, or that they are not known."""
    return typographic(", ".join(quotation.speaker)) or _("Speaker not known")


def reference_label(quotation: Quotation, source: Source) -> str:
    """Return the text of a link to the card: ``John Hewitt, 1:13:47``."""
    moment = format_span(parse_span(quotation.at)) if quotation.at else ""
    place = typographic(moment or locator_label(quotation) or source.title)
    return f"{speaker_label(quotation)}, {place}" if place else speaker_label(quotation)


def entry_credit(quotation: Quotation, source: Source, by: str, language: str, place: str) -> str:
    """Return the credit of an entry: who said the words, in what, when, and at which *place*.

    It leaves out what the list groups *by*. *place* is empty if the link after the credit shows it.
    """
    shown = by.split()
    speaker = "" if "speaker" in shown else speaker_label(quotation)
    title = "" if "source" in shown else source.title
    told = not source.date or "year" in shown or ends_in_year(source.title, source.date)
    date = "" if told or not source.date else date_label(source.date, language)
    return typographic(", ".join(filter(None, [speaker, title, date, on_one_line(place)])))


def status_label(status: str) -> str:
    """Return what a reader must know of the words before reading them."""
    return {
        "paraphrase": _("Paraphrase"),
        "translation": _("Translation"),
        "disputed": _("Disputed"),
        "misattributed": _("Misattributed"),
    }[status]


def via_label(via: Via, language: str) -> str:
    """Return a second-hand reporter with its date."""
    title = quoted(via.title, language)
    return f"{title}, {date_label(via.date, language)}" if via.date else title


def shortened(text: str, width: int) -> str:
    """Return *text* on one line, cut at a space to at most *width* characters, with typographic apostrophes."""
    return cut(typographic(flat(text)), width)
