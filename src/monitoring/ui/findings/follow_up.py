"""One sentence for who we hear from: the share interviewed at the first round and at the last that is not small."""

from collections.abc import Sequence

from monitoring.ui import numbers
from monitoring.ui.charts.follow_up import Bar
from monitoring.ui.labels import lowered
from monitoring.ui.points import FEW
from monitoring.words import say


def of_bars(bars: Sequence[Bar]) -> str:
    """`Of those due, 97 % were interviewed at return and 61 % at month 24.` Bars are never empty."""
    many = [bar for bar in bars if bar.due >= FEW] or list(bars)
    shares = [numbers.percent(100 * bar.interviewed / bar.due) for bar in (many[0], many[-1])]
    facts = {"first_share": shares[0], "last_share": shares[1]}
    facts |= {"first": lowered(many[0].name), "last": lowered(many[-1].name)}
    sentence = say("screens.says.heard_once" if len(many) == 1 else "screens.says.heard", **facts)
    return f"{sentence}; {say('screens.says.few')}." if many[0].due < FEW else f"{sentence}."
