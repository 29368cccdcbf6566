-- one row per group: of the people returned by the day looked at, how many had such an event by then
with first_events as (
    select
        survivor_key,
        min(happened_on) as happened_on
    from {incidents} as incidents
    where {numerator}
    group by survivor_key
),

looked_at as (
    select
        people.*,
        {day} as looked_at_on{quarter},
        coalesce(first_events.happened_on <= {day}, false) as happened
    from {people} as people
    {quarters}
    left join first_events
        on people.survivor_key = first_events.survivor_key
    where people.return_date <= {day} and {filters}
)

select
    {groups}count(*) as due,
    count(case when was_interviewed then 1 end) as interviewed,
    count(case when {denominator} and happened then 1 end) as {id}__numerator,
    count(case when {denominator} then 1 end) as {id}__denominator,
    count(case when {answered} then 1 end) as {id}__answered
from looked_at
{group_by}
