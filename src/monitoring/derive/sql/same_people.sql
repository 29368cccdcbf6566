-- one row per person who answered in either of two rounds: the value then and the value later, null where not answered
with computed as (
    {computed}
),

first_time as (
    select survivor_key, ({value}) as said
    from computed
    where speaks_for_round and round = $first and ({denominator}) and ({value}) is not null
),

second_time as (
    select survivor_key, ({value}) as said
    from computed
    where speaks_for_round and round = $second and ({denominator}) and ({value}) is not null
)

select
    coalesce(first_time.survivor_key, second_time.survivor_key) as survivor_key,
    first_time.said as first_value,
    second_time.said as second_value
from first_time
full outer join second_time
    on first_time.survivor_key = second_time.survivor_key
order by coalesce(first_time.survivor_key, second_time.survivor_key)
