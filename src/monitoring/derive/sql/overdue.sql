-- one row per country: rounds whose on-time limit has passed and whose window is still open, without an interview
select
    country,
    count(*) as overdue
from current_rounds
where
    speaks_for_round
    and could_come_due
    and not was_interviewed
    and coalesce(status not in ('declined_this_time', 'withdrew_consent', 'deceased', 'unsafe_to_contact'), true)
    and on_time_until < $today
    and open_until >= $today
group by country
order by country
