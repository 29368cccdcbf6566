"""Time to the first measurable improvement, in words. Says how many and by when, never what brought it about."""

from monitoring.services.first_improvement import FirstImprovement
from monitoring.ui import labels, numbers
from monitoring.ui.findings import risks
from monitoring.ui.findings.same import TOO_FEW
from monitoring.words import say, spoken


def of_people(found: FirstImprovement) -> str:
    """`Of 58 people interviewed at least twice, 31 have been measurably better off than at first ...`"""
    people = numbers.people(found.people, spoken())
    if found.people < TOO_FEW:
        return say("improvement.too_few", people=people)
    if not found.improved:
        return say("improvement.none_yet", people=people)
    return say("improvement.said", people=people, n=numbers.count(found.improved), parts=by_months(found))


def by_months(found: FirstImprovement) -> str:
    """`within 6 months 20 %, within 12 months 41 % and within 24 months not told`."""
    return labels.listed([risks.part(months, chance) for months, chance in found.chances], spoken())


def left_out(found: FirstImprovement) -> list[str]:
    """Who could not improve by that much is in no number above."""
    if not found.near_the_top:
        return []
    return [say("improvement.near_the_top", people=numbers.people(found.near_the_top, spoken()))]
