"""Sentences that staff type are kept and read by others: whoever would be told by one is not."""

import pytest

from monitoring.domain.people import Actor, Role
from monitoring.domain.submission import Status
from monitoring.services import submissions
from monitoring.services.typed_sentences import NotSaid
from monitoring.words import say

MANAGER = Actor("Mina", Role.PROGRAMME_MANAGER)


@pytest.mark.parametrize(
    "reason",
    [
        "Mrs Tejeverde called",
        "her number is +373 69 123 456",
        "elle s'appelle Solvène",
        "اتصل بها على الرقم 0555123456",
    ],
)
@pytest.mark.parametrize("decide", [submissions.undo, submissions.send_back])
def test_a_reason_that_tells_of_somebody_is_refused_without_repeating_it(house, hand_in, decide, reason):
    handed_in = hand_in("MD", survivors=[{"survivor_id": "MD-0001"}])

    with pytest.raises(NotSaid) as refused:
        decide(MANAGER, house, handed_in.id, reason)

    said = say(f"refusals.{refused.value.reason}", **refused.value.facts)
    assert refused.value.reason == "reason_names_somebody"
    assert reason not in said
    assert [each.status for each in submissions.history(MANAGER, house)] == [Status.COUNTS]


def test_a_reason_about_the_file_is_kept(house, hand_in):
    handed_in = hand_in("MD", survivors=[{"survivor_id": "MD-0001"}])
    done = submissions.send_back(MANAGER, house, handed_in.id, "round 12 of MD-0001 is there twice, see row 14")

    assert (done.status, done.reason) == (Status.SENT_BACK, "round 12 of MD-0001 is there twice, see row 14")
