-- one row per group: how long its people were followed, and who of them had the event
{followed}

select
    {groups}count(*) as due,
    count(case when was_interviewed then 1 end) as interviewed,
    count(case when is_counted then 1 end) as {id}__denominator,
    count(case when is_counted and (happened_on is not null or known_day is not null) then 1 end) as {id}__answered,
    array_agg(days_followed order by survivor_key) filter (where is_counted) as {id}__days,
    array_agg(happened_on is not null order by survivor_key) filter (where is_counted) as {id}__events
from measured
{group_by}
