"""A condition means in a form for the telephone what it means in a workbook, also where answers are missing."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xpath_in_python import is_true

from monitoring.derive.xlsform_answers import answers_of
from monitoring.derive.xlsform_expressions import Translator
from monitoring.derive.xlsform_values import NotInXPath
from monitoring.domain.form import Asked, Choice, ChoiceList, Form, Question, QuestionType

BOTH = {"en": "", "fr": ""}
LETTERS = ChoiceList("letters", tuple(Choice(code, BOTH, score) for code, score in (("x", 0), ("y", 0.5), ("z", 1))))
FORM = Form(
    "tried",
    BOTH,
    BOTH,
    ("code",),
    (
        Question("sure", QuestionType.YES_NO, BOTH),
        Question("asked", QuestionType.YES_NO, BOTH, asked_of=Asked.SURVIVOR),
        Question("letter", QuestionType.CHOICE, BOTH, choices=LETTERS, asked_of=Asked.SURVIVOR),
        Question("letters", QuestionType.SEVERAL, BOTH, choices=LETTERS, asked_of=Asked.SURVIVOR),
        Question("number", QuestionType.WHOLE, BOTH, minimum=0, maximum=9, asked_of=Asked.SURVIVOR),
        Question("first", QuestionType.DATE, BOTH),
        Question("last", QuestionType.DATE, BOTH),
    ),
)
DERIVED = {"twice": "2 * number", "sure_or_asked": "sure or asked"}
TYPES = {
    "sure": pl.Boolean,
    "asked": pl.Boolean,
    "letter": pl.String,
    "letters": pl.String,
    "number": pl.Int32,
    "first": pl.Date,
    "last": pl.Date,
}

CONDITIONS = st.recursive(
    st.sampled_from(
        [
            "sure", "asked", "letter = 'x'", "letter <> 'y'", "letter in ('x', 'z')", "letter not in ('x', 'z')",
            "letter is null", "letter is not null", "sure is null", "letters__x", "letters is null", "number > 3",
            "number between 2 and 5", "number + 1 <= 2 * number", "abs(number - 4) = 1", "twice >= 8", "sure_or_asked",
            "coalesce(number, 7) > 5", "coalesce(letter, 'z') = 'z'", "coalesce(sure, asked)", "first < last",
            "first + interval '30 days' < last", "first >= date '2025-03-01'", "letter__score < 0.5",
            "case when sure then number else 9 end > 4", "case when letter = 'x' then sure when asked then false end",
            "sure = asked", "-number < -3", "first is null", "number = 0 or number is null",
        ]
    ),
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not ({})".format, inner),
    ),
    max_leaves=5,
)  # fmt: skip
ANSWERS = st.fixed_dictionaries(
    {
        "sure": st.sampled_from(["yes", "no", "", "dont_know"]),
        "asked": st.sampled_from(["yes", "no", "", "prefer_not_to_say"]),
        "letter": st.sampled_from(["x", "y", "z", "", "dont_know"]),
        "letters": st.sampled_from(["x", "x y", "y z", "", "not_applicable"]),
        "number": st.sampled_from(["0", "3", "4", "9", "", "dont_know"]),
        "first": st.sampled_from(["2025-01-31", "2025-03-01", "2025-03-02", ""]),
        "last": st.sampled_from(["2025-03-01", "2025-03-31", "2025-04-01", ""]),
    }
)


def typed(answers):
    """The same answers as intake would hand them on."""
    read = {
        pl.Boolean: {"yes": True, "no": False}.get,
        pl.String: lambda text: None if text in ("", "dont_know", "not_applicable") else text,
        pl.Int32: lambda text: int(text) if text.isdigit() else None,
        pl.Date: lambda text: date.fromisoformat(text) if text else None,
    }
    row = {name: [read[TYPES[name]](text)] for name, text in answers.items()}
    held = pl.col("letters").str.split(" ").list.contains("x")
    scores = pl.col("letter").replace_strict({"x": 0.0, "y": 0.5, "z": 1.0}, default=None, return_dtype=pl.Float64)
    return pl.DataFrame(row, schema=TYPES).with_columns(
        letters__x=held,
        letter__score=scores,
        twice=2 * pl.col("number"),
        sure_or_asked=pl.col("sure") | pl.col("asked"),
    )


def translated(text):
    return Translator(answers_of(FORM), DERIVED, "forms/tried.toml", "key").condition(text)


@given(CONDITIONS, ANSWERS)
@settings(max_examples=400, deadline=None)
def test_a_condition_is_true_false_and_unknown_where_it_is_in_a_workbook(text, answers):
    expected = typed(answers).select(pl.sql_expr(text).alias("holds")).item()
    truth = translated(text)

    assert (is_true(truth.true, answers), is_true(truth.false, answers)) == (expected is True, expected is False)


@pytest.mark.parametrize(
    "text",
    [
        "nobody_declared_this", "letter__x", "letters__score > 0", "least(number, 3) = 3", "letter < 'y'",
            "number = 'x'",
        "first + interval '1 month' < last", "sure > asked", "number", "case letter when 'x' then sure end",
    ],
)  # fmt: skip
def test_what_cannot_be_translated_is_refused_with_its_file_and_key(text):
    with pytest.raises(NotInXPath) as refused:
        translated(text)

    assert (refused.value.reason, refused.value.facts["file"], refused.value.facts["key"]) == (
        "not_in_xpath", "forms/tried.toml", "key",
    )  # fmt: skip


def test_our_own_conditions_are_written_as_somebody_would_write_them():
    told = (
        "${letter} = '' or ${letter} = 'dont_know' or ${letter} = 'prefer_not_to_say' or ${letter} = 'not_applicable'"
    )
    days = "int(decimal-date-time(${first}) + 0.6) < int(decimal-date-time(${last}) + 0.6)"

    assert translated("letter = 'x'").true == "${letter} = 'x'"
    assert translated("letter in ('x', 'y')").true == "(${letter} = 'x' or ${letter} = 'y')"
    assert translated("letters__x").true == "selected(${letters}, 'x')"
    assert translated("sure and letter is not null").true == f"${{sure}} = 'yes' and not({told})"
    assert translated("first < last").true == f"not(${{first}} = '') and not(${{last}} = '') and {days}"
