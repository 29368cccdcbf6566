-- one row per hand-in, and one for the rounds that no hand-in tells of: how many of its rows a figure looks at and counts
with behind as (
{behind}
)

select
    submission_id,
    count(*) as looked_at,
    count(case when is_due then 1 end) as due,
    count(case when was_interviewed then 1 end) as interviewed,
    count(case when is_counted then 1 end) as counted
from behind
group by submission_id
order by submission_id
