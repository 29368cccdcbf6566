-- one row per person whose record may be kept: the answers of the survivors sheet, and how follow-up went
with followed as (
    select
        country,
        person_code,
        max(case when status in ('interviewed', 'partly_interviewed') then contact_date end) as last_interview,
        min(case when status in ('withdrew_consent', 'deceased') then contact_date end) as ended_on
    from {follow_ups}
    group by country, person_code
),

kept as (
    select
        people_known.survivor_key,
        survivors.survivor_id,
        {survivor_columns},
        survivors.missing_answers,
        survivors.submission_id,
        survivors.sheet_row,
        survivors.provider_id as provider,
        {return_quarter} as return_quarter,
        followed.last_interview is not null as was_interviewed,
        followed.ended_on
    from {survivors} as survivors
    inner join people_known
        on
            survivors.country = people_known.country
            and survivors.survivor_id = people_known.survivor_id
    left join followed
        on
            survivors.country = followed.country
            and survivors.survivor_id = followed.person_code
    left join consent_ended
        on
            survivors.country = consent_ended.country
            and survivors.survivor_id = consent_ended.survivor_id
    left join same_person
        on
            survivors.country = same_person.country
            and survivors.survivor_id = same_person.former_code
    where
        survivors.consent_record = 'given'
        and same_person.former_code is null
        and consent_ended.survivor_id is null
)

select kept.*
from kept
