-- one row per answer of the file and whether the person was interviewed in the last round that came due: how many people
with due as (
{due}
),

ranked as (
    select
        survivor_key,
        {who},
        row_number() over (partition by survivor_key order by months desc) as place,
        status in ('interviewed', 'partly_interviewed') as was_kept
    from due
    where months > 0
)

{parts}
order by question, answer
