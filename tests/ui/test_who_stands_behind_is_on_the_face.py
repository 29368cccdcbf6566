"""One line under a chart: due, interviewed, answered; of what is withheld not even that."""

from dataclasses import replace

from invented_points import known, missing, withheld

from monitoring.ui.findings.face import of_points


def behind(point, due, interviewed):
    return replace(point, due=due, interviewed=interviewed)


def test_due_interviewed_and_answered_are_told():
    same = [behind(known("a", 10, 88), 231, 160), behind(known("b", 20, 88), 231, 160)]
    other = [behind(known("a", 10, 88), 231, 160), behind(missing("b"), 231, 160)]

    assert of_points(same) == "Due 231 · interviewed 160 · answered 88"
    assert of_points(other) == "Due 231 · interviewed 160 · answered 0 to 88"


def test_of_nothing_known_nothing_is_told():
    assert of_points([withheld("a"), missing("b")]) == ""
