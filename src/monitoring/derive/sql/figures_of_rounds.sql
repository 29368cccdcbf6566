-- one row per group: what the people and rounds of the group answered
with computed as (
{computed}
),

looked_at as (
    select
        computed.*,
        was_interviewed or (could_come_due and target_date <= looked_at_on) as came_due
    from computed
)

select
    {groups}count(case when came_due and {speaks} then 1 end) as due,
    count(case when was_interviewed and {speaks} then 1 end) as interviewed,
    {counts}
from looked_at
{group_by}
