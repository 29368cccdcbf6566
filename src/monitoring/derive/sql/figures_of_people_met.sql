-- one row per group: different people of whom any row says so, each once, however many of their rows do;
-- a round that is yet to come is nobody's: a quarter of next year has no figure, and not one of 0
with looked_at as (
    {rows}
)

select
    {groups}count(distinct case when is_due then survivor_key end) as due,
    count(distinct case when was_interviewed then survivor_key end) as interviewed,
    count(distinct case when holds then survivor_key end) as {id}__numerator,
    cast(null as integer) as {id}__denominator,
    count(distinct case when holds is not null then survivor_key end) as {id}__answered
from looked_at
{group_by}
