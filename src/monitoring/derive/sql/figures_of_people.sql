-- one row per group: how many of the people returned the condition holds for
select
    {groups}count(*) as due,
    count(case when was_interviewed then 1 end) as interviewed,
    {counts}
from {people} as people
where {filters}
{group_by}
