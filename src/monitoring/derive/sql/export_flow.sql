-- one row: how many people, and how many rounds of those who agreed to research, came how far
with computed as (
    {computed}
),

due as (
    select computed.*
    from computed
    inner join {people} as people
        on computed.survivor_key = people.survivor_key
    where
        computed.speaks_for_round
        and (computed.was_interviewed or (computed.could_come_due and computed.target_date <= $as_of))
        and people.consent_research = 'given'
),

persons as (
    select
        count(*) as returned,
        count(case when consent_research = 'given' then 1 end) as consented
    from {people}
    where {of_people}
)

select
    max(persons.returned) as returned,
    max(persons.consented) as consented,
    count(due.survivor_key) as due,
    count(case when due.attempted then 1 end) as attempted,
    count(case when due.reached then 1 end) as reached,
    count(case when due.was_interviewed then 1 end) as interviewed,
    count(case when due.was_interviewed and due.share_answered > 0 then 1 end) as answered
from persons
left join due
    on true
