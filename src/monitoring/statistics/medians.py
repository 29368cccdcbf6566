"""The middle value of a group and its likely range. Refuses nothing: of few values there is simply no range."""

from collections.abc import Sequence

LEVEL = 0.95


def median(ordered: Sequence[float]) -> float | None:
    """The middle of values in rising order, of an even number the mean of the two middle ones; None of no values."""
    count = len(ordered)
    if not count:
        return None
    return (ordered[(count - 1) // 2] + ordered[count // 2]) / 2


def median_interval(ordered: Sequence[float]) -> tuple[float, float] | None:
    """The 95 % interval of the median from order statistics, in the values' unit; None below six values.

    The number of values below the median is binomial with one half, whatever the values are distributed like: the
    interval runs from the k-th smallest to the k-th largest, k as large as leaves at most 2.5 % on either side.
    Thompson, W. R. (1936), Annals of Mathematical Statistics 7: 122-128; Conover, Practical Nonparametric Statistics
    (3rd ed. 1999), chapter 3.2. Exact, hence somewhat wider than it need be: of few values no narrower one is honest.
    """
    from scipy.special import bdtr  # slow to import; pages without a median never need it

    count, outside = len(ordered), (1 - LEVEL) / 2
    cut = 0  # values left out at either end
    while cut + 1 <= count // 2 and bdtr(cut, count, 0.5) <= outside:
        cut += 1
    return (ordered[cut - 1], ordered[count - cut]) if cut else None
