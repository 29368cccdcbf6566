-- one row per person and round answered: how many days after return, how long ago, and the person's own value
with computed as (
    {computed}
)

select
    survivor_key,
    round,
    contact_date - return_date as days,
    looked_at_on - contact_date as days_ago,
    {value} as own_value
from computed
where speaks_for_round and ({denominator}) and ({value}) is not null
order by survivor_key, months
