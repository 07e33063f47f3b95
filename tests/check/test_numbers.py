"""Numbers: the same in words and digits, in ten languages, and never two different ones the same."""

from __future__ import annotations

import pytest
from check.number_words import LARGEST, WRITERS
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.check.language.counting.numbers import is_number_word, number_key, number_names
from sphinx_unknown_quotes.check.language.equivalence import keys
from sphinx_unknown_quotes.check.language.tables import tables
from sphinx_unknown_quotes.check.language.words import fold, tokenise
from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, judge

LANGUAGES = sorted(WRITERS)
#: What stands around the number, so that a quotation has more words than those of a number.
AROUND = {
    "en": ("We said that ", " of it was what we all wanted to hear"),
    "de": ("Wir sagten dort ", " davon was wir alle gerne hören wollten"),
    "fr": ("Nous avons dit ", " comme il fallait le dire alors"),
    "es": ("Hemos dicho que ", " como queríamos decir todos juntos"),
    "it": ("Abbiamo detto che ", " come volevamo dire tutti insieme"),
    "pt": ("Dissemos que ", " como queríamos dizer todos juntos"),
    "ru": ("Мы сказали что ", " как все мы этого хотели"),
    "ja": ("私たちは", "という話を聞いたのです"),
    "zh": ("我们说", "这就是大家想听到的话"),
    "ar": ("قلنا إن ", " كما أردنا جميعا أن نقول"),
}


def words(text: str) -> tuple[str, ...]:
    return tuple(tokenise(fold(text))[0])


def names(text: str, lang: str) -> frozenset[str]:
    return number_names(words(text), tables(lang))


def verdict(said: str, quoted: str, lang: str) -> str:
    before, after = AROUND[lang]
    spoken = read_spoken(f"{before}{said}{after}".encode(), "t.txt")
    return judge(Citation(parse_quotation(f"{before}{quoted}{after}"), None, (), lang), spoken).verdict


