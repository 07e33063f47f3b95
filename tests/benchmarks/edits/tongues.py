"""Languages besides English: how to tell them, and what negations, numbers and percent are in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Tongue(NamedTuple):
    """What the edits need of a language."""

    #: Frequent small words, by which it is told.
    common: str
    #: ``(pattern, replacement)``: how a negation goes out of a sentence, and how one goes in.
    drops: list[tuple[str, str]]
    inserts: list[tuple[str, str]]
    #: Said and written alike: words and digits, percent, thousands.
    numbers: list[tuple[str, str]]
    percent: list[tuple[str, str]]
    thousands: list[tuple[str, str]]
    #: The same phrase with another number.
    changed: list[tuple[str, str]]


TONGUES: Mapping[str, Tongue] = {
    "de": Tongue(
        "der die das und ist nicht wir ein eine zu von mit auf für",
        [(r" nicht(?= )", ""), (r" nie(?:mals)?(?= )", ""), (r"\bkein(e[nmrs]?)?(?= )", r"ein\1")],
        [(r"\b(ist|sind|war|wird|hat|kann|muss|soll|können|haben|werden) (?!nicht|kein)", r"\1 nicht ")],
        [("mit einundzwanzig Leuten", "mit 21 Leuten"), ("nach fünf Jahren", "nach 5 Jahren"), ("mit dreihundert Seiten", "mit 300 Seiten"),
         ("zum zwölften Mal", "zum 12. Mal"), ("im Jahr neunzehnhundertachtzig", "im Jahr 1980")],
        [("um vierzig Prozent", "um 40 %"), ("um 15 Prozent", "um 15%"), ("um 2,5 Prozent", "um 2,5 %")],
        [("mit 12.500 Leuten", "mit 12500 Leuten"), ("mit 1.000.000 Euro", "mit 1 000 000 Euro"), ("mit 25 000 Seiten", "mit 25.000 Seiten")],
        [("mit 21 Leuten", "mit 22 Leuten"), ("nach fünf Jahren", "nach sechs Jahren"), ("um 40 Prozent", "um 14 Prozent"), ("mit 12.500 Leuten", "mit 12,5 Leuten")],
    ),
    "fr": Tongue(
        "le la les et est pas nous un une de des pour dans que",
        [(r"\bn['’](\w+) pas\b", r"\1"), (r"\bne (\w+) pas\b", r"\1"), (r"\bn['’](\w+) jamais\b", r"\1"), (r"\bne (\w+) (?:plus|jamais|rien)\b", r"\1")],
        [(r"(?<!ne )\b(peut|sont|doit|va|fait|sera|font|peuvent|vont) (?!pas|plus)", r"ne \1 pas "), (r"(?<![’'\w])est (?!pas|ce)", "n'est pas ")],
        [("avec vingt et une personnes", "avec 21 personnes"), ("après cinq ans", "après 5 ans"), ("avec trois cents pages", "avec 300 pages"),
         ("avec quatre-vingt-douze livres", "avec 92 livres"), ("avec soixante-dix livres", "avec 70 livres")],
        [("de quarante pour cent", "de 40 %"), ("de 15 pour cent", "de 15%"), ("de 2,5 pour cent", "de 2,5 %")],
        [("avec 12 500 personnes", "avec 12500 personnes"), ("avec 1 000 000 euros", "avec 1.000.000 euros"), ("avec 25\u202f000 pages", "avec 25 000 pages")],
        [("avec 21 personnes", "avec 22 personnes"), ("après cinq ans", "après six ans"), ("de 40 %", "de 14 %")],
    ),
    "es": Tongue(
        "el la los y es no que un una de en para con por",
        [(r"(?<=\w )no(?= \w)", ""), (r"\bnunca ", ""), (r"\bsin(?= )", "con")],
        [(r"(?<!no )\b(es|son|puede|tiene|está|hay|fue|era|debe|vamos|podemos) ", r"no \1 ")],
        [("con veintiuna personas", "con 21 personas"), ("después de cinco años", "después de 5 años"), ("con trescientas páginas", "con 300 páginas"),
         ("con treinta y dos libros", "con 32 libros")],
        [("en un cuarenta por ciento", "en un 40 %"), ("en un 15 por ciento", "en un 15%"), ("en un 2,5 por ciento", "en un 2,5 %")],
        [("con 12.500 personas", "con 12500 personas"), ("con 1.000.000 de euros", "con 1 000 000 de euros"), ("con 25 000 libros", "con 25.000 libros")],
        [("con 21 personas", "con 22 personas"), ("después de cinco años", "después de seis años"), ("en un 40 %", "en un 14 %")],
    ),
    "it": Tongue(
        "il la gli e è non che un una di del per con si",
        [(r"(?<=\w )non(?= \w)", ""), (r" mai(?= )", ""), (r"\bsenza(?= )", "con")],
        [(r"(?<!non )\b(è|sono|può|deve|ha|possiamo|abbiamo|era|sarà) ", r"non \1 ")],
        [("con ventuno persone", "con 21 persone"), ("dopo cinque anni", "dopo 5 anni"), ("con trecento pagine", "con 300 pagine"), ("con trentadue libri", "con 32 libri")],
        [("del quaranta per cento", "del 40 %"), ("del 15 per cento", "del 15%"), ("del 2,5 percento", "del 2,5 %")],
        [("con 12.500 persone", "con 12500 persone"), ("con 1.000.000 di euro", "con 1 000 000 di euro"), ("con 25 000 libri", "con 25.000 libri")],
        [("con 21 persone", "con 22 persone"), ("dopo cinque anni", "dopo sei anni"), ("del 40 %", "del 14 %")],
    ),
    "pt": Tongue(
        "o os as e é não que um uma de do da para com em",
        [(r"(?<=\w )não(?= \w)", ""), (r"\bnunca ", ""), (r"\bsem(?= )", "com")],
        [(r"(?<!não )\b(é|são|pode|deve|tem|podemos|temos|está|foi|era) ", r"não \1 ")],
        [("com vinte e uma pessoas", "com 21 pessoas"), ("depois de cinco anos", "depois de 5 anos"), ("com trezentas páginas", "com 300 páginas"), ("com trinta e dois livros", "com 32 livros")],
        [("em quarenta por cento", "em 40 %"), ("em 15 por cento", "em 15%"), ("em 2,5 por cento", "em 2,5 %")],
        [("com 12.500 pessoas", "com 12500 pessoas"), ("com 1.000.000 de euros", "com 1 000 000 de euros"), ("com 25 000 livros", "com 25.000 livros")],
        [("com 21 pessoas", "com 22 pessoas"), ("depois de cinco anos", "depois de seis anos"), ("em 40 %", "em 14 %")],
    ),
    "ru": Tongue(
        "и в не на что это как мы для с по из но так",
        [(r"(?<=\w )не(?= \w)", ""), (r"\bникогда ", ""), (r"\bбез(?= )", "с")],
        [(r"(?<!не )\b(может|можно|будет|был|есть|можем|будем|должен|является|имеет|знаем) ", r"не \1 ")],
        [("через пять лет", "через 5 лет"), ("через двадцать лет", "через 20 лет"), ("на триста страниц", "на 300 страниц"), ("на двадцать один день", "на 21 день")],
        [("на сорок процентов", "на 40 %"), ("на 15 процентов", "на 15%"), ("на 2,5 процента", "на 2,5 %")],
        [("на 12 500 человек", "на 12500 человек"), ("на 1.000.000 рублей", "на 1 000 000 рублей"), ("на 25\u00a0000 страниц", "на 25 000 страниц")],
        [("через 21 день", "через 22 дня"), ("через пять лет", "через шесть лет"), ("на 40 %", "на 14 %")],
    ),
    "ja": Tongue(
        "",
        [("ません", "ます"), ("ではない", "である"), ("ではありません", "です"), ("できない", "できる"), ("わからない", "わかる"), ("じゃない", "だ")],
        [("ます", "ません"), ("である", "ではない"), ("できる", "できない"), ("です", "ではありません")],
        [("二十一人で", "21人で"), ("三百ページで", "300ページで"), ("五年後に", "5年後に"), ("千九百八十年に", "1980年に"), ("３００人で", "300人で")],
        [("四十パーセント", "40%"), ("15パーセント", "15％"), ("2.5パーセント", "2.5%")],
        [("12,500人で", "12500人で"), ("1万2千人で", "12,000人で"), ("1,000,000円で", "100万円で")],
        [("21人で", "22人で"), ("五年後に", "六年後に"), ("40%", "14%")],
    ),
    "zh": Tongue(
        "",
        [("不是", "是"), ("没有", "有"), ("不会", "会"), ("不能", "能"), ("并不", ""), ("無法", "可以"), ("无法", "可以"), ("沒有", "有"), ("不需要", "需要")],
        [("是", "不是"), ("会", "不会"), ("能", "不能"), ("可以", "不可以"), ("會", "不會"), ("需要", "不需要")],
        [("有二十一个人", "有21个人"), ("有三百页", "有300页"), ("过了五年", "过了5年"), ("有一百二十次", "有120次"), ("在一九八〇年", "在1980年")],
        [("百分之四十", "40%"), ("百分之15", "15％"), ("百分之二点五", "2.5%")],
        [("有12,500个人", "有12500个人"), ("有1万2千个人", "有12,000个人"), ("有1,000,000元", "有100万元")],
        [("有21个人", "有22个人"), ("过了五年", "过了六年"), ("百分之四十", "百分之十四")],
    ),
    "ar": Tongue(
        "",
        [(r"(?<= )لا ", ""), (r"(?<= )لم ", ""), (r"(?<= )لن ", ""), (r"(?<= )ليست? ", ""), (r"(?<= )ولا ", "و"), (r"(?<= )غير ", "")],
        [(r"(?<= )(يمكن|يكون|نعرف|يجب|يعني|تكون|نستطيع|يوجد|يمكننا) ", r"لا \1 "), (r"(?<= )(كان|كانت) ", r"ما \1 ")],
        [("بعد خمس سنوات", "بعد 5 سنوات"), ("مع ثلاثمائة صفحة", "مع 300 صفحة"), ("مع ٢١ شخصا", "مع 21 شخصا"), ("بعد عشرين سنة", "بعد 20 سنة")],
        [("بنسبة أربعين بالمئة", "بنسبة 40%"), ("بنسبة 15 بالمائة", "بنسبة 15%"), ("بنسبة ٤٠٪", "بنسبة 40%")],
        [("مع 12,500 شخص", "مع 12500 شخص"), ("مع ١٢٬٥٠٠ شخص", "مع 12500 شخص"), ("مع 25 000 صفحة", "مع 25,000 صفحة")],
        [("مع 21 شخصا", "مع 22 شخصا"), ("بعد خمس سنوات", "بعد ست سنوات"), ("بنسبة 40%", "بنسبة 14%")],
    ),
}  # fmt: skip
_ENGLISH = "the and is not we a an to of with on for that it"
_SCRIPTS = [("ja", r"[぀-ヿ]"), ("zh", r"[一-鿿]"), ("ru", r"[Ѐ-ӿ]"), ("ar", r"[؀-ۿ]")]


def language_of(text: str) -> str:
    """The language of a text, ``en`` where none of the others is likelier."""
    sample = text[:20_000]
    for lang, letters in _SCRIPTS:
        if len(re.findall(letters, sample)) * 10 > len(sample):
            return lang
    words = re.findall(r"\w+", sample.casefold())
    common = {"en": _ENGLISH} | {lang: tongue.common for lang, tongue in TONGUES.items() if tongue.common}
    counts = {lang: sum(map(words.count, set(list_.split()))) for lang, list_ in common.items()}
    return max(counts, key=lambda lang: (counts[lang], lang == "en"))
