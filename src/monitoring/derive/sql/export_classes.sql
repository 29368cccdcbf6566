-- one row per combination of answers: what recognises a person, what they told last, and how many people share both
with due as (
{due}
),

people as (
    select
        survivor_key,
        {who}
    from due
    group by survivor_key, {who}
){steps}

select
    {selected}{told},
    count(*) as people
from people
{joins}
group by {groups}
order by {groups}
