-- one row per group: what the people and rounds of the group answered
with looked_at as (
    select
        rounds.*,
        was_interviewed or (could_come_due and target_date <= $as_of) as came_due
    from {rounds} as rounds
    where {filters}
)

select
    {groups}count(case when came_due and {speaks} then 1 end) as due,
    count(case when was_interviewed and {speaks} then 1 end) as interviewed,
    {counts}
from looked_at
{group_by}