def numbers(lang: str) -> st.SearchStrategy[int]:
    return st.one_of(st.integers(0, 10_000), st.integers(0, LARGEST[lang]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_small_number_in_words_is_that_in_digits(lang: str) -> None:
    assert [n for n in range(1, 2100) if number_key(words(WRITERS[lang](n)), tables(lang)) != str(n)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_a_number_in_words_is_that_in_digits(lang: str, data: st.DataObject) -> None:
    number = data.draw(numbers(lang))
    written = words(WRITERS[lang](number))
    assert number_key(written, tables(lang)) == str(number) == number_key((str(number),), tables(lang))
    assert number == 0 or any(
        is_number_word(word, tables(lang)) or word in tables(lang).numbers.ones for word in written
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_two_numbers_have_no_name_in_common(lang: str, data: st.DataObject) -> None:
    one, other = data.draw(numbers(lang)), data.draw(numbers(lang))
    table = tables(lang)
    for left in (WRITERS[lang](one), str(one)):
        for right in (WRITERS[lang](other), str(other)):
            shared = keys(words(left), table) & keys(words(right), table)
            assert one == other or not shared, shared


# In Chinese "seven hundred zero one" is "seven zero one", too, and "a hundred one ten" "a hundred ten".
@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "zh"])
@given(data=st.data())
def test_what_has_one_word_of_a_number_less_is_not_that_number(lang: str, data: st.DataObject) -> None:
    written = words(WRITERS[lang](data.draw(st.integers(21, LARGEST[lang]))))
    place = data.draw(st.integers(0, len(written) - 1))
    less = (*written[:place], *written[place + 1 :])
    table = tables(lang)
    idle = table.numbers.joints | table.numbers.zeros | table.numbers.ones.keys()
    if not less or written[place] in idle:
        return
    both = number_key(written, table), number_key(less, table)
    assert both[0] != both[1]


SAME = {
    "en": [
        ("the 20th century", "the twentieth century"), ("the twenty-first time", "the 21st time"), ("the '80s", "the eighties"),
        ("the 1980s", "the nineteen eighties"), ("in the '80s", "in the 1980s"), ("3.5", "three point five"),
        ("3.14", "three point one four"), ("one and a half", "1.5"), ("1½", "1.5"), ("two thirds", "2/3"), ("$4.6M", "4.6 million dollars"),
        ("$4.6 million", "four point six million dollars"), ("175B", "175 billion"), ("10k", "ten thousand"), ("half a million", "500,000"),
        ("a million dollars", "$1 million"), ("10 to 20", "10–20"), ("ten to twenty percent", "10–20%"), ("25%", "25 per cent"),
        ("1,000", "1000"), ("10 000", "ten thousand"), ("nineteen oh eight", "1908"), ("9/11", "9-11"), ("5 km", "five kilometers"), (".5", "0.5"),
    ],
    "de": [("1.000", "tausend"), ("20 %", "zwanzig Prozent"), ("3,5", "drei Komma fünf"), ("2,5 Millionen", "zweieinhalb Millionen"),
           ("3. Mai", "dritten Mai"), ("1998", "neunzehnhundertachtundneunzig"), ("80er Jahre", "achtziger Jahre"), ("ein Jahr", "1 Jahr"),
           ("21. Jahrhundert", "einundzwanzigsten Jahrhundert")],
    "fr": [("1\u202f000 euros", "mille euros"), ("20 %", "vingt pour cent"), ("3,5", "trois virgule cinq"), ("20e siècle", "vingtième siècle"),
           ("2,5 millions", "deux millions et demi"), ("1.000.000", "1 000 000")],
    "es": [("1.000", "mil"), ("20 %", "veinte por ciento"), ("3,5 millones", "tres millones y medio"), ("mil millones", "1.000.000.000")],
    "it": [("1.000", "mille"), ("20%", "venti per cento"), ("3,5 milioni", "tre milioni e mezzo")],
    "pt": [("1.000", "mil"), ("20%", "vinte por cento"), ("3,5 milhões", "três milhões e meio")],
    "ru": [("1 000", "тысяча"), ("20%", "двадцать процентов"), ("25 лет", "двадцати пяти лет"), ("3,5 миллиона", "три с половиной миллиона")],
    "ja": [("20%", "二十パーセント"), ("1万円", "10,000円"), ("1億2000万", "120,000,000"), ("三・五人", "3・5人")],
    "zh": [("百分之二十", "20%"), ("一九九八年", "1998年"), ("3万5000", "35000"), ("两千", "2000")],
    "ar": [("٢٥", "25"), ("عشرين في المئة", "20%"), ("٢٠٪", "20%"), ("١٢٬٥٠٠", "12500")],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other"), [(lang, *pair) for lang, pairs in SAME.items() for pair in pairs])
def test_the_same_number_differently_written_passes(lang: str, one: str, other: str) -> None:
    # Digits of another script are the same type.
    assert verdict(one, other, lang) in ("normalised", "verbatim")
    assert verdict(other, one, lang) in ("normalised", "verbatim")


OTHER = {
    "en": [("20th", "20"), ("3.5", "35"), (".5", "5"), ("1.10", "1.1"), ("10 to 20", "20 to 10"), ("10-200", "10,200"), ("1½", "11/2"),
           ("the 1980s", "the 1880s"), ("the '20s", "the 1920s"), ("5 million", "5 billion"), ("$5", "€5"), ("5 km", "5 miles"), ("three point five", "three five"),
           ("nineteen oh eight", "nineteen eight"), ("ten thirty", "1030"), ("two hundred and five", "two hundred"), ("4.6M", "46M"),
           ("20 percent", "20"), ("five million two billion", "2,005,000,000"), ("-5 degrees", "5 degrees")],
    "de": [("dritten", "drei"), ("1,000", "1000"), ("fünfundzwanzig", "zweiundfünfzig"), ("einhalb", "ein"), ("20 Prozent", "20 Dollar")],
    "fr": [("quatre-vingts", "quatre vingt-cinq"), ("soixante-dix", "soixante"), ("vingt et trois", "23"), ("20 %", "20")],
    "es": [("sesenta", "setenta"), ("mil", "cien"), ("y medio", "y")],
    "it": [("sei", "sette"), ("mille", "cento")],
    "pt": [("seis", "sete"), ("vinte e cinco", "vinte")],
    "ru": [("пять", "шесть"), ("три с половиной", "три"), ("тысячи", "1000")],
    "ja": [("四十", "十四"), ("20%", "20"), ("百ドル", "百円"), ("三点五", "三五")],
    "zh": [("一百五", "105"), ("百分之四十", "百分之十四"), ("百分之二十", "二十"), ("二三", "23")],
    "ar": [("ألفا", "1000"), ("خمسة وعشرون", "52"), ("20%", "20")],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other"), [(lang, *pair) for lang, pairs in OTHER.items() for pair in pairs])
def test_another_number_is_altered(lang: str, one: str, other: str) -> None:
    assert verdict(one, other, lang) == "altered"
    assert verdict(other, one, lang) == "altered"


@pytest.mark.parametrize(
    "said", ["oh", "a", "and", "per cent", "the", "million", "thirty twenty five", "five twenty", "1,00", "007"]
)
def test_what_is_no_number_has_no_name(said: str) -> None:
    assert names(said, "en") == frozenset()
