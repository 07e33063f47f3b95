"""The tables of languages: a file a language, and nothing else to do for one more."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from sphinx_unknown_quotes.check.language import tables as module
from sphinx_unknown_quotes.check.language.tables import languages, tables
from sphinx_unknown_quotes.check.language.vocabulary import has_negation
from sphinx_unknown_quotes.check.quotation import parse_quotation
from sphinx_unknown_quotes.check.speech.splitting import read_spoken
from sphinx_unknown_quotes.check.verdicts.judging import Citation, Judgement, judge


def check(said: str, quoted: str, lang: str) -> Judgement:
    return judge(Citation(parse_quotation(quoted), None, (), lang), read_spoken(said.encode(), "t.txt"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of that with the tables."""
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    for function in (module.tables, module._read):
        function.cache_clear()
    yield tmp_path
    for function in (module.tables, module._read):
        function.cache_clear()


@pytest.mark.parametrize("lang", languages())
def test_every_file_has_a_name_and_negations(lang: str) -> None:
    assert tables(lang).is_known
    assert tables(lang).negations


def test_ten_languages_have_a_table() -> None:
    assert languages() == ["ar", "de", "en", "es", "fr", "it", "ja", "pt", "ru", "zh"]


@pytest.mark.parametrize("lang", ["pt-BR", "PT", "pt_PT"])
def test_a_tag_has_the_table_of_its_primary_language(lang: str) -> None:
    assert tables(lang) is tables("pt")


@pytest.mark.parametrize("lang", ["xx", "", "../en", "x-klingon"])
def test_a_language_without_a_file_has_an_empty_table(lang: str) -> None:
    assert not tables(lang).is_known
    assert not tables(lang).negations


def test_a_misspelt_key_of_a_file_is_an_error(folder: Path) -> None:
    (folder / "xx.toml").write_text('name = "Ish"\nnegation = ["nu"]\n')
    with pytest.raises(msgspec.ValidationError):
        tables("xx")


def test_a_language_is_added_by_a_file(folder: Path) -> None:
    said, quoted = "ba nu bibo bobo ba bebi bobu", "ba bibo bobo ba bebi bobu"
    assert check(said, quoted, "xx").verdict == "near"
    module.tables.cache_clear()
    module._read.cache_clear()
    (folder / "xx.toml").write_text('name = "Ish"\nnegations = ["nu"]\n')
    assert check(said, quoted, "xx").verdict == "altered"


def test_a_language_without_a_table_is_noted() -> None:
    assert check("ba nu bibo bobo", "ba nu bibo", "xx").notes == ("language-unknown",)
    assert check("ba nu bibo bobo", "ba nu bibo", "it").notes == ()


def test_a_negation_of_one_language_is_none_of_another() -> None:
    assert has_negation(("sin",), tables("es"))
    assert not has_negation(("sin",), tables("en"))


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "We saw the jewellery and the aeroplane.", "We saw the jewelry and the airplane."),
        ("en", "It will fulfil the manoeuvre of an archaeologist.", "It will fulfill the maneuver of an archeologist."),
        ("en", "It wouldn't've been here; I dunno.", "It would not have been here; I don't know."),
        ("en", "How'd they sing, cuz they're talkin' O.K.?", "How did they sing, because they're talking okay?"),
        ("en", "It has five gigabytes and 3 GHz.", "It has 5 GB and three gigahertz."),
        ("de", "Ich hab's gesehen, z. B. bei Müller.", "Ich habe es gesehen, zum Beispiel bei Mueller."),
        ("fr", "T'as vu le cœur de ma sœur.", "Tu as vu le coeur de ma soeur."),
        ("pt", "Tá na acção do projecto.", "Está na ação do projeto."),
    ],
)
def test_words_are_the_same_in_two_spellings(lang: str, one: str, other: str) -> None:
    for said, quoted in ((one, other), (other, one)):
        assert check(said, quoted, lang).verdict == "normalised"


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("We saw a tonne of tea here.", "We saw a ton of tea here."),
        ("No one can sing in the house.", "Number one can sing in the house."),
        ("Nothin' sings in the house.", "Something sings in the house."),
        ("I dunno the house of tea.", "I know the house of tea."),
    ],
)
def test_other_words_are_not_the_same_in_any_spelling(said: str, quoted: str) -> None:
    assert check(said, quoted, "en").verdict in ("near", "altered")


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("de", "Das wurde im Hafen gemacht.", "Das würde im Hafen gemacht."),
        ("de", "Er konnte im Hafen singen.", "Er könnte im Hafen singen."),
        ("es", "Mando la carta a la casa.", "Mandó la carta a la casa."),
        ("fr", "Je passe le temps ici.", "Je passé le temps ici."),
        ("it", "Inizio la lezione in casa.", "Iniziò la lezione in casa."),
        ("pt", "O chá e bom aqui em casa.", "O chá é bom aqui em casa."),
        ("es", "Lo que da es mucho aquí.", "Lo queda es mucho aquí."),
        ("fr", "C'est d'eux que je parle ici.", "C'est deux que je parle ici."),
        ("en", "The house I sold was big.", "The house is old was big."),
    ],
)
def test_an_accent_or_another_division_makes_another_word(lang: str, one: str, other: str) -> None:
    for said, quoted in ((one, other), (other, one)):
        assert check(said, quoted, lang).verdict in ("near", "altered")


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("fr", "L'État est à Paris.", "L'Etat est à Paris."),
        ("es", "Sólo éste es el té.", "Solo este es el té."),
        ("it", "Perché il tè è qui.", "Perchè il té è qui."),
        ("pt", "O prêmio de Antônio.", "O prémio de António."),
        ("de", "Das Café im Hafen.", "Das Cafe im Hafen."),
        ("en", "The café in the harbour.", "The cafe in the harbour."),
    ],
)
def test_some_accents_are_a_habit(lang: str, one: str, other: str) -> None:
    for said, quoted in ((one, other), (other, one)):
        assert check(said, quoted, lang).verdict == "normalised"


@pytest.mark.parametrize(
    ("lang", "said", "quoted"),
    [
        ("de", "Wir gehen [Musik] in den Hafen.", "Wir gehen in den Hafen."),
        ("ja", "今日は（笑）港に行きました。", "今日は港に行きました。"),
        ("ja", "港には、あのー、船があります。", "港には、船があります。"),
    ],
)
def test_what_is_heard_and_hesitation_may_be_left_out_in_other_languages(lang: str, said: str, quoted: str) -> None:
    assert check(said, quoted, lang).verdict in ("verbatim", "normalised", "disfluent")
