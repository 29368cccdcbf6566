"""Expressions that Hypothesis makes up mean the same to the database and in plain Python, unknowns included."""

from datetime import date

import duckdb
import pytest
from expressions import reading_of
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

ROWS = [
    {"whole": whole, "other": other, "yes": yes, "no": no, "word": word, "day": day, "later": later}
    for whole, other in ((0, 3), (-2, None), (None, 4), (30, 30))
    for yes, no in ((True, None), (False, True), (None, False))
    for word, day, later in (
        ("never", date(2024, 1, 31), date(2024, 3, 1)),
        ("often", date(2024, 2, 29), None),
        (None, None, date(2023, 12, 31)),
    )
]
AT_ONCE = 400


def of(text, *parts):
    return st.tuples(*parts).map(lambda chosen: text.format(*chosen))


def compared_to(of_one, signs=("=", "<>", "<", "<=", ">", ">=")):
    return of("{} {} {}", of_one, st.sampled_from(signs), of_one)


def numbers(inner):
    conditions, numeric = inner
    return st.one_of(
        of("({} {} {})", numeric, st.sampled_from("+-*"), numeric),
        of("({} / {})", numeric, st.sampled_from(["2", "4", "-8"])),  # exact in the database's arithmetic, too
        of("abs({})", numeric),
        of("-({})", numeric),
        of("{}({}, {})", st.sampled_from(["least", "greatest", "coalesce"]), numeric, numeric),
        of("case when {} then {} else {} end", conditions, numeric, numeric),
        of("case when {} then {} end", conditions, numeric),
    )


def conditions_over(inner):
    conditions, numeric = inner
    return st.one_of(
        of("({} {} {})", conditions, st.sampled_from(["and", "or"]), conditions),
        of("not ({})", conditions),
        of("(({}) is {}null)", st.one_of(conditions, numeric), st.sampled_from(["", "not "])),
        of("({})", compared_to(numeric)),
        of("({} {}between {} and {})", numeric, st.sampled_from(["", "not "]), numeric, numeric),
        of("({} {}in ({}, {}))", numeric, st.sampled_from(["", "not "]), st.integers(-3, 30), st.integers(-3, 30)),
    )


NUMBERS = st.sampled_from(["whole", "other", "0", "1", "30", "0.25", "0.75", "(later - day)"])
DAYS = st.sampled_from(
    [
        "day",
        "later",
        "date '2024-02-29'",
        "day + interval '1 day'",
        "day - interval '30 days'",
        "later + interval '1 month'",
    ]
)
CONDITIONS = st.one_of(
    st.sampled_from(
        ["yes", "no", "true", "false", "word is null", "word in ('never', 'often')", "word not in ('often')"]
    ),
    of("({})", compared_to(DAYS)),
    of("({} between {} and {})", DAYS, DAYS, DAYS),
    of("(word {} '{}')", st.sampled_from(["=", "<>"]), st.sampled_from(["never", "often", "rarely"])),
    of("(coalesce(word, 'never') = '{}')", st.sampled_from(["never", "often"])),
)


def deeper(levels):
    conditions, numeric = CONDITIONS, NUMBERS
    for _ in range(levels):
        inner = conditions, numeric
        conditions, numeric = st.one_of(CONDITIONS, conditions_over(inner)), st.one_of(NUMBERS, numbers(inner))
    return st.one_of(conditions, numeric)


@pytest.fixture(scope="module")
def made_up():
    found = {}

    @settings(
        max_examples=AT_ONCE,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(deeper(3))
    def collect(text):
        found[text] = None

    collect()
    return list(found)


def test_made_up_expressions_mean_the_same(made_up):
    kinds = {"whole": "integer", "other": "integer", "yes": "boolean", "no": "boolean", "word": "varchar"}
    columns = ", ".join(f"{name} {kinds.get(name, 'date')}" for name in ROWS[0])
    with duckdb.connect() as database:
        database.execute(f"create table said ({columns})")
        database.executemany("insert into said values (?, ?, ?, ?, ?, ?, ?)", [list(row.values()) for row in ROWS])
        listed = ",\n".join(f"({text}) as e{at}" for at, text in enumerate(made_up))
        answers = database.execute(f"select {listed} from said").fetchall()

    readings = [reading_of(text) for text in made_up]
    differing = {
        (text, tuple(row.items()))
        for row, answer in zip(ROWS, answers, strict=True)
        for text, reading, value in zip(made_up, readings, answer, strict=True)
        if not same(reading(row.get), value)
    }

    assert len(made_up) > AT_ONCE / 2
    assert differing == set()


def same(plain, database):
    if plain is None or database is None or isinstance(plain, bool) or isinstance(database, bool):
        return plain is database
    return float(plain) == pytest.approx(float(database))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no and false", False),
        ("no or true", True),
        ("no or false", None),
        ("not no", None),
        ("no is null", True),
        ("word not in ('a')", None),
        ("7 / 2", 3.5),
        ("least(4, null, 3)", 3),
        ("coalesce(no, true)", True),
        ("case when no then 1 else 0 end", 0),
        ("5 between null and 3", False),
        ("date '2024-01-31' + interval '1 month'", date(2024, 2, 29)),
    ],
)
def test_what_is_unknown_stays_unknown(text, value):
    assert reading_of(text)({"no": None, "word": None}.get) == value


def test_an_expression_without_a_plain_meaning_is_refused():
    with pytest.raises(NotImplementedError):
        reading_of("sqrt(2)")
