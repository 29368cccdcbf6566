"""Time to the first measurable improvement, in words. Says how many and by when, never what brought it about."""

from monitoring.services.first_improvement import FirstImprovement
from monitoring.ui import labels, numbers
from monitoring.ui.findings import risks
from monitoring.ui.findings.same import TOO_FEW
from monitoring.words import say


def of_people(found: FirstImprovement) -> str:
    """`Of 58 people interviewed at least twice, 31 have been measurably better off than at first ...`"""
    people = numbers.people(found.people)
    if found.people < TOO_FEW:
        return say("improvement.too_few", people=people)
    if not found.improved:
        return say("improvement.none_yet", people=people)
    return say("improvement.said", people=people, n=numbers.count(found.improved), parts=by_months(found))


def by_months(found: FirstImprovement) -> str:
    """`within 6 months 20 %, within 12 months 41 % and within 24 months not told`."""
    return labels.listed([risks.part(each.months, each.chance) for each in found.chances])


def of_lost(found: FirstImprovement) -> list[str]:
    """What the share within 12 months would be had none of those lost got better, or each of them."""
    by_twelve = next(each for each in found.chances if each.months == 12)
    if not by_twelve.lost or by_twelve.none.value is None:
        return []
    both = {"none": risks.value(by_twelve.none), "all": risks.value(by_twelve.all)}
    return [say("improvement.lost", people=numbers.people(by_twelve.lost), **both)]


def left_out(found: FirstImprovement) -> list[str]:
    """Who could not improve by that much is in no number above."""
    if not found.near_the_top:
        return []
    return [say("improvement.near_the_top", people=numbers.people(found.near_the_top))]
