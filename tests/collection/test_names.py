"""People are filed by surname."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_unknown_quotes.collection.text.names import filed_name


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("John Hewitt", "Hewitt, John"),
        ("Samuel R. Bowman", "Bowman, Samuel R."),
        ("Sébastien Bubeck et al.", "Bubeck, Sébastien et al."),
        ("Martin Luther King Jr.", "King, Martin Luther Jr."),
        ("John D. Rockefeller III", "Rockefeller, John D. III"),
        ("Jane Doe, PhD", "Doe, Jane, PhD"),
        # Particles in lower case come after the given names; those with a capital begin the surname.
        ("Guido van Rossum", "Rossum, Guido van"),
        ("Ludwig von Mises", "Mises, Ludwig von"),
        ("Jan van der Berg", "Berg, Jan van der"),
        ("Simone de Beauvoir", "Beauvoir, Simone de"),
        ("Juana Inés de la Cruz", "Cruz, Juana Inés de la"),
        ("Martin Van Buren", "Van Buren, Martin"),
        ("Ursula K. Le Guin", "Le Guin, Ursula K."),
        ("Oscar De La Hoya", "De La Hoya, Oscar"),
        ("Mohamed El Baradei", "El Baradei, Mohamed"),
        ("José Ortega y Gasset", "Ortega y Gasset, José"),
        ("bell hooks", "hooks, bell"),
        # Unchanged: one word, names in Chinese, Japanese and Korean order, and names that are not a person's.
        ("OpenAI", "OpenAI"),
        ("Plato", "Plato"),
        ("Van Gogh", "Gogh, Van"),
        ("毛泽东", "毛泽东"),
        ("山田 太郎", "山田 太郎"),
        ("김 철수", "김 철수"),
        ("University of Oxford", "University of Oxford"),
        ("Institute for Advanced Study", "Institute for Advanced Study"),
        ("AT&T Labs", "AT&T Labs"),
        ("Panel 2", "Panel 2"),
        ("Hewitt, John", "Hewitt, John"),
        ("", ""),
    ],
)
def test_name_is_filed_by_its_surname(name, filed):
    assert filed_name(name) == filed


@given(st.text())
def test_filed_name_has_the_letters_of_the_name(name):
    letters = sorted(character for character in name if not character.isspace())
    filed = filed_name(name)
    assert sorted(c for c in filed if not c.isspace()) in (letters, sorted([*letters, ","]))
