"""In every language with a table a negation, a modal or a number that is dropped, put in or changed is `altered`."""

from __future__ import annotations

import pytest

from sphinx_unknown_quotes.check.language.tables import languages, tables
from sphinx_unknown_quotes.check.language.words import fold, tokenise
from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, judge

#: A sentence of each language with room for a word, from which it is separated by spaces where the language has any.
ROOM = {
    "en": ("As we all saw in the morning the kettle", "sings in the garden of the old harbour"),
    "de": ("Wie wir am Morgen alle sahen singt der Kessel", "im Garten des alten Hafens"),
    "fr": ("Comme nous avons vu ce matin la bouilloire", "chante dans le jardin du vieux port"),
    "es": ("Como vimos todos por la mañana la tetera", "canta en el jardín del puerto viejo"),
    "it": ("Come abbiamo visto tutti la mattina il bollitore", "canta nel giardino del porto vecchio"),
    "pt": ("Como vimos todos pela manhã a chaleira", "canta no jardim do porto velho"),
    "ru": ("Как мы все видели утром чайник", "поёт в саду старой гавани"),
    "ja": ("私たちは朝に庭を見て", "港の古い椅子のそばで茶を飲む"),
    "zh": ("我们早上在花园里看到水壶", "在老港口的花园里唱歌"),
    "ar": ("كما رأينا جميعا في الصباح الغلاية", "تغني في حديقة الميناء القديم"),
}
CASES = [
    (lang, word)
    for lang in languages()
    for word in sorted([*tables(lang).negations, *tables(lang).modals, *tables(lang).denied])
]


def verdict(said: str, quoted: str, lang: str) -> str:
    return judge(Citation(parse_quotation(quoted), None, (), lang), read_spoken(said.encode(), "t.txt")).verdict


def with_word(word: str, lang: str) -> str:
    between = "" if lang in ("ja", "zh") else " "
    return between.join([part for part in (ROOM[lang][0], word, ROOM[lang][1]) if part])


@pytest.mark.parametrize(("lang", "word"), CASES)
def test_a_word_that_is_never_forgiven_may_not_go_nor_come(lang: str, word: str) -> None:
    assert verdict(with_word(word, lang), with_word("", lang), lang) == "altered"
    assert verdict(with_word("", lang), with_word(word, lang), lang) == "altered"


@pytest.mark.parametrize("lang", languages())
def test_words_of_a_table_are_written_as_words_of_a_transcript_are(lang: str) -> None:
    table = tables(lang)
    numbers = table.numbers
    names = [*table.negations, *table.modals, *table.fillers, *table.asides, *table.openers, *table.denied,
             *numbers.words, *numbers.ones, *numbers.scales, *numbers.halves, *numbers.units, *numbers.quantities,
             *table.ordinal_of, *table.same_as]  # fmt: skip
    assert [name for name in names if " ".join(tokenise(fold(name))[0]) != name] == []


@pytest.mark.parametrize(
    ("lang", "said", "quoted"),
    [
        ("en", "We don't know how the kettle sings at all", "We know how the kettle sings at all"),
        ("en", "We dont know how the kettle sings at all", "We know how the kettle sings at all"),
        ("de", "Das ist kein Kessel der am Morgen singt", "Das ist ein Kessel der am Morgen singt"),
        ("de", "Das ist nicht möglich für uns hier", "Das ist möglich für uns hier"),
        ("de", "Das ist unmöglich für uns hier am Morgen", "Das ist möglich für uns hier am Morgen"),
        ("fr", "Nous ne savons pas comment elle chante", "Nous savons comment elle chante"),
        ("fr", "On sait pas comment elle chante le matin", "On sait comment elle chante le matin"),
        ("fr", "Elle n'est pas dans le jardin ce matin", "Elle est dans le jardin ce matin"),
        ("fr", "Elle n'est plus dans le jardin ce matin", "Elle est dans le jardin ce matin"),
        ("es", "No sabemos cómo canta por la mañana", "Sabemos cómo canta por la mañana"),
        ("es", "Lo hizo sin nosotros por la mañana", "Lo hizo con nosotros por la mañana"),
        ("it", "Non sappiamo come canta la mattina", "Sappiamo come canta la mattina"),
        ("pt", "Não sabemos como canta pela manhã", "Sabemos como canta pela manhã"),
        ("ru", "Мы не знаем как поёт чайник утром", "Мы знаем как поёт чайник утром"),
        ("ru", "Это невозможно для нас всех утром", "Это возможно для нас всех утром"),
        ("ja", "私たちはその理由を知りません", "私たちはその理由を知ります"),
        ("ja", "朝に歌うのは簡単ではない話です", "朝に歌うのは簡単である話です"),
        ("ja", "この方法ではそれができないと思う", "この方法ではそれができると思う"),
        ("ja", "彼は朝に来なかったと聞いています", "彼は朝に来たと聞いています"),
        ("ja", "誰も知らずに庭を出て行きました", "誰も知って庭を出て行きました"),
        ("ja", "これはやかんではありません", "これはやかんです"),
        ("ja", "これはやかんじゃないと言いました", "これはやかんだと言いました"),
        ("ja", "行くべきではなかったと言いました", "行くべきだったと言いました"),
        ("ja", "そんなことはあるまいと言いました", "そんなことはあると言いました"),
        ("zh", "我们不知道水壶为什么唱歌", "我们知道水壶为什么唱歌"),
        ("zh", "我们没有看到水壶在唱歌", "我们看到水壶在唱歌"),
        ("ar", "نحن لا نعرف كيف تغني الغلاية", "نحن نعرف كيف تغني الغلاية"),
        ("ar", "ليس هذا ما رأيناه في الصباح", "هذا ما رأيناه في الصباح"),
        ("ar", "قال ولم يأت أحد في الصباح", "قال وأتى أحد في الصباح"),
    ],
)
def test_a_sentence_that_loses_or_gets_a_negation_is_altered(lang: str, said: str, quoted: str) -> None:
    assert verdict(said, quoted, lang) == "altered"
    assert verdict(quoted, said, lang) == "altered"


def test_words_that_are_near_elsewhere_are_judged_where_fewest_differ() -> None:
    said = "You do not need to know this if you only want tea. And so you know all this if you only want tea."
    assert verdict(said, "You do need to know this if you only want tea", "en") == "altered"


@pytest.mark.parametrize(("lang", "said", "quoted"), [
    ("fr", "On voit bien qu'aucun chaudron chante ce matin", "On voit bien qu'un chaudron chante ce matin"),
    ("zh", "他们一共有21000000，百分之四十是水壶", "他们一共有21000000，百分之十四是水壶"),
])  # fmt: skip
def test_a_word_is_told_from_what_stands_right_before_it(lang: str, said: str, quoted: str) -> None:
    assert verdict(said, quoted, lang) == "altered"


def test_a_chinese_comma_is_none_within_a_number() -> None:
    said = "他们一共有21000000，百分之四十是水壶"
    assert verdict(said, "他们一共有21000000，40%是水壶", "zh") == "normalised"
