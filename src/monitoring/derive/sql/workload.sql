-- one row per place: rounds that came due, those interviewed, those overdue whose window is open, and those due soon
select
    {place} as place,
    count(case when was_interviewed or (could_come_due and target_date <= $today) then 1 end) as due,
    count(case when was_interviewed then 1 end) as done,
    count(
        case
            when
                could_come_due
                and not was_interviewed
                and not is_settled
                and on_time_until < $today
                and open_until >= $today
                then 1
        end
    ) as overdue,
    count(
        case
            when
                could_come_due
                and not was_interviewed
                and target_date > $today
                and target_date <= $soon
                then 1
        end
    ) as due_soon
from (
    select
        current_rounds.*,
        coalesce(status in ('declined_this_time', 'withdrew_consent', 'deceased', 'unsafe_to_contact'), false) as is_settled
    from current_rounds
    where speaks_for_round
) as rounds
where {filters}
group by {place}
order by {place}
