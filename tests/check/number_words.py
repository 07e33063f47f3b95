"""Numbers written out in ten languages, up to a billion, by the rules of each and not by the check's tables."""

from __future__ import annotations

from collections.abc import Callable

_EN = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_DE = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_DE_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_FR_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]
_ES = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"]  # fmt: skip
_ES_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_ES_HUNDREDS = [
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]
_IT = ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"]  # fmt: skip
_IT_TENS = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
_PT = ["zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze", "catorze", "quinze", "dezesseis", "dezessete", "dezoito", "dezenove"]  # fmt: skip
_PT_TENS = ["vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"]
_PT_HUNDREDS = [
    "cento",
    "duzentos",
    "trezentos",
    "quatrocentos",
    "quinhentos",
    "seiscentos",
    "setecentos",
    "oitocentos",
    "novecentos",
]
_RU = ["ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"]  # fmt: skip
_RU_TENS = ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"]
_RU_HUNDREDS = ["сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"]
_AR = ["صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
_AR_TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
_AR_HUNDREDS = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def _parts(number: int, scale: int) -> tuple[int, int]:
    return number // scale, number % scale


def english(n: int) -> str:
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= scale:
            many, rest = _parts(n, scale)
            joint = " and " if rest and rest < 100 else " "
            return f"{english(many)} {name}" + (f"{joint}{english(rest)}" if rest else "")
    if n < 20:
        return _EN[n]
    return _EN_TENS[n // 10 - 2] + (f"-{_EN[n % 10]}" if n % 10 else "")


def german(n: int) -> str:
    if n >= 10**6:
        many, rest = _parts(n, 10**6)
        head = "eine Million" if many == 1 else f"{german(many)} Millionen"
        return f"{head} {german(rest)}" if rest else head
    word = _german(n)
    return f"{word}s" if word.endswith("ein") else word


def _german(n: int) -> str:
    for scale, name in ((1000, "tausend"), (100, "hundert")):
        if n >= scale:
            many, rest = _parts(n, scale)
            return _german(many) + name + (_german(rest) if rest else "")
    if n < 13:
        return _DE[n]
    if n < 20:
        return {16: "sech", 17: "sieb"}.get(n, _DE[n - 10]) + "zehn"
    return (f"{_DE[n % 10]}und" if n % 10 else "") + _DE_TENS[n // 10 - 2]


def french(n: int) -> str:
    if n >= 10**6:
        many, rest = _parts(n, 10**6)
        return f"{french(many)} million{'s' if many > 1 else ''}" + (f" {french(rest)}" if rest else "")
    for scale, name in ((1000, "mille"), (100, "cent")):
        if n >= scale:
            many, rest = _parts(n, scale)
            many_of = "cents" if name == "cent" and many > 1 and not rest else name
            return (f"{french(many)} " if many > 1 else "") + many_of + (f" {french(rest)}" if rest else "")
    if n < 17:
        return _FR[n]
    if n < 20:
        return f"dix-{_FR[n - 10]}"
    if n < 70:
        return _FR_TENS[n // 10 - 2] + (" et un" if n % 10 == 1 else f"-{_FR[n % 10]}" if n % 10 else "")
    if n < 80:
        return "soixante et onze" if n == 71 else f"soixante-{french(n - 60)}"
    return "quatre-vingts" if n == 80 else f"quatre-vingt-{french(n - 80)}"


def spanish(n: int) -> str:
    if n >= 10**6:
        many, rest = _parts(n, 10**6)
        head = "un millón" if many == 1 else f"{spanish(many)} millones"
        return f"{head} {spanish(rest)}" if rest else head
    if n >= 1000:
        many, rest = _parts(n, 1000)
        return (f"{spanish(many)} mil" if many > 1 else "mil") + (f" {spanish(rest)}" if rest else "")
    if n >= 100:
        return "cien" if n == 100 else _ES_HUNDREDS[n // 100 - 1] + (f" {spanish(n % 100)}" if n % 100 else "")
    return _ES[n] if n < 30 else _ES_TENS[n // 10 - 3] + (f" y {_ES[n % 10]}" if n % 10 else "")


def italian(n: int) -> str:
    if n >= 10**6:
        many, rest = _parts(n, 10**6)
        head = "un milione" if many == 1 else f"{italian(many)} milioni"
        return f"{head} {italian(rest)}" if rest else head
    if n >= 1000:
        many, rest = _parts(n, 1000)
        return (f"{italian(many)}mila" if many > 1 else "mille") + (italian(rest) if rest else "")
    if n >= 100:
        many, rest = _parts(n, 100)
        return (_IT[many] if many > 1 else "") + "cento" + (italian(rest) if rest else "")
    if n < 20:
        return _IT[n]
    tens = _IT_TENS[n // 10 - 2]
    return (tens[:-1] if n % 10 in (1, 8) else tens) + (_IT[n % 10] if n % 10 else "")


def portuguese(n: int) -> str:
    if n >= 10**6:
        many, rest = _parts(n, 10**6)
        head = "um milhão" if many == 1 else f"{portuguese(many)} milhões"
        return f"{head} {portuguese(rest)}" if rest else head
    if n >= 1000:
        many, rest = _parts(n, 1000)
        joint = " e " if rest < 100 or rest % 100 == 0 else " "
        return (f"{portuguese(many)} mil" if many > 1 else "mil") + (f"{joint}{portuguese(rest)}" if rest else "")
    if n >= 100:
        return "cem" if n == 100 else _PT_HUNDREDS[n // 100 - 1] + (f" e {portuguese(n % 100)}" if n % 100 else "")
    return _PT[n] if n < 20 else _PT_TENS[n // 10 - 2] + (f" e {_PT[n % 10]}" if n % 10 else "")


def russian(n: int) -> str:
    for scale, one, few, many_of in ((10**6, "миллион", "миллиона", "миллионов"), (1000, "тысяча", "тысячи", "тысяч")):
        if n >= scale:
            many, rest = _parts(n, scale)
            last = 5 if many % 100 in range(11, 20) else many % 10
            name = one if last == 1 else few if last in (2, 3, 4) else many_of
            said = russian(many)
            if scale == 1000 and last in (1, 2):
                said = said.removesuffix("один").removesuffix("два") + ("одна" if last == 1 else "две")
            return f"{said} {name}" + (f" {russian(rest)}" if rest else "")
    if n >= 100:
        return _RU_HUNDREDS[n // 100 - 1] + (f" {russian(n % 100)}" if n % 100 else "")
    return _RU[n] if n < 20 else _RU_TENS[n // 10 - 2] + (f" {_RU[n % 10]}" if n % 10 else "")


def japanese(n: int) -> str:
    if n >= 10**4:
        many, rest = _parts(n, 10**4)
        return (f"{japanese(many // 10**4)}億" if many >= 10**4 else "") + (
            f"{japanese(many % 10**4)}万" if many % 10**4 else "") + (japanese(rest) if rest else "")  # fmt: skip
    for scale, name in ((1000, "千"), (100, "百"), (10, "十")):
        if n >= scale:
            many, rest = _parts(n, scale)
            return ("一二三四五六七八九"[many - 1] if many > 1 else "") + name + (japanese(rest) if rest else "")
    return "〇一二三四五六七八九"[n]


def chinese(n: int) -> str:
    written = _chinese(n)
    return written.removeprefix("一") if written.startswith("一十") else written


def _chinese(n: int) -> str:
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if n >= scale:
            many, rest = _parts(n, scale)
            lower = scale // 10
            return _chinese(many) + name + (("零" if rest < lower else "") + _chinese(rest) if rest else "")
    return "零一二三四五六七八九"[n]


def arabic(n: int) -> str:
    if n >= 1000:
        many, rest = _parts(n, 1000)
        head = "ألف" if many == 1 else "ألفان" if many == 2 else f"{arabic(many)} {'آلاف' if many < 11 else 'ألفاً'}"
        return head + (f" و{arabic(rest)}" if rest else "")
    if n >= 100:
        return _AR_HUNDREDS[n // 100 - 1] + (f" و{arabic(n % 100)}" if n % 100 else "")
    if n < 11:
        return _AR[n]
    if n < 20:
        return f"{ {11: 'أحد', 12: 'اثنا'}.get(n, _AR[n - 10]) } عشر"
    return (f"{_AR[n % 10]} و" if n % 10 else "") + _AR_TENS[n // 10 - 2]


WRITERS: dict[str, Callable[[int], str]] = {
    "en": english, "de": german, "fr": french, "es": spanish, "it": italian, "pt": portuguese, "ru": russian,
    "ja": japanese, "zh": chinese, "ar": arabic,
}  # fmt: skip
#: The numbers that each can write.
LARGEST = dict.fromkeys(WRITERS, 10**9 - 1) | {"ar": 10**6 - 1}
