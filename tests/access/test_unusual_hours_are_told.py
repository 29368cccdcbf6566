"""Much looked at, taken out or refused within an hour is told to administrators; a day's honest work is not."""

from datetime import UTC, datetime, timedelta

from monitoring.access.log import Entry
from monitoring.access.unusual import USUAL, Pattern, unusual

START = datetime(2026, 6, 1, 9, tzinfo=UTC)


def lines(*each: tuple[int, str, str, str]) -> list[Entry]:
    """(minutes after nine, who, what, detail)"""
    return [
        Entry(number, (START + timedelta(minutes=at)).isoformat(timespec="seconds"), who, what, detail)
        for number, (at, who, what, detail) in enumerate(each, 1)
    ]


def told(entries):
    return [(each.who, each.pattern, each.count, f"{each.since:%H:%M}") for each in unusual(entries)]


def test_many_different_filters_within_an_hour_are_told():
    views = [(at // 3, "Ana", "saw", f"housing provider=P{at}") for at in range(USUAL[Pattern.MANY_VIEWS] + 1)]

    assert told(lines(*views)) == [("Ana", Pattern.MANY_VIEWS, 101, "09:00")]
    assert told(lines(*views[:-1])) == []


def test_the_same_page_again_and_again_is_one_view():
    assert told(lines(*[(at // 10, "Ana", "saw", "housing country=MD") for at in range(500)])) == []


def test_as_many_in_a_whole_day_are_nobodys_concern():
    assert told(lines(*[(at, "Ana", "saw", f"housing provider=P{at}") for at in range(480)])) == []


def test_an_hour_that_begins_in_the_midst_of_one_counts_too():
    quiet = [(at, "Bo", "export_taken", "rows") for at in (0, 10, 20)]
    busy = [(55 + at, "Bo", "export_taken", "rows") for at in range(6)]

    assert told(lines(*quiet, *busy)) == [("Bo", Pattern.MANY_EXPORTS, 8, "09:00")]


def test_refusals_and_guesses_at_an_account_are_told_apart():
    refused = [(at, "Cy", "refused", "closed_route") for at in range(21)]
    guessed = [(at, "Ana", "sign_in_refused", "wrong_name_password_or_code 203.0.113.9") for at in range(6)]
    both = lines(*sorted([*refused, *guessed]))

    assert told(both) == [
        ("Cy", Pattern.MANY_REFUSALS, 21, "09:00"),
        ("Ana", Pattern.MANY_SIGN_INS_REFUSED, 6, "09:00"),
    ]
