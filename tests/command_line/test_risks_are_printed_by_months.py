"""The shape of printed figures: a risk has one row each for 6, 12 and 24 months, in a column after the groups."""

from monitoring.command_line.printing import figure_documents, print_figures
from monitoring.domain.figures import Figure, FigureRequest

GROUP = (("country", "MD"),)
RISKS = [
    Figure("re_trafficked", GROUP, 0.1, 1, 10, 0.01, 0.5, 10, 9, 9, months=months, at_risk=20) for months in (6, 12, 24)
]
SHARE = Figure("feels_safe", GROUP, 0.5, 5, 10, 0.2, 0.8, 12, 11, 10)


def test_months_stand_after_the_grouping_columns(capsys):
    print_figures(RISKS, FigureRequest(("re_trafficked",), by=("country",)))

    assert capsys.readouterr().out.splitlines() == [
        "country,months,indicator,value,numerator,denominator,low,high,due,interviewed,answered,withheld",
        "MD,6,re_trafficked,0.1,1,10,0.01,0.5,10,9,9,False",
        "MD,12,re_trafficked,0.1,1,10,0.01,0.5,10,9,9,False",
        "MD,24,re_trafficked,0.1,1,10,0.01,0.5,10,9,9,False",
    ]


def test_beside_a_risk_other_figures_leave_the_months_open():
    documents = figure_documents([SHARE, *RISKS])

    assert [list(each)[:3] for each in documents] == [["country", "months", "indicator"]] * 4
    assert [each["months"] for each in documents] == [None, 6, 12, 24]


def test_without_a_risk_there_is_no_such_column(capsys):
    print_figures([SHARE], FigureRequest(("feels_safe",), by=("country",)))

    assert "months" not in capsys.readouterr().out
    assert "months" not in figure_documents([SHARE])[0]
