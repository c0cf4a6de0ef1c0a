"""The language files: what other parts rely on, and what the checker refuses."""

import pytest

from mihwar.errors import OntologyError, UnknownNameError
from mihwar.languages import ascii_digits, fold, language, language_codes
from mihwar.languages.loading import read_language


@pytest.mark.parametrize("code", language_codes())
def test_every_language_has_what_readers_need(code):
    words = language(code)
    assert words.code == code
    assert words.direction in {"ltr", "rtl"}
    assert set(words.dates.months.values()) == set(range(1, 13))
    assert set(words.dates.weekdays.values()) == set(range(7))
    assert words.reporting.verbs
    assert words.causes.after
    assert words.status.negation
    assert words.quotation_marks


def test_arabic_months_of_every_region_name_one_month():
    months = language("ar").dates.months
    assert {months[fold(name)] for name in ("نوفمبر", "تشرين الثاني", "نونبر")} == {11}
    assert {months[fold(name)] for name in ("يناير", "كانون الثاني", "جانفي")} == {1}


def test_arabic_proclitics_stand_before_names():
    combinations = language("ar").proclitic_combinations
    assert {"و", "ب", "ول", "لل", "وال"} <= set(combinations)


@pytest.mark.parametrize(
    ("code", "form", "stance"),
    [
        ("ar", "وأضافت"[1:], "say"),
        ("ar", "يزعمون", "claim"),
        ("ar", "نفت", "deny"),
        ("ar", "محذرا", "warn"),
        ("ar", "اعترفت", "admit"),
        ("ar", "تؤكد", "affirm"),
        ("en", "conceded", "admit"),
        ("en", "alleges", "claim"),
        ("en", "warning", "warn"),
    ],
)
def test_reporting_verbs_carry_their_stance(code, form, stance):
    assert language(code).reporting.verbs[fold(form)] == stance


def test_region_of_a_code_is_ignored_and_an_unknown_one_lists_the_known():
    assert language("ar-EG") is not None
    assert language("ar-EG").code == "ar"
    with pytest.raises(UnknownNameError, match="ar"):
        language("xx")


def test_folding_joins_spellings_and_keeps_digits_in_place():
    assert fold(["رداً", "على"][0]) == fold("ردا")
    assert fold("إلى") == fold("الى") == fold("الي")
    assert ascii_digits("١٥ آبان ۱۴۰۲") == "15 آبان 1402"


FAULTS = [
    ({"direction": "up"}, "direction"),
    ({"quotation_marks": []}, "quotation_marks"),
    ({"months": {13: ["x"]}}, "months"),
    ({"months": {1: ["x"]}}, "months"),
    ({"abbreviations": [False]}, "abbreviations"),
    ({"reporting": {"sing": ["sang"]}}, "reporting"),
    ({"causes": {"sideways": ["x"]}}, "causes"),
    ({"weekdays": {0: ["x"], 1: ["x"]}}, "weekdays"),
]


@pytest.mark.parametrize(("change", "field"), FAULTS)
def test_a_faulty_file_is_refused_by_field(change, field):
    from importlib.resources import files

    import yaml

    raw = yaml.safe_load(files("mihwar.languages").joinpath("data", "en.yaml").read_text(encoding="utf-8"))
    read_language(raw, "en.yaml")
    with pytest.raises(OntologyError, match=field):
        read_language(raw | change, "en.yaml")
