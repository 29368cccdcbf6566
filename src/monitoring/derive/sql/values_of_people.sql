-- one row per person and round answered: how many days after return, and the person's own value
with computed as (
    {computed}
)

select
    survivor_key,
    round,
    contact_date - return_date as days,
    {value} as own_value
from computed
where speaks_for_round and ({denominator}) and ({value}) is not null
order by survivor_key, months
