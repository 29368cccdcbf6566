-- one row per place: rounds that came due, those interviewed, those overdue whose window is open, and those due soon
select
    {place} as place,
    count(case when was_interviewed or (could_come_due and target_date <= $today) then 1 end) as due,
    count(case when was_interviewed then 1 end) as done,
    count(case when is_overdue then 1 end) as overdue,
    count(case when is_waiting and target_date > $today and target_date <= $soon then 1 end) as due_soon
from (
{waiting_rounds}
) as rounds
where {filters}
group by {place}
order by {place}
