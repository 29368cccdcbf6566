-- one row per group: what the rows of a form say
with looked_at as (
{computed}
)

select
    {groups}count(*) as due,
    count(case when was_interviewed then 1 end) as interviewed,
    {counts}
from looked_at
{group_by}
