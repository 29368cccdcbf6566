-- one row: the people who answered in both rounds, by what they answered then and later
with computed as (
    {computed}
),

first_time as (
    select survivor_key, ({numerator}) as holds
    from computed
    where speaks_for_round and round = $first and ({denominator}) and ({numerator}) is not null
),

second_time as (
    select survivor_key, ({numerator}) as holds
    from computed
    where speaks_for_round and round = $second and ({denominator}) and ({numerator}) is not null
)

select
    count(case when not first_time.holds and second_time.holds then 1 end) as gained,
    count(case when first_time.holds and second_time.holds then 1 end) as kept,
    count(case when not first_time.holds and not second_time.holds then 1 end) as without,
    count(case when first_time.holds and not second_time.holds then 1 end) as lost,
    count(case when first_time.survivor_key is null then 1 end) as only_second
from second_time
left join first_time
    on second_time.survivor_key = first_time.survivor_key
