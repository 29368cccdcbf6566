"""Mistakes between sheets and of the country: codes that nobody listed, contacts that should not have been."""

from datetime import timedelta

from mistakes.draft import Draft, day_of


def unknown_survivor(draft: Draft) -> None:
    """One digit of the code was mistyped."""
    draft.missed["survivor_id"] = "MD-9014"


def unknown_provider(draft: Draft) -> None:
    draft.unvisited["provider_id"] = "MD-NOBODY"


def date_in_future(draft: Draft) -> None:
    """Next year in place of this one."""
    draft.sheets["providers"][0]["last_verified_on"] = draft.today + timedelta(days=200)


def outside_window(draft: Draft) -> None:
    """Written down under the round before; the office may have meant it so."""
    draft.missed["round"] = 36


def several_countries(draft: Draft) -> None:
    draft.unvisited["country"] = "RO"


def no_country(draft: Draft) -> None:
    """Incidents alone, and nothing that says where."""
    draft.sheets = {"incidents": draft.sheets["incidents"]}


def interview_before_return(draft: Draft) -> None:
    """The first contact is dated two days before the person came home."""
    draft.first_contact["contact_date"] = day_of(draft.person, "return_date") - timedelta(days=2)


def contact_without_consent(draft: Draft) -> None:
    draft.person["consent_contact"] = "refused"


def child_without_consent(draft: Draft) -> None:
    draft.child["guardian_consent"] = "refused"


def too_young_to_interview(draft: Draft) -> None:
    """A child of nine or more is written down as younger; nothing of guardian and assent is put down then."""
    draft.child.update(age_band="0-8", guardian_consent=None, child_assent=None)


SPOILERS = (
    unknown_survivor, unknown_provider, date_in_future, outside_window, several_countries, no_country,
    interview_before_return, contact_without_consent, child_without_consent, too_young_to_interview,
)  # fmt: skip
