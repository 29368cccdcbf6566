-- one row per round: what became of those due
select
    months,
    count(*) as due,
    count(case when was_interviewed then 1 end) as interviewed,
    count(case when status = 'declined_this_time' then 1 end) as declined,
    count(case when status = 'withdrew_consent' then 1 end) as withdrew,
    count(case when status = 'unsafe_to_contact' then 1 end) as unsafe,
    count(case when status = 'deceased' then 1 end) as deceased,
    count(case when status = 'not_reached' then 1 end) as not_reached,
    count(case when status = 'not_attempted' then 1 end) as not_attempted,
    count(case when status is null then 1 end) as not_recorded
from current_rounds
where
    speaks_for_round
    and (was_interviewed or (could_come_due and target_date <= $as_of))
    and {filters}
group by months
order by months
