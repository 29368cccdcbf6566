"""Mistakes of one row: its answers do not go together, or do not go with what is known of the person."""

from datetime import timedelta

from mistakes.draft import Draft, day_of


def required_answer(draft: Draft) -> None:
    draft.missed["status"] = None


def duplicate_key(draft: Draft) -> None:
    """The same contact on two rows."""
    draft.sheets["follow_ups"].append(dict(draft.talked))


def answers_without_interview(draft: Draft) -> None:
    draft.missed["housing_type"] = "rented"


def sensitive_not_allowed(draft: Draft) -> None:
    """Somebody else could hear, and one question about harm was put all the same."""
    draft.talked.update(
        private=False, contact_from_trafficker="not_asked", exploited_again="not_asked", hurt_or_afraid_at_home=False,
        owes_for_migration="not_asked",
    )  # fmt: skip


def not_applicable_answer(draft: Draft) -> None:
    """What somebody without work answered about their work."""
    draft.talked.update(main_activity="looking", work_fair="safe")


def return_date_missing(draft: Draft) -> None:
    """Of somebody without follow-ups, whose rounds cannot be counted from now on."""
    draft.unvisited["return_date"] = None


def plan_too_early(draft: Draft) -> None:
    draft.person["plan_date"] = day_of(draft.person, "return_date") - timedelta(days=400)


def first_contact_before_return(draft: Draft) -> None:
    draft.person["first_contact_date"] = day_of(draft.person, "return_date") - timedelta(days=3)


def closed_without_date(draft: Draft) -> None:
    draft.unvisited.update(case_status="closed_own_wish", case_closed_on=None)


def date_order(draft: Draft) -> None:
    draft.unvisited["consent_review_on"] = day_of(draft.unvisited, "consent_date") - timedelta(days=30)


def event_date_missing(draft: Draft) -> None:
    draft.event["occurred_on"] = None


def event_before_return(draft: Draft) -> None:
    person = draft.survivor(str(draft.event["survivor_id"]))
    draft.event["occurred_on"] = day_of(person, "return_date") - timedelta(days=20)


def disclosure_without_action(draft: Draft) -> None:
    draft.talked["contact_from_trafficker"] = True


def action_without_date(draft: Draft) -> None:
    draft.talked.update(contact_from_trafficker=True, action_taken="referred")


SPOILERS = (
    required_answer, duplicate_key, answers_without_interview, sensitive_not_allowed, not_applicable_answer,
    return_date_missing, plan_too_early, first_contact_before_return, closed_without_date, date_order,
    event_date_missing, event_before_return, disclosure_without_action, action_without_date,
)  # fmt: skip
