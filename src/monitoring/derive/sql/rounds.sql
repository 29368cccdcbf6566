-- one row per person and contact of a round, and one for each round of a person without any contact.
-- `speaks_for_round` marks the row that counts: the interview nearest the target day, else the nearest contact.
-- A round could come due if on its target day consent to contact was given, the person alive and the case active.
-- A contact that names no provider belongs to the lead provider of that day: the one told by the first hand-in since then,
-- which reported it, or where there is none, by the last before. Rows handed in again do not move it.
-- The answers stay in the history: `submission_id` and `sheet_row` point at them, and a figure fetches what it uses.
with dated as (
    select
        people.survivor_key,
        people.country,
        people.survivor_id,
        people.provider,
        round_windows.*,
        people.return_date + round_windows.target_day as target_date,
        people.return_quarter,
        coalesce(
            (
                people.consent_contact = 'given'
                or (
                    people.consent_contact = 'withdrawn'
                    and people.consent_date > people.return_date + round_windows.target_day
                )
            )
            and (people.ended_on is null or people.ended_on > people.return_date + round_windows.target_day)
            and (
                people.case_status = 'active'
                or people.case_closed_on >= people.return_date + round_windows.target_day
            ),
            false
        ) as could_come_due
    from {people} as people
    cross join {round_windows}
),

told as (
    select
        survivors.country,
        survivors.survivor_id,
        survivors.provider_id,
        survivors.submission_id,
        cast(submissions.handed_in_at as date) as told_on
    from {survivors_history} as survivors
    inner join standing
        on survivors.submission_id = standing.submission_id
    inner join submissions
        on survivors.submission_id = submissions.submission_id
),

-- of everybody else, the lead provider as things stand is the one of any day
led_by_several as (
    select
        country,
        survivor_id
    from told
    group by country, survivor_id
    having count(distinct provider_id) > 1 or count(provider_id) < count(*)
),

leads as (
    select
        contacts.country,
        contacts.survivor_id,
        contacts.round,
        contacts.contact_date,
        told.provider_id,
        row_number() over (
            partition by contacts.country, contacts.survivor_id, contacts.round, contacts.contact_date
            order by
                case when told.told_on >= contacts.contact_date then 0 else 1 end,
                abs(told.told_on - contacts.contact_date),
                told.submission_id desc
        ) as place
    from {follow_ups} as contacts
    inner join told
        on
            contacts.country = told.country
            and contacts.survivor_id = told.survivor_id
    left join led_by_several
        on
            contacts.country = led_by_several.country
            and contacts.survivor_id = led_by_several.survivor_id
    where
        contacts.provider_id is null
        and (led_by_several.survivor_id is not null or contacts.survivor_id <> contacts.person_code)
),

met as (
    select
        dated.survivor_key,
        dated.round,
        dated.months,
        dated.pooled_round,
        dated.target_date,
        dated.target_date + dated.on_time_days as on_time_until,
        dated.target_date + (dated.last_day - dated.target_day) as open_until,
        dated.return_quarter,
        dated.could_come_due,
        coalesce(contacts.provider_id, leads.provider_id, dated.provider) as provider,
        contacts.status,
        contacts.contact_date,
        contacts.submission_id,
        contacts.sheet_row,
        coalesce(contacts.status in ('interviewed', 'partly_interviewed'), false) as was_interviewed,
        coalesce(
            contacts.status in ('interviewed', 'partly_interviewed', 'declined_this_time', 'withdrew_consent'),
            false
        ) as reached,
        coalesce(contacts.status not in ('not_attempted', 'unsafe_to_contact'), false) as attempted
    from dated
    left join {follow_ups} as contacts
        on
            dated.country = contacts.country
            and dated.survivor_id = contacts.person_code
            and dated.round = contacts.round
    left join leads
        on
            contacts.country = leads.country
            and contacts.survivor_id = leads.survivor_id
            and contacts.round = leads.round
            and contacts.contact_date = leads.contact_date
            and leads.place = 1
),

placed as (
    select
        met.*,
        row_number() over (
            partition by survivor_key, round
            order by
                case when was_interviewed then 0 else 1 end,
                abs(contact_date - target_date),
                contact_date,
                sheet_row,
                submission_id
        ) = 1 as speaks_for_round,
        row_number() over (
            partition by survivor_key, pooled_round
            order by
                case when was_interviewed then 0 else 1 end,
                case when was_interviewed then -months else months end,
                abs(contact_date - target_date),
                contact_date,
                sheet_row,
                submission_id
        ) = 1 as speaks_for_pool,
        {quarter} as quarter
    from met
)

select
    placed.*,
    {survivor_columns}
from placed
inner join {people} as people
    on placed.survivor_key = people.survivor_key
