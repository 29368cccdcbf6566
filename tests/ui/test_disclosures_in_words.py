"""What the head of the overview says of disclosures: counts, how long the oldest waits, never a share of a few."""

from monitoring.services.disclosures import Disclosures
from monitoring.ui.findings.disclosures import sentences
from monitoring.ui.numbers import THIN


def country(code="MD", told=0, answered=0, waiting=0, still=0, oldest=None):
    return Disclosures(code, told, answered, waiting, still, oldest)


def test_answered_and_waiting_are_said_with_the_oldest():
    said = sentences([country(told=23, answered=19, waiting=2, still=1, oldest=41)], 3)

    assert said == [
        "In the last 12 months people told us of harm **23** times.",
        f"Action followed within 3 days for **19** of them: 83{THIN}%, likely between 63 and 93{THIN}%.",
        "**2** disclosures have no action on record; the oldest was told **41 days** ago.",
        "One of these was told within the last 3 days and is not yet counted above.",
    ]


def test_of_a_few_no_share_is_told():
    said = sentences([country(told=4, answered=4)], 3)

    assert said == [
        "In the last 12 months people told us of harm **4** times.",
        "Action followed within 3 days for **4** of them; too few to say more.",
        "Every disclosure has an action on record.",
    ]


def test_several_countries_are_named_in_the_order_of_their_names():
    both = [country("NG", 6, 5, 3, 0, 12), country("AL", 6, 6, 1, 0, 0)]

    assert sentences(both, 3)[-2:] == [
        "**4** disclosures have no action on record; the oldest was told **12 days** ago.",
        "Without action: Albania 1 (oldest less than a day) and Nigeria 3 (oldest 12 days).",
    ]


def test_silence_is_no_proof():
    assert sentences([], 3) == [
        "Nobody told us of harm in the last 12 months. That is no proof that nobody was harmed.",
    ]


def test_a_provider_reads_of_its_own_cases_alone():
    own = Disclosures("MD", None, None, 1, 0, 20)

    assert sentences([own], 3, is_provider=True) == [
        "**One** disclosure in your cases has no action on record; it was told **20 days** ago."
    ]
    assert sentences([], 3, is_provider=True) == ["None of your cases waits for an action after somebody told of harm."]
