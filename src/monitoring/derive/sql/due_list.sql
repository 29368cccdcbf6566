-- one row per person who may ask for something: an open case with its overdue round, if any, and what the last contacts
-- leave undone; and whoever told of harm without any action on record, also where the case is closed
with computed as (
    {computed}
),

disclosures as (
{told_of_harm}
),

unanswered as (
    select
        survivor_key,
        min(contact_date) as told_on
    from disclosures
    where is_open
    group by survivor_key
),

contacts as (
    select
        survivor_key,
        status,
        row_number() over (
            partition by survivor_key
            order by contact_date desc, sheet_row desc, submission_id desc
        ) as place
    from current_rounds
    where country = $country and contact_date is not null
),

open_rounds as (
    select
        survivor_key,
        months,
        target_date,
        open_until,
        row_number() over (
            partition by survivor_key
            order by months
        ) as place
    from (
{waiting_rounds}
    ) as rounds
    where country = $country and is_overdue
),

cases as (
    select
        survivor_key,
        country,
        survivor_id,
        provider,
        coalesce(ended_on is null and case_status = 'active' and consent_contact = 'given', false) as is_open
    from current_people
    where country = $country
)

select
    cases.survivor_key,
    cases.country,
    cases.survivor_id,
    cases.provider,
    case when cases.is_open then open_rounds.months end as months,
    case when cases.is_open then open_rounds.target_date end as target_date,
    case when cases.is_open then open_rounds.open_until end as open_until,
    unanswered.told_on is not null as told_and_unanswered,
    unanswered.told_on,
    cases.is_open and coalesce(last_contact.status = 'unsafe_to_contact', false) as was_unsafe,
    cases.is_open
    and coalesce(last_contact.status = 'not_reached' and before_last.status = 'not_reached', false) as twice_not_reached
from cases
left join open_rounds
    on cases.survivor_key = open_rounds.survivor_key and open_rounds.place = 1
left join unanswered
    on cases.survivor_key = unanswered.survivor_key
left join contacts as last_contact
    on cases.survivor_key = last_contact.survivor_key and last_contact.place = 1
left join contacts as before_last
    on cases.survivor_key = before_last.survivor_key and before_last.place = 2
where cases.is_open or unanswered.told_on is not null
order by cases.survivor_id
