-- one row per person and round; persons have a code of this export alone, and stand in an order of it
with due as (
{due}
),

codes as (
    select
        survivor_key,
        row_number() over (order by sha256($secret || cast(survivor_key as varchar)), survivor_key) as person
    from due
    group by survivor_key
)

select
    codes.person,
    {columns}
from due
inner join codes
    on due.survivor_key = codes.survivor_key
order by codes.person, due.months
