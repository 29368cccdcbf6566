-- one row per round: what became of those due, and how many of those due later are still to come
with computed as (
    {computed}
),

placed as (
    select
        computed.*,
        was_interviewed or target_date <= $as_of as is_due
    from computed
    where
        speaks_for_round
        and (was_interviewed or could_come_due)
)

select
    months,
    count(case when is_due then 1 end) as due,
    count(case when was_interviewed then 1 end) as interviewed,
    count(case when status = 'partly_interviewed' then 1 end) as partly,
    count(case when was_interviewed and lives_in = 'other_country' then 1 end) as elsewhere,
    count(case when is_due and status = 'declined_this_time' then 1 end) as declined,
    count(case when is_due and status = 'withdrew_consent' then 1 end) as withdrew,
    count(case when is_due and status = 'unsafe_to_contact' then 1 end) as unsafe,
    count(case when is_due and status = 'deceased' then 1 end) as deceased,
    count(case when is_due and status = 'not_reached' then 1 end) as not_reached,
    count(case when is_due and status = 'not_attempted' then 1 end) as not_attempted,
    count(case when is_due and status is null then 1 end) as not_recorded,
    count(case when not is_due then 1 end) as not_yet_due
from placed
group by months
order by months
