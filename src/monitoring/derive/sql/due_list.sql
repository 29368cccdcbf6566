-- one row per person whose case is open: the round that is open now, if any, and what the last contacts leave undone
with computed as (
    {computed}
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
    where contact_date is not null
),

told as (
    select
        survivor_key,
        safety_concern,
        action_taken,
        contact_date,
        row_number() over (
            partition by survivor_key
            order by contact_date desc, months desc
        ) as place
    from computed
    where
        was_interviewed
        and speaks_for_round
        and safety_concern is not null
),

open_rounds as (
    select
        survivor_key,
        months,
        target_date,
        on_time_until,
        open_until,
        row_number() over (
            partition by survivor_key
            order by months
        ) as place
    from (
{waiting_rounds}
    ) as rounds
    where is_overdue
)

select
    people.survivor_key,
    people.country,
    people.survivor_id,
    people.provider,
    open_rounds.months,
    open_rounds.target_date,
    open_rounds.open_until,
    coalesce(told.safety_concern and coalesce(told.action_taken, 'none_yet') = 'none_yet', false) as told_and_unanswered,
    told.contact_date as told_on,
    coalesce(last_contact.status = 'unsafe_to_contact', false) as was_unsafe,
    coalesce(last_contact.status = 'not_reached' and before_last.status = 'not_reached', false) as twice_not_reached
from current_people as people
left join open_rounds
    on people.survivor_key = open_rounds.survivor_key and open_rounds.place = 1
left join told
    on people.survivor_key = told.survivor_key and told.place = 1
left join contacts as last_contact
    on people.survivor_key = last_contact.survivor_key and last_contact.place = 1
left join contacts as before_last
    on people.survivor_key = before_last.survivor_key and before_last.place = 2
where
    people.country = $country
    and people.ended_on is null
    and people.case_status = 'active'
    and people.consent_contact = 'given'
order by people.survivor_id
