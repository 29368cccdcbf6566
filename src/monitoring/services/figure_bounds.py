"""What a figure would be if all those not interviewed had done badly, or well. Asks nobody and guesses nothing."""

from monitoring.domain.figures import Figure
from monitoring.domain.indicator import Direction, Indicator, Kind
from monitoring.statistics.bounds import Bounds, mean_bounds, share_bounds

FOLLOW_UP = "follow_up"
"""Numbers about the follow-up itself: whoever was not interviewed is in them already."""

SCALES = {"points": (0, 100), "score": (0, 1), "percent": (0, 1)}
"""From where to where a mean of a unit can lie. Days, services and kinds of help have no end."""


def bounds_of(indicator: Indicator, figure: Figure) -> Bounds | None:
    """Of a share or mean over follow-ups, in the figure's own unit; None where nobody is missing, or no end is known.

    Everybody due who was not interviewed is taken to belong to the figure: of a share of some, such as those who live
    with a host family, the bounds are wider than they need be.
    """
    if figure.withheld or not indicator.has_rounds or figure.due is None or figure.interviewed is None:
        return None
    if indicator.domain == FOLLOW_UP:
        return None
    missing, answered = figure.due - figure.interviewed, figure.denominator or 0
    if missing <= 0 or figure.numerator is None:
        return None
    if indicator.kind is Kind.SHARE:
        return share_bounds(int(figure.numerator), answered, missing)
    if indicator.kind is Kind.MEAN and indicator.unit in SCALES:
        lowest, highest = SCALES[indicator.unit]
        return mean_bounds(figure.numerator, answered, missing, lowest=lowest, highest=highest)
    return None


def if_badly_and_well(indicator: Indicator, bounds: Bounds) -> tuple[float, float]:
    """The figure if all the missing had done badly, then if well. Harm that is only watched is bad where it is."""
    both = (bounds.least, bounds.most)
    return both if indicator.direction is Direction.UP else (both[1], both[0])
