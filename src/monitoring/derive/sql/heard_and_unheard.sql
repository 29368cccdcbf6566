-- one row per group: people due in a round, by whether they were interviewed in it, and their own value at return
with computed as (
    {computed}
),

at_return as (
    select survivor_key, {value} as own_value
    from computed
    where speaks_for_round and round = '0' and ({denominator}) and ({value}) is not null
)

select
    rounds.was_interviewed as heard,
    count(*) as people,
    count(at_return.own_value) as answered,
    sum(at_return.own_value) as total,
    stddev_samp(at_return.own_value) as spread
from current_rounds as rounds
left join at_return
    on rounds.survivor_key = at_return.survivor_key
where
    rounds.speaks_for_round
    and rounds.round = $round
    and (rounds.was_interviewed or (rounds.could_come_due and rounds.target_date <= $as_of))
    and {filters}
group by rounds.was_interviewed
order by rounds.was_interviewed
